"""Port of standing work: the schedules, and the days that have been made of them."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from catalog.models import Schedule
from domain.standing import StandingDay


class Standing(Protocol):
    """The schedules of mandatory services, and their days."""

    async def hold(self) -> None:
        """Wait for whoever makes days of schedules, and let nobody else until this transaction ends."""
        ...

    async def schedules(self) -> Sequence[Schedule]:
        """Return the schedules, in the order of the file."""
        ...

    async def days(self, first: date, last: date) -> Sequence[StandingDay]:
        """Return the days made from *first* to *last*, by time and schedule."""
        ...

    async def get(self, schedule: str, day: date) -> StandingDay:
        """Return the day of the schedule; raise NotFound when none was made."""
        ...

    async def get_locked(self, schedule: str, day: date) -> StandingDay:
        """Return it as `get` does, held against others who give or give back its work until this transaction ends."""
        ...

    async def add_all(self, days: Collection[StandingDay]) -> None:
        """Store new days."""
        ...
