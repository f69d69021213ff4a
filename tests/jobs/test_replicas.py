"""Several processes over one database: three runners, each with connections of its own."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest

from jobs.runner import Runner
from jobs.schedule import TICKS
from storage.unit_of_work import Storage
from tests.factories import NOW

REPLICAS = 3
DAYS = 4


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    address: str = request.getfixturevalue(f"{request.param}_url")
    return address


async def test_three_replicas_at_once_run_each_slot_once(url: str) -> None:
    replicas = [Storage.open(url, is_durable=False) for _ in range(REPLICAS)]
    runners = [Runner(TICKS, since=NOW) for _ in replicas]

    ran = 0
    moments = [NOW + timedelta(hours=hour) for hour in range(0, DAYS * 24, 6)]
    for at in moments:
        counts = await asyncio.gather(
            *(runner.run_due(storage.begin, at=at) for runner, storage in zip(runners, replicas, strict=True))
        )
        ran += sum(counts)

    async with replicas[0].begin() as work:
        slots = [(job, slot) for job, slot, _, outcome in await work.slots.all() if outcome == "done"]
        owed = await work.outbox.list_notices()
    for storage in replicas:
        await storage.close()
    # Of what is let go when it was missed, only the newest runs each time that anybody looks.
    frequent = [tick for tick in TICKS if tick.upcoming is not None]
    regular = [tick for tick in TICKS if tick.upcoming is None]
    expected = sum(len(list(tick.rhythm.slots(after=NOW, until=moments[-1]))) for tick in regular)
    expected += len(frequent) * len(moments)
    assert ran == len(slots) == len(set(slots)) == expected > len(TICKS) * (DAYS - 1)
    assert Counter(each.kind for each in owed)["survey.question"] == 50
