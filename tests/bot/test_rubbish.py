"""What comes to the edge and can't be taken: each gets an answer that says why, and leaves no fault in the log."""

import asyncio
import gzip
import json
import logging
from collections.abc import AsyncGenerator

import aiohttp
import pytest

from bot.activities import LONGEST_ID_BYTES
from bot.commands.serve import serving
from bot.reading import NESTED, read_data
from bot.settings import Settings
from tests.bot.activities import envelope, message
from tests.bot.connector_server import ConnectorServer
from texts import say

# A connection on which something broken came is not used again.
CLOSE = {"Connection": "close"}


@pytest.fixture
async def port(settings: Settings) -> AsyncGenerator[int]:
    """Where a bot serves."""
    async with serving(settings) as (_, served):
        yield served


@pytest.fixture
async def bot(port: int) -> AsyncGenerator[aiohttp.ClientSession]:
    """A client of it."""
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        yield session


async def write(port: int, raw: bytes) -> bytes:
    """Write *raw* on a connection, end it, and return what comes back."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(raw)
    await writer.drain()
    answer = await reader.read(200)
    writer.close()
    return answer


def faults(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return the events of the log that tell of a fault."""
    return [each.getMessage() for each in caplog.records if each.levelno >= logging.ERROR or each.exc_info]


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
async def test_a_body_that_is_not_packed_as_it_says_is_refused(
    bot: aiohttp.ClientSession, connector: ConnectorServer, caplog: pytest.LogCaptureFixture, packing: str
) -> None:
    raw = json.dumps(message("hjälp", by="REK1", service_url=connector.url)).encode()
    torn = gzip.compress(raw)[:40]

    for body in (raw, torn):
        async with bot.post("/api/messages", data=body, headers={"Content-Encoding": packing, **CLOSE}) as response:
            assert response.status == 400
            assert (await response.json())["error"]["message"]

    assert faults(caplog) == []


@pytest.mark.parametrize(
    "raw",
    [
        b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
        b"GET / HTTP/1.1\r\nHost: x\r\n\x00bad: x\r\n\r\n",
        b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n",
    ],
)
async def test_what_is_no_http_leaves_no_traceback(port: int, caplog: pytest.LogCaptureFixture, raw: bytes) -> None:
    with caplog.at_level(logging.INFO, logger="aiohttp.server"):
        assert b" 400 " in await write(port, raw)

    assert faults(caplog) == []
    assert "bad-http" in caplog.messages


async def test_a_client_that_goes_in_the_middle_of_a_body_leaves_no_fault(
    port: int, caplog: pytest.LogCaptureFixture
) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
    await writer.drain()
    await asyncio.sleep(0.05)
    writer.transport.abort()
    await asyncio.sleep(0.05)

    assert faults(caplog) == []


async def test_nothing_but_continue_can_be_expected(bot: aiohttp.ClientSession, connector: ConnectorServer) -> None:
    activity = message("hjälp", by="REK1", service_url=connector.url)

    async with bot.post("/api/messages", json=activity, headers={"Expect": "wonders"}) as response:
        assert (response.status, (await response.json())["error"]["code"]) == (417, "ExpectationFailed")
    async with bot.post("/api/messages", json=activity, expect100=True) as response:
        assert response.status == 200


@pytest.mark.parametrize("name", ["id", "replyToId", "conversation"])
async def test_an_id_that_no_index_could_hold_is_refused(
    bot: aiohttp.ClientSession, connector: ConnectorServer, name: str
) -> None:
    activity = message("hjälp", by="REK1", service_url=connector.url)
    longest = "å" * (LONGEST_ID_BYTES // 2)
    for written, status in ((longest, 200), (f"{longest}a", 400)):
        activity[name] = {"id": written} if name == "conversation" else written

        async with bot.post("/api/messages", json=activity) as response:
            assert response.status == status


async def test_an_invoke_without_an_answer_says_so(bot: aiohttp.ClientSession, connector: ConnectorServer) -> None:
    activity = envelope("invoke", by="REK1", service_url=connector.url) | {"name": "task/fetch", "value": {}}

    async with bot.post("/api/messages", json=activity) as response:
        assert response.status == 501
        assert (await response.json())["error"]["message"]


@pytest.mark.parametrize("value", [None, {"action": "x"}, {"action": {"verb": ["x"]}}])
async def test_a_press_of_no_button_is_told_in_the_language_of_the_client(
    bot: aiohttp.ClientSession, connector: ConnectorServer, value: object
) -> None:
    activity = envelope("invoke", by="KON21", service_url=connector.url)
    activity |= {"name": "adaptiveCard/action", "value": value, "locale": "en-GB"}

    async with bot.post("/api/messages", json=activity) as response:
        answer = await response.json()

    assert answer["statusCode"] == 400
    assert answer["value"]["message"] == say("error-bad-button", "en")


@pytest.mark.parametrize("way", ["membersRemoved", "membersAdded"])
async def test_members_that_are_nobody_come_and_go_without_a_fault(
    bot: aiohttp.ClientSession, connector: ConnectorServer, caplog: pytest.LogCaptureFixture, way: str
) -> None:
    body = envelope("conversationUpdate", by="REK1", service_url=connector.url) | {way: [None, {}, {"id": None}]}

    async with bot.post("/api/messages", json=body) as response:
        assert response.status < 300, await response.text()

    assert faults(caplog) == []


@pytest.mark.parametrize("subject", [[], {"request": "B-2022-0001"}])
def test_something_nested_is_no_missing_subject(subject: object) -> None:
    read = read_data({"subject": subject, "version": 1, "hours": {"a": 1}})

    assert read == {"subject": NESTED, "version": 1}
