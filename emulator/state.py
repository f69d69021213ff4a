"""Conversations and what has been said in them, in memory."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from emulator.journal import real_now
from emulator.messages import BOT_AUTHOR, Message
from emulator.people import Person
from emulator.refusals import activity_not_found, bad_conversation_id, conversation_not_found, room_not_found
from emulator.wire import JsonObject

CHANNEL_ID = "19:desk@thread.tacv2"
CHANNEL_ROOM = "channel"
TEAM_ID = "19:team@thread.tacv2"
TENANT_ID = "00000000-0000-4000-9000-00000000000e"
BOT_ID = "28:vaktis"
PERSONAL, GROUP, CHANNEL = "personal", "group", "channel"
_THREAD_MARK = ";messageid="


@dataclass(kw_only=True, slots=True)
class Conversation:
    """A room: a personal chat (`room` is the code of its `person`), a group chat or a channel.

    `installation` is `new`, `installed` or `removed`; `members` are the people in it, in the order they came.
    """

    id: str
    room: str
    kind: str
    title: str
    members: list[Person]
    messages: dict[str, Message] = field(default_factory=dict)
    installation: str = "new"

    @property
    def name(self) -> str:
        """How events and the log name it."""
        return self.room

    @property
    def person(self) -> Person | None:
        """Whose personal chat it is; None for a group or channel."""
        return self.members[0] if self.kind == PERSONAL else None

    def as_json(self) -> JsonObject:
        """Return the room as the API gives it."""
        return {
            "room": self.room,
            "kind": self.kind,
            "name": self.title,
            "conversation": {"id": self.id},
            "members": [person.code for person in self.members],
            "installation": self.installation,
        }

    def has_member(self, code: str) -> bool:
        """Tell whether the person of this code is in it."""
        return any(person.code == code for person in self.members)

    def get_message(self, activity_id: str) -> Message:
        """Return a message that has not been deleted; refuse as Teams does when there is none."""
        message = self.messages.get(activity_id)
        if message is None or message.is_deleted:
            raise activity_not_found(activity_id)
        return message

    def get_bot_message(self, activity_id: str) -> Message:
        """Return a message of the bot's own; a bot can't touch what people and other bots wrote."""
        message = self.get_message(activity_id)
        if message.author != BOT_AUTHOR:
            raise activity_not_found(activity_id)
        return message

    def get_own_message(self, activity_id: str, *, author: str) -> Message:
        """Return a message that *author* wrote, deleted or not."""
        message = self.messages.get(activity_id)
        if message is None or message.author != author:
            raise activity_not_found(activity_id)
        return message

    def has_thread(self, root: str) -> bool:
        """Tell whether the message *root* began a thread of this channel."""
        return bool(root) and self.root_of(root) == root

    def root_of(self, activity_id: str) -> str:
        """Return the id of the message that started this one's thread; empty where there are no threads."""
        message = self.messages.get(activity_id)
        if self.kind != CHANNEL or message is None:
            return ""
        return message.thread or message.id


class Tenant:
    """All people and their conversations with the bot, and the time that they live in."""

    def __init__(self, people: tuple[Person, ...]) -> None:
        """Start with a chat for each of *people* and one channel, all empty."""
        self.people = {person.code: person for person in people}
        self.offset = timedelta()
        self._last_id = 0
        self._rooms_made = 0
        self.conversations: dict[str, Conversation] = {}
        self._rooms: dict[str, Conversation] = {}
        self._by_id = {name: each for each in people for name in (each.member_id, each.aad_object_id)}
        self.reset()

    def reset(self) -> None:
        """Empty all conversations and drop those that were made; ids go on growing, so that none is given twice."""
        everybody = list(self.people.values())
        rooms = [_chat_of(person) for person in everybody]
        rooms.append(
            Conversation(
                id=CHANNEL_ID,
                room=CHANNEL_ROOM,
                kind=CHANNEL,
                title="Desk",
                members=everybody,
                installation="installed",
            )
        )
        self.conversations = {room.id: room for room in rooms}
        self._rooms = {room.room: room for room in rooms}

    def make_room(self, kind: str, *, title: str, members: Sequence[Person]) -> Conversation:
        """Make a group chat or a channel, without the bot."""
        self._rooms_made += 1
        number = self._rooms_made + (kind == CHANNEL)
        name, host = f"{kind}{number}", "thread.tacv2" if kind == CHANNEL else "thread.v2"
        room = Conversation(id=f"19:{name}@{host}", room=name, kind=kind, title=title or name, members=list(members))
        self.conversations[room.id] = self._rooms[room.room] = room
        return room

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
        """Return the conversation that *conversation_id* names, with or without a thread.

        A thread is known by the message that began it, also when that was deleted. How Teams refuses others is written
        nowhere; they are refused as unknown conversations are.
        """
        name, mark, root = conversation_id.partition(_THREAD_MARK)
        conversation = self.conversations.get(name)
        if mark and not (root.isascii() and root.isdigit()):
            raise bad_conversation_id()
        if conversation is None or (mark and not conversation.has_thread(root)):
            raise conversation_not_found(conversation_id)
        return conversation

    def get_room(self, name: str) -> Conversation:
        """Return the conversation of this name: a person's code, `channel` or one that was made."""
        room = self._rooms.get(name)
        if room is None:
            raise room_not_found(name)
        return room

    def find_person(self, member_id: str) -> Person | None:
        """Return who has this Teams id or directory object id."""
        return self._by_id.get(member_id)

    def add(self, conversation: Conversation, *, author: str, activity: JsonObject, thread: str = "") -> Message:
        """Store a message, with the id in *activity* or a new one, and return it."""
        message_id = str(activity.get("id") or self.next_id())
        message = Message(id=message_id, author=author, activity=activity, at=self.now(), thread=thread)
        return _keep(conversation, message.with_form())

    def change(self, conversation: Conversation, message: Message, activity: JsonObject) -> Message:
        """Put *activity* in place of what the message held; what only one person saw gives way too."""
        after = replace(
            message,
            activity=activity,
            updated_at=self.now(),
            views={},
            earlier=(*message.earlier, message.activity),
        )
        return _keep(conversation, after.with_form())

    def delete(self, conversation: Conversation, message: Message) -> Message:
        """Take the message away; its place stays, marked deleted."""
        return _keep(conversation, replace(message, is_deleted=True, updated_at=self.now()))

    def restore(self, conversation: Conversation, message: Message) -> Message:
        """Bring a deleted message back as it was."""
        return _keep(conversation, replace(message, is_deleted=False, updated_at=self.now()))

    def show_to(
        self, viewer: str, *, conversation: Conversation, message: Message, card: JsonObject, place: int
    ) -> Message:
        """Let *viewer* see *card* in place of the message's adaptive card at *place*, until the bot updates it."""
        views = {**message.views, viewer: {**message.views.get(viewer, {}), place: card}}
        return _keep(conversation, replace(message, views=views, updated_at=self.now()).with_form(viewer))

    def mark_delivery(self, conversation: Conversation, message_id: str, delivery: str) -> Message:
        """Note how the delivery of a person's message goes: `sending`, `sent` or `failed`."""
        return _keep(conversation, replace(conversation.messages[message_id], delivery=delivery))

    def mark_consent(self, conversation: Conversation, message: Message, consent: str) -> Message:
        """Note that the person has `accepted` or `declined` the file that the message offers."""
        return _keep(conversation, replace(message, consent=consent))

    def react(self, conversation: Conversation, message: Message, kind: str, codes: Sequence[str]) -> Message:
        """Let those of *codes*, and nobody else, have reacted with *kind*."""
        reactions = {name: who for name, who in message.reactions.items() if name != kind}
        if codes:
            reactions[kind] = tuple(codes)
        return _keep(conversation, replace(message, reactions=reactions))


def thread_of(conversation_id: str) -> str:
    """Return the id of the message that started the thread, or an empty string."""
    return conversation_id.partition(_THREAD_MARK)[2]


def threaded(conversation_id: str, root: str) -> str:
    """Return the conversation id that Teams gives the thread started by *root*."""
    return f"{conversation_id}{_THREAD_MARK}{root}"


def _chat_of(person: Person) -> Conversation:
    members = [person]
    return Conversation(id=person.conversation_id, room=person.code, kind=PERSONAL, title=person.name, members=members)


def _keep(conversation: Conversation, message: Message) -> Message:
    conversation.messages[message.id] = message
    return message
