"""Cards that show each person their own."""

import asyncio

from aiohttp import web

from emulator.wire import child
from tests.emulator.conftest import CARD_TYPE, CHAT, KON21, REK1, JsonObject, ScriptedBot, Teams, a_card, with_card

CHANNEL = "/v3/conversations/19:desk@thread.tacv2/activities"
OWN = a_card(body=[{"type": "TextBlock", "text": "Din egen"}])


def refreshing(*people: str, everybody: bool = False) -> JsonObject:
    action = {"type": "Action.Execute", "title": "Uppdatera", "verb": "view.own", "data": {"id": 1}}
    return {**a_card(), "refresh": {"action": action, **({} if everybody else {"userIds": list(people)})}}


def own_card() -> web.Response:
    return web.json_response({"statusCode": 200, "type": CARD_TYPE, "value": OWN})


async def all_shown_to(teams: Teams, code: str, room: str = "channel") -> list[object]:
    (message,) = (await teams.get(f"/api/rooms/{room}?as={code}")).objects("activities")
    attachments = message["attachments"]
    assert isinstance(attachments, list)
    return [each["content"] for each in attachments]


async def shown_to(teams: Teams, code: str, room: str = "channel") -> object:
    return (await all_shown_to(teams, code, room))[0]


async def until_own(teams: Teams, code: str) -> None:
    async with asyncio.timeout(10):
        while await shown_to(teams, code) != OWN:  # noqa: ASYNC110 - looked for as a person does
            await asyncio.sleep(0.01)


async def test_whoever_looks_and_is_named_gets_a_card_of_their_own_once(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [own_card()]
    card = refreshing(REK1.member_id)
    sent = (await teams.post(CHANNEL, with_card(card))).body["id"]

    other = await shown_to(teams, "KON21")
    await until_own(teams, "REK1")

    (asked,) = bot.heard
    assert (asked["name"], asked["replyToId"]) == ("adaptiveCard/action", sent)
    assert asked["value"] == {
        "action": {"type": "Action.Execute", "verb": "view.own", "data": {"id": 1}},
        "trigger": "automatic",
    }
    assert child(asked, "from")["id"] == REK1.member_id
    assert other == card


async def test_each_card_of_a_message_is_refreshed_for_itself(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [own_card()]
    plain, card = a_card(), refreshing(REK1.member_id)
    cards: list[JsonObject] = [{"contentType": CARD_TYPE, "content": each} for each in (plain, card, plain)]
    await teams.post(CHANNEL, {"type": "message", "attachments": cards})

    async with asyncio.timeout(10):
        while await all_shown_to(teams, "REK1") != [plain, OWN, plain]:  # noqa: ASYNC110 - looked for as a person does
            await asyncio.sleep(0.01)

    assert await all_shown_to(teams, "KON21") == [plain, card, plain]
    assert len(bot.heard) == 1


async def test_without_names_everybody_in_a_small_room_is_asked(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [own_card(), own_card()]
    await teams.post(CHANNEL, with_card(refreshing(everybody=True)))

    await until_own(teams, "REK1")
    await until_own(teams, "KON21")

    assert [child(heard, "from")["id"] for heard in bot.heard] == [REK1.member_id, KON21.member_id]


async def test_a_new_form_of_the_card_is_asked_for_anew(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [own_card(), own_card()]
    card = with_card(refreshing(REK1.member_id))
    sent = (await teams.post(CHANNEL, card)).body["id"]
    await until_own(teams, "REK1")

    await teams.call("PUT", f"{CHANNEL}/{sent}", card)
    await until_own(teams, "REK1")

    assert len(bot.heard) == 2


async def test_whoever_watches_gets_the_card_as_soon_as_it_is_there(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [own_card()]
    async with teams.session.get(f"{teams.url}/api/events?viewers=KON21") as stream:
        await stream.content.readuntil(b"\n\n")

        await teams.post(CHANNEL, with_card(refreshing(KON21.aad_object_id)))

        async with asyncio.timeout(10):
            while b'"viewer": "KON21"' not in (line := await stream.content.readuntil(b"\n\n")):
                pass
    assert b"Din egen" in line
    assert [child(heard, "from")["id"] for heard in bot.heard] == [KON21.member_id]


async def test_a_refresh_by_hand_is_told_apart(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [own_card()]
    sent = (await teams.post(CHAT, with_card(refreshing()))).body["id"]

    answer = await teams.post("/api/rooms/REK1/refresh", {"activity": sent})
    plain = (await teams.post(CHAT, with_card(a_card()))).body["id"]
    refused = await teams.post("/api/rooms/REK1/refresh", {"activity": plain})

    assert child(bot.heard[0], "value")["trigger"] == "manual"
    assert child(answer.body, "result")["value"] == OWN
    assert (refused.status, refused.error_code) == (400, "BadArgument")
    assert [shown["refreshable"] for shown in await teams.chat()] == [False, False]


async def test_a_refresh_that_fails_leaves_the_card_as_it_was(teams: Teams, bot: ScriptedBot) -> None:
    bot.answers = [web.Response(status=500)]
    card = refreshing(REK1.member_id)
    await teams.post(CHANNEL, with_card(card))

    await shown_to(teams, "REK1")
    async with asyncio.timeout(10):
        while not await teams.log("delivery"):  # noqa: ASYNC110 - the emulator gives no sign inside
            await asyncio.sleep(0.01)

    assert await shown_to(teams, "REK1") == card
    assert len(bot.heard) == 1


async def test_nobody_can_watch_as_somebody_who_is_not_there(teams: Teams) -> None:
    refused = await teams.get("/api/events?viewers=NOBODY")

    assert (refused.status, refused.error_code) == (404, "PersonNotFound")
