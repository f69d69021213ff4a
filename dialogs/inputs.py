"""What people fill in or say, as the value that it is: a day, a time of day, hours."""

from datetime import date, time
from decimal import Decimal, InvalidOperation

from dialogs.turn import Press, Turn
from domain.assignments import LARGEST_HOURS, SMALLEST_HOURS
from domain.errors import BadInput
from domain.worktime import local_date

FIRST_YEAR, LAST_YEAR = 1900, 2999


def day_in(press: Press, name: str) -> date | None:
    """Return the day that was filled in or that the button carries, or None.

    Raises:
        BadInput: it is no day.
    """
    written = press.text(name)
    return read_day(written) if written is not None else None


def day_said(turn: Turn) -> date | None:
    """Return the first day that the sentence names, or the one by which it names a time; None when it names none."""
    moment = (turn.when.start or turn.when.end) if turn.when is not None else None
    return local_date(moment) if moment is not None else None


def day_meant(turn: Turn) -> date:
    """Return the day on which the time begins that the sentence names; today when it names none."""
    return local_date(turn.when.start if turn.when is not None and turn.when.start is not None else turn.at)


def read_day(text: str) -> date:
    """Return *text* as a day, ISO.

    Raises:
        BadInput: it is none, or so far away that nobody means it and that days after it could not be counted.
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise BadInput(field="date", lowest="", highest="") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadInput(field="date", lowest="", highest="")
    return day


def read_clock(text: str) -> time:
    """Return *text* as a time of day, HH:MM.

    Raises:
        BadInput: it is none.
    """
    try:
        return time.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        raise BadInput(field="time", lowest="", highest="") from None


def read_hours(text: str) -> Decimal:
    """Return *text* as hours of work, with a comma or a point.

    Raises:
        BadInput: it is no number from 0.25 to 24.
    """
    refusal = BadInput(field="hours", lowest=SMALLEST_HOURS, highest=LARGEST_HOURS)
    try:
        hours = Decimal(text.replace(",", ".").replace("\u00a0", "").strip())
    except InvalidOperation:
        raise refusal from None
    if not hours.is_finite() or not SMALLEST_HOURS <= hours <= LARGEST_HOURS:
        raise refusal
    return hours.quantize(Decimal("0.01"))
