"""A substitute (ersättare): who approves orders instead of a principal on certain days."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Self

from domain.people import PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class Substitution:
    """The days from `first` to `last`, both included, on which `substitute` may approve what `person` may.

    `is_over` once the principal is back early, or has named somebody else.
    """

    id: str
    person: PersonId
    substitute: PersonId
    first: date
    last: date
    named_at: datetime
    is_over: bool = False
    version: int = 1

    def covers(self, day: date) -> bool:
        """Tell whether the substitute may approve on *day*."""
        return not self.is_over and self.first <= day <= self.last

    def end(self) -> Self:
        """Return it ended; ended already, unchanged."""
        return self if self.is_over else replace(self, is_over=True, version=self.version + 1)
