"""Schedules as the days that they fall on."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from catalog.models import Agreement, Schedule
from domain.recurrence import days_of
from domain.worktime import CALENDAR


def schedules_by_code(schedules: Iterable[Schedule]) -> Mapping[str, Schedule]:
    """Return the schedules by the codes that name them, such as ``PV1-LOK-REG-0700``.

    The second of a unit, service and time of day ends with ``-2``, in the order of the file. Who does the work is no
    part of the code, so that it stays the same schedule in other hands.
    """
    found: dict[str, Schedule] = {}
    for schedule in schedules:
        stem = code = f"{schedule.unit}-{schedule.service}-{schedule.start_time:%H%M}"
        number = 1
        while code in found:
            number += 1
            code = f"{stem}-{number}"
        found[code] = schedule
    return found


def is_due(schedule: Schedule, day: date, agreement: Agreement | None) -> bool:
    """Tell whether the schedule holds work on *day*: under an agreement in force then, and never on a day off.

    A rule that skips weeks is counted from the first day of the agreement, however often that was amended.
    """
    if agreement is None or not agreement.is_in_force(day) or not CALENDAR.is_working_day(day):
        return False
    return day in _days_of_year(schedule.rrule, agreement.first_day, day.year)


@lru_cache(maxsize=2048)
def _days_of_year(rule: str, start: date, year: int) -> frozenset[date]:
    return frozenset(days_of(rule, start=start, first=date(year, 1, 1), last=date(year, 12, 31)))
