"""A month as people mean it: its first day stands for it."""

from collections.abc import Sequence
from datetime import date, timedelta

LONGEST_MONTH = timedelta(days=31)


def month_of(day: date) -> date:
    """Return the first day of the month of *day*."""
    return day.replace(day=1)


def month_after(month: date) -> date:
    """Return the first day of the month after *month*."""
    return month_of(month_of(month) + LONGEST_MONTH)


def month_before(month: date) -> date:
    """Return the first day of the month before *month*."""
    return month_of(month_of(month) - timedelta(days=1))


def days_of_month(month: date) -> Sequence[date]:
    """Return the days of the month, in order."""
    first = month_of(month)
    return [first + timedelta(days=nth) for nth in range((month_after(first) - first).days)]
