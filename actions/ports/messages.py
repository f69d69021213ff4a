"""Ports of what is received, remembered, shown and owed."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from domain.notices import Conversation, Message, Owed, OwedStatus, ShownCard
from domain.openings import Opening


class Inbox(Protocol):
    """The messages and presses that have been received; nothing of what they say."""

    async def claim(self, conversation: str, activity: str, *, at: datetime) -> bool:
        """Remember the activity; False when it was received before. Waits for another replica that holds it."""
        ...


class Openings(Protocol):
    """The beginnings of turns."""

    async def take(self, conversation: str, activity: str, *, aad_object_id: str | None, at: datetime) -> Opening:
        """Remember the activity as `Inbox.claim` does, hold its chat as `Conversations.lock` does, and read both ends.

        What was received before holds nothing, and its chat is not read.
        """
        ...


class Conversations(Protocol):
    """The chats that the bot can write to."""

    async def find(self, conversation: str) -> Conversation | None:
        """Return the chat, or None when the bot has never seen it."""
        ...

    async def lock(self, conversation: str) -> None:
        """Hold other turns of the conversation back until this transaction ends."""
        ...

    async def try_lock(self, conversation: str) -> bool:
        """Do as `lock`, but wait for nobody; False when a turn of the conversation goes on."""
        ...

    async def find_personal(self, person: str) -> Conversation | None:
        """Return the active personal chat of *person*, the newest first; never one in a terminal."""
        ...

    async def personal_of(self, people: Collection[str], /) -> Mapping[str, Conversation]:
        """Return what `find_personal` does for each of *people* who has one."""
        ...

    async def remember(self, conversation: Conversation) -> None:
        """Store or renew it (address, person, active); its state is kept."""
        ...

    async def save_state(self, conversation: str, state: Mapping[str, object]) -> None:
        """Replace what the conversation remembers."""
        ...

    async def deactivate(self, conversation: str) -> None:
        """Write to it no more: the bot was removed or blocked."""
        ...

    async def find_any_address(self) -> Mapping[str, str | int | bool | None] | None:
        """Return the address of the newest active conversation on the net, for its service URL and tenant."""
        ...


class Cards(Protocol):
    """The cards that stand in people's chats."""

    async def add(self, card: ShownCard) -> int | None:
        """Store the card and return its id; None, and nothing is stored, where one stands already."""
        ...

    async def add_all(self, shown: Sequence[ShownCard]) -> set[tuple[str, str]]:
        """Do as `add` for each; return the (conversation, activity) of those that were stored."""
        ...

    async def register(self, card: ShownCard) -> int:
        """Store the card, or replace what stands at the same (conversation, activity); return its id."""
        ...

    async def get(self, card: int) -> ShownCard:
        """Return the card; raise NotFound when it is gone."""
        ...

    async def find(self, conversation: str, activity: str) -> ShownCard | None:
        """Return the card that stands there, or None."""
        ...

    async def of_subject(self, subject: str) -> Sequence[ShownCard]:
        """Return every card that shows *subject*."""
        ...

    async def hold(self, subject: str) -> bool:
        """Let nobody change what *subject* names before this transaction ends; False when somebody is changing it now.

        Nobody is waited for.
        """
        ...

    async def retarget(self, subject: str, message: Message) -> None:
        """Let every card of *subject* show *message* from now on (an order card becomes the request's card)."""
        ...

    async def forget(self, card: int) -> None:
        """Drop a card that no longer stands in a chat."""
        ...


class Outbox(Protocol):
    """What is owed. A row is written in the transaction of its cause and sent after it."""

    async def put(self, owed: Owed) -> int | None:
        """Owe it; None when the same `dedup` is owed or sent already."""
        ...

    async def put_all(self, owed: Collection[Owed]) -> None:
        """Owe them all, those that are not owed or sent already."""
        ...

    async def refresh(self, subject: str, *, at: datetime, reader: str | None = None) -> None:
        """Owe a refresh to every card that shows *subject*, or to those of *reader*; one still pending serves.

        Where very many show it, they fall due little by little, so that whatever is owed later comes in between.
        """
        ...

    async def refresh_card(self, card: int, *, at: datetime) -> None:
        """Owe one card a refresh, whatever it shows; one still pending serves, unless it is for later only."""
        ...

    async def catch_up(self, conversation: str, *, at: datetime) -> None:
        """Owe a refresh to the newest cards of a chat that could not be written to for a while."""
        ...

    async def claim(
        self, *, now: datetime, owner: str, lease: timedelta, limit: int, lanes: Collection[str] | None = None
    ) -> Sequence[Owed]:
        """Take up to *limit* due rows, in order; rows of lost leases come back as their `after_lost` says.

        Never a row whose conversation or recipient has an earlier row that is pending and due, or being sent. With
        *lanes*, only rows of those conversations and recipients.
        """
        ...

    async def claim_prompt(self, *, now: datetime, owner: str, lease: timedelta, limit: int) -> Sequence[Owed]:
        """Take up to *limit* due rows as `claim` does, but those of `BULK` neither go nor hold up what comes after."""
        ...

    async def put_leased(
        self, owed: Owed, *, now: datetime, owner: str, lease: timedelta, beside: Collection[int] = ()
    ) -> Owed | None:
        """Owe what is due and take it in the same breath; None when the same `dedup` is owed or sent already.

        It stays pending where another row than those *beside* it has to go first to the same reader.
        """
        ...

    async def settle(self, row: int, status: OwedStatus, *, at: datetime, error: str | None = None) -> None:
        """Give the row its last status, with the moment and what went wrong."""
        ...

    async def settle_sent(self, rows: Sequence[int], /, *, at: datetime) -> None:
        """Give all of *rows* the status of what was sent, with the moment."""
        ...

    async def withdraw(self, occasion: str, *, at: datetime) -> frozenset[str]:
        """Send no more of the messages whose `dedup` begins with *occasion*, which ends in a colon.

        Return who has got one or may get it still: it was sent, is being sent, or was tried and nobody knows.
        """
        ...

    async def forget_words(self, row: int) -> None:
        """Keep what fills the sentence of *row* no longer: it has gone out, and quotes somebody."""
        ...

    async def retry(self, row: int, *, due: datetime, error: str) -> None:
        """Put it back as pending from *due*."""
        ...

    async def wake(self, recipient: str, *, now: datetime) -> None:
        """Make what waits for *recipient* pending."""
        ...

    async def next_due(self) -> datetime | None:
        """Return when the next pending or sending row falls due, or None when nothing is under way."""
        ...

    async def list_undeliverable(self, limit: int) -> Sequence[Owed]:
        """Return what could not be delivered, newest first."""
        ...

    async def list_notices(self) -> Sequence[Owed]:
        """Return all rows that are owed a person or party (no replies, no refreshes), oldest first."""
        ...
