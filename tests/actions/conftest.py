"""A desk on a database of the test alone."""

from collections.abc import AsyncGenerator

import pytest

from actions.ports import Begin
from storage.unit_of_work import Storage
from tests.actions.desk import Desk
from tests.factories import example_pilot


@pytest.fixture
def desk(begin: Begin) -> Desk:
    return Desk(begin=begin, catalogue=example_pilot().catalogue)


@pytest.fixture(params=["sqlite_url", "postgresql_url"])
def database(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


@pytest.fixture
async def anywhere(database: str) -> AsyncGenerator[Desk]:
    """A desk on SQLite, and once more on PostgreSQL: for what happens at once."""
    storage = Storage.open(database, is_durable=False)
    yield Desk(begin=storage.begin, catalogue=example_pilot().catalogue)
    await storage.close()
