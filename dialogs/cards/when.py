"""A wanted time in words, as the person thinks of it: `senast onsdag 16 mars 08:00`."""

from datetime import date, datetime, time, timedelta

from dialogs.cards.elements import GOOD, WARNING, Writer
from domain.worktime import CALENDAR
from texts import say
from texts.format import STOCKHOLM, clock, day, local_day, moment

DAY_BEGINS, DAY_ENDS = time(7), time(16)
"""A wanted day is kept as its working hours; that is no wish for a time of day."""


def wanted(start: datetime | None, end: datetime | None, language: str, today: date, *, kind: str | None = None) -> str:
    """Return the wanted time in words; *kind* is how it was understood, None when that is not known any more."""
    if start is None and end is None:
        return say("when-asap" if kind == "asap" else "when-none", language)
    if start is None or end is None:
        return _one_end(start, end, language, today, kind=kind)
    if start == end:
        return moment(start, language, today)
    if _is_whole_days(start, end):
        return _days(start, end, language, today)
    return _span(start, end, language, today)


def _one_end(start: datetime | None, end: datetime | None, language: str, today: date, *, kind: str | None) -> str:
    if end is not None:
        return say("when-before", language, moment=moment(end, language, today))
    begins = moment(start, language, today) if start else ""
    return say("when-from", language, moment=begins) if kind == "from" else begins


def _is_whole_days(start: datetime, end: datetime) -> bool:
    first, last = start.astimezone(STOCKHOLM).time(), end.astimezone(STOCKHOLM).time()
    return first in {time(0), DAY_BEGINS} and last in {DAY_ENDS, time(0), time(23, 59), time(23, 59, 59)}


def _days(start: datetime, end: datetime, language: str, today: date) -> str:
    first, last = local_day(start), local_day(end)
    if first == last:
        return day(first, language, today)
    return say("when-days", language, first=day(first, language, today), last=day(last, language, today))


def _span(start: datetime, end: datetime, language: str, today: date) -> str:
    if local_day(start) == local_day(end):
        hours = {"start": clock(start), "end": clock(end)}
        return say("when-hours", language, day=day(local_day(start), language, today), **hours)
    return say("when-span", language, start=moment(start, language, today), end=moment(end, language, today))


def time_rows(
    write: Writer,
    start: datetime | None,
    end: datetime | None,
    *,
    promised_at: datetime | None,
    kind: str | None = None,
    label: str = "label-promised",
) -> None:
    """Put when it is wanted and when it is promised, in one row where they are the same.

    A wish for a time before the promised one is no promise, and the card says so. *label* names the promise.
    """
    language, today = write.language, write.frame.today
    words = wanted(start, end, language, today, kind=kind)
    wish = end or start
    if promised_at is None:
        write.row(write.words("label-when"), words)
        return
    if wish == promised_at:
        key, tone = ("when-promised", GOOD) if _is_at_work(promised_at) else ("when-outside", WARNING)
        write.row(write.words("label-when"), words, more=write.words(key), tone=tone)
        return
    if wish is not None and wish < promised_at:
        write.row(write.words("label-when"), words, more=write.words("when-wished"), tone=WARNING)
    else:
        write.row(write.words("label-when"), words)
    write.row(write.words(label), moment(promised_at, language, today))


def _is_at_work(moment_promised: datetime) -> bool:
    """Tell whether somebody is at work then, or until then."""
    return CALENDAR.is_open(moment_promised) or CALENDAR.is_open(moment_promised - timedelta(seconds=1))
