"""A request (ärende): what a unit has ordered or reported, and the only steps its life can take."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Self

from domain.errors import BadInput, WrongState
from domain.people import PersonId, UnitCode


class RequestKind(StrEnum):
    """An order of a service, or a report of a fault."""

    ORDER = "order"
    ISSUE = "issue"


class RequestStatus(StrEnum):
    """Where a request stands; see DESIGN §4, *Life of a request*."""

    SUBMITTED = "submitted"
    AWAITING_APPROVAL = "awaiting_approval"
    QUEUED = "queued"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    DONE = "done"
    CLOSED = "closed"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    FORWARDED = "forwarded"


S = RequestStatus

Anything = object
"""`object` itself, which the field of that name hides inside the classes below."""

STEPS: dict[RequestStatus, frozenset[RequestStatus]] = {
    S.SUBMITTED: frozenset({S.AWAITING_APPROVAL, S.QUEUED, S.FORWARDED, S.CANCELLED}),
    S.AWAITING_APPROVAL: frozenset({S.QUEUED, S.REJECTED, S.CANCELLED}),
    S.QUEUED: frozenset({S.ASSIGNED, S.AWAITING_APPROVAL, S.FORWARDED, S.CANCELLED}),
    S.ASSIGNED: frozenset({S.IN_PROGRESS, S.AWAITING_APPROVAL, S.QUEUED, S.WAITING, S.CANCELLED}),
    S.IN_PROGRESS: frozenset({S.WAITING, S.DONE, S.QUEUED}),
    S.WAITING: frozenset({S.IN_PROGRESS, S.ASSIGNED, S.QUEUED, S.CANCELLED}),
    S.DONE: frozenset({S.CLOSED, S.QUEUED}),
    S.FORWARDED: frozenset({S.DONE, S.QUEUED, S.CANCELLED}),
    S.CLOSED: frozenset(),
    S.REJECTED: frozenset(),
    S.CANCELLED: frozenset(),
}
"""Which status may follow which. Reopening is `DONE` → `QUEUED`; what is `CLOSED` stays so.

What has been ordered awaits approval anew when it is changed to cost more than may be charged without.
"""

OPEN = frozenset(S) - {S.CLOSED, S.REJECTED, S.CANCELLED, S.DONE}
CHANGEABLE = frozenset({S.SUBMITTED, S.AWAITING_APPROVAL, S.QUEUED, S.ASSIGNED})
"""Where nobody has begun, so that time, place, hours and note can still become others."""
LOWEST_RATING, HIGHEST_RATING = 1, 5


@dataclass(frozen=True, kw_only=True, slots=True)
class ServiceRequest:
    """One request. Money in SEK, `hours` in hours of work, moments in UTC.

    `price` is per hour and frozen when the order was placed; `included` + `charged` = `hours` x `price`.
    `place` is as the person wrote it or the known place's name; `promised_at` is None for what went to another party.
    """

    id: str
    kind: RequestKind
    status: RequestStatus
    unit: UnitCode
    requester: PersonId
    created_at: datetime
    service: str | None = None
    object: str | None = None
    party: str | None = None
    severity: str | None = None
    deviation_of: str | None = None
    place: str | None = None
    note: str | None = None
    count: int | None = None
    wanted_start: datetime | None = None
    wanted_end: datetime | None = None
    promised_at: datetime | None = None
    hours: Decimal | None = None
    price: Decimal | None = None
    included: Decimal | None = None
    charged: Decimal | None = None
    approved_by: PersonId | None = None
    done_at: datetime | None = None
    closed_at: datetime | None = None
    rating: int | None = None
    draft: str | None = None
    series: str | None = None
    version: int = 1

    @property
    def is_open(self) -> bool:
        """Tell whether something is still to be done about it."""
        return self.status in OPEN

    def is_late(self, at: datetime) -> bool:
        """Tell whether it should have been done before *at*; the promise rests while the requester is waited for."""
        return self.is_open and self.status is not S.WAITING and self.promised_at is not None and self.promised_at < at

    def can(self, status: RequestStatus) -> bool:
        """Tell whether *status* may come next."""
        return status in STEPS[self.status]

    def _to(self, status: RequestStatus, **changes: Anything) -> Self:
        if not self.can(status):
            raise WrongState(id=self.id, status=self.status.value, wanted=status.value)
        return replace(self, status=status, version=self.version + 1, **changes)  # type: ignore[arg-type]

    def touch(self) -> Self:
        """Return it one version on: what its cards tell besides its own fields, such as who was offered it, changed."""
        return replace(self, version=self.version + 1)

    def ask_approval(self) -> Self:
        """Return it awaiting the principal's approval; one that was given for what it was before counts no more."""
        return self._to(S.AWAITING_APPROVAL, approved_by=None)

    def change(self, **changes: Anything) -> Self:
        """Return it with *changes*; with none that differ, unchanged.

        Raises:
            WrongState: somebody has begun, it is over, or another party has it.
        """
        if self.status not in CHANGEABLE:
            raise WrongState(id=self.id, status=self.status.value, wanted="changed")
        changed = replace(self, **changes)  # type: ignore[arg-type]
        return self if changed == self else replace(changed, version=self.version + 1)

    def queue(self) -> Self:
        """Return it in the coordinator's queue; already there, unchanged."""
        return self if self.status is S.QUEUED else self._to(S.QUEUED)

    def approve(self, principal: PersonId) -> Self:
        """Return it approved by *principal* and queued; approved already, unchanged.

        Raises:
            WrongState: it was rejected, cancelled, or never awaited approval.
        """
        if self.approved_by is not None and self.status not in {S.REJECTED, S.CANCELLED}:
            return self
        if self.status is not S.AWAITING_APPROVAL:
            raise WrongState(id=self.id, status=self.status.value, wanted=S.QUEUED.value)
        return self._to(S.QUEUED, approved_by=principal)

    def reject(self) -> Self:
        """Return it rejected; rejected already, unchanged."""
        return self if self.status is S.REJECTED else self._to(S.REJECTED)

    def cancel(self) -> Self:
        """Return it cancelled; cancelled already, unchanged. What has begun can't be cancelled."""
        return self if self.status is S.CANCELLED else self._to(S.CANCELLED)

    def forward(self) -> Self:
        """Return it forwarded to its party."""
        return self if self.status is S.FORWARDED else self._to(S.FORWARDED)

    def assign(self) -> Self:
        """Return it with somebody who has accepted it; assigned already, unchanged."""
        return self if self.status is S.ASSIGNED else self._to(S.ASSIGNED)

    def begin(self) -> Self:
        """Return it in progress; in progress already, unchanged."""
        return self if self.status is S.IN_PROGRESS else self._to(S.IN_PROGRESS)

    def wait(self) -> Self:
        """Return it waiting on the requester; waiting already, unchanged."""
        return self if self.status is S.WAITING else self._to(S.WAITING)

    def finish(self, *, at: datetime) -> Self:
        """Return it done; done already, unchanged, with the moment it was first done."""
        return self if self.status is S.DONE else self._to(S.DONE, done_at=at)

    def reopen(self) -> Self:
        """Return it in the queue again, the earlier end forgotten; a rating given stays."""
        if self.status is not S.DONE:
            raise WrongState(id=self.id, status=self.status.value, wanted=S.QUEUED.value)
        return self._to(S.QUEUED, done_at=None)

    def close(self, *, at: datetime) -> Self:
        """Return it closed for good; closed already, unchanged."""
        return self if self.status is S.CLOSED else self._to(S.CLOSED, closed_at=at)

    def rate(self, rating: int) -> Self:
        """Return it rated from 1 to 5; the same rating again changes nothing, and rating does not close it.

        Raises:
            BadInput: *rating* is outside 1 to 5.
            WrongState: it is not done.
        """
        if not LOWEST_RATING <= rating <= HIGHEST_RATING:
            raise BadInput(field="rating", lowest=LOWEST_RATING, highest=HIGHEST_RATING)
        if self.status not in {S.DONE, S.CLOSED}:
            raise WrongState(id=self.id, status=self.status.value, wanted="rated")
        return self if rating == self.rating else replace(self, rating=rating, version=self.version + 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """Which requests to list: those of `requester`, or of `units`; with `is_open` only the open ones, or the others.

    `joined` are the ids of reports by others that the requester follows; they stand among their own.
    With `late_at` only those that are late at that moment, as `ServiceRequest.is_late` says, the longest late first.
    """

    requester: PersonId | None = None
    joined: tuple[str, ...] = ()
    units: tuple[UnitCode, ...] = ()
    is_open: bool | None = None
    late_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OrderDraft:
    """What an order card holds before it is ordered. It survives restarts; `request` is set when it was placed.

    `wanted_kind` is the kind of the wanted time as understood (`before`, `day`, …), for showing it in words. With an
    `rrule` (RFC 5545, without beginning and end) it is an order that recurs: from the day of `wanted_start` to
    `last_day`, or for good; `days_off` says what becomes of days off, None for the usual, which is to skip them.
    """

    id: str
    person: PersonId
    unit: UnitCode
    created_at: datetime
    service: str | None = None
    object: str | None = None
    place: str | None = None
    note: str | None = None
    count: int | None = None
    hours: Decimal | None = None
    wanted_kind: str = "none"
    wanted_start: datetime | None = None
    wanted_end: datetime | None = None
    rrule: str | None = None
    last_day: date | None = None
    days_off: str | None = None
    choices: tuple[str, ...] = ()
    is_dropped: bool = False
    request: str | None = None
    version: int = 1

    @property
    def is_live(self) -> bool:
        """Tell whether it can still be changed, dropped or placed."""
        return self.request is None and not self.is_dropped

    def change(self, **changes: Anything) -> Self:
        """Return it with *changes*; with none that differ, unchanged.

        Raises:
            WrongState: it was placed or dropped.
        """
        if not self.is_live:
            raise WrongState(id=self.id, status="placed" if self.request else "dropped", wanted="changed")
        changed = replace(self, **changes)  # type: ignore[arg-type]
        return self if changed == self else replace(changed, version=self.version + 1)

    def drop(self) -> Self:
        """Return it dropped; dropped already, unchanged."""
        return self if self.is_dropped else self.change(is_dropped=True)

    def place_as(self, request: str) -> Self:
        """Return it placed as *request*."""
        return self.change(request=request)
