"""Towns for the proofs, on SQLite and on PostgreSQL; what the processes said is shown when a test fails."""

import asyncio
import shutil
import signal
from collections.abc import AsyncGenerator, Generator
from contextlib import AsyncExitStack
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any, Protocol

import pytest

from tests.e2e import books
from tests.e2e.programs import PILOT, START, run_forked
from tests.e2e.town import Town
from tests.stores import Server

# Whoever stops the tests stops what they have started: SIGTERM unwinds as Ctrl-C does.
signal.signal(signal.SIGTERM, signal.default_int_handler)

TOWNS = pytest.StashKey[list[Town]]()
DATABASES = ("sqlite", "postgresql")
_numbers = count(1)


class BuildTown(Protocol):
    """Starts a town on the database of the test; `options` are those of Town."""

    async def __call__(self, database: str, **options: Any) -> Town:
        """Return the running town; it is stopped when the test is over."""
        ...


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest) -> str:
    """The address of a database of this test alone, with the example pilot loaded: SQLite, then PostgreSQL."""
    return str(request.getfixturevalue(f"{request.param}_address"))


def load(folder: Path, address: str, pilot: Path = PILOT, *, start: str = START) -> None:
    """Load a pilot by the command line; the desk's clock starts with it."""
    run_forked(
        ["bot", "load", str(pilot)], folder=folder, settings={"VAKTIS_DATABASE_URL": address, "VAKTIS_CLOCK": start}
    )


@pytest.fixture(scope="session")
def loaded_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("loaded")
    load(folder, f"sqlite+aiosqlite:///{folder}/desk.db")
    return folder / "desk.db"


@pytest.fixture(scope="session")
def loaded_postgresql(postgresql: Server, tmp_path_factory: pytest.TempPathFactory) -> str:
    postgresql.psql("CREATE DATABASE town;")
    load(tmp_path_factory.mktemp("loaded"), postgresql.get_uri("town", driver="asyncpg"))
    return "town"


@pytest.fixture
def sqlite_address(loaded_sqlite: Path, tmp_path: Path) -> str:
    return _at_start(f"sqlite+aiosqlite:///{shutil.copy(loaded_sqlite, tmp_path / 'desk.db')}")


@pytest.fixture
def postgresql_address(postgresql: Server, loaded_postgresql: str) -> str:
    name = f"town_{next(_numbers)}"
    postgresql.psql(f"CREATE DATABASE {name} TEMPLATE {loaded_postgresql};")
    return _at_start(postgresql.get_uri(name, driver="asyncpg"))


def _at_start(address: str) -> str:
    """Return *address* with its clock put back: it has gone on since the pilot was loaded, for another test maybe."""
    asyncio.run(books.set_clock(address, datetime.fromisoformat(START)))
    return address


@pytest.fixture
async def build_town(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncGenerator[BuildTown]:
    towns: list[Town] = []
    request.node.stash[TOWNS] = towns
    async with AsyncExitStack() as stack:

        async def build(database: str, **options: Any) -> Town:
            town = Town(folder=tmp_path / f"town{len(towns) + 1}", database=database, **options)
            towns.append(town)
            return await stack.enter_async_context(town)

        yield build


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed and report.when == "call":
        report.sections += [("town", town.told()) for town in item.stash.get(TOWNS, [])]
    return report
