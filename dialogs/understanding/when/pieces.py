"""The pieces of time in a sentence: days, clock times and the spans where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from dialogs.understanding.when import vocabulary as words

Span = tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class DayPiece:
    """A day, or the days from `first` to `last`.

    `weekday` is set when a weekday was said, `is_week` when whole weeks were; the two can stand for one day. `offset`
    is how the weekday was pointed at: "next" or "this". `is_feast` is a feast of several days, such as Easter.
    """

    first: date
    last: date
    span: Span
    weekday: int | None = None
    is_week: bool = False
    is_date: bool = False
    is_feast: bool = False
    offset: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class TimePiece:
    """A clock time, or a range of it; `part` names the part of the day when that was said instead.

    `is_today` says that it is a part of today: "i eftermiddag", not "på eftermiddagen".
    """

    start: time
    end: time | None
    span: Span
    part: str = ""
    is_sure: bool = True
    is_today: bool = False


class Reader:
    """The folded text, and what of it is taken already."""

    __slots__ = ("taken", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.taken: list[Span] = []

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of *pattern* that nothing else has taken."""
        for match in pattern.finditer(self.text):
            if self.is_free(match.span()):
                yield match

    def is_free(self, span: Span) -> bool:
        """Tell whether nothing of *span* is taken."""
        return all(span[1] <= start or end <= span[0] for start, end in self.taken)

    def take(self, span: Span) -> None:
        """Mark *span* as read."""
        self.taken.append(span)

    def word_before(self, pattern: re.Pattern[str], span: Span) -> Span | None:
        """Return where *pattern* stands right before *span*, or None; only 40 characters back are read."""
        match = pattern.search(self.text, max(0, span[0] - 40), span[0])
        return match.span() if match else None


def before_pattern(alternatives: str) -> re.Pattern[str]:
    """Return a pattern of one of *alternatives* and fillers at the very end of what is read."""
    return re.compile(rf"\b(?:{alternatives})\s+{words.FILLERS}$")


def right_after(*before: str) -> str:
    """Return a pattern of the place right after one of the words *before* and a space, so that they stay free.

    Most places are not after a space, which is told first.
    """
    behind = "|".join(rf"(?<=\b{each} )" for each in before)
    return rf"\b(?<= )(?:{behind})"
