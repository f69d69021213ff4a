"""Sets of words, written as running text."""


def words_of(text: str) -> frozenset[str]:
    """Return the words of *text*, which are parted by white space."""
    return frozenset(text.split())
