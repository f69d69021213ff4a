"""What confirms a day of standing work, and which day is said with it."""

import re
from datetime import date, timedelta

from dialogs.understanding.folding import fold

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ALIKE = {"may": "maj", "oct": "okt"}
_WEEKDAY = r"(?:(?:man|tis|ons|tors|fre)dag(?:en|ens)?|(?:mon|tues|wednes|thurs|fri)day)"
_CONFIRM = r"(?:jag\s+|i\s+)?(?:bekrafta|bekraftar|confirm)"
_WHAT = (
    r"(?:hela\s+)?(?:dagen(?:\s*,.*|\s+men\b.*)?|dagens\b.*|idag|i\s+dag|min\s+dag|mina\s+timmar|mitt\s+arbete|(?:mitt\s+)?staende\b.*|allt\b.*)",
    r"(?:gardagen|gardagens\b.*|igar|i\s+gar|yesterday\b.*)",
    r"(?:(?:the|my)\s+(?:whole\s+)?day\b.*|today\b.*|(?:(?:my|the)\s+)?(?:standing|hours|work)\b.*|everything\b.*|all\b.*)",
    rf"(?:den\s+|the\s+)?[0-9]{{1,2}}\b.*|{_WEEKDAY}\b.*",
)
_DONE = (
    r"(?:jag\s+ar\s+)?(?:klar|klart|fardig)\s+(?:med\s+allt|med\s+dagen|for\s+(?:idag|i\s+dag|dagen))\b.*",
    r"allt\s+(?:ar\s+)?(?:klart|gjort|fardigt)(?:\s+(?:idag|i\s+dag|for\s+(?:idag|i\s+dag|dagen)))?",
    r"(?:i.?m\s+|i\s+am\s+)?(?:all\s+)?(?:done|finished)\s+(?:with\s+everything|for\s+(?:today|the\s+day))\b.*",
    r"(?:all|everything(?:.s)?)\s+(?:is\s+)?done(?:\s+(?:today|for\s+today))?",
)
_IS_CONFIRMING = re.compile("|".join([*(rf"{_CONFIRM}\s+(?:{what})" for what in _WHAT), *_DONE]))
_IS_LOOKING = re.compile(
    r"(?:visa\s+)?(?:mitt|dagens)\s+staende\s+(?:arbete|uppdrag)|(?:show\s+)?(?:my|today.s)\s+standing\s+work"
)
_DATE = re.compile(
    rf"{_CONFIRM}\s+(?:{_WEEKDAY}\s+)?(?:den\s+|the\s+)?([0-9]{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:\s+(?:of\s+)?({'|'.join([*_MONTHS, *_ALIKE])})[a-z]*)?\b(?!\s*(?:h\b|tim|hour))"
)
_YESTERDAY = re.compile(r"\b(?:i ?gar|gardagens?|yesterday)\b")
_LOOK_BACK = 62
_ONE_DAY = timedelta(days=1)


def is_confirming(text: str) -> bool:
    """Tell whether *text* confirms a day: "klart med allt idag", "bekräfta gårdagen", "confirm the day"."""
    return _IS_CONFIRMING.fullmatch(_plain(text)) is not None


def is_looking(text: str) -> bool:
    """Tell whether *text* asks to see the day: "visa dagens stående arbete", "my standing work"."""
    return _IS_LOOKING.fullmatch(_plain(text)) is not None


def day_confirmed(text: str, today: date) -> date | None:
    """Return the day that *text* names as yesterday or as a date, "den 14" or "14 mars", the newest up to *today*."""
    if _YESTERDAY.search(_plain(text)):
        return today - _ONE_DAY
    found = _DATE.match(_plain(text))
    if found is None:
        return None
    month = _MONTHS.index(_ALIKE.get(found[2], found[2])) + 1 if found[2] else 0
    days = (today - timedelta(days=back) for back in range(_LOOK_BACK))
    return next((each for each in days if each.day == int(found[1]) and month in {0, each.month}), None)


def _plain(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .!")


_FORGOTTEN = re.compile(
    r"\b(?:glomde|glomt|forgot|forgotten)\b(?:\s+\w+){0,3}\s+(?:bekrafta|confirm|skriva\s+timmar|my\s+hours)\b|"
    r"\b(?:vad|vilka\s+dagar|what|which\s+days)\s+(?:har|have)\s+(?:jag|i)\s+(?:glomt|forgotten|(?:inte|not)\s+"
    r"(?:bekraftat|confirmed))\b|\bwhat\s+did\s+i\s+forget\b"
)


def has_forgotten(text: str) -> bool:
    """Tell whether *text* says or asks what of the writer's standing work was not confirmed."""
    return _FORGOTTEN.search(fold(text)) is not None
