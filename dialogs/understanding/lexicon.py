"""The words of the catalogue, indexed: which word speaks for which service or object of the boundary list."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from rapidfuzz import process
from rapidfuzz.distance import OSA

from catalog.boundary import severity_rank
from catalog.models import BoundaryRow, Catalogue, Service
from dialogs.understanding import vocabulary
from dialogs.understanding.folding import fold, keys_of, readable, stem_of, tokens_of

NAME_WEIGHT = 1.2
KEYWORD_WEIGHT = 1.0
OBJECT_NAME_WEIGHT = 0.8
ESCALATION_WEIGHT = 0.7
DESCRIPTION_WEIGHT = 0.15
# A phrase of nothing but everyday words ("sätta upp") says less than one that names a thing.
COMMON_PHRASE = 0.5
SMALL_WORD_RARITY = 0.3
_COMPOUND = 0.8
_PART = 0.6
_TYPO = 0.85
_EVERYDAY = 0.9
_SHORT_STEM = 0.55
_PART_LENGTH = 4
_FUZZY_LENGTH = 5
_TWO_ERRORS_LENGTH = 8
_REMEMBERED_WORDS = 20_000
_LONGEST_WORD = 40
_SHORTEST_PART = 3
_DOUBLED = re.compile(r"([a-z])\1")
_JOINT = re.compile(r"\s+(?:och|eller|and|or)\s+|,\s*")

Hit = tuple[str, float]


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A service, or an object of the boundary list; `service` is the code that an order for it names, or None."""

    code: str
    is_object: bool
    service: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrase:
    """Words by which an entry is called; `total` is the sum of their rarities."""

    entry: int
    weight: float
    language: str
    size: int
    total: float


class Posting(NamedTuple):
    """Where a word stands: the phrase, its position there and how rare it is (0-1)."""

    phrase: int
    position: int
    rarity: float


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """An index over all services and boundary objects; built once for each revision of the catalogue."""

    entries: tuple[Entry, ...]
    phrases: tuple[Phrase, ...]
    postings: Mapping[str, Mapping[int, list[Posting]]]
    small_words: frozenset[str]
    words: frozenset[str]
    deviations: Mapping[str, str]
    severities: Mapping[str, int]
    _by_letter: Mapping[tuple[str, int], tuple[str, ...]]
    _single: Mapping[str, tuple[str, ...]]
    _seen: dict[str, tuple[Hit, ...]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, catalogue: Catalogue) -> Self:
        """Return the index of *catalogue*."""
        entries, written = _entries(catalogue)
        deviations = {row.code: row.deviation_of for row in catalogue.boundary.values() if row.deviation_of}
        severities = {row.code: severity_rank(row.severity) for row in catalogue.boundary.values()}
        return cls._indexed(entries, written, deviations=deviations, severities=severities)

    @classmethod
    def _indexed(
        cls,
        entries: list[Entry],
        written: "list[_Written]",
        *,
        deviations: Mapping[str, str],
        severities: Mapping[str, int],
    ) -> Self:
        rarity = _rarities(written, len(entries))
        phrases, postings = [], dict[str, dict[int, list[Posting]]]()
        for number, each in enumerate(written):
            rarities = [_rarity(word, rarity) for word in each.words]
            phrases.append(
                Phrase(
                    entry=each.entry,
                    weight=each.weight,
                    language=each.language,
                    size=len(rarities),
                    total=sum(rarities),
                )
            )
            for position, word in enumerate(each.words):
                posting = Posting(phrase=number, position=position, rarity=rarities[position])
                for key, _ in _keys(word):
                    postings.setdefault(key, {}).setdefault(each.entry, []).append(posting)
        return cls(
            entries=tuple(entries),
            phrases=tuple(phrases),
            deviations=deviations,
            severities=severities,
            postings=postings,
            small_words=frozenset(word for each in written for word in each.words if word in vocabulary.STOP),
            words=frozenset(word for each in written for word in each.words),
            _by_letter=_grouped(postings),
            _single=_with_single_letters(postings),
        )

    def hits(self, word: str) -> tuple[Hit, ...]:
        """Return the keys of the index that a folded word stands for, each with how sure that is (0-1).

        A word of the catalogue stands for itself; any other may be an everyday word, a compound or a slip of the pen.
        """
        if len(word) > _LONGEST_WORD:
            return ()
        found = self._seen.get(word)
        if found is None:
            found = self._find(word)
            if len(self._seen) >= _REMEMBERED_WORDS:
                self._seen.clear()
            self._seen[word] = found
        return found

    def knows(self, word: str) -> bool:
        """Tell whether a folded word stands in the index as it is."""
        return any(key in self.postings for key in keys_of(word))

    def names(self, word: str, code: str) -> bool:
        """Tell whether a folded word is one of the words of *code*, or an everyday one for it: no guess."""
        keys = [*(key for key, _ in _keys(word)), *(key for key, _ in self._everyday(word))]
        entries = {entry for key in keys for entry in self.postings.get(key, ())}
        return any(self.entries[entry].code == code for entry in entries)

    def _find(self, word: str) -> tuple[Hit, ...]:
        exact = tuple((key, quality) for key, quality in _keys(word) if key in self.postings)
        everyday = self._everyday(word)
        if exact or everyday:
            return exact + everyday
        return self._definite(word) or self._doubled(word) or self._compound(word) or self._typo(word)

    def _definite(self, word: str) -> tuple[Hit, ...]:
        """Return the keys of a word of the catalogue that looks inflected itself: the stem of "paket" is "pak"."""
        plain = next((word.removesuffix(end) for end in ("et", "en") if word.endswith(end)), "")
        return tuple((key, quality) for key, quality in _keys(plain)) if plain in self.words else ()

    def _doubled(self, word: str) -> tuple[Hit, ...]:
        """Return the keys that differ only in a doubled letter, the commonest slip of all: "hisen", "bonning"."""
        if len(word) < _PART_LENGTH or word in vocabulary.WEAK:
            return ()
        forms = dict.fromkeys(single_letters(form) for form in (stem_of(word), word))
        return tuple((key, _TYPO) for form in forms for key in self._single.get(form, ()))[:2]

    def _everyday(self, word: str) -> tuple[Hit, ...]:
        stands_for = vocabulary.EVERYDAY.get(word) or _EVERYDAY_BY_STEM.get(stem_of(word))
        if stands_for is None:
            return ()
        return tuple((key, _EVERYDAY * quality) for key, quality in _keys(stands_for) if key in self.postings)

    def _compound(self, word: str) -> tuple[Hit, ...]:
        best: tuple[Hit, ...] = ()
        best_score = 0.0
        for cut in range(_SHORTEST_PART - 1, len(word) - _SHORTEST_PART + 1):
            hits = (*self._part(word[:cut].removesuffix("s"), word[:cut]), *self._part(word[cut:]))
            if not hits and len(word) > _TWO_ERRORS_LENGTH - 1 and cut == _SHORTEST_PART:
                hits = tuple((key, 1.0) for key in (f"={word[:cut]}", word[:cut]) if key in self.postings)[:1]
            is_whole = len(hits) > 1
            scored = tuple((key, _COMPOUND if is_whole else _PART) for key, _ in hits)
            score = len(scored) * 10 + sum(len(key) for key, _ in scored)
            if scored and score > best_score:
                best, best_score = scored, score
        return best

    def _part(self, *forms: str) -> tuple[Hit, ...]:
        for form in forms:
            if len(form) < _PART_LENGTH or form in vocabulary.STOP or form in vocabulary.WEAK:
                continue
            keys = (*keys_of(form), *(keys_of(vocabulary.EVERYDAY[form]) if form in vocabulary.EVERYDAY else ()))
            for key in keys:
                if key in self.postings and len(key) >= _PART_LENGTH:
                    return ((key, 1.0),)
        return ()

    def _typo(self, word: str) -> tuple[Hit, ...]:
        stem = stem_of(word)
        if len(stem) < _FUZZY_LENGTH or not word.isalpha() or word in vocabulary.WEAK:
            return ()
        limit = 2 if len(stem) >= _TWO_ERRORS_LENGTH else 1
        found: list[tuple[int, str]] = []
        for length in range(len(stem) - limit, len(stem) + limit + 1):
            near = process.extract(
                stem, self._by_letter.get((stem[0], length), ()), scorer=OSA.distance, score_cutoff=limit, limit=3
            )
            found += [(int(distance), key) for key, distance, _ in near if min(len(key), len(stem)) >= _PART_LENGTH]
        return tuple((key, _TYPO - 0.1 * distance) for distance, key in sorted(found)[:2])


_EVERYDAY_BY_STEM = {
    stem_of(word): stands for word, stands in vocabulary.EVERYDAY.items() if len(stem_of(word)) >= _PART_LENGTH
}


def _keys(word: str) -> tuple[tuple[str, float], ...]:
    """Return the keys of a folded word, each with how surely it is this word's.

    A stem of three letters may be another word's ("laga", "lager"), so such a word also stands by itself.
    """
    keys = keys_of(word)
    if len(keys[0]) >= _PART_LENGTH:
        return tuple((key, 1.0) for key in keys)
    if word in vocabulary.NEGATORS:
        return ((f"={word}", 1.0),)
    return (f"={word}", 1.0), *((key, _SHORT_STEM) for key in keys)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Written:
    """A phrase before it is weighed."""

    entry: int
    words: tuple[str, ...]
    weight: float
    language: str


def _entries(catalogue: Catalogue) -> tuple[list[Entry], list[_Written]]:
    entries: list[Entry] = []
    written: list[_Written] = []
    for service in catalogue.services.values():
        written += _of_service(service, len(entries))
        entries.append(Entry(code=service.code, is_object=False, service=service.code))
    for row in catalogue.boundary.values():
        written += _of_object(row, len(entries))
        entries.append(Entry(code=row.code, is_object=True, service=row.service))
    return entries, written


def _of_service(service: Service, entry: int) -> Iterator[_Written]:
    for language in ("sv", "en"):
        yield from _phrases([service.name.of(language)], entry=entry, weight=NAME_WEIGHT, language=language)
        keywords = service.keywords.sv if language == "sv" else service.keywords.en
        yield from _phrases(keywords, entry=entry, weight=KEYWORD_WEIGHT, language=language)
        words = [token.folded for token in tokens_of(fold(readable(service.description.of(language))))]
        long = [word for word in words if len(word) > _FUZZY_LENGTH]
        yield from _phrases(long, entry=entry, weight=DESCRIPTION_WEIGHT, language=language)


def _of_object(row: BoundaryRow, entry: int) -> Iterator[_Written]:
    for language in ("sv", "en"):
        keywords = row.keywords.sv if language == "sv" else row.keywords.en
        yield from _phrases([row.object.of(language)], entry=entry, weight=OBJECT_NAME_WEIGHT, language=language)
        yield from _phrases(keywords, entry=entry, weight=KEYWORD_WEIGHT, language=language)
    yield from _phrases(row.escalate_words, entry=entry, weight=ESCALATION_WEIGHT, language="sv")


def _phrases(texts: Iterable[str], *, entry: int, weight: float, language: str) -> Iterator[_Written]:
    """Yield *texts* as phrases; a name that lists things ("Nycklar och passerkort") is a phrase for each of them."""
    for text in texts:
        for part in _JOINT.split(text):
            words = [token.folded for token in tokens_of(fold(readable(part)))]
            content = tuple(word for word in words if word not in vocabulary.STOP)
            # "låst ute" is not "låst": where one word is left, the small ones count.
            content = tuple(words) if len(content) < 2 <= len(words) else content or tuple(words)  # noqa: PLR2004
            is_common = len(content) > 1 and all(word in vocabulary.STOP or word in vocabulary.WEAK for word in content)
            if content:
                total = weight * (COMMON_PHRASE if is_common else 1.0)
                yield _Written(entry=entry, words=content, weight=total, language=language)


def _rarity(word: str, rarity: Mapping[str, float]) -> float:
    return SMALL_WORD_RARITY if word in vocabulary.STOP else max(rarity[key] for key in keys_of(word))


def _rarities(written: list[_Written], entries: int) -> dict[str, float]:
    """Return for each key how rare it is: 1 when one entry has it, nearing 0 when all have."""
    having: dict[str, set[int]] = {}
    for each in written:
        counts = each.weight > DESCRIPTION_WEIGHT
        for word in each.words:
            for key in keys_of(word):
                entry = having.setdefault(key, set())
                if counts:
                    entry.add(each.entry)
    most = math.log(1 + entries)
    return {key: math.log(1 + entries / max(1, len(each))) / most for key, each in having.items()}


def single_letters(word: str) -> str:
    """Return *word* with each doubled letter written once."""
    return _DOUBLED.sub(r"\1", word)


def _with_single_letters(keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for key in keys:
        if len(key) >= _PART_LENGTH and not key.startswith("="):
            groups.setdefault(single_letters(key), []).append(key)
    return {group: tuple(each) for group, each in groups.items()}


def _grouped(keys: Iterable[str]) -> dict[tuple[str, int], tuple[str, ...]]:
    groups: dict[tuple[str, int], list[str]] = {}
    for key in keys:
        groups.setdefault((key[0], len(key)), []).append(key)
    return {group: tuple(each) for group, each in groups.items()}
