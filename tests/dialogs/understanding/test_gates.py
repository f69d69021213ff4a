import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.understanding import phrases, vocabulary
from dialogs.understanding.folding import fold
from dialogs.understanding.gates import Gate, alternatives, first_letters
from dialogs.understanding.when import clock, days
from tests.dialogs.understanding import pilot
from tests.dialogs.understanding.test_examples import rows

SAID = [row["text"] for row in [*rows("examples"), *rows("more_examples"), *pilot.rows("utterances")]]

TABLES = {
    "anywhere": [pattern for _, pattern in phrases.ANYWHERE],
    "phrases": [pattern for pattern, _ in vocabulary.PHRASES],
    "days": [pattern.pattern for pattern, _ in days._MAKERS],
    "times": [pattern.pattern for pattern, _ in clock._MAKERS],
}


@pytest.mark.parametrize("table", TABLES)
def test_a_gate_opens_for_just_what_one_of_its_patterns_finds(table: str) -> None:
    gate = Gate(TABLES[table])
    found = [gate.is_in(fold(text)) for text in SAID]

    assert found == [any(re.search(pattern, fold(text)) for pattern in TABLES[table]) for text in SAID]
    assert {True, False} == set(found)


WORDS = st.sampled_from(
    [
        *(r"\bab\b", r"\ba\w*", "b+", r"^a", r"(?:a|b)c", r"[|)]", r"\|", r"\bx(?P<n>y|z)", r"c$"),
        *(r"\b(?:a|b)?c", r"\b(?<= )x", r"\b[a-c]?\s*z", r"\b(?:x\s)*y", r"\b(?!a)\w\b", r"\b\W", r"\bab?(?=c|$)"),
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=6), st.lists(st.text("abcxyz|) ", max_size=8), min_size=1, max_size=8))
def test_a_gate_opens_for_just_what_its_patterns_find_whatever_they_are(parts: list[str], texts: list[str]) -> None:
    pattern, gate = "|".join(parts), Gate(["|".join(parts)])
    for text in texts:
        assert gate.is_in(text) == bool(re.search(re.sub(r"\(\?P<n>", "(?:", pattern), text))


def test_alternatives_are_those_outside_of_groups_and_sets() -> None:
    assert list(alternatives(r"a|(?:b|c)d|[|(]e|\|f|\bg")) == ["a", "(?:b|c)d", "[|(]e", r"\|f", r"\bg"]


def test_the_first_letters_are_all_those_with_which_what_is_found_can_begin() -> None:
    found = [first_letters(each) for each in (r"\b(?:ab|c)?d", "[0-2]x", r"(?!a)b*c", r"\w", "", "[^a]")]
    assert found == [frozenset("acd"), frozenset("012"), frozenset("bc"), None, None, None]
