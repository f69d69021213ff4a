"""What every deed of a person needs: an activity written, delivered to the bot, and the pages told."""

from collections.abc import Callable

from emulator.activities import Writer
from emulator.events import Events
from emulator.journal import Journal
from emulator.messages import Message
from emulator.people import Person
from emulator.refusals import Refusal
from emulator.state import Conversation, Tenant
from emulator.towards_bot import Delivered, TowardsBot
from emulator.wire import JsonObject

REMOVED, INSTALLED, NEW = "removed", "installed", "new"


class Client:
    """Teams as the people hold it in their hands."""

    def __init__(
        self, tenant: Tenant, *, writer: Callable[[], Writer], bot: TowardsBot, events: Events, journal: Journal
    ) -> None:
        """Write activities with *writer*, deliver them through *bot*, tell pages through *events*."""
        self.tenant = tenant
        self.journal = journal
        self._writer = writer
        self._bot = bot
        self._events = events

    @property
    def writer(self) -> Writer:
        """Writes activities with the address that the program has now."""
        return self._writer()

    async def deliver(self, chat: Conversation, person: Person, activity: JsonObject) -> Delivered:
        """Deliver an activity to the bot, with all its retries."""
        return await self._bot.deliver(activity, person=person.code, chat=chat.name)

    async def invoke(
        self, chat: Conversation, person: Person, *, name: str, value: object, message: Message | None = None
    ) -> Delivered:
        """Deliver an invoke, of *message* or of none."""
        card = source_of(message) if message else None
        activity = self.writer.invoke(chat, person, name=name, value=value, card=card)
        return await self.deliver(chat, person, activity)

    def tell(self, chat: Conversation, message: Message, *, viewer: str = "") -> None:
        """Tell pages of a message's new form; with *viewer* it is for that person alone."""
        told = viewer or chat.name
        only = {"viewer": told} if viewer else {}
        self._events.tell("activity", chat=chat.name, **only, activity=message.as_seen_by(told))

    def notice(self, chat: Conversation, message_id: str, *, level: str, words: str) -> None:
        """Tell pages what stands under a card after a press; empty *words* leave it to the page."""
        self._events.tell("notice", chat=chat.name, activity=message_id, level=level, text=words)

    def tell_installation(self, chat: Conversation) -> None:
        """Tell pages whether the bot is in a room, and who is."""
        members = [person.code for person in chat.members]
        self._events.tell("installation", chat=chat.name, installation=chat.installation, members=members)


def source_of(message: Message) -> JsonObject:
    """Return the message as the activities about it name it."""
    return {"id": message.id, "thread": message.thread}


def require_bot(chat: Conversation) -> None:
    """Refuse when a person has taken the bot out of their own chat, as there is nobody to write to."""
    if chat.person is not None and chat.installation == REMOVED:
        raise Refusal(409, "BotRemoved", f"{chat.room} has removed the bot; open the chat again first")
