"""Indicators (nyckeltal): what is worked out of a month's facts, whether it is good, and where it is going.

Pure, in exact numbers. A month is its first day. A scope is `ALL`, ``administration:NAME`` or ``unit:CODE``.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from statistics import median

from domain.months import month_after
from domain.worktime import WorkCalendar

ALL = "all"
UNIT, ADMINISTRATION = "unit:", "administration:"
LEAST_FOR_TREND = 3
"""Outcomes that a direction needs, the latest ones."""
LEAST_FOR_FORECAST = 6
"""Outcomes that a forecast needs, within the last `MONTHS_FOR_FORECAST` months."""
MONTHS_FOR_FORECAST = 12
AHEAD = 6
"""How many months ahead a forecast looks at most."""
_CENT = Decimal("0.01")
_SECONDS_PER_HOUR = 3600
_WHOLE = Decimal(100)
_BOUNDS: Mapping[str, tuple[int | None, int | None]] = {
    "percent": (0, 100),
    "traffic_light": (0, 100),
    "score_1_10": (1, 10),
    "score_1_5": (1, 5),
    "sek": (None, None),
}


class Direction(StrEnum):
    """Where outcomes go, as numbers; whether that is good is another thing."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"


_WAYS = frozenset({Direction.UP.value, Direction.DOWN.value})


@dataclass(frozen=True, kw_only=True, slots=True)
class Observation:
    """The outcome (utfall) of an indicator in one month and scope; the newest of several is the one that counts.

    `value` is None where too few have answered. `person` and `comment` tell who entered it by hand, and why;
    `is_current` is False once it has been corrected. `basis` is of how many it is worked out.
    """

    indicator: str
    month: date
    scope: str
    value: Decimal | None
    at: datetime
    basis: int | None = None
    person: str | None = None
    comment: str | None = None
    is_current: bool = True
    id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DoneOrder:
    """An order that was done in the month; `income` is its hours at the frozen price, in SEK."""

    unit: str
    created_at: datetime
    wanted_start: datetime | None
    promised_at: datetime | None
    done_at: datetime
    income: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class MonthFacts:
    """What a month's indicators are worked out of, by unit.

    `hours` and `cleaning_hours` were worked, `cleaning_faults` are deviations of cleaning that were reported,
    `reopened` counts requests and `done` those done or reopened. `employees` are service employees, of whom `trained`
    hold the basic training; somebody who works at several units counts once at each, and once in all.
    """

    orders: Sequence[DoneOrder] = ()
    hours: Mapping[str, Decimal] | None = None
    cleaning_hours: Mapping[str, Decimal] | None = None
    cleaning_faults: Mapping[str, int] | None = None
    reopened: Mapping[str, int] | None = None
    done: Mapping[str, int] | None = None
    employees: Mapping[str, frozenset[str]] | None = None
    trained: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """A number and of how many things it is worked out."""

    value: Decimal
    basis: int


def outcome(code: str, facts: MonthFacts, units: Collection[str], calendar: WorkCalendar) -> Outcome | None:
    """Return the outcome of the indicator *code* at *units* taken together; None where there is nothing to count.

    What is pooled is what is counted, not the outcomes of the units: a large one weighs more than a small one.
    """
    orders = [each for each in facts.orders if each.unit in units]
    match code:
        case "K4":
            promised = [each for each in orders if each.promised_at is not None]
            return _share(sum(_is_in_time(each) for each in promised), len(promised))
        case "K5":
            return _median([_working_hours(each, calendar) for each in orders])
        case "K6":
            return _total(facts.hours, units)
        case "K9":
            income = sum((each.income for each in orders), Decimal(0))
            return Outcome(value=_rounded(income / len(orders)), basis=len(orders)) if orders else None
        case "K13":
            people = frozenset().union(*((facts.employees or {}).get(unit, frozenset()) for unit in units))
            return _share(len(people & facts.trained), len(people))
        case "K14":
            return _share(_count(facts.reopened, units), _count(facts.done, units))
        case "K15":
            worked = sum((facts.cleaning_hours or {}).get(unit, Decimal(0)) for unit in units)
            faults = _count(facts.cleaning_faults, units)
            return Outcome(value=_rounded(faults * _WHOLE / worked), basis=faults) if worked else None
        case _:
            return None


COMPUTED = frozenset({"K4", "K5", "K6", "K9", "K13", "K14", "K15"})
"""Those that `outcome` works out; of any other the outcome is answered or entered."""


def _is_in_time(order: DoneOrder) -> bool:
    return order.promised_at is not None and order.done_at <= order.promised_at


def _working_hours(order: DoneOrder, calendar: WorkCalendar) -> Decimal:
    since = max(order.created_at, order.wanted_start or order.created_at)
    worked = calendar.working_time_between(since, order.done_at) if order.done_at > since else None
    return Decimal(worked.total_seconds()) / _SECONDS_PER_HOUR if worked else Decimal(0)


def _share(part: int, whole: int) -> Outcome | None:
    """Return *part* in per cent; it is only 100 when nothing lacks."""
    if not whole:
        return None
    value = _rounded(Decimal(part) * _WHOLE / whole)
    return Outcome(value=min(value, _WHOLE - _CENT) if part < whole else _WHOLE, basis=whole)


def _median(values: Sequence[Decimal]) -> Outcome | None:
    return Outcome(value=_rounded(median(values)), basis=len(values)) if values else None


def _total(amounts: Mapping[str, Decimal] | None, units: Collection[str]) -> Outcome | None:
    found = [each for unit, each in (amounts or {}).items() if unit in units]
    return Outcome(value=_rounded(sum(found, Decimal(0))), basis=len(found)) if found else None


def _count(counts: Mapping[str, int] | None, units: Collection[str]) -> int:
    return sum(each for unit, each in (counts or {}).items() if unit in units)


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_CENT, rounding=ROUND_HALF_UP).normalize() + Decimal(0)


def is_better(change: Decimal, better: str) -> bool | None:
    """Tell whether *change* goes the way that is *better* (``up``, ``down``, ``none``); None when that is no matter."""
    if not change or better not in _WAYS:
        return None
    return (change > 0) is (better == Direction.UP.value)


def is_reached(value: Decimal, target: Decimal | None, better: str) -> bool | None:
    """Tell whether *value* is at the target or beyond it; None without a target or a way that is better."""
    if target is None or better not in _WAYS:
        return None
    return value >= target if better == Direction.UP.value else value <= target


def trend(values: Sequence[Decimal | None]) -> Direction | None:
    """Return where the latest outcomes go, oldest first; None when there are too few of them or they go both ways."""
    latest = [each for each in values if each is not None][-LEAST_FOR_TREND:]
    if len(latest) < LEAST_FOR_TREND:
        return None
    steps = [after - before for before, after in pairwise(latest)]
    if all(step > 0 for step in steps):
        return Direction.UP
    if all(step < 0 for step in steps):
        return Direction.DOWN
    return Direction.LEVEL if not any(steps) else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Forecast:
    """What an outcome comes to in a month to come, if it goes on as it has."""

    month: date
    value: Decimal


def forecast(series: Mapping[date, Decimal], *, unit: str, last: date, target_date: date | None) -> Forecast | None:
    """Return the outcome to come by the straight line nearest to the last year's; None when there are too few.

    It is for the month of the target, or `AHEAD` months after *last* when that is sooner; an outcome of a target that
    has passed has none. A share stays between 0 and 100, a mark on its scale, a count above 0.
    """
    first = last.year * 12 + last.month - MONTHS_FOR_FORECAST
    points = [(_nth(month), value) for month, value in series.items() if first < _nth(month) <= _nth(last)]
    ahead = AHEAD if target_date is None else min(AHEAD, _nth(target_date) - _nth(last))
    if len(points) < LEAST_FOR_FORECAST or ahead < 1:
        return None
    line = _line_at(points, _nth(last) + ahead)
    low, high = bounds_of(unit)
    bounded = max(line, Fraction(low)) if low is not None else line
    bounded = min(bounded, Fraction(high)) if high is not None else bounded
    month = last
    for _ in range(ahead):
        month = month_after(month)
    return Forecast(month=month, value=_rounded(Decimal(bounded.numerator) / Decimal(bounded.denominator)))


def _nth(month: date) -> int:
    return month.year * 12 + month.month


def _line_at(points: Sequence[tuple[int, Decimal]], at: int) -> Fraction:
    """Return where the line of least squares through *points* is at *at*; they are of at least two months."""
    months, values = [Fraction(x) for x, _ in points], [Fraction(y) for _, y in points]
    middle, mean = sum(months, Fraction(0)) / len(months), sum(values, Fraction(0)) / len(values)
    spread = sum(((x - middle) * (x - middle) for x in months), Fraction(0))
    slope = sum(((x - middle) * (y - mean) for x, y in zip(months, values, strict=True)), Fraction(0)) / spread
    return mean + slope * (at - middle)


def bounds_of(unit: str) -> tuple[int | None, int | None]:
    """Return the lowest and highest number that something measured in *unit* can be, None where there is no limit."""
    return _BOUNDS.get(unit, (0, None))


_BARS = "▁▂▃▄▅▆▇█"


def picture(values: Sequence[Decimal | None]) -> str:
    """Return the outcomes as bars, oldest first; one that is missing or hidden is a dot. Of fewer than two it is empty.

    The lowest is the shortest bar and the highest the tallest; outcomes that are all alike are of half height.
    """
    known = [each for each in values if each is not None]
    if len(known) < 2:  # noqa: PLR2004 - one bar shows nothing
        return ""
    low, span = min(known), max(known) - min(known)
    if not span:
        return "".join("·" if each is None else _BARS[3] for each in values)
    return "".join("·" if each is None else _BARS[int((each - low) * (len(_BARS) - 1) / span)] for each in values)
