"""How much longer "my requests" and the queue take with 1,000,000 requests than with 10,000."""

import asyncio
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from time import perf_counter

from storage.unit_of_work import Storage
from tests.bench.programs import load
from tests.bench.rows import Row
from tests.chat import Chat
from tests.e2e.programs import PILOT
from tests.factories import example_pilot

SMALL, LARGE = 10_000, 1_000_000
TIMES = 60
ASKED: Mapping[str, tuple[str, str]] = {"my requests": ("REK1", "mina ärenden"), "queue": ("SAM1", "visa kön")}
# One in a hundred is open; the rest has been closed, as in a desk that has run for years.
_FILL = """
INSERT INTO requests (
  id, kind, status, unit, requester, created_at, service, hours, price, included, charged, promised_at, version,
  is_open, due_at, counts_at
)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)
SELECT 'B-2021-' || printf('%07d', i), 'order', CASE WHEN i % 100 = 0 THEN 'queued' ELSE 'closed' END,
  'PV' || (1 + i % 6), 'REK' || (1 + i % 6), moment, 'VAK-LAM', '0.5', '420', '0.5', '0', moment, 1,
  i % 100 = 0, moment, moment
FROM (SELECT i, datetime('2021-01-01', '+' || (i % 500000) || ' minutes') || '.000000' AS moment FROM n)
"""


async def measure(folder: Path) -> Row:
    """Return the worse ratio of the medians; both databases are asked in turn."""
    storages = {count: await _filled(folder, count) for count in (SMALL, LARGE)}
    taken: dict[tuple[str, int], list[float]] = {(what, count): [] for what in ASKED for count in storages}
    for what, (person, words) in ASKED.items():
        chats = {count: Chat(storage.begin, example_pilot().catalogue, person) for count, storage in storages.items()}
        for nth in range(TIMES + 1):
            for count, chat in chats.items():
                begun = perf_counter()
                shown = await chat.reads(await chat.says(words))
                seconds = perf_counter() - begun
                assert "Byte av ljuskälla" in "".join(shown), shown
                if nth:
                    taken[what, count].append(seconds)
    for storage in storages.values():
        await storage.close()
    ratios = {what: median(taken[what, LARGE]) / median(taken[what, SMALL]) for what in ASKED}
    milliseconds = {f"{what}, {count}": round(median(each) * 1000, 2) for (what, count), each in taken.items()}
    return Row(id="growth", value=max(ratios.values()), detail={"ms": milliseconds, "requests": [SMALL, LARGE]})


async def _filled(folder: Path, count: int) -> Storage:
    file = folder / f"requests-{count}.db"
    await asyncio.to_thread(load, folder, f"sqlite+aiosqlite:///{file}", PILOT)
    await asyncio.to_thread(_fill, file, count)
    return Storage.open(f"sqlite+aiosqlite:///{file}")


def _fill(file: Path, count: int) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(_FILL, {"count": count})
    connection.commit()
    connection.close()
