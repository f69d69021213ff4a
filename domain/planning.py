"""Planning a day: small jobs at one unit that are taken together, and what else fits into somebody's day, and when."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from domain.day import TRAVEL, Stop, in_order
from domain.people import UnitCode

SMALL = Decimal(1)
"""How many hours a job takes at most that is worth bundling."""
MOST_HOURS = Decimal(4)
"""How many hours a bundle takes at most: half a day, so that it can be given to somebody with other work."""
_SECONDS = 3600


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """Work that nobody has. `start` is when it has to begin, None where that is not set.

    It is not to begin before `earliest`, and is to be done by `latest`; None for no limit.
    """

    number: str
    unit: UnitCode
    hours: Decimal
    place: str = ""
    start: datetime | None = None
    earliest: datetime | None = None
    latest: datetime | None = None

    @property
    def length(self) -> timedelta:
        """Return how long it takes."""
        return timedelta(seconds=round(self.hours * _SECONDS))

    def at(self, start: datetime) -> Stop:
        """Return it as a stop of a day that begins at *start*."""
        return Stop(number=self.number, unit=self.unit, place=self.place, start=start, hours=self.hours)


def bundled_with(job: Job, others: Iterable[Job], *, since: datetime, until: datetime) -> Sequence[Job]:
    """Return the small jobs at the unit of *job* that can be done with it between two moments of one day.

    *job* is not among them. They are taken by when they are due while they take no more than `MOST_HOURS` together;
    what is not small is bundled with nothing.
    """
    if not _is_bundled(job, since, until):
        return []
    left, found = MOST_HOURS - job.hours, []
    for each in sorted(others, key=_due):
        is_other = each.number != job.number and each.unit == job.unit
        if is_other and _is_bundled(each, since, until) and each.hours <= left:
            found.append(each)
            left -= each.hours
    return found


def _is_bundled(job: Job, since: datetime, until: datetime) -> bool:
    """Tell whether the job is small and can be done between the moments: a set start lies there, or its end allows."""
    if job.hours > SMALL:
        return False
    if job.start is not None:
        return since <= job.start < until
    first, last = max(since, job.earliest or since), min(until, job.latest or until)
    return last - first >= job.length


def lay_out(
    stops: Collection[Stop], jobs: Iterable[Job], *, since: datetime, until: datetime, room: Decimal
) -> Sequence[Stop]:
    """Return those of *jobs* that fit into a day beside *stops*, each where it begins.

    Those at units that the day goes to anyway come first, then those due first. A job with a set start keeps it. The
    others begin at the first gap that holds them, with the way there and on from there. No more than *room* hours of
    work are laid out.
    """
    taken, laid, left = [each for each in stops if each.start is not None], [], room
    units = {each.unit for each in stops}
    for job in sorted(jobs, key=lambda each: (each.unit not in units, *_due(each))):
        start = _find_start(job, in_order(taken), since, until) if job.hours <= left else None
        if start is None:
            continue
        left -= job.hours
        taken.append(job.at(start))
        laid.append(job.at(start))
    return in_order(laid)


def _due(job: Job) -> tuple[float, str]:
    moment = job.start or job.latest
    return (moment.timestamp() if moment is not None else float("inf"), job.number)


def _find_start(job: Job, taken: Sequence[Stop], since: datetime, until: datetime) -> datetime | None:
    if job.start is not None:
        return job.start if since <= job.start < until and _is_free(job, job.start, taken) else None
    first, last = max(since, job.earliest or since), min(until, job.latest or until)
    ends = [each.end + _way(each.unit, job.unit) for each in taken if each.end is not None]
    starts = sorted(each for each in (first, *ends) if first <= each and each + job.length <= last)
    return next((each for each in starts if _is_free(job, each, taken)), None)


def _is_free(job: Job, start: datetime, taken: Iterable[Stop]) -> bool:
    """Tell whether the job and the ways to and from it lie clear of everything that is planned."""
    end = start + job.length
    return all(
        end + _way(job.unit, each.unit) <= each.start or each.end + _way(each.unit, job.unit) <= start
        for each in taken
        if each.start is not None and each.end is not None
    )


def _way(from_unit: UnitCode, to_unit: UnitCode) -> timedelta:
    return timedelta(0) if from_unit == to_unit else TRAVEL
