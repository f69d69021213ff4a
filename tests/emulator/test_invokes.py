"""The invokes beside Action.Execute: dialogs, other cards' buttons, links, sign-in, and files that the bot offers."""

import pytest
from aiohttp import web

from emulator.wire import child
from tests.emulator.conftest import CARD_TYPE, CHAT, KON21, JsonObject, ScriptedBot, Teams, a_card, with_card

ASK: JsonObject = {"type": "Action.Submit", "title": "Skicka", "data": {"verb": "send"}}
FORM: JsonObject = a_card(ASK, body=[{"type": "Input.Text", "id": "reason", "value": "trasig"}])
OPEN: JsonObject = {"type": "Action.Submit", "title": "Öppna", "data": {"msteams": {"type": "task/fetch"}, "id": 7}}
CONSENT = "application/vnd.microsoft.teams.card.file.consent"
HERO = "application/vnd.microsoft.card.hero"
OAUTH = "application/vnd.microsoft.card.oauth"


def dialog(**value: object) -> web.Response:
    return web.json_response({"task": {"type": "continue", "value": value}})


def with_buttons(*buttons: JsonObject, kind: str = HERO) -> JsonObject:
    return {"type": "message", "attachments": [{"contentType": kind, "content": {"buttons": list(buttons)}}]}


async def send(teams: Teams, message: JsonObject) -> str:
    sent = await teams.post(CHAT, message)
    assert sent.status == 201, sent.body
    return str(sent.body["id"])


async def open_dialog(teams: Teams) -> JsonObject:
    message = await send(teams, with_card(a_card(OPEN)))
    return (await teams.post("/api/rooms/REK1/press", {"activity": message, "action": "Öppna"})).body


async def test_a_button_opens_a_dialog_whose_answer_is_handed_in(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [
        dialog(title="Varför?", width=400, card={"contentType": CARD_TYPE, "content": FORM}),
        web.json_response({"task": {"type": "message", "value": "Tack!"}}),
    ]

    task = child(await open_dialog(teams), "task")
    answer = {"task": task["id"], "action": "Skicka", "inputs": {"reason": "sönder"}}
    ended = await teams.post("/api/rooms/REK1/task", answer)
    again = await teams.post("/api/rooms/REK1/task", answer)

    fetched, submitted = bot.heard
    assert fetched["name"] == "task/fetch"
    assert fetched["value"] == {
        "data": {"msteams": {"type": "task/fetch"}, "id": 7},
        "context": {"theme": "default"},
    }
    assert (task["title"], task["width"], task["card"], task["url"]) == ("Varför?", 400, FORM, None)
    assert submitted["name"] == "task/submit"
    assert submitted["value"] == {"data": {"verb": "send", "reason": "sönder"}, "context": {"theme": "default"}}
    assert (ended.body["task"], ended.body["message"]) == (None, "Tack!")
    assert (again.status, again.error_code) == (404, "TaskNotFound")


async def test_a_dialog_can_be_a_page_and_lead_to_the_next(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [dialog(url="https://a.example/1"), dialog(url="https://a.example/2"), web.Response()]

    first = child(await open_dialog(teams), "task")
    second = (await teams.post("/api/rooms/REK1/task", {"task": first["id"], "data": {"a": [1]}})).body
    last = (await teams.post("/api/rooms/REK1/task", {"task": child(second, "task")["id"], "data": "x"})).body

    assert first["url"] == "https://a.example/1"
    assert child(second, "task")["url"] == "https://a.example/2"
    assert [child(heard, "value")["data"] for heard in bot.heard[1:]] == [{"a": [1]}, "x"]
    assert (last["task"], last["message"]) == (None, None)


async def test_a_dialog_that_the_bot_failed_to_take_stays_open(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [dialog(url="https://a.example/1"), web.Response(status=500), web.Response()]
    task = child(await open_dialog(teams), "task")

    statuses = [
        (await teams.post("/api/rooms/REK1/task", {"task": task["id"], "data": 1})).body["status"] for _ in range(2)
    ]

    assert statuses == [500, 200]


async def test_a_dialog_is_its_persons_own_and_needs_an_answer(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [dialog(card={"content": a_card({"type": "Action.OpenUrl", "url": "https://a.example"})})]
    task = child(await open_dialog(teams), "task")

    refused = [
        await teams.post("/api/rooms/KON21/task", {"task": task["id"], "data": 1}),
        await teams.post("/api/rooms/REK1/task", {"task": task["id"]}),
        await teams.post("/api/rooms/REK1/task", {"task": task["id"], "action": "Skicka"}),
        await teams.post("/api/rooms/REK1/task", {"task": task["id"], "action": 0}),
    ]

    assert [(each.status, each.error_code) for each in refused] == [
        (404, "TaskNotFound"),
        (400, "BadArgument"),
        (404, "ActionNotFound"),
        (400, "BadArgument"),
    ]
    assert len(bot.heard) == 1


async def test_a_command_opens_a_dialog_that_is_handed_in_as_its_own(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [dialog(url="https://a.example/1"), web.json_response({"composeExtension": {"type": "result"}})]

    opened = await teams.post("/api/rooms/REK1/compose", {"command": "report", "fetch": True})
    task = child(opened.body, "task")
    await teams.post("/api/rooms/REK1/task", {"task": task["id"], "data": {"a": 1}})

    assert [heard["name"] for heard in bot.heard] == ["composeExtension/fetchTask", "composeExtension/submitAction"]
    assert child(bot.heard[1], "value") == {
        "data": {"a": 1},
        "context": {"theme": "default"},
        "commandId": "report",
        "commandContext": "compose",
    }


async def test_a_link_is_unfurled_and_a_search_goes_on_after_sign_in(teams: Teams, bot: ScriptedBot) -> None:
    result = {"composeExtension": {"type": "result", "attachments": []}}
    bot.answers = [web.json_response(result)]

    unfurled = await teams.post("/api/rooms/REK1/compose", {"link": "https://desk.example/B-1"})
    await teams.post("/api/rooms/REK1/compose", {"command": "find", "text": "stol", "state": "123456"})

    assert (bot.heard[0]["name"], bot.heard[0]["value"]) == (
        "composeExtension/queryLink",
        {"url": "https://desk.example/B-1"},
    )
    assert unfurled.body == {"status": 200, "result": result}
    assert child(bot.heard[1], "value")["state"] == "123456"


async def test_people_are_found_in_the_directory_without_the_bot(teams: Teams, bot: ScriptedBot) -> None:
    found = await teams.post("/api/rooms/REK1/search", {"text": "hol", "dataset": "graph.microsoft.com/users"})

    assert child(found.body, "result", "value") == {"results": [{"value": KON21.aad_object_id, "title": "James Holly"}]}
    assert bot.heard == []


async def test_buttons_of_a_hero_card_say_send_and_open(teams: Teams, bot: ScriptedBot) -> None:
    message = await send(
        teams,
        with_buttons(
            {"type": "imBack", "title": "Säg", "value": "hej"},
            {"type": "messageBack", "title": "Skicka", "text": "dolt", "displayText": "Ja tack", "value": {"a": 1}},
            {"type": "postBack", "title": "Tyst", "value": "tyst"},
            {"type": "invoke", "title": "Fråga", "value": {"type": "task/fetch", "id": 3}},
            {"type": "openUrl", "title": "Läs", "value": "https://a.example"},
        ),
    )
    bot.answers = [web.Response(), web.Response(), web.Response(), dialog(url="https://a.example/1")]

    pressed = [
        await teams.post("/api/rooms/REK1/press", {"activity": message, "action": title})
        for title in ("Säg", "Skicka", "Tyst", "Fråga", 4)
    ]

    said, sent, quiet, asked = bot.heard
    assert said["text"] == "hej"
    assert (sent["text"], sent["value"]) == ("dolt", {"a": 1})
    assert (quiet["text"], quiet["value"]) == ("tyst", "tyst")
    assert (asked["name"], child(asked, "value")["data"]) == ("task/fetch", {"type": "task/fetch", "id": 3})
    assert child(pressed[3].body, "task")["url"] == "https://a.example/1"
    assert (pressed[4].status, pressed[4].error_code) == (400, "BadArgument")
    assert [shown["text"] for shown in await teams.chat() if shown["from"] == "REK1"] == ["hej", "Ja tack"]


async def test_each_card_of_a_carousel_has_its_own_buttons(teams: Teams, bot: ScriptedBot) -> None:
    def item(name: str) -> JsonObject:
        field: JsonObject = {"type": "Input.Text", "id": name, "value": name}
        choose: JsonObject = {"type": "Action.Submit", "title": "Välj", "data": {"chosen": name}}
        return {"contentType": CARD_TYPE, "content": a_card(choose, body=[field])}

    plain: JsonObject = {
        "contentType": "application/vnd.microsoft.card.hero",
        "content": {"buttons": [{"type": "messageBack", "title": "Välj", "value": {"chosen": "c"}}]},
    }
    message = await send(teams, {"type": "message", "attachments": [item("a"), plain, item("b")]})

    for place in (0, 1, 2):
        await teams.post("/api/rooms/REK1/press", {"activity": message, "action": place})

    assert [heard["value"] for heard in bot.heard] == [
        {"chosen": "a", "a": "a"},
        {"chosen": "b", "b": "b"},
        {"chosen": "c"},
    ]


async def test_a_button_of_type_invoke_that_opens_no_dialog_is_an_invoke_without_a_name(
    teams: Teams, bot: ScriptedBot
) -> None:
    plain = await send(teams, with_buttons({"type": "invoke", "title": "Ja", "value": {"a": 1}}))
    card = await send(teams, with_card(a_card(_teams_button("invoke", value={"a": 2}), _teams_button("signin"))))

    for message in (plain, card):
        await teams.post("/api/rooms/REK1/press", {"activity": message, "action": 0})
    signin = await teams.post("/api/rooms/REK1/press", {"activity": card, "action": 1})

    assert [(heard["type"], heard.get("name"), heard["value"]) for heard in bot.heard] == [
        ("invoke", None, {"a": 1}),
        ("invoke", None, {"a": 2}),
    ]
    assert (signin.status, signin.error_code) == (400, "BadArgument")


def _teams_button(kind: str, **more: object) -> JsonObject:
    return {"type": "Action.Submit", "title": kind, "data": {"msteams": {"type": kind, **more}}}


async def test_suggested_actions_are_pressed_by_their_title(teams: Teams, bot: ScriptedBot) -> None:
    actions = {"actions": [{"type": "imBack", "title": "Ja", "value": "ja"}]}
    message = await send(teams, {"type": "message", "text": "Säkert?", "suggestedActions": actions})

    await teams.post("/api/rooms/REK1/press", {"activity": message, "action": "Ja"})

    assert [heard["text"] for heard in bot.heard] == ["ja"]


async def test_a_message_back_in_a_card_shows_what_it_says_and_sends_what_it_holds(
    teams: Teams, bot: ScriptedBot
) -> None:
    teams_data = {"type": "messageBack", "text": "dolt", "displayText": "Ja tack", "value": {"a": 1}}
    button: JsonObject = {"type": "Action.Submit", "title": "Ja", "data": {"msteams": teams_data}}
    message = await send(teams, with_card(a_card(button)))

    await teams.post("/api/rooms/REK1/press", {"activity": message, "action": "Ja"})

    (heard,) = bot.heard
    assert (heard["text"], heard["value"], heard["replyToId"]) == ("dolt", {"a": 1}, message)
    assert [shown["text"] for shown in await teams.chat()] == ["", "Ja tack"]


async def test_signing_in_sends_a_token_a_number_or_why_not(teams: Teams, bot: ScriptedBot) -> None:
    content = {"connectionName": "graph", "tokenExchangeResource": {"id": "r1", "uri": "api://x"}, "buttons": []}
    attachment = {"contentType": OAUTH, "content": content}
    message = await send(teams, {"type": "message", "attachments": [attachment]})
    bot.answers = [web.Response(status=412)]

    asked = await teams.post("/api/rooms/REK1/signin", {"activity": message, "token": True})
    await teams.post("/api/rooms/REK1/signin", {"activity": message, "state": "123456"})
    await teams.post("/api/rooms/REK1/signin", {"failure": "resourcematchfailed"})
    nothing = await teams.post("/api/rooms/REK1/signin", {"activity": message})

    assert asked.body["status"] == 412
    assert [(heard["name"], heard["value"]) for heard in bot.heard] == [
        ("signin/tokenExchange", {"id": "r1", "connectionName": "graph", "token": "token-of-REK1"}),
        ("signin/verifyState", {"state": "123456"}),
        ("signin/failure", {"code": "resourcematchfailed", "message": ""}),
    ]
    assert (nothing.status, nothing.error_code) == (400, "BadArgument")


async def offer(teams: Teams) -> str:
    content = {"description": "Rapport", "sizeInBytes": 3, "acceptContext": {"r": 1}, "declineContext": {"r": 2}}
    attachment = {"contentType": CONSENT, "name": "rapport.pdf", "content": content}
    return await send(teams, {"type": "message", "attachments": [attachment]})


async def test_an_accepted_file_is_put_up_by_the_bot_and_can_be_downloaded(teams: Teams, bot: ScriptedBot) -> None:
    message = await offer(teams)
    asked = (await teams.chat())[0]["consent"]

    accepted = await teams.post("/api/rooms/REK1/consent", {"activity": message, "accept": True})
    upload = child(bot.heard[0], "value", "uploadInfo")
    put = [(await teams.session.put(str(upload["uploadUrl"]), data=b"pdf")).status for _ in range(2)]

    value = child(bot.heard[0], "value")
    assert (bot.heard[0]["name"], value["action"], value["context"]) == ("fileConsent/invoke", "accept", {"r": 1})
    assert (upload["name"], upload["fileType"]) == ("rapport.pdf", "pdf")
    async with teams.session.get(str(child(accepted.body, "file")["contentUrl"])) as response:
        assert await response.read() == b"pdf"
    assert put == [201, 404]
    assert (asked, (await teams.chat())[0]["consent"]) == ("asked", "accepted")


async def test_a_declined_file_is_not_awaited_and_nobody_decides_twice(teams: Teams, bot: ScriptedBot) -> None:
    message = await offer(teams)

    declined = await teams.post("/api/rooms/REK1/consent", {"activity": message, "accept": False})
    again = await teams.post("/api/rooms/REK1/consent", {"activity": message, "accept": True})

    assert child(bot.heard[0], "value") == {"type": "fileUpload", "action": "decline", "context": {"r": 2}}
    assert declined.body["file"] is None
    assert (again.status, again.error_code) == (409, "ConsentGiven")


@pytest.mark.parametrize("body", [{}, {"accept": "yes"}])
async def test_consent_is_yes_or_no_to_a_file(teams: Teams, body: JsonObject) -> None:
    text = await send(teams, {"type": "message", "text": "hej"})
    file = await offer(teams)

    refused = [
        await teams.post("/api/rooms/REK1/consent", {"activity": text, "accept": True}),
        await teams.post("/api/rooms/REK1/consent", {"activity": file, **body}),
    ]

    assert [(each.status, each.error_code) for each in refused] == [(400, "BadArgument")] * 2


async def like(teams: Teams, message: str, **more: object) -> JsonObject:
    asked = {"activity": message, "reaction": "like", **more}
    return (await teams.post("/api/rooms/REK1/feedback", asked)).body


@pytest.mark.parametrize("data", [{"feedbackLoopEnabled": True}, {"feedbackLoop": {"type": "default"}}])
async def test_feedback_in_teams_own_form_is_json_within_json(teams: Teams, bot: ScriptedBot, data: JsonObject) -> None:
    message = await send(teams, {"type": "message", "text": "Svar", "channelData": data})
    bot.answers = [web.json_response({}), web.json_response({"no": "place for this"})]

    await like(teams, message, text="Bra å tydligt")
    await like(teams, message)

    assert [(heard["name"], heard["replyToId"]) for heard in bot.heard] == [("message/submitAction", message)] * 2
    value = {
        "actionName": "feedback",
        "actionValue": {"reaction": "like", "feedback": '{"feedbackText": "Bra å tydligt"}'},
    }
    assert bot.heard[0]["value"] == value
    assert ["not empty" in str(each["warning"]) for each in await teams.log("warning")] == [True]


async def test_feedback_in_a_form_of_the_bots_own_is_asked_for_first(teams: Teams, bot: ScriptedBot) -> None:
    custom: JsonObject = {"feedbackLoop": {"type": "custom"}}
    message = await send(teams, {"type": "message", "text": "Svar", "channelData": custom})
    bot.answers = [dialog(card={"contentType": CARD_TYPE, "content": FORM}), web.json_response({})]

    task = child(await like(teams, message), "task")
    await teams.post("/api/rooms/REK1/task", {"task": task["id"], "action": "Skicka", "inputs": {"reason": "fel rum"}})

    fetched, submitted = bot.heard
    assert (fetched["name"], fetched["value"]) == (
        "message/fetchTask",
        {"actionName": "feedback", "actionValue": {"reaction": "like"}},
    )
    assert (submitted["name"], submitted["replyToId"]) == ("message/submitAction", message)
    given = child(submitted, "value", "actionValue")
    assert (given["reaction"], given["feedback"]) == ("like", '{"verb": "send", "reason": "fel rum"}')


@pytest.mark.parametrize("more", [{"reaction": "love"}, {}, {"activity": "none"}])
async def test_feedback_that_a_message_does_not_ask_for_is_refused(
    teams: Teams, bot: ScriptedBot, more: JsonObject
) -> None:
    message = await send(teams, {"type": "message", "text": "Svar", "channelData": {"feedbackLoop": "default"}})

    refused = await teams.post("/api/rooms/REK1/feedback", {"activity": message, "reaction": "like", **more})

    assert refused.status in {400, 404}
    assert bot.heard == []


async def test_a_card_that_asks_for_a_sign_in_is_pressed_again_with_what_came_of_it(
    teams: Teams, bot: ScriptedBot
) -> None:
    message = await send(teams, with_card(a_card({"type": "Action.Execute", "title": "Visa", "verb": "show"})))
    login = {"connectionName": "graph", "tokenExchangeResource": {"id": "r1"}}
    kind = "application/vnd.microsoft.activity.loginRequest"
    bot.answers = [web.json_response({"statusCode": 401, "type": kind, "value": login})]
    press: JsonObject = {"activity": message, "action": "show"}

    early = await teams.post("/api/rooms/REK1/press", {**press, "token": True})
    asked = await teams.post("/api/rooms/REK1/press", press)
    await teams.post("/api/rooms/REK1/press", {**press, "token": True})
    await teams.post("/api/rooms/REK1/press", {**press, "state": "123456"})

    values = [child(heard, "value") for heard in bot.heard]
    authentication = {"id": "r1", "connectionName": "graph", "token": "token-of-REK1"}
    assert (early.status, child(asked.body, "result")["statusCode"]) == (400, 401)
    assert [value.get("authentication") for value in values] == [None, authentication, None]
    assert [value.get("state") for value in values] == [None, None, "123456"]
