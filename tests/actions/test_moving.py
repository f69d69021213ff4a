"""A commitment that is moved, or handed over: who is reminded of it when, and who may."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from actions.commitments import get_commitment, remind_commitments, set_commitment_status
from actions.moving import hand_over_commitment, move_commitment
from actions.ports import Begin
from catalog.models import Pilot
from domain.commitments import CommitmentStatus
from domain.errors import BadDay, BadInput, NotAllowed
from domain.people import Person
from domain.worktime import at_local
from storage.unit_of_work import Transaction
from tests.factories import NOW, TODAY, example_pilot, the_person

CATALOGUE = example_pilot().catalogue
LEADER = the_person("PL1")


async def moved(begin: Begin, code: str, day: date, *, by: Person = LEADER) -> None:
    await move_commitment(code, day, by=by, catalogue=CATALOGUE, begin=begin, at=NOW, reason="Nämnden flyttade")


async def handed(begin: Begin, code: str, person: str, *, by: Person = LEADER) -> None:
    await hand_over_commitment(code, person, by=by, catalogue=CATALOGUE, begin=begin, at=NOW)


async def reminded(begin: Begin, day: date) -> set[tuple[str, str]]:
    """Return who is reminded of what on the morning of *day*."""
    await remind_commitments(day, begin=begin, at=at_local(day, time(8)))
    async with begin() as work:
        owed = [each for each in await work.outbox.list_notices() if each.dedup.startswith(f"commitment:{day}")]
    codes = [(each.recipient or "", str(each.message.values["commitments"]).split("|")) for each in owed]
    return {(person, code) for person, theirs in codes for code in theirs}


async def test_the_reminders_of_what_is_moved_follow_it(begin: Begin) -> None:
    await moved(begin, "U1", date(2022, 6, 15))

    assert ("PL1", "U1") not in await reminded(begin, date(2022, 5, 24))
    assert ("PL1", "U1") in await reminded(begin, date(2022, 6, 8))


async def test_what_recurs_is_back_on_its_own_day_after_it_was_moved_once(begin: Begin) -> None:
    await moved(begin, "KM1", date(2022, 4, 5))
    finished = CommitmentStatus.FINISHED
    await set_commitment_status("KM1", finished, by=LEADER, catalogue=CATALOGUE, begin=begin, at=NOW)

    async with begin() as work:
        assert (await get_commitment("KM1", work)).due == date(2022, 6, 30)


@pytest.mark.parametrize("day", [TODAY - timedelta(days=1), TODAY + timedelta(days=731)])
async def test_it_is_moved_to_no_day_that_has_been_or_is_years_away(begin: Begin, day: date) -> None:
    with pytest.raises(BadDay):
        await moved(begin, "U1", day)


async def test_who_it_was_handed_to_is_reminded_instead_and_told_once_and_may_change_it(begin: Begin) -> None:
    for _ in range(2):
        await handed(begin, "U1", "SER1")

    theirs = {each for each in await reminded(begin, date(2022, 5, 24)) if each[1] in {"U1", "M3"}}
    assert theirs == {("SER1", "U1"), ("PL1", "M3")}
    async with begin() as work:
        told = [each.recipient for each in await work.outbox.list_notices() if each.kind == "commitment.handed-over"]
    assert told == ["SER1"]
    await moved(begin, "U1", date(2022, 6, 15), by=the_person("SER1"))


async def test_it_is_handed_to_nobody_who_could_do_nothing_about_it_nor_by_who_does_not_answer_for_it(
    begin: Begin,
) -> None:
    with pytest.raises(BadInput):
        await handed(begin, "U1", "REK1")
    for person in ("REK1", "SAM1", "EK1"):
        with pytest.raises(NotAllowed):
            await handed(begin, "U1", "PL1", by=the_person(person))


async def test_a_load_that_moves_it_counts_for_more_than_what_was_moved_before_and_any_other_load_for_less(
    begin: Begin,
) -> None:
    def pilot(due: str) -> Pilot:
        wheel = [
            replace(each, due=date.fromisoformat(due)) if each.code == "U1" else each
            for each in example_pilot().commitments
        ]
        return replace(example_pilot(), commitments=tuple(wheel))

    await moved(begin, "U1", date(2022, 6, 15))
    found = []
    for due in ("2022-05-31", "2022-05-25"):
        async with begin() as work:
            assert isinstance(work, Transaction)
            await work.catalogues.load(pilot(due), prices_from=TODAY)
            found.append((await get_commitment("U1", work)).due.isoformat())

    assert found == ["2022-06-15", "2022-05-25"]
