"""A desk that only holds what the views read: lists in memory, handed out as they are."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar, cast

from actions.ports import Work
from catalog.models import Agreement, Catalogue, Category, Schedule
from domain.absence import Absence
from domain.announcements import Announcement, Reader
from domain.assignments import Assignment, TimeEntry
from domain.calendars import CalendarFeed
from domain.causes import Cause
from domain.commitments import Commitment
from domain.economy import Draw
from domain.errors import AssignmentNotFound, NotFound, RequestNotFound
from domain.files import SentFile
from domain.indicators import Observation
from domain.notices import Event, Owed, Progress
from domain.parties import IssueCount, PartyAnswer
from domain.people import Person, Role
from domain.requests import Listing, OrderDraft, RequestStatus, ServiceRequest
from domain.series import Occurrence, OrderSeries
from domain.standing import Held, StandingDay
from domain.substitutes import Substitution
from domain.survey_results import AskedIn, Words
from domain.surveys import Wave
from domain.talks import Talk, TalkLine
from tests.dialogs.cards.announcement_shelf import Announcements, Causes
from tests.dialogs.cards.edge_shelf import Calendars, Conversations, Outbox, Settings
from tests.dialogs.cards.indicator_shelf import Indicators
from tests.dialogs.cards.party_shelf import Parties
from tests.dialogs.cards.survey_shelf import Surveys
from tests.factories import example_pilot

T = TypeVar("T")


@dataclass(kw_only=True)
class Drafts:
    held: tuple[OrderDraft, ...]

    async def get(self, draft: str) -> OrderDraft:
        return _only(self.held, lambda each: each.id == draft, NotFound(id=draft))


@dataclass(kw_only=True)
class Requests:
    held: tuple[ServiceRequest, ...]
    hours: Decimal
    drawn: tuple[Draw, ...]

    async def draws(self, unit: str, *, start: datetime, end: datetime) -> Sequence[Draw]:
        del unit, start, end
        return self.drawn

    async def get(self, request: str) -> ServiceRequest:
        return _only(self.held, lambda each: each.id == request, RequestNotFound(id=request))

    async def of_series(self, series: str) -> Sequence[ServiceRequest]:
        return [each for each in self.held if each.series == series]

    async def by_requester(self, person: str, *, limit: int, offset: int = 0) -> Sequence[ServiceRequest]:
        mine = sorted((each for each in self.held if each.requester == person), key=lambda each: not each.is_open)
        return mine[offset : offset + limit]

    async def listed(self, listing: Listing, *, limit: int, offset: int = 0) -> Sequence[ServiceRequest]:
        found = sorted((each for each in self.held if _is_listed(listing, each)), key=lambda each: not each.is_open)
        return found[offset : offset + limit]

    async def in_status(
        self, statuses: Collection[RequestStatus], *, units: Collection[str] | None, limit: int, offset: int = 0
    ) -> Sequence[ServiceRequest]:
        of_units = [each for each in self.held if units is None or each.unit in units]
        return [each for each in of_units if each.status in statuses][offset : offset + limit]

    async def count_listed(self, listing: Listing, *, most: int) -> int:
        return min(most, sum(_is_listed(listing, each) for each in self.held))

    async def hours_drawn(self, unit: str, category: Category, *, start: datetime, end: datetime) -> Decimal:
        del unit, category, start, end
        return self.hours


@dataclass(kw_only=True)
class Series:
    held: tuple[OrderSeries, ...]
    days: tuple[Occurrence, ...]

    async def get(self, series: str) -> OrderSeries:
        return _only(self.held, lambda each: each.id == series, NotFound(id=series))

    async def occurrences(self, series: str) -> Sequence[Occurrence]:
        return [each for each in self.days if each.series == series]


@dataclass(kw_only=True)
class Assignments:
    held: tuple[Assignment, ...]

    async def get(self, assignment: str) -> Assignment:
        return _only(self.held, lambda each: each.id == assignment, AssignmentNotFound(id=assignment))

    async def of_request(self, request: str) -> Sequence[Assignment]:
        return [each for each in self.held if each.request == request]

    async def live_of(self, person: str) -> Sequence[Assignment]:
        return [each for each in self.held if each.person == person and each.is_live]

    async def standing(self, start: datetime, end: datetime) -> Sequence[Assignment]:
        planned = [(each.planned_start, each) for each in self.held if each.schedule is not None]
        return [each for at, each in planned if at is not None and start <= at < end]

    async def standing_held(self, start: datetime, end: datetime) -> Sequence[Held]:
        return [
            Held(
                assignment=each.id,
                schedule=each.schedule or "",
                start=each.planned_start or start,
                person=each.person,
                status=each.status,
            )
            for each in await self.standing(start, end)
        ]

    async def live_of_requests(self, requests: Collection[str]) -> Sequence[Assignment]:
        return [each for each in self.held if each.request in requests and each.is_live]

    async def given_by(self, person: str, *, limit: int) -> Sequence[Assignment]:
        del person
        return [each for each in self.held if each.is_live][:limit]

    async def live_standing(self, *, before: datetime) -> Sequence[Assignment]:
        planned = [(each.planned_start, each) for each in self.held if each.schedule is not None and each.is_live]
        return [each for at, each in planned if at is not None and at < before]

    async def load_hours(self, people: Collection[str], *, start: datetime, end: datetime) -> Mapping[str, Decimal]:
        del start, end
        return {person: Decimal(2 if person == "SER3" else 4) for person in people}


@dataclass(kw_only=True)
class Standing:
    held: tuple[StandingDay, ...]

    async def days(self, first: date, last: date) -> Sequence[StandingDay]:
        return [each for each in self.held if first <= each.day <= last]

    async def schedules(self) -> Sequence[Schedule]:
        return example_pilot().schedules

    async def get(self, schedule: str, day: date) -> StandingDay:
        return _only(self.held, lambda each: (each.schedule, each.day) == (schedule, day), NotFound(id=schedule))


@dataclass(kw_only=True)
class Events:
    held: tuple[Event, ...]

    async def of_subject(self, subject: str) -> Sequence[Event]:
        return [each for each in self.held if each.subject == subject]

    async def joined_by(self, person: str) -> Sequence[str]:
        return [each.subject for each in self.held if each.what == "joined" and each.person == person]

    async def promises(self, start: datetime, end: datetime) -> Mapping[tuple[str, str], int]:
        settled = [each for each in self.held if each.what.startswith("promise-") and start <= each.at < end]
        return Counter((each.subject.partition(":")[2], each.what) for each in settled)

    async def listed(self, subjects: Collection[str] | None, *, limit: int, offset: int = 0) -> Sequence[Event]:
        found = [each for each in self.held[::-1] if subjects is None or each.subject in subjects]
        return found[offset : offset + limit]


@dataclass(kw_only=True)
class Files:
    held: tuple[SentFile, ...]

    async def of_subjects(self, subjects: Collection[str]) -> Sequence[SentFile]:
        return [each for each in self.held if each.subject in subjects]


@dataclass(kw_only=True)
class Talks:
    held: tuple[Talk, ...]
    written: tuple[TalkLine, ...]

    async def live(self) -> Sequence[Talk]:
        return [each for each in self.held if each.is_live]

    async def get(self, talk: str) -> Talk:
        return _only(self.held, lambda each: each.id == talk, NotFound(id=talk))

    async def lines(self, talk: str) -> Sequence[TalkLine]:
        return [each for each in self.written if each.talk == talk]


@dataclass(kw_only=True)
class Absences:
    held: tuple[Absence, ...]

    async def get(self, absence: str) -> Absence:
        return _only(self.held, lambda each: each.id == absence, NotFound(id=absence))

    async def of_days(self, first: date, last: date) -> Sequence[Absence]:
        return [each for each in self.held if not each.is_over and each.first <= last and each.last >= first]


@dataclass(kw_only=True)
class Substitutions:
    held: tuple[Substitution, ...]

    async def get(self, substitution: str) -> Substitution:
        return _only(self.held, lambda each: each.id == substitution, NotFound(id=substitution))

    async def of_days(self, first: date, last: date) -> Sequence[Substitution]:
        return [each for each in self.held if not each.is_over and each.first <= last and each.last >= first]


@dataclass(kw_only=True)
class Agreements:
    held: tuple[Agreement, ...]

    async def get(self, code: str) -> Agreement:
        return _only(self.held, lambda each: each.code == code, NotFound(id=code))

    async def all(self) -> Sequence[Agreement]:
        return self.held

    async def of_unit(self, unit: str) -> Sequence[Agreement]:
        return [each for each in self.held if each.unit == unit]


@dataclass(kw_only=True)
class TimeEntries:
    held: tuple[TimeEntry, ...]

    async def ids_of_request(self, request: str) -> Sequence[int]:
        return [each.id or 0 for each in self.held if each.request == request]

    async def of_unit(self, unit: str, first: date, last: date) -> Sequence[TimeEntry]:
        return [each for each in self.held if each.unit == unit and first <= each.day <= last]

    async def of_person(self, person: str, first: date, last: date) -> Sequence[TimeEntry]:
        return [each for each in self.held if each.person == person and first <= each.day <= last]


@dataclass(kw_only=True)
class People:
    held: tuple[Person, ...]

    async def get(self, person: str) -> Person:
        return _only(self.held, lambda each: each.code == person, NotFound(id=person))

    async def active(self) -> Sequence[Person]:
        return [each for each in self.held if each.is_active]

    async def names(self, people: Collection[str]) -> Mapping[str, str]:
        return {each.code: each.name for each in self.held if each.code in people}

    async def with_role(self, role: Role, *, unit: str | None = None) -> Sequence[Person]:
        return [each for each in self.held if each.has_role(role) and (unit is None or unit in each.units)]


@dataclass(kw_only=True)
class Commitments:
    held: tuple[Commitment, ...]
    notes: tuple[tuple[str, str, datetime], ...]
    until: date | None

    async def all(self) -> Sequence[Commitment]:
        return self.held

    async def get(self, commitment: str) -> Commitment:
        return _only(self.held, lambda each: each.code == commitment, NotFound(id=commitment))

    async def notes_of(self, commitment: str) -> Sequence[tuple[str, str, datetime]]:
        del commitment
        return self.notes

    async def snoozed_until(self, commitment: str, person: str) -> date | None:
        del commitment, person
        return self.until


@dataclass(kw_only=True)
class Catalogues:
    held: Decimal | None

    async def budget(self, *, year: int, unit: str) -> Decimal | None:
        del year, unit
        return self.held

    async def read(self, *, day: date) -> Catalogue:
        del day
        return example_pilot().catalogue


@dataclass(kw_only=True)
class Shelf:
    """What stands on the desk in one sample."""

    drafts: tuple[OrderDraft, ...] = ()
    requests: tuple[ServiceRequest, ...] = ()
    series: tuple[OrderSeries, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    standing: tuple[StandingDay, ...] = ()
    events: tuple[Event, ...] = ()
    people: tuple[Person, ...] = field(default_factory=lambda: example_pilot().people)
    hours_drawn: Decimal = Decimal(0)
    draws: tuple[Draw, ...] = ()
    budget: Decimal | None = None
    wave: Wave | None = None
    asked: Mapping[str, str] = field(default_factory=dict)
    answered: frozenset[str] = frozenset()
    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    asked_in: tuple[AskedIn, ...] = ()
    progress: Progress = field(default_factory=lambda: Progress(sent=0, of=0, is_going=False))
    survey_words: tuple[Words, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    commitments: tuple[Commitment, ...] = field(default_factory=lambda: example_pilot().commitments)
    notes: tuple[tuple[str, str, datetime], ...] = ()
    snoozed_until: date | None = None
    undeliverable: tuple[Owed, ...] = ()
    files: tuple[SentFile, ...] = ()
    talks: tuple[Talk, ...] = ()
    absences: tuple[Absence, ...] = ()
    substitutions: tuple[Substitution, ...] = ()
    agreements: tuple[Agreement, ...] = field(default_factory=lambda: example_pilot().catalogue.agreements)
    entries: tuple[TimeEntry, ...] = ()
    lines: tuple[TalkLine, ...] = ()
    party_answers: tuple[PartyAnswer, ...] = ()
    issue_counts: tuple[IssueCount, ...] = ()
    feeds: tuple[CalendarFeed, ...] = ()
    observations: tuple[Observation, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    readers: tuple[Reader, ...] = ()
    causes: tuple[Cause, ...] = ()
    reached: frozenset[str] = frozenset()

    def as_work(self) -> Work:
        """Return it as the transaction that a view reads through."""
        return cast("Work", _Opened(self))


class _Opened:
    def __init__(self, shelf: Shelf) -> None:
        self.drafts = Drafts(held=shelf.drafts)
        self.requests = Requests(held=shelf.requests, hours=shelf.hours_drawn, drawn=shelf.draws)
        self.series = Series(held=shelf.series, days=shelf.occurrences)
        self.assignments = Assignments(held=shelf.assignments)
        self.standing = Standing(held=shelf.standing)
        self.events = Events(held=shelf.events)
        self.people = People(held=shelf.people)
        self.files = Files(held=shelf.files)
        self.talks = Talks(held=shelf.talks, written=shelf.lines)
        self.parties = Parties(held=shelf.party_answers, counts=shelf.issue_counts)
        self.absences = Absences(held=shelf.absences)
        self.substitutions = Substitutions(held=shelf.substitutions)
        self.agreements = Agreements(held=shelf.agreements)
        self.time_entries = TimeEntries(held=shelf.entries)
        self.surveys = Surveys.of(shelf)
        self.indicators = Indicators(held=shelf.observations)
        self.commitments = Commitments(held=shelf.commitments, notes=shelf.notes, until=shelf.snoozed_until)
        self.catalogues = Catalogues(held=shelf.budget)
        self.settings = Settings(held={"public-url": "https://desk.example", **shelf.settings})
        self.calendars = Calendars(held=shelf.feeds)
        self.causes = Causes(held=shelf.causes)
        self.announcements = Announcements(held=shelf.announcements, sent_to_whom=shelf.readers, got=shelf.reached)
        self.outbox = Outbox(held=shelf.undeliverable)
        self.conversations = Conversations(people={each.code for each in shelf.people})


def _is_listed(listing: Listing, request: ServiceRequest) -> bool:
    is_mine = request.requester == listing.requester or request.id in listing.joined
    is_theirs = is_mine or request.unit in listing.units
    is_asked = listing.late_at is None or request.is_late(listing.late_at)
    return is_theirs and is_asked and listing.is_open in {None, request.is_open}


def _only(held: Sequence[T], is_it: Callable[[T], bool], missing: Exception) -> T:
    found = next((each for each in held if is_it(each)), None)
    if found is None:
        raise missing
    return found
