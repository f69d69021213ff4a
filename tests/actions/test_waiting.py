"""While the requester is waited for the work and its clock rest; the promise moves by as much."""

from datetime import timedelta
from decimal import Decimal

import pytest

from actions.assignments import accept_assignment, finish_assignment, start_assignment
from actions.handover import hand_over_assignment
from actions.requests import comment_request
from actions.service_levels import next_watch, watch_promises
from actions.waiting import answer_requester, wait_for_requester
from domain.assignments import Assignment, AssignmentStatus
from domain.errors import BadInput, NotAllowed
from domain.requests import RequestStatus, ServiceRequest
from tests.actions.desk import Desk
from tests.factories import NOW, the_person

SAM1, SER1, SER3, KON11, KON12 = (the_person(code) for code in ("SAM1", "SER1", "SER3", "KON11", "KON12"))
LATER = NOW + timedelta(hours=2)
S = RequestStatus


async def waiting(desk: Desk, question: str | None = "Vilken sal?") -> tuple[ServiceRequest, Assignment]:
    _, started = await desk.under_way()
    request = await wait_for_requester(
        started.id, question, by=SER1, catalogue=desk.catalogue, begin=desk.begin, at=NOW
    )
    return request, await desk.assignment(started.id)


async def answered(desk: Desk, request: str, code: str = "KON11") -> ServiceRequest:
    return await answer_requester(
        request, "B214", by=the_person(code), catalogue=desk.catalogue, begin=desk.begin, at=LATER
    )


async def test_the_work_rests_and_the_requester_is_asked(desk: Desk) -> None:
    request, assignment = await waiting(desk)

    assert (request.status, assignment.status) == (S.WAITING, AssignmentStatus.PAUSED)
    assert ("request.commented", "KON11") in await desk.owed()
    assert await desk.story(f"request:{request.id}") == [
        "placed",
        "assigned",
        "started",
        "commented",
        "waiting",
    ]


async def test_nobody_is_warned_while_the_requester_is_waited_for(anywhere: Desk) -> None:
    await waiting(anywhere)

    before = await anywhere.owed()
    await watch_promises(begin=anywhere.begin, at=NOW + timedelta(days=3))

    assert await anywhere.owed() == before
    assert await next_watch(begin=anywhere.begin, after=NOW) is None


async def test_an_answer_lets_the_work_go_on_with_the_promise_moved_by_the_pause(anywhere: Desk) -> None:
    request, assignment = await waiting(anywhere)
    assert request.promised_at == NOW + timedelta(hours=4)

    after = await answered(anywhere, request.id)

    # Two hours of pause: from 14:00 to the closing at 16:00.
    assert (after.status, after.promised_at) == (S.IN_PROGRESS, NOW + timedelta(hours=6))
    assert (await anywhere.owed())[-1] == ("request.answered", "SER1")
    again = await anywhere.request(request.id)
    assert (again.status, again.promised_at) == (after.status, after.promised_at)
    done = await finish_assignment(
        assignment.id, Decimal(1), by=SER1, begin=anywhere.begin, at=NOW + timedelta(hours=5)
    )
    assert done.status is AssignmentStatus.DONE
    assert "promise-kept" in await anywhere.story(f"request:{request.id}")


@pytest.mark.parametrize("code", ["SAM1", "SER1"])
async def test_a_word_of_the_desk_is_no_answer(desk: Desk, code: str) -> None:
    request, _ = await waiting(desk)
    if code == "SAM1":
        await comment_request(request.id, "Hej?", by=SAM1, catalogue=desk.catalogue, begin=desk.begin, at=LATER)
    else:
        await answered(desk, request.id, code)

    assert (await desk.request(request.id)).status is S.WAITING


async def test_whoever_has_it_can_go_on_finish_or_hand_over_without_an_answer(desk: Desk) -> None:
    first, assignment = await waiting(desk)
    await start_assignment(assignment.id, by=SER1, begin=desk.begin, at=LATER)
    assert (await desk.request(first.id)).promised_at == NOW + timedelta(hours=6)

    second, assignment = await waiting(desk)
    await finish_assignment(assignment.id, Decimal(1), by=SER1, begin=desk.begin, at=LATER)
    assert (await desk.request(second.id)).status is S.DONE

    third, assignment = await waiting(desk)
    await hand_over_assignment(assignment.id, by=SER1, begin=desk.begin, at=LATER)
    handed = await desk.request(third.id)
    assert (handed.status, handed.promised_at) == (S.QUEUED, NOW + timedelta(hours=6))


async def test_what_was_not_begun_waits_too(desk: Desk) -> None:
    request = await desk.order()
    offered = await desk.offer(request, "SER1", by=SAM1)
    await accept_assignment(offered.id, by=SER1, begin=desk.begin, at=NOW)

    await wait_for_requester(offered.id, "Vilken?", by=SER1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)

    assert (await desk.assignment(offered.id)).status is AssignmentStatus.ACCEPTED
    assert (await answered(desk, request.id, "KON12")).status is S.ASSIGNED


async def test_an_empty_question_or_somebody_elses_work_changes_nothing(desk: Desk) -> None:
    with pytest.raises(BadInput):
        await waiting(desk, " ")
    with pytest.raises(NotAllowed):
        await wait_for_requester("U-2022-0001", "Vad?", by=SER3, catalogue=desk.catalogue, begin=desk.begin, at=NOW)

    assert (await desk.request("B-2022-0001")).status is S.IN_PROGRESS
