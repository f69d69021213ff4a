"""A coordinator's card of somebody's day: load against room, the ways between units, and what else would fit in."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from dialogs.cards.assignment import TONES
from dialogs.cards.brief import BriefLine
from dialogs.cards.elements import GOOD, STOP, URGENT, WARNING, Frame, Shown, Writer
from domain.day import TRAVEL
from texts.format import clock, day, hours, listed, local_day, moment, number

MOST_LISTED = 8
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class FittingLine:
    """Work that nobody has and that fits in from `start`."""

    request: str
    name: str
    unit: str
    place: str
    start: datetime
    hours: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanFacts:
    """The day of one employee. `room` is what it can hold; `people` (code, name) are whose days can be planned."""

    person: str
    employee: str
    on: date
    lines: Sequence[BriefLine]
    clashes: Collection[str]
    load: Decimal
    room: Decimal
    moves: int
    is_away: bool
    fitting: Sequence[FittingLine]
    people: Sequence[tuple[str, str]]


def plan_card(facts: PlanFacts, frame: Frame) -> Shown:
    """Return the day."""
    write = Writer(frame)
    write.heading(facts.employee, over=write.words("plan-over", day=day(facts.on, frame.language, frame.today)))
    summary = _load(write, facts)
    _lines(write, facts)
    _fitting(write, facts)
    _others(write, facts)
    return write.finish(summary)


def _load(write: Writer, facts: PlanFacts) -> str:
    """Put how full the day is, and return it."""
    if facts.is_away:
        summary = write.words("plan-away")
        write.status(STOP, summary)
        return summary
    load, room = number(facts.load, write.language), hours(facts.room, write.language)
    summary = write.words("plan-load", load=load, room=room)
    write.status(WARNING if facts.load > facts.room else GOOD, summary)
    if facts.load > facts.room:
        write.hint(write.words("plan-over-full", hours=hours(facts.load - facts.room, write.language)))
    if facts.moves:
        minutes = facts.moves * TRAVEL // MINUTE
        write.hint(write.words("plan-moves", count=facts.moves, minutes=minutes))
    return summary


def _lines(write: Writer, facts: PlanFacts) -> None:
    unit = ""
    for each in facts.lines[:MOST_LISTED]:
        if unit and each.unit != unit:
            write.hint(write.words("plan-move", minutes=TRAVEL // MINUTE, unit=each.unit))
        unit = each.unit
        _line(write, each, facts)
    if len(facts.lines) > MOST_LISTED:
        write.hint(write.words("list-more", count=len(facts.lines) - MOST_LISTED))


def _line(write: Writer, line: BriefLine, facts: PlanFacts) -> None:
    assignment = line.assignment
    is_clashing = assignment.id in facts.clashes
    status = write.words(f"assignment-short-{assignment.status.replace('_', '-')}")
    standing = f"{status} · {write.words('plan-clash')}" if is_clashing else status
    detail = " · ".join(each for each in (line.unit, line.place, hours(line.hours, write.language)) if each)
    press = write.press("board.show", write.words("requests-open", id=line.number), entry=f"assignment:{assignment.id}")
    tone = URGENT if is_clashing else TONES[assignment.status]
    title = f"{_when(write, assignment.planned_start, facts.on)} {line.name}".strip()
    write.entry(title, detail, number=line.number, tone=tone, status=standing, press=press)


def _when(write: Writer, start: datetime | None, on: date) -> str:
    if start is None:
        return ""
    return clock(start) if local_day(start) == on else moment(start, write.language, write.frame.today)


def _fitting(write: Writer, facts: PlanFacts) -> None:
    """Put what else fits in, each with a press that gives it then, and one that gives all."""
    if not facts.fitting:
        return
    write.title(write.words("plan-fitting", count=len(facts.fitting)))
    name = facts.employee.split()[0]
    if len(facts.fitting) > 1:
        label = write.words("plan-give-all", count=len(facts.fitting), name=name)
        write.buttons_here([_giving(write, facts, facts.fitting, label)])
    for each in facts.fitting:
        where = " · ".join(part for part in (each.unit, each.place) if part)
        write.points([f"{clock(each.start)} {each.name} {each.request}, {where}, {hours(each.hours, write.language)}"])
        label = write.words("plan-give", id=each.request, name=name)
        write.buttons_here([_giving(write, facts, [each], label)])
    numbers = listed([each.request for each in facts.fitting], write.language)
    write.also(write.words("way-assignment-bundle", numbers=numbers, name=name))


def _giving(write: Writer, facts: PlanFacts, lines: Sequence[FittingLine], label: str) -> dict[str, object]:
    named = "|".join(each.request for each in lines)
    return write.press("assignment.bundle", label, requests=named, to=facts.person, day=facts.on.isoformat())


def _others(write: Writer, facts: PlanFacts) -> None:
    """Put the way to another day, or to somebody else's."""
    with write.section(style="emphasis"):
        write.choice_input("person", write.words("label-employee"), facts.people, value=facts.person)
        write.date_input("date", write.words("plan-day"), facts.on.isoformat())
    own = Writer(replace(write.frame, subject=""))
    own.button("plan.show", way="-")
    write.buttons_here([own.actions[0]])
    write.also(write.words("way-plan-show", day=day(facts.on, write.language, write.frame.today), name=facts.employee))
