"""Flows of announcements: written, approved, sent, read, asked about and taken back."""

from tests.dialogs.towns import Flow, press, say, wait

OWN, SENT = "announcement:I-2022-0001", "information:I-2022-0001"
TEXT = ("Nu börjar vi", "Now we begin")
WRITTEN = say(f"ny information till chefer: {TEXT[0]}", f"new announcement to principals: {TEXT[1]}", by="PL1")
SEND = press("announcement.send", OWN, by="PL1")
SAID_SEND = say("skicka informationen", "send the announcement", by="PL1")

LOGGED = "problem: damm orsak: torrt åtgärd: moppa", "problem: damm cause: torrt measure: moppa"
EFFECT = "effekt av O-2022-0001: rent", "effect of O-2022-0001: rent"

ANNOUNCED: dict[str, Flow] = {
    "write to two audiences, have it approved, and send it": Flow(
        first=[WRITTEN],
        pressed=[
            press("announcement.write", OWN, by="PL1", audience="unions", unit="PV3", comment=("Hej", "Hello")),
            press("announcement.write", OWN, by="PL1", audience="principal", note=("Du godkänner", "You approve")),
            press("announcement.approval", OWN, by="PL1", person="SAM1"),
            press("announcement.approve", OWN, by="SAM1"),
            SEND,
        ],
        typed=[
            say("till fackliga i PV3: Hej", "to unions at PV3: Hello", by="PL1"),
            say("så berörs chefer: Du godkänner", "how it affects principals: You approve", by="PL1"),
            say("be Karin godkänna informationen", "ask Karin to approve the announcement", by="PL1"),
            say("godkänn informationen I-2022-0001", "approve the announcement I-2022-0001", by="SAM1"),
            SAID_SEND,
        ],
    ),
    "say no to it": Flow(
        first=[WRITTEN, press("announcement.approval", OWN, by="PL1", person="SAM1")],
        pressed=[press("announcement.reject", OWN, by="SAM1", comment=("Fel dag", "Wrong day"))],
        typed=[
            say("avslå informationen I-2022-0001: Fel dag", "reject the announcement I-2022-0001: Wrong day", by="SAM1")
        ],
    ),
    "log a cause, and what came of the measure": Flow(
        pressed=[
            press("cause.log", "causes:", by="PL1", problem="damm", cause="torrt", measure="moppa"),
            press("cause.effect", "causes:", by="PL1", entry="O-2022-0001", effect="rent"),
        ],
        typed=[say(*LOGGED, by="PL1"), say(*EFFECT, by="PL1")],
    ),
    "send it later, and take it back before that": Flow(
        first=[WRITTEN],
        pressed=[
            press("announcement.schedule", OWN, by="PL1", date="2022-03-16", time="09:00"),
            press("announcement.recall", OWN, by="PL1"),
        ],
        typed=[
            say("skicka informationen imorgon kl 9", "send the announcement tomorrow at 9", by="PL1"),
            say("återkalla informationen", "recall the announcement", by="PL1"),
        ],
    ),
    "read it, ask about it, and be reminded": Flow(
        first=[WRITTEN, SEND],
        pressed=[
            press("announcement.show", "announcements:", by="REK1", announcement="I-2022-0001"),
            press("announcement.read", SENT, by="REK1"),
            press("announcement.ask", SENT, by="REK1", comment=("När?", "When?")),
            wait(days=1),
            press("announcement.remind", OWN, by="PL1"),
        ],
        typed=[
            say("visa informationen", "show the announcement", by="REK1"),
            say("jag har läst", "I have read it", by="REK1"),
            say("fråga om informationen: När?", "question about the announcement: When?", by="REK1"),
            wait(days=1),
            say("påminn dem som inte har läst", "remind those who have not read", by="PL1"),
        ],
    ),
}
