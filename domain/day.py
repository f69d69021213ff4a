"""Somebody's day: its work in the order in which it is done, how much it holds, and the moves between units."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise

from domain.people import PersonId, UnitCode

TOLD_AT = time(6, 45)
"""When everybody is told in the morning what the day holds; what changes later that day is told by itself."""
TRAVEL = timedelta(minutes=15)
"""How long it is thought to take from one unit to another; nobody travels within a unit."""
_HOUR = Decimal(3600)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stop:
    """One piece of work of a day, by the number of its assignment: where and when; `start` is None when unplanned."""

    number: str
    unit: UnitCode
    place: str = ""
    start: datetime | None = None
    hours: Decimal = Decimal(0)

    @property
    def end(self) -> datetime | None:
        """Return when it is thought to be done."""
        return None if self.start is None else self.start + timedelta(seconds=int(self.hours * _HOUR))


def in_order(stops: Iterable[Stop]) -> Sequence[Stop]:
    """Return *stops* by time, then unit and place; what has no time comes last."""
    return sorted(stops, key=lambda each: (each.start is None, _minute(each), each.unit, each.place, each.number))


def _minute(stop: Stop) -> float:
    return stop.start.timestamp() if stop.start is not None else 0.0


def load_of(stops: Iterable[Stop]) -> Decimal:
    """Return the hours that *stops* take together, travel left out."""
    return sum((each.hours for each in stops), Decimal(0))


def moves_of(stops: Iterable[Stop]) -> int:
    """Return how often somebody goes from one unit to another when they take *stops* in order."""
    units = [each.unit for each in in_order(stops)]
    return sum(here != there for here, there in pairwise(units))


def clashes_of(stops: Iterable[Stop]) -> frozenset[str]:
    """Return the numbers of the planned stops that begin before the one before them is over, and the way is gone."""
    planned = [each for each in in_order(stops) if each.start is not None]
    return frozenset(
        after.number
        for before, after in pairwise(planned)
        if before.end is not None and after.start is not None and after.start < before.end + _way(before, after)
    )


def _way(before: Stop, after: Stop) -> timedelta:
    return timedelta(0) if before.unit == after.unit else TRAVEL


def plan_subject(person: PersonId, day: date) -> str:
    """Return the subject under which a coordinator's cards speak of somebody's day."""
    return f"plan:{person}@{day.isoformat()}"


def brief_subject(person: PersonId, day: date) -> str:
    """Return the subject under which cards speak of somebody's day."""
    return f"brief:{person}@{day.isoformat()}"


def read_subject(named: str) -> tuple[PersonId, date]:
    """Return whose day and which, of what stands after the colon of a subject that names both.

    Raises:
        ValueError: it names no day.
    """
    person, _, written = named.partition("@")
    return person, date.fromisoformat(written)
