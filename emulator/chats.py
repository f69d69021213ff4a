"""What a person says in a room: messages, edits, deletions, reactions, and that they are typing."""

from collections.abc import Sequence

from emulator.client import INSTALLED, Client, require_bot
from emulator.messages import Message
from emulator.people import Person
from emulator.refusals import bad_argument
from emulator.state import CHANNEL, PERSONAL, Conversation
from emulator.wire import JsonObject, objects

REACTIONS = ("like", "heart", "laugh", "surprised", "sad", "angry")


class Chats:
    """Does in the tenant what people do in Teams, and tells bot and pages."""

    def __init__(self, client: Client) -> None:
        """Act through *client*."""
        self._client = client
        self._tenant = client.tenant

    async def write(
        self,
        chat: Conversation,
        person: Person,
        written: str,
        *,
        attachments: Sequence[JsonObject] = (),
        thread: str = "",
        mention: bool = True,
    ) -> JsonObject:
        """Send a message of *person*; outside their own chat the bot gets it only when it is mentioned."""
        require_bot(chat)
        if thread and chat.kind == CHANNEL:
            thread = chat.root_of(chat.get_message(thread).id)
        is_shared = chat.kind != PERSONAL
        named = mention and is_shared
        activity = self._client.writer.message(chat, person, written, thread=thread, mention=named)
        activity["attachments"] = [*objects(activity["attachments"]), *attachments]
        root = (thread or str(activity["id"])) if chat.kind == CHANNEL else ""
        where: JsonObject = {"thread": root} if root else {}
        if is_shared and not (named and chat.installation == INSTALLED):
            message = self._tenant.add(chat, author=person.code, activity=activity, thread=root)
            self._client.tell(chat, message)
            return {"id": message.id, "status": None, **where}
        return {**await self.say(chat, person, activity, thread=root), **where}

    async def say(self, chat: Conversation, person: Person, activity: JsonObject, thread: str = "") -> JsonObject:
        """Put a message of *person* in the room and deliver it."""
        message = self._tenant.add(chat, author=person.code, activity=activity, thread=thread)
        self._client.tell(chat, self._tenant.mark_delivery(chat, message.id, "sending"))
        delivered = await self._client.deliver(chat, person, activity)
        if message.id in chat.messages:
            outcome = "sent" if delivered.is_taken else "failed"
            self._client.tell(chat, self._tenant.mark_delivery(chat, message.id, outcome))
        return {"id": message.id, "status": delivered.status}

    def put_of_other_bot(self, chat: Conversation, author: str, activity: JsonObject) -> JsonObject:
        """Put in the room what another bot wrote, which ours neither hears nor may change."""
        message = self._tenant.add(chat, author=author, activity={**activity, "id": self._tenant.next_id()})
        self._client.tell(chat, message)
        return {"id": message.id, "status": None}

    async def edit(self, chat: Conversation, person: Person, activity_id: str, written: str) -> JsonObject:
        """Change what a message of *person* says."""
        message = self._own_message(chat, person, activity_id)
        self._client.tell(chat, self._tenant.change(chat, message, {**message.activity, "text": written}))
        notice = self._client.writer.edit(chat, person, message.activity, written)
        return await self._notify(chat, person, message, notice)

    async def delete(self, chat: Conversation, person: Person, activity_id: str) -> JsonObject:
        """Take away a message of *person*."""
        message = self._own_message(chat, person, activity_id)
        self._client.tell(chat, self._tenant.delete(chat, message))
        notice = self._client.writer.removal(chat, person, message.activity)
        return await self._notify(chat, person, message, notice)

    async def undelete(self, chat: Conversation, person: Person, activity_id: str) -> JsonObject:
        """Bring back a message that *person* took away."""
        require_bot(chat)
        message = chat.get_own_message(activity_id, author=person.code)
        if not message.is_deleted:
            raise bad_argument("activity: it is not deleted")
        self._client.tell(chat, self._tenant.restore(chat, message))
        said = str(message.activity.get("text") or "")
        notice = self._client.writer.edit(chat, person, message.activity, said, kind="undeleteMessage")
        return await self._notify(chat, person, message, notice)

    async def react(
        self, chat: Conversation, person: Person, activity_id: str, *, kind: str, is_on: bool
    ) -> JsonObject:
        """Put a reaction to a message, or take it back; what is so already changes nothing and is not told."""
        require_bot(chat)
        if kind not in REACTIONS:
            raise bad_argument(f"type: one of {', '.join(REACTIONS)}")
        message = chat.get_message(activity_id)
        before = message.reactions.get(kind, ())
        if (person.code in before) is is_on:
            return {"id": message.id, "status": None}
        codes = [*before, person.code] if is_on else [code for code in before if code != person.code]
        self._client.tell(chat, self._tenant.react(chat, message, kind, codes))
        writer = self._client.writer
        activity = writer.reaction(chat, person, to=message.id, thread=message.thread, kind=kind, is_on=is_on)
        return {"id": message.id, "status": await self._told(chat, person, activity)}

    async def start_typing(self, chat: Conversation, person: Person) -> JsonObject:
        """Let the bot know that *person* is typing."""
        require_bot(chat)
        return {"status": await self._told(chat, person, self._client.writer.typing(chat, person))}

    def _own_message(self, chat: Conversation, person: Person, activity_id: str) -> Message:
        require_bot(chat)
        message = chat.get_own_message(activity_id, author=person.code)
        return chat.get_message(message.id)

    async def _notify(self, chat: Conversation, person: Person, message: Message, notice: JsonObject) -> JsonObject:
        """Deliver news of a message that the bot has heard; of others it hears nothing either."""
        was_heard = chat.kind == PERSONAL or any(
            entity.get("type") == "mention" for entity in objects(message.activity.get("entities"))
        )
        return {"id": message.id, "status": await self._told(chat, person, notice) if was_heard else None}

    async def _told(self, chat: Conversation, person: Person, activity: JsonObject) -> int | None:
        if chat.kind != PERSONAL and chat.installation != INSTALLED:
            return None
        return (await self._client.deliver(chat, person, activity)).status
