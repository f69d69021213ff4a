import json
from collections.abc import AsyncGenerator
from datetime import datetime

import aiohttp
import pytest

from bot.commands.frame import Refused
from bot.commands.serve import serving
from bot.metrics import Metrics
from bot.settings import Settings
from tests.bot.activities import chat_of, envelope, installed, message
from tests.bot.connector_server import ConnectorServer


@pytest.fixture
async def bot(settings: Settings) -> AsyncGenerator[aiohttp.ClientSession]:
    """A client of a bot that serves."""
    async with serving(settings) as (_, port), aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        yield session


async def test_a_message_over_http_is_answered_through_the_connector(
    bot: aiohttp.ClientSession, connector: ConnectorServer
) -> None:
    async with bot.post("/api/messages", json=message("hjälp", by="REK1", service_url=connector.url)) as response:
        assert response.status == 200

    assert len(await connector.wait_for(1, conversation=chat_of("REK1"))) == 1


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[" * 100_000, 400),
        (b"null", 400),
        (b"[]", 400),
        (b'"text"', 400),
        (b"{}", 400),
        (b'{"type": 7}', 400),
        (b'{"type": "message"}', 400),
        (b'{"type": "message", "id": "1", "serviceUrl": "http://127.0.0.1:1", "conversation": "x"}', 400),
        (b'{"type": "message", "timestamp": "yesterday", "conversation": {"id": "a"}}', 400),
        (b'{"type": "message", "id": "1", "serviceUrl": "http://evil.example/", "conversation": {"id": "a"}}', 401),
        (b'{"type": "unheard-of"}', 200),
        (b'{"type": "typing"}', 200),
        (b" " * 300_000, 413),
    ],
)
async def test_a_body_that_is_no_activity_gets_a_clear_answer(
    bot: aiohttp.ClientSession, body: bytes, status: int
) -> None:
    async with bot.post("/api/messages", data=body) as response:
        words = await response.text()

    assert response.status == status
    assert "Traceback" not in words
    if status >= 400:
        assert json.loads(words)["error"]["code"]


@pytest.mark.parametrize(
    "kind", ["messageUpdate", "messageDelete", "messageReaction", "typing", "event", "endOfConversation"]
)
async def test_what_has_no_effect_here_is_taken_quietly(
    bot: aiohttp.ClientSession, connector: ConnectorServer, kind: str
) -> None:
    activity = envelope(kind, by="REK1", service_url=connector.url) | {"text": "byt lampan"}

    async with bot.post("/api/messages", json=activity) as response:
        assert response.status == 200

    assert connector.calls == []


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [
        ("adaptiveCard/action", None, 400),
        ("adaptiveCard/action", {"action": "x"}, 400),
        ("composeExtension/query", {}, 501),
        ("task/fetch", {"data": {}}, 501),
        ("fileConsent/invoke", {}, 501),
        (None, None, 200),
    ],
)
async def test_other_invokes_are_answered_as_fits(
    bot: aiohttp.ClientSession, connector: ConnectorServer, *, name: str | None, value: object, status: int
) -> None:
    activity = envelope("invoke", by="REK1", service_url=connector.url) | {"name": name, "value": value}

    async with bot.post("/api/messages", json=activity) as response:
        assert response.status == status


async def test_health_and_metrics_are_told(bot: aiohttp.ClientSession, connector: ConnectorServer) -> None:
    async with bot.post("/api/messages", json=message("hjälp", by="REK1", service_url=connector.url)):
        await connector.wait_for(1)

    told = {}
    for path in ("/healthz", "/readyz", "/metrics"):
        async with bot.get(path) as response:
            assert response.status == 200
            told[path] = await response.text()
    assert 'vaktis_turns_total{outcome="done"} 1.0' in told["/metrics"]


def test_each_run_of_a_tick_is_counted_by_how_it_went() -> None:
    metrics = Metrics()
    for outcome in ("done", "done", "failed"):
        metrics.tick("surveys", outcome, 0.5)

    written = metrics.written().decode()
    assert 'vaktis_ticks_total{job="surveys",outcome="done"} 2.0' in written
    assert 'vaktis_ticks_total{job="surveys",outcome="failed"} 1.0' in written
    assert 'vaktis_tick_seconds_total{job="surveys"} 1.5' in written


async def test_the_clock_is_moved_over_http_and_forward_only(bot: aiohttp.ClientSession) -> None:
    async with bot.post("/dev/clock", json={"to": "2022-03-16T08:30:00+01:00"}) as response:
        moved = datetime.fromisoformat((await response.json())["now"])
    async with bot.get("/dev/clock") as response:
        now = datetime.fromisoformat((await response.json())["now"])

    assert moved.isoformat()[:16] == "2022-03-16T07:30"
    assert now >= moved
    for to in ("2022-03-15T08:30:00+01:00", "soon", "2022-03-17T08:30:00", None):
        async with bot.post("/dev/clock", json={"to": to}) as response:
            assert response.status == 400


async def test_a_page_under_another_name_does_not_reach_the_clock(bot: aiohttp.ClientSession) -> None:
    async with bot.get("/dev/clock", headers={"Host": "evil.example"}) as response:
        assert response.status == 403


async def test_a_second_server_on_one_sqlite_file_is_refused(bot: aiohttp.ClientSession, settings: Settings) -> None:
    async with bot.get("/healthz"):
        pass

    with pytest.raises(Refused):
        async with serving(settings):
            pass


async def test_removal_ends_writing_and_coming_back_lets_out_what_waits(
    bot: aiohttp.ClientSession, connector: ConnectorServer
) -> None:
    for action in ("add", "remove", "add"):
        activity = installed(by="SER1", service_url=connector.url, action=action)
        async with bot.post("/api/messages", json=activity) as response:
            assert response.status == 200

    assert len(await connector.wait_for(1, conversation=chat_of("SER1"))) == 1
