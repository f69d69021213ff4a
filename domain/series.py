"""An order series (återkommande beställning): one order that is made again and again, by a rule of days."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Self

from domain.errors import WrongState
from domain.people import PersonId, UnitCode
from domain.recurrence import days_of
from domain.worktime import CLOSES, OPENS, WorkCalendar, at_local

AHEAD = timedelta(days=14)
"""How long before its day an occurrence becomes an order."""
LONGEST_MOVE = timedelta(days=14)
"""No run of days off is longer, so that what is moved into a stretch of days comes from no earlier than this."""


class SeriesStatus(StrEnum):
    """Whether orders are still made of it."""

    ACTIVE = "active"
    ENDED = "ended"


class DaysOff(StrEnum):
    """What becomes of an occurrence whose day is a day off: left out, or done on the next working day."""

    SKIP = "skip"
    MOVE = "move"


Anything = object
"""`object` itself, which the field of that name hides inside the classes below."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OrderSeries:
    """One order series: what is ordered each time, and on which days.

    `rrule` is RFC 5545 without its beginning and end: it is counted from `first_day`, and nothing comes after
    `last_day`. `clock` is the local time of day, the same in summer and in winter; None stands for the whole working
    day. `length` is how long the wanted time lasts from there, None for a mere moment. `hours` is the work of one
    occurrence, None for what the service usually takes.

    The price is frozen in each order when that order is made. Approval is given once: `approved_by` and
    `approved_sek`, the charged sum of one occurrence that was approved. An occurrence that is charged more than that
    is approved by itself, and then so much is approved from there on; nobody is charged more than a principal has seen.
    """

    id: str
    status: SeriesStatus
    unit: UnitCode
    requester: PersonId
    created_at: datetime
    service: str
    rrule: str
    first_day: date
    object: str | None = None
    place: str | None = None
    note: str | None = None
    count: int | None = None
    hours: Decimal | None = None
    last_day: date | None = None
    clock: time | None = None
    length: timedelta | None = None
    days_off: DaysOff = DaysOff.SKIP
    approved_by: PersonId | None = None
    approved_sek: Decimal | None = None
    draft: str | None = None
    version: int = 1

    @property
    def is_active(self) -> bool:
        """Tell whether orders are still made of it."""
        return self.status is SeriesStatus.ACTIVE

    def change(self, **changes: Anything) -> Self:
        """Return it with *changes*; with none that differ, unchanged.

        Raises:
            WrongState: it has ended.
        """
        if not self.is_active:
            raise WrongState(id=self.id, status=self.status.value, wanted="changed")
        changed = replace(self, **changes)  # type: ignore[arg-type]
        return self if changed == self else replace(changed, version=self.version + 1)

    def end(self) -> Self:
        """Return it ended; ended already, unchanged."""
        return self.change(status=SeriesStatus.ENDED) if self.is_active else self

    def covers(self, charged: Decimal) -> bool:
        """Tell whether the approval given for the series holds for an occurrence that is charged *charged*."""
        return self.approved_by is not None and self.approved_sek is not None and charged <= self.approved_sek

    def wanted(self, day: date) -> Mapping[str, datetime | None]:
        """Return the wanted time of the occurrence on *day*, in UTC, as `wanted_start` and `wanted_end`."""
        if self.clock is None:
            return {"wanted_start": at_local(day, OPENS), "wanted_end": at_local(day, CLOSES)}
        start = at_local(day, self.clock)
        return {"wanted_start": start, "wanted_end": start + self.length if self.length is not None else None}

    def days(self, *, first: date, last: date, calendar: WorkCalendar) -> tuple[date, ...]:
        """Return the days from *first* to *last*, both included, on which it occurs, in order and each once."""
        until = last if self.last_day is None else min(last, self.last_day)
        begins = max(self.first_day, first - LONGEST_MOVE)
        if until < begins:
            return ()
        found = days_of(self.rrule, start=self.first_day, first=begins, last=until)
        placed = _DAYS_OFF[self.days_off](found, calendar)
        return tuple(sorted({day for day in placed if first <= day <= until}))

    def holidays(self, *, first: date, last: date, calendar: WorkCalendar) -> tuple[date, ...]:
        """Return the days off from *first* to *last*, both included and Monday to Friday, that its rule falls on.

        What becomes of them is `days_off`. Of Saturdays and Sundays nobody expects anything.
        """
        until = last if self.last_day is None else min(last, self.last_day)
        begins = max(self.first_day, first)
        found = days_of(self.rrule, start=self.first_day, first=begins, last=until) if begins <= until else ()
        return tuple(day for day in found if day.weekday() < _SATURDAY and not calendar.is_working_day(day))

    def next_days(self, count: int, *, after: date, calendar: WorkCalendar) -> tuple[date, ...]:
        """Return the first *count* days later than *after* on which it occurs; fewer where it ends, or within years."""
        first = max(after + timedelta(days=1), self.first_day)
        days: tuple[date, ...] = ()
        for reach in _REACHES:
            days = self.days(first=first, last=first + reach, calendar=calendar)
            if len(days) >= count:
                break
        return days[:count]


_SATURDAY = 5
_REACHES = tuple(timedelta(days=days) for days in (60, 400, 4000))


def _skipped(days: tuple[date, ...], calendar: WorkCalendar) -> tuple[date, ...]:
    return tuple(day for day in days if calendar.is_working_day(day))


def _moved(days: tuple[date, ...], calendar: WorkCalendar) -> tuple[date, ...]:
    return tuple(calendar.working_day_on_or_after(day) for day in days)


_DAYS_OFF: Mapping[DaysOff, Callable[[tuple[date, ...], WorkCalendar], tuple[date, ...]]] = {
    DaysOff.SKIP: _skipped,
    DaysOff.MOVE: _moved,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Occurrence:
    """What became of a series' day: the order `request`, or `reason` why there is none."""

    series: str
    day: date
    request: str | None = None
    reason: str | None = None
