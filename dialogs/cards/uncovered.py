"""The card of a day's standing work that nobody has, for the coordinators: who is asked, and giving it to somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dialogs.cards.elements import GOOD, WARNING, Frame, Shown, Writer
from texts.format import day, hours

MOST_LISTED = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class UncoveredLine:
    """One piece of standing work without anybody: its code, what it is in words, and the name of who is asked."""

    schedule: str
    what: str
    hours: Decimal
    asked: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class UncoveredFacts:
    """The lines of a day, and the employees (code, name) who are at work on it."""

    on: date
    lines: Sequence[UncoveredLine]
    people: Sequence[tuple[str, str]]


def uncovered_card(facts: UncoveredFacts, frame: Frame) -> Shown:
    """Return the day, with a choice of what to give to whom."""
    write = Writer(frame)
    heading = write.words("uncovered-heading", day=day(facts.on, frame.language, frame.today))
    write.heading(heading)
    summary = write.words("uncovered-count", count=len(facts.lines))
    write.status(WARNING if facts.lines else GOOD, summary)
    write.points([_line(write, each) for each in facts.lines[:MOST_LISTED]])
    if len(facts.lines) > MOST_LISTED:
        write.hint(write.words("list-more", count=len(facts.lines) - MOST_LISTED))
    if facts.lines and facts.people:
        _giving(write, facts)
    return write.finish(f"{heading}: {summary}")


def _line(write: Writer, line: UncoveredLine) -> str:
    worded = f"{line.what}, {hours(line.hours, write.language)} ({line.schedule})"
    return f"{worded}. {write.words('uncovered-asked', name=line.asked)}" if line.asked else worded


def _giving(write: Writer, facts: UncoveredFacts) -> None:
    first = facts.lines[0]
    with write.section(style="emphasis"):
        choices = [(each.schedule, each.what) for each in facts.lines[:MOST_LISTED]]
        write.choice_input("entry", write.words("uncovered-what"), choices, value=first.schedule)
        write.choice_input("person", write.words("label-employee"), facts.people, value=facts.people[0][0])
    name = facts.people[0][1].split()[0]
    write.button(
        "standing.assign", style="positive", way=write.words("way-standing-assign", code=first.schedule, name=name)
    )
