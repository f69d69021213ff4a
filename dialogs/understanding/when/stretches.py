"""Stretches of days that no calendar names: the weekend, the end of the week, the first week of April."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from dialogs.understanding.numerals import ORDINALS
from dialogs.understanding.when import vocabulary as words
from dialogs.understanding.when.pieces import DayPiece

SATURDAY, SUNDAY = 5, 6
_EDGES = {"borjan": (0, 1), "start": (0, 1), "beginning": (0, 1), "mitten": (1, 3), "middle": (1, 3)}
_END = (3, 4)
_MONTHS = "|".join(sorted(words.MONTHS, key=len, reverse=True))
_NEXT = r"(?P<next>nasta|kommande\s+vecka|next)"


def _weekend(match: re.Match[str], today: date) -> DayPiece:
    """Return Saturday and Sunday; from today when the weekend has begun."""
    saturday = today + timedelta(days=SATURDAY - today.weekday()) + timedelta(weeks=1 if match["next"] else 0)
    return DayPiece(first=max(saturday, today), last=saturday + timedelta(days=1), span=match.span(), is_date=True)


def _edge(match: re.Match[str], today: date) -> DayPiece:
    """Return the first, middle or last working days of a week; of the next week when they lie behind."""
    first, last = _EDGES.get(match["edge"], _END)
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=1 if match["next"] else 0)
    if monday + timedelta(days=last) < today:
        monday += timedelta(weeks=1)
    begins = max(monday + timedelta(days=first), today)
    return DayPiece(first=begins, last=monday + timedelta(days=last), span=match.span(), is_date=True)


def _week_of_month(match: re.Match[str], today: date) -> DayPiece:
    """Return a week of a month, Monday to Friday; a week is of the month that its Thursday is in (ISO 8601)."""
    month, nth = words.MONTHS[match["month"]], ORDINALS[match["nth"]]
    monday = _monday_of(today.year, month, nth)
    if monday + timedelta(days=4) < today:
        monday = _monday_of(today.year + 1, month, nth)
    return DayPiece(first=monday, last=monday + timedelta(days=4), span=match.span(), is_week=True)


def _monday_of(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    if nth < 0:
        last = first + relativedelta(day=31)
        return last - timedelta(days=(last.weekday() - 3) % 7 + 3)
    return first + timedelta(days=(3 - first.weekday()) % 7 - 3, weeks=nth - 1)


STRETCHES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], DayPiece]], ...] = (
    (
        re.compile(
            rf"\b(?:(?:i|till|over|under|at|over|on|this|during|denna|den\s+har)\s+)?(?:the\s+)?(?:{_NEXT}\s+)?"
            r"(?:helgen|(?<=nasta\s)helg|weekend)\b"
        ),
        _weekend,
    ),
    (
        re.compile(
            r"\b(?:i\s+|in\s+|at\s+)?(?:the\s+)?(?P<edge>borjan|slutet|mitten|beginning|start|end|middle)\s+"
            rf"(?:av|pa|of)\s+(?:{_NEXT}\s+)?(?:the\s+|this\s+|denna\s+)?(?:veckan?|week)\b"
        ),
        _edge,
    ),
    (
        re.compile(
            rf"\b(?:(?:under|in|during)\s+)?(?:the\s+)?(?P<nth>{'|'.join(list(ORDINALS)[:8])}|sista|last)\s+"
            rf"(?:veckan?|week)\s+(?:i|in|of)\s+(?P<month>{_MONTHS})\b"
        ),
        _week_of_month,
    ),
)
