"""Finding things in a card."""

from collections.abc import Iterator
from typing import Any, cast

Element = dict[str, Any]


def elements(part: object) -> Iterator[Element]:
    """Yield every element of *part*, from the outside in; what a button carries and falls back to is left out."""
    if isinstance(part, list):
        for each in part:
            yield from elements(each)
    elif isinstance(part, dict):
        element = cast("Element", part)
        if "type" in element:
            yield element
        for name, inner in element.items():
            if name not in {"data", "fallback", "msteams"}:
                yield from elements(inner)


def of_type(card: object, *kinds: str) -> list[Element]:
    """Return the elements of *kinds*."""
    return [each for each in elements(card) if each["type"] in kinds]


def inputs(card: object) -> list[Element]:
    """Return the fields that are filled in."""
    return [each for each in elements(card) if each["type"].startswith("Input.")]


def visible(part: object) -> object:
    """Return *part* without what stands hidden at first."""
    if isinstance(part, list):
        kept = [each for each in part if not (isinstance(each, dict) and each.get("isVisible") is False)]
        return [visible(each) for each in kept]
    return {name: visible(inner) for name, inner in part.items()} if isinstance(part, dict) else part


def words(card: object) -> list[str]:
    """Return the texts that are read in the card, each as it stands in it."""
    return [each["text"] for each in of_type(card, "TextBlock", "TextRun")]
