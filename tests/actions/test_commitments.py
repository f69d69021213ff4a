from datetime import UTC, date, datetime, time, timedelta

import pytest

from actions.commitments import (
    Told,
    fill_in,
    get_commitment,
    list_commitment_rows,
    remind_commitments,
    set_commitment_status,
    snooze_commitment,
    what_is_missing,
)
from actions.ports import Begin
from domain.commitments import CommitmentStatus
from domain.errors import BadInput, NotAllowed, NotFound
from domain.notices import Owed
from domain.worktime import at_local
from tests.factories import example_pilot, the_person

CATALOGUE = example_pilot().catalogue
MONDAY = datetime(2022, 5, 23, 7, tzinfo=UTC)
LEADER = the_person("PL1")
FINISHED = CommitmentStatus.FINISHED


async def remind(begin: Begin, day: date, *, since: date | None = None) -> None:
    await remind_commitments(day, begin=begin, at=at_local(day, time(8)), since=since)


async def finish_others(begin: Begin, *kept: str) -> None:
    """Leave only *kept* in the year wheel, so that a test is about them alone."""
    async with begin() as work:
        for commitment in await work.commitments.all():
            if commitment.code not in kept:
                await work.commitments.set_status(commitment.code, FINISHED)


async def notices(begin: Begin) -> list[Owed]:
    async with begin() as work:
        return list(await work.outbox.list_notices())


async def test_one_commitment_is_a_card_of_its_own(begin: Begin) -> None:
    await finish_others(begin, "U1")

    await remind(begin, date(2022, 5, 24))

    (owed,) = await notices(begin)
    assert (owed.kind, owed.recipient, owed.dedup) == ("commitment.reminder", "PL1", "commitment:2022-05-24:PL1")
    assert (owed.message.view, owed.message.subject) == ("commitment", "commitment:U1")
    assert owed.message.values == {"commitments": "U1", "days": "7"}


async def test_several_on_one_day_are_one_message(begin: Begin) -> None:
    await finish_others(begin, "U1", "M3")

    await remind(begin, date(2022, 5, 24))

    (owed,) = await notices(begin)
    assert (owed.message.view, owed.message.subject) == ("wheel", None)
    assert owed.message.values == {"commitments": "M3|U1", "days": "7|7"}


async def test_every_coordinator_is_reminded_of_what_coordinators_answer_for(begin: Begin) -> None:
    await finish_others(begin, "AT1")

    await remind(begin, date(2022, 10, 14))

    assert [owed.recipient for owed in await notices(begin)] == ["SAM1", "SAM2"]


async def test_reminding_twice_owes_once(begin: Begin) -> None:
    await remind(begin, date(2022, 5, 24))
    before = await notices(begin)

    await remind(begin, date(2022, 5, 24))

    assert await notices(begin) == before


async def test_what_is_finished_is_silent(begin: Begin) -> None:
    await finish_others(begin)

    await remind(begin, date(2022, 5, 31))

    assert await notices(begin) == []


async def test_what_is_put_off_is_left_out_until_its_day_and_comes_on_it(begin: Begin) -> None:
    await finish_others(begin, "U1")
    await snooze_commitment("U1", date(2022, 5, 26), by=LEADER, catalogue=CATALOGUE, begin=begin, at=MONDAY)

    for day in (24, 25, 26, 27, 30):
        await remind(begin, date(2022, 5, day))

    # The 26th is Ascension Day, and the 27th is a step of the ladder as well.
    assert [owed.dedup[11:21] for owed in await notices(begin)] == ["2022-05-27", "2022-05-30"]


async def test_the_owner_hears_of_a_delay_also_when_that_morning_was_missed(begin: Begin) -> None:
    await finish_others(begin, "U1")

    await remind(begin, date(2022, 6, 8), since=date(2022, 6, 1))

    assert [owed.recipient for owed in await notices(begin)] == ["AGA1", "PL1"]


@pytest.mark.parametrize("days", [0, -1, 93])
async def test_it_can_be_put_off_to_a_day_of_the_next_three_months_only(begin: Begin, days: int) -> None:
    until = MONDAY.date() + timedelta(days=days)

    with pytest.raises(BadInput):
        await snooze_commitment("U1", until, by=LEADER, catalogue=CATALOGUE, begin=begin, at=MONDAY)


@pytest.mark.parametrize(("person", "code"), [("REK1", "U1"), ("SAM1", "U1"), ("EK1", "U1"), ("SER1", "KM1")])
async def test_who_does_not_answer_for_it_can_not_change_it(begin: Begin, person: str, code: str) -> None:
    with pytest.raises(NotAllowed):
        await set_commitment_status(code, FINISHED, by=the_person(person), catalogue=CATALOGUE, begin=begin, at=MONDAY)


@pytest.mark.parametrize(("person", "code"), [("PL1", "AT1"), ("SAM2", "AT1"), ("EK1", "KM1"), ("AGA1", "M4")])
async def test_who_answers_for_it_can_change_it_and_so_can_the_leader(begin: Begin, person: str, code: str) -> None:
    ongoing = CommitmentStatus.ONGOING

    for _ in range(2):
        await set_commitment_status(code, ongoing, by=the_person(person), catalogue=CATALOGUE, begin=begin, at=MONDAY)

    async with begin() as work:
        assert (await work.commitments.get(code)).status is ongoing
        (event,) = await work.events.of_subject(f"commitment:{code}")
    assert (event.what, event.person, event.before, event.after) == (
        "commitment.status",
        person,
        "not_started",
        "ongoing",
    )


async def test_a_recurring_control_moves_on_when_it_is_finished_and_once_if_pressed_twice(begin: Begin) -> None:
    for _ in range(2):
        moved = await set_commitment_status(
            "KM3", FINISHED, by=the_person("SAM1"), catalogue=CATALOGUE, begin=begin, at=MONDAY
        )
        assert (moved.due, moved.status) == (date(2022, 4, 30), CommitmentStatus.NOT_STARTED)

    async with begin() as work:
        assert (await get_commitment("KM3", work)).due == date(2022, 4, 30)
        rows = {row["code"]: row["due"] for row in await list_commitment_rows(work)}
    assert (rows["KM3"], rows["KM1"]) == ("2022-04-30", "2022-03-31")


async def test_a_report_lacks_the_manual_outcomes_and_a_comment_of_each_unit_with_an_agreement(begin: Begin) -> None:
    async with begin() as work:
        missing = await what_is_missing(await work.commitments.get("U1"), work)
        of_milestone = await what_is_missing(await work.commitments.get("L2"), work)

    units = ("unit:PV1", "unit:PV2", "unit:PV3", "unit:PV4", "unit:PV5", "unit:PV6")
    assert missing == ("outcome:K10", "outcome:K11", *units)
    assert of_milestone == ()


@pytest.mark.parametrize(("said", "comment"), [(None, "U1"), ("enligt ekonomin", "enligt ekonomin")])
async def test_an_outcome_that_is_filled_in_is_one_of_the_indicator(
    begin: Begin, said: str | None, comment: str
) -> None:
    told = Told(indicator="K10", value="94,2", comment=said)
    left = await fill_in("U1", "K10: 94,2", told=told, by=LEADER, catalogue=CATALOGUE, begin=begin, at=MONDAY)

    async with begin() as work:
        (kept,) = await work.indicators.current(["all"], date(2022, 1, 1), date(2022, 12, 1))
        missing = await what_is_missing(await work.commitments.get("U2"), work)
    assert (kept.indicator, f"{kept.month:%Y-%m}", str(kept.value), kept.comment) == ("K10", "2022-04", "94.2", comment)
    assert "outcome:K10" not in {*left, *missing}


async def test_an_outcome_that_can_not_be_is_refused_and_no_note_is_kept(begin: Begin) -> None:
    told = Told(indicator="K10", value="940", comment=None)
    with pytest.raises(BadInput):
        await fill_in("U1", "K10: 940", told=told, by=LEADER, catalogue=CATALOGUE, begin=begin, at=MONDAY)

    async with begin() as work:
        assert list(await work.commitments.notes_of("U1")) == []


async def test_what_is_filled_in_is_no_longer_missing_and_holds_no_identity_number(begin: Begin) -> None:
    left = await fill_in(
        "U1", "PV1: lugnt, tack till 811228-9874", by=LEADER, catalogue=CATALOGUE, begin=begin, at=MONDAY
    )
    async with begin() as work:
        ((person, note, at),) = await work.commitments.notes_of("U1")
        (event,) = await work.events.of_subject("commitment:U1")

    assert "unit:PV1" not in left
    assert "outcome:K10" in left
    assert "811228" not in note
    assert (person, at, event.what, event.reason) == ("PL1", MONDAY, "commitment.filled", None)


@pytest.mark.parametrize("note", [None, "", "   ", "x" * 2001])
async def test_an_empty_or_endless_note_is_refused(begin: Begin, note: str | None) -> None:
    with pytest.raises(BadInput):
        await fill_in("U1", note, by=LEADER, catalogue=CATALOGUE, begin=begin, at=MONDAY)


async def test_there_is_no_commitment_of_an_unknown_code(begin: Begin) -> None:
    with pytest.raises(NotFound):
        await fill_in("X9", "klart", by=LEADER, catalogue=CATALOGUE, begin=begin, at=MONDAY)
