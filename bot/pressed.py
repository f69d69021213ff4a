"""What becomes of the card whose button was pressed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from actions.ports import Work
from bot.received import Answer, Received
from catalog.models import Catalogue
from dialogs.present import VIEWS, Presented, present
from dialogs.turn import SUBJECT_SEPARATOR, Reply
from domain.errors import DeskError
from domain.notices import Message, ShownCard
from domain.people import Person
from texts import say as worded

_ONE_FOR_ALL = ("draft:", "request:", "assignment:")
"""Subjects that a press changes for all who see them; others, such as a month's question, each has for oneself."""
_VIEW_OF_SUBJECT = {"draft": "order"}
"""The view that shows a subject, where it is not called as the subject is."""
_VIEW_OF_VERB = {
    "assignment.claim": "claim",
    "assignment.offer": "queue",
    "assignment.assign": "queue",
    "assignment.split": "queue",
    "request.approve": "approval",
    "request.ask": "approval",
    "request.reject": "approval",
}
"""The view that alone has a button, where its subject has other views too: whoever is to approve must go on seeing how.

A channel's must not show what the others do.
"""


_OPENING = frozenset({"commitment.show"})
"""Buttons of lists, which open the card of their subject in a message of its own: the list does not become that."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """Shows cards to one reader, in one transaction. With `trusts_button` the pressed button was made here."""

    work: Work
    reader: Person
    catalogue: Catalogue
    at: datetime
    sign: Callable[[str, str, int], str]
    trusts_button: bool = False

    async def close(self, received: Received, reply: Reply) -> tuple[Answer | None, Sequence[Message]]:
        """Return the answer to the press, and what is to be said in the chat instead where there is no answer.

        The pressed card is shown anew in the chat too: the answer alone changes it for one person on one device.
        """
        shown = await self._find_shown(received)
        message = reply.card or (shown.message if shown else None)
        if message is None:
            return await self._without_card(received, reply)
        presented = await self._register(received, message)
        if not received.is_invoke:
            return None, [reply.toast] if reply.toast else []
        if reply.toast is not None:
            return await self._text(reply.toast), []
        # What was done may have taken the card out of their sight; that it was done is what they are told.
        return (Answer(card=presented.card, text=presented.text) if presented.card else self._plainly()), []

    async def as_it_is(self, received: Received) -> Answer:
        """Return the pressed card as it is now."""
        shown = await self._find_shown(received)
        if shown is None:
            return self._plainly()
        try:
            presented = await self._present(shown.message)
        except DeskError as refusal:
            return Answer(text=worded(f"error-{refusal.code}", self.reader.language, **refusal.values))
        return Answer(card=presented.card, text=presented.text)

    async def _without_card(self, received: Received, reply: Reply) -> tuple[Answer | None, Sequence[Message]]:
        if not received.is_invoke:
            return None, [reply.toast] if reply.toast else []
        return (await self._text(reply.toast) if reply.toast else self._plainly()), []

    def _plainly(self) -> Answer:
        """Return the answer to a press of which no card can be shown: that it was taken."""
        return Answer(text=worded("all-right", self.reader.language))

    async def _register(self, received: Received, message: Message) -> Presented:
        presented = await self._present(message)
        if received.replies_to is None:
            return presented
        card = await self.work.cards.register(
            ShownCard(
                conversation=received.conversation,
                activity=received.replies_to,
                message=message,
                language=self.reader.language,
                version=presented.version,
                person=self.reader.code,
            )
        )
        if message.subject is not None and message.subject.startswith(_ONE_FOR_ALL):
            await self.work.outbox.refresh(message.subject, at=self.at)
        else:
            await self.work.outbox.refresh_card(card, at=self.at)
        return presented

    async def _find_shown(self, received: Received) -> ShownCard | None:
        """Return the pressed card; one that was sent but not registered before a kill is known by its button."""
        if received.replies_to is None:
            return None
        found = await self.work.cards.find(received.conversation, received.replies_to)
        return found or self._by_button(received)

    def _by_button(self, received: Received) -> ShownCard | None:
        subject = received.press.text("subject") if received.press else None
        if not self.trusts_button or subject is None or received.replies_to is None:
            return None
        noun = subject.partition(SUBJECT_SEPARATOR)[0]
        verb = received.press.verb if received.press else ""
        if verb in _OPENING:
            return None
        alone = _VIEW_OF_VERB.get(verb) if noun == "request" else None
        view = alone or _VIEW_OF_SUBJECT.get(noun, noun)
        if view not in VIEWS:
            return None
        message = Message(view=view, subject=subject)
        return ShownCard(
            conversation=received.conversation,
            activity=received.replies_to,
            message=message,
            language=self.reader.language,
            version=0,
        )

    async def _text(self, message: Message) -> Answer:
        return Answer(text=(await self._present(message)).text)

    async def _present(self, message: Message) -> Presented:
        return await present(
            message, work=self.work, reader=self.reader, catalogue=self.catalogue, at=self.at, sign=self.sign
        )
