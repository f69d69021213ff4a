"""Groups and channels beside the personal chats: who is in them, and what the bot hears."""

import pytest

from emulator.state import TENANT_ID
from emulator.wire import child, objects
from tests.emulator.conftest import KON21, REK1, JsonObject, ScriptedBot, Teams

HELLO = {"type": "message", "text": "Hej"}


async def group(teams: Teams, *, kind: str = "group", members: tuple[str, ...] = ("REK1", "KON21")) -> JsonObject:
    made = await teams.post("/api/rooms", {"kind": kind, "name": "Vaktmästeriet", "members": list(members)})
    assert made.status == 201, made.body
    return made.body


def sends_to(room: JsonObject) -> str:
    return f"/v3/conversations/{child(room, 'conversation')['id']}/activities"


async def test_rooms_are_the_peoples_chats_the_channel_and_what_was_made(teams: Teams) -> None:
    made = await group(teams)

    rooms = (await teams.get("/api/rooms")).objects("rooms")
    assert [(room["room"], room["kind"]) for room in rooms] == [
        ("REK1", "personal"),
        ("KON21", "personal"),
        ("channel", "channel"),
        (made["room"], "group"),
    ]
    assert rooms[-1] == made
    assert (made["name"], made["members"], made["installation"]) == ("Vaktmästeriet", ["REK1", "KON21"], "new")


async def test_the_bot_comes_alone_to_a_group_and_can_write_there_until_it_is_taken_out(
    teams: Teams, bot: ScriptedBot
) -> None:
    room = await group(teams)
    path = f"/api/rooms/{room['room']}"

    before = await teams.post(sends_to(room), HELLO)
    await teams.post(f"{path}/install", {"as": "KON21"})
    within = await teams.post(sends_to(room), HELLO)
    await teams.post(f"{path}/remove", {"as": "KON21"})
    after = await teams.post(sends_to(room), HELLO)
    roster = await teams.get(sends_to(room).replace("/activities", "/pagedmembers"))

    joined, installed, left, removed = bot.heard
    assert (left["type"], left["membersRemoved"]) == ("conversationUpdate", [{"id": "28:vaktis"}])
    assert (joined["membersAdded"], child(joined, "from")["id"]) == ([{"id": "28:vaktis"}], KON21.member_id)
    assert child(joined, "conversation")["conversationType"] == "groupChat"
    assert [(each["type"], each["action"]) for each in (installed, removed)] == [
        ("installationUpdate", "add"),
        ("installationUpdate", "remove"),
    ]
    assert (before.status, before.error_code) == (403, "BotNotInConversationRoster")
    assert within.status == 201
    for refused in (after, roster):
        assert (refused.status, refused.error_code) == (403, "BotNotInConversationRoster")


async def test_people_who_come_and_go_are_told_alone(teams: Teams, bot: ScriptedBot) -> None:
    room = await group(teams, kind="channel", members=("REK1",))
    path = f"/api/rooms/{room['room']}"
    await teams.post(f"{path}/install", {"as": "REK1"})

    added = await teams.post(f"{path}/members", {"as": "REK1", "add": ["KON21"]})
    removed = await teams.post(f"{path}/members", {"as": "REK1", "remove": ["KON21"]})

    came, went = bot.heard[-2:]
    member = {"id": KON21.member_id, "aadObjectId": KON21.aad_object_id}
    assert (came["membersAdded"], child(came, "channelData")["eventType"]) == ([member], "teamMemberAdded")
    assert (went["membersRemoved"], child(went, "channelData")["eventType"]) == ([member], "teamMemberRemoved")
    assert (added.body["members"], removed.body["members"]) == (["REK1", "KON21"], ["REK1"])


async def test_somebody_must_stay_and_nobody_comes_to_a_personal_chat(teams: Teams) -> None:
    room = await group(teams, members=("REK1",))

    empty = await teams.post(f"/api/rooms/{room['room']}/members", {"as": "REK1", "remove": ["REK1"]})
    personal = await teams.post("/api/rooms/REK1/members", {"add": ["KON21"]})

    assert [(each.status, each.error_code) for each in (empty, personal)] == [(400, "BadArgument")] * 2


async def test_a_group_hears_only_what_mentions_the_bot_and_has_no_threads(teams: Teams, bot: ScriptedBot) -> None:
    room = await group(teams)
    path = f"/api/rooms/{room['room']}"
    await teams.post(f"{path}/install", {"as": "REK1"})
    bot.heard.clear()

    quiet = await teams.post(f"{path}/messages", {"as": "REK1", "text": "hej alla", "mention": False})
    said = await teams.post(f"{path}/messages", {"as": "REK1", "text": "help"})

    (heard,) = bot.heard
    assert heard["text"] == "<at>Vaktis</at> help"
    assert child(heard, "conversation")["id"] == child(room, "conversation")["id"]
    assert (quiet.body["status"], said.body["status"]) == (None, 200)
    assert "thread" not in said.body


async def test_a_mention_where_the_bot_is_not_reaches_nobody(teams: Teams, bot: ScriptedBot) -> None:
    room = await group(teams)

    said = await teams.post(f"/api/rooms/{room['room']}/messages", {"as": "REK1", "text": "help"})

    assert (said.body["status"], bot.heard) == (None, [])


async def test_only_members_see_and_write_in_a_room(teams: Teams) -> None:
    room = await group(teams, members=("REK1",))

    seen = await teams.get(f"/api/rooms/{room['room']}?as=KON21")
    written = await teams.post(f"/api/rooms/{room['room']}/messages", {"as": "KON21", "text": "hej"})
    peeked = await teams.get("/api/rooms/REK1?as=KON21")

    assert [(each.status, each.error_code) for each in (seen, written, peeked)] == [(403, "NotAMember")] * 3


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("/api/rooms", {"kind": "personal", "members": ["REK1"]}, "BadArgument"),
        ("/api/rooms", {"kind": "group", "members": []}, "BadArgument"),
        ("/api/rooms", {"kind": "group", "members": ["NOBODY"]}, "PersonNotFound"),
        ("/api/rooms/attic/messages", {"as": "REK1", "text": "hej"}, "RoomNotFound"),
        ("/api/rooms/REK1/dance", {}, "DeedNotFound"),
    ],
)
async def test_what_the_api_can_not_do_is_refused_by_its_code(
    teams: Teams, path: str, body: JsonObject, code: str
) -> None:
    assert (await teams.post(path, body)).error_code == code


async def test_whichever_message_of_a_thread_is_answered_the_thread_is_the_same(teams: Teams) -> None:
    root = (await teams.post("/api/channel/messages", {"as": "REK1", "text": "ett"})).body["thread"]
    second = await teams.post("/api/channel/messages", {"as": "KON21", "text": "två", "thread": root})

    third = await teams.post("/api/channel/messages", {"as": "REK1", "text": "tre", "thread": second.body["id"]})

    assert third.body["thread"] == root


async def test_a_thread_is_started_with_an_activity_and_answers_to_it_stay_there(teams: Teams) -> None:
    channel = {"tenant": {"id": TENANT_ID}, "channel": {"id": "19:desk@thread.tacv2"}}

    created = await teams.post("/v3/conversations", {"isGroup": True, "channelData": channel, "activity": HELLO})
    root = created.body["activityId"]
    await teams.post(f"/v3/conversations/{created.body['id']}/activities", HELLO)
    await teams.post(f"/v3/conversations/19:desk@thread.tacv2/activities/{root}", HELLO)

    assert created.body["id"] == f"19:desk@thread.tacv2;messageid={root}"
    shown = (await teams.get("/api/channel?as=REK1")).objects("activities")
    assert [message["thread"] for message in shown] == ["", root, root]


async def test_the_team_and_its_channels_are_told(teams: Teams) -> None:
    await group(teams, kind="channel")

    team = await teams.get("/v3/teams/19:team@thread.tacv2")
    channels = await teams.get("/v3/teams/19:team@thread.tacv2/conversations")
    other = await teams.get("/v3/teams/19:other@thread.tacv2")

    assert (team.body["name"], team.body["channelCount"]) == ("Desk", 2)
    assert [each["name"] for each in channels.objects("conversations")] == ["Desk", "Vaktmästeriet"]
    assert (other.status, other.error_code) == (404, "TeamNotFound")


async def test_a_reaction_is_told_once_and_can_be_taken_back(teams: Teams, bot: ScriptedBot) -> None:
    sent = (await teams.post(f"/v3/conversations/{REK1.conversation_id}/activities", HELLO)).body["id"]
    like = {"activity": sent, "type": "heart"}

    statuses = [(await teams.post("/api/rooms/REK1/react", like)).body["status"] for _ in range(2)]
    shown = (await teams.chat())[0]["reactions"]
    await teams.post("/api/rooms/REK1/react", {**like, "on": False})

    added, removed = bot.heard
    assert statuses == [200, None]
    assert shown == {"heart": ["REK1"]}
    assert (added["type"], added["reactionsAdded"], added["replyToId"]) == (
        "messageReaction",
        [{"type": "heart"}],
        sent,
    )
    assert removed["reactionsRemoved"] == [{"type": "heart"}]
    assert (await teams.chat())[0]["reactions"] == {}


async def test_a_deleted_message_can_be_brought_back(teams: Teams, bot: ScriptedBot) -> None:
    written = (await teams.post("/api/chats/REK1/messages", {"text": "hej"})).body["id"]
    early = await teams.post("/api/chats/REK1/undelete", {"activity": written})
    await teams.post("/api/chats/REK1/delete", {"activity": written})

    await teams.post("/api/chats/REK1/undelete", {"activity": written})

    back = bot.heard[-1]
    assert (back["type"], back["id"], back["text"]) == ("messageUpdate", written, "hej")
    assert child(back, "channelData")["eventType"] == "undeleteMessage"
    assert [(shown["text"], shown["deleted"]) for shown in await teams.chat()] == [("hej", False)]
    assert (early.status, early.error_code) == (400, "BadArgument")


async def test_the_bot_is_told_that_somebody_types(teams: Teams, bot: ScriptedBot) -> None:
    typed = await teams.post("/api/rooms/REK1/typing")

    assert [(heard["type"], child(heard, "from")["name"]) for heard in bot.heard] == [("typing", "Maja Ek")]
    assert typed.body == {"status": 200}


async def test_what_the_bot_never_heard_it_is_not_told_the_end_of(teams: Teams, bot: ScriptedBot) -> None:
    quiet = await teams.post("/api/channel/messages", {"as": "REK1", "text": "hej alla", "mention": False})

    edited = await teams.post("/api/channel/edit", {"as": "REK1", "activity": quiet.body["id"], "text": "hej"})
    await teams.post("/api/channel/delete", {"as": "REK1", "activity": quiet.body["id"]})

    assert edited.body["status"] is None
    assert bot.heard == []


async def test_a_card_that_somebody_picked_is_sent_with_the_words(teams: Teams, bot: ScriptedBot) -> None:
    card = {"contentType": "application/vnd.microsoft.card.adaptive", "content": {"type": "AdaptiveCard"}}

    await teams.post("/api/rooms/REK1/messages", {"text": "den här", "attachments": [card]})

    assert objects(bot.heard[0]["attachments"])[1:] == [card]


async def test_members_of_a_message_are_those_of_its_room(teams: Teams) -> None:
    async with teams.session.get(
        f"{teams.url}/v3/conversations/{REK1.conversation_id}/activities/1/members"
    ) as response:
        assert [member["name"] for member in await response.json()] == ["Maja Ek"]
