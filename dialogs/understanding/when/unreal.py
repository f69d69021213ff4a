"""Days and times that do not exist: "30 februari", "31/6", "vecka 60", "kl 25"."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from dialogs.understanding.when.pieces import Span
from dialogs.understanding.when.vocabulary import MONTHS

_LAST_HOUR, _LAST_MINUTE, _LAST_MONTH, _LAST_WEEK = 24, 59, 12, 53
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:,?\s+(?P<year>20[0-9]{2})\b)?"
_DAY = re.compile(rf"\b(?P<day>[0-9]{{1,2}})(?::?[ae]|st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_NAMES})\b{_YEAR}")
_DAY_AFTER = re.compile(rf"\b(?P<month>{_NAMES})\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\b(?![:.][0-9]){_YEAR}")
_ISO = re.compile(r"\b(?P<year>20[0-9]{2})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})\b")
# Only at the end of a month: what stands so otherwise can be half of something.
_SLASH = re.compile(
    r"(?<![0-9/])(?P<day>29|30|31)/(?P<month>1[0-2]|0?[1-9])(?:[-/ ](?P<year>20[0-9]{2}))?(?![0-9/])",
)
_WEEK = re.compile(r"\b(?:veckorna|vecka|week)\s+(?P<week>[0-9]{1,2})\b(?![:./][0-9])")
_COUNTED = re.compile(
    r"(?:[0-9]|\b(?:en|ett|an?|one|denna|den\s+har|this|nasta|kommande|next|forra|last|varje|var|every|each|per|hel|hela|"
    r"varannan|var(?:je)?\s+annan|other|halv|same|samma))\s+$"
)
"""What stands before a week that is counted or pointed at: "nästa vecka 60 stolar" is of no week 60."""
_SUSPECT = re.compile(r"(?<![0-9])(?:0?0|29|[3-9][0-9])(?![0-9])|\b20[0-9]{2}-[0-9]{2}-[0-9]{2}\b")
"""A number that may be too high for a day: without one, nothing else is looked for."""
_CLOCK = re.compile(
    r"\b(?:kl(?:ockan)?\.?\s*|at\s+(?=[0-9]{1,2}[:.])|(?<![-:./])(?=2[5-9]:[0-9]{2}\b))(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))?\b"
)


_MERE_CLOCK = re.compile(
    r"(?:\W|[0-9]|\b(?:kl|klockan|fore|innan|efter|senast|mellan|och|till|fran|vid|runt|omkring|ca|cirka|h|at|before|after|"
    r"by|between|and|to|from|around|about|a\.?m|p\.?m|o.?clock|om|den|the|on|pa)\b)*"
)


def is_mere_clock(folded: str) -> bool:
    """Tell whether a folded piece of a sentence names a clock time and no day."""
    return _MERE_CLOCK.fullmatch(folded) is not None


def unreal_days(folded: str, today: date) -> list[Span]:
    """Return where a folded text names days that there are not; without a year, the next one from *today* is meant."""
    if not _SUSPECT.search(folded):
        return []
    dated = [found for pattern in (_DAY, _DAY_AFTER, _ISO, _SLASH) for found in pattern.finditer(folded)]
    unreal = [found.span() for found in dated if not _is_real(found, today)]
    return sorted([*unreal, *(found.span() for found in _WEEK.finditer(folded) if _is_no_week(found))])


def find_unreal(folded: str, today: date) -> Span | None:
    """Return where a folded text names a day that there is not, or else a time that no day has; None for neither."""
    return next(iter([*unreal_days(folded, today), *unreal_clocks(folded)]), None)


def unreal_clocks(folded: str) -> list[Span]:
    """Return where a folded text names clock times that no day has: "kl 25", "kl 12.75", "26:00"."""
    if not ("kl" in folded or ":" in folded or "at " in folded):
        return []
    return [
        (found.start("hour") if found[0].startswith("at") else found.start(), found.end())
        for found in _CLOCK.finditer(folded)
        if int(found["hour"]) > _LAST_HOUR or int(found["minute"] or 0) > _LAST_MINUTE
    ]


def is_unreal(folded: str, today: date, known: Sequence[Span] | None) -> bool:
    """Tell whether a folded text names a time that no day has, or a day that there is not and no other.

    *known* is where the time stands that was understood, or None when none was: a mere clock time beside a day that
    there is not is of no other day.
    """
    if known is None:
        return find_unreal(folded, today) is not None
    if unreal_clocks(folded):
        return True
    unreal, rest = unreal_days(folded, today), folded
    for start, end in unreal:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    return bool(unreal) and all(is_mere_clock(rest[start:end]) for start, end in known)


def _is_no_week(found: re.Match[str]) -> bool:
    """Tell whether a week is named by a number that no week has."""
    is_named = _COUNTED.search(found.string[: found.start()]) is None
    return is_named and not 1 <= int(found["week"]) <= _LAST_WEEK


def _is_real(found: re.Match[str], today: date) -> bool:
    month, day = found["month"], int(found["day"])
    number = int(month) if month.isdecimal() else MONTHS[month]
    if not 1 <= number <= _LAST_MONTH or day < 1:
        return False
    if found["year"]:
        return day <= monthrange(int(found["year"]), number)[1]
    years = [today.year + 1] if number < today.month else [today.year, today.year + 1]
    return any(day <= monthrange(year, number)[1] for year in years)
