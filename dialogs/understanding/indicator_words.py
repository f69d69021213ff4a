"""How people ask for the indicators, and of where. Read in folded text."""

import re
from dataclasses import dataclass

from dialogs.understanding.folding import fold

LONGEST = 160
_NAME = r"nyckeltal(?:en|et)?|indikator(?:er|erna|n)?|indicators?|kpi(?:er|erna|n|s)?|matetal(?:en)?"
_ASKS = re.compile(
    rf"\W*(?:(?:visa|se|lista|hur|gar|ar|ser|ut|vad|mina|vara|alla|for|show|see|list|me|how|are|what|the|our|my|all)\s+)*"
    rf"(?:{_NAME})\b(?:(?!\b(?:andra|satt|change|set|chosen|valda)\b).)*",
    re.DOTALL,
)
_ONE = re.compile(
    r"\W*(?:(?:visa|se|hur|gar|ar|ligger|till|med|mig|nyckeltal(?:et)?|show|see|me|how|is|indicator|doing)\s+)*"
    r"(?P<code>k[0-9]{1,3})\b(?:\s+(?:for|i|in|pa|at|of|av)\s+[^:=]{2,60})?\W*"
)
_ENTRY = re.compile(
    r"\W*(?:(?:satt|ange|fyll\s+i|ratta|andra|set|enter|correct|change|nyckeltal(?:et)?|indicator|utfall(?:et)?|outcome|"
    r"of|for)\s+)*(?P<code>k[0-9]{1,3})\b(?:\s+(?:for|i|in|pa|at)\s+[^:=]{2,60}?)?\s*(?:till|to|[:=])\s*"
    r"(?P<value>[-\u2212]?[0-9]+(?:[ \u00a0][0-9]{3})*(?:[.,][0-9]+)?)"
    r"\s*(?:%|procent|per\s*cent|percent|kr(?:onor)?|sek)?"
    r"(?:\s*[,;:.]\s*(?P<comment>\S.*))?\W*",
    re.DOTALL,
)
LONGEST_ENTRY = 600
_ALL = re.compile(r"\b(?:alla|hela\s+piloten|totalt|samtliga|all|whole|total)\b(?!\s+(?:nyckeltal|indicators))")


def asks_for_indicators(text: str) -> bool:
    """Tell whether *text* asks to see indicators."""
    return len(text) <= LONGEST and _ASKS.fullmatch(fold(text)) is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class EntrySaid:
    """An outcome that somebody enters in words: of what, where and when (`where`), which number, and why."""

    code: str
    where: str
    value: str
    comment: str | None


def entry_said(text: str) -> EntrySaid | None:
    """Return the outcome that *text* enters: "K10 i mars: 94,5, två fakturor saknades"; None for anything else."""
    found = _ENTRY.fullmatch(fold(text)) if len(text) <= LONGEST_ENTRY else None
    if found is None:
        return None
    comment = text[found.start("comment") : found.end("comment")].strip() if found["comment"] else None
    return EntrySaid(
        code=found["code"].upper(), where=text[: found.start("value")], value=found["value"], comment=comment or None
    )


def code_asked_for(text: str) -> str | None:
    """Return the code of the one indicator that *text* asks for: "visa K4 för mars"; None for anything else."""
    found = _ONE.fullmatch(fold(text)) if len(text) <= LONGEST else None
    return found["code"].upper() if found else None


def means_all(text: str) -> bool:
    """Tell whether *text* means all units together."""
    return _ALL.search(fold(text)) is not None
