"""Standing work that somebody loses goes to another who can, or to the coordinators."""

import asyncio
from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from actions.absence import end_absence, report_absence
from actions.assignments import accept_assignment, decline_assignment, finish_assignment, start_assignment
from actions.covering import assign_standing, open_days
from actions.handover import hand_over_assignment
from actions.standing import make_standing_ahead
from domain.assignments import Assignment, AssignmentStatus
from domain.errors import Away, DeskError, NotAllowed, NotFound, NotSuitable, WrongState
from domain.people import Person
from domain.worktime import at_local
from tests.actions.desk import Desk
from tests.factories import NOW, TODAY, the_person

A = AssignmentStatus
MORNING = at_local(TODAY, time(5))
TOMORROW = TODAY + timedelta(days=1)
FLOORS = "PV1-LOK-REG-0700"
MAIL = "PV1-POST-IN-1300"
SAM1 = the_person("SAM1")


@pytest.fixture(autouse=True)
async def standing(desk: Desk) -> None:
    await make_standing_ahead(begin=desk.begin, at=MORNING)


async def pieces(desk: Desk, schedule: str, day: date = TODAY) -> list[Assignment]:
    async with desk.begin() as work:
        found = await work.assignments.standing(at_local(day, time()), at_local(day, time(23)))
    return sorted((each for each in found if each.schedule == schedule), key=lambda each: each.id)


async def away(desk: Desk, person: str, first: date = TODAY, last: date = TODAY) -> str:
    freed = await report_absence(
        person, first, last, by=the_person(person), catalogue=desk.catalogue, begin=desk.begin, at=NOW
    )
    return freed.absence.id


async def give(desk: Desk, person: str, *, schedule: str = FLOORS, by: Person = SAM1, day: date = TODAY) -> Assignment:
    return await assign_standing(schedule, day, person, by=by, catalogue=desk.catalogue, begin=desk.begin, at=NOW)


async def test_the_day_of_who_is_away_is_offered_to_others_and_the_rest_shown_to_the_coordinators(desk: Desk) -> None:
    await away(desk, "SER10")

    (before, after) = await pieces(desk, MAIL)
    assert (before.person, before.status) == ("SER10", A.WITHDRAWN)
    assert (after.status, after.planned_start) == (A.OFFERED, before.planned_start)
    assert ("assignment.offer", after.person) in await desk.owed()
    assert [each.status for each in await pieces(desk, MAIL, TOMORROW)] == [A.ACCEPTED]


async def test_what_nobody_has_room_for_is_told_once_to_the_units_coordinators(desk: Desk) -> None:
    await away(desk, "SER6")

    (floors,) = await pieces(desk, "PV5-LOK-REG-0700")
    assert floors.status is A.WITHDRAWN
    told = [who for kind, who in await desk.owed() if kind == "standing.uncovered"]
    assert told == ["SAM2"]


async def test_who_is_back_gets_what_nobody_took_the_next_morning(desk: Desk) -> None:
    number = await away(desk, "SER6", TODAY, TOMORROW)
    await end_absence(number, by=the_person("SER6"), catalogue=desk.catalogue, begin=desk.begin, at=NOW)
    await make_standing_ahead(begin=desk.begin, at=at_local(TOMORROW, time(5)))

    statuses = [(each.person, each.status) for each in await pieces(desk, "PV5-LOK-REG-0700", TOMORROW)]
    assert statuses == [("SER6", A.WITHDRAWN), ("SER6", A.ACCEPTED)]


async def test_a_no_asks_the_next_one_and_never_the_same_again(desk: Desk) -> None:
    await away(desk, "SER10")
    asked = []
    while (offered := (await pieces(desk, MAIL))[-1]).status is A.OFFERED:
        asked.append(offered.person)
        await decline_assignment(offered.id, by=the_person(offered.person), begin=desk.begin, at=NOW)

    assert len(asked) == len(set(asked)) > 1
    assert [who for kind, who in await desk.owed() if kind == "standing.uncovered"] == ["SAM1"]


async def test_what_was_begun_leaves_its_hours_when_it_is_handed_over(desk: Desk) -> None:
    (mail,) = await pieces(desk, MAIL)
    await start_assignment(mail.id, by=the_person("SER10"), begin=desk.begin, at=NOW)
    later = NOW + timedelta(minutes=30)
    await hand_over_assignment(mail.id, by=the_person("SER10"), begin=desk.begin, at=later)

    async with desk.begin() as work:
        (entry,) = await work.time_entries.all()
    assert (entry.schedule, entry.hours, entry.person) == (MAIL, Decimal("0.5"), "SER10")
    assert (await pieces(desk, MAIL))[-1].status is A.OFFERED


async def test_whoever_takes_it_on_enters_the_hours(desk: Desk) -> None:
    await away(desk, "SER10")
    offered = (await pieces(desk, MAIL))[-1]
    taker = the_person(offered.person)
    await accept_assignment(offered.id, by=taker, begin=desk.begin, at=NOW)
    await finish_assignment(offered.id, Decimal("0.5"), by=taker, begin=desk.begin, at=NOW)

    async with desk.begin() as work:
        assert [(each.person, each.schedule) for each in await work.time_entries.all()] == [(taker.code, MAIL)]


async def test_a_coordinator_gives_it_to_somebody_over_an_offer(desk: Desk) -> None:
    await away(desk, "SER10")
    offered = (await pieces(desk, MAIL))[-1]
    given = await give(desk, "SER3", schedule=MAIL)
    again = await give(desk, "SER3", schedule=MAIL)

    assert given == again
    assert (given.person, given.status) == ("SER3", A.ACCEPTED)
    if offered.person != "SER3":
        assert (await desk.assignment(offered.id)).status is A.WITHDRAWN
        assert ("assignment.withdrawn", offered.person) in await desk.owed()
    async with desk.begin() as work:
        assert MAIL not in [day.schedule for day, _ in await open_days(TODAY, work=work)]


@pytest.mark.parametrize(
    ("person", "by", "refusal"),
    [
        ("SER3", "SAM1", NotSuitable),  # no cleaning
        ("SER1", "SAM1", Away),
        ("SER2", "SAM2", NotAllowed),
        ("REK1", "SAM1", NotSuitable),
    ],
)
async def test_it_is_given_to_nobody_who_may_not_do_it(
    desk: Desk, person: str, by: str, refusal: type[DeskError]
) -> None:
    await away(desk, "SER1")

    with pytest.raises(refusal):
        await give(desk, person, by=the_person(by))


async def test_what_somebody_has_or_what_there_is_not_is_given_to_nobody(desk: Desk) -> None:
    with pytest.raises(WrongState):
        await give(desk, "SER2")
    with pytest.raises(NotFound):
        await give(desk, "SER2", schedule="PV1-LOK-REG-0800")


async def test_a_no_and_a_coordinator_at_once_leave_it_with_one(anywhere: Desk) -> None:
    desk = anywhere
    await make_standing_ahead(begin=desk.begin, at=MORNING)
    await away(desk, "SER10", TODAY, TODAY + timedelta(days=6))
    days = [TODAY + timedelta(days=ahead) for ahead in (0, 1, 2, 3, 6)]

    for day in days:
        offered = (await pieces(desk, MAIL, day))[-1]
        await asyncio.gather(
            decline_assignment(offered.id, by=the_person(offered.person), begin=desk.begin, at=NOW),
            give(desk, "SER4", schedule=MAIL, day=day),
            return_exceptions=True,
        )

    live = {day: [each.person for each in await pieces(desk, MAIL, day) if each.is_live] for day in days}
    assert {len(people) for people in live.values()} == {1}, live


async def test_two_coordinators_at_once_give_it_to_one(anywhere: Desk) -> None:
    desk = anywhere
    await make_standing_ahead(begin=desk.begin, at=MORNING)
    await away(desk, "SER10")

    outcomes = await asyncio.gather(
        *(give(desk, person, schedule=MAIL) for person in ("SER2", "SER3")), return_exceptions=True
    )

    assert sorted(type(each).__name__ for each in outcomes) == ["Assignment", "WrongState"]
    live = [each for each in await pieces(desk, MAIL) if each.is_live]
    assert [each.status for each in live] == [A.ACCEPTED]
