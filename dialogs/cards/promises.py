"""The card of a month's promises: how many were kept, of all and of each unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce

from catalog.models import Unit
from dialogs.cards.elements import GOOD, STANDING, WARNING, Frame, Shown, Writer
from domain.months import month_after, month_before
from domain.promises import Kept
from texts.format import month, opening


@dataclass(frozen=True, kw_only=True, slots=True)
class PromiseFacts:
    """The month that begins on `first`, and what became of the promises that were settled in it, by unit."""

    first: date
    units: Sequence[tuple[Unit, Kept]]


def promises_card(facts: PromiseFacts, frame: Frame) -> Shown:
    """Return how the promises were kept, all together first, the unit with most broken ones before the others."""
    write = Writer(frame)
    heading = write.words("promises-heading", month=month(f"{facts.first:%Y-%m}", frame.language))
    write.heading(heading)
    whole = reduce(Kept.__add__, (each for _, each in facts.units), Kept())
    summary = _words(write, whole)
    write.status(STANDING if not whole.all else WARNING if whole.broken else GOOD, summary)
    for unit, each in sorted(facts.units, key=lambda line: (-line[1].broken, line[0].code)):
        if each.all:
            write.points([f"{unit.name.of(frame.language)}: {_words(write, each)}"], sign="!" if each.broken else "✓")
    if whole.all:
        write.hint(write.words("promises-how"))
    _turning(write, facts)
    return write.finish(f"{heading}: {summary}")


def _words(write: Writer, each: Kept) -> str:
    if each.percent is None:
        return write.words("promises-none")
    return write.words("promises-kept", kept=str(each.kept), all=str(each.all), percent=str(each.percent))


def _turning(write: Writer, facts: PromiseFacts) -> None:
    """Put the ways to the month before and, where it has begun, the one after."""
    for each in (month_before(facts.first), month_after(facts.first)):
        if each <= write.frame.today:
            name = month(f"{each:%Y-%m}", write.language)
            way = write.words("way-promises-show", month=name)
            write.button("promises.show", label=opening(name), way=way, month=f"{each:%Y-%m}")
