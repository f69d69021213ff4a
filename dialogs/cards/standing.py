"""The card of somebody's standing work on a day: what it was, the hours filled in, and one press that confirms it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from dialogs.cards.elements import GOOD, OVER, STANDING, WARNING, Frame, Shown, Writer
from domain.assignments import AssignmentStatus
from texts.format import day, hours, listed

CONFIRM = "time.confirm"
MOST_EARLIER = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class StandingLine:
    """One piece of standing work: when it begins on the local clock, what it is, where, and how long it takes."""

    assignment: str
    clock: str
    service: str
    unit: str
    hours: Decimal
    is_confirmed: bool = False

    @property
    def what(self) -> str:
        """Return the line without its hours."""
        return f"{self.clock} {self.service}, {self.unit}"


@dataclass(frozen=True, kw_only=True, slots=True)
class StandingFacts:
    """Somebody's standing work on a day; `earlier` are other days before today that wait as well.

    `closes` is the last day on which it can be confirmed, where that comes soon. `employee` is whose it is, where that
    is somebody else than the reader.
    """

    on: date
    lines: Sequence[StandingLine]
    closes: date | None = None
    is_open: bool = True
    is_asked: bool = False
    earlier: Sequence[date] = ()
    employee: str = ""

    @property
    def waiting(self) -> Sequence[StandingLine]:
        """Return what is not confirmed."""
        return [each for each in self.lines if not each.is_confirmed]

    @property
    def total(self) -> Decimal:
        """Return the hours of the day."""
        return sum((each.hours for each in self.lines), Decimal(0))


@dataclass(frozen=True, kw_only=True, slots=True)
class StandingList:
    """Standing work as a list of other things shows it: today, as `subject` and `version` name it, and `others`.

    Those are what is asked of the reader or under way, whatever its day, with status and version.
    """

    today: StandingFacts
    subject: str
    version: int
    others: Sequence[tuple[StandingLine, AssignmentStatus, int]] = ()

    @property
    def count(self) -> int:
        """Return how many pieces wait for the reader."""
        return len(self.today.waiting) + len(self.others)


def standing_card(facts: StandingFacts, frame: Frame) -> Shown:
    """Return the day, to be confirmed or confirmed."""
    write = Writer(frame)
    heading = write.words("standing-heading", day=day(facts.on, frame.language, frame.today))
    write.heading(heading)
    summary = _status(write, facts)
    write.row(write.words("label-employee"), facts.employee)
    confirmed = [each for each in facts.lines if each.is_confirmed]
    write.points([f"{each.what}: {hours(each.hours, frame.language)}" for each in confirmed], sign="✓")
    if facts.waiting and facts.is_open:
        if facts.closes is not None:
            write.row(write.words("standing-closes"), day(facts.closes, frame.language, frame.today))
        _confirming(write, facts)
    elif facts.waiting:
        write.points([each.what for each in facts.waiting])
    if confirmed and not facts.employee:
        write.hint(write.words("standing-correct-hint"))
    earlier_days(write, facts.earlier, key="standing-more")
    return write.finish(f"{heading}: {summary}")


def _status(write: Writer, facts: StandingFacts) -> str:
    """Put where the day stands, and return it."""
    if not facts.lines and facts.is_open:
        tone, said = GOOD, write.words("standing-none")
    elif facts.lines and not facts.waiting:
        tone, said = GOOD, write.words("standing-confirmed", hours=hours(facts.total, write.language))
    elif not facts.is_open:
        tone, said = OVER, write.words("standing-closed")
    else:
        tone = WARNING if facts.is_asked else STANDING
        said = write.words("standing-asked" if facts.is_asked else "standing-waiting")
    write.status(tone, said)
    return said


def _confirming(write: Writer, facts: StandingFacts) -> None:
    """Put a field for the hours of each piece, filled in as planned, and the button for them all."""
    with write.section(style="emphasis"):
        for number, each in enumerate(facts.waiting, start=1):
            write.number_input(f"hours-{number}", each.what, f"{each.hours.normalize():f}", least=0, most=24)
            write.speak(f"{each.what}: {hours(each.hours, write.language)}")
    write.hint(write.words("standing-hint"))
    named = day(facts.on, write.language, write.frame.today)
    is_today = facts.on == write.frame.today and not facts.employee
    way = write.words("way-time-confirm" if is_today else "way-time-confirm-day", day=named)
    write.button(
        CONFIRM,
        style="positive",
        label=write.words("button-time-confirm" if is_today else "standing-confirm-day", day=named),
        way=write.words("way-time-confirm-for", way=way, name=facts.employee) if facts.employee else way,
        work="|".join(each.assignment for each in facts.waiting),
    )


def earlier_days(write: Writer, days: Sequence[date], *, key: str = "standing-earlier") -> None:
    """Put the days before that wait for their hours, the oldest first, each with a press that opens it.

    On the card of such a day the others may lie after it, and *key* says no more than that there are more.
    """
    if not days:
        return
    named = [day(on, write.language, write.frame.today) for on in days[:MOST_EARLIER]]
    key = f"{key}-many" if len(days) > MOST_EARLIER else key
    write.status(WARNING, write.words(key, count=len(days), days=listed(named, write.language)))
    write.choices_here("standing.show", "day", [(on.isoformat(), name) for on, name in zip(days, named, strict=False)])
    write.also(write.words("way-time-confirm-day", day=named[0]))


def standing_lines(write: Writer, standing: StandingList) -> None:
    """Put today's standing work on a list of other things, with a press that confirms it, and what is asked."""
    today = standing.today
    if today.lines:
        write.title(write.words("standing-today", hours=hours(today.total, write.language)))
    for each in today.lines:
        write.points([f"{each.what}: {hours(each.hours, write.language)}"], sign="✓" if each.is_confirmed else "•")
    if today.waiting:
        own = Writer(replace(write.frame, subject=standing.subject, version=standing.version))
        own.button(CONFIRM, way="-", work="|".join(each.assignment for each in today.waiting))
        own.button("standing.show", way="-", day=today.on.isoformat())
        write.buttons_here(own.actions)
        write.also(write.words("way-time-confirm"))
        write.also(write.words("way-standing-show"))
    earlier_days(write, today.earlier)
    for line, status, version in standing.others:
        _other(write, line, status, version)


def _other(write: Writer, line: StandingLine, status: AssignmentStatus, version: int) -> None:
    """Put standing work of any day that is asked for or under way, with its next step."""
    word = write.words(f"assignment-short-{status}")
    write.entry(line.service, f"{line.unit} · {line.clock}", number=line.assignment, tone=WARNING, status=word)
    own = Writer(replace(write.frame, subject=f"assignment:{line.assignment}", version=version))
    verb = "assignment.accept" if status is AssignmentStatus.OFFERED else "assignment.done"
    filled = {} if status is AssignmentStatus.OFFERED else {"hours": f"{line.hours.normalize():f}"}
    own.button(verb, label=f"{own.words('button-' + verb.replace('.', '-'))} {line.assignment}", way="-", **filled)
    write.buttons_here([own.actions[0]])
    write.also(f"{own.words('way-' + verb.replace('.', '-'))} {line.assignment}")
