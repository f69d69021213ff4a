"""Bots that Microsoft's own SDKs run, unchanged, behind the emulator."""

import json
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import aiohttp
import pytest

from emulator.server import Settings, running
from emulator.wire import child, objects
from tests.emulator.conftest import CHAT, KON21, REK1, Teams

ROOT = Path(__file__).parent.parent.parent
BOTS = ("botbuilder_bot", "agents_bot")


@pytest.fixture(scope="module", params=BOTS)
def bot_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """One of the echo bots, as a process of its own."""
    command = [sys.executable, "-m", f"tests.emulator.echo.{request.param}"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - ours
        try:
            assert process.stdout is not None
            yield str(json.loads(process.stdout.readline())["url"])
        finally:
            process.terminate()


@pytest.fixture
async def echo(bot_url: str) -> AsyncIterator[Teams]:
    settings = Settings(bot=f"{bot_url}/api/messages", people=(REK1, KON21))
    async with running(settings) as emulator, aiohttp.ClientSession() as session:
        yield Teams(emulator.url, session)


async def said(teams: Teams, path: str = "/api/chats/REK1") -> list[object]:
    activities = (await teams.get(path)).objects("activities")
    return [message["text"] for message in activities if message["from"] == "bot"]


async def test_an_echo_bot_greets_and_says_back_what_people_write(echo: Teams) -> None:
    opened = await echo.post("/api/chats/REK1/open")
    sent = await echo.post("/api/chats/REK1/messages", {"text": "hej på dig"})
    other = await echo.post("/api/chats/KON21/messages", {"text": "hello"})

    statuses = [answer.body["status"] for answer in (opened, sent, other)]
    assert [isinstance(status, int) and 200 <= status < 300 for status in statuses] == [True] * 3
    assert await said(echo) == ["Hello and welcome!", "Echo: hej på dig"]
    assert await said(echo, "/api/chats/KON21") == ["Echo: hello"]


async def test_an_echo_bot_shows_a_card_and_puts_words_in_its_place(echo: Teams) -> None:
    await echo.post("/api/chats/REK1/messages", {"text": "card"})

    (shown,) = (message for message in await echo.chat() if message["from"] == "bot")
    raw = await echo.get(f"/api/chats/REK1/activities/{shown['id']}")
    (card,) = objects(raw.objects("earlier")[0]["attachments"])
    assert (shown["text"], shown["updated"]) == ("Two", True)
    assert child(card, "content")["body"] == [{"type": "TextBlock", "text": "One"}]


async def test_an_echo_bot_answers_in_the_thread_and_the_group_where_it_is_mentioned(echo: Teams) -> None:
    thread = (await echo.post("/api/channel/messages", {"as": "REK1", "text": "hej"})).body["thread"]
    group = (await echo.post("/api/rooms", {"kind": "group", "members": ["REK1", "KON21"]})).body["room"]
    await echo.post(f"/api/rooms/{group}/install", {"as": "REK1"})
    await echo.post(f"/api/rooms/{group}/messages", {"as": "KON21", "text": "hello"})

    channel = (await echo.get("/api/channel")).objects("activities")
    assert [(message["from"], message["thread"]) for message in channel] == [("REK1", thread), ("bot", thread)]
    assert [str(words).endswith("hello") for words in await said(echo, f"/api/rooms/{group}?as=REK1")][-1:] == [True]


async def test_an_echo_bot_that_was_refused_once_goes_on(echo: Teams) -> None:
    await echo.post("/api/faults", {"rules": [{"method": "POST", "path_contains": CHAT, "status": 403}]})

    await echo.post("/api/chats/REK1/messages", {"text": "ett"})
    await echo.post("/api/chats/REK1/messages", {"text": "två"})

    assert (await said(echo))[-1] == "Echo: två"
    assert [call["fault_kind"] for call in await echo.log("connector")][:1] == ["403"]
