"""What a sentence wants of the desk, read from the tables of `short_answers` and `phrases`."""

import re
from dataclasses import dataclass

from dialogs.understanding import phrases, short_answers
from dialogs.understanding.gates import Gate
from dialogs.understanding.values import Intent

_WORKED = (
    r"\b(?:jobba(?:de|t)|arbeta(?:de|t)|lade|la|lagt|tog|tagit|stadade|anvande|spenderade|rapporter\w*|"
    r"registrer\w*|tidrapport\w*|"
    r"tidrad\w*|skriv\s+[0-9]|tidredovis\w*|skriv\s+(?:upp|in)|lagg\s+(?:in|till)|korrigera|ratta|logga|"
    r"worked|logged|log|spent|took|register|"
    r"i\s+did|cleaned|holl\s+pa)\b"
)
_POLITE = re.compile(r"^(?:(?:hej|hejsan|hi|hello|hey|tjena|ok|okej|okay|men|och|so|sa)\b[\s,!.]*)+|[\s.!?,;:)🌀-🫿❤]+$")
WORKED = re.compile(_WORKED)
HAS_WORKED = re.compile(
    r"^\W*(?:jag|vi|i|we)\s+(?:har\s+|have\s+)?(?:jobba(?:de|t)|arbeta(?:de|t)|lade|lagt|stada(?:de|t)|holl\s+pa|worked|spent|cleaned)\b|"
    r"^\W*(?:\w+\s+){1,3}(?:tog|took)\s+(?:bara\s+|only\s+)?[0-9]"
)


def _compiled(table: tuple[tuple[Intent, str], ...], shape: str) -> tuple[tuple[Intent, re.Pattern[str]], ...]:
    return tuple((intent, re.compile(shape.format(pattern))) for intent, pattern in table)


_WHOLE_PATTERNS = _compiled(short_answers.WHOLE, r"(?:{})")
_ANYWHERE_PATTERNS = _compiled(phrases.ANYWHERE, r"{}")
_FALLBACK_PATTERNS = _compiled(phrases.FALLBACK, r"{}")
_ANYWHERE = Gate(pattern for _, pattern in phrases.ANYWHERE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Cue:
    """An intent that the words themselves say, and how sure that is (0-1)."""

    intent: Intent
    sureness: float


def whole_cue(folded: str) -> Cue | None:
    """Return the intent of a text that says nothing else, such as "ja" or "tack så mycket", or None."""
    bare = re.sub(r"\s+", " ", re.sub(r"[^\w\s'?🌀-🫿❤✅❌-]", " ", folded)).strip()
    for text in dict.fromkeys((bare, bare.strip(" ?"), _POLITE.sub("", bare).strip())):
        for intent, pattern in _WHOLE_PATTERNS:
            if text and pattern.fullmatch(text):
                return Cue(intent=intent, sureness=0.95)
    return None


def strong_cue(folded: str) -> Cue | None:
    """Return the intent that a phrase of the text says, whatever service it names, or None."""
    text = folded.strip()
    return _first(text, _ANYWHERE_PATTERNS, 0.85) if _ANYWHERE.is_in(text) else None


def fallback_cue(folded: str) -> Cue | None:
    """Return the intent of a text in which nothing of the catalogue was found, or None."""
    return _first(folded.strip(), _FALLBACK_PATTERNS, 0.5)


def _first(text: str, patterns: tuple[tuple[Intent, re.Pattern[str]], ...], sureness: float) -> Cue | None:
    for intent, pattern in patterns:
        if pattern.search(text):
            return Cue(intent=intent, sureness=sureness)
    return None
