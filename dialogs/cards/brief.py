"""The card of somebody's day: its work in order of time and place, each with a press that opens it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from dialogs.cards.assignment import NEXT_STEPS, TONES, absence_section
from dialogs.cards.elements import GOOD, STANDING, URGENT, Frame, Shown, Writer
from domain.assignments import Assignment, AssignmentStatus
from texts.format import clock, day, hours, local_day, moment, opening

MOST_LISTED = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class BriefLine:
    """One piece of the day. `number` is what people call it; `filled` are the hours that its end is prefilled with."""

    assignment: Assignment
    number: str
    name: str
    unit: str
    place: str
    hours: Decimal
    filled: Decimal
    is_late: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class BriefFacts:
    """Somebody's day: `lines` in order, and how many pieces, and hours, are done of it already."""

    on: date
    lines: Sequence[BriefLine]
    count_done: int = 0
    hours_done: Decimal = Decimal(0)


def brief_card(facts: BriefFacts, frame: Frame) -> Shown:
    """Return the day to whoever has it."""
    write = Writer(frame)
    write.heading(write.words("brief-heading", day=day(facts.on, frame.language, frame.today)))
    total = sum((each.hours for each in facts.lines), Decimal(0))
    key = "brief-count" if facts.lines else "brief-none"
    summary = write.words(key, count=len(facts.lines), hours=hours(total, frame.language))
    write.status(STANDING if facts.lines else GOOD, summary)
    if facts.count_done:
        done = hours(facts.hours_done, frame.language)
        write.status(GOOD, write.words("brief-done", count=facts.count_done, hours=done))
    brief_lines(write, facts)
    if facts.on == frame.today:
        absence_section(write)
    return write.finish(summary)


def brief_lines(write: Writer, facts: BriefFacts) -> None:
    """Put the lines, under the unit that they are at; a new title is a move."""
    unit = ""
    for each in facts.lines[:MOST_LISTED]:
        if each.unit != unit:
            write.title(each.unit)
            unit = each.unit
        _line(write, each, facts.on)
    if len(facts.lines) > MOST_LISTED:
        write.hint(write.words("list-more", count=len(facts.lines) - MOST_LISTED))


def _line(write: Writer, line: BriefLine, on: date) -> None:
    assignment = line.assignment
    own = Writer(replace(write.frame, subject=f"assignment:{assignment.id}", version=assignment.version))
    status = write.words(f"assignment-short-{assignment.status.replace('_', '-')}")
    standing = f"{status} · {write.words('late-short')}" if line.is_late else status
    detail = " · ".join(each for each in (line.place, hours(line.hours, write.language)) if each)
    detail = opening(detail)
    press = own.press("assignment.show", own.words("requests-open", id=line.number))
    tone = URGENT if line.is_late else TONES[assignment.status]
    title = f"{_when(write, assignment, on)} {line.name}".strip()
    write.entry(title, detail, number=line.number, tone=tone, status=standing, press=press)
    _next_step(write, own, line)


def _when(write: Writer, assignment: Assignment, on: date) -> str:
    """Return when it begins: the time of day, or of work that is left from before the day as well."""
    start = assignment.planned_start
    if start is None:
        return ""
    return clock(start) if local_day(start) == on else moment(start, write.language, write.frame.today)


def _next_step(write: Writer, own: Writer, line: BriefLine) -> None:
    """Put the button of the line's next step: of a card of its own, so that it carries its subject and version."""
    verb = NEXT_STEPS.get(line.assignment.status)
    if verb is None:
        return
    filled = {"hours": f"{line.filled.normalize():f}"} if verb == "assignment.done" else {}
    is_resting = line.assignment.status is AssignmentStatus.PAUSED
    step = own.words("assignment-resume" if is_resting else f"button-{verb.replace('.', '-')}")
    own.button(verb, label=f"{step} {line.number}", way="-", **filled)
    write.buttons_here([own.actions[0]])
    write.also(f"{own.words('way-' + verb.replace('.', '-'))} {line.number}")
