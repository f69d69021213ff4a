"""What people say of a request that is made already: that it is to be otherwise, made again, or which ones to list."""

import re
from dataclasses import dataclass

from dialogs.understanding.folding import fold

_LEAD = (
    r"(?:(?:kan|kunde|skulle)\s+(?:du|ni|vi|jag)\s+(?:kunna\s+)?|(?:jag|vi)\s+(?:vill|behover|maste)\s+|snalla\s+|"
    r"(?:could|can|would)\s+(?:you|we|i)\s+|please\s+|(?:i|we)\s+(?:want|need|would\s+like)\s+to\s+)*"
)
_MOVES = (
    r"flyttar?(?:\s+om)?|flytta\s+(?:fram|upp|bak)|bokar?\s+om|senarelagg(?:a|er)?|tidigarelagg(?:a|er)?|push(?:\s+back)?|"
    r"skjut(?:a|er)?\s+(?:upp|fram|pa)|move|reschedule|postpone"
)
_ALTERS = r"andrar?|byt(?:a|er)?|change|update|satt(?:a|er)?|set"
_CHANGE = re.compile(
    rf"^\W*{_LEAD}(?P<verb>(?P<moves>{_MOVES})|{_ALTERS})\b\s*(?P<target>.*?)\s*(?:\btill\b|\bto\b|:)\s*(?P<rest>.+)$",
    re.DOTALL,
)
_PARTS = {
    "time": r"tid(?:en|punkt(?:en)?)?|datum(?:et)?|dag(?:en)?|klockslag(?:et)?|time|date|day",
    "place": r"plats(?:en)?|lokal(?:en)?|rum(?:met)?|place|room|location",
    "hours": r"timm(?:ar|arna)|tidsatgang(?:en)?|hours",
    "count": r"antal(?:et)?|number",
    "note": r"meddelande(?:t)?|anteckning(?:en)?|notering(?:en)?|note|message",
}
_PART = re.compile(r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _PARTS.items()) + r")\b")
_FIRST_PART = re.compile(r"(?:(?:the|my|pa|om)\s+)?" + _PART.pattern)
_AND_PART = re.compile(r"\s*(?:,|\boch\b|\band\b)\s+(?:the\s+)?(?:" + "|".join(_PARTS.values()) + r")\s+(?:till|to)\s+")
_POINTING = re.compile(
    r"^(?:den|det|it|this|that|(?:min|mitt|den|det|var|vart|my|our|the)?\s*(?:har\s+)?"
    r"(?:bestallning(?:en)?|arende(?:t)?|bokning(?:en)?|order|request|booking))?$"
)
_NUMBER = re.compile(r"\b[bf]-20\d\d-\d{4,6}\b")
_AGAIN = re.compile(
    r"\b(?:samma(?:\s+sak)?\s+(?:bestallning\s+)?(?:som\s+(?:(?:i\s+)?forra|sist|senast)(?:\s+(?:veckan?|gangen?))?|"
    r"igen|en\s+gang\s+till)|(?:re-?)?bestall\w*\s+(?:(?:om|den|det|samma|det\s+har|den\s+har)\s+)?"
    r"(?:b-20\d\d-\d+\s+)?(?:igen|en\s+gang\s+till)|(?:re-?)?order\s+(?:(?:it|this|that|the\s+same|b-20\d\d-\d+)\s+)?"
    r"again|(?:the\s+)?same\s+(?:order\s+|thing\s+)?(?:again|as\s+last(?:\s+(?:week|time))?)|repeat\s+(?:the\s+|my\s+)?"
    r"(?:last\s+)?order|upprepa\s+(?:den\s+)?(?:bestallning\w*)?)(?=\W|$)"
)
_LAST_WEEK = re.compile(r"\bforra\s+veckan?\b|\blast\s+week\b")
_MORE = re.compile(
    r"^\W*(?:(?:visa|se|show|see)\s+)?(?:fler|flera|mer|more|nasta(?:\s+sida)?|next(?:\s+page)?)(?:\s+(?:arenden|requests))?\W*$"
)
_BACK = re.compile(r"^\W*(?:tillbaka|foregaende(?:\s+sida)?|back|previous(?:\s+page)?)\W*$")
_REQUESTS = r"(?:arende(?:n|na)?|bestallning(?:ar|arna)?|felanmalning(?:ar|arna)?|requests?|orders?|issues?|uppdrag)"
_OVER = r"(?:klar[at]?|avslutad[e]?|fardig[at]?|gamla|tidigare|avbokade|done|finished|completed|closed|old|past)"
_OPEN = r"(?:oppna|pagaende|aktuella|open|current|ongoing)"
_LIST = re.compile(
    rf"^\W*(?:(?:visa|lista|se|show|list|see)\s+(?:me\s+|mig\s+)?)?(?P<whose>mina|vara|alla|samtliga|my|our|all)?\s*"
    rf"(?:the\s+|de\s+)?(?P<which>{_OVER}|{_OPEN})?\s*{_REQUESTS}"
    r"(?P<unit>\s+(?:pa|for|i|in|at|of)\s+(?:hela\s+|the\s+|our\s+|var\s+|vart\s+|whole\s+)*"
    r"(?:enheten|verksamheten|skolan|boendet|huset|unit|school|house|home))?\W*$"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeSaid:
    """What is to be otherwise: each of `parts` with what it is to become, as written.

    `target` is how the request was named, without its number; `is_plain` says that the words can mean nothing but a
    request: they name its number, point at it, or name a part of it.
    """

    parts: tuple[tuple[str, str], ...]
    target: str
    is_plain: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class AgainSaid:
    """That an order is to be made again; `rest` is what else was said, as written."""

    is_last_week: bool
    rest: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ListSaid:
    """Which requests to list: `open`, `over` or all of them, one's own or the unit's."""

    which: str
    is_of_unit: bool


def read_change(text: str) -> ChangeSaid | None:
    """Return the change of a request that *text* asks for, or None when it asks for something else."""
    found = _CHANGE.match(fold(text))
    if found is None:
        return None
    named = found["target"]
    number = _NUMBER.search(named)
    # "Byt lampan i rummet" is no change of the room: without a number the part comes first.
    part = _PART.search(named) if number else _FIRST_PART.match(named)
    bare = _PART.sub(" ", _NUMBER.sub(" ", named))
    target = " ".join(re.sub(r"\b(?:av|for|pa|of|on|om)\b", " ", bare).split())
    points = _POINTING.match(target) is not None and bool(target or found["moves"])
    is_plain = number is not None or part is not None or points
    if not is_plain and found["moves"] is None:
        return None
    first = part.lastgroup if part is not None and part.lastgroup else "time"
    start, end = found.span("target")
    written = text[start:end] if not _POINTING.match(target) else ""
    return ChangeSaid(parts=_parts(first, text[found.start("rest") :]), target=written, is_plain=is_plain)


def _parts(first: str, rest: str) -> tuple[tuple[str, str], ...]:
    """Return the first part and those that follow it in the same sentence: "… och tiden till fredag"."""
    parts, name, begins = [], first, 0
    for found in _AND_PART.finditer(fold(rest)):
        parts.append((name, rest[begins : found.start()].strip(" .!?\n")))
        next_part = _PART.search(found[0])
        name, begins = (next_part.lastgroup or "time") if next_part else "time", found.end()
    return (*parts, (name, rest[begins:].strip(" .!?\n")))


def read_again(text: str) -> AgainSaid | None:
    """Return that an order is to be made again, or None when *text* does not say so."""
    folded = fold(text)
    found = _AGAIN.search(folded)
    if found is None:
        return None
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip(" .,!?\n")
    return AgainSaid(is_last_week=_LAST_WEEK.search(folded) is not None, rest=rest)


def read_list(text: str) -> ListSaid | None:
    """Return which requests are to be listed, or None when *text* asks for no such list."""
    found = _LIST.match(fold(text))
    if found is None or (found["whose"] is None and found["which"] is None):
        return None
    which = found["which"] or ""
    kind = "open" if re.fullmatch(_OPEN, which) else "over" if which else "all"
    return ListSaid(which=kind, is_of_unit=found["unit"] is not None or found["whose"] in {"alla", "all", "samtliga"})


def read_turning(text: str) -> int:
    """Return 1 when *text* asks for the next page, -1 for the one before, else 0."""
    folded = fold(text)
    return 1 if _MORE.match(folded) else -1 if _BACK.match(folded) else 0


_ALL = re.compile(r"\b(?:alla|allihop|alltihop|bada|bagge|all|both)\b")


def says_all(text: str) -> bool:
    """Tell whether *text* is about all that waits: "godkänn båda", "jag tar alla"."""
    return _ALL.search(fold(text)) is not None
