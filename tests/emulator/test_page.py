"""The page's files."""

import re
from pathlib import Path

import aiohttp

from emulator.server import Settings, running
from tests.emulator.conftest import CHAT, REK1, ScriptedBot, Teams

HELLO = {"type": "message", "text": "Hej"}


async def test_the_page_loads_nothing_from_elsewhere(teams: Teams) -> None:
    async with teams.session.get(teams.url) as response:
        page = await response.text()

    assert response.headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert "http://" not in page
    assert "https://" not in page


async def test_the_page_runs_no_script_that_stands_in_it(teams: Teams) -> None:
    async with teams.session.get(teams.url) as response:
        page = await response.text()

    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert re.findall(r"<script(?![^>]* src=)|<style|\son\w+=|\sstyle=", page) == []


async def test_the_page_is_told_where_the_bots_tab_is_and_what_it_answers(teams: Teams, bot: ScriptedBot) -> None:
    tab = await teams.get("/api/tab?as=REK1")

    assert tab.body == {"url": f"{bot.url}/tab/?as=REK1", "status": 404}


async def test_a_missing_renderer_is_told_apart_from_a_missing_page(teams: Teams) -> None:
    answer = await teams.get("/vendor/adaptivecards.js")

    assert (answer.status, answer.error_code) == (404, "RendererMissing")


async def test_the_renderer_comes_from_where_npm_put_it(tmp_path: Path) -> None:
    folder = tmp_path / "adaptivecards" / "dist"
    folder.mkdir(parents=True)
    (folder / "adaptivecards.min.js").write_text("var AdaptiveCards = {};")
    settings = Settings(bot="http://127.0.0.1:9/api/messages", people=(REK1,), node_modules=tmp_path)

    async with (
        running(settings) as emulator,
        aiohttp.ClientSession() as session,
        session.get(f"{emulator.url}/vendor/adaptivecards.js") as response,
    ):
        assert await response.text() == "var AdaptiveCards = {};"
        assert response.content_type == "text/javascript"


async def test_a_message_can_be_seen_as_it_stands_on_the_wire_with_its_earlier_forms(teams: Teams) -> None:
    sent = (await teams.post(CHAT, HELLO)).body["id"]
    await teams.call("PUT", f"{CHAT}/{sent}", {"type": "message", "text": "Ny"})

    raw = await teams.get(f"/api/chats/REK1/activities/{sent}")

    assert raw.body["activity"] == {"type": "message", "text": "Ny", "id": sent}
    assert raw.body["earlier"] == [{**HELLO, "id": sent}]


async def test_a_silent_bot_leaves_the_message_marked_as_failed() -> None:
    settings = Settings(bot="http://127.0.0.1:9/api/messages", people=(REK1,), time_scale=0.001)

    async with running(settings) as emulator, aiohttp.ClientSession() as session:
        teams = Teams(emulator.url, session)
        sent = await teams.post("/api/chats/REK1/messages", {"text": "hej"})
        clock = await teams.get("/api/clock")
        (shown,) = await teams.chat()

    assert (sent.body["status"], shown["delivery"]) == (0, "failed")
    assert (clock.status, clock.error_code) == (502, "BotUnreachable")
