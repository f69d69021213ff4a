"""Real databases for tests: each test gets its own, copied from a template that is made once a session.

`begin` is what most tests want: SQLite with the example pilot loaded. `empty_begin` has the tables and no rows.
`storage` is the opened database under `begin`. The contract suite adds PostgreSQL (tests/storage/conftest.py).
"""

import asyncio
import shutil
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from actions.ports import Begin
from storage.unit_of_work import Storage
from tests.factories import TODAY, example_pilot


def sqlite_url(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


async def load_example(storage: Storage) -> None:
    """Store the example pilot."""
    async with storage.begin() as work:
        await work.catalogues.load(example_pilot(), prices_from=TODAY)


async def _make(file: Path, *, is_loaded: bool) -> None:
    storage = Storage.open(sqlite_url(file), is_durable=False)
    await storage.upgrade()
    if is_loaded:
        await load_example(storage)
    await storage.close()


def _template(folder: Path, *, is_loaded: bool) -> Path:
    file = folder / "template.db"
    asyncio.run(_make(file, is_loaded=is_loaded))
    return file


@pytest.fixture(scope="session")
def empty_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _template(tmp_path_factory.mktemp("empty"), is_loaded=False)


@pytest.fixture(scope="session")
def loaded_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _template(tmp_path_factory.mktemp("loaded"), is_loaded=True)


@pytest.fixture
async def storage(loaded_template: Path, tmp_path: Path) -> AsyncGenerator[Storage]:
    """A database of this test alone, with the example pilot."""
    file = tmp_path / "desk.db"
    shutil.copy(loaded_template, file)
    opened = Storage.open(sqlite_url(file), is_durable=False)
    yield opened
    await opened.close()


@pytest.fixture
def begin(storage: Storage) -> Begin:
    """Opens transactions on a database of this test alone, with the example pilot."""
    return storage.begin


@pytest.fixture
async def empty_begin(empty_template: Path, tmp_path: Path) -> AsyncGenerator[Begin]:
    """Opens transactions on a database of this test alone, with tables and no rows."""
    file = tmp_path / "empty.db"
    shutil.copy(empty_template, file)
    opened = Storage.open(sqlite_url(file), is_durable=False)
    yield opened.begin
    await opened.close()
