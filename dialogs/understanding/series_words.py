"""What people say of an order that recurs: when it begins, when it ends, and what becomes of days off."""

import re
from dataclasses import dataclass

from dialogs.understanding.folding import fold
from domain.series import DaysOff

_HOLIDAY = r"(?:helg(?:er|erna|dag\w*)?|roda?\s+dag\w*|lediga\s+dagar|(?:public\s+|bank\s+)?holidays?|days?\s+off)"
_WORKDAY = r"(?:nasta\s+(?:vardag|arbetsdag)|(?:the\s+)?next\s+(?:working\s*day|weekday|workday))"
_MOVE = re.compile(rf"\b(?:flytta\w*|ta|move[sd]?|take)\b.*\b{_WORKDAY}\b")
_SKIP = re.compile(
    rf"\b(?:hoppa\w*\s+over|skippa\w*|skip|inte|ej|aldrig|not|never|no)\b(?:\s+(?:pa|under|i|on|during|all|alla|any))*"
    rf"\s+{_HOLIDAY}\b"
)
_SKIP_ONLY = re.compile(r"(?:hoppa\s+over|skip)(?:\s+(?:den|det|dem|it|them|over))*[.! ]*")
_NAMED = re.compile(rf"\b{_HOLIDAY}\b")
_BEGINS = re.compile(
    r"\b(?:start(?:a|ar|as|s|ing)?|begin(?:s|ning)?|borja[rs]?|(?:andra|flytta|change|move|set)\s+(?:the\s+)?"
    r"(?:start|first)(?:\s*(?:datum\w*|dag\w*|date|day))?|startdatum\w*|startdag\w*|(?:the\s+)?start\s+(?:date|day))\b"
)
_BOUND = re.compile(
    r"\W*(?:(?:nej|no|och|and)\W+)?(?:(?P<begins>(?:fran|from|f\.?o\.?m\.?)\b|"
    rf"(?:(?:den|det|de|it|they|ska|should|shall|skall|can|kan|vill|jag|att)\s+)*{_BEGINS.pattern})|"
    r"(?P<ends>(?:fram\s+till|till|t\.?o\.?m\.?|until|till\s+och\s+med|slut(?:a|ar|datum)?|ends?|end\s+date)\b))"
    r".*",
    re.DOTALL,
)

_STOP = re.compile(
    r"^\W*(?:(?:nej|no|ok|okej|men|but|och|and|please|snalla|kan|can|could|kunde|ni|du|vi|you|we|jag|i|vill|want|to|att|lat|let.?s)\b\W*)*"
    r"(?:stopp?a?|sluta(?:r)?|avsluta|upphor|quit|end|lagg\s+ner)"
    r"(?:\s+(?:med|doing|all|of|it|that|this|them|det|den|dem|detta|allt|alltihop|helt|har|dar|nu|now|altogether|completely|tack|please))*\W*$"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class BoundSaid:
    """That an order that recurs is to begin or to end; its day stands in the same words."""

    is_start: bool


def days_off_in(text: str) -> DaysOff | None:
    """Return what *text* wants of days off, or None when it speaks of none."""
    words = fold(text)
    if _MOVE.search(words):
        return DaysOff.MOVE
    return DaysOff.SKIP if _SKIP.search(words) or _SKIP_ONLY.fullmatch(words.strip()) else None


def names_days_off(text: str) -> bool:
    """Tell whether *text* speaks of days off by a word of their own."""
    return _NAMED.search(fold(text)) is not None


def bound_in(text: str) -> BoundSaid | None:
    """Return whether a whole sentence says only when it begins or ends: "från 5 april", "till jul"; else None."""
    found = _BOUND.fullmatch(fold(text))
    return None if found is None else BoundSaid(is_start=found["begins"] is not None)


def says_start(text: str) -> bool:
    """Tell whether *text* speaks of the beginning: "ska börja 5 april", "the start date"."""
    return _BEGINS.search(fold(text)) is not None


def is_stop(text: str) -> bool:
    """Tell whether the whole of *text* only says to stop what is spoken of: "stop it", "sluta med det"."""
    return _STOP.match(fold(text)) is not None
