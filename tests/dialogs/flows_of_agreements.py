"""Flows of agreements: drafted, changed, offered and ended by the administrator, answered by the principal."""

from tests.dialogs.towns import Flow, press, say

PV1, PV7, SECOND = "agreement:AVT-PV1", "agreement:AVT-PV7", "agreement:AVT-PV1-2"
TERMS = {
    "hours-calloff": "30",
    "amount-calloff": "12600",
    "hours-addon": "10",
    "limit": "3000",
    "indicators": "K1,K3",
}


AGREED: dict[str, Flow] = {
    "decline an agreement, and change what was offered": Flow(
        pressed=[
            press("agreement.decline", PV7, by="CHE7", reason=("för få timmar", "too few hours")),
            press("agreement.change", PV7, by="ADM1", **TERMS),
            press("agreement.change", PV7, by="ADM1", date="2022-04-15", last="2022-12-31", services="LOK-FON,LOK-GOL"),
        ],
        typed=[
            say("tacka nej till överenskommelsen: för få timmar", "decline the agreement: too few hours", by="CHE7"),
            say("visa AVT-PV7", "show AVT-PV7", by="ADM1"),
            say(
                "ändra: avrop 30 timmar 12 600 kr, tillägg 10 tim, gräns 3 000 kr, nyckeltal K1 K3",
                "change: call-off 30 hours SEK 12,600, add-on 10 hours, limit SEK 3,000, indicators K1 and K3",
                by="ADM1",
            ),
            say(
                "ändra AVT-PV7 från 15 april till 31 december: tjänster LOK-FON, LOK-GOL",
                "change AVT-PV7 from 15 April to 31 December: services LOK-FON, LOK-GOL",
                by="ADM1",
            ),
        ],
    ),
    "take back an offer, and draft another": Flow(
        pressed=[
            press("agreement.end", PV7, by="ADM1"),
            press("agreement.draft", "", by="ADM1", unit="PV7", date="2022-04-01"),
        ],
        typed=[
            say("ta tillbaka AVT-PV7", "withdraw AVT-PV7", by="ADM1"),
            say("ny överenskommelse för PV7 från 1 april", "new agreement for PV7 from 1 April", by="ADM1"),
        ],
    ),
    "amend an agreement from a day, and give notice of it": Flow(
        pressed=[
            press("agreement.amend", PV1, by="ADM1", date="2022-05-01"),
            press("agreement.offer", SECOND, by="ADM1"),
            press("agreement.sign", SECOND, by="REK1"),
            press("agreement.end", SECOND, by="ADM1", last="2022-06-30"),
        ],
        typed=[
            say("ändra AVT-PV1 från 1 maj", "change AVT-PV1 from 1 May", by="ADM1"),
            say("erbjud", "offer it", by="ADM1"),
            say("jag skriver på", "I'll sign", by="REK1"),
            say("säg upp AVT-PV1-2 den 30 juni", "end AVT-PV1-2 on 30 June", by="ADM1"),
        ],
    ),
    "look at an agreement": Flow(
        pressed=[press("agreement.show", "", by="CHE7", agreement="AVT-PV7")],
        typed=[say("visa vår överenskommelse", "show our agreement", by="CHE7")],
        is_shown=True,
    ),
    "look at all agreements": Flow(
        pressed=[press("agreement.show", "", by="ADM1")],
        typed=[say("överenskommelser", "agreements", by="ADM1")],
        is_shown=True,
    ),
}
