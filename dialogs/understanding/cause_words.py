"""How people speak of risks and of the cause log. Read in folded text."""

import re
from dataclasses import dataclass

from dialogs.understanding.folding import fold

_SHOW = r"(?:(?:visa|oppna|se|show|open|see)\s+)?(?:the\s+)?"
_RISKS = re.compile(rf"\W*{_SHOW}(?:riskmatris(?:en)?|risker(?:na)?|risk\s+matrix|risks)\W*")
_LOG = re.compile(rf"\W*{_SHOW}(?:orsaks?logg(?:en)?|orsaker(?:na)?|atgardslogg(?:en)?|cause\s+log|causes)\W*")
_ENTRY = re.compile(
    r"\W*(?:(?:logga|log)\s+)?problem(?:et)?:\s*(?P<problem>.+?)[\s.,;]*\b(?:orsak(?:en)?|cause):\s*(?P<cause>.+?)"
    r"[\s.,;]*\b(?:atgard(?:en)?|measure):\s*(?P<measure>.+)",
    re.DOTALL,
)
_BEGUN = re.compile(r"\W*(?:(?:logga|log)\s+)?problem(?:et)?:")
_EFFECT = re.compile(
    r"\W*(?:effekt(?:en)?|effect)\s+(?:av|of)\s+(?P<number>o-20\d\d-\d{4,6}):\s*(?P<effect>.+)", re.DOTALL
)


@dataclass(frozen=True, kw_only=True, slots=True)
class CauseSaid:
    """An entry as it was written."""

    problem: str
    cause: str
    measure: str


def asks_risks(text: str) -> bool:
    """Tell whether *text* asks for the risk matrix."""
    return _RISKS.fullmatch(fold(text)) is not None


def asks_causes(text: str) -> bool:
    """Tell whether *text* asks for the cause log."""
    return _LOG.fullmatch(fold(text)) is not None


def cause_said(text: str) -> CauseSaid | None:
    """Return the entry that *text* writes: "problem: … orsak: … åtgärd: …"; None when it writes none."""
    found = _ENTRY.fullmatch(fold(text))
    if found is None:
        return None
    parts = {name: text[found.start(name) : found.end(name)].strip() for name in ("problem", "cause", "measure")}
    return CauseSaid(**parts)


def lacks_cause(text: str) -> bool:
    """Tell whether *text* begins an entry and leaves some of it out."""
    return _BEGUN.match(fold(text)) is not None and cause_said(text) is None


def effect_said(text: str) -> tuple[str, str] | None:
    """Return the number and the words of "effekt av O-2022-0001: …"; None when *text* says no such thing."""
    found = _EFFECT.fullmatch(fold(text))
    if found is None:
        return None
    return found["number"].upper(), text[found.start("effect") : found.end("effect")].strip()
