"""Which commitments a sentence can mean by their titles: "slutrapporten är klar", "delårsrapport 1 pågår"."""

from collections.abc import Collection, Mapping, Sequence

from dialogs.understanding.commitment_words import STATUS
from dialogs.understanding.folding import fold, keys_of, tokens_of
from dialogs.understanding.wordsets import words_of

LONGEST = 120
_SHORTEST_PART = 4
"""Letters from which a word counts as a part of a compound."""
_ENDINGS = ("erna", "arna", "en", "et", "n", "t", "s")
_AROUND = words_of("""
    ar har vi jag ni nu med den det de helt hel har blev blir varit alldeles ju av i for om till och som en ett var vart
    is are has have been we i the a an now with of for our to and it its that this vid pa
""")


def title_words(head: str) -> Sequence[str]:
    """Return the words of *head* that can be of a title: what is said besides how far it has come."""
    folded = fold(head)
    if len(folded) > LONGEST:
        return []
    for status in STATUS.values():
        folded = status.sub(" ", folded)
    return [each.folded for each in tokens_of(folded) if each.folded not in _AROUND]


def titles_with(words: Collection[str], titles: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Return the codes of *titles*, each in several languages, that have all *words* in one of them."""
    if not any(len(each) >= _SHORTEST_PART for each in words):
        return []
    return [code for code, names in titles.items() if any(_has_all(words, name) for name in names)]


def _has_all(words: Collection[str], title: str) -> bool:
    parts = [each.folded for each in tokens_of(fold(title))]
    return all(_is_in(word, parts) for word in words)


def _is_in(word: str, parts: Collection[str]) -> bool:
    """Tell whether *word* is one of *parts*, the end of one, or made of two: "delårsrapport" of delår and rapport."""
    if len(word) < _SHORTEST_PART:
        return word in parts
    if _ends_one(word, parts):
        return True
    firsts = [each for each in parts if len(each) >= _SHORTEST_PART and word.startswith(each)]
    rests = [word.removeprefix(each).removeprefix("s") for each in firsts]
    return any(len(rest) >= _SHORTEST_PART and _ends_one(rest, parts) for rest in rests)


def _ends_one(word: str, parts: Collection[str]) -> bool:
    forms = [word, *(word.removesuffix(each) for each in _ENDINGS if word.endswith(each))]
    ends = tuple(each for each in forms if len(each) >= _SHORTEST_PART)
    return any(not set(keys_of(word)).isdisjoint(keys_of(each)) or each.endswith(ends) for each in parts)
