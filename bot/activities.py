"""Activities as they come in: botbuilder's own class, filled with what the desk reads of it.

botbuilder's deserialiser goes through every attribute that an activity can have, by patterns, and takes longer than
all the statements of a turn together (ADR 8).
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from botbuilder.schema import Activity, Attachment, ChannelAccount, ConversationAccount, Entity

from bot.wire import as_object, cleaned

CHECKED = frozenset({"message", "messageUpdate", "messageDelete", "invoke", "conversationUpdate", "installationUpdate"})
LONGEST_ID_BYTES = 800
"""Real ids have some two hundred; PostgreSQL keeps no two in one index that are much longer than this."""
_OBJECTS = ("conversation", "from", "recipient")
_LISTS = ("attachments", "entities", "membersAdded", "membersRemoved")


class BadActivity(Exception):  # an error is named by what happened
    """What came is no activity that can be read; `code` says why, `message` says it to who wrote the client."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code)
        self.code = code
        self.message = message


def read_activity(body: object) -> Activity:
    """Return the activity in a JSON value. What is of another type than it should be and not needed is left out.

    Raises:
        BadActivity: it is no object, has no type, can't be read, or lacks its conversation, id or service URL.
    """
    if not isinstance(body, dict):
        raise BadActivity("not-an-object", "The body is no JSON object")
    kind = body.get("type")
    if not isinstance(kind, str) or not kind.strip():
        raise BadActivity("type-missing", "The activity has no type")
    try:
        found = as_object(cleaned(body))
    except RecursionError:
        raise BadActivity("unreadable", "The activity is nested too deeply") from None
    if kind in CHECKED:
        _check(found)
    return _activity(found)


def _check(body: Mapping[str, object]) -> None:
    for name in _OBJECTS:
        if body.get(name) is not None and not isinstance(body[name], dict):
            raise BadActivity(f"{name}-unreadable", f"{name} is no JSON object")
    for name in _LISTS:
        if body.get(name) is not None and not isinstance(body[name], list):
            raise BadActivity("unreadable", f"{name} is no list")
    if not _text(as_object(body.get("conversation")), "id"):
        raise BadActivity("conversation-missing", "The activity has no conversation.id, or it is no text")
    for name in ("id", "serviceUrl"):
        if not _text(body, name):
            raise BadActivity(f"{name}-missing", f"The activity has no {name}, or it is no text")
    _check_ids(body)


def _check_ids(body: Mapping[str, object]) -> None:
    conversation = _text(as_object(body.get("conversation")), "id")
    ids = {"conversation.id": conversation, "id": _text(body, "id"), "replyToId": _text(body, "replyToId")}
    for name, value in ids.items():
        if value is not None and len(value.encode()) > LONGEST_ID_BYTES:
            raise BadActivity("id-too-long", f"The activity's {name} is longer than {LONGEST_ID_BYTES} bytes")


def _activity(body: Mapping[str, object]) -> Activity:
    return Activity(
        type=_text(body, "type"),
        id=_text(body, "id"),
        timestamp=_moment(body, "timestamp"),
        local_timestamp=_moment(body, "localTimestamp"),
        service_url=_text(body, "serviceUrl"),
        channel_id=_text(body, "channelId"),
        from_property=_account(body.get("from")),
        conversation=_conversation(body.get("conversation")),
        recipient=_account(body.get("recipient")),
        text=_text(body, "text"),
        locale=_text(body, "locale"),
        reply_to_id=_text(body, "replyToId"),
        name=_text(body, "name"),
        action=_text(body, "action"),
        value=body.get("value"),
        channel_data=body.get("channelData"),
        attachments=[_attachment(each) for each in _objects(body, "attachments")],
        entities=[_entity(each) for each in _objects(body, "entities")],
        members_added=[_account(each) for each in _objects(body, "membersAdded")],
        members_removed=[_account(each) for each in _objects(body, "membersRemoved")],
    )


def _account(value: object) -> ChannelAccount | None:
    found = as_object(value)
    if not found:
        return None
    return ChannelAccount(id=_text(found, "id"), name=_text(found, "name"), aad_object_id=_text(found, "aadObjectId"))


def _conversation(value: object) -> ConversationAccount | None:
    found = as_object(value)
    if not found:
        return None
    return ConversationAccount(
        id=_text(found, "id"),
        conversation_type=_text(found, "conversationType"),
        is_group=found.get("isGroup") is True,
        tenant_id=_text(found, "tenantId"),
    )


def _attachment(found: Mapping[str, object]) -> Attachment:
    return Attachment(
        content_type=_text(found, "contentType"),
        content_url=_text(found, "contentUrl"),
        content=found.get("content"),
        name=_text(found, "name"),
    )


def _entity(found: Mapping[str, object]) -> Entity:
    entity = Entity(type=_text(found, "type"))
    entity.additional_properties = {name: value for name, value in found.items() if name != "type"}
    return entity


def _objects(body: Mapping[str, object], name: str) -> Iterator[Mapping[str, object]]:
    value = body.get(name)
    return (each for each in value if isinstance(each, dict)) if isinstance(value, list) else iter(())


def _text(found: Mapping[str, object], name: str) -> str | None:
    value = found.get(name)
    return value if isinstance(value, str) else None


def _moment(body: Mapping[str, object], name: str) -> datetime | None:
    try:
        return datetime.fromisoformat(_text(body, name) or "")
    except ValueError:
        return None
