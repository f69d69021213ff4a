"""What went between Teams and the bot, as it stood on the wire."""

import pytest
from aiohttp import web

from emulator.state import TENANT_ID
from tests.emulator.conftest import CARD_TYPE, CHAT, REK1, JsonObject, ScriptedBot, Teams, a_card, with_card

EXECUTE: JsonObject = {"type": "Action.Execute", "title": "Ja", "verb": "yes"}
ROOM = "/api/rooms/REK1"


async def read(teams: Teams, about: str = "") -> list[JsonObject]:
    listed = (await teams.get(f"/api/traffic?about={about}")).objects("exchanges")
    return [(await teams.get(f"/api/traffic/{each['seq']}")).body for each in listed]


async def test_everything_that_people_do_is_kept_with_what_the_bot_answered(teams: Teams, bot: ScriptedBot) -> None:
    answer = {"statusCode": 200, "type": CARD_TYPE, "value": a_card()}
    await teams.post("/api/chats/REK1/open")
    card = await teams.send_card(a_card(EXECUTE))
    bot.answers = [web.Response(), web.json_response(answer), web.Response(status=400, text="nej")]
    own = (await teams.post(f"{ROOM}/messages", {"text": "hej"})).body["id"]
    await teams.post(f"{ROOM}/press", {"activity": card, "action": 0})
    await teams.post(f"{ROOM}/edit", {"activity": own, "text": "hej då"})
    await teams.post(f"{ROOM}/delete", {"activity": own})
    await teams.post(f"{ROOM}/react", {"activity": card, "type": "heart"})
    await teams.post(f"{ROOM}/typing")
    await teams.post(f"{ROOM}/remove")

    kept = await read(teams)

    to_bot = [each for each in kept if each["towards"] == "bot"]
    assert [each["request"] for each in to_bot] == bot.heard
    assert [(each["type"], each["detail"]) for each in to_bot] == [
        ("conversationUpdate", "membersAdded"),
        ("installationUpdate", "add"),
        ("message", ""),
        ("invoke", "adaptiveCard/action"),
        ("messageUpdate", "editMessage"),
        ("messageDelete", "softDeleteMessage"),
        ("messageReaction", "+heart"),
        ("typing", ""),
        ("installationUpdate", "remove"),
    ]
    assert {(each["room"], each["person"]) for each in to_bot} == {("REK1", "REK1")}
    assert [(each["status"], each["response"]) for each in to_bot[2:5]] == [(200, None), (200, answer), (400, "nej")]


async def test_every_call_of_the_bot_is_kept_refused_ones_too(teams: Teams) -> None:
    card = with_card(a_card())
    sent = (await teams.post(CHAT, card)).body["id"]
    await teams.call("PUT", f"{CHAT}/{sent}", {"type": "message", "text": "Ny"})
    await teams.post(CHAT, {"type": "event"})
    await teams.call("DELETE", f"{CHAT}/{sent}")
    await teams.post("/api/faults", {"rules": [{"status": 503}]})
    await teams.post(CHAT, {"type": "message", "text": "x"})

    kept, about = await read(teams), await read(teams, str(sent))

    assert [(each["method"], each["status"], each["fault"]) for each in kept] == [
        ("POST", 201, None),
        ("PUT", 200, None),
        ("POST", 400, None),
        ("DELETE", 200, None),
        ("POST", 503, "503"),
    ]
    assert (kept[0]["request"], kept[0]["response"]) == (card, {"id": sent})
    assert kept[2]["response"]["error"]["code"] == "BadSyntax"  # type: ignore[index]
    assert kept[4]["request"] == {"type": "message", "text": "x"}
    assert [each["method"] for each in about] == ["POST", "PUT", "DELETE"]


async def test_the_call_that_made_a_conversation_is_about_its_first_message(teams: Teams) -> None:
    member = {"id": REK1.member_id}
    body = {"members": [member], "tenantId": TENANT_ID, "activity": {"type": "message", "text": "Hej"}}
    made = await teams.post("/v3/conversations", body)

    (kept,) = await read(teams, str(made.body["activityId"]))

    assert (kept["address"], kept["request"]) == ("/v3/conversations", body)


async def test_what_is_not_kept_is_not_found_and_a_reset_forgets_all(teams: Teams) -> None:
    await teams.post(CHAT, {"type": "message", "text": "x"})
    before = await read(teams)
    await teams.post("/api/reset")

    gone = await teams.get(f"/api/traffic/{before[0]['seq']}")

    assert (gone.status, gone.error_code, await read(teams)) == (404, "ExchangeNotFound", [])
    await teams.post(CHAT, {"type": "message", "text": "y"})
    assert (await read(teams))[0]["seq"] == 2


@pytest.mark.parametrize("answered", ['{"value": NaN}', '{"value": 1e999}', "[" * 5000, "å".encode("latin-1")])
async def test_an_answer_that_no_browser_reads_as_json_is_kept_as_a_text(
    teams: Teams, bot: ScriptedBot, answered: str | bytes
) -> None:
    card = await teams.send_card(a_card(EXECUTE))
    raw = answered if isinstance(answered, bytes) else answered.encode()
    bot.answers = [web.Response(body=raw, content_type="application/json")]

    pressed = await teams.post(f"{ROOM}/press", {"activity": card, "action": 0})

    assert (pressed.status, pressed.body["result"]) == (200, None)
    assert (await read(teams))[-1]["response"] == raw.decode(errors="replace")
