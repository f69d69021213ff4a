"""What a unit does with its requests: approve, cancel, comment, reopen, rate; and who may."""

import asyncio

import pytest

from actions.assignments import accept_assignment
from actions.requests import (
    approve_request,
    cancel_request,
    comment_request,
    my_requests,
    rate_request,
    read_request,
    reject_request,
    reopen_request,
)
from domain.errors import BadInput, DeskError, NotAllowed, RequestNotFound, WrongState
from domain.requests import RequestStatus, ServiceRequest
from tests.actions.desk import Desk
from tests.factories import NOW, the_person

S = RequestStatus
KON11, REK1, SAM1, SER1 = (the_person(code) for code in ("KON11", "REK1", "SAM1", "SER1"))


async def approve(desk: Desk, request: ServiceRequest, who: str = "REK1") -> ServiceRequest:
    return await approve_request(request.id, by=the_person(who), catalogue=desk.catalogue, begin=desk.begin, at=NOW)


async def reject(desk: Desk, request: ServiceRequest, who: str = "REK1", reason: str | None = None) -> ServiceRequest:
    return await reject_request(
        request.id, reason, by=the_person(who), catalogue=desk.catalogue, begin=desk.begin, at=NOW
    )


async def cancel(desk: Desk, request: ServiceRequest, who: str = "KON11") -> ServiceRequest:
    return await cancel_request(request.id, by=the_person(who), catalogue=desk.catalogue, begin=desk.begin, at=NOW)


async def rate(
    desk: Desk, request: ServiceRequest, rating: int, word: str | None = None, *, who: str = "KON11"
) -> ServiceRequest:
    return await rate_request(
        request.id, rating, word, by=the_person(who), catalogue=desk.catalogue, begin=desk.begin, at=NOW
    )


async def comment(desk: Desk, request: ServiceRequest, word: str, *, who: str = "KON11") -> ServiceRequest:
    return await comment_request(
        request.id, word, by=the_person(who), catalogue=desk.catalogue, begin=desk.begin, at=NOW
    )


async def reopen(desk: Desk, request: ServiceRequest, who: str = "KON11") -> ServiceRequest:
    return await reopen_request(request.id, by=the_person(who), catalogue=desk.catalogue, begin=desk.begin, at=NOW)


async def test_an_approved_order_is_queued_and_its_coordinator_told_once(desk: Desk) -> None:
    request = await desk.order(service="NYC-KOR")

    approved = await approve(desk, request)
    assert await approve(desk, request) == approved

    assert (approved.status, approved.approved_by) == (S.QUEUED, "REK1")
    assert await desk.owed() == [("request.approval", "REK1"), ("request.queued", "SAM1")]
    assert await desk.story(f"request:{request.id}") == ["placed", "approved"]


async def test_a_rejected_order_is_over_and_who_made_it_learns_why(desk: Desk) -> None:
    request = await desk.order(service="NYC-KOR")

    rejected = await reject(desk, request, reason="vi har redan en")
    assert await reject(desk, request, reason="nej") == rejected

    assert rejected.status is S.REJECTED
    assert (await desk.owed())[1:] == [("request.rejected", "KON11")]
    assert (await desk.events(f"request:{request.id}"))[-1].reason == "vi har redan en"
    with pytest.raises(WrongState):
        await approve(desk, request)


@pytest.mark.parametrize("who", ["KON11", "KON12", "SAM1"])
async def test_only_a_principal_of_the_unit_approves(desk: Desk, who: str) -> None:
    request = await desk.order(service="NYC-KOR")

    with pytest.raises(NotAllowed):
        await approve(desk, request, who)
    with pytest.raises(NotAllowed):
        await reject(desk, request, who)


@pytest.mark.parametrize("who", ["REK2", "SER1", "SAM2"])
async def test_who_may_not_even_see_it_does_not_find_it(desk: Desk, who: str) -> None:
    request = await desk.done()
    if who == "SER1":
        request = await desk.order()

    for attempt in (approve(desk, request, who), cancel(desk, request, who), reopen(desk, request, who)):
        with pytest.raises(RequestNotFound):
            await attempt
    with pytest.raises(RequestNotFound):
        await rate(desk, request, 4, who=who)
    with pytest.raises(RequestNotFound):
        await comment(desk, request, "hej", who=who)
    with pytest.raises(RequestNotFound):
        await read_request(request.id, by=the_person(who), catalogue=desk.catalogue, begin=desk.begin)


async def test_approving_and_cancelling_at_once_never_both_win_silently(anywhere: Desk) -> None:
    for turn in range(6):
        request = await anywhere.order(service="NYC-KOR")
        both = (approve(anywhere, request), cancel(anywhere, request))

        outcomes = await asyncio.gather(*(both if turn % 2 else reversed(both)), return_exceptions=True)

        refused = [each for each in outcomes if isinstance(each, DeskError)]
        after = await anywhere.request(request.id)
        assert after.status is S.CANCELLED
        # Cancelled first, the approval is refused; approved first, it is cancelled out of the queue.
        assert (after.approved_by is None) == (len(refused) == 1)


async def test_cancelling_tells_the_one_who_had_it_and_takes_the_work_back(desk: Desk) -> None:
    request = await desk.order()
    offered = await desk.offer(request, "SER1", by=SAM1)
    await accept_assignment(offered.id, by=SER1, begin=desk.begin, at=NOW)

    for _ in range(2):
        await cancel(desk, request)

    assert (await desk.request(request.id)).status is S.CANCELLED
    assert (await desk.assignment(offered.id)).status == "withdrawn"
    assert (await desk.owed())[2:] == [("assignment.withdrawn", "SER1")]


async def test_who_made_it_is_told_when_somebody_else_cancels(desk: Desk) -> None:
    request = await desk.order()

    await cancel(desk, request, "SAM1")

    assert (await desk.owed())[1:] == [("request.cancelled", "KON11")]


async def test_what_has_begun_or_is_over_is_not_cancelled(desk: Desk) -> None:
    begun, _ = await desk.under_way()
    done = await desk.done()

    for request in (begun, done):
        with pytest.raises(WrongState):
            await cancel(desk, request)


async def test_a_party_is_told_when_what_was_forwarded_to_it_is_cancelled(desk: Desk) -> None:
    issue = await desk.report("ARMATUR")

    await cancel(desk, issue)

    assert await desk.owed() == [("issue.forwarded", "party:property"), ("issue.cancelled", "party:property")]


async def test_hours_of_what_was_cancelled_are_free_again(desk: Desk) -> None:
    request = await desk.order(service="LOK-STO")
    await cancel(desk, request)

    assert (await desk.order(service="LOK-STO")).charged == 0


async def test_a_rating_is_kept_with_its_word_changed_by_another_and_leaves_the_request_done(desk: Desk) -> None:
    request = await desk.done()

    first = await rate(desk, request, 4, "mycket bra")
    assert await rate(desk, request, 4, "mycket bra") == first
    second = await rate(desk, request, 2)

    assert (first.rating, second.rating, second.status) == (4, 2, S.DONE)
    rated = [each for each in await desk.events(f"request:{request.id}") if each.what == "rated"]
    assert [each.reason for each in rated] == ["mycket bra", None]


@pytest.mark.parametrize("who", ["KON12", "REK1", "SAM1"])
async def test_only_who_made_it_rates_it(desk: Desk, who: str) -> None:
    request = await desk.done()

    with pytest.raises(NotAllowed):
        await rate(desk, request, 5, who=who)


@pytest.mark.parametrize("rating", [-1, 0, 6])
async def test_a_rating_out_of_range_is_refused(desk: Desk, rating: int) -> None:
    request = await desk.done()

    with pytest.raises(BadInput):
        await rate(desk, request, rating)
    assert (await desk.request(request.id)).rating is None


async def test_what_is_not_done_is_not_rated(desk: Desk) -> None:
    with pytest.raises(WrongState):
        await rate(desk, await desk.order(), 5)


async def test_a_reopened_request_is_queued_again_and_can_be_done_again(desk: Desk) -> None:
    request = await desk.done()

    reopened = await reopen(desk, request)

    assert (reopened.status, reopened.done_at) == (S.QUEUED, None)
    assert (await desk.owed())[-1] == ("request.queued", "SAM1")
    again = await desk.offer(reopened, "SER3", by=SAM1)
    assert again.id == "U-2022-0002"
    with pytest.raises(WrongState):
        await reopen(desk, request)


async def test_a_comment_reaches_the_others_who_are_concerned(desk: Desk) -> None:
    request, _ = await desk.under_way()

    await comment(desk, request, "nyckeln ligger i receptionen")
    await comment(desk, request, "jag är sen", who="SER1")
    await comment(desk, request, "okej", who="SAM1")

    assert (await desk.owed())[2:] == [
        ("request.commented", "SER1"),
        ("request.commented", "KON11"),
        ("request.commented", "KON11"),
        ("request.commented", "SER1"),
    ]


async def test_a_comment_before_anybody_has_it_reaches_the_coordinator(desk: Desk) -> None:
    request = await desk.order()

    await comment(desk, request, "hej")

    assert (await desk.owed())[1:] == [("request.commented", "SAM1")]


@pytest.mark.parametrize("word", ["", "   ", "\n"])
async def test_an_empty_comment_is_refused(desk: Desk, word: str) -> None:
    with pytest.raises(BadInput):
        await comment(desk, await desk.order(), word)


async def test_a_comment_is_stored_without_identity_numbers(desk: Desk) -> None:
    request = await desk.order()

    await comment(desk, request, "det gäller 811228-9874")

    assert "9874" not in str(await desk.events(f"request:{request.id}"))
    async with desk.begin() as work:
        assert "9874" not in str(await work.outbox.list_notices())


async def test_a_person_sees_their_own_open_first_and_newest_first(desk: Desk) -> None:
    first = await desk.order()
    second = await desk.order()
    third = await desk.order()
    await desk.order("KON12")
    await cancel(desk, second)

    mine = await my_requests(KON11, begin=desk.begin)

    assert [each.id for each in mine] == [third.id, first.id, second.id]


@pytest.mark.parametrize(
    ("who", "is_seen"),
    [("KON11", True), ("KON12", True), ("REK1", True), ("SAM1", True), ("PL1", True), ("SER1", True), ("SER3", False)],
)
async def test_who_sees_a_request(desk: Desk, who: str, *, is_seen: bool) -> None:
    request = await desk.done()

    seeing = read_request(request.id, by=the_person(who), catalogue=desk.catalogue, begin=desk.begin)
    if is_seen:
        assert (await seeing).id == request.id
    else:
        with pytest.raises(RequestNotFound):
            await seeing
