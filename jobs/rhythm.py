"""When a tick falls due: slots with a name that is the same on every replica, also across clock changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol

from domain.worktime import at_local, local_date

ONE_DAY = timedelta(days=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """One time that a tick falls due: `name` sorts as the moments do, `due` is in UTC."""

    name: str
    due: datetime

    @property
    def day(self) -> date:
        """Return the local date of the moment."""
        return local_date(self.due)


class Rhythm(Protocol):
    """How often a tick falls due."""

    def slots(self, *, after: datetime, until: datetime) -> Iterator[Slot]:
        """Yield the slots later than *after* and not later than *until*, in order."""
        ...

    def slot_named(self, name: str) -> Slot | None:
        """Return the slot of that name, or None when this rhythm has no such name."""
        ...

    def next_after(self, moment: datetime) -> Slot:
        """Return the earliest slot later than *moment*."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Daily:
    """Once each local date, at the time of day *at* in Stockholm; the slot is named by the date.

    A time that the clock jumps over in spring falls an hour later; one that comes twice in autumn
    counts the first time.
    """

    at: time

    def _slot(self, day: date) -> Slot:
        return Slot(name=day.isoformat(), due=at_local(day, self.at))

    def slots(self, *, after: datetime, until: datetime) -> Iterator[Slot]:
        """Yield the slots later than *after* and not later than *until*, in order."""
        day = local_date(after)
        while (slot := self._slot(day)).due <= until:
            if slot.due > after:
                yield slot
            day += ONE_DAY

    def slot_named(self, name: str) -> Slot | None:
        """Return the slot of the date *name*, or None when it is no date."""
        try:
            return self._slot(date.fromisoformat(name))
        except ValueError:
            return None

    def next_after(self, moment: datetime) -> Slot:
        """Return the earliest slot later than *moment*."""
        slot = self._slot(local_date(moment))
        return slot if slot.due > moment else self._slot(slot.day + ONE_DAY)


@dataclass(frozen=True, kw_only=True, slots=True)
class Every:
    """Once each *period*, counted in UTC from 1970 and so the same on every replica; named by the minute in UTC."""

    period: timedelta

    def _slot(self, number: int) -> Slot:
        due = EPOCH + number * self.period
        return Slot(name=due.strftime("%Y-%m-%dT%H:%MZ"), due=due)

    def slots(self, *, after: datetime, until: datetime) -> Iterator[Slot]:
        """Yield the slots later than *after* and not later than *until*, in order."""
        for number in range((after - EPOCH) // self.period + 1, (until - EPOCH) // self.period + 1):
            yield self._slot(number)

    def slot_named(self, name: str) -> Slot | None:
        """Return the slot of the minute *name*, or None when it is no such name."""
        try:
            due = datetime.strptime(name, "%Y-%m-%dT%H:%MZ").replace(tzinfo=UTC)
        except ValueError:
            return None
        return Slot(name=name, due=due)

    def next_after(self, moment: datetime) -> Slot:
        """Return the earliest slot later than *moment*."""
        return self._slot((moment - EPOCH) // self.period + 1)
