"""Tells at once that none of many patterns is in a text: most sentences say none of what a table lists.

A hundred alternatives that each begin at a word are not all tried at each word, but those alone that can begin with its
first letter.
"""

import re
from collections.abc import Iterable, Iterator

_GROUP_NAME = re.compile(r"\(\?P<\w+>")
_PIECE = re.compile(r"\\.|\[\^?\]?[^\]]*\]|\(\?(?:<?[=!]|:)|.", re.DOTALL)
_WORD = r"\b"
_BEGINS = re.compile(r"\b\w")
_MAY_BE_LEFT_OUT = ("?", "*", "{0")
_ASSERTIONS = frozenset({"(?=", "(?!", "(?<=", "(?<!"})
_ANY_LETTER = None


class Gate:
    """Found in just those texts in which one of its patterns is.

    What is tried at a letter is compiled when a word begins with it for the first time.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        at_start, anywhere = [_NOWHERE], [_NOWHERE]
        self._at_words: list[tuple[str, frozenset[str]]] = []
        self._by_letter: dict[str, re.Pattern[str]] = {}
        for pattern in patterns:
            for each in alternatives(_GROUP_NAME.sub("(?:", pattern)):
                letters = first_letters(each)
                if each.startswith("^"):
                    at_start.append(each)
                elif each.startswith(_WORD) and letters is not None and all(map(str.isalnum, letters)):
                    self._at_words.append((each.removeprefix(_WORD), letters))
                else:
                    anywhere.append(each)
        self._at_start, self._anywhere = re.compile("|".join(at_start)), re.compile("|".join(anywhere))

    def is_in(self, text: str) -> bool:
        """Tell whether one of the patterns is found in *text*."""
        if self._at_start.match(text) or self._anywhere.search(text):
            return True
        return any(self._at(begin.group()).match(text, begin.start()) for begin in _BEGINS.finditer(text))

    def _at(self, letter: str) -> re.Pattern[str]:
        found = self._by_letter.get(letter)
        if found is None:
            mine = [each for each, letters in self._at_words if letter in letters]
            found = self._by_letter[letter] = re.compile("|".join(mine or [_NOWHERE]))
        return found


_NOWHERE = r"(?!)"


def alternatives(pattern: str) -> Iterator[str]:
    """Yield the alternatives that *pattern* has outside of its groups, in order."""
    begins, depth = 0, 0
    for piece in _PIECE.finditer(pattern):
        match piece.group()[0]:
            case "(":
                depth += 1
            case ")":
                depth -= 1
            case "|" if depth == 0:
                yield pattern[begins : piece.start()]
                begins = piece.end()
    yield pattern[begins:]


def first_letters(alternative: str) -> frozenset[str] | None:
    """Return the characters with which what the alternative finds can begin; None when that is not told easily.

    What looks ahead or behind is taken as always true, so that there are rather too many than too few.
    """
    piece = _PIECE.match(alternative)
    if piece is None:
        return _ANY_LETTER
    begin, end = piece.group(), piece.end()
    if begin.startswith("("):
        end = _end_of_group(alternative)
        if begin in _ASSERTIONS:
            return first_letters(alternative[end:])
        inside = alternative[piece.end() : end - 1]
        letters = _of_all(first_letters(each) for each in alternatives(inside))
    elif begin == _WORD:
        return first_letters(alternative[end:])
    else:
        letters = _of_one(begin)
    rest = alternative[end:]
    return _of_all([letters, first_letters(rest[1:])]) if rest.startswith(_MAY_BE_LEFT_OUT) else letters


def _of_all(found: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    letters: frozenset[str] = frozenset()
    for each in found:
        if each is _ANY_LETTER:
            return _ANY_LETTER
        letters |= each
    return letters


def _of_one(piece: str) -> frozenset[str] | None:
    """Return the characters that a letter, a digit or a set of them stands for."""
    if piece.isalnum():
        return frozenset(piece)
    if piece.startswith("[") and not piece.startswith("[^") and "\\" not in piece:
        return frozenset(each for each in map(chr, range(128)) if re.fullmatch(piece, each))
    return _ANY_LETTER


def _end_of_group(pattern: str) -> int:
    """Return where the group ends with which *pattern* begins."""
    depth = 0
    for piece in _PIECE.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(piece.group()[0], 0)
        if depth == 0:
            return piece.end()
    return len(pattern)
