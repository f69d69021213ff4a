from collections.abc import AsyncGenerator

import pytest

from bot.settings import Settings, read_settings
from bot.wiring import Desk, assembled
from tests.bot.connector_server import ConnectorServer, connector_server


@pytest.fixture
async def connector() -> AsyncGenerator[ConnectorServer]:
    """A connector over real HTTP that fails as it is told."""
    async with connector_server() as server:
        yield server


@pytest.fixture
def settings(sqlite_url: str) -> Settings:
    """Development settings on a database with the example pilot, at the moment it runs."""
    return read_settings(
        {"VAKTIS_DATABASE_URL": sqlite_url, "VAKTIS_CLOCK": "2022-03-15T10:00:00+01:00", "VAKTIS_PORT": "0"}
    )


@pytest.fixture
async def desk(settings: Settings) -> AsyncGenerator[Desk]:
    """The whole desk but its HTTP server, sending what it owes."""
    async with assembled(settings) as assembled_desk:
        assembled_desk.delivery.start()
        yield assembled_desk
        await assembled_desk.delivery.stop()
