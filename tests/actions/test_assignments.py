"""Work gets to somebody who can do it, is begun and finished once, and everybody concerned is told once."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from actions.assignments import (
    accept_assignment,
    assign_request,
    decline_assignment,
    finish_assignment,
    offer_assignment,
    pause_assignment,
    start_assignment,
    todays_assignments,
)
from actions.requests import cancel_request
from domain.assignments import AssignmentStatus, TimeEntry
from domain.errors import BadInput, DeskError, NotAllowed, NotSuitable, OfferGone, WrongState
from domain.requests import RequestStatus
from tests.actions.desk import Desk
from tests.factories import NOW, TODAY, the_person

A, S = AssignmentStatus, RequestStatus
SAM1, SAM2, SER1, SER3 = the_person("SAM1"), the_person("SAM2"), the_person("SER1"), the_person("SER3")
LATER = NOW + timedelta(minutes=40)


async def time_entries(desk: Desk) -> list[TimeEntry]:
    async with desk.begin() as work:
        return list(await work.time_entries.all())


async def test_from_offer_to_done_both_lives_go_step_by_step_and_everybody_is_told_once(desk: Desk) -> None:
    request = await desk.order(place="B214")
    begin = desk.begin

    offered = await desk.offer(request, "SER1", by=SAM1)
    assert (offered.id, offered.status, (await desk.request(request.id)).status) == ("U-2022-0001", A.OFFERED, S.QUEUED)
    accepted = await accept_assignment(offered.id, by=SER1, begin=begin, at=NOW)
    assert (accepted.status, (await desk.request(request.id)).status) == (A.ACCEPTED, S.ASSIGNED)
    started = await start_assignment(offered.id, by=SER1, begin=begin, at=NOW)
    assert (started.status, (await desk.request(request.id)).status) == (A.STARTED, S.IN_PROGRESS)
    paused = await pause_assignment(offered.id, by=SER1, begin=begin, at=NOW + timedelta(minutes=10))
    assert (paused.status, (await desk.request(request.id)).status) == (A.PAUSED, S.IN_PROGRESS)
    await start_assignment(offered.id, by=SER1, begin=begin, at=LATER)
    done = await finish_assignment(
        offered.id, Decimal("0.5"), by=SER1, begin=begin, at=LATER + timedelta(minutes=20), note="bytte två"
    )

    after = await desk.request(request.id)
    assert (done.status, done.hours, done.worked) == (A.DONE, Decimal("0.5"), timedelta(minutes=30))
    assert (after.status, after.done_at) == (S.DONE, LATER + timedelta(minutes=20))
    assert await desk.owed() == [
        ("request.queued", "SAM1"),
        ("assignment.offer", "SER1"),
        ("request.done", "KON11"),
    ]
    assert await desk.story(f"assignment:{offered.id}") == [
        "offered", "accepted", "started", "paused", "started", "done"
    ]  # fmt: skip
    assert await desk.story(f"request:{request.id}") == [
        "placed", "assigned", "started", "done", "promise-kept"
    ]  # fmt: skip


async def test_done_makes_one_time_entry_at_the_frozen_price_to_the_ore(desk: Desk) -> None:
    _, started = await desk.under_way(service="VAK-LAM")

    for _ in range(3):
        await finish_assignment(started.id, Decimal("0.33"), by=SER1, begin=desk.begin, at=LATER)

    (entry,) = await time_entries(desk)
    assert (entry.person, entry.unit, entry.service, entry.day) == ("SER1", "PV1", "VAK-LAM", TODAY)
    assert (entry.hours, entry.price, entry.amount) == (Decimal("0.33"), Decimal(420), Decimal("138.60"))


async def test_twenty_finishes_at_once_count_the_hours_once_and_ask_for_one_rating(anywhere: Desk) -> None:
    _, started = await anywhere.under_way()

    await asyncio.gather(
        *(finish_assignment(started.id, Decimal(1), by=SER1, begin=anywhere.begin, at=LATER) for _ in range(20))
    )

    assert len(await time_entries(anywhere)) == 1
    assert [each for each in await anywhere.owed() if each[0] == "request.done"] == [("request.done", "KON11")]


async def test_half_an_ore_is_rounded_up(desk: Desk) -> None:
    _, started = await desk.under_way(service="VAX-INN")

    await finish_assignment(started.id, Decimal("0.337"), by=SER1, begin=desk.begin, at=LATER)

    # 0.337 x 385 = 129.745
    assert (await time_entries(desk))[0].amount == Decimal("129.75")


async def test_work_over_midnight_is_an_entry_of_the_day_it_began_in_stockholm(desk: Desk) -> None:
    request = await desk.order()
    offered = await desk.offer(request, "SER1", by=SAM1)
    evening = datetime(2022, 3, 15, 22, 30, tzinfo=UTC)
    await accept_assignment(offered.id, by=SER1, begin=desk.begin, at=NOW)
    await start_assignment(offered.id, by=SER1, begin=desk.begin, at=evening)
    await finish_assignment(offered.id, Decimal(3), by=SER1, begin=desk.begin, at=evening + timedelta(hours=3))

    assert (await time_entries(desk))[0].day == date(2022, 3, 15)


async def test_bad_hours_finish_nothing(desk: Desk) -> None:
    request, started = await desk.under_way()

    with pytest.raises(BadInput):
        await finish_assignment(started.id, Decimal(25), by=SER1, begin=desk.begin, at=LATER)

    assert await time_entries(desk) == []
    assert (await desk.request(request.id)).status is S.IN_PROGRESS


async def test_steps_that_are_repeated_leave_no_second_trace(desk: Desk) -> None:
    request = await desk.order()
    offered = await desk.offer(request, "SER1", by=SAM1)
    assert await desk.offer(request, "SER1", by=SAM1) == offered
    for _ in range(2):
        await accept_assignment(offered.id, by=SER1, begin=desk.begin, at=NOW)
    for _ in range(2):
        await start_assignment(offered.id, by=SER1, begin=desk.begin, at=NOW)

    assert await desk.story(f"assignment:{offered.id}") == ["offered", "accepted", "started"]
    assert await desk.story(f"request:{request.id}") == ["placed", "assigned", "started"]


async def test_an_offer_makes_a_card_of_the_request_that_shows_another_outdated(desk: Desk) -> None:
    request = await desk.order()

    await desk.offer(request, "SER1", by=SAM1)

    assert (await desk.request(request.id)).version == request.version + 1


async def test_offering_to_another_takes_the_first_offer_back_and_says_so_once(desk: Desk) -> None:
    request = await desk.order()
    first = await desk.offer(request, "SER1", by=SAM1)

    second = await desk.offer(request, "SER3", by=SAM1)

    assert (await desk.assignment(first.id)).status is A.WITHDRAWN
    assert await desk.owed() == [
        ("request.queued", "SAM1"),
        ("assignment.offer", "SER1"),
        ("assignment.withdrawn", "SER1"),
        ("assignment.offer", "SER3"),
    ]
    with pytest.raises(OfferGone):
        await accept_assignment(first.id, by=SER1, begin=desk.begin, at=NOW)
    assert (await accept_assignment(second.id, by=SER3, begin=desk.begin, at=NOW)).status is A.ACCEPTED


async def test_what_was_accepted_can_still_be_offered_to_another(desk: Desk) -> None:
    request = await desk.order()
    first = await desk.offer(request, "SER1", by=SAM1)
    await accept_assignment(first.id, by=SER1, begin=desk.begin, at=NOW)

    await desk.offer(request, "SER3", by=SAM1)

    assert (await desk.request(request.id)).status is S.QUEUED
    assert await desk.story(f"request:{request.id}") == ["placed", "assigned", "queued"]


async def test_an_offer_to_somebody_unsuitable_leaves_the_first_one_standing(desk: Desk) -> None:
    request = await desk.order()
    first = await desk.offer(request, "SER1", by=SAM1)

    with pytest.raises(NotSuitable):
        await desk.offer(request, "SER2", by=SAM1)

    assert (await desk.assignment(first.id)).status is A.OFFERED
    assert ("assignment.withdrawn", "SER1") not in await desk.owed()


async def test_two_offers_at_once_leave_one_of_them(anywhere: Desk) -> None:
    request = await anywhere.order()

    await asyncio.gather(*(anywhere.offer(request, each, by=SAM1) for each in ("SER1", "SER3", "SER1", "SER3")))

    async with anywhere.begin() as work:
        live = [each for each in await work.assignments.of_request(request.id) if each.is_live]
    assert len(live) == 1


async def test_a_decline_brings_it_back_to_the_queue_and_tells_the_coordinator_why(desk: Desk) -> None:
    request = await desk.order()
    offered = await desk.offer(request, "SER1", by=SAM1)
    await accept_assignment(offered.id, by=SER1, begin=desk.begin, at=NOW)

    for _ in range(2):
        await decline_assignment(offered.id, by=SER1, begin=desk.begin, at=LATER, reason=" hinner inte ")

    assert (await desk.request(request.id)).status is S.QUEUED
    assert (await desk.owed())[2:] == [("assignment.declined", "SAM1")]
    assert (await desk.events(f"assignment:{offered.id}"))[-1].reason == "hinner inte"


async def test_a_personal_number_in_a_reason_or_note_is_not_stored(desk: Desk) -> None:
    request = await desk.order()
    offered = await desk.offer(request, "SER1", by=SAM1)
    await decline_assignment(offered.id, by=SER1, begin=desk.begin, at=NOW, reason="ring 811228-9874")
    _, started = await desk.under_way()
    await finish_assignment(started.id, Decimal(1), by=SER1, begin=desk.begin, at=LATER, note="ring 811228-9874")

    async with desk.begin() as work:
        assert not [each for each in await work.events.all() if "9874" in (each.reason or "")]


async def test_assigning_directly_is_accepted_at_once_and_can_still_be_declined(desk: Desk) -> None:
    request = await desk.order()

    given = await assign_request(request.id, "SER1", by=SAM1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)
    again = await assign_request(request.id, "SER1", by=SAM1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)

    assert again == given
    assert (given.status, (await desk.request(request.id)).status) == (A.ACCEPTED, S.ASSIGNED)
    assert (await desk.owed())[1:] == [("assignment.assigned", "SER1")]
    await decline_assignment(given.id, by=SER1, begin=desk.begin, at=NOW)
    assert (await desk.request(request.id)).status is S.QUEUED


async def test_assigning_what_is_offered_to_them_accepts_that_offer(desk: Desk) -> None:
    request = await desk.order()
    offered = await desk.offer(request, "SER1", by=SAM1)

    given = await assign_request(request.id, "SER1", by=SAM1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)

    assert (given.id, given.status) == (offered.id, A.ACCEPTED)


@pytest.mark.parametrize("who", ["KON11", "REK1", "SER1", "SAM2", "PL1", "ADM1"])
async def test_only_a_coordinator_of_the_unit_gives_work(desk: Desk, who: str) -> None:
    request = await desk.order()

    for give in (offer_assignment, assign_request):
        with pytest.raises(NotAllowed):
            await give(request.id, "SER1", by=the_person(who), catalogue=desk.catalogue, begin=desk.begin, at=NOW)


async def test_what_awaits_approval_or_is_under_way_is_not_given(desk: Desk) -> None:
    waiting = await desk.order(service="NYC-KOR")
    begun, _ = await desk.under_way()

    for request in (waiting, begun):
        with pytest.raises(WrongState):
            await desk.offer(request, "SER3", by=SAM1)


async def test_nobody_answers_or_works_for_somebody_else(desk: Desk) -> None:
    request = await desk.order()
    offered = await desk.offer(request, "SER1", by=SAM1)

    with pytest.raises(OfferGone):
        await accept_assignment(offered.id, by=SER3, begin=desk.begin, at=NOW)
    with pytest.raises(NotAllowed):
        await decline_assignment(offered.id, by=SER3, begin=desk.begin, at=NOW)
    await accept_assignment(offered.id, by=SER1, begin=desk.begin, at=NOW)
    with pytest.raises(NotAllowed):
        await start_assignment(offered.id, by=SER3, begin=desk.begin, at=NOW)
    await start_assignment(offered.id, by=SER1, begin=desk.begin, at=NOW)
    with pytest.raises(NotAllowed):
        await pause_assignment(offered.id, by=SER3, begin=desk.begin, at=NOW)
    with pytest.raises(NotAllowed):
        await finish_assignment(offered.id, Decimal(1), by=SER3, begin=desk.begin, at=NOW)


async def test_cancelling_and_starting_at_once_never_both_win(anywhere: Desk) -> None:
    for turn in range(6):
        request = await anywhere.order()
        offered = await anywhere.offer(request, "SER1", by=SAM1)
        await accept_assignment(offered.id, by=SER1, begin=anywhere.begin, at=NOW)
        cancel = cancel_request(
            request.id, by=the_person("KON11"), catalogue=anywhere.catalogue, begin=anywhere.begin, at=NOW
        )
        start = start_assignment(offered.id, by=SER1, begin=anywhere.begin, at=NOW)

        outcomes = await asyncio.gather(*((cancel, start) if turn % 2 else (start, cancel)), return_exceptions=True)

        assert len([each for each in outcomes if isinstance(each, DeskError)]) == 1
        found = ((await anywhere.request(request.id)).status, (await anywhere.assignment(offered.id)).status)
        assert found in {(S.CANCELLED, A.WITHDRAWN), (S.IN_PROGRESS, A.STARTED)}


async def test_an_issue_of_our_own_is_worked_on_and_costs_the_unit_nothing(desk: Desk) -> None:
    issue = await desk.report("EJSTAD")
    offered = await desk.offer(issue, "SER1", by=SAM1)
    await accept_assignment(offered.id, by=SER1, begin=desk.begin, at=NOW)
    await start_assignment(offered.id, by=SER1, begin=desk.begin, at=NOW)
    await finish_assignment(offered.id, Decimal(1), by=SER1, begin=desk.begin, at=LATER)

    (entry,) = await time_entries(desk)
    assert (entry.request, entry.amount) == (issue.id, Decimal(0))


async def test_a_deviation_demands_what_the_service_that_it_deviates_from_demands(desk: Desk) -> None:
    issue = await desk.report("EJSTAD")

    with pytest.raises(NotSuitable) as refused:
        await desk.offer(issue, "SER3", by=SAM1)
    assert refused.value.values["competences"] == "STAD"


async def test_what_is_offered_or_under_way_is_on_the_employees_list_and_nothing_else(desk: Desk) -> None:
    request = await desk.order()
    offered = await desk.offer(request, "SER1", by=SAM1)
    await desk.done()

    assert [each.id for each in await todays_assignments(SER1, begin=desk.begin)] == [offered.id]
    assert await todays_assignments(SER3, begin=desk.begin) == []
