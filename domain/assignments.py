"""An assignment (uppdrag): a piece of work that one service employee has been offered or has taken on."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Self

from domain.errors import BadInput, NotAllowed, OfferGone, WrongState
from domain.money import cost_of
from domain.people import PersonId

SMALLEST_HOURS = Decimal("0.25")
LARGEST_HOURS = Decimal(24)
CLOSING_DAY = 10
"""The day of the next month after which the hours of a month stand."""


class AssignmentStatus(StrEnum):
    """Where an assignment stands; see DESIGN §4, *Life of an assignment*."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    STARTED = "started"
    PAUSED = "paused"
    DONE = "done"
    DECLINED = "declined"
    HANDED_OVER = "handed_over"
    WITHDRAWN = "withdrawn"


A = AssignmentStatus
LIVE = frozenset({A.OFFERED, A.ACCEPTED, A.STARTED, A.PAUSED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Assignment:
    """One assignment of a request, or of a schedule's day, to one person.

    `worked` is the time between start and pauses so far; `started_at` is when it was first started and `running_since`
    when the clock last began, None while it stands still.
    """

    id: str
    person: PersonId
    status: AssignmentStatus
    offered_at: datetime
    request: str | None = None
    schedule: str | None = None
    planned_start: datetime | None = None
    planned_end: datetime | None = None
    accepted_at: datetime | None = None
    started_at: datetime | None = None
    running_since: datetime | None = None
    worked: timedelta = timedelta(0)
    done_at: datetime | None = None
    hours: Decimal | None = None
    version: int = 1

    @property
    def is_live(self) -> bool:
        """Tell whether it is still offered or being worked on."""
        return self.status in LIVE

    def _to(self, status: AssignmentStatus, **changes: object) -> Self:
        return replace(self, status=status, version=self.version + 1, **changes)  # type: ignore[arg-type]

    def _demand(self, employee: PersonId, *allowed: AssignmentStatus) -> None:
        if self.person != employee:
            raise NotAllowed(action="assignment.work")
        if self.status not in allowed:
            raise WrongState(id=self.request or self.id, status=self.status.value)

    def accept(self, employee: PersonId, *, at: datetime) -> Self:
        """Return this assignment accepted by *employee*; accepting again changes nothing.

        Raises:
            OfferGone: it was withdrawn, has moved on to someone else, or its request is closed.
        """
        if self.person == employee and self.status in {A.ACCEPTED, A.STARTED, A.PAUSED, A.DONE}:
            return self
        if self.status is not A.OFFERED or self.person != employee:
            raise OfferGone(id=self.id)
        return self._to(A.ACCEPTED, accepted_at=at)

    def decline(self, employee: PersonId) -> Self:
        """Return it declined; what has been started is handed over instead.

        Raises:
            WrongState: it was started, finished or withdrawn.
            NotAllowed: it is somebody else's.
        """
        if self.person == employee and self.status is A.DECLINED:
            return self
        self._demand(employee, A.OFFERED, A.ACCEPTED)
        return self._to(A.DECLINED)

    def plan(self, start: datetime, end: datetime) -> Self:
        """Return it planned from *start* to *end*, with whom it was; begun or over, or planned so, unchanged."""
        if self.status not in {A.OFFERED, A.ACCEPTED} or (self.planned_start, self.planned_end) == (start, end):
            return self
        return self._to(self.status, planned_start=start, planned_end=end)

    def withdraw(self) -> Self:
        """Return it withdrawn by the desk; what is over already stays as it is."""
        return self._to(A.WITHDRAWN, running_since=None) if self.is_live else self

    def hand_over(self, employee: PersonId, *, at: datetime) -> Self:
        """Return it handed over, the time worked kept; handed over already, unchanged.

        Raises:
            WrongState: it is only offered, or over.
            NotAllowed: it is somebody else's.
        """
        if self.person == employee and self.status is A.HANDED_OVER:
            return self
        self._demand(employee, A.ACCEPTED, A.STARTED, A.PAUSED)
        return self._to(A.HANDED_OVER, worked=self.time_worked(at), running_since=None)

    def start(self, employee: PersonId, *, at: datetime) -> Self:
        """Return it started, or going on after a pause; started already, unchanged."""
        if self.person == employee and self.status is A.STARTED:
            return self
        self._demand(employee, A.ACCEPTED, A.PAUSED)
        return self._to(A.STARTED, started_at=self.started_at or at, running_since=at)

    def pause(self, employee: PersonId, *, at: datetime) -> Self:
        """Return it paused, the time worked kept; paused already, unchanged."""
        if self.person == employee and self.status is A.PAUSED:
            return self
        self._demand(employee, A.STARTED)
        return self._to(A.PAUSED, worked=self.time_worked(at), running_since=None)

    def finish(self, employee: PersonId, *, at: datetime, hours: Decimal) -> Self:
        """Return it done with *hours* of work; done already, unchanged.

        Raises:
            BadInput: *hours* is not from a quarter to 24.
            WrongState: it was never started, or is over.
        """
        if self.person == employee and self.status is A.DONE:
            return self
        if not SMALLEST_HOURS <= hours <= LARGEST_HOURS:
            raise BadInput(field="hours", lowest=SMALLEST_HOURS, highest=LARGEST_HOURS)
        self._demand(employee, A.STARTED, A.PAUSED)
        return self._to(A.DONE, done_at=at, hours=hours, worked=self.time_worked(at), running_since=None)

    def confirm(self, employee: PersonId, *, at: datetime, hours: Decimal) -> Self:
        """Return standing work done with *hours*; begun as planned, unless it was begun by a press. Done, unchanged.

        Raises:
            BadInput: *hours* is not from a quarter to 24.
            WrongState: it was never taken on, or is over.
            NotAllowed: it is somebody else's.
        """
        if self.person == employee and self.status is A.DONE:
            return self
        self._demand(employee, A.ACCEPTED, A.STARTED, A.PAUSED)
        began = self.started_at or min(self.planned_start or at, at)
        return replace(self, status=A.STARTED, started_at=began).finish(employee, at=at, hours=hours)

    def time_worked(self, at: datetime) -> timedelta:
        """Return the time worked until *at*, pauses left out."""
        running = at - self.running_since if self.running_since else timedelta(0)
        return self.worked + max(running, timedelta(0))

    def suggested_hours(self, at: datetime) -> Decimal:
        """Return the time worked until *at* in hours, to the nearest quarter: at least one, and at most 24 hours."""
        quarters = Decimal(self.time_worked(at) / timedelta(minutes=15)).quantize(Decimal(1), rounding=ROUND_HALF_UP)
        return min(max(quarters * SMALLEST_HOURS, SMALLEST_HOURS), LARGEST_HOURS)


@dataclass(frozen=True, kw_only=True, slots=True)
class TimeEntry:
    """Hours that one person worked for one unit and service (tidrad). `amount` = `hours` x `price`, SEK."""

    id: int | None = None
    request: str | None = None
    schedule: str | None = None
    assignment: str | None = None
    person: PersonId
    unit: str
    service: str | None
    day: date
    hours: Decimal
    price: Decimal
    amount: Decimal
    reason: str | None = None

    def correct(self, hours: Decimal, reason: str) -> Self:
        """Return it with other *hours* and why; the price stays as it was frozen.

        Raises:
            BadInput: *hours* is not from a quarter to 24.
        """
        if not SMALLEST_HOURS <= hours <= LARGEST_HOURS:
            raise BadInput(field="hours", lowest=SMALLEST_HOURS, highest=LARGEST_HOURS)
        return replace(self, hours=hours, amount=cost_of(hours, self.price), reason=reason)

    def is_open(self, today: date) -> bool:
        """Tell whether it can still be corrected: until its month closes."""
        return is_month_open(self.day, today)


def is_month_open(day: date, today: date) -> bool:
    """Tell whether hours of *day* can be written or corrected: a month closes when the 10th of the next is over."""
    return today <= closing_day(day)


def closing_day(day: date) -> date:
    """Return the last day on which hours of *day* can be written or corrected."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=CLOSING_DAY)


def first_open_day(today: date) -> date:
    """Return the first day whose hours can still be written or corrected on *today*."""
    this_month = today.replace(day=1)
    return this_month if today.day > CLOSING_DAY else (this_month - timedelta(days=1)).replace(day=1)
