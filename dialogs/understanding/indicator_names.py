"""Which indicators a sentence asks for by their names: "sjukfrånvaro i feb", "hur är nöjd kund-index?"."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz.distance import OSA

from dialogs.understanding.folding import fold, keys_of, stem_of, tokens_of
from dialogs.understanding.month_words import MONTH
from dialogs.understanding.wordsets import words_of

LONGEST = 100
MOST_WORDS = 12
_SHORTEST_SLIPPED, _LONG = 6, 10
"""A word of so many letters may have one slip in it, a longer one two."""
_LAST_MONTH_OF_YEAR = 12
_MONTHS = (
    rf"(?:(?:for|i|in|under|during|of)\s+)?(?:{MONTH})(?:\s+20[0-9]{{2}})?|"
    r"(?:(?:for|i|in|under)\s+)?(?:forra|senaste|nasta|last|previous|next|denna|den\s+har|this)\s+(?:manad(?:en)?|month)"
)
_YEARS = (
    r"(?:(?:for|i|in|under|during|sedan|since)\s+)?(?:i\s+ar|hela\s+aret|this\s+year|so\s+far\s+this\s+year|20[0-9]{2})"
)
_BEFORE = r"(?:(?:for|i|in|under)\s+)?(?:i\s+fjol|forra\s+aret|last\s+year)"
_NOW = r"just\s+nu|right\s+now|for\s+narvarande|at\s+the\s+moment|hittills|so\s+far|(?:i\s+dag|idag|nu|now|today)"
_PERIOD = re.compile(rf"(?<![\w-])(?:{_BEFORE}|{_YEARS}|{_MONTHS}|{_NOW})(?![\w-])")
_LAST_YEAR = re.compile(rf"\b(?:{_BEFORE})\b")
_YEAR = re.compile(r"\b20[0-9]{2}\b")
_ALL = (
    r"hela\s+piloten|the\s+whole\s+pilot|piloten|alla\s+(?:verksamheter|enheter)|all\s+units|totalt|oss|us|"
    r"min\s+enhet|var\s+verksamhet"
)
_SAYS_SO = r"nyckeltal(?:en|et)?|indikator(?:er|erna|n)?|indicators?|kpi(?:er|erna|n|s)?|matetal(?:et|en)?"
_LEAD_WORDS = (
    r"visa|se|hur|gar|gick|ar|var|blev|ser|sag|ligger|star|till|med|mig|for|pa|av|om|vad|vilken|vilket|trend(?:en)?|"
    r"prognos(?:en)?|utfall(?:et)?|show|see|tell|me|how|is|was|are|did|does|what|the|of|about|forecast|outcome|doing|vi|det|"
    rf"kan|du|jag|can|you|i|our|vart|vara|hej|hi|laget|with|{_SAYS_SO}"
)
_LEAD = re.compile(rf"\W*(?:(?:{_LEAD_WORDS})\W+)*")
_ASKING = re.compile(
    r"\b(?:visa|se|hur|vad|vilken|vilket|trend\w*|prognos\w*|utfall\w*|show|see|how|what|forecast|outcome)\b"
)
_PLACED = re.compile(
    r"(?<![\w-])(?:for|i|pa|at|in|hos)\s+(?:(?:the|var|vart|vara|our|hela|whole|alla|all)\s+)*(?P<what>(?!k[0-9])[a-z][\w-]*)"
)
_OF_THE_WHOLE = words_of("""
    the pilot pilots piloten pilotverksamheterna enheter enheterna verksamheter verksamheterna units projektet project
    kommunen manad manaden month ar aret year idag dag today oss us samtliga totalt alla all hela whole till to
    ligger lag landade hamnade ar va var blev blir is was grund
""")
_ENDS = re.compile(r"(?:\W+(?:ut|till|going|doing|look|looking|tack|please|da|egentligen))*\W*$")
_SAYS = re.compile(rf"\b(?:{_SAYS_SO})\b")
# Words that join, and those that say what all of the desk is about: they point out no indicator by themselves.
_JOINING = words_of("""
    per i pa av som och med for till the of in within and a an to our vart var enligt by from fran en ett det den
    ofta often due grund
""")
_EVERYWHERE = words_of("""
    tid tiden time timmar timme hours hour service services tjanst tjanster hjalp helped medarbetare
    servicemedarbetare anstallda employees employee personal manad month manaden bestallning bestallningar order orders
    arende arenden request requests felanmalan felanmalningar issue issues lokalvard cleaning stadning klar klart done
    utford utforda finished ratt right arbete work arbetade worked kund customer upplevd budget uppgift task avvikelse
    deviation median alltid always fa far get gets far
""")
_EVERYWHERE_KEYS = frozenset(key for word in _EVERYWHERE for key in keys_of(word))
_OTHERWISE: Mapping[str, str] = {
    # What the desk takes in for an order is what the order costs the unit.
    **dict.fromkeys(("kostnad", "kostnaden", "kostnader", "pris", "priset", "styckkostnad"), "intakt"),
    **dict.fromkeys(("cost", "costs", "price"), "income"),
    **dict.fromkeys(("arende", "arenden", "uppdrag"), "bestallning"),
    **dict.fromkeys(("request", "requests", "job"), "order"),
    "sjukskrivning": "sjukfranvaro", "sjukskrivningar": "sjukfranvaro", "sjuktal": "sjukfranvaro",
    "sjuktalet": "sjukfranvaro", "sjukskrivningen": "sjukfranvaro", "sickness": "sick", "absence": "leave",
    "illness": "sick", "sjukdom": "sjukfranvaro", "franvaro": "sjukfranvaro", "franvaron": "sjukfranvaro",
    "nki": "index", "csi": "index", "kundnojdhet": "nojd", "kundnojdheten": "nojd", "nojda": "nojd",
    "satisfied": "satisfaction", "avtalstrogna": "avtalstrohet", "avtalslojalitet": "avtalstrohet",
    "trafikljus": "trafikljus", "trafikljuset": "trafikljus", "utbildade": "grundutbildning",
}  # fmt: skip
"""What people say, and the word of an indicator's name that it stands for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """The words of a sentence that can name an indicator. `is_said`: it says that it is about an indicator.

    `is_asking` tells whether it is clearly a question, or of a month: whatever else the words alone could want.
    """

    words: tuple[str, ...]
    is_said: bool
    is_asking: bool


def named_asked(text: str, *, places: Iterable[str]) -> Named | None:
    """Return what of *text* can name indicators, without period, question words and *places*; None where nothing can.

    *places* are the names and codes of units and administrations.
    """
    folded = fold(text.strip())
    if len(folded) > LONGEST or len(folded.split()) > MOST_WORDS or ":" in folded or "=" in folded:
        return None
    has_period = _PERIOD.search(folded) is not None
    rest = _PERIOD.sub(" ", folded)
    rest = _everywhere_or(frozenset(places)).sub(" ", rest)
    bare = _ENDS.sub("", rest[_lead(rest) :])
    words = tuple(each.folded for each in tokens_of(bare.strip()))
    if not words or re.search(r"[0-9]", bare):
        return None
    is_asking = has_period or _ASKING.search(rest) is not None
    return Named(words=words, is_said=_SAYS.search(folded) is not None, is_asking=is_asking)


@lru_cache(maxsize=8)
def _everywhere_or(places: Collection[str]) -> re.Pattern[str]:
    """Return a pattern of *places* and of what means all, with the preposition before; made once for a catalogue."""
    longest_first = sorted({re.escape(fold(each)) for each in places}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:(?:for|i|pa|at|in|of|hos)\s+)?(?:{'|'.join([*longest_first, _ALL])})(?![\w-])")


def place_unknown(where: str, *, places: Iterable[str], names: Iterable[str]) -> str | None:
    """Return the word by which *where* names what is none of *places* and no word of the indicators' *names*."""
    rest = _PERIOD.sub(" ", fold(where))
    rest = _everywhere_or(frozenset(places)).sub(" ", rest)
    words = {each.folded for name in names for each in tokens_of(fold(name))} | _OF_THE_WHOLE
    return next((found["what"] for found in _PLACED.finditer(rest) if found["what"] not in words), None)


def says_indicator(text: str) -> bool:
    """Tell whether *text* says that it is about an indicator."""
    return _SAYS.search(fold(text)) is not None


def _lead(rest: str) -> int:
    found = _LEAD.match(rest)
    return found.end() if found else 0


def indicators_named(named: Named, names: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Return the codes of the indicators whose *names*, in one language or the other, have all the words that are said.

    Words that stand everywhere name only what they name nearly in full: "arbetade timmar" of a month.
    """
    said = _parts(named.words)
    known = tuple((code, name) for code, theirs in names.items() for name in theirs)
    fitting = frozenset(known) if said else frozenset()
    for word in said:
        fitting &= _names_with(word, known)
        if not fitting:
            return []
    if not (named.is_said or any(_EVERYWHERE_KEYS.isdisjoint(keys_of(each)) for each in said)):
        fitting = frozenset(each for each in fitting if len(said) > 1 and len(_parts_of(each[1])) - len(said) <= 1)
    return [code for code, theirs in names.items() if any((code, name) in fitting for name in theirs)]


@lru_cache(maxsize=1024)
def _names_with(said: str, names: Collection[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Return those of *names*, each with its code, that have the word; kept, since the same words come again."""
    return frozenset(each for each in names if _is_one_of(said, _parts_of(each[1])))


@lru_cache(maxsize=256)
def _parts_of(name: str) -> Sequence[str]:
    return _parts(each.folded for each in tokens_of(fold(name)))


def _parts(words: Iterable[str]) -> Sequence[str]:
    """Return the words that tell something, those with a hyphen as the words that they join."""
    return [each for word in words for each in word.split("-") if each not in _JOINING]


def _is_one_of(said: str, words: Sequence[str]) -> bool:
    meant = {said, _OTHERWISE.get(said, said)}
    return any(_is_same(each, word) for each in meant for word in words)


def _is_same(said: str, word: str) -> bool:
    if said == word or not set(keys_of(said)).isdisjoint(keys_of(word)):
        return True
    first, second = stem_of(said), stem_of(word)
    shortest = min(len(said), len(word))
    if shortest < _SHORTEST_SLIPPED:
        return False
    return OSA.distance(first, second) <= (2 if shortest >= _LONG else 1)


def year_end(text: str, *, today: date) -> date | None:
    """Return the first day of the last month of the earlier year that *text* names without a month; None otherwise."""
    folded = fold(text)
    if re.search(rf"\b(?:{MONTH})\b", folded):
        return None
    year = _YEAR.search(folded)
    said = today.year - 1 if _LAST_YEAR.search(folded) else int(year[0]) if year else today.year
    return date(said, _LAST_MONTH_OF_YEAR, 1) if said < today.year else None
