"""One pattern that tells at once that none of many is in a text: most sentences say none of what a table lists.

A hundred alternatives that each begin at a word are tried at each character; behind one common beginning they are tried
at words alone.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

_GROUP_NAME = re.compile(r"\(\?P<\w+>")
_WORD = r"\b"


def gate_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that is found in just those texts in which one of *patterns* is."""
    found = [each for pattern in patterns for each in alternatives(_GROUP_NAME.sub("(?:", pattern))]
    found.sort(key=_begins_a_word)
    return re.compile("|".join(_together(found)))


def alternatives(pattern: str) -> Iterator[str]:
    """Yield the alternatives that *pattern* has outside of its groups, in order."""
    begins, depth, is_set = 0, 0, False
    for piece in re.finditer(r"\\.|[][()|]", pattern, re.DOTALL):
        match piece.group():
            case "]":
                is_set = False
            case "[":
                is_set = True
            case "(" if not is_set:
                depth += 1
            case ")" if not is_set:
                depth -= 1
            case "|" if not is_set and depth == 0:
                yield pattern[begins : piece.start()]
                begins = piece.end()
    yield pattern[begins:]


def _begins_a_word(alternative: str) -> bool:
    return alternative.startswith(_WORD)


def _together(found: Iterable[str]) -> Iterator[str]:
    for begins_a_word, group in groupby(found, key=_begins_a_word):
        if begins_a_word:
            yield rf"{_WORD}(?:{'|'.join(each.removeprefix(_WORD) for each in group)})"
        else:
            yield from group
