"""How a coordinator hands on somebody's day, and how employees ask to change shifts. Read in folded text."""

import re
from collections.abc import Iterator

from dialogs.understanding.folding import fold

LONGEST = 160
_WORK = (
    r"(?:\w*uppdrag\w*|\w*jobb\w*|arbete\w*|\w*pass(?:et|en)?|schema|arenden\w*|\w*dag(?:en)?|jobs?|assignments?|work|tasks?|"
    r"day|shifts?|schedule)"
)
_HANDS_ON = re.compile(
    r"^\W*(?:(?:kan|kunde|du|ni|vill|snalla|please|can|could|you|hej|hi|vaktis|och|and|att|jag|i|want|to)\b\W*)*"
    r"(?:flytta|ge|lagg|lamna|for|skicka|move|give|hand|transfer|reassign|shift|[a-z]+\s+(?:ta|tar|take|takes))\s+(?:(?:over|on|tillbaka|back)\s+)?"
    rf"(?:(?:allt(?:ing)?|alla|allihop|everything|all)\b|[a-z]\w*?.?s\s+(?:\w+\s+)?{_WORK}\b)"
)
_TOWARDS = re.compile(r"\b(?:till|at|pa|to|onto)\s+")
_SHIFT = r"(?:\w*pass(?:et|en)?|shifts?|dag(?:ar)?|days?|schema|tur(?:en)?)"
_SWAPS = re.compile(
    rf"\b(?:byta?|byter|swap|switch|trade|change)\s+(?:\w+\s+)?{_SHIFT}\b|\b(?:ta|tar|take|takes|jobba|cover)\s+(?:over\s+)?"
    rf"(?:mitt|my|mina)\s+(?:\w+\s+)?{_SHIFT}\b|\bcover\s+for\s+me\b"
)


def hands_on(text: str) -> bool:
    """Tell whether *text* may move all that somebody has to another: "flytta allt som Hanna har till Omar"."""
    return len(text) <= LONGEST and _HANDS_ON.match(fold(text)) is not None


def parts_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and after each word of *text* that leads over to a name, the last first."""
    for found in reversed(list(_TOWARDS.finditer(fold(text)))):
        yield text[: found.start()], text[found.end() :]


def asks_to_swap(text: str) -> bool:
    """Tell whether *text* asks to change shifts with somebody: "kan jag byta pass med Leo på fredag?"."""
    return len(text) <= LONGEST and _SWAPS.search(fold(text)) is not None
