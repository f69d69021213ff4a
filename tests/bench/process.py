"""How long `serve` takes to be ready, and how much memory it holds after many turns."""

from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median
from time import monotonic

from tests.bench.people import crowd, write_pilot
from tests.bench.programs import desk, load, stand_in
from tests.bench.rows import Row
from tests.bench.turns import PEOPLE, Load
from tests.e2e.programs import PILOT

STARTS = 5
TURNS_IN_ALL = 100_000
PART = 10_000


async def measure_start(folder: Path) -> Row:
    """Return the median of the seconds from starting the process until it listens, on a database at head."""
    database = f"sqlite+aiosqlite:///{folder}/desk.db"
    load(folder, database, PILOT)
    seconds = []
    async with stand_in(folder) as connector:
        for _ in range(STARTS):
            begun = monotonic()
            async with desk(folder, database, connector):
                seconds.append(monotonic() - begun)
            print(f"  ready after {seconds[-1]:.2f} s", flush=True)
    return Row(id="start", value=median(seconds), detail={"seconds": [round(each, 2) for each in seconds]})


async def measure_memory(folder: Path) -> Row:
    """Return the MB that the process holds after all turns, which are no more than it held after the first tenth."""
    people = crowd(PEOPLE)
    database = f"sqlite+aiosqlite:///{folder}/desk.db"
    load(folder, database, write_pilot(folder / "pilot", people))
    held = []
    async with AsyncExitStack() as stack:
        connector = await stack.enter_async_context(stand_in(folder))
        bot = await stack.enter_async_context(desk(folder, database, connector))
        for _ in range(TURNS_IN_ALL // PART):
            await Load(bot=bot, connector=connector, people=people, turns=PART).run()
            held.append(bot.resident_mb)
            print(f"  {held[-1]:.0f} MB after {len(held) * PART} turns", flush=True)
    return Row(id="memory", value=held[-1], detail={"mb_after_each_tenth": [round(each, 1) for each in held]})
