from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from actions.absence import report_absence
from actions.commitments import last_comment
from actions.ports import Begin
from dialogs.causes import causes_by_words
from dialogs.commitments import answer_commitments, month_by_words
from dialogs.present import present
from domain.commitments import CommitmentStatus
from domain.errors import BadDay, BadInput, NotAllowed
from domain.notices import Message
from tests.chat import Chat
from tests.dialogs.turns import CATALOGUE, pressed, presses, says, texts_of
from tests.factories import NOW, TODAY, example_pilot, the_person

U1 = "commitment:U1"


async def snoozed(begin: Begin, code: str = "U1", person: str = "PL1") -> date | None:
    async with begin() as work:
        return await work.commitments.snoozed_until(code, person)


async def status(begin: Begin, code: str = "U1") -> CommitmentStatus:
    async with begin() as work:
        return (await work.commitments.get(code)).status


@pytest.mark.parametrize(
    ("text", "focus", "until"),
    [
        ("påminn mig om U1 om en vecka", None, date(2022, 3, 22)),
        ("påminn mig om en vecka", U1, date(2022, 3, 22)),
        ("påminn mig senare", U1, date(2022, 3, 22)),
        ("påminn mig om U1 på fredag", None, date(2022, 3, 18)),
        ("påminn mig om U1 på lördag", None, date(2022, 3, 21)),
        ("remind me of u1 in a week", None, date(2022, 3, 22)),
        ("skjut upp U1 i två veckor", None, date(2022, 3, 29)),
    ],
)
async def test_a_reminder_can_be_put_off_in_words(begin: Begin, text: str, focus: str | None, until: date) -> None:
    reply = await answer_commitments(says("PL1", text, focus=focus), begin=begin)

    assert texts_of(reply) == ["commitment-put-off"]
    assert await snoozed(begin) == until


@pytest.mark.parametrize(
    ("text", "focus", "expected"),
    [
        ("klar med U1", None, CommitmentStatus.FINISHED),
        ("U1 är klar", None, CommitmentStatus.FINISHED),
        ("klart", U1, CommitmentStatus.FINISHED),
        ("U1 pågår", None, CommitmentStatus.ONGOING),
        ("u1 väntar", None, CommitmentStatus.WAITING),
        ("done with U1", None, CommitmentStatus.FINISHED),
        ("U1 är nästan klar", None, CommitmentStatus.ONGOING),
        ("U1 klar på fredag", None, CommitmentStatus.ONGOING),
    ],
)
async def test_how_far_it_has_come_can_be_said(
    begin: Begin, text: str, focus: str | None, expected: CommitmentStatus
) -> None:
    reply = await answer_commitments(says("PL1", text, focus=focus), begin=begin)

    assert texts_of(reply) == [f"commitment-now-{expected.value.replace('_', '-')}"]
    assert await status(begin) is expected


@pytest.mark.parametrize(
    ("text", "focus"),
    [
        ("U1 väntar: PV3 är klar på fredag", None),
        ("U1 waiting: PV3 är klar på fredag", None),
        ("det väntar, PV3 är klar på fredag", U1),
        ("u1 väntar - PV3 är klar på fredag", None),
    ],
)
async def test_what_is_said_about_how_it_goes_stands_on_the_card(begin: Begin, text: str, focus: str | None) -> None:
    reply = await answer_commitments(says("PL1", text, focus=focus), begin=begin)
    await answer_commitments(says("PL1", text, focus=focus), begin=begin)
    async with begin() as work:
        shown = await present(
            Message(view="commitment", subject=U1),
            work=work,
            reader=the_person("PL1"),
            catalogue=CATALOGUE,
            at=NOW,
            sign=lambda *_: "token",
        )
        story = await work.events.of_subject(U1)

    assert texts_of(reply) == ["commitment-now-waiting"]
    assert "Kommentar: PV3 är klar på fredag." in shown.text
    assert len(story) == 1


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("årshjulet för mars", "2022-03"),
        ("visa årshjulet för maj 2023", "2023-05"),
        ("vad ska in i april?", "2022-04"),
        ("vad ska vara klart i december", "2022-12"),
        ("årshjulet nästa månad", "2022-04"),
        ("årshjulet den här månaden", "2022-03"),
        ("What's due in January?", "2022-01"),
        ("show the year wheel for November", "2022-11"),
        ("what is due next month", "2022-04"),
        ("year wheel for last month", "2022-02"),
    ],
)
async def test_a_month_of_the_year_wheel_is_asked_for_in_words(begin: Begin, text: str, month: str) -> None:
    reply = await month_by_words(says("PL1", text), begin=begin)

    assert reply is not None
    assert reply.messages[0].values == {"month": month}


@pytest.mark.parametrize(
    "text", ["visa årshjulet", "vad ska in", "byt lampan i mars", "årshjulet för U1", "what is due in room B214"]
)
async def test_other_words_ask_for_no_month(begin: Begin, text: str) -> None:
    assert await month_by_words(says("PL1", text), begin=begin) is None


@pytest.mark.parametrize(
    ("text", "focus", "answers"),
    [
        ("är U1 klar?", None, ["commitment"]),
        ("is U1 done?", None, ["commitment"]),
        ("vad ska vara klart i veckan?", U1, ["wheel"]),
        ("U1 är inte klar", None, ["commitment-status-how", "commitment"]),
        ("flytta U1", None, ["commitment-move-how", "commitment"]),
        ("lämna över U1", None, ["commitment-handover-how", "commitment"]),
        ("fyll i K10", U1, ["commitment-fill-how", "commitment"]),
        ("visa U99", None, ["commitment-unknown"]),
        ("show KM7", None, ["commitment-unknown"]),
        ("U9999 är klart", U1, ["commitment-unknown"]),
        ("U99 pågår: väntar på siffror", U1, ["commitment-unknown"]),
        ("skjut upp KM77 till fredag", U1, ["commitment-unknown"]),
        ("U99 is done", None, ["commitment-unknown"]),
    ],
)
async def test_a_question_and_what_is_said_by_half_change_nothing_and_are_answered(
    begin: Begin, text: str, focus: str | None, answers: list[str]
) -> None:
    reply = await answer_commitments(says("PL1", text, focus=focus), begin=begin)

    assert texts_of(reply) == answers
    assert await status(begin) is CommitmentStatus.NOT_STARTED


@pytest.mark.parametrize("text", ["skjut upp U1 i fem år", "skjut upp U1 till igår"])
async def test_what_is_put_off_too_long_or_to_the_past_is_refused(begin: Begin, text: str) -> None:
    with pytest.raises((BadDay, BadInput)):
        await answer_commitments(says("PL1", text), begin=begin)


@pytest.mark.parametrize(("who", "is_log"), [("PL1", True), ("SER1", False)])
async def test_half_an_entry_of_the_cause_log_is_told_how_and_a_fault_is_none(
    begin: Begin,
    who: str,
    is_log: bool,  # noqa: FBT001
) -> None:
    text = "problem: damm" if is_log else "problem: toaletten läcker"
    reply = await causes_by_words(says(who, text), begin=begin)

    assert (reply and texts_of(reply)) == (["cause-how"] if is_log else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U1 klar imorgon", CommitmentStatus.ONGOING),
        ("U1 är klar: PV3 svarar på fredag", CommitmentStatus.FINISHED),
        ("klar med U1 idag", CommitmentStatus.FINISHED),
    ],
)
async def test_what_is_done_on_a_later_day_is_not_done_yet(
    chat_of: Callable[[str], Chat], begin: Begin, text: str, expected: CommitmentStatus
) -> None:
    await chat_of("PL1").says(text)

    assert await status(begin) is expected


async def test_done_says_nothing_of_the_year_wheel_while_the_talk_is_about_an_assignment(begin: Begin) -> None:
    for focus in (None, "assignment:U-2022-0001"):
        assert await answer_commitments(says("SER1", "klar", focus=focus), begin=begin) is None
    assert await answer_commitments(says("SER1", "klar med U-2022-0001"), begin=begin) is None


async def test_buttons_do_what_they_say(begin: Begin) -> None:
    filled = await pressed(presses("PL1", "commitment.fill", U1, comment="PV1: bra"), begin=begin)
    put_off = await pressed(presses("PL1", "commitment.snooze", U1, date="2022-03-18"), begin=begin)
    done = await pressed(presses("PL1", "commitment.status", U1, status="finished"), begin=begin)
    shown = await pressed(presses("PL1", "commitment.show", U1), begin=begin)

    assert [texts_of(each) for each in (filled, put_off, done, shown)] == [
        ["commitment-noted-missing"],
        ["commitment-put-off"],
        ["commitment-now-finished"],
        ["commitment"],
    ]
    assert await snoozed(begin) == date(2022, 3, 18)
    assert await status(begin) is CommitmentStatus.FINISHED


async def test_what_is_chosen_as_missing_is_filled_in_by_a_word_about_it(begin: Begin) -> None:
    reply = await pressed(presses("PL1", "commitment.fill", U1, unit="PV2", comment="Bra"), begin=begin)

    assert reply is not None
    assert reply.toast is not None
    assert reply.toast.values["codes"] == "K10, K11, PV1, PV3, PV4, PV5, PV6"


@pytest.mark.parametrize(
    ("verb", "data"),
    [
        ("commitment.snooze", {"date": "imorgon"}),
        ("commitment.snooze", {"date": "2022-03-15"}),
        ("commitment.status", {"status": "nästan"}),
        ("commitment.status", {}),
        ("commitment.fill", {"comment": ""}),
    ],
)
async def test_what_can_not_be_used_is_refused(begin: Begin, verb: str, data: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        await pressed(presses("PL1", verb, U1, **data), begin=begin)


async def test_what_is_missing_is_filled_in_by_words(begin: Begin) -> None:
    reply = await answer_commitments(says("PL1", "fyll i U1: PV1 och PV2 går bra, K10 94,2"), begin=begin)

    assert reply is not None
    assert reply.messages[0].values["codes"] == "K11, PV3, PV4, PV5, PV6"


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("K10: 94,2", [("K10", "94.2", "U1")]),
        ("K10 94,2 % enligt ekonomin", [("K10", "94.2", "enligt ekonomin")]),
        ("PV1 går bra, K10 94,2", []),
    ],
)
async def test_an_outcome_that_a_note_tells_first_is_one_of_the_indicator(
    begin: Begin, note: str, kept: list[tuple[str, str, str]]
) -> None:
    await pressed(presses("PL1", "commitment.fill", U1, comment=note), begin=begin)

    async with begin() as work:
        found = await work.indicators.current(["all"], date(2022, 1, 1), date(2022, 12, 1))
    assert [(each.indicator, str(each.value), each.comment) for each in found] == kept


async def test_a_code_alone_shows_it_and_the_wheel_shows_all(begin: Begin) -> None:
    assert texts_of(await answer_commitments(says("PL1", "visa U1"), begin=begin)) == ["commitment"]
    assert texts_of(await answer_commitments(says("PL1", "visa årshjulet"), begin=begin)) == ["wheel"]
    assert texts_of(await answer_commitments(says("PL1", "påminn mig senare"), begin=begin)) == ["commitment-which"]


async def test_the_year_wheel_is_not_for_everybody(begin: Begin) -> None:
    for text in ("visa årshjulet", "visa U1", "klar med U1"):
        with pytest.raises(NotAllowed):
            await answer_commitments(says("REK1", text), begin=begin)


async def test_an_order_that_happens_to_hold_a_code_goes_on_to_the_rest_of_the_desk(begin: Begin) -> None:
    turn = says("REK1", "Kan någon byta lysröret i sal L2 imorgon före 8?")

    assert await answer_commitments(turn, begin=begin) is None


async def test_several_reminders_are_one_card_that_names_each_and_what_is_missing(begin: Begin) -> None:
    message = Message(view="wheel", values={"commitments": "M3|U1", "days": "7|7"})
    async with begin() as work:
        shown = await present(
            message, work=work, reader=the_person("PL1"), catalogue=CATALOGUE, at=NOW, sign=lambda *_: "token"
        )

    assert "U1 Uppföljningsrapport delår 1 2022" in shown.text
    assert "M3 Samverkad uppdragsbeskrivning" in shown.text
    assert "8 uppgifter saknas" in shown.text
    assert "klar med U1" in shown.text
    assert "commitment:U1" in str(shown.card)


async def test_the_card_of_one_report_says_what_is_missing(begin: Begin) -> None:
    message = Message(view="commitment", subject=U1)
    async with begin() as work:
        shown = await present(
            message, work=work, reader=the_person("PL1"), catalogue=CATALOGUE, at=NOW, sign=lambda *_: "token"
        )

    assert "Utfall för Avtalstrohet (K10)" in shown.text
    assert "En kommentar från Pilotverksamhet 1" in shown.text


async def risk_of(begin: Begin, code: str = "KM1") -> str | None:
    async with begin() as work:
        return (await work.commitments.get(code)).risk


@pytest.mark.parametrize(
    ("text", "focus", "risk"),
    [
        ("bedöm risken för KM1: sannolikhet 2, konsekvens 5", None, "2x5"),
        ("risk KM1 1x4", None, "1x4"),
        ("ändra risken för KM1 till 3 x 4: leverantören har bytts", None, "3x4"),
        ("assess the risk of KM1: likelihood 2, consequence 5", None, "2x5"),
        ("bedöm risken för den: sannolikhet 2 och konsekvens 5", "commitment:KM1", "2x5"),
    ],
)
async def test_a_risk_is_assessed_anew_in_words(begin: Begin, text: str, focus: str | None, risk: str) -> None:
    reply = await answer_commitments(says("PL1", text, focus=focus), begin=begin)

    assert (texts_of(reply), await risk_of(begin)) == (["commitment-assessed"], risk)


async def test_how_a_risk_was_before_stands_on_its_card_and_outlives_a_load(begin: Begin) -> None:
    press: dict[str, Any] = {"likelihood": "1", "consequence": "4", "risk-reason": "Vi har övat"}
    for _ in range(2):
        await pressed(presses("EK1", "commitment.assess", "commitment:KM1", **press), begin=begin)
    async with begin() as work:
        await work.catalogues.load(example_pilot(), prices_from=TODAY)
        story = [each for each in await work.events.of_subject("commitment:KM1") if each.what == "commitment.assessed"]
        message, reader = Message(view="commitment", subject="commitment:KM1"), the_person("PL1")
        shown = await present(message, work=work, reader=reader, catalogue=CATALOGUE, at=NOW, sign=lambda *_: "token")

    assert [(each.before, each.after, each.person, each.reason) for each in story] == [
        ("2x4", "1x4", "EK1", "Vi har övat")
    ]
    assert await risk_of(begin) == "1x4"
    assert "Medelhög risk, 4 (sannolikhet 1, konsekvens 4)" in shown.text
    assert "Före tisdag 15 mars: Medelhög risk, 8" in shown.text


@pytest.mark.parametrize(
    ("who", "data", "error"),
    [
        ("SAM1", {"likelihood": "1", "consequence": "1"}, NotAllowed),
        ("REK1", {"likelihood": "1", "consequence": "1"}, NotAllowed),
        ("EK1", {"likelihood": "6", "consequence": "1"}, BadInput),
        ("EK1", {"likelihood": "2"}, BadInput),
    ],
)
async def test_a_risk_is_assessed_by_who_may_edit_it_and_on_its_scale(
    begin: Begin, who: str, data: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        await pressed(presses(who, "commitment.assess", "commitment:KM1", **data), begin=begin)

    assert await risk_of(begin) == "2x4"


@pytest.mark.parametrize(
    ("subject", "about"), [("causes:", None), ("commitment:KM3", "commitment:KM3"), ("indicator:K15", "indicator:K15")]
)
async def test_what_is_written_in_the_cause_log_from_a_card_is_about_what_the_card_shows(
    begin: Begin, subject: str, about: str | None
) -> None:
    said: dict[str, Any] = {"problem": "damm", "cause": "torrt", "measure": "moppa"}
    typed = says("PL1", "problem: kyla orsak: drag åtgärd: lister", focus=subject)

    await pressed(presses("PL1", "cause.log", subject, **said), begin=begin)
    await causes_by_words(typed, begin=begin)

    async with begin() as work:
        newest = await work.causes.newest(2)
    assert {each.problem: each.about for each in newest} == {"damm": about, "kyla": about}


@pytest.mark.parametrize(
    ("text", "told", "comment"),
    [
        ("lämna över U1 till Karin: hon gör rapporten", "commitment-handed-over", "hon gör rapporten"),
        ("lämna över U1 till Karin, hon kan det", "commitment-handed-over", "hon kan det"),
        ("hand over U1 to Karin because she knows it", "commitment-handed-over", "because she knows it"),
        ("lämna över U1 till Leo", "commitment-handed-away", None),
    ],
)
async def test_why_it_is_handed_over_stands_on_the_card_and_who_is_away_is_said_to_be(
    begin: Begin, text: str, told: str, comment: str | None
) -> None:
    monday, leo = TODAY + timedelta(days=6), the_person("SER1")
    await report_absence("SER1", monday, monday, by=leo, catalogue=CATALOGUE, begin=begin, at=NOW)

    reply = await answer_commitments(says("PL1", text), begin=begin)

    assert texts_of(reply) == [told]
    async with begin() as work:
        said = await last_comment("U1", work)
    assert (said.reason if said else None) == comment
