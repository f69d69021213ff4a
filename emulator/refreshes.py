"""Cards that show each person their own: asked for by the client when somebody looks."""

import asyncio

from emulator.answers import show_answer
from emulator.card_rules import MOST_REFRESHED
from emulator.client import INSTALLED, NEW, Client, require_bot, source_of
from emulator.events import Events
from emulator.messages import BOT_AUTHOR, Message
from emulator.people import Person
from emulator.presses import action_sent
from emulator.refusals import bad_argument
from emulator.state import Conversation
from emulator.wire import JsonObject, as_object


class Refreshes:
    """Asks the bot for views of cards, once for each person and form of a message."""

    def __init__(self, client: Client, events: Events) -> None:
        """Act through *client*; whoever watches *events* sees new cards at once."""
        self._client = client
        self._events = events
        self._asked: set[tuple[str, str, int, str, int]] = set()
        self._asking: set[asyncio.Task[JsonObject]] = set()

    def look(self, chat: Conversation, person: Person) -> None:
        """Ask, in the background, for each card of the room that *person* has not been asked about."""
        for message in chat.messages.values():
            self._look_at(chat, message, person)

    def look_everywhere(self, person: Person) -> None:
        """Do as `look` in every room that *person* is in."""
        for chat in tuple(self._client.tenant.conversations.values()):
            if chat.has_member(person.code):
                self.look(chat, person)

    def shown(self, chat: Conversation, message: Message) -> None:
        """Ask for everybody who watches, as the bot has just put *message* there."""
        for person in chat.members:
            if person.code in self._events.viewers:
                self._look_at(chat, message, person)

    async def by_hand(self, chat: Conversation, person: Person, activity_id: str) -> JsonObject:
        """Refresh the cards of a message because *person* asks for it; return what came of the last."""
        require_bot(chat)
        message = chat.get_bot_message(activity_id)
        places = message.refreshes_for(person.code)
        if not places:
            raise bad_argument("activity: its card has no refresh")
        return [await self._ask(chat, message, person, place=each, trigger="manual") for each in places][-1]

    async def close(self) -> None:
        """Stop asking."""
        for task in tuple(self._asking):
            task.cancel()
        await asyncio.gather(*self._asking, return_exceptions=True)

    def _look_at(self, chat: Conversation, message: Message, person: Person) -> None:
        for place in message.refreshes_for(""):
            key = (chat.id, message.id, message.changes, person.code, place)
            if key in self._asked or not _is_for(message, person, chat=chat, place=place):
                continue
            self._asked.add(key)
            task = asyncio.create_task(self._ask(chat, message, person, place=place, trigger="automatic"))
            self._asking.add(task)
            task.add_done_callback(self._asking.discard)

    async def _ask(
        self, chat: Conversation, message: Message, person: Person, *, place: int, trigger: str
    ) -> JsonObject:
        action = action_sent(message.refreshes_for(person.code).get(place, {}), {})
        writer = self._client.writer
        activity = writer.execute(chat, person, action=action, card=source_of(message), trigger=trigger)
        delivered = await self._client.deliver(chat, person, activity)
        now = chat.messages.get(message.id)
        is_current = now is not None and now.changes == message.changes
        result: object = as_object(delivered.body) or None
        if is_current and (delivered.is_taken or trigger == "manual"):
            result = show_answer(self._client, chat, person, message_id=message.id, place=place, delivered=delivered)
        return {"status": delivered.status, "result": result}


def _is_for(message: Message, person: Person, *, chat: Conversation, place: int) -> bool:
    """Tell whether the card of *message* at *place* is refreshed by itself for *person*."""
    card = message.cards_for("")[place]
    if message.is_deleted or message.author != BOT_AUTHOR:
        return False
    if chat.installation not in {INSTALLED, NEW}:
        return False
    wanted = as_object(card.get("refresh")).get("userIds")
    if not isinstance(wanted, list):
        return len(chat.members) <= MOST_REFRESHED
    return person.member_id in wanted or person.aad_object_id in wanted
