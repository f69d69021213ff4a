"""How a coordinator asks for somebody's day to plan it, and gives several requests at once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.understanding.folding import fold

_PLANNING = re.compile(
    r"(?:planera|planlagg)\b.*|plan\s+(?!b\b).*|(?:hur\s+ser|visa|show)\s+(?:\w+\s+)?\w+s\s+(?:\w*dag\w*|morgondag|day|schema|schedule)\b.*|"
    r"(?:visa|show)\s+(?:dagen|\w*dag(?:en)?|the\s+day|today|tomorrow|imorgon|idag)\s+(?:for)\s+.*"
)
_NUMBER = r"[BF]-20[0-9]{2}-[0-9]{4,6}"
_BUNDLE = re.compile(
    rf"(?:tilldela|ge|assign|give)\s+(?P<numbers>{_NUMBER}(?:\s*(?:,|&|\boch\b|\band\b)+\s*{_NUMBER})+)\s+"
    r"(?:till|åt|to)\s+(?P<name>[^\W\d_][\w .'-]{0,60})",
    re.IGNORECASE,
)


_NAME = r"[^\W\d_][\w .'-]{0,60}?"
_SPLIT = re.compile(
    rf"(?:dela(?:\s+upp)?|split)\s+(?:(?P<number>{_NUMBER})|den|det|it|this)\s+(?:mellan|på|between)\s+(?P<first>{_NAME})"
    rf"(?:\s+(?P<hours>[0-9]{{1,2}}(?:[.,][0-9]{{1,2}})?)\s*(?:h|timm(?:e|ar)|hours?))?\s+(?:och|and)\s+(?P<second>{_NAME})",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class SplitSaid:
    """Work to be shared: its number or "", the two names, and the hours of the first, or ""."""

    number: str
    names: tuple[str, str]
    hours: str


def read_split(text: str) -> SplitSaid | None:
    """Return what *text* shares between two; None for anything else."""
    found = _SPLIT.fullmatch(text.strip(" .!?"))
    if found is None:
        return None
    names = (found["first"], found["second"])
    return SplitSaid(number=(found["number"] or "").upper(), names=names, hours=found["hours"] or "")


def is_planning(text: str) -> bool:
    """Tell whether *text* asks to plan or see somebody's day: "planera torsdag för Leo", "visa Leos dag"."""
    return _PLANNING.fullmatch(" ".join(fold(text).split()).strip(" .!?")) is not None


def read_bundle(text: str) -> tuple[Sequence[str], str] | None:
    """Return the numbers, two or more, that *text* gives to somebody, and the name; None for anything else."""
    found = _BUNDLE.fullmatch(text.strip(" .!?"))
    if found is None:
        return None
    numbers = re.findall(_NUMBER, found["numbers"], re.IGNORECASE)
    return [each.upper() for each in dict.fromkeys(numbers)], found["name"]
