"""The desk watches by itself: offers move on and promises are told of, once however many processes look."""

import asyncio
from collections import Counter
from datetime import datetime, timedelta

import pytest

from actions.assignments import offer_assignment
from actions.orders import keep_draft, place_order
from domain.requests import ServiceRequest
from domain.worktime import STOCKHOLM
from jobs.runner import Runner
from jobs.schedule import TICKS
from storage.unit_of_work import Storage
from tests.factories import NOW, a_draft, the_person
from tests.jobs.desk import Desk, open_desk

DESK = [tick for tick in TICKS if tick.name == "desk"]
REPLICAS = 3
EVENING = datetime(2022, 3, 15, 18, 0, tzinfo=STOCKHOLM)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    address: str = request.getfixturevalue(f"{request.param}_url")
    return address


async def an_offered_order(desk: Desk) -> ServiceRequest:
    draft, person, catalogue = a_draft(), the_person("REK1"), await desk.catalogue()
    await keep_draft(draft, by=person, catalogue=catalogue, begin=desk.begin)
    order = await place_order(draft.id, {}, by=person, catalogue=catalogue, begin=desk.begin, at=NOW)
    await offer_assignment(order.id, "SER1", by=the_person("SAM1"), catalogue=catalogue, begin=desk.begin, at=NOW)
    return order


async def asked_at(desk: Desk, order: ServiceRequest) -> list[str]:
    async with desk.begin() as work:
        given = await work.assignments.of_request(order.id)
    return [f"{each.offered_at.astimezone(STOCKHOLM):%H:%M}" for each in given]


async def told(desk: Desk) -> Counter[str]:
    async with desk.begin() as work:
        return Counter(each.kind for each in await work.outbox.list_notices())


async def test_an_order_that_nobody_answers_goes_through_the_team_and_its_promise_is_told_of(url: str) -> None:
    async with open_desk(url) as desk:
        order = await an_offered_order(desk)

        await desk.run_until(EVENING)

        # Promised to 14:00 with 4 hours left: an hour for each answer, the least that anybody gets.
        assert await asked_at(desk, order) == ["10:00", "11:00", "12:00", "13:00", "14:00"]
        notices = await told(desk)
    assert {kind: notices[kind] for kind in ("promise.warned", "promise.broken", "request.uncovered")} == {
        "promise.warned": 1,
        "promise.broken": 1,
        "request.uncovered": 1,
    }
    assert notices["assignment.unanswered"] == 5


async def test_three_replicas_at_once_ask_and_tell_once(url: str) -> None:
    async with open_desk(url) as desk:
        order = await an_offered_order(desk)
        replicas = [Storage.open(url, is_durable=False) for _ in range(REPLICAS)]
        runners = [Runner(DESK, since=NOW) for _ in replicas]
        for quarters in range(1, 21):
            at = NOW + timedelta(minutes=15 * quarters)
            counts = await asyncio.gather(
                *(runner.run_due(storage.begin, at=at) for runner, storage in zip(runners, replicas, strict=True))
            )
            assert sum(counts) == 1
        for storage in replicas:
            await storage.close()

        asked, notices = await asked_at(desk, order), await told(desk)
    assert asked == ["10:00", "11:00", "12:00", "13:00", "14:00"]
    assert (notices["promise.warned"], notices["promise.broken"], notices["assignment.unanswered"]) == (1, 1, 5)


async def test_whoever_travels_passes_over_the_slots_with_nothing_to_do(desk: Desk) -> None:
    await an_offered_order(desk)
    runner = Runner(DESK, since=NOW)
    at, looks = NOW, 0

    while at < EVENING and looks < 50:
        await runner.run_due(desk.begin, at=at)
        if await DESK[0].upcoming(begin=desk.begin, after=at) is None:  # type: ignore[misc]
            break
        at, looks = await runner.next_needed(desk.begin, after=at), looks + 1

    assert looks < 10
