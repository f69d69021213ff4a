"""What a coordinator says of another party and an issue: send it there, or what they have said. Read in folded text."""

import re

from dialogs.understanding.folding import fold
from domain.parties import PartyStep

_SENDS = re.compile(
    r"\W*(?:kan\s+du\s+|please\s+)?(?:skicka|vidarebefordra|forward|send|pass)\b.*\b(?:till|to)\b", re.DOTALL
)
_SAID = (
    (PartyStep.RETURNED, re.compile(r"\b(?:inte\s+(?:deras|deras\s+sak)|(?:not|isn.?t)\s+theirs|not\s+their\s+\w+)\b")),
    (
        PartyStep.DONE,
        re.compile(
            r"\b(?:ar|har|is|has\s+been)\s+(?:\w+\s+){0,2}(?:klar[at]?|fixa[dt]|lagat|lagad|done|fixed|mended)\b"
        ),
    ),
    (
        PartyStep.STARTED,
        re.compile(r"\b(?:har\s+borjat|ar\s+(?:pa\s+vag|igang)|has\s+(?:begun|started)|on\s+(?:the|their)\s+way)\b"),
    ),
    (PartyStep.RECEIVED, re.compile(r"\b(?:har\s+(?:tagit\s+emot|fatt)|has\s+(?:received|got))\b")),
)


def sends_on(text: str) -> bool:
    """Tell whether *text* wants something sent to somebody."""
    return _SENDS.match(fold(text)) is not None


def step_said(text: str) -> PartyStep | None:
    """Return what *text* says that a party has said, or None."""
    folded = fold(text)
    return next((step for step, pattern in _SAID if pattern.search(folded)), None)
