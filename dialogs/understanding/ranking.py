"""Which service or object a sentence speaks of, by the words that it shares with the catalogue."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice
from operator import itemgetter

from dialogs.understanding import numerals, vocabulary
from dialogs.understanding.folding import Token, keys_of
from dialogs.understanding.lexicon import Entry, Lexicon, Phrase

WHOLE_PHRASE = 1.5
OTHER_LANGUAGE = 0.5
FAULT_FAVOURS_OBJECTS = 1.35
WISH_FAVOURS_SERVICES = 1.2
WISH_DISFAVOURS_OBJECTS = 0.85
OBJECT_BESIDE_SERVICE = 0.3
WEAK_WEIGHT = 0.3
MOST_ENTRIES = 60
MOST_CANDIDATES = 40
LONG_WORD = 12
_SWEDISH_LETTER = re.compile(r"[åäöÅÄÖ]")
WEAK_IN_PHRASE = 0.9


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """What a sentence may speak of: a service, an object, or a service and the object that led to it."""

    service: str | None
    object: str | None
    score: float

    @property
    def code(self) -> str:
        """Return the code that names it: the service when there is one."""
        return self.service or self.object or ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tone:
    """How the sentence speaks: of a fault, of a wish; in Swedish, in English, or None when that can't be told."""

    is_fault: bool
    is_wish: bool
    language: str | None


def language_of(text: str, tokens: Sequence[Token]) -> str | None:
    """Return ``sv`` or ``en`` when the small words and the letters of the sentence tell, otherwise None."""
    swedish = sum(token.folded in vocabulary.SWEDISH for token in tokens) + bool(_SWEDISH_LETTER.search(text))
    english = sum(token.folded in vocabulary.ENGLISH for token in tokens)
    if swedish == english:
        return None
    return "sv" if swedish > english else "en"


def rank(tokens: Sequence[Token], weights: Mapping[Token, float], lexicon: Lexicon, tone: Tone) -> list[Candidate]:
    """Return what the sentence may speak of, best first; *weights* lowers words that also say where or when."""
    totals: dict[int, float] = {}
    for entry, phrases in _matched(tokens, weights, lexicon).items():
        scores: dict[int, float] = {}
        for number, words in phrases.items():
            _score_phrase(lexicon.phrases[number], words, tokens, scores=scores, tone=tone)
        totals[entry] = sum(scores.values())
    return _candidates(totals, lexicon.entries, tone)


_Words = dict[int, tuple[float, float, int]]


def _score_phrase(
    phrase: Phrase, words: _Words, tokens: Sequence[Token], *, scores: dict[int, float], tone: Tone
) -> None:
    """Raise *scores*, by number of the token, to what *phrase* gives each of the *words* that it shares."""
    factor = phrase.weight
    is_whole = len(words) == phrase.size > 1
    if is_whole:
        factor *= WHOLE_PHRASE
    elif phrase.size > 1:
        covered = sum(rarity * min(1.0, quality / 0.6) for quality, rarity, _ in words.values()) / phrase.total
        factor *= covered * covered
    if tone.language and phrase.language != tone.language:
        factor *= OTHER_LANGUAGE
    is_its_language = phrase.size == 1 and phrase.language == tone.language
    for quality, rarity, token in words.values():
        weight = _word_weight(tokens[token].folded, is_whole=is_whole, is_its_language=is_its_language)
        score = factor * quality * rarity * weight
        if score > scores.get(token, 0.0):
            scores[token] = score


def _matched(tokens: Sequence[Token], weights: Mapping[Token, float], lexicon: Lexicon) -> dict[int, dict[int, _Words]]:
    """Return for each entry and phrase touched: position in it → (quality, rarity, number of the token).

    Rare words go first. Of a word that very many entries share, only some entries are looked at, and all that a
    rarer word has touched: so the work is bounded however large the catalogue.
    """
    found: dict[int, dict[int, _Words]] = {}
    hits = [
        (key, quality * _weight(token, weights), number)
        for number, token in enumerate(tokens)
        for key, quality in _hits(number, tokens, lexicon)
    ]
    for key, quality, number in sorted(hits, key=lambda hit: len(lexicon.postings[hit[0]])):
        postings = lexicon.postings[key]
        entries: Iterable[int] = postings
        if len(postings) > MOST_ENTRIES:
            entries = dict.fromkeys([*islice(postings, MOST_ENTRIES), *(each for each in found if each in postings)])
        for entry in entries:
            phrases = found.setdefault(entry, {})
            for posting in postings[entry]:
                words = phrases.setdefault(posting.phrase, {})
                if posting.position not in words or words[posting.position][0] < quality:
                    words[posting.position] = (quality, posting.rarity, number)
    return found


def _weight(token: Token, weights: Mapping[Token, float]) -> float:
    # Of two equal words the longer says more: "kontrollera brandsläckarna" is about the extinguishers.
    return weights.get(token, 1.0) * (0.9 + 0.1 * min(1.0, len(token.folded) / LONG_WORD))


def _hits(number: int, tokens: Sequence[Token], lexicon: Lexicon) -> tuple[tuple[str, float], ...]:
    word = tokens[number].folded
    # A number is no slip of the pen: "three hours" has nothing to do with a tree.
    is_number = word.isdecimal() or (word in numerals.WORDS and not lexicon.knows(word))
    is_silent = is_number or (word in vocabulary.STOP and word not in lexicon.small_words)
    alone = () if is_silent else lexicon.hits(word)
    if number + 1 == len(tokens) or len(word) < len("abc"):
        return alone
    if tokens[number + 1].folded in vocabulary.STOP:
        # "Haft en röra" has nothing to do with "häften".
        return alone
    joined = word + tokens[number + 1].folded
    together = tuple((key, 0.95) for key in keys_of(joined) if key in lexicon.postings)
    return (*alone, *together) if together else alone


def _word_weight(word: str, *, is_whole: bool, is_its_language: bool) -> float:
    if word in vocabulary.NEGATORS:
        return WEAK_IN_PHRASE if is_whole else 0.0
    if word in vocabulary.STOP:
        # "is" is ice in Swedish, and nothing in English.
        return WEAK_IN_PHRASE if is_whole or is_its_language else 0.0
    if word in vocabulary.WEAK:
        return WEAK_IN_PHRASE if is_whole else WEAK_WEIGHT
    return 1.0


def _candidates(totals: Mapping[int, float], entries: Sequence[Entry], tone: Tone) -> list[Candidate]:
    best: dict[str, Candidate] = {}
    for number, total in nlargest(MOST_CANDIDATES, totals.items(), key=itemgetter(1)):
        entry = entries[number]
        score = total * _favour(entry, tone)
        code = entry.service or entry.code
        mine = Candidate(service=entry.service, object=entry.code if entry.is_object else None, score=score)
        best[code] = _together(best[code], mine) if code in best else mine
    return sorted(best.values(), key=lambda each: (-each.score, each.code))


def _favour(entry: Entry, tone: Tone) -> float:
    if entry.is_object:
        return FAULT_FAVOURS_OBJECTS if tone.is_fault else WISH_DISFAVOURS_OBJECTS if tone.is_wish else 1.0
    return WISH_FAVOURS_SERVICES if tone.is_wish and not tone.is_fault else 1.0


def _together(one: Candidate, other: Candidate) -> Candidate:
    high, low = max(one.score, other.score), min(one.score, other.score)
    return Candidate(service=one.service, object=one.object or other.object, score=high + OBJECT_BESIDE_SERVICE * low)
