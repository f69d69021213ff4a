"""What the person hears when the database, or the text they wrote, is not as it should be."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncGenerator
from itertools import count

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.ports import Begin
from bot.commands.serve import serving
from bot.settings import Settings, read_settings
from bot.wiring import Desk, assembled
from dialogs.turn import Reply, Turn, say
from domain.errors import Unavailable
from storage.unit_of_work import Storage
from tests.bot.activities import message
from tests.bot.connector_server import ConnectorServer
from tests.stores import Server

_numbers = count(1)
CLOCK = "2022-03-15T10:00:00+01:00"


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest) -> Settings:
    """Development settings on SQLite, then on PostgreSQL."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return read_settings({"VAKTIS_DATABASE_URL": url, "VAKTIS_CLOCK": CLOCK, "VAKTIS_PORT": "0"})


@pytest.fixture
async def served(either: Settings) -> AsyncGenerator[tuple[Desk, aiohttp.ClientSession]]:
    async with serving(either) as (desk, port), aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        yield desk, session


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters() | st.sampled_from("\0\ud800\udfff<&"), max_size=60))
async def test_any_json_string_gets_an_answer(
    served: tuple[Desk, aiohttp.ClientSession], connector: ConnectorServer, text: str
) -> None:
    desk, session = served
    before = len(connector.sent())
    activity = message(text, by="REK1", service_url=connector.url, id=f"text-{next(_numbers)}")

    async with session.post("/api/messages", data=json.dumps(activity)) as response:
        assert response.status == 200

    async with asyncio.timeout(20):
        await desk.delivery.settle_down()
    sent = connector.sent()[before:]
    assert sent
    assert not [each for each in sent if "\x00" in str(each) or "referensnummer" in str(each).casefold()]


async def test_what_can_not_be_stored_is_marked_and_the_rest_is_understood(
    served: tuple[Desk, aiohttp.ClientSession], connector: ConnectorServer
) -> None:
    _, session = served
    activity = message("\ud800 byt lysröret i B214 imorgon\0", by="REK1", service_url=connector.url)

    async with session.post("/api/messages", data=json.dumps(activity)) as response:
        assert response.status == 200

    assert "B214" in str((await connector.wait_for(1))[0])


async def test_a_message_that_meets_a_locked_file_is_taken_when_it_comes_again(
    settings: Settings, connector: ConnectorServer
) -> None:
    activity = json.dumps(message("hjälp", by="REK1", service_url=connector.url))
    other = sqlite3.connect(settings.database.partition(":///")[2], isolation_level=None)
    async with serving(settings) as (desk, port), aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        async with desk.begin() as work:
            work._session._wire.patience_ms = 50  # type: ignore[attr-defined]
        other.execute("BEGIN IMMEDIATE")
        async with session.post("/api/messages", data=activity) as refused:
            assert (refused.status, (await refused.json())["error"]["code"]) == (503, "ServiceUnavailable")
        other.execute("ROLLBACK")
        other.close()
        async with session.post("/api/messages", data=activity) as taken:
            assert taken.status == 200

        assert len(await connector.wait_for(1)) == 1


class Severing:
    """A router whose first turn loses its connection on the way."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._is_done = False

    async def __call__(self, turn: Turn, *, begin: Begin) -> Reply:
        if not self._is_done:
            self._is_done = True
            self._server.psql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'desk_%';")
        async with begin() as work:
            await work.settings.put("seen", turn.activity)
        return Reply(messages=(say("unknown-person"),))


async def test_a_message_whose_connection_is_lost_is_taken_when_it_comes_again(
    postgresql: Server, postgresql_url: str, connector: ConnectorServer
) -> None:
    activity = message("hjälp", by="REK1", service_url=connector.url)
    settings = read_settings({"VAKTIS_DATABASE_URL": postgresql_url, "VAKTIS_CLOCK": CLOCK})
    async with assembled(settings, route=Severing(postgresql)) as desk:
        with pytest.raises(Unavailable):
            await desk.server.adapter.process(dict(activity))
        await desk.server.adapter.process(dict(activity))

        async with desk.begin() as work:
            assert await work.settings.find("seen") == activity["id"]


async def test_nobody_is_let_in_by_a_server_that_is_not_there(unused_tcp_port: int) -> None:
    settings = read_settings({"VAKTIS_DATABASE_URL": f"postgresql+asyncpg://x@127.0.0.1:{unused_tcp_port}/x"})

    storage = Storage.open(settings.database)
    with pytest.raises(Unavailable):
        async with storage.begin():
            pass
    await storage.close()
