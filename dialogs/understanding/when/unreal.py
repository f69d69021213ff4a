"""Days and times that do not exist: "30 februari", "kl 25"."""

import re
from calendar import monthrange

from dialogs.understanding.when.vocabulary import MONTHS

_LEAP_YEAR = 2024
_LAST_HOUR, _LAST_MINUTE, _LAST_MONTH = 24, 59, 12
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = re.compile(rf"\b(?P<day>[0-9]{{1,2}})(?::?[ae]|st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_NAMES})\b")
_DAY_AFTER = re.compile(rf"\b(?P<month>{_NAMES})\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\b(?![:.][0-9])")
_ISO = re.compile(r"\b20[0-9]{2}-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})\b")
_CLOCK = re.compile(
    r"\b(?:kl(?:ockan)?\.?\s*|at\s+(?=[0-9]{1,2}[:.]))(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))?\b"
)


def is_unreal(folded: str) -> bool:
    """Tell whether a folded text names a day that no year has, or a time that no day has."""
    dated = [found for pattern in (_DAY, _DAY_AFTER, _ISO) for found in pattern.finditer(folded)]
    return any(not _has_day(each["month"], int(each["day"])) for each in dated) or any(
        int(each["hour"]) > _LAST_HOUR or int(each["minute"] or 0) > _LAST_MINUTE for each in _CLOCK.finditer(folded)
    )


def _has_day(month: str, day: int) -> bool:
    number = int(month) if month.isdecimal() else MONTHS[month]
    return 1 <= number <= _LAST_MONTH and 1 <= day <= monthrange(_LEAP_YEAR, number)[1]
