"""Recurring days as RFC 5545 writes them: checked, and counted out on the calendar without a clock."""

import re
from calendar import monthrange
from collections.abc import Collection, Mapping
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrule, rrulestr

_SHAPE = re.compile(r"[A-Z]+=[A-Z0-9,+-]+(;[A-Z]+=[A-Z0-9,+-]+)*")
_PARTS = frozenset(
    "FREQ INTERVAL COUNT UNTIL BYDAY BYMONTHDAY BYYEARDAY BYMONTH BYSETPOS BYWEEKNO WKST".split()  # noqa: SIM905
)
_KEPT = frozenset({"INTERVAL", "COUNT", "UNTIL", "WKST"})
"""What stays of a rule on other weekdays."""
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_UNTIL = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(T[0-9]{6}Z?)?")
_LONGEST_PAUSE = 366
_MOST_TIMES = 10_000
_LEAP_YEAR = 2024
_LAST_DAY = date(2199, 12, 31)


def is_rule(text: str) -> bool:
    """Tell whether *text* is a rule of whole days that falls on at least one day, if it is given time."""
    try:
        parts = _parts(text)
        _rule(parts, date(2022, 1, 1))
        # Every leap day has fallen on every weekday within 28 years; looking further takes long.
        given_time = {name: value for name, value in parts.items() if name != "COUNT"} | {"UNTIL": "20501231"}
        return next(iter(_rule(given_time, date(2022, 1, 1))), None) is not None
    except ValueError:
        return False


def first_day_after(text: str, *, start: date, after: date) -> date | None:
    """Return the first day of the rule later than *after*, counted from *start*; None when the rule has ended.

    Raises:
        ValueError: *text* is no rule of whole days.
    """
    found = _rule(_parts(text), start).after(_midnight(after))
    return None if found is None else found.date()


def first_day_from(text: str, day: date) -> date | None:
    """Return the first day of the rule that is *day* or later, if it began on *day*; None when it has none.

    Raises:
        ValueError: *text* is no rule of whole days.
    """
    return first_day_after(text, start=day, after=day - timedelta(days=1))


def days_of(text: str, *, start: date, first: date, last: date) -> tuple[date, ...]:
    """Return the days of the rule from *first* to *last*, both included, counted from *start*, in order.

    Raises:
        ValueError: *text* is no rule of whole days.
    """
    found = _rule(_parts(text), start).between(_midnight(first), _midnight(last), inc=True)
    return tuple(each.date() for each in found)


def _parts(text: str) -> Mapping[str, str]:
    if not _SHAPE.fullmatch(text):
        raise ValueError(text)
    pairs = [part.split("=", 1) for part in text.split(";")]
    parts = dict(pairs)
    if len(parts) < len(pairs) or not parts.keys() <= _PARTS or parts.get("FREQ") not in _FREQUENCIES:
        raise ValueError(text)
    if {"COUNT", "UNTIL"} <= parts.keys() or not 1 <= int(parts.get("COUNT", "1")) <= _MOST_TIMES:
        raise ValueError(text)
    if not _has_a_day(parts):
        raise ValueError(text)
    # The library loops for ever on an interval of 0.
    if not 1 <= int(parts.get("INTERVAL", "1")) <= _LONGEST_PAUSE:
        raise ValueError(text)
    return parts


def _has_a_day(parts: Mapping[str, str]) -> bool:
    """Tell whether some year has one of the days named; the library would look for 30 February until the year 9999."""
    if not {"BYMONTH", "BYMONTHDAY"} <= parts.keys():
        return True
    months = [int(month) for month in parts["BYMONTH"].split(",")]
    days = [abs(int(day)) for day in parts["BYMONTHDAY"].split(",")]
    return any(1 <= day <= monthrange(_LEAP_YEAR, month)[1] for month in months for day in days)


def _rule(parts: Mapping[str, str], start: date) -> rrule:
    """Return the rule from *start*, bounded so that one without days comes to an end; `UNTIL` counts as a whole day."""
    text = ";".join(f"{name}={value}" for name, value in parts.items() if name != "UNTIL")
    try:
        rule = rrulestr(text, dtstart=_midnight(start))
    except (ArithmeticError, AttributeError, LookupError, TypeError) as fault:
        # The library tells of what it can't read by errors of many kinds.
        raise ValueError(text) from fault
    if not isinstance(rule, rrule):
        raise ValueError(text)  # noqa: TRY004  # a text that is two rules is no wrong type
    return rule if "COUNT" in parts else rule.replace(until=_midnight(_last_day(parts)))


def _last_day(parts: Mapping[str, str]) -> date:
    if "UNTIL" not in parts:
        return _LAST_DAY
    found = _UNTIL.fullmatch(parts["UNTIL"])
    if found is None:
        raise ValueError(parts["UNTIL"])
    return min(date(int(found[1]), int(found[2]), int(found[3])), _LAST_DAY)


def _midnight(day: date) -> datetime:
    # The library counts in naive moments; none of them leaves this module.
    return datetime.combine(day, time())


def moved_rule(text: str, *, since: date, to: date) -> str | None:
    """Return the rule whose days on the weekday of *since* are on that of *to* instead; None where it can't say so.

    "Every Tuesday" becomes "every Thursday", "the first Monday of the month" the second Wednesday. A rule that names no
    weekday stays as it is: it is counted from its first day.

    Raises:
        ValueError: *text* is no rule of whole days.
    """
    parts = dict(_parts(text))
    if "BYDAY" not in parts or (since.weekday() == to.weekday() and parts["FREQ"] == "WEEKLY"):
        return text if parts.keys() <= {"FREQ", "INTERVAL", "BYDAY", "UNTIL", "WKST"} else None
    days = parts["BYDAY"].split(",")
    old = next((day for day in days if day.endswith(_CODES[since.weekday()])), days[0] if len(days) == 1 else None)
    if old is None:
        return None
    new = _nth(old, to) + _CODES[to.weekday()]
    found = {new if day == old else day for day in days}
    parts["BYDAY"] = ",".join(sorted(found, key=lambda day: _CODES.index(day[-2:])))
    return _written(parts)


def on_days(text: str, weekdays: Collection[int]) -> str:
    """Return the rule on these weekdays only (0 for Monday); its pace stays where it counts weeks, else it is weekly.

    Raises:
        ValueError: *text* is no rule of whole days.
    """
    parts = dict(_parts(text))
    kept: dict[str, str] = {name: value for name, value in parts.items() if name in _KEPT}
    if parts["FREQ"] != "WEEKLY":
        kept.pop("INTERVAL", None)
    return _written({"FREQ": "WEEKLY", **kept, "BYDAY": ",".join(_CODES[day] for day in sorted(weekdays))})


def weekdays_of(text: str, *, start: date) -> frozenset[int]:
    """Return the weekdays (0 for Monday) that the rule names, or falls on when it begins on *start*.

    Raises:
        ValueError: *text* is no rule of whole days.
    """
    parts = _parts(text)
    if "BYDAY" in parts:
        return frozenset(_CODES.index(day[-2:]) for day in parts["BYDAY"].split(","))
    return frozenset(range(_WEEK)) if parts["FREQ"] == "DAILY" else frozenset({start.weekday()})


def at_pace(text: str, pace: str, *, start: date, is_once: bool = False) -> str:
    """Return the rule at the pace of another that may name days of its own: "every other week", "every Monday".

    A pace that only counts weeks otherwise keeps the days; the same pace, or *is_once*, means once in it, on the
    weekday of *start*.

    Raises:
        ValueError: one of them is no rule of whole days.
    """
    old, new = _parts(text), dict(_parts(pace))
    ends = {name: old[name] for name in ("COUNT", "UNTIL") if name in old and name not in new}
    if new["FREQ"] == "WEEKLY" and "BYDAY" not in new:
        is_other = old.get("INTERVAL", "1") != new.get("INTERVAL", "1")
        days = weekdays_of(text, start=start) if is_other and not is_once else {start.weekday()}
        new["BYDAY"] = ",".join(_CODES[day] for day in sorted(days))
    return _written(new | ends)


def _written(parts: Mapping[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())


_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = 7


def _nth(old: str, to: date) -> str:
    """Return which one of its month *to* is, as *old* counts: from the beginning, from the end, or not at all."""
    count = old[:-2]
    if not count:
        return ""
    if count.startswith("-"):
        return str(-((monthrange(to.year, to.month)[1] - to.day) // _WEEK + 1))
    return str((to.day - 1) // _WEEK + 1)
