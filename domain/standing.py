"""Standing work (stående arbete): one day of a schedule, which stands there once, whoever does it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from domain.assignments import LIVE, Assignment, AssignmentStatus
from domain.people import PersonId, UnitCode
from domain.worktime import local_date, working_hours

AHEAD = timedelta(days=7)
"""How long before its day standing work becomes somebody's assignment."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StandingDay:
    """What a schedule holds on one day. `hours` is how long it takes; `price` is SEK an hour, frozen when it was made.

    What it was made of may change meanwhile; the day stays as it was made.
    """

    schedule: str
    day: date
    unit: UnitCode
    service: str
    start: datetime
    hours: Decimal
    price: Decimal

    @property
    def end(self) -> datetime:
        """Return when it is thought to be done."""
        return self.start + working_hours(self.hours)


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """That somebody has or had the standing work that begins at `start`: as little as the making of days needs."""

    assignment: str
    schedule: str
    start: datetime
    person: PersonId
    status: AssignmentStatus

    @property
    def is_had(self) -> bool:
        """Tell whether nobody else is needed: it is asked for, taken on or done."""
        return self.status in LIVE or self.status is AssignmentStatus.DONE


def day_of(assignment: Assignment) -> date:
    """Return the day of standing work, on the local clock."""
    assert assignment.planned_start is not None  # noqa: S101  # standing work is always planned
    return local_date(assignment.planned_start)


def day_subject(person: PersonId, day: date) -> str:
    """Return the subject under which cards speak of somebody's day of standing work."""
    return f"standing:{person}@{day.isoformat()}"


def uncovered_subject(day: date) -> str:
    """Return the subject under which cards speak of the standing work of *day* that nobody has."""
    return f"uncovered:{day.isoformat()}"
