"""Ports of the desk: requests, drafts, assignments, hours, events, people and the catalogue."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from catalog.models import Catalogue, Category, Pilot
from domain.assignments import Assignment, TimeEntry
from domain.economy import Draw
from domain.notices import Event
from domain.people import Person, Role
from domain.requests import Listing, OrderDraft, RequestKind, RequestStatus, ServiceRequest
from domain.series import Occurrence, OrderSeries
from domain.standing import Held


class Requests(Protocol):
    """The requests."""

    async def next_id(self, kind: RequestKind, year: int) -> str:
        """Return the next number people see: ``B-2022-0001`` for orders, ``F-2022-0001`` for issues."""
        ...

    async def hold_numbers(self, kind: RequestKind, year: int) -> None:
        """Wait for whoever is taking a number of the kind and year, and let nobody take one until this ends."""
        ...

    async def add(self, request: ServiceRequest) -> None:
        """Store a new request."""
        ...

    async def get(self, request: str) -> ServiceRequest:
        """Raise RequestNotFound when there is none."""
        ...

    async def get_locked(self, request: str) -> ServiceRequest:
        """Return it as `get` does, held against other changes until this transaction ends."""
        ...

    async def save(self, request: ServiceRequest) -> None:
        """Store it over the version before it; raise OutOfDate when somebody else was first."""
        ...

    async def by_requester(self, person: str, *, limit: int, offset: int = 0) -> Sequence[ServiceRequest]:
        """Return the person's requests, open first, then newest first."""
        ...

    async def listed(self, listing: Listing, *, limit: int, offset: int = 0) -> Sequence[ServiceRequest]:
        """Return the requests of *listing*, open first, then newest first; late ones by promised time."""
        ...

    async def count_listed(self, listing: Listing, *, most: int) -> int:
        """Return how many requests *listing* has; *most* when there are more."""
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

    async def draws(self, unit: str, *, start: datetime, end: datetime) -> Sequence[Draw]:
        """Return what each live or done order of *unit* draws that counts from *start* until *end*, in no order."""
        ...

    async def of_series(self, series: str) -> Sequence[ServiceRequest]:
        """Return the orders made of the series, by when they are wanted."""
        ...

    async def done_before(self, moment: datetime, *, limit: int) -> Sequence[ServiceRequest]:
        """Return requests in status done whose `done_at` is before *moment*."""
        ...

    async def all(self) -> Sequence[ServiceRequest]:
        """Return every request, oldest first."""
        ...


class Drafts(Protocol):
    """Orders that have not been placed yet."""

    async def add(self, draft: OrderDraft) -> None:
        """Store it; one that is stored already stays as it is."""
        ...

    async def get_locked(self, draft: str) -> OrderDraft:
        """Return it as `get` does, held against other changes until this transaction ends."""
        ...

    async def hold(self, drafts: Collection[str], /) -> Mapping[str, OrderDraft]:
        """Return all of *drafts* as `get_locked` does each; raise NotFound when one is missing."""
        ...

    async def get(self, draft: str) -> OrderDraft:
        """Return the draft; raise NotFound when there is none."""
        ...

    async def save(self, draft: OrderDraft) -> None:
        """Store it over the version before it; raise OutOfDate when somebody else was first."""
        ...

    async def latest_live(self, person: str) -> OrderDraft | None:
        """Return the person's newest draft that is neither placed nor dropped, or None."""
        ...


class Series(Protocol):
    """The order series and what became of their days."""

    async def next_id(self, year: int) -> str:
        """Return the next number people see: ``S-2022-0001``."""
        ...

    async def add(self, series: OrderSeries) -> None:
        """Store a new series."""
        ...

    async def get(self, series: str) -> OrderSeries:
        """Return the series; raise NotFound when there is none."""
        ...

    async def get_locked(self, series: str) -> OrderSeries:
        """Return it as `get` does, held against other changes until this transaction ends."""
        ...

    async def save(self, series: OrderSeries) -> None:
        """Store it over the version before it; raise OutOfDate when somebody else was first."""
        ...

    async def active(self) -> Sequence[str]:
        """Return the ids of the series that have not ended, oldest first."""
        ...

    async def of_requester(self, person: str) -> Sequence[OrderSeries]:
        """Return the person's series that have not ended, oldest first."""
        ...

    async def claim_day(self, series: str, day: date) -> bool:
        """Take the day of the series; False when it was taken, here or on another replica."""
        ...

    async def settle_day(
        self, series: str, day: date, *, request: str | None = None, reason: str | None = None
    ) -> None:
        """Note the order that a taken day became, or why it became none."""
        ...

    async def release_day(self, series: str, day: date) -> None:
        """Let a taken day be taken again; that of an order which was taken back to be made anew."""
        ...

    async def occurrences(self, series: str) -> Sequence[Occurrence]:
        """Return the days taken, in order."""
        ...


class Assignments(Protocol):
    """The assignments."""

    async def next_id(self, year: int) -> str:
        """Return the next number: ``U-2022-0001``."""
        ...

    async def next_ids(self, year: int, count: int) -> Sequence[str]:
        """Return as many numbers as `next_id` would, asked that often."""
        ...

    async def add(self, assignment: Assignment) -> None:
        """Store a new assignment."""
        ...

    async def add_all(self, new: Collection[Assignment]) -> None:
        """Store new assignments."""
        ...

    async def get(self, assignment: str) -> Assignment:
        """Raise AssignmentNotFound when there is none."""
        ...

    async def get_locked(self, assignment: str) -> Assignment:
        """Return it as `get` does, held against other changes until this transaction ends."""
        ...

    async def save(self, assignment: Assignment) -> None:
        """Store it over the version before it; raise OutOfDate when somebody else was first."""
        ...

    async def of_request(self, request: str) -> Sequence[Assignment]:
        """Return those of the request, oldest first."""
        ...

    async def live_of_requests(self, requests: Collection[str]) -> Sequence[Assignment]:
        """Return the offered, accepted, started and paused ones of all of *requests*, oldest first."""
        ...

    async def open_offers(self) -> Sequence[Assignment]:
        """Return the offers of requests that wait for an answer, oldest first."""
        ...

    async def standing_offers(self) -> Sequence[Assignment]:
        """Return the offers of standing work that wait for an answer, oldest first."""
        ...

    async def dropped(self) -> Sequence[str]:
        """Return the requests in the queue that nobody has and somebody was asked for, by promised time."""
        ...

    async def live_of(self, person: str) -> Sequence[Assignment]:
        """Return the person's offered, accepted, started and paused ones, by planned time, then id."""
        ...

    async def standing(self, start: datetime, end: datetime) -> Sequence[Assignment]:
        """Return what was given to anybody of standing work that begins from *start* and before *end*, by time."""
        ...

    async def standing_held(self, start: datetime, end: datetime) -> Sequence[Held]:
        """Return as `standing` does, but only who has or had what, by time."""
        ...

    async def live_standing(self, *, before: datetime) -> Sequence[Assignment]:
        """Return standing work that is not over and was to begin before then, by time."""
        ...

    async def given_by(self, person: str, *, limit: int) -> Sequence[Assignment]:
        """Return the live ones that *person* offered or gave to somebody, by planned time."""
        ...

    async def load_hours(self, people: Collection[str], *, start: datetime, end: datetime) -> Mapping[str, Decimal]:
        """Return the planned hours of live assignments per person from start until end; absent people have none."""
        ...

    async def all(self) -> Sequence[Assignment]:
        """Return every assignment, oldest first."""
        ...


class TimeEntries(Protocol):
    """Hours worked."""

    async def add(self, entry: TimeEntry) -> None:
        """Store a new entry."""
        ...

    async def all(self) -> Sequence[TimeEntry]:
        """Return every entry, oldest first."""
        ...

    async def get_locked(self, entry: int) -> TimeEntry:
        """Return the entry, held against others until this transaction ends; raise NotFound when there is none."""
        ...

    async def save(self, entry: TimeEntry) -> None:
        """Store it over what it was."""
        ...

    async def of_person(self, person: str, first: date, last: date) -> Sequence[TimeEntry]:
        """Return the person's entries from *first* to *last*, by day."""
        ...

    async def ids_of_request(self, request: str) -> Sequence[int]:
        """Return the numbers of the entries of *request*, oldest first."""
        ...

    async def of_unit(self, unit: str, first: date, last: date) -> Sequence[TimeEntry]:
        """Return the hours worked for *unit* from *first* to *last*, by day."""
        ...


class Events(Protocol):
    """The story of everything; only ever added to."""

    async def put(self, event: Event) -> None:
        """Add one thing that happened."""
        ...

    async def put_all(self, new: Collection[Event]) -> None:
        """Add things that happened, in their order."""
        ...

    async def of_subject(self, subject: str) -> Sequence[Event]:
        """Return what happened to *subject*, oldest first."""
        ...

    async def joined_by(self, person: str) -> Sequence[str]:
        """Return the subjects that *person* has joined, in the order in which they did."""
        ...

    async def listed(self, subjects: Collection[str] | None, *, limit: int, offset: int = 0) -> Sequence[Event]:
        """Return what happened to *subjects*, or to anything, the newest first."""
        ...

    async def count(self, subjects: Collection[str], /) -> int:
        """Return how much has happened to *subjects*."""
        ...

    async def promises(self, start: datetime, end: datetime) -> Mapping[tuple[str, str], int]:
        """Return how many promises were kept and broken from *start* until *end*, by unit and what became of them."""
        ...

    async def all(self) -> Sequence[Event]:
        """Return everything that happened, oldest first."""
        ...


class People(Protocol):
    """The people."""

    async def get(self, person: str) -> Person:
        """Raise NotFound when there is none."""
        ...

    async def get_many(self, people: Collection[str], /) -> Mapping[str, Person]:
        """Return those that there are, by code."""
        ...

    async def find_by_aad(self, aad_object_id: str) -> Person | None:
        """Return the person behind an account, or None; upper and lower case are one."""
        ...

    async def names(self, people: Collection[str]) -> Mapping[str, str]:
        """Return names by code; codes that nobody has are left out."""
        ...

    async def with_role(self, role: Role, *, unit: str | None = None) -> Sequence[Person]:
        """Return the active people with the role, of the unit or of all, by code."""
        ...

    async def active(self) -> Sequence[Person]:
        """Return everybody who is active, by code."""
        ...

    async def set_language(self, person: str, language: str) -> None:
        """Keep the language that the person has chosen."""
        ...


class Catalogues(Protocol):
    """The catalogue as it stands on a day."""

    async def revision(self) -> int:
        """Return the number that grows with each load; 0 before the first."""
        ...

    async def read(self, *, day: date) -> Catalogue:
        """Return the whole catalogue with the prices in force on *day*."""
        ...

    async def prices(self, *, day: date) -> Mapping[str, Decimal]:
        """Return the price in force on *day* of each service, SEK an hour."""
        ...

    async def budget(self, *, year: int, unit: str) -> Decimal | None:
        """Return what *unit* alone may cost in *year*, SEK; None where it has no budget of its own."""
        ...

    async def load(self, pilot: Pilot, *, prices_from: date) -> int:
        """Store the pilot; return how many rows are new or changed. A changed price holds from *prices_from*."""
        ...
