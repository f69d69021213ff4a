"""The sentences: both languages say the same things with the same values, and nothing is ever left blank."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import pytest
from fluent.syntax import ast

from texts import LANGUAGES, MissingText, has, say
from texts.sentences import parse


def messages(language: str) -> dict[str, ast.Message]:
    return {each.id.name: each for each in parse(language).body if isinstance(each, ast.Message)}


def variables(node: ast.BaseNode) -> Iterator[str]:
    if isinstance(node, ast.VariableReference):
        yield node.id.name
    for each in vars(node).values():
        for inner in each if isinstance(each, list) else [each]:
            if isinstance(inner, ast.BaseNode):
                yield from variables(inner)


def test_swedish_and_english_have_the_same_keys() -> None:
    assert messages("sv").keys() == messages("en").keys()


def test_each_sentence_takes_the_same_values_in_both_languages() -> None:
    english = messages("en")

    different = [key for key, message in messages("sv").items() if {*variables(message)} != {*variables(english[key])}]

    assert different == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_twice_in_a_file(language: str) -> None:
    counted = Counter(each.id.name for each in parse(language).body if isinstance(each, ast.Message))

    assert [key for key, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_has_words(language: str) -> None:
    assert [key for key, message in messages(language).items() if message.value is None] == []


def test_a_key_that_is_missing_raises() -> None:
    assert not has("no-such-sentence")
    with pytest.raises(MissingText):
        say("no-such-sentence", "sv")


@pytest.mark.parametrize("key", ["order-summary", "list-more"])
def test_a_value_that_is_missing_raises(key: str) -> None:
    with pytest.raises(MissingText):
        say(key, "sv")


def test_any_language_but_english_reads_swedish() -> None:
    assert say("step-done", "fi") == say("step-done", "sv") == "Klar"


@pytest.mark.parametrize(
    ("language", "count", "sentence"),
    [
        ("sv", 0, "Du har inga uppdrag just nu"),
        ("sv", 1, "Du har ett uppdrag"),
        ("sv", 2, "Du har 2 uppdrag"),
        ("en", 0, "You have no assignments right now"),
        ("en", 1, "You have one assignment"),
        ("en", 21, "You have 21 assignments"),
    ],
)
def test_a_count_takes_the_right_plural(language: str, count: int, sentence: str) -> None:
    assert say("assignments-count", language, count=count) == sentence


def test_a_number_among_the_values_is_written_as_the_language_writes_it() -> None:
    values = {"field": "hours", "lowest": Decimal("0.25"), "highest": Decimal(24)}

    assert say("error-bad-input", "sv", **values) == "Timmarna ska vara ett tal från 0,25 till 24."
    assert say("error-bad-input", "en", **values) == "The hours must be a number from 0.25 to 24."


@pytest.mark.parametrize("words", ["100 % { $x }", "%(name)s", "{ evil }", "<b>", "\u2066x"])
def test_a_value_stands_as_it_is(words: str) -> None:
    assert say("request-planned", "en", moment=words) == f"Planned for {words}"
