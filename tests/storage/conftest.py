"""The contract suite runs each test on both databases."""

from collections.abc import AsyncGenerator

import pytest

from storage.unit_of_work import Storage

KINDS = ("sqlite", "postgresql")


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest) -> str:
    """The address of a database of this test alone, with the example pilot: SQLite, then PostgreSQL."""
    address: str = request.getfixturevalue(f"{request.param}_url")
    return address


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
