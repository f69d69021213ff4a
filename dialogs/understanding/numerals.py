"""Numbers, in figures and in words of both languages."""

import re
from collections.abc import Collection
from decimal import Decimal

_UNITS = {
    "noll": 0, "zero": 0, "ett": 1, "en": 1, "one": 1, "tva": 2, "two": 2, "tre": 3, "three": 3, "fyra": 4, "four": 4,
    "fem": 5, "five": 5, "sex": 6, "six": 6, "sju": 7, "seven": 7, "atta": 8, "eight": 8, "nio": 9, "nine": 9,
    "tio": 10, "ten": 10, "elva": 11, "eleven": 11, "tolv": 12, "twelve": 12, "tretton": 13, "thirteen": 13,
    "fjorton": 14, "fourteen": 14, "femton": 15, "fifteen": 15, "sexton": 16, "sixteen": 16, "sjutton": 17,
    "seventeen": 17, "arton": 18, "eighteen": 18, "nitton": 19, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "tjugo": 20, "twenty": 20, "trettio": 30, "thirty": 30, "fyrtio": 40, "forty": 40, "femtio": 50, "fifty": 50,
    "sextio": 60, "sixty": 60, "sjuttio": 70, "seventy": 70, "attio": 80, "eighty": 80, "nittio": 90, "ninety": 90,
}  # fmt: skip
_ROUND = {"hundra": 100, "hundred": 100, "dussin": 12, "dozen": 12}
_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SWEDISH = ("ett", "en", "tva", "tre", "fyra", "fem", "sex", "six", "sju", "atta", "nio")
_COUNTED = (
    ([ten for ten in _TENS if ten.endswith("o")], _SWEDISH),
    ([ten for ten in _TENS if ten.endswith("y")], _ENGLISH),
)
"""What a language counts from twenty on with: its tens, and the units that go with them."""
_COMPOSED = {
    f"{ten}{joint}{unit}": _TENS[ten] + _UNITS[unit]
    for tens, units in _COUNTED
    for ten in tens
    for unit in units
    for joint in ("", "-", " ")
}
WORDS = {**_COMPOSED, **_UNITS, **_TENS, **_ROUND}
ORDINALS = {
    "forsta": 1, "first": 1, "andra": 2, "second": 2, "tredje": 3, "third": 3, "fjarde": 4, "fourth": 4, "femte": 5,
    "fifth": 5, "sjatte": 6, "sjunde": 7, "attonde": 8, "nionde": 9, "tionde": 10, "elfte": 11, "tolfte": 12,
    "sista": -1, "last": -1,
}  # fmt: skip


def _any_of(words: Collection[str]) -> str:
    """Return a pattern of *words*, the longer first: "tjugofem" is not "tjugo". What begins alike stands once.

    An expression with many words side by side takes many times as long to compile.
    """
    return f"(?:{_branching(words)})"


def _branching(words: Collection[str]) -> str:
    rests: dict[str, list[str]] = {}
    for word in sorted(filter(None, words)):
        rests.setdefault(word[0], []).append(word[1:])
    branches = [re.escape(first) + _branching(rest) for first, rest in rests.items()]
    if len(branches) == 1 and "" not in words:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if '' in words else ''}" if branches else ""


_COMPOSED_PATTERN = "|".join(rf"{_any_of(tens)}(?:[- ]?{_any_of(units)})?" for tens, units in _COUNTED)
WORD_PATTERN = rf"(?:{_COMPOSED_PATTERN}|{_any_of({**_UNITS, **_ROUND})})"
"""Finds all of `WORDS`. Spelt out, its five hundred took most of the start: a score of patterns hold it."""
NUMBER_PATTERN = rf"(?:\d{{1,4}}(?:[.,]\d{{1,2}})?|{WORD_PATTERN})"


def number_of(written: str) -> Decimal | None:
    """Return the number that a folded word or figure says, or None."""
    if written in WORDS:
        return Decimal(WORDS[written])
    figures = written.replace(",", ".")
    if re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]{1,3})?", figures):
        return Decimal(figures)
    return None
