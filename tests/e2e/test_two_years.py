"""The clock from New Year 2022 to 30 January 2024 on PostgreSQL: three replicas, one killed and one added midway."""

import pytest

from tests.jobs.two_years import assert_as_the_calendar_says, live_through, open_replicas
from tests.stores import Server, create_database


@pytest.fixture
def empty_url(postgresql: Server) -> str:
    return create_database(postgresql, "template1")


async def test_two_years_of_three_replicas_are_as_the_calendar_says(empty_url: str) -> None:
    async with open_replicas(empty_url, count=3) as replicas:
        await live_through(replicas)

        await assert_as_the_calendar_says(replicas)
