"""Buttons: what the bot is sent, and what the person then sees."""

from aiohttp import web

from tests.emulator.conftest import CARD_TYPE, CHAT, JsonObject, ScriptedBot, Teams, a_card, with_card

PLACE: JsonObject = {"type": "Action.Execute", "title": "Beställ", "verb": "order.place", "data": {"token": "t1"}}
PLACE_WITH_FALLBACK: JsonObject = {
    **PLACE,
    "fallback": {"type": "Action.Submit", "title": "Beställ", "data": {"verb": "order.place", "token": "t2"}},
}


def answer(kind: str, value: object) -> web.Response:
    return web.json_response({"statusCode": 200, "type": kind, "value": value})


async def press(teams: Teams, card: JsonObject, **how: object) -> JsonObject:
    message = await teams.send_card(card)
    pressed = await teams.post("/api/chats/REK1/press", {"activity": message, **how})
    assert pressed.status == 200, pressed.body
    return pressed.body


async def test_a_press_sends_every_prefilled_input_of_the_card_however_deep(teams: Teams, bot: ScriptedBot) -> None:
    choice: JsonObject = {"type": "Input.ChoiceSet", "id": "person", "value": "SER3", "choices": []}
    deep: JsonObject = {
        "type": "ColumnSet",
        "columns": [{"type": "Column", "items": [{"type": "Container", "items": [choice]}]}],
    }
    shown: JsonObject = {
        "type": "Action.ShowCard",
        "card": a_card(PLACE, body=[{"type": "Input.Text", "id": "note", "value": "x"}]),
    }
    button_row: JsonObject = {"type": "ActionSet", "actions": [shown]}
    toggle: JsonObject = {"type": "Input.Toggle", "id": "urgent", "title": "Brådskande"}
    empty: JsonObject = {"type": "Input.Text", "id": "comment"}

    await press(teams, a_card(body=[deep, button_row, toggle, empty]), action="order.place")

    value = bot.heard[0]["value"]
    assert value == {
        "action": {
            "type": "Action.Execute",
            "verb": "order.place",
            "data": {"token": "t1", "person": "SER3", "note": "x", "urgent": "false"},
        },
        "trigger": "manual",
    }


async def test_given_inputs_go_before_prefilled_ones(teams: Teams, bot: ScriptedBot) -> None:
    rating = {"type": "Input.Number", "id": "rating", "value": 3}

    await press(teams, a_card(PLACE, body=[rating]), action=0, inputs={"rating": 5})

    assert bot.heard[0]["value"]["action"]["data"]["rating"] == "5"  # type: ignore[index]


async def test_an_execute_is_an_invoke_that_names_its_card(teams: Teams, bot: ScriptedBot) -> None:
    message = await teams.send_card(a_card(PLACE))

    await teams.post("/api/chats/REK1/press", {"activity": message, "action": "order.place"})

    (invoke,) = bot.heard
    assert (invoke["type"], invoke["name"], invoke["replyToId"]) == ("invoke", "adaptiveCard/action", message)


async def test_a_card_in_the_answer_takes_the_cards_place(teams: Teams, bot: ScriptedBot) -> None:
    after = a_card(body=[{"type": "TextBlock", "text": "Beställt"}])
    bot.answers = [answer(CARD_TYPE, after)]

    result = await press(teams, a_card(PLACE), action="order.place")

    (shown,) = await teams.chat()
    assert shown["attachments"] == [{"contentType": CARD_TYPE, "content": after}]
    assert shown["updated"] is True
    assert result["status"] == 200


async def test_an_update_by_the_bot_goes_before_the_card_that_one_person_saw(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [answer(CARD_TYPE, a_card())]
    message = await teams.send_card(a_card(PLACE))
    await teams.post("/api/chats/REK1/press", {"activity": message, "action": 0})
    latest = a_card(body=[{"type": "TextBlock", "text": "Tilldelat"}])

    await teams.call("PUT", f"{CHAT}/{message}", with_card(latest))

    assert [shown["attachments"] for shown in await teams.chat()] == [[{"contentType": CARD_TYPE, "content": latest}]]


async def test_a_message_in_the_answer_leaves_the_card_as_it_was(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [answer("application/vnd.microsoft.activity.message", "Tack!")]

    result = await press(teams, a_card(PLACE), action="order.place")

    (shown,) = await teams.chat()
    assert shown["attachments"] == [{"contentType": CARD_TYPE, "content": a_card(PLACE)}]
    assert result["result"] == {
        "statusCode": 200,
        "type": "application/vnd.microsoft.activity.message",
        "value": "Tack!",
    }


async def test_of_several_cards_the_pressed_one_alone_gives_way(teams: Teams, bot: ScriptedBot) -> None:
    """Two of them are alike, so that it is the place that tells them apart; the third is pressed in its new form."""
    again, done = a_card(PLACE, body=[{"type": "TextBlock", "text": "Igen?"}]), a_card()
    bot.answers = [answer(CARD_TYPE, again), answer(CARD_TYPE, done), answer(CARD_TYPE, again)]
    item = {"contentType": CARD_TYPE, "content": a_card(PLACE)}
    hero = {"contentType": "application/vnd.microsoft.card.hero", "content": {"title": "Emellan"}}
    sent = await teams.post(CHAT, {"type": "message", "attachments": [item, hero, item, item]})
    message = sent.body["id"]

    for place in (2, 2, 1):
        await teams.post("/api/chats/REK1/press", {"activity": message, "action": place})

    (shown,) = await teams.chat()
    contents = [each["content"] for each in shown["attachments"]]  # type: ignore[attr-defined]
    assert contents == [a_card(PLACE), hero["content"], again, done]
    raw = await teams.get(f"/api/chats/REK1/activities/{message}")
    assert raw.body["views"] == {"REK1": [a_card(PLACE), again, done]}
    assert raw.body["activity"]["attachments"][3] == item  # type: ignore[index]


async def test_a_card_whose_place_is_gone_when_it_is_answered_is_shown_nowhere(teams: Teams, bot: ScriptedBot) -> None:
    both = [with_card(a_card(PLACE))["attachments"][0] for _ in range(2)]  # type: ignore[index]
    message = (await teams.post(CHAT, {"type": "message", "attachments": both})).body["id"]
    bot.answers = [answer(CARD_TYPE, a_card())]
    bot.before_answering = lambda: teams.call("PUT", f"{CHAT}/{message}", {"type": "message", "text": "Borta"})

    pressed = await teams.post("/api/chats/REK1/press", {"activity": message, "action": 1})

    assert pressed.status == 200
    assert [(shown["text"], shown["attachments"]) for shown in await teams.chat()] == [("Borta", [])]


async def test_a_failed_invoke_is_not_sent_again(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [web.Response(status=500)]

    result = await press(teams, a_card(PLACE), action="order.place")

    assert (result["status"], len(bot.heard)) == (500, 1)


async def test_a_client_without_execute_presses_the_submit_fallback(teams: Teams, bot: ScriptedBot) -> None:
    hours = {"type": "Input.Number", "id": "hours", "value": 2}

    await press(teams, a_card(PLACE_WITH_FALLBACK, body=[hours]), action="order.place", **{"as": "submit"})

    (message,) = bot.heard
    assert message["type"] == "message"
    assert message["value"] == {"verb": "order.place", "token": "t2", "hours": "2"}
    assert "text" not in message
    assert message["replyToId"] == (await teams.chat())[0]["id"]


async def test_a_button_without_fallback_can_not_be_submitted(teams: Teams, bot: ScriptedBot) -> None:
    message = await teams.send_card(a_card(PLACE))

    refused = await teams.post("/api/chats/REK1/press", {"activity": message, "action": 0, "as": "submit"})

    assert (refused.status, refused.error_code, bot.heard) == (400, "BadArgument", [])


async def test_a_submit_button_is_pressed_as_itself(teams: Teams, bot: ScriptedBot) -> None:
    submit: JsonObject = {"type": "Action.Submit", "title": "Ja", "data": {"verb": "order.place"}}

    await press(teams, a_card(submit), action="order.place")

    assert [(heard["type"], heard["value"]) for heard in bot.heard] == [("message", {"verb": "order.place"})]


async def test_a_button_that_is_not_there_is_refused(teams: Teams, bot: ScriptedBot) -> None:
    message = await teams.send_card(a_card(PLACE))

    for action in (1, -1, "order.drop", ""):
        refused = await teams.post("/api/chats/REK1/press", {"activity": message, "action": action})
        assert (refused.status, refused.error_code) == (404, "ActionNotFound")

    assert bot.heard == []


async def test_an_im_back_button_says_its_words_in_the_chat(teams: Teams, bot: ScriptedBot) -> None:
    data = {"msteams": {"type": "imBack", "value": "mina ärenden"}}

    await press(teams, a_card({"type": "Action.Submit", "title": "Mina", "data": data}), action=0)

    assert [heard["text"] for heard in bot.heard] == ["mina ärenden"]
    assert [(shown["from"], shown["text"]) for shown in await teams.chat()][-1] == ("REK1", "mina ärenden")
