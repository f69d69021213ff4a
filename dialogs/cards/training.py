"""The training plan of one employee, and what runs out, with what nobody can do then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dialogs.cards.elements import GOOD, STOP, WARNING, Frame, Shown, Writer
from domain.training import Standing
from texts.format import day, listed

MOST_LISTED = 8
MOST_SERVICES = 3
TONES = {Standing.VALID: GOOD, Standing.SOON: WARNING, Standing.EXPIRED: STOP}


@dataclass(frozen=True, kw_only=True, slots=True)
class HeldLine:
    """A competence by name, and how it stands; `valid_to` is None without end."""

    name: str
    standing: Standing
    valid_to: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class TrainingFacts:
    """Somebody's plan: `missing` and `widening` have a competence's name and where, or for what, it is needed.

    `expires` is the line that the card warns of, `is_own` tells that the reader is the one it is about.
    """

    employee: str
    units: Sequence[str]
    held: Sequence[HeldLine]
    missing: Sequence[tuple[str, Sequence[str]]]
    widening: Sequence[tuple[str, Sequence[str]]]
    expires: HeldLine | None = None
    is_own: bool = True


def training_card(facts: TrainingFacts, frame: Frame) -> Shown:
    """Return the plan."""
    write = Writer(frame)
    write.heading(facts.employee, over=write.words("training-over"))
    summary = _summary(write, facts)
    write.row(write.words("training-role"), write.words("training-role-employee"))
    write.row(write.words("training-units"), listed(list(facts.units), write.language) if facts.units else "")
    if facts.missing:
        write.title(write.words("training-missing"))
        write.points([_needed(write, "training-needed-at", each) for each in facts.missing], sign="✕")
    write.title(write.words("training-held"))
    for each in facts.held:
        write.points([held_words(write, each)], sign=TONES[each.standing].sign)
    if facts.widening:
        write.title(write.words("training-widening"))
        write.points([_needed(write, "training-needed-for", each) for each in facts.widening[:MOST_LISTED]])
    if facts.is_own and (facts.missing or facts.expires is not None):
        write.hint(write.words("training-hint"))
    return write.finish(summary)


def _summary(write: Writer, facts: TrainingFacts) -> str:
    """Put how the plan stands, and return it: what runs out and is warned of, else what is missing."""
    if facts.expires is not None:
        summary = _runs_out(write, facts.expires)
        write.status(WARNING, summary)
        return summary
    count = len(facts.missing)
    summary = write.words("training-missing-count", count=count) if count else write.words("training-complete")
    write.status(STOP if count else GOOD, summary)
    return summary


def _runs_out(write: Writer, line: HeldLine) -> str:
    valid_to = line.valid_to or write.frame.today
    left = (valid_to - write.frame.today).days
    key = "training-runs-out" if left >= 0 else "training-ran-out"
    return write.words(key, name=line.name, day=_day(write, valid_to), days=left)


def held_words(write: Writer, line: HeldLine) -> str:
    """Return the competence and until when it holds, in words."""
    if line.valid_to is None:
        return line.name
    key = "training-expired" if line.standing is Standing.EXPIRED else "training-until"
    return write.words(key, name=line.name, day=_day(write, line.valid_to))


def _day(write: Writer, on: date) -> str:
    return day(on, write.language, write.frame.today)


def _needed(write: Writer, key: str, line: tuple[str, Sequence[str]]) -> str:
    name, needed = line
    shown = list(needed[:MOST_SERVICES])
    words = write.words(key, name=name, things=listed(shown, write.language))
    more = len(needed) - len(shown)
    return f"{words} {write.words('training-more', count=more)}" if more > 0 else words


@dataclass(frozen=True, kw_only=True, slots=True)
class ExpiringLine:
    """A competence that runs out on a day for some people (code, name), and what nobody can do then.

    `units` are those where nobody can work at all any more; `services` (service, units) what else is lost.
    """

    name: str
    valid_to: date
    people: Sequence[tuple[str, str]]
    units: Sequence[str]
    services: Sequence[tuple[str, Sequence[str]]]


def expiring_card(lines: Sequence[ExpiringLine], others: Sequence[tuple[str, str]], frame: Frame) -> Shown:
    """Return what runs out, the soonest first, with a way to the plan of each it concerns, and then of *others*."""
    write = Writer(frame)
    write.heading(write.words("expiring-heading"))
    summary = write.words("expiring-count", count=sum(len(each.people) for each in lines))
    write.status(WARNING if lines else GOOD, summary)
    for each in lines[:MOST_LISTED]:
        _expiring(write, each)
    if len(lines) > MOST_LISTED:
        write.hint(write.words("list-more", count=len(lines) - MOST_LISTED))
    concerned = dict(person for each in lines for person in each.people)
    people = list((concerned | dict(others)).items())[:MOST_LISTED]
    if people:
        write.hint(write.words("expiring-plans"))
        write.choices_here("training.show", "person", people)
        write.also(write.words("way-training-show", name=people[0][1].split()[0]))
    return write.finish(summary)


def _expiring(write: Writer, line: ExpiringLine) -> None:
    write.title(_runs_out(write, HeldLine(name=line.name, standing=Standing.SOON, valid_to=line.valid_to)))
    write.points([name for _, name in line.people])
    when = _day(write, line.valid_to)
    if line.units:
        units = listed(list(line.units), write.language, is_choice=True)
        write.status(STOP, write.words("expiring-uncovered", day=when, units=units))
    for service, lost_at in line.services[:MOST_SERVICES]:
        where = listed(list(lost_at), write.language, is_choice=True)
        write.status(WARNING, write.words("expiring-service", day=when, service=service, units=where))
    if not line.units and not line.services:
        write.hint(write.words("expiring-covered"))
