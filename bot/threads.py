"""A chat that several people read: what is one person's own is said to them alone, with a line in the thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from actions.ports import Work
from bot.received import Received
from catalog.boundary import severity_of
from catalog.models import Catalogue, Severity
from dialogs.turn import Reply, say
from domain.notices import REPLY, Conversation, Message, Owed
from domain.people import Person

FOR_ALL = frozenset({"help", "catalogue", "claim"})
"""Views that show nothing that somebody wrote and none of a unit's costs."""
WRITER = "writer"
"""Whose the state of a thread is: the next one who writes there must not answer for somebody else."""


def theirs(chat: Conversation, person: Person) -> Mapping[str, object]:
    """Return what the chat remembers of *person*."""
    return chat.state if chat.is_personal or chat.state.get(WRITER) == person.code else {}


@dataclass(frozen=True, kw_only=True, slots=True)
class Thread:
    """A turn in a channel or a group chat."""

    work: Work
    received: Received
    person: Person
    catalogue: Catalogue

    async def keep_apart(self, reply: Reply, *, at: datetime) -> Reply:
        """Owe the cards of *reply* to the person alone, and return what all may read.

        The focus goes with the cards: a word in the thread does not settle what stands in the personal chat.
        """
        own = [each for each in (reply.card, *reply.messages) if each is not None and _is_own(each)]
        if not own:
            state = None if reply.state is None else {**reply.state, WRITER: self.person.code}
            return replace(reply, state=state)
        for number, message in enumerate(own):
            dedup = f"reply:{self.received.conversation}:{self.received.activity}:own:{number}"
            owed = Owed(kind=REPLY, dedup=dedup, due=at, message=message, recipient=self.person.code)
            await self.work.outbox.put(owed)
        line = await self._told(reply.state)
        said = tuple(each for each in reply.messages if not _is_own(each))
        urgent = await self._first_aid(own)
        card = None if reply.card is not None and _is_own(reply.card) else reply.card
        return replace(reply, messages=(*urgent, *said, line), card=card, state={})

    async def _told(self, state: Mapping[str, object] | None) -> Message:
        """Let the personal chat remember what it is about; return the line for the thread."""
        chat = await self.work.conversations.find_personal(self.person.code)
        if chat is None:
            return say("written-to-you-how", to_person=self.person.code)
        if state is not None:
            await self.work.conversations.lock(chat.id)
            await self.work.conversations.save_state(chat.id, state)
        return say("written-to-you", to_person=self.person.code)

    async def _first_aid(self, own: Sequence[Message]) -> tuple[Message, ...]:
        """Return what to do at once in an emergency: it waits for no other chat."""
        found: list[Message] = []
        for message in own:
            if message.view != "receipt":
                continue
            issue = await self.work.requests.get((message.subject or "").partition(":")[2])
            row = self.catalogue.boundary.get(issue.object or "")
            if row is None or row.first_aid is None or severity_of(row, issue.note or "") is not Severity.EMERGENCY:
                continue
            found.append(say("first-aid", words=row.first_aid.of(self.person.language)))
        return tuple(found)


def _is_own(message: Message) -> bool:
    return message.view is not None and message.view not in FOR_ALL
