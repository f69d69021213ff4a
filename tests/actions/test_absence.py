"""Who is away gets no work, and what they had goes to somebody else or to the coordinators; why is kept nowhere."""

import asyncio
from datetime import date, timedelta
from decimal import Decimal

import pytest

from actions.absence import end_absence, report_absence
from actions.assignments import accept_assignment, assign_request, finish_assignment, start_assignment
from actions.handover import hand_over_assignment
from actions.queue import suggestions_for
from domain.absence import Absence
from domain.assignments import Assignment, AssignmentStatus
from domain.errors import Away, BadInput, NotAllowed, WrongState
from domain.people import Person
from domain.requests import RequestStatus, ServiceRequest
from storage.unit_of_work import Storage
from tests.actions.desk import Desk
from tests.factories import NOW, TODAY, example_pilot, the_person
from tests.locks import until_somebody_waits

A, S = AssignmentStatus, RequestStatus
SAM1, SAM2, SER1, SER3 = the_person("SAM1"), the_person("SAM2"), the_person("SER1"), the_person("SER3")
LATER = NOW + timedelta(minutes=40)


async def taken(desk: Desk, person: str = "SER1") -> tuple[ServiceRequest, Assignment]:
    """Return an order for today that *person* has accepted."""
    request = await desk.order(wanted_start=NOW, wanted_end=NOW + timedelta(hours=1))
    offered = await desk.offer(request, person, by=SAM1)
    return request, await accept_assignment(offered.id, by=the_person(person), begin=desk.begin, at=NOW)


async def away(desk: Desk, first: date = TODAY, last: date = TODAY, *, who: str = "SER1", by: Person = SER1) -> Absence:
    freed = await report_absence(who, first, last, by=by, catalogue=desk.catalogue, begin=desk.begin, at=NOW)
    return freed.absence


async def offers_of(desk: Desk, request: ServiceRequest) -> list[tuple[str, AssignmentStatus]]:
    async with desk.begin() as work:
        return [(each.person, each.status) for each in await work.assignments.of_request(request.id)]


async def test_what_somebody_away_had_today_is_offered_to_another_who_can_and_has_room(anywhere: Desk) -> None:
    desk = anywhere
    request, _ = await taken(desk)

    await away(desk)

    (first, second) = await offers_of(desk, request)
    assert first == ("SER1", A.HANDED_OVER)
    assert second[0] != "SER1"
    assert second[1] is A.OFFERED
    assert (await desk.request(request.id)).status is S.QUEUED
    assert ("assignment.offer", second[0]) in await desk.owed()
    assert ("absence.reported", "SAM1") in await desk.owed()


async def test_who_goes_home_keeps_what_begins_before_and_loses_the_rest_of_the_day(anywhere: Desk) -> None:
    desk, noon = anywhere, NOW + timedelta(hours=2)
    before, _ = await taken(desk)
    after = await desk.order(wanted_start=noon, wanted_end=noon + timedelta(hours=1))
    await assign_request(after.id, "SER1", by=SAM1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)
    days = {"by": SER1, "catalogue": desk.catalogue, "begin": desk.begin, "at": NOW}

    home = await report_absence("SER1", TODAY, TODAY, **days, since=noon)  # type: ignore[arg-type]
    ill = await report_absence("SER1", TODAY, TODAY, **days)  # type: ignore[arg-type]

    assert list(home.offered) == [after.id]
    assert list(ill.offered) == [before.id]
    assert home.absence == ill.absence
    assert [kind for kind, who in await desk.owed() if who == "SAM1"].count("absence.reported") == 2


async def test_what_nobody_can_take_is_shown_to_the_coordinators_one_by_one(desk: Desk) -> None:
    request, _ = await taken(desk)
    for code in ("SER3", "SER5", "SER7", "SER9"):
        await away(desk, who=code, by=the_person(code))

    await away(desk)

    assert await offers_of(desk, request) == [("SER1", A.HANDED_OVER)]
    assert ("request.uncovered", "SAM1") in await desk.owed()


async def test_what_is_finished_at_the_same_moment_is_done_and_the_absence_is_kept(postgresql_url: str) -> None:
    storage = Storage.open(postgresql_url, is_durable=False)
    desk = Desk(begin=storage.begin, catalogue=example_pilot().catalogue)
    request, begun = await desk.under_way(wanted_start=NOW, wanted_end=NOW + timedelta(hours=1))

    async with desk.begin() as work:
        await finish_assignment(begun.id, Decimal(1), by=SER1, begin=work.within(), at=NOW)
        reporting = asyncio.create_task(away(desk))
        await until_somebody_waits(storage)
    absence = await reporting

    assert absence.covers(TODAY)
    assert await offers_of(desk, request) == [("SER1", A.DONE)]
    assert (await desk.request(request.id)).status is S.DONE
    await storage.close()


async def test_work_of_another_day_stays_with_its_person(desk: Desk) -> None:
    request, _ = await taken(desk)

    await away(desk, TODAY + timedelta(days=1), TODAY + timedelta(days=3))

    assert await offers_of(desk, request) == [("SER1", A.ACCEPTED)]


async def test_whoever_is_away_is_suggested_for_nothing_and_can_be_given_nothing_that_day(desk: Desk) -> None:
    await away(desk)
    request = await desk.order(wanted_start=NOW, wanted_end=NOW + timedelta(hours=1))

    async with desk.begin() as work:
        named = await suggestions_for(request, work=work, catalogue=desk.catalogue, at=NOW)
    assert "SER1" not in [each.person.code for each in named]
    with pytest.raises(Away):
        await assign_request(request.id, "SER1", by=SAM1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)


async def test_who_is_back_can_be_given_work_again_and_the_rest_stays_with_the_others(anywhere: Desk) -> None:
    desk = anywhere
    request, _ = await taken(desk)
    absence = await away(desk)

    for _ in range(2):
        await end_absence(absence.id, by=SER1, catalogue=desk.catalogue, begin=desk.begin, at=LATER)

    assert (await offers_of(desk, request))[0] == ("SER1", A.HANDED_OVER)
    other = await desk.order(wanted_start=NOW, wanted_end=NOW + timedelta(hours=1))
    assert (await desk.offer(other, "SER1", by=SAM1)).status is A.OFFERED


async def test_the_same_days_twice_are_one_absence_and_one_notice(desk: Desk) -> None:
    assert await away(desk) == await away(desk)
    assert [kind for kind, _ in await desk.owed()].count("absence.reported") == 1


async def test_only_oneself_and_the_coordinator_of_the_unit_can_say_that_somebody_is_away(desk: Desk) -> None:
    await away(desk, by=SAM1)
    for stranger in (SER3, the_person("REK1"), the_person("KON11"), SAM2):
        with pytest.raises(NotAllowed):
            await away(desk, TODAY, TODAY + timedelta(days=1), by=stranger)


@pytest.mark.parametrize(("first", "last"), [(-1, 0), (2, 1), (0, 400)])
async def test_days_that_lie_behind_or_have_no_end_are_refused(desk: Desk, first: int, last: int) -> None:
    with pytest.raises(BadInput):
        await away(desk, TODAY + timedelta(days=first), TODAY + timedelta(days=last))


async def test_work_begun_is_handed_over_with_the_time_that_was_put_into_it(desk: Desk) -> None:
    request, accepted = await taken(desk)
    await start_assignment(accepted.id, by=SER1, begin=desk.begin, at=NOW)

    for _ in range(2):
        await hand_over_assignment(accepted.id, by=SER1, begin=desk.begin, at=LATER, reason="hinner inte")

    async with desk.begin() as work:
        (entry,) = await work.time_entries.all()
    assert (entry.person, entry.hours, entry.amount) == ("SER1", Decimal("0.75"), Decimal("315.00"))
    assert (await desk.request(request.id)).status is S.QUEUED
    assert [kind for kind, _ in await desk.owed()].count("assignment.handed-over") == 1


async def test_work_not_begun_is_handed_over_without_any_hours(desk: Desk) -> None:
    request, accepted = await taken(desk)

    await hand_over_assignment(accepted.id, by=SER1, begin=desk.begin, at=LATER)

    async with desk.begin() as work:
        assert await work.time_entries.all() == []
    assert (await desk.request(request.id)).status is S.QUEUED


async def test_only_what_one_has_taken_on_can_be_handed_over(desk: Desk) -> None:
    request = await desk.order()
    offered = await desk.offer(request, "SER1", by=SAM1)

    with pytest.raises(WrongState):
        await hand_over_assignment(offered.id, by=SER1, begin=desk.begin, at=NOW)
    with pytest.raises(NotAllowed):
        await hand_over_assignment(offered.id, by=SER3, begin=desk.begin, at=NOW)


async def test_whoever_is_reported_away_by_somebody_else_is_told(desk: Desk) -> None:
    await away(desk, by=SAM1)
    assert ("absence.reported", "SER1") in await desk.owed()


async def test_whoever_says_it_for_oneself_gets_no_notice_of_it(desk: Desk) -> None:
    await away(desk)
    assert ("absence.reported", "SER1") not in await desk.owed()
