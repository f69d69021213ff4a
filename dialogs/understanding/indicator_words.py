"""How people ask for the indicators, and of where. Read in folded text."""

import re

from dialogs.understanding.folding import fold

LONGEST = 160
_NAME = r"nyckeltal(?:en|et)?|indikator(?:er|erna|n)?|indicators?|kpi(?:er|erna|n|s)?|matetal(?:en)?"
_ASKS = re.compile(
    rf"\W*(?:(?:visa|se|lista|hur|gar|ar|ser|ut|vad|mina|vara|alla|for|show|see|list|me|how|are|what|the|our|my|all)\s+)*"
    rf"(?:{_NAME})\b(?:(?!\b(?:andra|satt|change|set|chosen|valda)\b).)*",
    re.DOTALL,
)
_CODE = re.compile(r"\bk[0-9]{1,3}\b")
_ALL = re.compile(r"\b(?:alla|hela\s+piloten|totalt|samtliga|all|whole|total)\b(?!\s+(?:nyckeltal|indicators))")


def asks_for_indicators(text: str) -> bool:
    """Tell whether *text* asks to see indicators."""
    return len(text) <= LONGEST and _ASKS.fullmatch(fold(text)) is not None


def code_said(text: str) -> str | None:
    """Return the code of the indicator that *text* names, such as K4, or None."""
    found = _CODE.search(fold(text))
    return found[0].upper() if found else None


def means_all(text: str) -> bool:
    """Tell whether *text* means all units together."""
    return _ALL.search(fold(text)) is not None
