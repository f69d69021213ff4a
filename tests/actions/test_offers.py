"""An offer that is declined or not answered in time goes to the next, until nobody is left and that is told."""

import asyncio
from collections import Counter
from datetime import datetime, timedelta

import pytest

from actions.absence import report_absence
from actions.assignments import accept_assignment, decline_assignment
from actions.offers import move_offers_on, next_move
from actions.requests import cancel_request
from actions.standing import make_standing_ahead
from domain.assignments import AssignmentStatus
from domain.errors import OfferGone
from domain.requests import RequestStatus
from domain.worktime import STOCKHOLM
from tests.actions.desk import Desk
from tests.factories import NOW, TODAY, an_issue, the_person

SAM1 = the_person("SAM1")
MAIL = "PV1-POST-IN-1300"
SOON = NOW + timedelta(minutes=15)
NIGHT = datetime(2022, 3, 15, 20, 0, tzinfo=STOCKHOLM)
MORNING = datetime(2022, 3, 16, 7, 0, tzinfo=STOCKHOLM)


async def given(desk: Desk, request: str) -> list[tuple[str, str]]:
    async with desk.begin() as work:
        return [(each.person, each.status.value) for each in await work.assignments.of_request(request)]


async def decline(desk: Desk, request: str, *, at: datetime = NOW) -> str:
    """Let whoever is asked say no; return who it was."""
    async with desk.begin() as work:
        last = (await work.assignments.of_request(request))[-1]
    await decline_assignment(last.id, by=the_person(last.person), begin=desk.begin, at=at)
    return last.person


async def test_what_was_declined_is_offered_to_the_next(anywhere: Desk) -> None:
    request = await anywhere.order()
    await anywhere.offer(request, "SER1", by=SAM1)
    await decline(anywhere, request.id)

    await move_offers_on(begin=anywhere.begin, at=SOON)
    await move_offers_on(begin=anywhere.begin, at=SOON)

    first, second = await given(anywhere, request.id)
    assert first == ("SER1", "declined")
    assert second[0] != "SER1"
    assert second[1] == "offered"
    assert (await anywhere.owed())[-1] == ("assignment.offer", second[0])
    assert (await anywhere.request(request.id)).status is RequestStatus.QUEUED


async def test_an_offer_waits_until_its_time_and_then_moves_on(anywhere: Desk) -> None:
    request = await anywhere.order()
    offer = await anywhere.offer(request, "SER1", by=SAM1)
    due = await next_move(begin=anywhere.begin, after=NOW)
    assert due == NOW + timedelta(hours=1)

    await move_offers_on(begin=anywhere.begin, at=due - timedelta(minutes=1))
    assert await given(anywhere, request.id) == [("SER1", "offered")]
    await move_offers_on(begin=anywhere.begin, at=due)

    first, second = await given(anywhere, request.id)
    assert (first, second[1]) == (("SER1", "withdrawn"), "offered")
    assert await anywhere.story(f"assignment:{offer.id}") == ["offered", "unanswered"]
    assert (await anywhere.owed())[-2:] == [("assignment.unanswered", "SER1"), ("assignment.offer", second[0])]


async def test_whoever_was_passed_by_can_no_longer_accept(desk: Desk) -> None:
    request = await desk.order()
    offer = await desk.offer(request, "SER1", by=SAM1)
    await move_offers_on(begin=desk.begin, at=NOW + timedelta(hours=2))

    with pytest.raises(OfferGone):
        await accept_assignment(offer.id, by=the_person("SER1"), begin=desk.begin, at=NOW + timedelta(hours=2))


async def test_when_nobody_is_left_the_coordinators_are_told_once(anywhere: Desk) -> None:
    request = await anywhere.order()
    await anywhere.offer(request, "SER1", by=SAM1)
    asked = []
    for _ in range(20):
        if any(status == "offered" for _, status in await given(anywhere, request.id)):
            asked.append(await decline(anywhere, request.id))
        await move_offers_on(begin=anywhere.begin, at=SOON)

    assert len(asked) == len(set(asked)) > 2
    assert {status for _, status in await given(anywhere, request.id)} == {"declined"}
    assert [each for each in await anywhere.owed() if each[0] == "request.uncovered"] == [("request.uncovered", "SAM1")]


async def test_nothing_moves_on_at_night_but_an_emergency(desk: Desk) -> None:
    ordinary = await desk.order()
    issue = an_issue(status=RequestStatus.QUEUED, severity="emergency", promised_at=NOW + timedelta(hours=11))
    async with desk.begin() as work:
        await work.requests.add(issue)
    for each in (ordinary, issue):
        await desk.offer(each, "SER1", by=SAM1)
        await decline(desk, each.id)

    assert await move_offers_on(begin=desk.begin, at=NIGHT) == 1
    assert await given(desk, ordinary.id) == [("SER1", "declined")]
    assert len(await given(desk, issue.id)) == 2
    assert await next_move(begin=desk.begin, after=NIGHT) == NIGHT + timedelta(minutes=15)
    assert await move_offers_on(begin=desk.begin, at=MORNING) == 2


async def test_what_a_coordinator_has_given_or_the_unit_has_cancelled_is_left_alone(desk: Desk) -> None:
    cancelled, given_on = await desk.order(), await desk.order()
    for each in (cancelled, given_on):
        await desk.offer(each, "SER1", by=SAM1)
        await decline(desk, each.id)
    await cancel_request(cancelled.id, by=SAM1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)
    await desk.offer(given_on, "SER3", by=SAM1)

    assert await move_offers_on(begin=desk.begin, at=SOON) == 0
    assert await given(desk, given_on.id) == [("SER1", "declined"), ("SER3", "offered")]


async def test_a_request_that_nobody_was_asked_for_waits_for_the_coordinator(desk: Desk) -> None:
    request = await desk.order()

    assert await move_offers_on(begin=desk.begin, at=NOW + timedelta(days=1)) == 0
    assert await given(desk, request.id) == []
    assert await next_move(begin=desk.begin, after=NOW) is None


async def test_an_answer_and_its_end_in_the_same_moment_leave_one_who_has_it(anywhere: Desk) -> None:
    for _ in range(8):
        request = await anywhere.order()
        offer = await anywhere.offer(request, "SER1", by=SAM1)
        at = NOW + timedelta(hours=1)

        await asyncio.gather(
            move_offers_on(begin=anywhere.begin, at=at),
            accept_assignment(offer.id, by=the_person("SER1"), begin=anywhere.begin, at=at),
            return_exceptions=True,
        )

        live = [each for each in await given(anywhere, request.id) if each[1] in {"offered", "accepted"}]
        assert len(live) == 1
        is_taken = live == [("SER1", AssignmentStatus.ACCEPTED.value)]
        status = RequestStatus.ASSIGNED if is_taken else RequestStatus.QUEUED
        assert (await anywhere.request(request.id)).status is status
        await cancel_request(request.id, by=SAM1, catalogue=anywhere.catalogue, begin=anywhere.begin, at=NOW)


async def test_an_unanswered_offer_of_standing_work_moves_on_until_nobody_is_left(anywhere: Desk) -> None:
    await make_standing_ahead(begin=anywhere.begin, at=NOW)
    by = the_person("SER10")
    await report_absence("SER10", TODAY, TODAY, by=by, catalogue=anywhere.catalogue, begin=anywhere.begin, at=NOW)
    asked: list[str] = []
    for _ in range(12):
        due = await next_move(begin=anywhere.begin, after=NOW)
        async with anywhere.begin() as work:
            offers = [each for each in await work.assignments.standing_offers() if each.schedule == MAIL]
        asked += [each.person for each in offers]
        if not offers or due is None:
            break
        await move_offers_on(begin=anywhere.begin, at=due - timedelta(minutes=1))
        await move_offers_on(begin=anywhere.begin, at=max(due, offers[0].offered_at + timedelta(hours=1)))

    told = Counter(await anywhere.owed())
    assert len(asked) == len(set(asked)) > 1
    assert "SER10" not in asked
    assert all(told["assignment.unanswered", each] >= 1 for each in asked[:-1])


async def test_standing_work_whose_time_is_over_is_asked_of_nobody_else(desk: Desk) -> None:
    await make_standing_ahead(begin=desk.begin, at=NOW)
    by = the_person("SER10")
    await report_absence("SER10", TODAY, TODAY, by=by, catalogue=desk.catalogue, begin=desk.begin, at=NOW)
    before = (await desk.owed()).count(("assignment.offer", "SER1"))

    assert await move_offers_on(begin=desk.begin, at=NOW + timedelta(days=1)) == 0

    async with desk.begin() as work:
        assert [each for each in await work.assignments.standing_offers() if each.schedule == MAIL] == []
    assert (await desk.owed()).count(("assignment.offer", "SER1")) == before
