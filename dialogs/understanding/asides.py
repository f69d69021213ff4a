"""Small words that answer one question: which category, which language."""

from collections.abc import Mapping

CATEGORIES: Mapping[str, tuple[str, ...]] = {
    "mandatory": ("obligatorisk", "mandatory"),
    "call_off": ("avrop", "call-off", "call off"),
    "add_on": ("tillägg", "add-on", "add on"),
}
LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "en": ("engelska", "english"),
    "sv": ("svenska", "swedish"),
}


def category_in(text: str) -> str | None:
    """Return the code of the category that *text* names, or None."""
    return _named(text, CATEGORIES)


def language_in(text: str) -> str | None:
    """Return the code of the language that *text* names, or None."""
    return _named(text, LANGUAGES)


def _named(text: str, stems: Mapping[str, tuple[str, ...]]) -> str | None:
    folded = text.casefold()
    return next((code for code, words in stems.items() if any(word in folded for word in words)), None)
