"""The names of the days off, by code, for whoever is told why a day is left out."""

from collections.abc import Mapping
from datetime import date, timedelta

from dateutil.easter import easter

_FIXED: Mapping[tuple[int, int], str] = {
    (1, 1): "new-year",
    (1, 6): "epiphany",
    (5, 1): "first-of-may",
    (6, 6): "national-day",
    (12, 24): "christmas-eve",
    (12, 25): "christmas-day",
    (12, 26): "boxing-day",
    (12, 31): "new-years-eve",
}
_FROM_EASTER: Mapping[int, str] = {-2: "good-friday", -1: "easter-saturday", 1: "easter-monday", 39: "ascension"}
_FRIDAY = 4
_JUNE = 6
_MIDSUMMER_EVES = range(19, 26)


def name_of_day_off(day: date) -> str | None:
    """Return the code of the day off that *day* is, such as ``epiphany``; None for any other day."""
    if (day.month, day.day) in _FIXED:
        return _FIXED[day.month, day.day]
    if day.month == _JUNE and day.day in _MIDSUMMER_EVES and day.weekday() == _FRIDAY:
        return "midsummer-eve"
    return _FROM_EASTER.get((day - easter(day.year)) // timedelta(days=1))
