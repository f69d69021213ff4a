"""Work that two people do together: each has an assignment with hours of their own, and it is done when both are."""

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal

from domain.assignments import SMALLEST_HOURS, Assignment, AssignmentStatus
from domain.errors import BadInput

A = AssignmentStatus
TAKEN_ON = frozenset({A.ACCEPTED, A.STARTED, A.PAUSED})
QUARTER = Decimal("0.25")
_A_MOMENT = timedelta(minutes=1)


def shares(hours: Decimal, first: Decimal | None = None) -> tuple[Decimal, Decimal]:
    """Return what each of two does of *hours*: the first as said, or half to the quarter, and the other the rest.

    Raises:
        BadInput: one of the two would have less than a quarter of an hour.
    """
    if first is None:
        first = (hours / 2 / QUARTER).to_integral_value() * QUARTER
    if not SMALLEST_HOURS <= first <= hours - SMALLEST_HOURS:
        raise BadInput(field="hours", lowest=SMALLEST_HOURS, highest=hours - SMALLEST_HOURS)
    return first, hours - first


def at_work(given: Iterable[Assignment], *, but: str = "") -> list[Assignment]:
    """Return who has taken on work and not ended it, all of *given* but the assignment *but*."""
    return [each for each in given if each.status in TAKEN_ON and each.id != but]


def share_of(assignment: Assignment) -> timedelta:
    """Return how long the assignment is planned to take."""
    if assignment.planned_start is None or assignment.planned_end is None:
        return timedelta(0)
    return assignment.planned_end - assignment.planned_start


def missing_of(length: timedelta, given: Iterable[Assignment]) -> timedelta:
    """Return how much of work that takes *length* nobody has taken on or done; nothing is missing to the minute."""
    had = [each for each in given if each.status in TAKEN_ON or each.status is A.DONE]
    missing = length - sum((share_of(each) for each in had), timedelta(0))
    return missing if missing >= _A_MOMENT else timedelta(0)
