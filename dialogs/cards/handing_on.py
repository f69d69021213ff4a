"""A coordinator's card of a day that goes to a colleague: what moves, and what stays and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dialogs.cards.brief import BriefLine
from dialogs.cards.elements import GOOD, STANDING, WARNING, Frame, Shown, Tone, Writer
from texts.format import clock, day, hours, local_day, moment

MOST_LISTED = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class HandingFacts:
    """What goes from `giver` to `taker`, whose code is `to`; of what stays, why, as a code; what `moved` before."""

    giver: str
    taker: str
    to: str
    on: date
    moving: Sequence[BriefLine]
    staying: Sequence[tuple[BriefLine, str]]
    moved: Sequence[BriefLine] = ()


def handing_card(facts: HandingFacts, frame: Frame) -> Shown:
    """Return the question; nothing moves before its button is pressed."""
    write = Writer(frame)
    giver, taker = facts.giver.split()[0], facts.taker.split()[0]
    heading = write.words("handing-heading", giver=facts.giver, taker=facts.taker)
    write.heading(heading, over=day(facts.on, frame.language, frame.today))
    count, listed = len(facts.moving), facts.moving or facts.moved
    tone, key = _state(facts)
    summary = write.words(key, count=len(listed), giver=giver, taker=taker)
    write.status(tone, summary)
    write.points([_line(write, each, facts.on) for each in listed[:MOST_LISTED]])
    if len(listed) > MOST_LISTED:
        write.hint(write.words("list-more", count=len(listed) - MOST_LISTED))
    _staying(write, facts, giver=giver, taker=taker)
    if count:
        write.hint(write.words("handing-hint", giver=giver, taker=taker))
        label = write.words("handing-move", count=count, taker=taker)
        write.button("assignment.move", style="positive", label=label, to=facts.to)
    return write.finish(f"{heading}: {summary}")


def _state(facts: HandingFacts) -> tuple[Tone, str]:
    """Return the tone and the key of what there is to say first."""
    if facts.moving:
        return STANDING, "handing-count"
    if facts.moved:
        return GOOD, "handing-moved" if facts.staying else "handing-moved-all"
    return (WARNING, "handing-none-moves") if facts.staying else (GOOD, "handing-none")


def _line(write: Writer, line: BriefLine, on: date) -> str:
    parts = (_titled(write, line, on), line.unit, line.place, hours(line.hours, write.language))
    return " · ".join(each for each in parts if each)


def _titled(write: Writer, line: BriefLine, on: date) -> str:
    start = line.assignment.planned_start
    if start is None:
        return f"{line.name} {line.number}"
    when = clock(start) if local_day(start) == on else moment(start, write.language, write.frame.today)
    return f"{when} {line.name} {line.number}"


def _staying(write: Writer, facts: HandingFacts, *, giver: str, taker: str) -> None:
    if not facts.staying:
        return
    write.title(write.words("handing-stays", count=len(facts.staying), giver=giver))
    write.points(
        [
            f"{_titled(write, line, facts.on)}: {write.words(f'handing-{why}', giver=giver, taker=taker)}"
            for line, why in facts.staying[:MOST_LISTED]
        ]
    )
    if len(facts.staying) > MOST_LISTED:
        write.hint(write.words("list-more", count=len(facts.staying) - MOST_LISTED))
