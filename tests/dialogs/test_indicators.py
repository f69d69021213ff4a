"""The indicators in the chat: which month and where, as far as the reader may see."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from actions.indicators import settle_month
from dialogs.turn import show
from dialogs.understanding.indicator_words import EntrySaid, entry_said
from domain.errors import NotAllowed
from domain.notices import REFRESH
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of
from tests.factories import NOW, a_card

Chats = Callable[[str], Chat]
CARE = "Vård- och omsorgsförvaltningen"


@pytest.mark.parametrize(
    ("code", "words", "month", "scope"),
    [
        ("PL1", "visa nyckeltalen för mars", "2022-03", "all"),
        ("PL1", "Nyckeltal", "2022-03", "all"),
        ("PL1", "show the indicators for March", "2022-03", "all"),
        ("PL1", "hur ser nyckeltalen ut för PV3 förra månaden?", "2022-02", "unit:PV3"),
        ("PL1", f"visa nyckeltalen för {CARE}", "2022-03", f"administration:{CARE}"),
        ("REK1", "visa nyckeltalen för mars", "2022-03", "unit:PV1"),
        ("REK1", "visa nyckeltalen för PV1", "2022-03", "unit:PV1"),
        ("SAM1", "show the indicators for PV2 in February", "2022-02", "unit:PV2"),
    ],
)
async def test_the_month_and_scope_that_are_said_are_shown(
    chat_of: Chats, *, code: str, words: str, month: str, scope: str
) -> None:
    (message,) = (await chat_of(code).says(words)).messages

    assert (message.view, message.values) == ("indicators", {"month": month, "scope": scope})


async def test_who_may_see_no_indicators_is_told_so(chat_of: Chats) -> None:
    reply = await chat_of("ADM1").says("visa nyckeltalen")

    assert [each.text for each in reply.messages] == ["error-not-allowed"]
    assert NotAllowed.code in (reply.messages[0].text or "")


@pytest.mark.parametrize(
    "words", ["visa nyckeltalen för PV3", "sjukfrånvaro för PV3", f"visa nyckeltalen för {CARE}", "visa K4 för PV3"]
)
async def test_another_unit_s_are_not_answered_with_one_s_own(chat_of: Chats, words: str) -> None:
    chat = chat_of("REK1")
    reply = await chat.says(words)

    assert [each.text for each in reply.messages] == ["error-not-allowed"]
    assert "Det kan du bara göra för Pilotverksamhet 1." in await chat.reads(reply)


async def test_what_was_done_in_the_month_is_in_its_indicators_and_stays_once_it_is_settled(
    chat_of: Chats, desk: Desk
) -> None:
    await desk.done(hours="1.5")
    chat = chat_of("REK1")
    (before,) = await chat.reads(await chat.says("visa nyckeltalen"))

    kept = [await settle_month(NOW.date().replace(month=4, day=day), begin=desk.begin, at=NOW) for day in (10, 11, 11)]
    (after,) = await chat.reads(await chat.says("visa nyckeltalen"))

    assert "K4 Beställningar utförda inom servicenivå: 100 %. Målet 95 % är nått" in before
    assert "K6 Arbetade timmar per månad: 1,5 timmar" in before
    assert after == before
    assert kept[0] == 0
    assert kept[1] == kept[2] > 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("K10: 94,5", EntrySaid(code="K10", where="K10: ", value="94,5", comment=None)),
        (
            "Rätta nyckeltal K10 för PV3 i mars till 94,1 %: Två fakturor saknades",
            EntrySaid(
                code="K10",
                where="Rätta nyckeltal K10 för PV3 i mars till ",
                value="94,1",
                comment="Två fakturor saknades",
                measure="%",
            ),
        ),
        (
            "set K8 for the pilot in March to -12 500 SEK",
            EntrySaid(
                code="K8", where="set K8 for the pilot in March to ", value="-12 500", comment=None, measure="SEK"
            ),
        ),
        (
            "K10 = 94,5 procent i februari",
            EntrySaid(code="K10", where="K10 =  i februari", value="94,5", comment=None, measure="procent"),
        ),
        (
            "K10 blev 94,5 % i februari eftersom två saknades",
            EntrySaid(
                code="K10",
                where="K10 blev  i februari",
                value="94,5",
                comment="eftersom två saknades",
                measure="%",
            ),
        ),
        ("k10 -3", EntrySaid(code="K10", where="k10 ", value="-3", comment=None)),
        ("K10 PV3 mars 94,5", EntrySaid(code="K10", where="K10 PV3 mars ", value="94,5", comment=None)),
        ("K10 94.5.2", None),
        ("K10 mars 2022", None),
        ("K4 10 lampor trasiga", None),
        ("visa K10 för mars", None),
        ("byt 10 lampor i K4", None),
    ],
)
def test_an_outcome_is_read_with_where_and_why(text: str, said: EntrySaid | None) -> None:
    assert entry_said(text) == said


@pytest.mark.parametrize(
    ("who", "words", "answer"),
    [
        ("PL1", "K10 i mars: 94,5", "outcome-noted"),
        ("REK1", "K10 i mars: 94,5", "outcome-noted"),
        ("KON11", "K10 i mars: 94,5", "error-not-allowed"),
        ("PL1", "K10 i mars: 101", "error-bad-input"),
        ("PL1", "K10 i april: 94", "error-bad-input"),
        ("PL1", "K2 i mars: 4", "error-outcome-answered"),
        ("PL1", "K99 i mars: 4", "error-not-found"),
        ("PL1", "K10 i PV9: 94", "error-unit-not-found"),
        ("REK1", "K10 för PV2: 94", "error-not-allowed"),
        ("PL1", "K10 = nittio", "error-bad-input"),
        ("PL1", "K10 i mars: nittio", "error-bad-input"),
        ("PL1", "visa nyckeltalen för PV9", "error-unit-not-found"),
    ],
)
async def test_who_may_enters_what_can_be(chat_of: Chats, *, who: str, words: str, answer: str) -> None:
    assert texts_of(await chat_of(who).says(words))[0] == answer


async def test_a_correction_needs_a_reason_and_keeps_what_was_there_also_when_it_was_worked_out(
    chat_of: Chats, desk: Desk
) -> None:
    await desk.done(hours="1.5")
    chat = chat_of("PL1")

    async with desk.begin() as work:
        await work.cards.register(a_card(message=show("indicator", "indicator:K6", month="2022-03", scope="all")))

    silent = await chat.says("K6 i mars: 2")
    told = await chat.says("K6 i mars: 2, en timme glömdes")
    again = await chat.says("K6 i mars: 2")

    (_, card) = await chat.reads(told)
    async with desk.begin() as work:
        story = await work.indicators.story("K6", "all", NOW.date().replace(day=1))
    assert [texts_of(each)[0] for each in (silent, told, again)] == ["error-comment-needed", *["outcome-noted"] * 2]
    assert [(str(each.value), each.person, each.comment) for each in story] == [
        ("1.5", None, None),
        ("2", "PL1", "en timme glömdes"),
    ]
    assert "1,5 timmar (rättat sedan)" in card
    assert "2 timmar. En timme glömdes" in card
    async with desk.begin() as work:
        due = await work.outbox.claim(now=NOW, owner="test", lease=timedelta(minutes=1), limit=9)
    assert [each.message.subject for each in due if each.kind == REFRESH] == ["indicator:K6"]


async def test_an_outcome_that_is_read_by_another_unit_is_hidden(chat_of: Chats) -> None:
    await chat_of("PL1").says("K10 för PV3 i mars: 94,5")
    chat = chat_of("REK1")

    pressed = await chat.presses("indicator.show", "", indicator="K10", month="2022-03", unit="unit:PV3")

    assert texts_of(pressed) == ["error-bad-input"]
    assert "94,5 %" not in str(await chat.reads(await chat.says("visa K10")))


@pytest.mark.parametrize(
    ("who", "words", "code", "month", "scope"),
    [
        ("PL1", "sjukfrånvaro i feb", "K11", "2022-02", "all"),
        ("PL1", "hur är sjukfrånvaron?", "K11", "2022-03", "all"),
        ("PL1", "sjukfrånvro i feb", "K11", "2022-02", "all"),
        ("PL1", "sick leave in February", "K11", "2022-02", "all"),
        ("PL1", "visa K10 för mars", "K10", "2022-03", "all"),
        ("PL1", "hur är avtalstroheten för PV3 i februari?", "K10", "2022-02", "unit:PV3"),
        ("PL1", "contract loyalty in March", "K10", "2022-03", "all"),
        ("PL1", "kostnad per ärende i år", "K9", "2022-03", "all"),
        ("PL1", "kostnaden per ärende förra året", "K9", "2021-12", "all"),
        ("PL1", "NKI i mars", "K2", "2022-03", "all"),
        ("PL1", "arbetade timmar i mars", "K6", "2022-03", "all"),
        ("PL1", "felanmälningar per hundra timmar", "K15", "2022-03", "all"),
        ("EK1", "trend för budgetavvikelsen", "K8", "2022-03", "all"),
        ("SAM1", "visa återöppnade ärenden", "K14", "2022-03", "unit:PV1"),
        ("REK1", "visa sjukfrånvaro i feb", "K11", "2022-02", "unit:PV1"),
        ("REK1", "sjukfrånvaro för PV1", "K11", "2022-03", "unit:PV1"),
        ("SER1", "hur är sjukfrånvaron?", "K11", "2022-03", "unit:PV1"),
    ],
)
async def test_an_indicator_is_shown_by_its_name_too(
    chat_of: Chats, *, who: str, words: str, code: str, month: str, scope: str
) -> None:
    (message,) = (await chat_of(who).says(words)).messages

    assert (message.subject, message.values) == (f"indicator:{code}", {"month": month, "scope": scope})


@pytest.mark.parametrize(
    ("who", "words", "answer"),
    [
        ("SER1", "sick leave", "absence"),
        ("SER1", "sjuk", "absence"),
        ("KON11", "städning i mars", "order"),
        ("KON11", "byt lampan i mars", "order"),
        ("KON11", "visa mina ärenden", "requests"),
        ("PL1", "visa nyckeltalen för mars", "indicators"),
        ("PL1", "hur går det med budgeten?", "not-yet-ask"),
        ("PL1", "tid", "not-understood"),
        ("ADM1", "sjukfrånvaro i feb", "error-not-allowed"),
        ("ADM1", "nyckeltal om beställningar", "error-not-allowed"),
    ],
)
async def test_words_that_want_something_else_are_no_indicator(
    chat_of: Chats, *, who: str, words: str, answer: str
) -> None:
    reply = await chat_of(who).says(words)
    chat = chat_of(who)

    assert [each.text or each.view for each in reply.messages] == [answer]
    assert "Sjukfrånvaro" not in str(await chat.reads(reply)) or who == "PL1"


async def test_which_of_several_indicators_is_asked_with_the_month_that_was_said(chat_of: Chats) -> None:
    chat = chat_of("PL1")
    reply = await chat.says("nyckeltal om beställningar i februari")
    (asked,) = await chat.reads(reply)

    assert texts_of(reply) == ["indicator-which"]
    assert "K4 Beställningar utförda inom servicenivå, K5" in asked
    assert (await chat.says("visa K4 för februari 2022")).messages[0].values["month"] == "2022-02"
    assert asked.endswith("visa K4 för februari 2022")


@pytest.mark.parametrize(
    ("who", "words", "kept"),
    [
        ("PL1", "Sjukfrånvaro i mars 4,2", ("K11", "2022-03", "all", "4.2", None)),
        ("PL1", "ange sjukfrånvaron i februari: 4,2 %", ("K11", "2022-02", "all", "4.2", None)),
        ("PL1", "sick leave in March 4.2", ("K11", "2022-03", "all", "4.2", None)),
        ("EK1", "budgetavvikelsen i februari 2022 blev -12 500 kr", ("K8", "2022-02", "all", "-12500", None)),
        ("REK1", "Avtalstrohet i mars 94", ("K10", "2022-03", "unit:PV1", "94", None)),
        ("PL1", "K10 för Pilotverksamhet 2 94", ("K10", "2022-03", "unit:PV2", "94", None)),
        ("PL1", "K10 for Pilot unit 2 in February 94.5", ("K10", "2022-02", "unit:PV2", "94.5", None)),
        (
            "PL1",
            "avtalstroheten för Pilotverksamhet 3 i februari var 93,5 %, två i Pilotverksamhet 3 saknades",
            ("K10", "2022-02", "unit:PV3", "93.5", "två i Pilotverksamhet 3 saknades"),
        ),
        ("PL1", "rätta sjukfrånvaron i mars till 4,1, fel avläst", ("K11", "2022-03", "all", "4.1", "fel avläst")),
        ("PL1", "sjukfrånvaron i mars ligger på 4,5", ("K11", "2022-03", "all", "4.5", None)),
        ("PL1", "set K8 for the pilot in March to -12 500 SEK", ("K8", "2022-03", "all", "-12500", None)),
        ("PL1", "K10 för skolorna 93", "error-unit-not-found"),
        ("PL1", "K10 för Pilotverksamhet 2", "indicator"),
        ("PL1", "K10 för Pilotverksamhet 9", "error-unit-not-found"),
        ("PL1", "avtalstrohet 2021: 94", "outcome-which-month"),
        ("PL1", "sjukfrånvaro i mars 104", "error-bad-input"),
        ("PL1", "sjukfrånvaro i mars 4,2 kr", "error-other-measure"),
        ("PL1", "K10 for PV3 in March: 94 hours", "error-other-measure"),
        ("PL1", "budgetavvikelsen i februari 12 %", "error-other-measure"),
        ("REK1", "avtalstrohet i mars för PV3 94 kr", "error-not-allowed"),
        ("PL1", "nöjd kund-index i mars 4,1", "error-outcome-answered"),
        ("SER1", "sjukfrånvaro 4,2", "error-not-allowed"),
        ("PL1", "sjukfrånvaron mars: 5,1 rättad siffra", ("K11", "2022-03", "all", "5.1", "rättad siffra")),
        ("PL1", "K11 i mars 5,1 korrigerat", ("K11", "2022-03", "all", "5.1", "korrigerat")),
        ("PL1", "absence due to illness in March 4.2", ("K11", "2022-03", "all", "4.2", None)),
        ("PL1", "frånvaro på grund av sjukdom i mars: 4,2", ("K11", "2022-03", "all", "4.2", None)),
        ("EK1", "sjukfrånvaro i mars PV9 4,2", "error-unit-not-found"),
        ("EK1", "PV9 sjukfrånvaro 4,2", "error-unit-not-found"),
        ("PL1", "sjukfrånvaro i mars 4,2?", "not-understood"),
        ("PL1", "visa sjukfrånvaro i mars 2022", "indicator"),
        ("REK1", "städa 2 timmar på torsdag", "order"),
        ("SER1", "jag är sjuk 2 dagar", "absence"),
    ],
)
async def test_an_outcome_is_entered_by_the_names_of_indicators_and_units(
    chat_of: Chats, desk: Desk, *, who: str, words: str, kept: str | tuple[str, str, str, str, str | None]
) -> None:
    reply = await chat_of(who).says(words)

    async with desk.begin() as work:
        found = await work.indicators.all()
    rows = [(each.indicator, f"{each.month:%Y-%m}", each.scope, f"{each.value:f}", each.comment) for each in found]
    answer = reply.messages[0].text or reply.messages[0].view
    assert (answer, rows) == (("outcome-noted", [kept]) if isinstance(kept, tuple) else (kept, []))


@pytest.mark.parametrize(
    ("who", "sentences", "answers", "kept"),
    [
        ("REK1", ["K10 i mars 94"], ["outcome-noted"], "unit:PV1"),
        ("CHE7", ["K10 i mars 94"], ["outcome-noted"], "unit:PV7"),
        ("SAM1", ["K10 i mars 94", "PV2"], ["outcome-which-unit", "outcome-noted"], "unit:PV2"),
        (
            "SAM1",
            ["K10 i mars: 94", "det gäller Pilotverksamhet 3"],
            ["outcome-which-unit", "outcome-noted"],
            "unit:PV3",
        ),
        ("SAM1", ["K10 94", "visa K10 för PV3", "PV3"], ["outcome-which-unit", "indicator", "not-understood"], None),
        ("SAM1", ["K10 94", "K10 i PV2 94"], ["outcome-which-unit", "outcome-noted"], "unit:PV2"),
        ("SAM1", ["avtalstrohet i mars 94", "PV2"], ["outcome-which-unit", "outcome-noted"], "unit:PV2"),
        ("SAM1", ["K10 94", "PV6"], ["outcome-which-unit", "error-not-allowed"], None),
        ("SAM1", ["K10 för hela piloten: 94"], ["error-not-allowed"], None),
        ("SAM1", ["K10 för Pilotverksamhet 6: 94"], ["error-not-allowed"], None),
        ("PL1", ["K10 i mars 94"], ["outcome-noted"], "all"),
        ("SER1", ["K10 94"], ["error-not-allowed"], None),
    ],
)
async def test_an_outcome_is_kept_of_the_only_unit_or_of_the_one_that_is_told(
    chat_of: Chats, desk: Desk, *, who: str, sentences: list[str], answers: list[str], kept: str | None
) -> None:
    chat = chat_of(who)
    replies = [await chat.says(each) for each in sentences]

    async with desk.begin() as work:
        found = await work.indicators.all()
    assert [each.messages[0].text or each.messages[0].view for each in replies] == answers
    assert [(each.scope, f"{each.value}") for each in found] == ([(kept, "94")] if kept else [])
    if kept:
        assert "94 %" in (await chat.reads(replies[-1]))[1]


async def test_the_unit_that_is_not_found_is_named(chat_of: Chats) -> None:
    chat = chat_of("EK1")

    (told,) = await chat.reads(await chat.says("sjukfrånvaro i mars PV9 4,2"))

    assert "ingen verksamhet som heter PV9" in told
