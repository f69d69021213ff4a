"""What comes again: every other Tuesday, the first Monday of the month."""

import re
from dataclasses import dataclass

from dialogs.understanding.numerals import ORDINALS, WORD_PATTERN, number_of
from dialogs.understanding.when import vocabulary as words
from dialogs.understanding.when.pieces import Reader, Span

_WEEKDAY = "|".join(words.FULL_WEEKDAYS)
_SWEDISH_WEEKDAY = "|".join(word for word in words.FULL_WEEKDAYS if not word.endswith("y"))
_ENGLISH_WEEKDAY = "|".join(word for word in words.FULL_WEEKDAYS if word.endswith("y"))
_DAYS = (
    rf"(?P<days>(?:{_WEEKDAY})(?:en|ar|arna|s)?"
    rf"(?:\s*(?:,|och\b|o\b|and\b|&|samt\b)\s*(?:pa\s+|on\s+)?(?:{_WEEKDAY})(?:en|ar|arna|s)?)*)"
)
_EVERY = (
    r"(?P<every>varannan|vartannat|every\s+(?:other|second)|(?:var|vart|every)\s+(?P<nth>tredje|fjarde|femte|"
    r"sjatte|third|fourth|fifth)|"
    rf"(?:var|every|each)\s+(?P<number>[0-9]{{1,2}}|{WORD_PATTERN})(?::?e)?|varje|alla|every|each|varenda)"
)
_PATTERNS = (
    re.compile(
        rf"\b(?:den\s+|the\s+|every\s+)?(?P<position>{'|'.join(ORDINALS)})\s+(?P<days>{_WEEKDAY})(?:en|s)?\s+"
        r"(?:(?:i|in|of|per)\s+)?(?P<of>varje\s+manad|manaden|manad|(?:the|each|every)\s+month|a\s+month|month)\b"
    ),
    re.compile(rf"\b{_EVERY}\s+{_DAYS}"),
    re.compile(
        rf"\b{_EVERY}\s+(?P<unit>vardag(?:ar)?|weekdays?|working\s+days?|arbetsdag(?:ar)?|skoldag(?:ar)?|"
        rf"dag(?:ar)?|days?|"
        rf"vecka|veckor|weeks?|manad(?:er)?|months?|ar|years?)\b(?:\s+(?:pa|on)\s+{_DAYS})?"
    ),
    # The part of the day is left for those who read times.
    re.compile(rf"\b{_EVERY}\s+(?P<part>)(?=(?:morgon|formiddag|eftermiddag|kvall|morning|afternoon|evening|night)\b)"),
    re.compile(
        r"\b(?P<unit>dagligen|daily|veckovis|weekly|fortnightly|manadsvis|monthly|arligen|yearly|"
        rf"(?:en\s+gang|once)\s+(?:i|om|a|per)\s+(?:veckan?|week|manaden?|month|dagen|dag|day|ar(?:et)?|year))\b"
        rf"(?:\s+(?:pa|on)\s+{_DAYS})?"
    ),
    re.compile(
        rf"\b(?:(?:pa|on)\s+)(?P<days>(?:(?:{_SWEDISH_WEEKDAY})(?:ar|arna)|(?:{_ENGLISH_WEEKDAY})s)"
        rf"(?:\s*(?:,|och|and|&)\s*(?:pa\s+|on\s+)?(?:{_WEEKDAY})(?:ar|arna|s)?)*)\b"
    ),
)
# Three days or more side by side are a habit: "mån, ons och fre kl 6".
_SHORT_DAYS = {**words.WEEKDAYS, "man": 0, "lor": 5, "son": 6, "fri": 4, "sat": 5, "sun": 6}
# Atomic, the longest first: "thurs" is also "thur" with an s, and a long list of such would be tried in every way.
_LISTED = rf"(?>(?:{'|'.join(sorted(_SHORT_DAYS, key=len, reverse=True))})(?:en|arna|ar|s)?)"
_HABITS = (
    re.compile(
        r"\b(?:(?:pa|on)\s+)?(?P<unit>vardagar(?:na)?|weekdays|arbetsdagar(?:na)?|skoldagar(?:na)?|working\s+days)\b"
    ),
    re.compile(rf"\b(?:(?:pa|on)\s+)?(?P<days>{_LISTED}(?:\s*,\s*{_LISTED})+\s*,?\s*(?:och|and|&|samt)\s+{_LISTED})\b"),
)
# The beginning of a unit tells how often; the first that fits counts, so "vardag" goes before "dag".
_UNITS = (
    ("fortnight", "WEEKLY"), ("vardag", "WORKDAYS"), ("weekday", "WORKDAYS"), ("working", "WORKDAYS"),
    ("arbetsdag", "WORKDAYS"), ("skoldag", "WORKDAYS"), ("dag", "DAILY"), ("dai", "DAILY"), ("day", "DAILY"),
    ("veck", "WEEKLY"), ("week", "WEEKLY"), ("manad", "MONTHLY"), ("month", "MONTHLY"), ("ar", "YEARLY"),
    ("year", "YEARLY"),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Recurrence:
    """A rule of RFC 5545 without its beginning and end, and where the text says it."""

    rrule: str
    span: Span
    weekdays: tuple[int, ...] = ()


def find_recurrence(reader: Reader) -> Recurrence | None:
    """Return the first recurrence that the text names, or None; it takes its span."""
    for pattern in (*_PATTERNS, *_HABITS):
        for match in reader.matches(pattern):
            reader.take(match.span())
            return _recurrence(match)
    return None


def _recurrence(match: re.Match[str]) -> Recurrence:
    said = match.groupdict()
    weekdays = _weekdays(said.get("days") or "")
    days = ",".join(words.DAY_CODES[day] for day in weekdays)
    if said.get("position"):
        return Recurrence(
            rrule=f"FREQ=MONTHLY;BYDAY={ORDINALS[said['position']]}{days}", span=match.span(), weekdays=weekdays
        )
    frequency = "DAILY" if said.get("part") is not None else _frequency(said.get("unit") or "")
    if frequency == "WORKDAYS":
        return Recurrence(rrule=f"FREQ=WEEKLY;BYDAY={words.WORKDAYS}", span=match.span(), weekdays=(0, 1, 2, 3, 4))
    interval = 2 if (said.get("unit") or "").startswith("fortnight") else _interval(said)
    parts = [f"FREQ={frequency}", f"INTERVAL={interval}" if interval > 1 else "", f"BYDAY={days}" if days else ""]
    return Recurrence(rrule=";".join(filter(None, parts)), span=match.span(), weekdays=weekdays)


def _weekdays(said: str) -> tuple[int, ...]:
    found = re.findall("|".join(sorted(_SHORT_DAYS, key=len, reverse=True)), said)
    return tuple(sorted({_SHORT_DAYS[each] for each in found}))


def _frequency(unit: str) -> str:
    bare = re.sub(r"^(?:en\s+gang|once)\s+(?:i|om|a|per)\s+", "", unit)
    return next((frequency for start, frequency in _UNITS if bare.startswith(start)), "WEEKLY")


def _interval(said: dict[str, str | None]) -> int:
    if said.get("nth"):
        return {"third": 3, "fourth": 4, "fifth": 5}.get(said["nth"] or "") or ORDINALS[said["nth"] or ""]
    if said.get("number"):
        return max(1, min(int(number_of(said["number"] or "") or 1), 52))
    return 2 if re.match(r"varannan|vartannat|every\s+(?:other|second)", said.get("every") or "") else 1
