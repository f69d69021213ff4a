"""How long a time is, as people say it: "i två veckor", "for a month", "5 dagar"."""

import re

from dialogs.understanding.folding import fold
from dialogs.understanding.numerals import number_of

_SPAN = re.compile(
    r"\b(?P<count>[0-9]{1,3}|[a-z]+)\s+(?:(?P<day>dag(?:ar)?|days?)|(?P<week>veck(?:a|or)|weeks?)|"
    r"(?P<month>manad(?:er)?|months?)|(?P<year>ar|years?))\b"
)
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_ONE = frozenset({"a", "an"})


def days_said(text: str) -> int | None:
    """Return how many days *text* speaks of, a month as 30 of them; None where it says no length of time."""
    for found in _SPAN.finditer(fold(text)):
        count = 1 if found["count"] in _ONE else number_of(found["count"])
        if count is not None:
            return int(count * next(days for unit, days in _DAYS.items() if found[unit]))
    return None
