"""What is promised, when it is in danger, and how long an offer waits for its answer.

The service-level clock counts working time (DESIGN §4). An emergency has no working hours: its hour goes by the clock.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.worktime import WorkCalendar

EMERGENCY = "emergency"
WARNED_AT = 0.75
SHARE_FOR_ANSWER = 4
"""An offer waits for a fourth of the working time that is left until the promise, so that four can be asked."""
LEAST_FOR_ANSWER, MOST_FOR_ANSWER = timedelta(hours=1), timedelta(hours=8)
"""Between an hour and the most of a working day: nobody is passed by at lunch, and nothing waits for days."""
EMERGENCY_ANSWER = timedelta(minutes=15)


def warning_moment(since: datetime, promised_at: datetime, *, severity: str | None, calendar: WorkCalendar) -> datetime:
    """Return when three fourths of the time between *since* and *promised_at* are gone.

    A promise without a working hour in it, such as a Saturday that was asked for, is counted by the clock.
    """
    worked = calendar.working_time_between(since, promised_at)
    if severity == EMERGENCY or worked <= timedelta(0):
        return since + max(promised_at - since, timedelta(0)) * WARNED_AT
    return calendar.add_working_time(since, worked * WARNED_AT)


def answer_deadline(
    offered_at: datetime,
    *,
    promised_at: datetime | None,
    planned_start: datetime | None,
    severity: str | None,
    calendar: WorkCalendar,
) -> datetime:
    """Return until when an offer made at *offered_at* waits, in UTC.

    It is a moment of working time, or the next opening; of an emergency 15 minutes by the clock. Work that begins
    sooner waits until then, but for half of the least time at least.
    """
    if severity == EMERGENCY:
        return offered_at + EMERGENCY_ANSWER
    left = calendar.working_time_between(offered_at, promised_at) if promised_at else MOST_FOR_ANSWER
    patience = min(max(left / SHARE_FOR_ANSWER, LEAST_FOR_ANSWER), MOST_FOR_ANSWER)
    deadline = calendar.add_working_time(offered_at, patience)
    if planned_start is not None and offered_at < planned_start < deadline:
        deadline = max(planned_start, calendar.add_working_time(offered_at, LEAST_FOR_ANSWER / 2))
    return calendar.next_opening(deadline)


def moved_by_pause(promised_at: datetime, *, since: datetime, until: datetime, calendar: WorkCalendar) -> datetime:
    """Return the promise after a pause from *since* to *until*: as much working time later as the pause took.

    What was late before the pause stays as late.
    """
    paused = calendar.working_time_between(since, until)
    return calendar.add_working_time(promised_at, paused) if paused > timedelta(0) else promised_at


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """How many promises were kept and broken: of a unit, or of several together."""

    kept: int = 0
    broken: int = 0

    @property
    def all(self) -> int:
        """Return how many were settled."""
        return self.kept + self.broken

    @property
    def percent(self) -> int | None:
        """Return the share that was kept, in whole per cent and never rounded up to 100; None of none."""
        return self.kept * 100 // self.all if self.all else None

    def __add__(self, other: "Kept") -> "Kept":
        return Kept(kept=self.kept + other.kept, broken=self.broken + other.broken)
