"""Which service or object a sentence speaks of, by the words that it shares with the catalogue."""

from collections.abc import Mapping, Sequence
import re
from dataclasses import dataclass

from dialogs.understanding import vocabulary
from dialogs.understanding.folding import Token, keys_of
from dialogs.understanding.lexicon import Entry, Lexicon

WHOLE_PHRASE = 1.5
OTHER_LANGUAGE = 0.5
FAULT_FAVOURS_OBJECTS = 1.35
WISH_FAVOURS_SERVICES = 1.2
WISH_DISFAVOURS_OBJECTS = 0.85
OBJECT_BESIDE_SERVICE = 0.3
WEAK_WEIGHT = 0.1
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
    found = _matched(tokens, weights, lexicon)
    by_entry: dict[int, dict[int, float]] = {}
    for number, words in found.items():
        phrase = lexicon.phrases[number]
        covered = sum(rarity * min(1.0, quality / 0.6) for quality, rarity, _ in words.values()) / phrase.total
        if phrase.size > 1:
            share = 1.0 if len(words) == phrase.size else covered * covered
            factor = phrase.weight * share * (WHOLE_PHRASE if len(words) == phrase.size else 1.0)
        else:
            factor = phrase.weight
        if tone.language and phrase.language != tone.language:
            factor *= OTHER_LANGUAGE
        is_whole = len(words) == phrase.size
        scores = by_entry.setdefault(phrase.entry, {})
        for quality, rarity, token in words.values():
            score = factor * quality * rarity * _word_weight(tokens[token].folded, is_whole=is_whole and phrase.size > 1)
            scores[token] = max(scores.get(token, 0.0), score)
    totals = {entry: sum(scores.values()) for entry, scores in by_entry.items()}
    return _candidates(totals, lexicon.entries, tone)


_Matches = dict[int, dict[int, tuple[float, float, int]]]


def _matched(tokens: Sequence[Token], weights: Mapping[Token, float], lexicon: Lexicon) -> _Matches:
    """Return for each phrase touched: position in it → (quality, rarity, number of the token)."""
    found: _Matches = {}
    for number, token in enumerate(tokens):
        # Of two equal words the longer says more: "kontrollera brandsläckarna" is about the extinguishers.
        weight = weights.get(token, 1.0) * (0.9 + 0.1 * min(1.0, len(token.folded) / LONG_WORD))
        for key, quality in _hits(number, tokens, lexicon):
            for posting in lexicon.postings[key]:
                words = found.setdefault(posting.phrase, {})
                if posting.position not in words or words[posting.position][0] < quality * weight:
                    words[posting.position] = (quality * weight, posting.rarity, number)
    return found


def _hits(number: int, tokens: Sequence[Token], lexicon: Lexicon) -> tuple[tuple[str, float], ...]:
    word = tokens[number].folded
    is_silent = word.isdecimal() or (word in vocabulary.STOP and word not in lexicon.small_words)
    alone = () if is_silent else lexicon.hits(word)
    if number + 1 == len(tokens) or len(word) < len("abc"):
        return alone
    joined = word + tokens[number + 1].folded
    together = tuple((key, 0.95) for key in keys_of(joined) if key in lexicon.postings)
    return (*alone, *together)


def _word_weight(word: str, *, is_whole: bool) -> float:
    if word in vocabulary.NEGATORS or word in vocabulary.STOP:
        return WEAK_IN_PHRASE if is_whole else 0.0
    if word in vocabulary.WEAK:
        return WEAK_IN_PHRASE if is_whole else WEAK_WEIGHT
    return 1.0


def _candidates(totals: Mapping[int, float], entries: Sequence[Entry], tone: Tone) -> list[Candidate]:
    best: dict[str, Candidate] = {}
    for number, total in sorted(totals.items(), key=lambda each: -each[1]):
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
    return Candidate(
        service=one.service, object=one.object or other.object, score=high + OBJECT_BESIDE_SERVICE * low
    )
