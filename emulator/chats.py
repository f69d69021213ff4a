"""What a person does in a chat but for pressing buttons: open it, write, edit, take the bot away."""

from collections.abc import Callable, Sequence

from emulator.activities import Writer
from emulator.attachments import Attachments, Upload
from emulator.events import Events
from emulator.people import Person
from emulator.refusals import Refusal, activity_not_found
from emulator.state import CHANNEL_ID, Conversation, Message, Tenant
from emulator.towards_bot import Delivered, TowardsBot
from emulator.wire import JsonObject, objects


class Chats:
    """Does in the tenant what people do in Teams, and tells bot and pages."""

    def __init__(
        self,
        tenant: Tenant,
        *,
        writer: Callable[[], Writer],
        bot: TowardsBot,
        events: Events,
        attachments: Attachments,
    ) -> None:
        """Write activities with *writer*, deliver them through *bot*, tell pages through *events*, keep files."""
        self._attachments = attachments
        self._tenant = tenant
        self._writer = writer
        self._bot = bot
        self._events = events

    async def open(self, person: Person) -> JsonObject:
        """Install the bot for *person* unless they have it; told to the bot once."""
        chat = self._tenant.get_conversation(person.conversation_id)
        if chat.installation == "installed":
            return {"installed": True, "status": None}
        self._install(chat, "installed")
        joined, installed = self._writer().added(chat, person)
        first = await self._deliver(chat, person, joined)
        second = await self._deliver(chat, person, installed)
        if not (first.is_taken or second.is_taken):
            self._install(chat, "new")
        return {"installed": chat.installation == "installed", "status": second.status}

    async def remove(self, person: Person) -> JsonObject:
        """Take the bot away from *person*; from then on it can't write to them."""
        chat = self._tenant.get_conversation(person.conversation_id)
        self._install(chat, "removed")
        delivered = await self._deliver(chat, person, self._writer().removed(chat, person))
        return {"installed": False, "status": delivered.status}

    async def write(self, person: Person, written: str, uploads: Sequence[Upload] = ()) -> JsonObject:
        """Send a text message of *person* to the bot, with files."""
        chat, writer = open_chat(self._tenant, person), self._writer()
        activity = writer.message(chat, person, written)
        files = [self._attachments.keep(each, writer.service_url) for each in uploads]
        activity["attachments"] = [*objects(activity["attachments"]), *files]
        return await self._say(chat, person, activity)

    async def write_in_channel(self, person: Person, written: str, *, thread: str, mention: bool) -> JsonObject:
        """Write in the channel; the bot gets it only when it is mentioned."""
        channel = self._tenant.get_conversation(CHANNEL_ID)
        if thread:
            channel.get_message(thread)
        activity = self._writer().message(channel, person, written, thread=thread, mention=mention)
        root = thread or str(activity["id"])
        if mention:
            return {**await self._say(channel, person, activity, thread=root), "thread": root}
        message = self._tenant.add(channel, author=person.code, activity=activity, thread=root)
        self._tell(channel, message)
        return {"id": message.id, "status": None, "thread": root}

    async def edit(self, person: Person, activity_id: str, written: str) -> JsonObject:
        """Change what a message of *person* says."""
        chat, message = self._own_message(person, activity_id)
        self._tell(chat, self._tenant.change(chat, message, {**message.activity, "text": written}))
        notice = self._writer().edit(chat, person, message.activity, written)
        return {"id": message.id, "status": (await self._deliver(chat, person, notice)).status}

    async def delete(self, person: Person, activity_id: str) -> JsonObject:
        """Take away a message of *person*."""
        chat, message = self._own_message(person, activity_id)
        self._tell(chat, self._tenant.delete(chat, message))
        notice = self._writer().removal(chat, person, message.activity)
        return {"id": message.id, "status": (await self._deliver(chat, person, notice)).status}

    def _own_message(self, person: Person, activity_id: str) -> tuple[Conversation, Message]:
        chat = open_chat(self._tenant, person)
        message = chat.get_message(activity_id)
        if message.author != person.code:
            raise activity_not_found(activity_id)
        return chat, message

    async def _say(self, chat: Conversation, person: Person, activity: JsonObject, thread: str = "") -> JsonObject:
        message = self._tenant.add(chat, author=person.code, activity=activity, thread=thread)
        self._tell(chat, self._tenant.mark_delivery(chat, message.id, "sending"))
        delivered = await self._deliver(chat, person, activity)
        if message.id in chat.messages:
            outcome = "sent" if delivered.is_taken else "failed"
            self._tell(chat, self._tenant.mark_delivery(chat, message.id, outcome))
        return {"id": message.id, "status": delivered.status}

    async def _deliver(self, chat: Conversation, person: Person, activity: JsonObject) -> Delivered:
        return await self._bot.deliver(activity, person=person.code, chat=chat.name)

    def _install(self, chat: Conversation, installation: str) -> None:
        chat.installation = installation
        self._events.tell("installation", chat=chat.name, installation=installation)

    def _tell(self, chat: Conversation, message: Message) -> None:
        self._events.tell("activity", chat=chat.name, activity=message.as_seen_by(chat.name))


def open_chat(tenant: Tenant, person: Person) -> Conversation:
    """Return the chat of *person*; refuse when they have taken the bot away, as there is nobody to write to."""
    chat = tenant.get_conversation(person.conversation_id)
    if chat.installation == "removed":
        raise Refusal(409, "BotRemoved", f"{person.code} has removed the bot; open the chat again first")
    return chat
