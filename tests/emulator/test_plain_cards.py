"""Cards beside Adaptive Cards: which Teams takes, and what the bot is sent when they are pressed."""

import pytest
from aiohttp import web

from tests.emulator.conftest import CHAT, JsonObject, ScriptedBot, Teams

PRESS = "/api/rooms/REK1/press"
LIST, CONNECTOR = "teams.card.list", "teams.card.o365connector"
LINE: JsonObject = {"type": "resultItem", "title": "Lampan"}
ASK: JsonObject = {"@type": "ActionCard", "name": "Fråga"}
POST: JsonObject = {"@type": "HttpPOST", "@id": "no", "name": "Nej", "body": '{"why": "{{why.value}}"}'}


def attached(kind: str, content: object) -> JsonObject:
    return {
        "type": "message",
        "attachments": [{"contentType": f"application/vnd.microsoft.{kind}", "content": content}],
    }


def action(written: JsonObject) -> JsonObject:
    return attached(CONNECTOR, {"text": "x", "potentialAction": [written]})


def file(kind: str) -> JsonObject:
    return {"type": "message", "attachments": [{"contentType": kind, "contentUrl": "https://a.example/x", "name": "x"}]}


TAKEN = [
    attached("card.hero", {"title": "x"}),
    attached("card.thumbnail", {"images": [{"url": "https://a.example/x.png"}]}),
    attached("card.receipt", {"title": "x", "items": [{"title": "y", "price": "3 kr"}]}),
    attached("card.receipt", {"items": [{"title": "y", "quantity": 2, "price": 3.5}], "facts": [{"value": None}]}),
    attached("card.signin", {"text": "x", "buttons": []}),
    attached(LIST, {"title": "x", "items": [LINE, {"type": "section", "title": "y"}]}),
    attached(CONNECTOR, {"summary": "x", "sections": [{"facts": [], "potentialAction": [POST]}]}),
    attached("teams.card.file.info", {"uniqueId": "1", "fileType": "pdf"}),
    file("image/png"),
]
UNKNOWN = "Unknown attachment type"
REFUSED = [
    (UNKNOWN, file("application/pdf")),
    (UNKNOWN, file("video/mp4")),
    (UNKNOWN, file("")),
    (UNKNOWN, attached("card.video", {"title": "x"})),
    (UNKNOWN, attached("card.animation", {"title": "x"})),
    ("hero: content: expected an object", attached("card.hero", "x")),
    ("hero: buttons", attached("card.hero", {"buttons": ["x"]})),
    ("list: items: missing", attached(LIST, {"title": "x"})),
    ("list: items[0].type", attached(LIST, {"items": [{"type": "row"}]})),
    ("list: items[0].title", attached(LIST, {"items": [{**LINE, "title": 7}]})),
    ("Summary or Text is required", attached(CONNECTOR, {"title": "x"})),
    ("sections[0].facts", attached(CONNECTOR, {"text": "x", "sections": [{"facts": {}}]})),
    ("potentialAction[0].@type", attached(CONNECTOR, {"text": "x", "potentialAction": [{"@type": "Fly"}]})),
    ("potentialAction[0].@type", attached(CONNECTOR, {"text": "x", "potentialAction": [{"@type": []}]})),
    ("potentialAction[0].target", action({"@type": "ViewAction", "target": "https://a.example"})),
    ("potentialAction[0].inputs: expected a list", action({**ASK, "inputs": ["x"]})),
    ("potentialAction[0].inputs[0].@type", action({**ASK, "inputs": [{"@type": {}}]})),
    (
        "potentialAction[0].inputs[0].choices",
        action({**ASK, "inputs": [{"@type": "MultichoiceInput", "choices": "x"}]}),
    ),
    ("potentialAction[0].actions: expected a list", action({**ASK, "actions": 5})),
    ("potentialAction[0].actions[0].@type", action({**ASK, "actions": [ASK]})),
    ("sections[0].facts[0].value", attached(CONNECTOR, {"text": "x", "sections": [{"facts": [{"value": {}}]}]})),
    ("list: items[0].type", attached(LIST, {"items": [{"type": []}]})),
    ("list: items[0].tap", attached(LIST, {"items": [{**LINE, "tap": "x"}]})),
    ("hero: buttons[0].title", attached("card.hero", {"buttons": [{"title": {}}]})),
    ("receipt: items", attached("card.receipt", {"items": "x"})),
    ("receipt: items[0].price", attached("card.receipt", {"items": [{"price": []}]})),
]


@pytest.mark.parametrize("message", TAKEN)
async def test_cards_that_teams_draws_are_taken(teams: Teams, message: JsonObject) -> None:
    assert (await teams.post(CHAT, message)).status == 201


@pytest.mark.parametrize(("why", "message"), REFUSED)
async def test_what_teams_does_not_draw_is_a_bad_argument(teams: Teams, why: str, message: JsonObject) -> None:
    refused = await teams.post(CHAT, message)

    assert (refused.status, refused.error_code) == (400, "BadArgument")
    assert why in str(refused.body["error"])


async def test_a_line_of_a_list_is_pressed_as_the_button_that_it_is(teams: Teams, bot: ScriptedBot) -> None:
    tapped = {**LINE, "tap": {"type": "imBack", "value": "visa lampan"}}
    untapped = {**LINE, "title": "Tom", "tap": {"type": None}}
    buttons = [{"type": "imBack", "title": f"Val {n}", "value": f"val {n}"} for n in range(7)]
    items = [LINE, untapped, tapped, {"type": "file", "title": "Utan"}]
    message = (await teams.post(CHAT, attached(LIST, {"items": items, "buttons": buttons}))).body["id"]

    pressed = [await teams.post(PRESS, {"activity": message, "action": each}) for each in (0, "Lampan", 6, "Val 6")]

    assert [heard["text"] for heard in bot.heard] == ["visa lampan", "visa lampan", "val 5"]
    assert pressed[3].error_code == "ActionNotFound"


async def test_a_hero_card_is_pressed_as_a_whole_too(teams: Teams, bot: ScriptedBot) -> None:
    button = {"type": "imBack", "title": "Välj", "value": "välj"}
    content = {"title": "Lampan", "buttons": [button], "tap": {"type": "imBack", "value": "visa lampan"}}
    message = (await teams.post(CHAT, attached("card.hero", content))).body["id"]

    for action in (0, 1, "Lampan"):
        await teams.post(PRESS, {"activity": message, "action": action})

    assert [heard["text"] for heard in bot.heard] == ["välj", "visa lampan", "visa lampan"]


async def test_an_action_of_a_connector_card_is_an_invoke_with_what_was_filled_in(
    teams: Teams, bot: ScriptedBot
) -> None:
    why: JsonObject = {"@type": "TextInput", "id": "why", "value": "trasig"}
    ask: JsonObject = {"@type": "ActionCard", "name": "Avslå", "inputs": [why], "actions": [POST]}
    view: JsonObject = {"@type": "ViewAction", "name": "Visa", "target": ["https://a.example"]}
    content = {"text": "x", "sections": [{"potentialAction": [view]}], "potentialAction": [ask, POST]}
    message = (await teams.post(CHAT, attached(CONNECTOR, content))).body["id"]
    bot.answers = [web.Response(), web.Response(), web.Response()]

    for action, inputs in ((1, {"why": 'sa "nej"\n'}), (1, {}), (2, {})):
        await teams.post(PRESS, {"activity": message, "action": action, "inputs": inputs})
    link = await teams.post(PRESS, {"activity": message, "action": "Visa"})

    assert {(heard["name"], heard["replyToId"]) for heard in bot.heard} == {
        ("actionableMessage/executeAction", message)
    }
    assert [heard["value"] for heard in bot.heard] == [
        {"actionId": "no", "body": '{"why": "sa \\"nej\\"\\n"}'},
        {"actionId": "no", "body": '{"why": "trasig"}'},
        {"actionId": "no", "body": '{"why": ""}'},
    ]
    assert (link.status, link.error_code) == (400, "BadArgument")


async def test_a_story_tells_of_such_a_card_by_its_words_and_its_button(teams: Teams) -> None:
    await teams.post("/api/stories/start", {"name": "kort"})
    message = (await teams.post(CHAT, attached(CONNECTOR, {"text": "Säker?", "potentialAction": [POST]}))).body["id"]
    await teams.post(PRESS, {"activity": message, "action": 0})

    steps = (await teams.post("/api/stories/stop")).body["story"]["steps"]  # type: ignore[index]

    assert steps[0] == {"see": "REK1", "words": ["Säker?"]}
    assert steps[1] == {"do": "press", "as": "REK1", "message": ["Säker?"], "title": "Nej"}
