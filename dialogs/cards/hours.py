"""The card of a week's hours: each day with what was done, the sum, and a way to put one right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from dialogs.cards.elements import GOOD, STANDING, Frame, Shown, Writer
from domain.assignments import closing_day
from texts.format import day, hours, opening

LONGEST_REASON = 500
MOST_ENTRIES = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class HoursLine:
    """One time entry in words: *what* was done, where and for which request."""

    entry: int
    on: date
    what: str
    hours: Decimal
    reason: str = ""
    is_open: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class WeekOfHours:
    """A week from *monday* with its lines by day; `week_hours` is what the person is employed for.

    `name` is whose week it is, empty for the reader's own.
    """

    monday: date
    lines: Sequence[HoursLine]
    week_hours: Decimal | None = None
    name: str = ""

    @property
    def total(self) -> Decimal:
        """Return the sum of the week."""
        return sum((each.hours for each in self.lines), Decimal(0))


def hours_card(week: WeekOfHours, frame: Frame) -> Shown:
    """Return the week, with what can still be put right."""
    write = Writer(frame)
    heading = write.words("hours-heading", week=str(week.monday.isocalendar().week))
    if week.name:
        heading = write.words("hours-heading-of", name=week.name, week=str(week.monday.isocalendar().week))
    write.heading(heading)
    summary = opening(write.words("hours-sum", hours=hours(week.total, frame.language))) if week.lines else ""
    write.status(GOOD if week.lines else STANDING, summary or write.words("hours-none"))
    if week.week_hours is not None and week.lines:
        write.hint(write.words("hours-of", hours=hours(week.week_hours, frame.language)))
    _days(write, week.lines)
    _closing(write, week.lines)
    _correcting(write, [each for each in week.lines if each.is_open], name=week.name)
    _turning(write, week)
    return write.finish(f"{heading}: {summary}" if summary else heading)


def _days(write: Writer, lines: Sequence[HoursLine]) -> None:
    """Put each day with its sum, and the newest lines; how many more there are is told."""
    shown = lines[-MOST_ENTRIES:]
    for on in sorted({each.on for each in shown}):
        total = hours(sum((each.hours for each in lines if each.on == on), Decimal(0)), write.language)
        write.title(f"{day(on, write.language, write.frame.today)}: {total}")
        write.points([_line(write, each) for each in shown if each.on == on])
    if len(lines) > len(shown):
        write.hint(write.words("list-more", count=len(lines) - len(shown)))


def _closing(write: Writer, lines: Sequence[HoursLine]) -> None:
    """Put until when the newest of *lines* can be put right, or that the month is closed."""
    if not lines:
        return
    closes = closing_day(lines[-1].on)
    key = "hours-open-until" if lines[-1].is_open else "hours-closed"
    write.hint(write.words(key, day=day(closes, write.language, write.frame.today)))


def _line(write: Writer, line: HoursLine) -> str:
    worded = f"{line.what}: {hours(line.hours, write.language)}"
    return f"{worded}. {write.words('hours-reason', reason=line.reason)}" if line.reason else worded


def _correcting(write: Writer, lines: Sequence[HoursLine], *, name: str) -> None:
    """Put a section that opens to one entry, its hours and why."""
    if not lines:
        return
    newest = lines[-1]
    write.toggle(write.words("hours-correct-open"), "correct")
    with write.section("correct", is_hidden=True, style="emphasis"):
        choices = [(str(each.entry), _line(write, each)) for each in lines[-MOST_ENTRIES:]]
        write.choice_input("entry", write.words("hours-entry"), choices, value=str(newest.entry))
        write.hours_input(write.words("hours-right"), f"{newest.hours.normalize():f}")
        write.text_input("reason", write.words("hours-why"), longest=LONGEST_REASON)
        write.button_here("time.correct", way=write.words("way-time-correct-of", name=name) if name else "")


def _turning(write: Writer, week: WeekOfHours) -> None:
    before = (week.monday - timedelta(weeks=1)).isoformat()
    label, way = write.words("hours-before"), _way(write, "before", week.name)
    write.button("hours.show", label=label, way=way, week=before)
    following = week.monday + timedelta(weeks=1)
    if following <= write.frame.today:
        label, way = write.words("hours-after"), _way(write, "now", week.name)
        write.button("hours.show", label=label, way=way, week=following.isoformat())


def _way(write: Writer, which: str, name: str) -> str:
    return write.words(f"way-hours-of-{which}", name=name) if name else write.words(f"way-hours-{which}")
