"""Search as you type in the services: codes, names, keywords and descriptions, in both languages.

Case and diacritics do not count. A word that is being typed matches every word that it begins; a longer form of a word
("stolarna"), a part of a compound ("vård" in "golvvård") and a slip of the fingers match too, and rank lower.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA
from typing_extensions import override

from catalog.models import Catalogue, Service

READ_CHARACTERS = 200
MOST_WORDS = 8
MOST_PREFIXED = 2000
"""How many words that begin alike are looked at; a letter or two begin thousands, and say little."""
SHORTEST_PART = 3
SHORTEST_TYPO = 4
LONG_WORD = 8
NAME, KEYWORD, DESCRIPTION = 1.0, 0.8, 0.35
WHOLE, PREFIX, LONGER, PART, TYPO = 1.0, 0.8, 0.7, 0.5, 0.4
EXACT_BONUS = 4.0
"""What a text that is a whole name, keyword or code counts more than any words of it."""

Scores = dict[int, float]


def fold(text: str) -> str:
    """Return *text* without case and diacritics."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def words_of(text: str) -> list[str]:
    """Return the folded words of *text*: what stands between anything but letters and digits."""
    return "".join(each if each.isalnum() else " " for each in fold(text)).split()


@dataclass(frozen=True, kw_only=True)
class ServiceIndex:
    """The words of all services, each with the services that have it and how much it says about them."""

    codes: tuple[str, ...]
    words: tuple[str, ...]
    postings: Mapping[str, Mapping[int, float]]
    phrases: Mapping[str, Mapping[int, float]]

    @classmethod
    def of(cls, services: Sequence[Service]) -> "ServiceIndex":
        """Return the index of *services*; what is found alike is ranked as they stand."""
        postings: dict[str, Scores] = {}
        phrases: dict[str, Scores] = {}
        for number, service in enumerate(services):
            for text, weight in _texts(service):
                words = words_of(text)
                for word in words:
                    _raise(postings.setdefault(word, {}), number, weight)
                if weight > DESCRIPTION:
                    _raise(phrases.setdefault(" ".join(words), {}), number, weight)
        codes = tuple(service.code for service in services)
        return cls(codes=codes, words=tuple(sorted(postings)), postings=postings, phrases=phrases)

    def search(self, text: str, *, limit: int = 20, only: Collection[str] | None = None) -> tuple[str, ...]:
        """Return the codes of what *text* may mean, best first; with *only*, none but those. A blank text finds all.

        What has all the words goes before what has some; any text is answered, be it nonsense.
        """
        words = words_of(text[:READ_CHARACTERS])[:MOST_WORDS]
        found = self._all() if not words else self._ranked(words)
        return tuple(islice((code for code in found if only is None or code in only), max(limit, 0)))

    @cached_property
    def text(self) -> str:
        """Return all words, a line each, between line breaks; looking in one text is far faster than in many."""
        return "\n" + "\n".join(self.words) + "\n"

    def _all(self) -> Iterator[str]:
        return iter(self.codes)

    def _ranked(self, words: Sequence[str]) -> Iterator[str]:
        sums: Scores = {}
        hits: dict[int, int] = {}
        for word in dict.fromkeys(words):
            # A long word says more than "en" and "i", of which some word of every service is made.
            for number, score in self._scores(word).items():
                sums[number] = sums.get(number, 0.0) + score * len(word)
                hits[number] = hits.get(number, 0) + len(word)
        for number, weight in self.phrases.get(" ".join(words), {}).items():
            sums[number] = sums.get(number, 0.0) + EXACT_BONUS * weight * READ_CHARACTERS
            hits[number] = sum(map(len, dict.fromkeys(words)))
        most = max(hits.values(), default=0)
        # Half of what was written is the least that still says something about what was meant.
        kept = [number for number, count in hits.items() if count * 2 >= most]
        kept.sort(key=lambda number: (-hits[number], -sums[number], number))
        return (self.codes[number] for number in kept)

    def _scores(self, word: str) -> Scores:
        scores: Scores = {}
        self._add(scores, [word], WHOLE)
        self._add(scores, self._beginning_with(word), PREFIX)
        is_known = bool(scores)
        for part in self._inside_of(word):
            self._add(scores, [part], LONGER * len(part) / len(word))
        if len(word) >= SHORTEST_PART:
            self._add(scores, self._holding(word), PART)
        if not is_known and len(word) >= SHORTEST_TYPO:
            self._add(scores, self._mistyped(word), TYPO)
        return scores

    def _add(self, scores: Scores, words: Sequence[str], factor: float) -> None:
        for word in words:
            for number, weight in self.postings.get(word, {}).items():
                _raise(scores, number, weight * factor)

    def _beginning_with(self, word: str) -> Sequence[str]:
        first = bisect_left(self.words, word)
        last = min(bisect_left(self.words, word + "\U0010ffff"), first + MOST_PREFIXED)
        return self.words[first:last]

    def _inside_of(self, word: str) -> Sequence[str]:
        """Return the words that *word* begins or ends with: a longer form, or a compound."""
        lengths = range(SHORTEST_PART, len(word))
        parts = [part for length in lengths for part in (word[:length], word[-length:])]
        known = [part for part in parts if part in self.postings]
        # The longest says most: "stolarna" is "stolar" rather than "sto".
        longest = max((len(each) for each in known), default=0)
        return [each for each in known if len(each) == longest]

    def _holding(self, word: str) -> Sequence[str]:
        found: dict[str, None] = {}
        end = -1
        while (at := self.text.find(word, end + 1)) >= 0:
            end = self.text.index("\n", at)
            found[self.text[self.text.rindex("\n", 0, at) + 1 : end]] = None
        return list(found)

    def _mistyped(self, word: str) -> Sequence[str]:
        """Return the words that differ by a slip or, when they are long, two; also from what *word* would begin."""
        most = 2 if len(word) >= LONG_WORD else 1
        whole = process.extract(word, self.words, scorer=OSA.distance, score_cutoff=most, limit=None)
        alike = self._beginning_with(word[0])
        starts = [each[: len(word)] for each in alike]
        begun = process.extract(word, starts, scorer=OSA.distance, score_cutoff=most, limit=None)
        return [*(self.words[index] for _, _, index in whole), *(alike[index] for _, _, index in begun)]


def _texts(service: Service) -> Iterator[tuple[str, float]]:
    yield service.code, NAME
    for text in (service.name.sv, service.name.en):
        yield text, NAME
    for keyword in (*service.keywords.sv, *service.keywords.en):
        yield keyword, KEYWORD
    for text in (service.description.sv, service.description.en):
        yield text, DESCRIPTION


def _raise(scores: Scores, number: int, weight: float) -> None:
    if weight > scores.get(number, 0.0):
        scores[number] = weight


class _Same:
    """A catalogue as a key: the same one, not one that is equal."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.catalogue is other.catalogue

    @override
    def __hash__(self) -> int:
        return id(self.catalogue)


@lru_cache(maxsize=2)
def _index(same: _Same) -> ServiceIndex:
    return ServiceIndex.of(tuple(same.catalogue.services.values()))


def index_of(catalogue: Catalogue) -> ServiceIndex:
    """Return the index of the services of *catalogue*; it is made once for each of the newest two."""
    return _index(_Same(catalogue))
