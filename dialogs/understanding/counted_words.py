"""How people ask how much was sent to other parties, and which deviations there are. Read in folded text."""

import re
from collections.abc import Mapping, Sequence

from dialogs.understanding.folding import fold

LONGEST = 160
_FAULTS = r"fel(?:et|en)?|felanmal\w*|arende\w*|anmal\w*|faults?|issues?|reports?|problems?|cases?"
_HOW_MANY = r"hur\s+m(?:anga|ycket)|antal(?:et)?|summera|statistik|how\s+(?:many|much)|count|number\s+of"
_SENT = r"skicka(?:t|ts|de|des)|gatt|gick|vidare\w*|lamna(?:t|ts|de|des)|send|sent|forward(?:ed)?|passed|went|gone"
_SENT_ALL = re.compile(rf"(?=.*\b(?:{_HOW_MANY})\b)(?=.*\b(?:{_FAULTS})\b)(?=.*\b(?:{_SENT})\b)", re.DOTALL)
_FORWARDED = re.compile(
    r"\W*(?:(?:visa|se|lista|vilka|vad|show|list|which|alla|all)\s+)*(?:"
    rf"(?:vidareskickade|vidarebefordrade|forwarded)\s+(?:{_FAULTS})|(?:{_FAULTS})\s+(?:som\s+)?(?:vi\s+)?(?:har\s+)?"
    r"(?:skicka(?:t|ts|de|des))\s+vidare)\b"
)
_DEVIATIONS = re.compile(
    r"\W*(?:(?:visa|se|lista|vilka|hur|manga|antal|finns|det|alla|mina|vara|har|vi|show|see|list|which|how|many|are|"
    r"there|all|my|our|any|the|nagra)\s+)*(?:avvikelse(?:r|rna|n)?|deviations?)\b(?!\s+(?:mot|fran|from)\s+budget).{0,60}",
    re.DOTALL,
)
_MONEY = re.compile(r"budget|ekonomi|prognos|economy|forecast|kronor|\bkr\b")
_OWNER = re.compile(r"\bfastighetsagar\w*|\bproperty\s+owners?\b|\bhyresvard(?:ar|arna)\b|\blandlords\b")
_SHORTEST_NAME = 5
_PREFIX = 6


def asks_for_forwarded(text: str) -> bool:
    """Tell whether *text* asks how much was sent to other parties."""
    folded = fold(text)
    return len(text) <= LONGEST and bool(_SENT_ALL.match(folded) or _FORWARDED.match(folded))


def asks_for_deviations(text: str) -> bool:
    """Tell whether *text* asks for the deviations from the agreements; those of a budget are not meant."""
    folded = fold(text)
    return len(text) <= LONGEST and bool(_DEVIATIONS.fullmatch(folded)) and not _MONEY.search(folded)


def parties_said(text: str, names: Mapping[str, Sequence[str]], *, owners: Sequence[str]) -> list[str]:
    """Return the codes of the parties that *text* means: by their *names*, or as who owns the property."""
    folded = fold(text)
    said = re.findall(r"\w+", folded)
    found = [code for code, theirs in names.items() if any(_is_named(name, said) for name in theirs)]
    return found or (list(owners) if _OWNER.search(folded) else [])


def _is_named(name: str, said: Sequence[str]) -> bool:
    """Tell whether the last long word of *name*, which is what it is, is among the words that are *said*."""
    words = [word for word in re.findall(r"\w+", fold(name)) if len(word) >= _SHORTEST_NAME]
    return bool(words) and any(each.startswith(words[-1][:_PREFIX]) for each in said)
