"""What is said to have an order otherwise: "nej, …", "inte i aulan utan i matsalen", "fönsterputs istället"."""

import re

from dialogs.understanding.folding import fold
from dialogs.understanding.vocabulary import FAULTS

# "No later than Friday" takes nothing back.
_NO = re.compile(
    r"^\W*(?:(?:nej|nja|nae?|nope|no(?=\s*[,.:;!-]|\s+(?:on|at|in|to|it|make|i|tomorrow|today|next|before|after|by|from|"
    r"[0-9]+|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b))\b[\s,.:;!-]+)+"
    r"(?:(?:det\s+(?:ska|skulle)\s+(?:vara|bli)|jag\s+(?:menade|menar)|ta|gor|it\s+should\s+be|i\s+meant?|make\s+it)\s+)?"
)
_BUT = re.compile(
    r"^\W*(?:(?:nej|no)\b\W+)?(?:inte|ej|not)\b(?P<before>.*?)\b(?:utan|but)\b\s+(?P<after>\S.*)$", re.DOTALL
)
_INSTEAD = re.compile(r"\b(?:i\s*stallet|hellre|instead|rather)\b(?!\s+(?:for|of|than|an)\b)")
_SERVICE = re.compile(
    r"^\W*(?:(?:kan\s+(?:du|vi)|jag\s+vill|please|can\s+(?:you|we))\s+)*(?:byt(?:a)?|andra|change|switch)\s+"
    r"(?:the\s+)?(?:tjanst(?:en)?|service)\s+(?:till|to)\s+(?P<name>\S.*)$",
    re.DOTALL,
)
_FAULT = re.compile(FAULTS)
_MORE = re.compile(r"\b(?:ocksa|aven|dessutom|och\s+sa|also|too|as\s+well)\b")
_NOTE = re.compile(
    r"^\W*(?:(?:skriv|lagg\s+till|add)\s+(?:ett\s+|a\s+|som\s+|as\s+)?)?"
    r"(?:meddelande(?:t)?|anteckning|notering|note|message)\s*(?::|\btill\b|\bto\b)\s*(?P<note>\S.*)$",
    re.DOTALL,
)


def wanted_instead(text: str) -> str | None:
    """Return what *text* wants instead of what was understood, as written; None when it corrects nothing.

    Another wish ("lampan också") and another fault are no corrections.
    """
    folded = fold(text)
    if _MORE.search(folded) or _FAULT.search(folded):
        return None
    for pattern, name in ((_BUT, "after"), (_SERVICE, "name")):
        found = pattern.match(folded)
        if found is not None:
            return text[found.start(name) :].strip()
    no, instead = _NO.match(folded), _INSTEAD.search(folded)
    if no is None and instead is None:
        return None
    begins = no.end() if no is not None else 0
    kept = text[begins:] if instead is None else text[begins : instead.start()] + text[instead.end() :]
    return kept.strip(" ,.!") or None


def note_in(text: str) -> str | None:
    """Return what "meddelande: nyckeln ligger i lådan" says; None for anything else."""
    found = _NOTE.match(fold(text))
    return None if found is None else text[found.start("note") :].strip()
