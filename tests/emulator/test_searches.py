"""Searches: the invokes that typing sends, and the bot's answers as they came."""

from aiohttp import web

from tests.emulator.conftest import ScriptedBot, Teams


async def test_typing_in_a_searched_field_sends_the_search_and_gives_its_answer(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers.append(web.json_response({"value": {"results": [{"value": "A", "title": "Ett"}]}}))

    answer = await teams.post("/api/chats/REK1/search", {"text": "et", "dataset": "services"})

    (heard,) = bot.heard
    assert (heard["type"], heard["name"]) == ("invoke", "application/search")
    assert heard["value"] == {
        "queryText": "et",
        "queryOptions": {"skip": 0, "top": 15},
        "dataset": "services",
    }
    assert answer.body == {"status": 200, "result": {"value": {"results": [{"value": "A", "title": "Ett"}]}}}


async def test_a_search_beside_a_chat_is_asked_and_what_was_found_is_taken(teams: Teams, bot: ScriptedBot) -> None:
    await teams.post("/api/compose/REK1", {"text": "stol", "command": "catalogue"})
    await teams.post("/api/compose/REK1", {"command": "catalogue"})
    await teams.post("/api/compose/REK1", {"item": {"service": "A"}})

    assert [each["name"] for each in bot.heard] == ["composeExtension/query"] * 2 + ["composeExtension/selectItem"]
    typed, opened, taken = (each["value"] for each in bot.heard)
    assert isinstance(typed, dict)
    assert isinstance(opened, dict)
    assert typed["parameters"] == [{"name": "query", "value": "stol"}]
    assert opened["parameters"] == [{"name": "initialRun", "value": "true"}]
    assert taken == {"service": "A"}


async def test_a_search_without_what_it_needs_or_by_nobody_is_refused(teams: Teams, bot: ScriptedBot) -> None:
    refused = [
        await teams.post("/api/chats/REK1/search", {"text": "et"}),
        await teams.post("/api/compose/REK1", {"text": "et"}),
        await teams.post("/api/compose/NOBODY", {"text": "et", "command": "catalogue"}),
    ]

    assert [each.status for each in refused] == [400, 400, 404]
    assert bot.heard == []
