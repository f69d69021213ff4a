"""Outcomes that are entered by names instead of codes: "sjukfrånvaro i mars 4,2", "K10 för Pilotverksamhet 2 94"."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dialogs.understanding.folding import fold
from dialogs.understanding.indicator_words import BECAME, ENTERS, LONGEST_ENTRY, VALUE
from dialogs.understanding.month_words import month_named

_WORD = r"[a-z][\w,-]*"
_ENTRY = re.compile(
    rf"\W*(?:(?:{ENTERS})\s+)*(?!(?:visa|se|hur|vad|nar|show|see|how|what|when)\b)"
    rf"(?P<head>{_WORD}(?:\s+(?:{_WORD}|20[0-9]{{2}}))*?){BECAME}(?P<value>{VALUE})(?P<rest>.*)",
    re.DOTALL,
)
_DIGIT = re.compile(r"[0-9]")
_YEAR = re.compile(r"\b20[0-9]{2}\b")


def with_codes(text: str, units: Mapping[str, tuple[str, ...]]) -> str:
    """Return *text* with the names of *units* as their codes, of the same length: a number in a name is no outcome."""
    if _DIGIT.search(text) is None:
        return text
    names, codes = _called(tuple(units.items()))
    for found in names.finditer(fold(text)):
        text = text[: found.start()] + codes[found[0]].ljust(len(found[0])) + text[found.end() :]
    return text


@lru_cache(maxsize=8)
def _called(units: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return a pattern of the names in folded text, and the code of each; made once for a catalogue."""
    codes = {fold(name): code for code, names in units for name in names if len(name) >= len(code)}
    longest_first = sorted(codes, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?![\w-])"), codes


def numbered_unit(text: str, units: Mapping[str, Collection[str]]) -> str | None:
    """Return what in *text*, whose units are codes already, is called as *units* are, with a number that none has."""
    kinds = {name.rpartition(" ")[0] for names in units.values() for name in names if name[-1:].isdigit()}
    stems = "|".join(re.escape(fold(each)) for each in sorted(kinds) if each)
    found = re.search(rf"(?<![\w-])(?:{stems})\s+[0-9]{{1,3}}(?![\w.,])", fold(text)) if stems else None
    return text[found.start() : found.end()] if found else None


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedEntry:
    """An outcome entered by a name: the words that hold it, and where in the text the number stands."""

    text: str
    head: str
    start: int

    def of(self, code: str, *, written: str | None = None) -> str:
        """Return the same said of *code*, the number and what follows as *written* says it."""
        said = self.text if written is None else written
        return f"{code} {self.head.replace(',', ' ')}: {said[self.start :]}"


def named_entry(text: str) -> NamedEntry | None:
    """Return the outcome that *text* may enter by a name: words, then a number; None for anything else."""
    is_asking = "?" in text or len(text) > LONGEST_ENTRY
    found = None if is_asking or _DIGIT.search(text) is None else _ENTRY.fullmatch(fold(text))
    if found is None:
        return None
    return NamedEntry(text=text, head=text[found.start("head") : found.end("head")], start=found.start("value"))


def lacks_month(where: str) -> bool:
    """Tell whether *where* names a year without a month, so that nobody knows which month is meant."""
    folded = fold(where)
    return _YEAR.search(folded) is not None and month_named(folded) is None
