"""What the actions need from storage, as protocols: `storage/` satisfies them by shape, and so do the tests' fakes."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Protocol

from catalog.models import Catalogue, Category, Pilot
from domain.assignments import Assignment, TimeEntry
from domain.commitments import Commitment, CommitmentStatus
from domain.notices import Conversation, Event, Message, Owed, OwedStatus, ShownCard
from domain.people import Person, Role
from domain.requests import OrderDraft, RequestKind, RequestStatus, ServiceRequest
from domain.surveys import Question
from domain.surveys import Wave as Wave  # noqa: PLC0414  # the word of the port, for those who call it


class Inbox(Protocol):
    """The messages and presses that have been received; nothing of what they say."""

    async def claim(self, conversation: str, activity: str, *, at: datetime) -> bool:
        """Remember the activity; False when it was received before. Waits for another replica that holds it."""
        ...


class Conversations(Protocol):
    """The chats that the bot can write to."""

    async def find(self, conversation: str) -> Conversation | None: ...

    async def lock(self, conversation: str) -> None:
        """Hold other turns of the conversation back until this transaction ends."""
        ...

    async def find_personal(self, person: str) -> Conversation | None:
        """Return the active personal chat of *person*, the newest first."""
        ...

    async def remember(self, conversation: Conversation) -> None:
        """Store or renew it (address, person, active); its state is kept."""
        ...

    async def save_state(self, conversation: str, state: Mapping[str, object]) -> None: ...

    async def deactivate(self, conversation: str) -> None: ...

    async def find_any_address(self) -> Mapping[str, str | int | bool | None] | None:
        """Return the address of the newest active conversation, to learn the service URL and tenant from."""
        ...


class Cards(Protocol):
    """The cards that stand in people's chats."""

    async def register(self, card: ShownCard) -> int:
        """Store the card, or replace what stands at the same (conversation, activity); return its id."""
        ...

    async def get(self, card: int) -> ShownCard: ...

    async def find(self, conversation: str, activity: str) -> ShownCard | None: ...

    async def of_subject(self, subject: str) -> Sequence[ShownCard]: ...

    async def retarget(self, subject: str, message: Message) -> None:
        """Let every card of *subject* show *message* from now on (an order card becomes the request's card)."""
        ...

    async def forget(self, card: int) -> None: ...


class Outbox(Protocol):
    """What is owed. A row is written in the transaction of its cause and sent after it."""

    async def put(self, owed: Owed) -> int | None:
        """Owe it; None when the same `dedup` is owed or sent already."""
        ...

    async def refresh(self, subject: str, *, at: datetime) -> None:
        """Owe a refresh to every card that shows *subject*; one that is still pending serves."""
        ...

    async def claim(self, *, now: datetime, owner: str, lease: timedelta, limit: int) -> Sequence[Owed]:
        """Take up to *limit* due rows, in order; rows of lost leases come back as their `after_lost` says.

        Never a row whose conversation or recipient has an earlier row that is pending and due, or being sent.
        """
        ...

    async def take(self, rows: Collection[int], *, now: datetime, owner: str, lease: timedelta) -> Sequence[Owed]:
        """Take these rows if nobody else has."""
        ...

    async def settle(self, row: int, status: OwedStatus, *, at: datetime, error: str | None = None) -> None: ...

    async def retry(self, row: int, *, due: datetime, error: str) -> None:
        """Put it back as pending from *due*."""
        ...

    async def wake(self, recipient: str, *, now: datetime) -> None:
        """Make what waits for *recipient* pending."""
        ...

    async def next_due(self) -> datetime | None:
        """Return when the next pending or sending row falls due, or None when nothing is under way."""
        ...

    async def list_undeliverable(self, limit: int) -> Sequence[Owed]: ...

    async def list_notices(self) -> Sequence[Owed]:
        """Return all rows that are owed a person or party (no replies, no refreshes), oldest first."""
        ...


class Requests(Protocol):
    """The requests."""

    async def next_id(self, kind: RequestKind, year: int) -> str:
        """Return the next number people see: ``B-2022-0001`` for orders, ``F-2022-0001`` for issues."""
        ...

    async def add(self, request: ServiceRequest) -> None: ...

    async def get(self, request: str) -> ServiceRequest:
        """Raise RequestNotFound when there is none."""
        ...

    async def get_locked(self, request: str) -> ServiceRequest: ...

    async def save(self, request: ServiceRequest) -> None:
        """Store it over the version before it; raise OutOfDate when somebody else was first."""
        ...

    async def by_requester(self, person: str, *, limit: int, offset: int = 0) -> Sequence[ServiceRequest]:
        """Return the person's requests, open first, then newest first."""
        ...

    async def in_status(
        self, statuses: Collection[RequestStatus], *, units: Collection[str] | None, limit: int, offset: int = 0
    ) -> Sequence[ServiceRequest]:
        """Return requests in the statuses, of *units* or of all, by promised time, then id."""
        ...

    async def hours_drawn(self, unit: str, category: Category, *, start: datetime, end: datetime) -> Decimal:
        """Return the hours of live or done orders of the category that are wanted (or else made) from start until end.

        Rejected and cancelled ones do not count.
        """
        ...

    async def done_before(self, moment: datetime, *, limit: int) -> Sequence[ServiceRequest]:
        """Return requests in status done whose `done_at` is before *moment*."""
        ...

    async def all(self) -> Sequence[ServiceRequest]: ...


class Drafts(Protocol):
    """Orders that have not been placed yet."""

    async def add(self, draft: OrderDraft) -> None:
        """Store it; one that is stored already stays as it is."""
        ...

    async def get_locked(self, draft: str) -> OrderDraft: ...

    async def get(self, draft: str) -> OrderDraft: ...

    async def save(self, draft: OrderDraft) -> None: ...

    async def latest_live(self, person: str) -> OrderDraft | None: ...


class Assignments(Protocol):
    """The assignments."""

    async def next_id(self, year: int) -> str:
        """Return the next number: ``U-2022-0001``."""
        ...

    async def add(self, assignment: Assignment) -> None: ...

    async def get(self, assignment: str) -> Assignment:
        """Raise AssignmentNotFound when there is none."""
        ...

    async def get_locked(self, assignment: str) -> Assignment: ...

    async def save(self, assignment: Assignment) -> None: ...

    async def of_request(self, request: str) -> Sequence[Assignment]:
        """Return those of the request, oldest first."""
        ...

    async def live_of(self, person: str) -> Sequence[Assignment]:
        """Return the person's offered, accepted, started and paused ones, by planned time, then id."""
        ...

    async def load_hours(self, people: Collection[str], *, start: datetime, end: datetime) -> Mapping[str, Decimal]:
        """Return the planned hours of live assignments per person from start until end; absent people have none."""
        ...

    async def all(self) -> Sequence[Assignment]: ...


class TimeEntries(Protocol):
    """Hours worked."""

    async def add(self, entry: TimeEntry) -> None: ...

    async def all(self) -> Sequence[TimeEntry]: ...


class Events(Protocol):
    """The story of everything; only ever added to."""

    async def put(self, event: Event) -> None: ...

    async def of_subject(self, subject: str) -> Sequence[Event]: ...

    async def all(self) -> Sequence[Event]: ...


class People(Protocol):
    """The people."""

    async def get(self, person: str) -> Person:
        """Raise NotFound when there is none."""
        ...

    async def find_by_aad(self, aad_object_id: str) -> Person | None: ...

    async def names(self, people: Collection[str]) -> Mapping[str, str]: ...

    async def with_role(self, role: Role, *, unit: str | None = None) -> Sequence[Person]:
        """Return the active people with the role, of the unit or of all, by code."""
        ...

    async def active(self) -> Sequence[Person]: ...

    async def set_language(self, person: str, language: str) -> None: ...


class Catalogues(Protocol):
    """The catalogue as it stands on a day."""

    async def revision(self) -> int: ...

    async def read(self, *, day: date) -> Catalogue:
        """Return the whole catalogue with the prices in force on *day*."""
        ...

    async def load(self, pilot: Pilot, *, prices_from: date) -> int:
        """Store the pilot; return how many rows are new or changed. A changed price holds from *prices_from*."""
        ...


class Surveys(Protocol):
    """Waves, who was asked, and answers that nobody can trace to a person."""

    async def questions(self) -> Sequence[Question]: ...

    async def claim_wave(self, wave: Wave) -> bool:
        """Store the wave; False when the month has one."""
        ...

    async def open_waves(self) -> Sequence[Wave]: ...

    async def find_wave(self, month: str) -> Wave | None: ...

    async def ask(self, month: str, person: str, question: str) -> None:
        """Note that the person is asked the question in the wave."""
        ...

    async def question_of(self, month: str, person: str) -> str | None:
        """Return the code of what the person was asked, or None."""
        ...

    async def mark_answered(self, month: str, person: str) -> None: ...

    async def unanswered(self, month: str) -> Sequence[str]:
        """Return the people who were asked and have not answered, by code."""
        ...

    async def put_answer(self, month: str, question: str, *, key: str, unit: str | None, answer: str) -> None:
        """Keep the answer under *key*, in place of an earlier one."""
        ...

    async def close_wave(self, month: str, *, at: datetime) -> None:
        """Destroy the secret, shuffle the keys, and drop the unit where fewer than 5 answers share it."""
        ...

    async def results(self, month: str) -> Mapping[str, Sequence[str]]:
        """Return the answers per question, sorted."""
        ...


class Commitments(Protocol):
    """The year wheel."""

    async def all(self) -> Sequence[Commitment]: ...

    async def get(self, commitment: str) -> Commitment: ...

    async def set_status(self, commitment: str, status: CommitmentStatus) -> None: ...

    async def snoozed_until(self, commitment: str, person: str) -> date | None: ...

    async def snooze(self, commitment: str, person: str, *, until: date) -> None: ...

    async def note(self, commitment: str, person: str, text: str, *, at: datetime) -> None:
        """Keep what the person filled in as missing."""
        ...

    async def notes_of(self, commitment: str) -> Sequence[tuple[str, str, datetime]]: ...


class Slots(Protocol):
    """Which slots of scheduled jobs have been run."""

    async def claim(self, job: str, slot: str, *, at: datetime) -> bool:
        """Take the slot; False when it was taken, here or on another replica."""
        ...

    async def finish(self, job: str, slot: str, *, at: datetime, outcome: str) -> None: ...

    async def last(self, job: str) -> str | None:
        """Return the latest slot of the job, or None."""
        ...

    async def all(self) -> Sequence[tuple[str, str, datetime, str | None]]:
        """Return (job, slot, started, outcome), newest first, at most a few hundred."""
        ...


class Settings(Protocol):
    """Small values that all processes share."""

    async def find(self, name: str) -> str | None: ...

    async def put(self, name: str, value: str) -> None: ...

    async def put_if_absent(self, name: str, value: str) -> str:
        """Store *value* unless there is one; return what is stored."""
        ...


class Work(Protocol):
    """One transaction, with everything that can be read and changed in it."""

    @property
    def inbox(self) -> Inbox: ...
    @property
    def conversations(self) -> Conversations: ...
    @property
    def cards(self) -> Cards: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def requests(self) -> Requests: ...
    @property
    def drafts(self) -> Drafts: ...
    @property
    def assignments(self) -> Assignments: ...
    @property
    def time_entries(self) -> TimeEntries: ...
    @property
    def events(self) -> Events: ...
    @property
    def people(self) -> People: ...
    @property
    def catalogues(self) -> Catalogues: ...
    @property
    def surveys(self) -> Surveys: ...
    @property
    def commitments(self) -> Commitments: ...
    @property
    def slots(self) -> Slots: ...
    @property
    def settings(self) -> Settings: ...

    def within(self) -> "Begin":
        """Return a `begin` that joins this transaction: a savepoint, undone when its block raises."""
        ...


Begin = Callable[[], AbstractAsyncContextManager[Work]]
"""Opens a transaction: committed when the block ends, undone when it raises."""

Clock = Callable[[], datetime]
"""Tells the moment, aware and in UTC."""
