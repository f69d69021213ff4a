"""How a coordinator asks for somebody's day to plan it, and gives several requests at once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.understanding.folding import fold

_PLANNING = re.compile(
    r"(?:planera|planlagg)\b.*|plan\s+(?!b\b).*|(?:hur\s+ser|visa|show)\s+(?:\w+\s+)?\w+s\s+(?:\w*dag\w*|morgondag|day|schema|schedule)\b.*|"
    r"(?:visa|show)\s+(?:dagen|\w*dag(?:en)?|the\s+day|today|tomorrow|imorgon|idag)\s+(?:for)\s+.*"
)
_ASKED_OF = re.compile(
    r"(?:vad|hur\s+mycket|var|vart|nar)\s+(?:gor|har|ska|jobbar|ar|kommer|slutar|borjar)\s+(?!(?:jag|vi|ni|det|den|du|min|mitt)\b).+|"
    r"(?:what|how\s+much|where|when)(?:.?s|\s+is|\s+does|\s+has|\s+will)\s+(?!(?:my|it|the|this|that|next)\b)\w+.*"
)
_OTHER = re.compile(r"\b(?:tim(?:me|mar)|hours|utbildning\w*|kompetens\w*|training|plan|b-20|f-20|u-20)\b")
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


def asks_of_somebody(text: str) -> bool:
    """Tell whether *text* asks what somebody does, where or when: "vad gör Leo idag?"; only names tell who it is."""
    plain = " ".join(fold(text).split()).strip(" .!?")
    return _ASKED_OF.fullmatch(plain) is not None and _OTHER.search(plain) is None


def read_bundle(text: str) -> tuple[Sequence[str], str] | None:
    """Return the numbers, two or more, that *text* gives to somebody, and the name; None for anything else."""
    found = _BUNDLE.fullmatch(text.strip(" .!?"))
    if found is None:
        return None
    numbers = re.findall(_NUMBER, found["numbers"], re.IGNORECASE)
    return [each.upper() for each in dict.fromkeys(numbers)], found["name"]
