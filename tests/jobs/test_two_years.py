"""The clock from New Year 2022 to 30 January 2024: each reminder, question and brief on its day, once.

Compared with a calendar made independently (tests/jobs/almanac.py).
"""

from pathlib import Path

from tests.jobs.two_years import assert_as_the_calendar_says, live_through, open_replicas
from tests.stores import sqlite_at


async def test_two_years_are_as_the_calendar_says(tmp_path: Path) -> None:
    async with open_replicas(sqlite_at(tmp_path / "years.db"), count=1) as replicas:
        await live_through(replicas)

        await assert_as_the_calendar_says(replicas)
