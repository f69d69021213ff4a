"""A time that stands alone sounds like a service now and then: what tells at once that it does not stand alone."""

import pytest

from dialogs.understanding import Lexicon, Understood, understand
from dialogs.understanding.afterwards import is_only_time, may_be_value
from tests.dialogs.understanding.pilot import pilot_catalogue
from tests.factories import NOW

LEXICON = Lexicon.of(pilot_catalogue())


def read(text: str) -> Understood:
    return understand(text, lexicon=LEXICON, places=(), now=NOW)


@pytest.mark.parametrize(
    "text",
    [
        "lördag",
        "nej, på torsdag istället",
        "kan det bli på fredag kl 13 tack",
        "helst innan helgen om det går",
        "kl 8 menar jag",
        "could you make it Friday afternoon instead",
        "no, next week would be better",
        "vecka 34 passar bättre",
    ],
)
def test_what_is_only_a_time_is_never_taken_for_more(text: str) -> None:
    assert is_only_time(text, now=NOW)
    assert may_be_value(read(text).beside)


def test_a_word_of_its_own_says_that_it_is_more_than_a_time() -> None:
    assert not may_be_value(read("städa aulan på fredag").beside)
