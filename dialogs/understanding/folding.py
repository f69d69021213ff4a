"""Writing made comparable: case, diacritics, endings.

`fold` keeps the length of a text, so that a span found in the folded text is the same span in the written one.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

READ_CHARACTERS = 2000
_STEM_LENGTH = 3
# What is left after a first ending is seldom a word with a second one, unless it is long: "ostädat", not "ost".
_LONG_STEM_LENGTH = 4
# Nor has what is left after two a third one: "källsortering" is not "kall".
_COMPOUND_LENGTH = 6
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Longest first, so that "orna" goes before "na" and "a". Swedish and English endings are stripped alike: a key needs
# to be the same for all forms of a word, not to be a word.
_ENDINGS = (
    *("ningarna", "ningens", "ationen", "ningar", "ningen", "ation", "ernas", "ornas", "arnas"),
    *("andet", "ades", "ning", "orna", "arna", "erna", "ande", "ende", "ing", "ats", "ade", "ens", "ets", "ers"),
    *("ans", "or", "ar", "er", "en", "et", "an", "na", "ad", "at", "as", "es", "ed", "de", "a", "e", "n", "t", "s"),
)
_CONSONANTS = frozenset("nst")
_SYNCOPE = re.compile(r"(?<=[^aeiouy])e([lnr])$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Token:
    """A word of a sentence: as folded, where it stands, and the keys by which it is found."""

    folded: str
    start: int
    end: int

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the word, the likeliest first."""
        return keys_of(self.folded)

    @property
    def is_number(self) -> bool:
        """Tell whether the word is made of digits only."""
        return self.folded.isdecimal()


def readable(text: str) -> str:
    """Return what is read of *text*: its beginning, composed, without invisible characters."""
    composed = unicodedata.normalize("NFC", text[: READ_CHARACTERS * 2])[:READ_CHARACTERS]
    if composed.isascii() and composed.isprintable():
        return composed
    return "".join(map(_visible, composed))


@lru_cache(maxsize=4096)
def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return " " if category in {"Cc", "Zl", "Zp", "Zs", "Cs"} else character


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    lower = character.lower()
    base = unicodedata.normalize("NFD", lower)[:1] or character
    return base if len(base) == 1 else character


@lru_cache(maxsize=256)
def fold(text: str) -> str:
    """Return *text* in lower case without diacritics, of the same length.

    A sentence is folded by each of those who ask what it means: the last ones are kept, and no longer than a few turns.
    """
    lower = text.lower()
    if lower.isascii():
        return lower
    return "".join(map(_fold_character, text))


@lru_cache(maxsize=256)
def tokens_of(folded: str) -> tuple[Token, ...]:
    """Return the words of a folded text, in order; hyphens inside a word belong to it."""
    return tuple(Token(folded=m.group(), start=m.start(), end=m.end()) for m in _WORD.finditer(folded))


@lru_cache(maxsize=16384)
def keys_of(word: str) -> tuple[str, ...]:
    """Return the keys of a folded word: its stem, and that without the vowel that falls out (nyckel, nycklar)."""
    stem = stem_of(word)
    found = [stem]
    if word.endswith("s") and len(word) == _LONG_STEM_LENGTH:
        found.append(word[:-1])
    for form in (word, word.removesuffix("s")):
        short = _SYNCOPE.sub(r"\1", form)
        if short != form and len(short) > _STEM_LENGTH:
            found.append(short)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=16384)
def stem_of(word: str) -> str:
    """Return *word* without its endings, however many; at least three letters stay."""
    word, last = _without_ending(word, _STEM_LENGTH), word
    least = _LONG_STEM_LENGTH
    while word != last:
        word, last = _without_ending(word, least), word
        least = _COMPOUND_LENGTH
    if word.endswith(("mm", "nn")):
        return word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > _STEM_LENGTH else word


def _without_ending(word: str, least: int) -> str:
    for ending in _ENDINGS:
        needed = _LONG_STEM_LENGTH if ending in _CONSONANTS else least
        if word.endswith(ending) and len(word) - len(ending) >= needed:
            # A doubled consonant belongs to the word: matt, hiss.
            return word if len(ending) == 1 and word[-2] == ending else word[: -len(ending)]
    return word
