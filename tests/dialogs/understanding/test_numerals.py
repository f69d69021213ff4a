import re

import pytest

from dialogs.understanding.numerals import WORD_PATTERN, WORDS


@pytest.mark.parametrize("after", ["", "x", " en", "tva", "-fem"])
def test_of_words_that_begin_alike_the_longest_counts(after: str) -> None:
    longest_first = "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True))

    for word in WORDS:
        expected, found = re.match(longest_first, word + after), re.match(WORD_PATTERN, word + after)
        assert expected is not None
        assert found is not None
        assert found[0] == expected[0]
