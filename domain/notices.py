"""What the desk owes people: notices, replies and cards to refresh, as values that can be stored and sent later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

Value = str | int | bool | None


class OwedStatus(StrEnum):
    """How far a message has come.

    `WAITING` has no road yet: the person has never been in touch, so it goes out when they are.
    """

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    WAITING = "waiting"
    SKIPPED = "skipped"
    UNDELIVERABLE = "undeliverable"


class AfterLost(StrEnum):
    """What to do when nobody knows whether a message went out before a kill."""

    SEND_AGAIN = "send_again"
    SKIP = "skip"


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """What a person is to read, as references only: it is worded when it is sent, from the state as it is then.

    Either a sentence (`text` names it in `texts/`, `values` fill it) or a card (`view` names it, `subject` is what it
    shows, such as ``request:B-2022-0001``). Values are codes, ids, numbers and ISO dates, never a survey answer.
    What somebody writes to another outside a talk is the value `words`, kept until it has gone out.
    """

    text: str | None = None
    view: str | None = None
    subject: str | None = None
    values: Mapping[str, Value] = field(default_factory=dict)

    @property
    def is_quoting(self) -> bool:
        """Tell whether it holds what somebody wrote."""
        return "words" in self.values


@dataclass(frozen=True, kw_only=True, slots=True)
class Owed:
    """A message that is owed, in the outbox. `dedup` makes it owed once.

    It goes to a `conversation` (a reply), or to a `recipient`: a person's code, or ``party:CODE`` of the boundary list.
    `kind` is ``reply``, ``refresh`` (the card `card` is shown anew) or a notice's kind, such as ``assignment.offer``.
    """

    kind: str
    dedup: str
    due: datetime
    message: Message
    recipient: str | None = None
    conversation: str | None = None
    card: int | None = None
    after_lost: AfterLost = AfterLost.SEND_AGAIN
    id: int | None = None
    status: OwedStatus = OwedStatus.PENDING
    attempts: int = 0
    sent_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """How far what goes to many has come: `sent` to so many of all, while the rest `is_going` out."""

    sent: int
    of: int
    is_going: bool


REPLY = "reply"
REFRESH = "refresh"
BULK = ("survey.question", "survey.reminder", "survey.result", "announcement.sent", "announcement.reminder")
"""The kinds of notices that go to very many at once: whatever else is owed does not wait for the last of them."""
SHOWN_ANEW_PER_SECOND = 40
"""How many of the cards of one subject fall due in a second when all are to be shown anew: below what Teams allows."""
CONSOLE = "console:"
"""What the id of a chat in a terminal begins with; nobody but that terminal can write there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownCard:
    """A card that stands in somebody's chat and can be updated in place."""

    conversation: str
    activity: str
    message: Message
    language: str
    version: int
    id: int | None = None
    person: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Conversation:
    """A chat that the bot can write to. `address` is what the platform needs for it: the edge's own, opaque here."""

    id: str
    person: str | None
    is_personal: bool
    is_active: bool
    address: Mapping[str, Value]
    state: Mapping[str, object] = field(default_factory=dict)
    version: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One thing that happened to a subject: who, when, what, why, from where. Kept for good; ids only.

    `changed` holds, by field, what was and what is, as `domain.audit` writes it; `origin` is where it came from. Both
    are missing in what was kept before they were. `reason` is what the person wrote, and can be forgotten.
    """

    subject: str
    what: str
    person: str | None
    at: datetime
    before: str | None = None
    after: str | None = None
    reason: str | None = None
    changed: Mapping[str, Sequence[Value]] | None = None
    origin: str | None = None
