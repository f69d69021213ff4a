"""Numbers, money, hours, days, moments and lists as Swedish and English write them. Time of day is always 08:00."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from zoneinfo import ZoneInfo

from babel.dates import get_day_names, get_month_names

from texts.sentences import say

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NO_BREAK = "\u00a0"
MINUS = "\u2212"
TWO = 2
ORE = Decimal("0.01")
HALF = Decimal("0.5")


def number(value: Decimal | int, language: str) -> str:
    """Return *value* with at most two decimals, none that are zero at the end, and thousands apart."""
    rounded = Decimal(value).quantize(ORE, rounding=ROUND_HALF_UP)
    text = f"{abs(rounded):,.2f}".rstrip("0").rstrip(".")
    return ("" if rounded >= 0 else MINUS) + _marks(text, language)


def money(value: Decimal, language: str) -> str:
    """Return SEK in words: `1 240,50 kr` or `SEK 1,240.50`; öre only when there are any."""
    rounded = value.quantize(ORE, rounding=ROUND_HALF_UP)
    text = f"{abs(rounded):,.2f}".removesuffix(".00")
    return ("" if rounded >= 0 else MINUS) + say("format-money", language, amount=_marks(text, language))


def hours(value: Decimal, language: str) -> str:
    """Return hours in words: `en halv timme`, `1 timme`, `1,5 timmar`."""
    if value == HALF:
        return say("format-half-hour", language)
    unit = "format-hour" if value == 1 else "format-hours"
    return say(unit, language, hours=number(value, language))


def opening(text: str) -> str:
    """Return *text* as it begins a sentence or a line of its own: `En halv timme`."""
    return text[:1].upper() + text[1:]


def _marks(text: str, language: str) -> str:
    return text if language == "en" else text.replace(",", NO_BREAK).replace(".", ",")


def day(on: date, language: str, today: date | None = None) -> str:
    """Return a day: `onsdag 16 mars`, with the year when it is not that of *today*."""
    name = f"{_names('day', language)[on.weekday()]} {on.day} {_names('month', language)[on.month]}"
    return name if today is None or on.year == today.year else f"{name} {on.year}"


def short_day(on: date, language: str, today: date | None = None) -> str:
    """Return a day without its weekday: `16 mars`, with the year when it is not that of *today*."""
    return day(on, language, today).partition(" ")[2]


def day_name(weekday: int, language: str) -> str:
    """Return the name of a weekday, 0 for Monday."""
    return _names("day", language)[weekday]


def near_day(on: date, language: str, today: date) -> str:
    """Return `i dag`, `i morgon` or `i går` for a day that near, else the day. For what is read at once."""
    near = {0: "format-today", 1: "format-tomorrow", -1: "format-yesterday"}.get((on - today).days)
    return say(near, language) if near else day(on, language, today)


def clock(at: datetime) -> str:
    """Return the time of day in Stockholm: `08:00`."""
    return at.astimezone(STOCKHOLM).strftime("%H:%M")


def moment(at: datetime, language: str, today: date | None = None) -> str:
    """Return a day and time in Stockholm: `onsdag 16 mars 08:00`."""
    return f"{day(local_day(at), language, today)} {clock(at)}"


def local_day(at: datetime) -> date:
    """Return the day that *at* falls on in Stockholm."""
    return at.astimezone(STOCKHOLM).date()


def month(name: str, language: str) -> str:
    """Return a month given as `2022-03`: `mars 2022`."""
    year, number_of_month = name.split("-")
    return f"{_names('month', language)[int(number_of_month)]} {year}"


def listed(items: Sequence[str], language: str, *, is_choice: bool = False) -> str:
    """Return the items as one reads them: `A, B och C`, or `A, B eller C` to choose from."""
    if len(items) < TWO:
        return "".join(items)
    key = "format-or" if is_choice else "format-and"
    return say(key, language, rest=", ".join(items[:-1]), last=items[-1])


@cache
def _names(kind: str, language: str) -> dict[int, str]:
    get = get_day_names if kind == "day" else get_month_names
    return {key: str(name) for key, name in get("wide", locale=language).items()}
