"""What the bot is sent, how often, and what is written down about it."""

import asyncio
from datetime import timedelta

import aiohttp
import pytest
from aiohttp import web

from emulator.server import Settings, running
from emulator.wire import child
from tests.emulator.conftest import CHAT, REK1, ScriptedBot, Teams


async def test_a_message_looks_as_teams_writes_it(teams: Teams, bot: ScriptedBot) -> None:
    sent = await teams.post("/api/chats/REK1/messages", {"text": "Hej <b>där</b>"})

    (heard,) = bot.heard
    tenant = heard["channelData"]["tenant"]["id"]  # type: ignore[index]
    assert (heard["id"], heard["type"], heard["text"]) == (sent.body["id"], "message", "Hej <b>där</b>")
    assert (heard["channelId"], heard["serviceUrl"], heard["locale"]) == ("msteams", f"{teams.url}/", "sv-SE")
    assert heard["from"] == {"id": REK1.member_id, "name": "Maja Ek", "aadObjectId": REK1.aad_object_id}
    assert heard["recipient"] == {"id": "28:vaktis", "name": "Vaktis"}
    assert heard["conversation"] == {"id": REK1.conversation_id, "conversationType": "personal", "tenantId": tenant}
    assert heard["attachments"] == [{"contentType": "text/html", "content": "<p>Hej &lt;b&gt;där&lt;/b&gt;</p>"}]


async def test_the_locale_is_the_persons(teams: Teams, bot: ScriptedBot) -> None:
    await teams.post("/api/chats/KON21/messages", {"text": "hello"})

    assert [heard["locale"] for heard in bot.heard] == ["en-GB"]


async def test_what_is_no_message_names_its_sender_by_ids_alone(teams: Teams, bot: ScriptedBot) -> None:
    await teams.post("/api/chats/REK1/open")

    joined, installed = bot.heard
    assert joined["from"] == installed["from"] == {"id": REK1.member_id, "aadObjectId": REK1.aad_object_id}
    assert {"locale", "entities", "localTimestamp"}.isdisjoint(joined)
    assert (installed["locale"], installed["entities"]) == ("sv-SE", [{"type": "clientInfo", "locale": "sv-SE"}])
    assert child(installed, "channelData")["settings"] == {"selectedChannel": {"id": REK1.conversation_id}}
    assert child(installed, "channelData")["source"] == {"name": "message"}


async def test_opening_a_chat_installs_the_bot_once(teams: Teams, bot: ScriptedBot) -> None:
    first, second = await teams.post("/api/chats/REK1/open"), await teams.post("/api/chats/REK1/open")

    assert (first.body, second.body) == ({"installed": True, "status": 200}, {"installed": True, "status": None})
    joined, installed = bot.heard
    assert (joined["type"], installed["type"], installed["action"]) == (
        "conversationUpdate",
        "installationUpdate",
        "add",
    )
    assert {"id": "28:vaktis"} in joined["membersAdded"]  # type: ignore[operator]


async def test_an_opening_that_the_bot_never_heard_of_is_told_again(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [web.Response(status=503) for _ in range(10)]

    first, second = await teams.post("/api/chats/REK1/open"), await teams.post("/api/chats/REK1/open")

    assert (first.body["installed"], second.body["installed"]) == (False, True)


async def test_removing_the_bot_is_told_and_ends_writing(teams: Teams, bot: ScriptedBot) -> None:
    await teams.post("/api/chats/REK1/remove")

    refused = await teams.post("/api/chats/REK1/messages", {"text": "hej"})

    assert [(heard["type"], heard["action"]) for heard in bot.heard] == [("installationUpdate", "remove")]
    assert (refused.status, refused.error_code) == (409, "BotRemoved")


async def test_an_edit_and_a_deletion_carry_the_messages_own_id(teams: Teams, bot: ScriptedBot) -> None:
    written = (await teams.post("/api/chats/REK1/messages", {"text": "hej"})).body["id"]

    await teams.post("/api/chats/REK1/edit", {"activity": written, "text": "hej då"})
    await teams.post("/api/chats/REK1/delete", {"activity": written})

    assert [(h["type"], h["id"]) for h in bot.heard[1:]] == [("messageUpdate", written), ("messageDelete", written)]
    assert bot.heard[1]["text"] == "hej då"
    assert [(shown["deleted"], shown["text"]) for shown in await teams.chat()] == [(True, "")]


async def test_a_message_is_sent_again_with_its_id_until_the_bot_takes_it(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [web.Response(status=500), web.Response(status=503)]

    sent = await teams.post("/api/chats/REK1/messages", {"text": "hej"})

    assert sent.body["status"] == 200
    assert [heard["id"] for heard in bot.heard] == [sent.body["id"]] * 3
    assert [(d["attempt"], d["status"]) for d in await teams.log("delivery")] == [(1, 500), (2, 503), (3, 200)]


async def test_after_four_more_tries_a_message_counts_as_failed(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [web.Response(status=500) for _ in range(9)]

    sent = await teams.post("/api/chats/REK1/messages", {"text": "hej"})

    assert (sent.body["status"], len(bot.heard)) == (500, 5)
    assert [shown["delivery"] for shown in await teams.chat()] == ["failed"]


async def test_a_refusal_by_the_bot_is_not_tried_again(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [web.Response(status=401)]

    sent = await teams.post("/api/chats/REK1/messages", {"text": "hej"})

    assert (sent.body["status"], len(bot.heard)) == (401, 1)


async def test_the_bot_hears_of_the_channel_only_when_it_is_mentioned(teams: Teams, bot: ScriptedBot) -> None:
    quiet = await teams.post("/api/channel/messages", {"as": "REK1", "text": "hej alla", "mention": False})
    said = await teams.post("/api/channel/messages", {"as": "KON21", "text": "help", "thread": quiet.body["id"]})

    (heard,) = bot.heard
    mention = heard["entities"][0]  # type: ignore[index]
    assert heard["text"] == "<at>Vaktis</at> help"
    assert (mention["type"], mention["mentioned"]["id"]) == ("mention", "28:vaktis")
    assert heard["conversation"]["id"] == f"19:desk@thread.tacv2;messageid={quiet.body['id']}"  # type: ignore[index]
    assert said.body["thread"] == quiet.body["id"]


async def test_an_answer_in_a_thread_stays_in_it(teams: Teams, bot: ScriptedBot) -> None:
    said = await teams.post("/api/channel/messages", {"as": "REK1", "text": "hej"})
    thread = bot.heard[0]["conversation"]["id"]  # type: ignore[index]

    await teams.post(f"/v3/conversations/{thread}/activities", {"type": "message", "text": "Hej Maja"})

    shown = (await teams.get("/api/channel")).objects("activities")
    assert [(message["from"], message["thread"]) for message in shown] == [
        ("REK1", said.body["id"]),
        ("bot", said.body["id"]),
    ]


async def test_the_clock_is_read_and_moved_through_the_bot_and_chats_follow_it(teams: Teams, bot: ScriptedBot) -> None:
    bot.clock = "2022-03-15T10:00:00+01:00"

    read = await teams.get("/api/clock")
    moved = await teams.post("/api/clock", {"to": "2022-03-16T07:00:00+01:00"})
    await teams.post(CHAT, {"type": "message", "text": "God morgon"})

    assert read.body == {"now": "2022-03-15T10:00:00+01:00"}
    assert moved.body == {"now": "2022-03-16T07:00:00+01:00"}
    assert str((await teams.chat())[0]["when"]).startswith("2022-03-16T06:00:0")


async def test_what_the_bot_writes_while_its_clock_moves_has_the_time_at_which_it_was_written(
    teams: Teams, bot: ScriptedBot
) -> None:
    bot.clock = "2022-03-15T10:00:00+01:00"

    async def write() -> None:
        bot.clock = "2022-03-15T15:00:00+01:00"
        await teams.post(CHAT, {"type": "message", "text": "En fråga"})

    bot.on_the_way = write
    await teams.post("/api/clock", {"to": "2022-03-15T18:00:00+01:00"})

    assert str((await teams.chat())[0]["when"]).startswith("2022-03-15T14:00:0")


async def test_chats_follow_the_bots_clock_from_the_start(bot: ScriptedBot) -> None:
    bot.clock = "2022-03-15T10:00:00+01:00"
    settings = Settings(bot=f"{bot.url}/api/messages", people=(REK1,))

    async with running(settings) as emulator, aiohttp.ClientSession() as session:
        while emulator.tenant.offset == timedelta():  # noqa: ASYNC110 - the emulator gives no sign inside
            await asyncio.sleep(0.01)
        teams = Teams(emulator.url, session)
        await teams.post("/api/chats/REK1/messages", {"text": "hej"})

    assert str(bot.heard[0]["timestamp"]).startswith("2022-03-15T09:00:0")


async def test_a_bot_without_clock_is_told_apart_from_a_silent_one(teams: Teams) -> None:
    answer = await teams.get("/api/clock")

    assert (answer.status, answer.error_code) == (501, "NoClock")


async def test_a_moment_without_offset_is_refused(teams: Teams) -> None:
    answer = await teams.post("/api/clock", {"to": "2022-03-16T07:00:00"})

    assert (answer.status, answer.error_code) == (400, "BadArgument")


@pytest.mark.parametrize("page", [b"<html>", b"\xff\xfe{", b'{"now": 5}'])
async def test_what_is_no_clock_where_one_could_be_is_none(teams: Teams, bot: ScriptedBot, page: bytes) -> None:
    bot.clock_page = page

    answer = await teams.get("/api/clock")

    assert (answer.status, answer.error_code) == (501, "NoClock")
