"""The year wheel: what is due when, and on which mornings somebody is reminded of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from domain.people import Person, PersonId, Role
from domain.recurrence import first_day_after
from domain.worktime import WorkCalendar

DAYS_BEFORE = (30, 14, 7, 3, 1, 0)
"""Calendar days before it is due on which the responsible are reminded."""
WORKING_DAYS_BETWEEN_LATE = 3
"""Working days from the due day to the first reminder that it is late, and from each such to the next."""
OWNER_AFTER = timedelta(days=3)
"""Calendar days after it was due until the project owner is told."""


class CommitmentKind(StrEnum):
    """What sort of thing is due."""

    REPORT = "report"
    EVALUATION = "evaluation"
    PROPOSAL = "proposal"
    FINAL_REPORT = "final_report"
    MILESTONE = "milestone"
    CONTROL = "control"
    ASSIGNMENT = "assignment"
    MEASURE = "measure"


class CommitmentStatus(StrEnum):
    """How far it has come."""

    NOT_STARTED = "not_started"
    ONGOING = "ongoing"
    WAITING = "waiting"
    FINISHED = "finished"


@dataclass(frozen=True, kw_only=True, slots=True)
class Commitment:
    """A commitment (åtagande) of the year wheel. `recurrence` is an RFC 5545 rule, or None for a single one.

    `due` is when it is due now. `turn` is the day of the rule that this stands for, where somebody has moved it, and
    `first_due` the day that the rule is counted from; each is `due` where it is None. `holder` is who has it, where it
    was handed over; else all who hold the role do. What recurs is due no more after `ends_on`, where that is known.
    """

    code: str
    kind: CommitmentKind
    title_sv: str
    title_en: str
    period_start: date | None
    period_end: date | None
    due: date
    recurrence: str | None
    responsible_role: Role
    recipients: tuple[str, ...]
    risk: str | None
    status: CommitmentStatus
    turn: date | None = None
    first_due: date | None = None
    holder: PersonId | None = None
    ends_on: date | None = None

    @property
    def is_moved(self) -> bool:
        """Tell whether it is due on another day than it was to be."""
        return self.turn is not None and self.turn != self.due

    def is_of(self, person: Person) -> bool:
        """Tell whether it is the person's own: they hold it, or the role that answers for it."""
        return person.code == self.holder or person.has_role(self.responsible_role)

    def responsible(self, people: Iterable[Person]) -> frozenset[PersonId]:
        """Return who of *people* is reminded: the holder, or while there is none among them all who hold the role."""
        everybody = tuple(people)
        if self.holder in {each.code for each in everybody}:
            return frozenset({self.holder or ""})
        return frozenset(each.code for each in everybody if each.has_role(self.responsible_role))


class Audience(StrEnum):
    """Who is reminded of a commitment."""

    RESPONSIBLE = "responsible"
    PROJECT_OWNER = "project_owner"


@dataclass(frozen=True, kw_only=True, slots=True)
class Reminder:
    """One morning's reminder of one commitment. `days_left` counts calendar days to the due day; below 0 it is late."""

    day: date
    days_left: int
    audience: tuple[Audience, ...]


def within_project(wheel: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Return the whole *wheel* with what recurs ending with the project: on the last day that a final report is about.

    What has come back after that day already is over. Without a final report nothing ends.
    """
    commitments = tuple(wheel)
    finals = [each for each in commitments if each.kind is CommitmentKind.FINAL_REPORT]
    end = max((each.period_end for each in finals if each.period_end is not None), default=None)
    return commitments if end is None else tuple(_ending(each, end) for each in commitments)


def _ending(commitment: Commitment, end: date) -> Commitment:
    if commitment.recurrence is None:
        return commitment
    turn = commitment.turn or commitment.due
    is_over = turn > end and turn > (commitment.first_due or commitment.due)
    return replace(commitment, ends_on=end, status=CommitmentStatus.FINISHED if is_over else commitment.status)


def reminders(due: date, *, until: date, calendar: WorkCalendar) -> tuple[Reminder, ...]:
    """Return every reminder of something due on *due*, up to and with the day *until*, as long as it is not finished.

    The responsible hear 30, 14, 7, 3, 1 and 0 calendar days before, then every third working day; the project owner 3
    calendar days after. A day off moves to the working day before, and steps that meet on one day are one reminder.
    The owner never hears of a delay before there is one: when moving back would, the first working day after is it.
    """
    days: dict[date, set[Audience]] = {}
    for days_before in DAYS_BEFORE:
        day = calendar.working_day_on_or_before(due - timedelta(days=days_before))
        days.setdefault(day, set()).add(Audience.RESPONSIBLE)
    for day in _late_days(due, until, calendar):
        days.setdefault(day, set()).add(Audience.RESPONSIBLE)
    days.setdefault(_owner_day(due, calendar), set()).add(Audience.PROJECT_OWNER)
    return tuple(
        Reminder(day=day, days_left=(due - day).days, audience=tuple(each for each in Audience if each in days[day]))
        for day in sorted(days)
        if day <= until
    )


def reminders_on(
    day: date, commitments: Iterable[Commitment], calendar: WorkCalendar
) -> tuple[tuple[Commitment, Reminder], ...]:
    """Return what is to be reminded of on *day*, in the order of the due days; what is finished is silent."""
    found = [
        (each, reminder)
        for each in commitments
        if each.status is not CommitmentStatus.FINISHED
        for reminder in reminders(each.due, until=day, calendar=calendar)[-1:]
        if reminder.day == day
    ]
    return tuple(sorted(found, key=lambda pair: (pair[0].due, pair[0].code)))


def due_between(
    first: date, last: date, commitments: Iterable[Commitment], calendar: WorkCalendar
) -> tuple[tuple[date, Commitment], ...]:
    """Return what is due from *first* to *last*, both included, in order; what recurs once for each of its days.

    What recurs is only known from the day on which it is due now: what was finished before that is left out.
    """
    found = [(day, each) for each in commitments for day in _days_due(each, first, last, calendar)]
    return tuple(sorted(found, key=lambda pair: (pair[0], pair[1].code)))


def _days_due(commitment: Commitment, first: date, last: date, calendar: WorkCalendar) -> Iterator[date]:
    at, day = commitment, commitment.due
    while day <= last:
        if day >= first:
            yield day
        following = next_due(at, day, calendar=calendar)
        if following is None:
            return
        at, day = replace(at, due=following, turn=following), following


def next_due(commitment: Commitment, after: date, *, calendar: WorkCalendar) -> date | None:
    """Return the first day later than *after* on which *commitment* is due; None when it is due no more.

    The rule is counted from its first day, whatever somebody has moved. That day may be a working day that stands for a
    day off right after it (the last of April on a Saturday, due on the Friday); the day off is then not a second time.
    """
    if commitment.due > after:
        return commitment.due
    if commitment.recurrence is None:
        return None
    start, turn = commitment.first_due or commitment.due, commitment.turn or commitment.due
    found = first_day_after(commitment.recurrence, start=start, after=max(after, turn))
    while found is not None and calendar.working_day_on_or_before(found) <= turn:
        found = first_day_after(commitment.recurrence, start=start, after=found)
    is_over = found is not None and commitment.ends_on is not None and found > commitment.ends_on
    return None if is_over else found


def _late_days(due: date, until: date, calendar: WorkCalendar) -> Iterator[date]:
    day = calendar.nth_working_day_after(due, WORKING_DAYS_BETWEEN_LATE)
    while day <= until:
        yield day
        day = calendar.nth_working_day_after(day, WORKING_DAYS_BETWEEN_LATE)


def _owner_day(due: date, calendar: WorkCalendar) -> date:
    day = calendar.working_day_on_or_before(due + OWNER_AFTER)
    return day if day > due else calendar.next_working_day(due)
