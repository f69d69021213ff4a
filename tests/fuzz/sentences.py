"""The sentences of `texts/`, found again in what the bot says: which one is it, in which language?"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from fluent.syntax import ast

from texts.sentences import parse

NO = (
    "error-",
    "refused-",
    "nothing-",
    "not-",
    "no-human",
    "nobody-suitable",
    "unknown-person",
    "search-",
    "cannot-order",
    "edited-too-late",
    "which-",
    "change-how",
    "change-what",
    "change-nothing",
    "comment-what",
    "comment-on-which",
    "commitment-which",
    "finish-hours",
    "pass-on-wh",
    "series-none",
    "series-nothing",
    "survey-none",
    "queue-empty",
)
"""How the keys of sentences begin that say no or ask: after them nothing may have happened."""
BESIDE = frozenset(
    {"identity-number-masked", "only-the-beginning", "part-undone", "written-to-you", "written-to-you-how"}
)
"""Sentences that stand beside an answer and are none."""
FAULT = "fault"
_LEAST_OWN_CHARACTERS = 5


def is_no(key: str) -> bool:
    """Tell whether the sentence says no, or asks."""
    return key.startswith(NO)


@cache
def keys_of(text: str, language: str) -> frozenset[str]:
    """Return the keys of every sentence of *language* that *text* can be, or that it can begin with.

    A no is several sentences in one answer: who may do it, whom to ask, what to write instead.
    """
    whole = frozenset(key for key, pattern in _patterns(language) if pattern.fullmatch(text))
    return whole or frozenset(_first_of_many(text, language))


def _first_of_many(text: str, language: str) -> Iterator[str]:
    for key, pattern in _patterns(language):
        first = pattern.match(text)
        if first is None:
            continue
        rest = text[first.end() :]
        if rest.startswith(" ") and keys_of(rest[1:], language):
            yield key


@cache
def _patterns(language: str) -> Sequence[tuple[str, re.Pattern[str]]]:
    messages = [each for each in parse(language).body if isinstance(each, ast.Message) and each.value is not None]
    return [
        (each.id.name, re.compile(_expression(each.value), re.DOTALL))
        for each in messages
        if each.value is not None and _own_characters(each.value) >= _LEAST_OWN_CHARACTERS
    ]


def _own_characters(pattern: ast.Pattern) -> int:
    texts = [each.value for each in pattern.elements if isinstance(each, ast.TextElement)]
    choices = [
        min((_own_characters(variant.value) for variant in each.expression.variants), default=0)
        for each in pattern.elements
        if isinstance(each, ast.Placeable) and isinstance(each.expression, ast.SelectExpression)
    ]
    return len("".join(texts)) + sum(choices)


def _expression(pattern: ast.Pattern) -> str:
    return "".join(_part(each) for each in pattern.elements)


def _part(element: ast.TextElement | ast.Placeable) -> str:
    if isinstance(element, ast.TextElement):
        return re.escape(element.value)
    inner = element.expression
    if isinstance(inner, ast.SelectExpression):
        return f"(?:{'|'.join(_expression(variant.value) for variant in inner.variants)})"
    if isinstance(inner, ast.StringLiteral):
        return re.escape(inner.value)
    return ".*?"
