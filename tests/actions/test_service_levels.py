"""A promise that comes in danger or is broken is told of once, and what became of it is kept."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from actions.assignments import accept_assignment, finish_assignment, start_assignment
from actions.requests import cancel_request, reopen_request
from actions.service_levels import next_watch, watch_promises
from domain.requests import RequestStatus, ServiceRequest
from tests.actions.desk import Desk
from tests.factories import NOW, an_issue, the_person

SAM1, SER1 = the_person("SAM1"), the_person("SER1")
MINUTE = timedelta(minutes=1)


async def tick(desk: Desk, at: datetime) -> list[tuple[str, str | None]]:
    """Look at all promises, twice as two replicas may; return what is owed because of it."""
    before = await desk.owed()
    for _ in range(2):
        await watch_promises(begin=desk.begin, at=at)
    return (await desk.owed())[len(before) :]


async def fate(desk: Desk, request: ServiceRequest) -> list[str]:
    return [each for each in await desk.story(f"request:{request.id}") if each.startswith("promise-")]


async def test_whoever_has_the_work_is_warned_and_the_coordinators_hear_of_the_breach_each_once(anywhere: Desk) -> None:
    request = await anywhere.order()
    offered = await anywhere.offer(request, "SER1", by=SAM1)
    await accept_assignment(offered.id, by=SER1, begin=anywhere.begin, at=NOW)
    warned = NOW + timedelta(hours=3)
    assert request.promised_at == NOW + timedelta(hours=4)

    assert await tick(anywhere, warned - MINUTE) == []
    assert await tick(anywhere, warned) == [("promise.warned", "SER1")]
    assert await tick(anywhere, request.promised_at) == []
    assert await tick(anywhere, request.promised_at + MINUTE) == [("promise.broken", "SAM1")]
    assert await tick(anywhere, request.promised_at + timedelta(days=3)) == []
    assert await fate(anywhere, request) == ["promise-warned", "promise-broken"]


async def test_where_nobody_has_it_the_coordinators_are_warned(desk: Desk) -> None:
    request = await desk.order()
    await desk.offer(request, "SER1", by=SAM1)

    assert await tick(desk, NOW + timedelta(hours=3)) == [("promise.warned", "SAM1")]


async def test_the_next_moments_are_those_of_the_warning_and_the_breach(desk: Desk) -> None:
    request = await desk.order()
    assert request.promised_at is not None

    warned = await next_watch(begin=desk.begin, after=NOW)
    assert warned == NOW + timedelta(hours=3)
    broken = await next_watch(begin=desk.begin, after=warned)
    assert broken is not None
    assert timedelta(0) < broken - request.promised_at < MINUTE
    assert await next_watch(begin=desk.begin, after=broken) is None


@pytest.mark.parametrize(("minutes", "fates"), [(200, ["promise-kept"]), (241, ["promise-broken"])])
async def test_what_is_done_has_kept_its_promise_or_broken_it(desk: Desk, minutes: int, fates: list[str]) -> None:
    request, started = await desk.under_way()
    at = NOW + timedelta(minutes=minutes)

    for _ in range(2):
        await finish_assignment(started.id, Decimal("0.5"), by=SER1, begin=desk.begin, at=at)

    assert await fate(desk, request) == fates
    assert await tick(desk, at + timedelta(days=1)) == []


async def test_a_broken_promise_is_broken_once_also_when_it_is_done_at_last(desk: Desk) -> None:
    request, started = await desk.under_way()
    late = NOW + timedelta(hours=5)
    await tick(desk, late)

    await finish_assignment(started.id, Decimal("0.5"), by=SER1, begin=desk.begin, at=late + MINUTE)

    assert await fate(desk, request) == ["promise-broken"]


async def test_what_is_opened_again_is_promised_anew(desk: Desk) -> None:
    request = await desk.done()
    at = NOW + timedelta(hours=1)
    await reopen_request(request.id, by=the_person("KON11"), catalogue=desk.catalogue, begin=desk.begin, at=at)

    assert await tick(desk, at + timedelta(hours=2)) == []
    assert await tick(desk, at + timedelta(hours=3)) == [("promise.warned", "SAM1")]
    again = await desk.offer(request, "SER1", by=SAM1, at=at)
    await accept_assignment(again.id, by=SER1, begin=desk.begin, at=at)
    await start_assignment(again.id, by=SER1, begin=desk.begin, at=at)
    await finish_assignment(again.id, Decimal("0.5"), by=SER1, begin=desk.begin, at=at + timedelta(hours=3))
    assert await fate(desk, request) == ["promise-kept", "promise-warned", "promise-kept"]


async def test_what_is_over_or_another_party_has_is_not_watched(desk: Desk) -> None:
    cancelled, forwarded = await desk.order(), await desk.report("LACKA")
    await cancel_request(cancelled.id, by=SAM1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)

    assert await tick(desk, NOW + timedelta(days=9)) == []
    assert await next_watch(begin=desk.begin, after=NOW) is None
    assert await fate(desk, forwarded) == []


async def test_an_emergency_of_ours_is_warned_of_at_night_by_the_clock(desk: Desk) -> None:
    night = NOW + timedelta(hours=12)
    issue = an_issue(
        status=RequestStatus.QUEUED,
        severity="emergency",
        party="service",
        created_at=night,
        promised_at=night + timedelta(hours=1),
    )
    async with desk.begin() as work:
        await work.requests.add(issue)

    assert await tick(desk, night + timedelta(minutes=44)) == []
    assert await tick(desk, night + timedelta(minutes=45)) == [("promise.warned", "SAM1")]
    assert await tick(desk, night + timedelta(minutes=61)) == [("promise.broken", "SAM1")]
