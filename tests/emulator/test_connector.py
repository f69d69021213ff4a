"""What the bot may call, and what it is refused."""

import pytest

from emulator.state import TENANT_ID
from tests.emulator.conftest import CARD_TYPE, CHAT, KON21, REK1, Teams

HELLO = {"type": "message", "text": "Hej"}
TENANT = {"channelData": {"tenant": {"id": TENANT_ID}}}


async def test_a_sent_message_stands_in_the_persons_chat(teams: Teams) -> None:
    sent = await teams.post(CHAT, HELLO)

    (shown,) = await teams.chat()
    assert sent.status == 201
    assert (shown["id"], shown["from"], shown["text"]) == (sent.body["id"], "bot", "Hej")
    assert await teams.chat("KON21") == []


async def test_message_ids_are_numbers_that_only_grow(teams: Teams) -> None:
    ids = [int(str((await teams.post(CHAT, HELLO)).body["id"])) for _ in range(5)]

    assert ids == sorted(set(ids))


async def test_a_reply_remembers_what_it_replies_to(teams: Teams) -> None:
    await teams.post(f"{CHAT}/1647334800000", {**HELLO, "replyToId": "1647334800000"})

    assert [message["replyToId"] for message in await teams.chat()] == ["1647334800000"]


async def test_an_update_takes_the_place_of_the_message_and_is_marked(teams: Teams) -> None:
    first = (await teams.post(CHAT, HELLO)).body["id"]
    await teams.post(CHAT, HELLO)

    updated = await teams.call("PUT", f"{CHAT}/{first}", {"type": "message", "text": "Hej igen"})

    assert (updated.status, updated.body) == (200, {"id": first})
    assert [(m["text"], m["updated"]) for m in await teams.chat()] == [("Hej igen", True), ("Hej", False)]


async def test_a_deleted_message_is_empty_and_can_not_be_updated(teams: Teams) -> None:
    sent = (await teams.post(CHAT, HELLO)).body["id"]

    deleted = await teams.call("DELETE", f"{CHAT}/{sent}")
    late = await teams.call("PUT", f"{CHAT}/{sent}", HELLO)

    (shown,) = await teams.chat()
    assert deleted.status == 200
    assert (shown["deleted"], shown["text"]) == (True, "")
    assert (late.status, late.error_code) == (404, "ActivityNotFoundInConversation")


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
async def test_an_unknown_activity_is_refused_by_its_code(teams: Teams, method: str) -> None:
    refused = await teams.call(method, f"{CHAT}/1", HELLO)

    assert (refused.status, refused.error_code) == (404, "ActivityNotFoundInConversation")


async def test_a_bot_can_not_change_what_a_person_wrote(teams: Teams) -> None:
    written = (await teams.post("/api/chats/REK1/messages", {"text": "hej"})).body["id"]

    refused = await teams.call("PUT", f"{CHAT}/{written}", HELLO)

    assert (refused.status, refused.error_code) == (404, "ActivityNotFoundInConversation")


async def test_an_unknown_conversation_is_refused_by_its_code(teams: Teams) -> None:
    refused = await teams.post("/v3/conversations/a:nobody/activities", HELLO)

    assert (refused.status, refused.error_code) == (404, "ConversationNotFound")


@pytest.mark.parametrize(
    "raw",
    [
        "{",
        "[]",
        '"text"',
        "",
        '{"x": NaN}',
        '{"x": 1e999}',
        "[" * 9999,
        "\ud83d".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)
async def test_a_body_that_is_no_json_object_is_bad_syntax(teams: Teams, raw: str) -> None:
    refused = await teams.call("POST", CHAT, raw=raw)

    assert (refused.status, refused.error_code) == (400, "BadSyntax")


@pytest.mark.parametrize(
    "activity",
    [{}, {"type": "message"}, {"type": "invoke"}, {**HELLO, "attachments": ["x"]}, {"type": 1}, {**HELLO, "type": []}],
)
async def test_what_is_no_activity_of_a_bot_is_bad_syntax_and_not_shown(teams: Teams, activity: object) -> None:
    refused = await teams.call("POST", CHAT, activity)

    assert (refused.status, refused.error_code) == (400, "BadSyntax")
    assert await teams.chat() == []


async def test_a_card_attachment_must_hold_an_adaptive_card(teams: Teams) -> None:
    refused = await teams.post(CHAT, {"type": "message", "attachments": [{"contentType": CARD_TYPE, "content": {}}]})

    assert (refused.status, refused.error_code) == (400, "BadArgument")


@pytest.mark.parametrize(("over", "text", "status"), [(0, "", 201), (1, "", 413), (-2, "å", 201), (-1, "å", 413)])
async def test_attachments_and_words_over_28_kilobytes_are_too_big(
    teams: Teams, over: int, text: str, status: int
) -> None:
    shell = '[{"contentType":"image/png","content":""}]'
    attachment = {"contentType": "image/png", "content": "x" * (28 * 1024 - len(shell) + over)}

    answer = await teams.post(CHAT, {"type": "message", "text": text, "attachments": [attachment]})

    assert answer.status == status
    assert status == 201 or answer.error_code == "MessageSizeTooBig"


async def test_someone_who_removed_the_bot_can_not_be_written_to_until_they_open_the_chat_again(teams: Teams) -> None:
    sent = (await teams.post(CHAT, HELLO)).body["id"]
    await teams.post("/api/chats/REK1/remove")

    refused = [await teams.post(CHAT, HELLO), await teams.call("PUT", f"{CHAT}/{sent}", HELLO)]
    await teams.post("/api/chats/REK1/open")

    assert [(answer.status, answer.error_code) for answer in refused] == [(403, "MessageWritesBlocked")] * 2
    assert (await teams.post(CHAT, HELLO)).status == 201


@pytest.mark.parametrize(
    "member", [{"id": REK1.member_id}, {"id": REK1.aad_object_id}, {"aadObjectId": REK1.aad_object_id}]
)
async def test_creating_a_conversation_gives_the_persons_one_chat(teams: Teams, member: dict[str, str]) -> None:
    body = {**TENANT, "members": [member], "activity": HELLO}

    created = await teams.post("/v3/conversations", body)

    (shown,) = await teams.chat()
    assert created.status == 201
    assert created.body == {"id": REK1.conversation_id, "activityId": shown["id"]}


@pytest.mark.parametrize(
    "body",
    [
        {**TENANT, "members": []},
        {**TENANT, "members": [{"id": "29:nobody"}]},
        {**TENANT, "members": [{"id": REK1.member_id}, {"id": KON21.member_id}]},
    ],
)
async def test_a_conversation_needs_one_known_member(teams: Teams, body: object) -> None:
    refused = await teams.post("/v3/conversations", body)

    assert (refused.status, refused.error_code) == (400, "BadArgument")


async def test_members_of_a_chat_are_found_by_both_ids(teams: Teams) -> None:
    base = f"/v3/conversations/{REK1.conversation_id}/members"

    by_id, by_directory = await teams.get(f"{base}/{REK1.member_id}"), await teams.get(f"{base}/{REK1.aad_object_id}")
    other = await teams.get(f"{base}/{KON21.member_id}")

    assert by_id.body == by_directory.body
    assert (by_id.body["name"], by_id.body["aadObjectId"]) == ("Maja Ek", REK1.aad_object_id)
    assert (other.status, other.error_code) == (404, "MemberNotFoundInConversation")


async def test_the_channels_members_come_in_pages(teams: Teams) -> None:
    base = "/v3/conversations/19:desk@thread.tacv2/pagedmembers?pageSize=1"

    first = await teams.get(base)
    second = await teams.get(f"{base}&continuationToken={first.body['continuationToken']}")

    assert [member["name"] for member in first.objects("members") + second.objects("members")] == [
        "Maja Ek",
        "James Holly",
    ]
    assert "continuationToken" not in second.body


async def test_a_call_with_another_sites_name_is_refused(teams: Teams) -> None:
    async with teams.session.get(f"{teams.url}/api/people", headers={"Host": "evil.example"}) as named:
        assert named.status == 403
    async with teams.session.post(f"{teams.url}/api/reset", headers={"Origin": "https://evil.example"}) as called:
        assert called.status == 403
