"""Which month a sentence means: "i mars", "förra månaden", "in March 2023". Read in folded text."""

import re
from datetime import date

from dialogs.understanding.folding import fold
from domain.months import month_after, month_before, month_of

_MONTHS = (
    r"jan(?:uari|uary)?",
    r"feb(?:ruari|ruary)?",
    r"mars|march",
    r"apr(?:il)?",
    r"maj|may",
    r"jun[ie]",
    r"jul[iy]",
    r"aug(?:usti|ust)?",
    r"sep(?:t|tember)?",
    r"o[kc]t(?:ober)?",
    r"nov(?:ember)?",
    r"de[cs](?:ember)?",
)
_NAMED = re.compile(
    r"\b(?:" + "|".join(f"(?P<m{nth}>{words})" for nth, words in enumerate(_MONTHS, 1)) + r")\b(?:\s+(?P<year>20\d\d))?"
)
_BEFORE = re.compile(r"\b(?:forra|forrforra|senaste|last|previous)\s+(?:manad(?:en)?|month)\b")
NEXT_MONTH = re.compile(r"\b(?:nasta|next)\s+(?:manad(?:en)?|month)\b")
MONTH = "|".join(_MONTHS)
"""A month's name, as a pattern of folded text."""
FAR_AHEAD = 6
"""A month more than so many months ahead is that of last year, where no year is said."""


def month_named(folded: str) -> tuple[int, int | None] | None:
    """Return the number of the month that the folded text names, and its year where it says one."""
    named = _NAMED.search(folded)
    if named is None:
        return None
    number = next(nth for nth in range(1, 13) if named[f"m{nth}"])
    return number, int(named["year"]) if named["year"] else None


def months_named(folded: str) -> frozenset[int]:
    """Return the numbers of all months that *folded* names."""
    found = _NAMED.finditer(folded)
    return frozenset(nth for each in found for nth in range(1, 13) if each[f"m{nth}"])


def names_month(text: str) -> bool:
    """Tell whether *text* says which month it means."""
    folded = fold(text)
    return any(pattern.search(folded) for pattern in (_NAMED, _BEFORE, NEXT_MONTH))


def month_said(text: str, *, today: date) -> date:
    """Return the first day of the month that *text* means; this one where it names none."""
    folded = fold(text)
    named = month_named(folded)
    if named is not None:
        number, year = named
        if year is not None:
            return date(year, number, 1)
        return date(today.year - (number - today.month > FAR_AHEAD), number, 1)
    if _BEFORE.search(folded):
        return month_before(today)
    return month_after(today) if NEXT_MONTH.search(folded) else month_of(today)
