"""A rule of RFC 5545 in words: `varannan tisdag 07:00 från 23 augusti till 24 december, inte på helgdagar`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.series import DaysOff, OrderSeries
from texts import has, say
from texts.format import clock, day_name, listed, short_day

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = CODES[:5]


@dataclass(frozen=True, kw_only=True, slots=True)
class Worded:
    """A rule taken apart, with the day that it is counted from and the language to say it in."""

    parts: Mapping[str, str]
    first_day: date
    language: str

    @property
    def interval(self) -> int:
        """Return how many of its units lie between two times."""
        return int(self.parts.get("INTERVAL", "1"))

    @property
    def days(self) -> tuple[str, ...]:
        """Return the weekdays that it names, each maybe with its count in the month: ``TU``, ``1TU``, ``-1FR``."""
        return tuple(filter(None, self.parts.get("BYDAY", "").split(",")))

    def every(self, unit: str) -> str:
        """Return how often: `varannan vecka`."""
        return say(f"rule-every-{unit}", self.language, number=self.interval)

    def named(self, days: tuple[str, ...]) -> str:
        """Return the weekdays as one reads them: `tisdag och torsdag`."""
        return listed([day_name(CODES.index(day[-2:]), self.language) for day in days], self.language)


def rule_in_words(rrule: str, *, first_day: date, language: str) -> str:
    """Return how often *rrule* comes, counted from *first_day*; what nobody says in a sentence is "on certain days"."""
    parts = dict(part.split("=", 1) for part in rrule.split(";"))
    rule = Worded(parts=parts, first_day=first_day, language=language)
    is_plain = parts.keys() <= {"FREQ", "INTERVAL", "BYDAY", "UNTIL", "COUNT", "WKST"}
    said = _WORDINGS[parts["FREQ"]](rule) if is_plain else ""
    return said or say("rule-other", language)


def _daily(rule: Worded) -> str:
    if rule.days:
        return _weekly(rule) if rule.interval == 1 else ""
    return rule.every("day")


def _weekly(rule: Worded) -> str:
    days = rule.days or (CODES[rule.first_day.weekday()],)
    if any(day not in CODES for day in days):
        return ""
    if days == WORKDAYS and rule.interval == 1:
        return say("rule-workdays", rule.language)
    key = {1: "rule-weekdays", 2: "rule-other-weekday"}.get(rule.interval)
    if key is not None and (rule.interval == 1 or len(days) == 1):
        return say(key, rule.language, days=rule.named(days))
    return say("rule-days-of", rule.language, days=rule.named(days), every=rule.every("week"))


def _monthly(rule: Worded) -> str:
    if not rule.days:
        return say("rule-day-of", rule.language, day=rule.first_day.day, every=rule.every("month"))
    if all(day in CODES for day in rule.days):
        return _weekly(rule) if rule.interval == 1 else _days_of(rule, "month")
    counts = {day[:-2] for day in rule.days}
    key = f"rule-nth-{counts.pop().replace('-', 'last-')}"
    if counts or not has(key):
        return ""
    nth = say(key, rule.language)
    return say("rule-nth-of", rule.language, nth=nth, days=rule.named(rule.days), every=rule.every("month"))


def _yearly(rule: Worded) -> str:
    if not rule.days:
        return say(
            "rule-date-of", rule.language, date=short_day(rule.first_day, rule.language), every=rule.every("year")
        )
    if any(day not in CODES for day in rule.days):
        return ""
    return _weekly(rule) if rule.interval == 1 else _days_of(rule, "year")


def _days_of(rule: Worded, unit: str) -> str:
    return say("rule-days-of", rule.language, days=rule.named(rule.days), every=rule.every(unit))


_WORDINGS = {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}


def series_in_words(series: OrderSeries, language: str, today: date) -> str:
    """Return when a series recurs: how often, at what time, from when until when, and what becomes of days off."""
    rule = rule_in_words(series.rrule, first_day=series.first_day, language=language)
    wanted = series.wanted(series.first_day)
    start, end = wanted["wanted_start"], wanted["wanted_end"]
    if series.clock is not None and start is not None:
        times = f"{clock(start)}–{clock(end)}" if end is not None else clock(start)
        rule = say("rule-at", language, rule=rule, times=times)
    first = short_day(series.first_day, language, today)
    if series.last_day is None:
        rule = say("rule-from", language, rule=rule, first=first)
    else:
        rule = say("rule-from-to", language, rule=rule, first=first, last=short_day(series.last_day, language, today))
    return say("rule-skip" if series.days_off is DaysOff.SKIP else "rule-move", language, rule=rule)
