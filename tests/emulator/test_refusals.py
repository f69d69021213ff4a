"""The table of what Teams refuses, and of what it takes though it looks odd."""

import io
import json

import pytest
from aiohttp import web

from bot.wiring import DEVELOPMENT_TENANT
from emulator.acceptance import check_activity
from emulator.card_rules import card_faults
from emulator.refusals import Refusal
from emulator.state import TENANT_ID, Tenant
from tests.emulator.conftest import CARD_TYPE, CHAT, REK1, JsonObject, ScriptedBot, Teams, a_card, with_card

HELLO = {"type": "message", "text": "Hej"}
TEXT: JsonObject = {"type": "TextBlock", "text": "Hej"}
NAME: JsonObject = {"type": "Input.Text", "id": "name"}
EXECUTE: JsonObject = {"type": "Action.Execute", "title": "Ja", "verb": "yes"}
CONSENT = "application/vnd.microsoft.teams.card.file.consent"


def nested(depth: int) -> JsonObject:
    part: JsonObject = TEXT
    for _ in range(depth):
        part = {"type": "Container", "items": [part]}
    return a_card(body=[part])


REFUSED: list[tuple[str, JsonObject]] = [
    ("$.type", {"type": "Card", "version": "1.5"}),
    ("$.version", {"type": "AdaptiveCard", "body": []}),
    ("$.version", {**a_card(), "version": "1.6"}),
    ("$.version", {**a_card(), "version": "latest"}),
    ("$.version", {**a_card(), "version": 1.5}),
    ("$.body", {**a_card(), "body": TEXT}),
    ("$.body[0]", a_card(body=["text"])),  # type: ignore[list-item]
    ("$.body[0].type", a_card(body=[{"type": "Blink", "text": "x"}])),
    ("$.body[0].type", a_card(body=[{"text": "x"}])),
    ("$.body[0].text", a_card(body=[{"type": "TextBlock"}])),
    ("$.body[0].text", a_card(body=[{"type": "TextBlock", "text": 7}])),
    ("$.body[0].wrap", a_card(body=[{**TEXT, "wrap": "yes"}])),
    ("$.body[0].id", a_card(body=[{"type": "Input.Text"}])),
    ("$.body[0].id", a_card(body=[{"type": "Input.Text", "id": " "}])),
    ("$.body[0].title", a_card(body=[{"type": "Input.Toggle", "id": "x"}])),
    ("$.body[0].value", a_card(body=[{"type": "Input.Number", "id": "x", "value": "3"}])),
    ("$.body[0].choices", a_card(body=[{"type": "Input.ChoiceSet", "id": "x", "choices": [{"title": "A"}]}])),
    ("$.body[0].url", a_card(body=[{"type": "Image", "altText": "x"}])),
    ("$.body[0].facts", a_card(body=[{"type": "FactSet", "facts": [{"title": "A"}]}])),
    ("$.body[0].items", a_card(body=[{"type": "Container"}])),
    ("$.body[0].items[0].type", a_card(body=[{"type": "Container", "items": [{"type": "Blink"}]}])),
    (
        "$.body[0].columns[0].items[0].text",
        a_card(body=[{"type": "ColumnSet", "columns": [{"items": [{"type": "TextBlock"}]}]}]),
    ),
    (
        "$.body[0].rows[0].cells[0].items[0].type",
        a_card(
            body=[{"type": "Table", "columns": [{"width": 1}], "rows": [{"cells": [{"items": [{"type": "Blink"}]}]}]}]
        ),
    ),
    ("$: the id 'name'", a_card(body=[NAME, NAME])),
    ("$.actions[0].type", a_card({"type": "Action.Fly"})),
    ("$.actions[0].url", a_card({"type": "Action.OpenUrl", "title": "x"})),
    ("$.actions[0].verb", a_card({**EXECUTE, "verb": 3})),
    ("$.actions[0].card.body[0].type", a_card({"type": "Action.ShowCard", "card": a_card(body=[{"type": "Blink"}])})),
    ("$.body[0].selectAction.type", a_card(body=[{"type": "Container", "items": [], "selectAction": {"type": "Fly"}}])),
    ("$.refresh.action", {**a_card(), "refresh": {"action": {"type": "Action.Submit"}}}),
    ("$.refresh.userIds", {**a_card(), "refresh": {"action": EXECUTE, "userIds": "29:x"}}),
    ("61 ids, at most 60", {**a_card(), "refresh": {"action": EXECUTE, "userIds": [f"29:{n}" for n in range(61)]}}),
    ("too deeply", nested(70)),
]
TAKEN: list[JsonObject] = [
    a_card(body=[TEXT, NAME]),
    {**a_card(), "version": "1.0"},
    {**a_card(), "refresh": {"action": EXECUTE, "userIds": [f"29:{n}" for n in range(60)]}},
    a_card(body=[{"type": "Blink", "fallback": TEXT}]),
    a_card(body=[{"type": "Blink", "fallback": "drop"}]),
    a_card(body=[{"type": "CodeBlock", "codeSnippet": "x"}]),
    a_card({"type": "Action.Fly", "fallback": "drop"}),
    a_card(EXECUTE),
    {**a_card(body=[{**TEXT, "shine": True}]), "msteams": {"width": "full"}, "futureField": [1]},
    a_card(body=[{"type": "RichTextBlock", "inlines": ["plain", {"type": "TextRun", "text": "x"}]}]),
    a_card(body=[{"type": "Table", "columns": [{"width": 1}], "rows": [{"type": "TableRow", "cells": []}]}]),
    nested(20),
]


@pytest.mark.parametrize(("where", "card"), REFUSED)
async def test_a_card_that_teams_can_not_draw_is_a_bad_argument_that_names_the_place(
    teams: Teams, where: str, card: JsonObject
) -> None:
    refused = await teams.post(CHAT, with_card(card))

    assert (refused.status, refused.error_code) == (400, "BadArgument")
    assert where in str(refused.body["error"])
    assert await teams.chat() == []


@pytest.mark.parametrize("card", TAKEN)
def test_a_card_that_teams_can_draw_has_no_faults(card: JsonObject) -> None:
    assert card_faults(card) == []


async def test_an_update_is_held_to_the_same_and_changes_nothing(teams: Teams) -> None:
    sent = await teams.send_card(a_card(body=[TEXT]))

    refused = await teams.call("PUT", f"{CHAT}/{sent}", with_card({**a_card(), "version": "2.0"}))

    assert (refused.status, refused.error_code) == (400, "BadArgument")
    assert [shown["updated"] for shown in await teams.chat()] == [False]


@pytest.mark.parametrize(
    ("status", "code", "activity"),
    [
        (400, "BadSyntax", {"type": "message", "text": 7}),
        (400, "BadSyntax", {"type": "message", "text": "x", "attachments": {"contentType": CARD_TYPE}}),
        (400, "BadSyntax", {"type": "event", "name": "x"}),
        (400, "BadArgument", {"type": "message", "attachments": [{"content": {}}]}),
        (400, "BadArgument", {"type": "message", "attachments": [{"contentType": "image/png"}] * 11}),
        (
            413,
            "MessageSizeTooBig",
            {"type": "message", "attachments": [{"contentType": "image/png", "content": "å" * 15_000}]},
        ),
    ],
)
async def test_what_is_no_message_of_teams_is_refused_by_its_code(
    teams: Teams, status: int, code: str, activity: JsonObject
) -> None:
    refused = await teams.post(CHAT, activity)

    assert (refused.status, refused.error_code) == (status, code)


async def test_fields_that_teams_does_not_know_are_let_be(teams: Teams) -> None:
    sent = await teams.post(CHAT, {**HELLO, "favouriteColour": "blue", "channelData": {"x": {"y": []}}})

    assert sent.status == 201


async def test_files_are_offered_in_personal_chats_only(teams: Teams) -> None:
    offer = {"type": "message", "attachments": [{"contentType": CONSENT, "name": "a.pdf", "content": {}}]}

    personal = await teams.post(CHAT, offer)
    channel = await teams.post("/v3/conversations/19:desk@thread.tacv2/activities", offer)

    assert personal.status == 201
    assert (channel.status, channel.error_code) == (400, "BadArgument")


async def test_a_bot_can_not_make_a_group_chat(teams: Teams) -> None:
    body = {"isGroup": True, "members": [{"id": REK1.member_id}], "tenantId": TENANT_ID}

    refused = await teams.post("/v3/conversations", body)

    assert (refused.status, refused.error_code) == (400, "BadSyntax")
    assert "Incorrect conversation creation parameters" in str(refused.body)


FOREIGN = "10000000-0000-4000-8000-000000000001"
NO_TENANT, OTHER_TENANT = (400, "BadSyntax"), (403, "BotNotInConversationRoster")


@pytest.mark.parametrize(
    ("named", "refused"),
    [
        ({}, NO_TENANT),
        ({"tenantId": "kommunen"}, NO_TENANT),
        ({"tenantId": 7}, NO_TENANT),
        ({"tenantId": FOREIGN}, OTHER_TENANT),
        ({"channelData": {"tenant": {"id": FOREIGN}}}, OTHER_TENANT),
        ({"tenantId": TENANT_ID, "channelData": {"tenant": {"id": FOREIGN}}}, OTHER_TENANT),
        ({"tenantId": TENANT_ID, "activity": {**HELLO, "conversation": {"tenantId": FOREIGN}}}, OTHER_TENANT),
    ],
)
async def test_a_new_conversation_is_of_this_tenant(teams: Teams, named: JsonObject, refused: tuple[int, str]) -> None:
    answer = await teams.post("/v3/conversations", {"members": [{"id": REK1.member_id}], **named})

    assert (answer.status, answer.error_code) == refused
    assert await teams.chat() == []


async def test_a_message_that_names_another_tenant_is_not_taken(teams: Teams) -> None:
    for where in ({"channelData": {"tenant": {"id": FOREIGN}}}, {"conversation": {"tenantId": FOREIGN}}):
        answer = await teams.post(CHAT, {**HELLO, **where})
        assert (answer.status, answer.error_code) == OTHER_TENANT
    own = await teams.post(CHAT, {**HELLO, "conversation": {"tenantId": TENANT_ID.upper()}})

    assert (own.status, len(await teams.chat())) == (201, 1)


def test_the_bot_knows_the_emulators_tenant() -> None:
    assert DEVELOPMENT_TENANT == TENANT_ID


async def test_a_thread_that_nobody_began_is_no_conversation(teams: Teams) -> None:
    channel = "/v3/conversations/19:desk@thread.tacv2"
    root = (await teams.post("/api/channel/messages", {"as": "REK1", "text": "ett"})).body["thread"]
    answer = (await teams.post(f"{channel};messageid={root}/activities", HELLO)).body["id"]
    group = (await teams.post("/api/rooms", {"kind": "group", "members": ["REK1"]})).body["conversation"]

    there = [await teams.get(f"{channel};messageid={root}/members")]
    no_threads = [
        await teams.post(f"{where}/activities", HELLO)
        for where in (
            f"{channel};messageid=1",
            f"{channel};messageid={answer}",
            f"/v3/conversations/{REK1.conversation_id};messageid={root}",
            f"/v3/conversations/{group['id']};messageid=1",  # type: ignore[index]
        )
    ]
    no_ids = [await teams.post(f"{channel};messageid={each}/activities", HELLO) for each in ("", "x", "²")]

    assert [each.status for each in there] == [200]
    assert [(each.status, each.error_code) for each in no_threads] == [(404, "ConversationNotFound")] * 4
    assert [(each.status, each.error_code) for each in no_ids] == [NO_TENANT] * 3


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
async def test_a_bot_can_not_change_what_another_bot_wrote(teams: Teams, method: str) -> None:
    card = {"contentType": CARD_TYPE, "content": a_card(body=[TEXT])}
    other = await teams.post("/api/rooms/REK1/messages", {"as": "bot:Other", "attachments": [card]})

    refused = await teams.call(method, f"{CHAT}/{other.body['id']}", HELLO)

    assert (refused.status, refused.error_code) == (404, "ActivityNotFoundInConversation")
    assert [(shown["from"], shown["updated"], shown["deleted"]) for shown in await teams.chat()] == [
        ("bot:Other", False, False)
    ]


async def test_what_should_be_mended_is_taken_and_noted(teams: Teams) -> None:
    await teams.send_card(a_card(EXECUTE))
    await teams.send_card({**a_card({**EXECUTE, "fallback": {"type": "Action.Submit"}}), "fallbackText": "Ja?"})

    noted = [entry["warning"] for entry in await teams.log("warning")]
    assert noted == ["card without fallbackText", "Action.Execute 'yes' without an Action.Submit as fallback"]


async def test_a_card_in_an_answer_that_can_not_be_drawn_leaves_the_one_before(teams: Teams, bot: ScriptedBot) -> None:
    sent = await teams.send_card(a_card(EXECUTE))
    bot.answers = [web.json_response({"statusCode": 200, "type": CARD_TYPE, "value": {**a_card(), "version": "9.0"}})]

    await teams.post("/api/chats/REK1/press", {"activity": sent, "action": 0})

    assert [shown["updated"] for shown in await teams.chat()] == [False]
    assert "card in an answer can't be drawn" in [entry["warning"] for entry in await teams.log("warning")]


async def test_an_upload_is_kept_and_given_back_and_a_huge_one_refused(teams: Teams) -> None:
    path = CHAT.replace("activities", "attachments")

    kept = await teams.post(path, {"name": "a.txt", "type": "text/plain", "originalBase64": "aGVq"})
    info = await teams.get(f"/v3/attachments/{kept.body['id']}")
    huge = io.BytesIO(json.dumps({"type": "image/png", "originalBase64": "QUFB" * (350 * 1024)}).encode())
    async with teams.session.post(teams.url + path, data=huge) as response:
        refused = response.status, (await response.json())["error"]["code"]

    async with teams.session.get(f"{teams.url}/v3/attachments/{kept.body['id']}/views/original") as response:
        assert await response.read() == b"hej"
    assert (info.body["name"], info.body["views"]) == ("a.txt", [{"viewId": "original", "size": 3}])
    assert refused == (413, "MessageSizeTooBig")


def test_the_card_rules_refuse_any_json_without_failing() -> None:
    room = Tenant((REK1,)).get_room("REK1")
    odd: list[object] = [None, [], 3, "x", {}, {"body": None}, {"body": [None, 1, []]}, {"refresh": 1}, {"type": {}}]
    for content in odd:
        with pytest.raises(Refusal):
            check_activity({"type": "message", "attachments": [{"contentType": CARD_TYPE, "content": content}]}, room)
    assert json.dumps(card_faults({"type": "AdaptiveCard", "version": "1.5", "body": [{"type": ["x"]}]}))


@pytest.mark.parametrize(
    "path",
    [
        "/api/log?since=x",
        f"/api/log?since={'9' * 5000}",
        f"/v3/conversations/{REK1.conversation_id}/pagedmembers?pageSize={'9' * 5000}",
        f"/v3/conversations/{REK1.conversation_id}/pagedmembers?continuationToken=-1",
    ],
)
async def test_a_number_in_an_address_that_is_none_or_beyond_use_is_a_bad_argument(teams: Teams, path: str) -> None:
    refused = await teams.get(path)

    assert (refused.status, refused.error_code) == (400, "BadArgument")
