"""Conversations and what has been said in them, in memory."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from emulator.journal import real_now
from emulator.people import Person
from emulator.refusals import activity_not_found, conversation_not_found
from emulator.wire import ADAPTIVE_CARD, JsonObject, objects, stamp

BOT_AUTHOR = "bot"
CHANNEL_ID = "19:desk@thread.tacv2"
TEAM_ID = "19:team@thread.tacv2"
TENANT_ID = "00000000-0000-4000-9000-00000000000e"
BOT_ID = "28:vaktis"
_THREAD_MARK = ";messageid="


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """One message in its current form; `views` holds cards that only one person (by code) sees."""

    id: str
    author: str
    activity: JsonObject
    at: datetime
    thread: str = ""
    updated_at: datetime | None = None
    is_deleted: bool = False
    delivery: str = "sent"
    views: Mapping[str, JsonObject] = field(default_factory=dict)
    earlier: tuple[JsonObject, ...] = ()

    def attachments_for(self, viewer: str) -> list[JsonObject]:
        """Return the attachments as *viewer* sees them."""
        attachments = objects(self.activity.get("attachments"))
        view = self.views.get(viewer)
        if view is None:
            return attachments
        return [{**item, "content": view} if item.get("contentType") == ADAPTIVE_CARD else item for item in attachments]

    def as_seen_by(self, viewer: str) -> JsonObject:
        """Return the message as the API gives it."""
        return {
            "id": self.id,
            "from": self.author,
            "when": stamp(self.at),
            "text": "" if self.is_deleted else self.activity.get("text") or "",
            "textFormat": self.activity.get("textFormat") or "markdown",
            "attachments": [] if self.is_deleted else self.attachments_for(viewer),
            "suggestedActions": self.activity.get("suggestedActions"),
            "replyToId": self.activity.get("replyToId"),
            "thread": self.thread,
            "updated": self.updated_at is not None,
            "updatedAt": stamp(self.updated_at) if self.updated_at else None,
            "deleted": self.is_deleted,
            "delivery": self.delivery,
        }


@dataclass(kw_only=True, slots=True)
class Conversation:
    """A personal chat (with `person`) or the channel (without)."""

    id: str
    person: Person | None
    messages: dict[str, Message] = field(default_factory=dict)
    installation: str = "new"

    @property
    def name(self) -> str:
        """How events and the log name it: the person's code, or `channel`."""
        return self.person.code if self.person else "channel"

    def get_message(self, activity_id: str) -> Message:
        """Return a message that has not been deleted; refuse as Teams does when there is none."""
        message = self.messages.get(activity_id)
        if message is None or message.is_deleted:
            raise activity_not_found(activity_id)
        return message

    def get_bot_message(self, activity_id: str) -> Message:
        """Return a message of the bot's own; a bot can't touch what people wrote."""
        message = self.get_message(activity_id)
        if message.author != BOT_AUTHOR:
            raise activity_not_found(activity_id)
        return message


class Tenant:
    """All people and their conversations with the bot, and the time that they live in."""

    def __init__(self, people: tuple[Person, ...]) -> None:
        """Start with a chat for each of *people* and one channel, all empty."""
        self.people = {person.code: person for person in people}
        self.offset = timedelta()
        self._last_id = 0
        self.conversations: dict[str, Conversation] = {}
        self.reset()

    def reset(self) -> None:
        """Empty all conversations; ids go on growing, so that none is given twice."""
        personal = (Conversation(id=p.conversation_id, person=p) for p in self.people.values())
        channel = Conversation(id=CHANNEL_ID, person=None, installation="installed")
        self.conversations = {conversation.id: conversation for conversation in (*personal, channel)}

    def now(self) -> datetime:
        """Return the time that the chats show: the machine's, moved as far as the bot's clock is."""
        return real_now() + self.offset

    def next_id(self) -> str:
        """Return a new activity id: milliseconds as Teams has them, always above the one before.

        They come from the machine's clock, so that ids stay new after a restart.
        """
        self._last_id = max(self._last_id + 1, time.time_ns() // 1_000_000)
        return str(self._last_id)

    def get_conversation(self, conversation_id: str) -> Conversation:
        """Return the conversation that *conversation_id* names, with or without a thread."""
        conversation = self.conversations.get(conversation_id.partition(_THREAD_MARK)[0])
        if conversation is None:
            raise conversation_not_found(conversation_id)
        return conversation

    def find_person(self, member_id: str) -> Person | None:
        """Return who has this Teams id or directory object id."""
        found = (p for p in self.people.values() if member_id in {p.member_id, p.aad_object_id})
        return next(found, None)

    def add(self, conversation: Conversation, *, author: str, activity: JsonObject, thread: str = "") -> Message:
        """Store a message, with the id in *activity* or a new one, and return it."""
        message_id = str(activity.get("id") or self.next_id())
        message = Message(id=message_id, author=author, activity=activity, at=self.now(), thread=thread)
        conversation.messages[message_id] = message
        return message

    def change(self, conversation: Conversation, message: Message, activity: JsonObject) -> Message:
        """Put *activity* in place of what the message held; what only one person saw gives way too."""
        after = replace(
            message,
            activity=activity,
            updated_at=self.now(),
            views={},
            earlier=(*message.earlier, message.activity),
        )
        conversation.messages[message.id] = after
        return after

    def delete(self, conversation: Conversation, message: Message) -> Message:
        """Take the message away; its place stays, marked deleted."""
        after = replace(message, is_deleted=True, updated_at=self.now())
        conversation.messages[message.id] = after
        return after

    def show_to(self, viewer: str, *, conversation: Conversation, message: Message, card: JsonObject) -> Message:
        """Let *viewer* see *card* in place of the message's own, until the bot updates the message."""
        views = {**message.views, viewer: card}
        after = replace(message, views=views, updated_at=self.now())
        conversation.messages[message.id] = after
        return after

    def mark_delivery(self, conversation: Conversation, message_id: str, delivery: str) -> Message:
        """Note how the delivery of a person's message goes: `sending`, `sent` or `failed`."""
        after = replace(conversation.messages[message_id], delivery=delivery)
        conversation.messages[message_id] = after
        return after


def thread_of(conversation_id: str) -> str:
    """Return the id of the message that started the thread, or an empty string."""
    return conversation_id.partition(_THREAD_MARK)[2]


def threaded(conversation_id: str, root: str) -> str:
    """Return the conversation id that Teams gives the thread started by *root*."""
    return f"{conversation_id}{_THREAD_MARK}{root}"
