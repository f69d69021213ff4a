"""Who is in a room: the bot put in and taken out, people who come and go."""

from collections.abc import Sequence

from emulator.activities import members_of
from emulator.client import INSTALLED, NEW, REMOVED, Client
from emulator.people import Person
from emulator.refusals import bad_argument
from emulator.state import BOT_ID, PERSONAL, Conversation
from emulator.wire import JsonObject


class Installs:
    """Changes who is in a room, and tells the bot as Teams does."""

    def __init__(self, client: Client) -> None:
        """Act through *client*."""
        self._client = client

    async def open(self, chat: Conversation, person: Person) -> JsonObject:
        """Put the bot in the room unless it is there; told to the bot once."""
        if chat.installation == INSTALLED:
            return {"installed": True, "status": None}
        self._mark(chat, INSTALLED)
        joined, installed = self._client.writer.added(chat, person)
        first = await self._client.deliver(chat, person, joined)
        second = await self._client.deliver(chat, person, installed)
        if not (first.is_taken or second.is_taken):
            self._mark(chat, NEW)
        return {"installed": chat.installation == INSTALLED, "status": second.status}

    async def remove(self, chat: Conversation, person: Person) -> JsonObject:
        """Take the bot out of the room; from then on it can't write there."""
        self._mark(chat, REMOVED)
        if chat.kind != PERSONAL:
            await self._client.deliver(chat, person, self._client.writer.left(chat, person, [{"id": BOT_ID}]))
        delivered = await self._client.deliver(chat, person, self._client.writer.removed(chat, person))
        return {"installed": False, "status": delivered.status}

    async def change_members(
        self, chat: Conversation, person: Person, *, add: Sequence[Person], remove: Sequence[Person]
    ) -> JsonObject:
        """Put people in a group or channel, and take people out; the bot hears of it when it is there."""
        if chat.kind == PERSONAL:
            raise bad_argument("A personal chat has one person")
        new = [each for each in add if not chat.has_member(each.code)]
        gone = [each for each in remove if chat.has_member(each.code)]
        leaving = {each.code for each in gone}
        if not {each.code for each in [*chat.members, *new]} - leaving:
            raise bad_argument("remove: somebody must stay")
        chat.members = [each for each in [*chat.members, *new] if each.code not in leaving]
        self._client.tell_installation(chat)
        status = await self._tell_bot(chat, person, new=new, gone=gone)
        return {"members": [each.code for each in chat.members], "status": status}

    async def _tell_bot(
        self, chat: Conversation, person: Person, *, new: Sequence[Person], gone: Sequence[Person]
    ) -> int | None:
        writer, status = self._client.writer, None
        notices = [writer.joined(chat, person, members_of(new))] if new else []
        notices += [writer.left(chat, person, members_of(gone))] if gone else []
        for notice in notices:
            if chat.installation == INSTALLED:
                status = (await self._client.deliver(chat, person, notice)).status
        return status

    def _mark(self, chat: Conversation, installation: str) -> None:
        chat.installation = installation
        self._client.tell_installation(chat)
