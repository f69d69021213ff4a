"""People's own words in a card: cut to size, on one line, and never read as markup; and what all of it weighs."""

import re
import unicodedata
from collections.abc import Mapping

from pydantic_core import to_json

LONGEST = 280
LONGEST_NAME = 90
ELLIPSIS = "…"
_ASCII = bytes(range(128))
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#~|])")
_LIST_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|file|javascript|data):|\bwww\.")
_SPACES = re.compile(r"[^\S\u00a0]+")
"""Runs of white space; the space that holds the thousands of a number together stays."""


def cut(text: str, longest: int = LONGEST) -> str:
    """Return *text* on one line with at most *longest* characters, ending in … when some are left out.

    What can't be seen, or turns the direction of writing, is left out.
    """
    if len(text) <= longest and _is_fine(text):
        return text
    visible = "".join(each for each in text[: longest * 4] if each.isspace() or _is_shown(each))
    line = _SPACES.sub(" ", visible).strip()
    if len(line) <= longest and len(text) <= longest * 4:
        return line
    return line[: longest - 1].rstrip() + ELLIPSIS


def _is_fine(text: str) -> bool:
    """Tell at a glance that nothing in *text* needs a look; most words are such."""
    is_spaced = "  " in text or text[:1] == " " or text[-1:] == " "
    return not is_spaced and text.replace("\u00a0", "x").isprintable()


def _is_shown(character: str) -> bool:
    """Tell whether the character belongs in a line; the joiner of emoji (U+200D) does."""
    return character == "\u200d" or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def escaped(text: str) -> str:
    """Return *text* so that markdown shows it as it is: no emphasis, no list, no link, no tag."""
    marked = _MARKUP.sub(r"\\\1", text)
    return _unlinked(_LIST_START.sub(r"\1\\\2", marked) if not marked[:1].isdigit() else _numbered(marked))


def _numbered(text: str) -> str:
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", text)


def _unlinked(text: str) -> str:
    """Keep a bare address from becoming a link: a word joiner stands before its colon or point."""
    return _ADDRESS.sub(lambda found: found.group()[:-1] + "\u2060" + found.group()[-1], text)


def weight(card: Mapping[str, object]) -> int:
    """Return the bytes that the card takes on the wire at most: every character outside ASCII written as an escape."""
    written = to_json(card)
    # An escape takes six bytes of what UTF-8 writes in two or three, and twelve of what it writes in four. The only
    # character of ASCII that is escaped by some and not by others is the last.
    return len(written) + 2 * len(written.translate(None, delete=_ASCII)) + 5 * written.count(b"\x7f")
