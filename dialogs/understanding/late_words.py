"""How people ask what is late: requests, assignments or what the year wheel holds. Read in folded text."""

import re
from enum import StrEnum

from dialogs.understanding.folding import fold


class LateKind(StrEnum):
    """What is asked about; `ANY` leaves it to who asks."""

    ANY = "any"
    REQUESTS = "requests"
    COMMITMENTS = "commitments"


_THINGS = {
    LateKind.REQUESTS: r"arende(?:n|na)?|bestallning(?:ar|arna)?|felanmalning(?:ar|arna)?|requests?|orders?|issues?",
    LateKind.COMMITMENTS: r"ataganden?a?|arshjulet|rapport(?:er|erna)?|commitments?|reports?|(?:the\s+)?year\s+wheel",
    LateKind.ANY: r"saker|uppdrag(?:en)?|things|assignments?|jobs?",
}
_THING = "|".join(f"(?P<{kind}>{words})" for kind, words in _THINGS.items())
_LEAD = (
    r"vad|vilka|vilket|vilken|nagot|nagon|nagra|visa|lista|se|mig|mina|vara|alla|allt|de|det|som|ar|finns|har|vi|jag|"
    r"i|pa|what(?:.?s)?|which|is|are|anything|something|any|show|list|see|me|my|our|all|the|that|there|do|we|have|has|"
    r"become|blivit|just\s+nu"
)
_IS_LATE = r"forsenad[et]?|forsenat|sena|sent|overdue|late|delayed|behind(?:\s+schedule)?"
_END = r"just\s+nu|nu|idag|i\s+dag|(?:right\s+)?now|today|enheten|verksamheten|pa|i|in|the|hos\s+oss"
_ASKED = re.compile(
    rf"\W*(?:(?:{_LEAD}|{_THING})\s+)*?(?P<late>{_IS_LATE})(?:\s+(?:{_THING.replace('?P<', '?P<after_')}|{_END}))*\W*"
)
_ALONE = re.compile(r"\W*(?:sena|late|delayed|behind)\W*")


def late_asked(text: str) -> LateKind | None:
    """Return what *text* asks to see of what is late; None when it asks for something else."""
    folded = fold(text)
    found = _ASKED.fullmatch(folded)
    if found is None or _ALONE.fullmatch(folded):
        return None
    named = (kind for kind in LateKind if found[kind.value] or found[f"after_{kind.value}"])
    return next((kind for kind in named if kind is not LateKind.ANY), LateKind.ANY)
