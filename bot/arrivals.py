"""Who gets the bot and who takes it away: chats to remember, a welcome, and what has been waiting for the person."""

from dataclasses import dataclass

from actions.ports import Begin
from bot.clock import DeskClock
from bot.parcels import READER
from bot.people import find_known, language_of
from bot.received import Received
from dialogs.turn import say, show
from domain.notices import REPLY, Conversation, Message, Owed


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrivals:
    """Takes news of installation; each piece of news has its effect once."""

    begin: Begin
    clock: DeskClock

    async def welcome(self, received: Received) -> None:
        """Remember the chat, let out what waits for the person, and greet them, once for good.

        Someone unknown is told so, once a day at most however often the app is installed.
        """
        async with self.begin() as work:
            at = await self.clock.read(work)
            if not await work.inbox.claim(received.conversation, received.activity, at=at):
                return
            await work.conversations.lock(received.conversation)
            person = await find_known(work, received.aad_object_id)
            await work.conversations.remember(
                Conversation(
                    id=received.conversation,
                    person=person.code if person and received.is_personal else None,
                    is_personal=received.is_personal,
                    is_active=True,
                    address=received.address.to_values(),
                )
            )
            await work.outbox.catch_up(received.conversation, at=at)
            if not received.is_personal:
                return
            message, once = _greeting(received), f"unknown:{received.conversation}:{at.date()}"
            if person is not None:
                await work.outbox.wake(person.code, now=at)
                message, once = show("welcome"), f"welcome:{person.code}"
            await work.outbox.put(
                Owed(kind=REPLY, dedup=once, due=at, message=message, conversation=received.conversation)
            )

    async def farewell(self, received: Received) -> None:
        """Write no more in the chat."""
        async with self.begin() as work:
            at = await self.clock.read(work)
            if await work.inbox.claim(received.conversation, received.activity, at=at):
                await work.conversations.deactivate(received.conversation)


def _greeting(received: Received) -> Message:
    return say("unknown-person", **{READER: f"-{language_of(received.locale, otherwise='sv')}"})
