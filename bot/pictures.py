"""Finds the pictures in the text of a message: a channel sends them so, with no attachment of their own."""

from collections.abc import Iterator
from contextlib import suppress
from html.parser import HTMLParser

from typing_extensions import override

_EMOJI = "emoji"


class _Pictures(HTMLParser):
    """Collects the addresses of pictures, but for signs of mood and what a quoted message holds."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._quotes = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "blockquote":
            self._quotes += 1
        elif tag == "img" and not self._quotes and not any(_EMOJI in (value or "").casefold() for _, value in attrs):
            self.found += [value for name, value in attrs if name == "src" and value]

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)


def pictures_in(page: str) -> Iterator[str]:
    """Yield where the pictures of *page* can be fetched over the net, each once, in order."""
    reader = _Pictures()
    with suppress(AssertionError):  # So the parser takes a marked section that it does not know, such as "<![x".
        reader.feed(page)
        reader.close()
    yield from dict.fromkeys(each for each in reader.found if each.startswith(("https://", "http://")))
