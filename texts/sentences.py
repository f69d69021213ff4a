"""Sentences by key, each read when it is first asked for; one that only places its values needs no Fluent for it."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle
from fluent.syntax import ast
from fluent.syntax.parser import FluentParser

LANGUAGES = ("sv", "en")
FALLBACK = "sv"

_ENTRY = re.compile(r"^(?=[a-zA-Z][\w-]* *=)", re.MULTILINE)

Word = Callable[[Mapping[str, object]], str]


class MissingText(LookupError):
    """No sentence has that key, or a value that it needs was not given: a fault of ours, never of a person."""


def say(key: str, language: str, /, **values: object) -> str:
    """Return the sentence *key* in *language*; any language but English reads Swedish.

    Numbers among *values* are written as the language writes them; texts stand as they are.

    Raises:
        MissingText: there is no such sentence, or a value that it needs is missing.
    """
    try:
        return _word(key, "en" if language == "en" else FALLBACK)(values)
    except KeyError as missing:
        raise MissingText(f"{key}: {missing}") from None


def has(key: str) -> bool:
    """Tell whether there is a sentence *key*."""
    return key in _entries(FALLBACK)


def parse(language: str) -> ast.Resource:
    """Return the file of *language* as a syntax tree.

    Raises:
        MissingText: a part of the file can't be read.
    """
    resource = FluentParser(with_spans=False).parse(_source(language))
    if broken := [entry for entry in resource.body if isinstance(entry, ast.Junk)]:
        raise MissingText(f"{language}.ftl can't be read: {broken[0].content}")
    return resource


def _source(language: str) -> str:
    return files("texts").joinpath(f"{language}.ftl").read_text(encoding="utf-8")


@cache
def _entries(language: str) -> Mapping[str, str]:
    """Return the sentences by key as they are written: of thousands, a process that starts needs few."""
    return {entry.partition("=")[0].strip(): entry for entry in _ENTRY.split(_source(language))[1:]}


@cache
def _bundle(language: str) -> FluentBundle:
    return FluentBundle([language], use_isolating=False)


@cache
def _word(key: str, language: str) -> Word:
    """Return how to word the sentence.

    Raises:
        KeyError: there is none.
        MissingText: it can't be read.
    """
    message = FluentParser(with_spans=False).parse_entry(_entries(language)[key])
    if not isinstance(message, ast.Message) or message.value is None:
        raise MissingText(f"{language}.ftl can't be read: {key}")
    bundle = _bundle(language)
    bundle.add_resource(ast.Resource([message]))
    return _quick(message.value, _formatting(bundle, key))


def _quick(pattern: ast.Pattern, formatting: Word) -> Word:
    """Return how to word a pattern: by itself when it only places texts, by Fluent when there is more to it.

    Fluent takes tens of microseconds for one value, and a card has dozens of sentences.
    """
    template = _template(pattern)
    if template is None:
        return formatting
    if all(isinstance(each, ast.TextElement) for each in pattern.elements):
        constant = template % {}
        return lambda _: constant

    def word(values: Mapping[str, object]) -> str:
        return template % values if all(isinstance(each, str) for each in values.values()) else formatting(values)

    return word


def _template(pattern: ast.Pattern) -> str | None:
    """Return the pattern for the % operator; None when it holds more than texts and named values."""
    template = ""
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            template += element.value.replace("%", "%%")
        elif isinstance(element.expression, ast.VariableReference):
            template += f"%({element.expression.id.name})s"
        else:
            return None
    return template


def _formatting(bundle: FluentBundle, key: str) -> Word:
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise MissingText(key)

    def word(values: Mapping[str, object]) -> str:
        sentence, faults = bundle.format_pattern(pattern, dict(values))
        if faults:
            raise KeyError(str(faults[0]))
        return str(sentence)

    return word
