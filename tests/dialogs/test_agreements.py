"""What is said of agreements is taken by whom it is for; anybody else hears why not, and nothing changes."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from dialogs.understanding.agreement_words import Deed, deed_said, reason_said, terms_said
from tests.actions.desk import Desk
from tests.chat import Chat
from tests.factories import example_pilot

Chats = Callable[[str], Chat]
LISTED, SHOWN = "Överenskommelser", "Överenskommelse AVT-"
ANSWERS = [
    ("REK1", "skriv på", "ingen överenskommelse som väntar på dig"),
    ("CHE7", "tack, jag skriver på papperet sen", ""),
    ("KON71", "skriv på AVT-PV7", "någon annan göra"),
    ("ADM1", "skriv på AVT-PV7", "någon annan göra"),
    ("REK1", "tacka nej till AVT-PV7", "någon annan göra"),
    ("REK1", "säg upp AVT-PV1 den 30 juni", "systemförvaltaren som skriver och ändrar överenskommelser"),
    ("REK1", "visa AVT-PV7", "hittar jag inte"),
    ("SER1", "visa AVT-PV1", "hittar jag inte"),
    ("ADM1", "visa AVT-PV99", LISTED),
    ("ADM1", "erbjud överenskommelsen för PV1", "Vilken överenskommelse menar du?"),
    ("ADM1", "erbjud AVT-PV1", "går inte"),
    ("ADM1", "säg upp AVT-PV1", "Vilken dag ska vara den sista?"),
    ("ADM1", "säg upp AVT-PV1 den 20 mars", "Välj en från torsdag 14 april"),
    ("ADM1", "ändra AVT-PV1", "Från vilken dag ska ändringen gälla?"),
    ("ADM1", "ändra AVT-PV7", "Vad ska ändras?"),
    ("ADM1", "ändra AVT-PV7: avrop 99 999 timmar", "ett tal från 0 till 10"),
    ("ADM1", "ändra AVT-PV7: nyckeltal K99", "går inte att använda"),
    ("ADM1", "ny överenskommelse", "För vilken verksamhet?"),
    ("SAM1", "överenskommelser", LISTED),
    ("KON11", "vår överenskommelse", SHOWN + "PV1"),
    ("REK1", "show our agreement", SHOWN + "PV1"),
    ("REK1", "visa vårt avtal", SHOWN + "PV1"),
    ("REK1", "jag vill säga upp avtalet", "Det gör systemförvaltaren, Kim Mandel"),
    ("REK1", "ändra avtalet", SHOWN + "PV1"),
    ("KON11", "byt lampan i sal B214 enligt överenskommelsen", "Byte av ljuskälla"),
]


async def test_what_can_not_be_done_is_told_and_changes_nothing(chat_of: Chats, desk: Desk) -> None:
    for who, words, answer in ANSWERS:
        said = "\n".join(await chat_of(who).reads(await chat_of(who).says(words)))
        assert answer in said, f"{who}: {words}: {said}"

    async with desk.begin() as work:
        assert tuple(await work.agreements.all()) == example_pilot().catalogue.agreements


async def test_a_whole_life_in_words(chat_of: Chats, desk: Desk) -> None:
    administrator, principal = chat_of("ADM1"), chat_of("REK1")
    await administrator.says("ändra AVT-PV1 från 1 maj: avrop 20 timmar 8 400 kr, gräns 3 000 kr")
    await administrator.says("erbjud")
    before = await principal.reads(await principal.says("visa AVT-PV1-2"))
    await principal.says("jag skriver på")
    await administrator.says("säg upp AVT-PV1-2 den 30 juni, enheten flyttar")

    async with desk.begin() as work:
        first, second = await work.agreements.of_unit("PV1")
        story = [each.what for each in await work.events.of_subject("agreement:AVT-PV1-2")]
        reason = (await work.events.of_subject("agreement:AVT-PV1-2"))[-1].reason
    assert "Var 12 timmar i månaden" in before[0]
    assert (first.end, second.start, second.end) == (date(2022, 4, 30), date(2022, 5, 1), date(2022, 6, 30))
    line = second.lines[1]
    agreed = (line.hours_per_month, line.amount_sek_per_month, line.approval_limit_sek)
    assert agreed == (Decimal(20), Decimal(8400), Decimal(3000))
    assert [each.partition(".")[2] for each in story] == ["drafted", "changed", "offered", "signed", "notice"]
    assert reason == "enheten flyttar"


@pytest.mark.parametrize(
    ("text", "is_shown", "deed"),
    [
        ("skriv på", False, Deed.SIGN),
        ("I sign it", False, Deed.SIGN),
        ("we won't sign the agreement", False, Deed.DECLINE),
        ("vi kan inte skriva på överenskommelsen", False, Deed.DECLINE),
        ("godkänn överenskommelsen", False, Deed.SIGN),
        ("godkänn", True, None),
        ("erbjud den", True, Deed.OFFER),
        ("erbjud den", False, None),
        ("ändra: tillägg 10 timmar", True, Deed.CHANGE),
        ("ändra tiden till fredag", True, None),
        ("skriv på tavlan att vi har stängt", False, None),
        ("our agreements", False, Deed.LIST),
        ("vad står i överenskommelsen?", False, Deed.SHOW),
    ],
)
def test_words_of_agreements_are_known(text: str, is_shown: bool, deed: Deed | None) -> None:  # noqa: FBT001  # a table
    assert deed_said(text, is_shown=is_shown) is deed


def test_terms_are_read_as_both_languages_write_them() -> None:
    swedish = terms_said(
        "avrop 20,5 timmar 8 400,50 kr, tillägg 6 tim, gräns 3 000 kr, alla tjänster, nyckeltal K1, K3"
    )
    english = terms_said(
        "call-off 20.5 hours SEK 8,400.50, add-on 6 h, limit SEK 3,000, all services, indicators K1 and K3"
    )

    assert swedish == english
    assert swedish.amounts == {"call_off": Decimal("8400.50")}
    assert (swedish.services, swedish.indicators) == ((), ("K1", "K3"))
    assert reason_said("tacka nej till AVT-PV7, för få timmar") == "för få timmar"
