"""How a coordinator hands on somebody's day, and how employees ask to change shifts. Read in folded text."""

import re
from collections.abc import Iterator

from dialogs.understanding.folding import fold
from dialogs.understanding.wordsets import words_of

LONGEST = 160
_WORK = (
    r"(?:\w*uppdrag\w*|\w*jobb\w*|arbete\w*|\w*pass(?:et|en)?|schema|arenden\w*|\w*dag(?:en)?|jobs?|assignments?|work|tasks?|"
    r"day|shifts?|schedule)"
)
_POLITE = r"^\W*(?:(?:kan|kunde|du|ni|vill|snalla|please|can|could|you|hej|hi|vaktis|och|and|att|jag|i|want|to)\b\W*)*"
_TAKES = r"(?:ta|tar|take|takes)\s+(?:over\s+|on\s+)?"
_HANDS_ON = re.compile(
    rf"{_POLITE}"
    # Why comes first with some: "Hanna är sjuk, flytta allt hennes till Omar".
    r"(?:[a-z]{2,20}\s+(?:ar|e|is|blev|har\s+blivit)\s+(?:sjuk|borta|ledig|hemma|sick|ill|away|off)\b"
    r"(?:\s+(?:idag|imorgon|i\s+(?:dag|morgon)|today|tomorrow)\b)?\W+(?:(?:sa|och|so|and)\s+)?)?"
    r"(?:flytt?a|ge|lagg|lamna|for|skicka|move|give|hand|transfer|reassign|shift|[a-z]+\s+(?:ta|tar|take|takes))\s+(?:(?:over|on|tillbaka|back)\s+)?"
    rf"(?:(?:all?t(?:ing)?|alla|allihop|everything|all)\b|[a-z]\w*?.?s\s+(?:\w+\s+)?{_WORK}\b)"
)
_TOWARDS = re.compile(r"\b(?:till|at|pa|to|onto)\s+")
_NAME = r"[a-z][\w-]{1,30}"
_TAKEN = re.compile(rf"{_POLITE}(?P<taker>{_NAME}(?:\s+{_NAME})?)\s+{_TAKES}(?P<taken>.+)", re.DOTALL)
_GIVER = re.compile(
    rf"\b(?:som|that|everything|all)\s+(?P<has>{_NAME})\s+(?:har|hade|has|had|ska|gor|does)\b|"
    rf"\b(?P<whose>{_NAME}?)(?:['\u2019]?s)\s+(?:\w+\s+)?{_WORK}\b"
)
_TAKER = re.compile(rf"\b(?:till|at|to|onto)\s+(?P<name>{_NAME})")
_NO_NAME = words_of("""
    jag du hon han hen vi ni de dem henne honom mig dig oss er you she he they we it me us them her him my your our
    som inte not that this nagon nagra annan andra alla allt allihop varje vem vems resten en ett den det de nasta samma
    kollegan vikarien vikarie rest anyone anybody someone somebody everyone everybody else another the other next
    over tillbaka back ta
""")
_DAYS = ("dag", "day", "dagen", "morgon", "tomorrow", "vecka", "veckan", "week")
_SHIFT = r"(?:\w*pass(?:et|en)?|shifts?|dag(?:ar)?|days?|schema|tur(?:en)?)"
_PIECE = re.compile(
    r"\W*(?:(?:kan|kunde|du|ni|jag|vill|snälla|vaktis|och|please|can|could|you|i|want|to)\b\W*)*"
    r"(?:ge|ger|tilldela|flytta|lägg|lämna|för|skicka|byt|give|assign|reassign|move|hand|transfer)\s+(?:över\s+|over\s+)?"
    r"(?P<what>U-20[0-9]{2}-[0-9]{4,6}|(?![BFU]-20[0-9]{2}-)[A-Z0-9]+(?:-[A-Z0-9]+)*-[0-9]{4}(?:-[0-9]+)?|den|det|it|this)\s+"
    r"(?:över\s+|over\s+)?(?:till|åt|på|to)\s+(?P<rest>.{1,80})",
    re.IGNORECASE,
)
POINTING = frozenset({"DEN", "DET", "IT", "THIS"})
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


def taken_by(text: str) -> tuple[str, str] | None:
    """Return what is taken over and who takes it: "kan Omar ta Hannas dag"; None where nobody is said to take it."""
    found = _TAKEN.match(fold(text))
    return (text[slice(*found.span("taken"))], text[slice(*found.span("taker"))]) if found else None


def giver_said(text: str) -> str | None:
    """Return the word in *text* that names whose work it is, whoever that may be; None where none does."""
    found = _GIVER.search(fold(text))
    return _name_at(text, found.span(found.lastgroup or 0)) if found else None


def taker_said(text: str) -> str | None:
    """Return the word in *text* that names who gets the work, whoever that may be; None where none does."""
    taken, last = taken_by(text), list(_TAKER.finditer(fold(text)))[-1:]
    if taken is not None:
        return _name_at(taken[1], (0, len(taken[1])))
    return _name_at(text, last[0].span("name")) if last else None


def _name_at(text: str, span: tuple[int, int]) -> str | None:
    said = text[slice(*span)]
    is_name = _NO_NAME.isdisjoint(fold(said).split()) and not fold(said).endswith(_DAYS)
    return said if is_name else None


def piece_given(text: str) -> tuple[str, str] | None:
    """Return which one piece of work *text* gives to somebody, in capitals, and what stands where the name does.

    The piece is a number of an assignment, the code of a schedule, or one of `POINTING`; None for other words.
    """
    found = _PIECE.fullmatch(text.strip(" .!?"))
    return (found["what"].upper(), found["rest"]) if found is not None else None


def asks_to_swap(text: str) -> bool:
    """Tell whether *text* asks to change shifts with somebody: "kan jag byta pass med Leo på fredag?"."""
    return len(text) <= LONGEST and _SWAPS.search(fold(text)) is not None
