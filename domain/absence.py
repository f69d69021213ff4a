"""Absence (frånvaro): days on which somebody is not at work. Why is never asked and never kept."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Self

from domain.errors import BadInput
from domain.people import PersonId

LONGEST_DAYS = 366


@dataclass(frozen=True, kw_only=True, slots=True)
class Absence:
    """The days from `first` to `last`, both included, on which `person` is away; `is_over` once they are back early."""

    id: str
    person: PersonId
    first: date
    last: date
    reported_by: PersonId
    reported_at: datetime
    is_over: bool = False
    version: int = 1

    def covers(self, day: date) -> bool:
        """Tell whether the person is away on *day*."""
        return not self.is_over and self.first <= day <= self.last

    def end(self) -> Self:
        """Return it ended: the person is back, or never went; ended already, unchanged."""
        return self if self.is_over else replace(self, is_over=True, version=self.version + 1)

    def until(self, day: date) -> Self:
        """Return it with the person back on *day*: shorter, over when that is no later than it begins, or unchanged."""
        if day <= self.first:
            return self.end()
        last = day - timedelta(days=1)
        return self if last >= self.last else replace(self, last=last, version=self.version + 1)


def demand_days(first: date, last: date, *, today: date) -> None:
    """Raise BadInput unless the days lie ahead, in order, and are at most a year."""
    if not today <= first <= last < first + timedelta(days=LONGEST_DAYS):
        raise BadInput(field="date", lowest=today.isoformat(), highest="")
