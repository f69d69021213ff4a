"""The contract suite runs each test on both databases."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from storage.unit_of_work import Storage
from tests.stores import create_database, sqlite_at

KINDS = ("sqlite", "postgresql")


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest) -> str:
    """The address of a database of this test alone, with the example pilot: SQLite, then PostgreSQL."""
    address: str = request.getfixturevalue(f"{request.param}_url")
    return address


@pytest.fixture(params=KINDS)
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables: SQLite, in a folder that is not there yet, then PostgreSQL."""
    if request.param == "sqlite":
        return sqlite_at(tmp_path / "new" / "folder" / "desk.db")
    return create_database(request.getfixturevalue("postgresql"), "template1")


@pytest.fixture
async def storage(url: str) -> AsyncGenerator[Storage]:
    opened = Storage.open(url, is_durable=False)
    yield opened
    await opened.close()


@pytest.fixture
async def postgresql_storage(postgresql_url: str) -> AsyncGenerator[Storage]:
    """What only several connections at once can show."""
    opened = Storage.open(postgresql_url)
    yield opened
    await opened.close()
