"""How people say that a request is to be closed, or is settled. Read in folded text."""

import re

from dialogs.understanding.folding import fold
from dialogs.understanding.month_words import MONTH

_NUMBER = r"[bf]-20[0-9]{2}-[0-9]{4,6}"
_POLITE = (
    r"(?:(?:hej|snalla|please|tack|kan|kunde|can|could|du|ni|vi|you|we|jag|i|vill|want|to|nu|now|och|and|bara)\b\W*)*"
)
_THING = (
    r"(?:(?:the|my|mitt|min)\s+)?"
    r"(?:arende(?:t)?|felanmalan|anmalan|bestallning(?:en)?|request|issue|ticket|case|order|report)?"
)
_CLOSE = r"(?:stanga?|avsluta|klarmarkera|lagg(?:a)?\s+ner|arkivera|close|resolve)"
_SETTLED = (
    r"(?:kan|ska|skall|far|borde|can|may|should)\s+(?:nu\s+)?(?:stangas|avslutas|klarmarkeras|be\s+closed)|"
    r"(?:ar|blev|is|has\s+been)\s+(?:nu\s+|redan\s+|now\s+|already\s+)?(?:lost|fixa[dt]|laga[dt]|klart?|atgarda[dt]|ordna[dt]|solved|fixed|"
    r"done|resolved|settled)|har\s+lost\s+sig|loste\s+sig"
)
_ASKED = re.compile(
    rf"\W*{_POLITE}{_CLOSE}\s+{_THING}\s*{_NUMBER}\W*{_POLITE}|\W*{_POLITE}{_THING}\s*{_NUMBER}\s+(?:{_SETTLED})\W*{_POLITE}"
)


def is_closing(text: str) -> bool:
    """Tell whether *text* closes a request by its number: "stäng ärende F-2022-0001", "F-2022-0001 is solved"."""
    return "?" not in text and _ASKED.fullmatch(fold(text)) is not None


_MONTH = re.compile(
    r"\W*(?:(?:kan|vill|ska|jag|du|ni|vi|please|can|could|you|i|we|want|to)\s+)*"
    r"(?:stang\w*|las|lasa|avsluta|bokslut|close|lock|finish)\s+"
    rf"(?:(?:the|hela|denna|den\s+har|this|forra|last|for|of)\s+)*(?:manad(?:en)?|month|perioden|period|{MONTH})(?:s\s+bokslut)?"
    r"(?:\s+20[0-9]{2})?\W*"
)


def closes_month(text: str) -> bool:
    """Tell whether *text* wants a month closed: "stäng månaden", "close March"."""
    return _MONTH.fullmatch(fold(text)) is not None
