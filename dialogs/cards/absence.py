"""The card of an absence: the days, and what became of the work on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dialogs.cards.elements import GOOD, OVER, STANDING, WARNING, Frame, Shown, Writer
from domain.absence import Absence
from texts import say
from texts.format import clock, near_day

MOST_LISTED = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class AbsenceFacts:
    """An absence as one reader sees it. `offered` are (what, to whom), `uncovered` what nobody has been found for.

    `since` is when they leave on the first day, None for all of it.
    """

    absence: Absence
    name: str
    is_own: bool
    may_end: bool
    offered: Sequence[tuple[str, str]] = ()
    uncovered: Sequence[str] = ()
    since: datetime | None = None


def absence_card(facts: AbsenceFacts, frame: Frame) -> Shown:
    """Return the card by which one sees that it was understood, and takes it back."""
    write = Writer(frame)
    key = "absence-back" if facts.absence.is_over else "absence-heading"
    heading = write.words(f"{key}-own" if facts.is_own else key, name=facts.name)
    write.heading(heading)
    _standing(write, facts)
    write.row(write.words("absence-days"), _days(facts, frame))
    if facts.uncovered:
        write.status(WARNING, write.words("absence-uncovered", count=len(facts.uncovered)))
        _points(write, facts.uncovered)
    if facts.offered:
        write.title(write.words("absence-offered"))
        _points(write, [write.words("absence-offered-line", what=what, name=name) for what, name in facts.offered])
    if facts.is_own and not facts.absence.is_over:
        write.hint(write.words("absence-hint" if facts.since is None else "absence-hint-since"))
    if facts.may_end:
        label = write.words("absence-end-own" if facts.is_own else "absence-end")
        way = write.words("way-absence-end" if facts.is_own else "way-absence-end-of", name=facts.name)
        write.button("absence.end", label=label, way=way)
    return write.finish(f"{heading}: {_days(facts, frame)}")


def _points(write: Writer, lines: Sequence[str]) -> None:
    write.points(lines[:MOST_LISTED])
    if len(lines) > MOST_LISTED:
        write.hint(write.words("list-more", count=len(lines) - MOST_LISTED))


def _standing(write: Writer, facts: AbsenceFacts) -> None:
    if facts.absence.is_over:
        write.status(OVER, write.words("absence-over"))
    elif facts.is_own or (not facts.uncovered and facts.offered):
        write.status(GOOD, write.words("absence-told" if facts.is_own else "absence-all-offered"))
    elif not facts.offered and not facts.uncovered:
        write.status(STANDING, write.words("absence-nothing"))


def _days(facts: AbsenceFacts, frame: Frame) -> str:
    first = near_day(facts.absence.first, frame.language, frame.today)
    if facts.since is not None:
        return say("absence-since", frame.language, day=first, time=clock(facts.since))
    if facts.absence.first == facts.absence.last:
        return first
    return f"{first} – {near_day(facts.absence.last, frame.language, frame.today)}"
