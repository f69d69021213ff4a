"""The cards of a service employee: one assignment with big buttons, and what there is to do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from actions.remarks import REMARKED
from dialogs.cards.elements import GOOD, OVER, RESTING, STANDING, UNDER_WAY, URGENT, WARNING, Frame, Shown, Tone, Writer
from dialogs.cards.request import RequestFacts, changed_row, first_aid_rows, late_row, name_of, where_rows
from dialogs.cards.round import RoundFacts, round_section
from dialogs.cards.standing import StandingList, standing_lines
from domain.assignments import Assignment, AssignmentStatus
from domain.requests import RequestStatus
from texts.format import hours, moment, opening

A = AssignmentStatus
MOST_LISTED = 8
LONGEST_REASON = 500
TONES: dict[AssignmentStatus, Tone] = {
    A.OFFERED: WARNING,
    A.ACCEPTED: STANDING,
    A.STARTED: UNDER_WAY,
    A.PAUSED: RESTING,
    A.DONE: GOOD,
    A.DECLINED: OVER,
    A.HANDED_OVER: OVER,
    A.WITHDRAWN: OVER,
}


MOST_REMARKS = 3
NEXT_STEPS: dict[AssignmentStatus, str] = {
    A.OFFERED: "assignment.accept",
    A.ACCEPTED: "assignment.start",
    A.STARTED: "assignment.done",
    A.PAUSED: "assignment.start",
}
"""What a line of the list offers to do at once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AssignmentFacts:
    """What the card of an assignment shows. `hours` are what its end is prefilled with; `is_mine` lets it be worked.

    `answer_by` is until when an offer waits. `share` are the hours that it is thought to take, and of work that was
    split `shared_with` who has the rest.
    """

    assignment: Assignment
    request: RequestFacts
    hours: Decimal
    is_mine: bool = True
    employee: str = ""
    answer_by: datetime | None = None
    share: Decimal | None = None
    shared_with: str = ""


def planned(assignment: Assignment, frame: Frame) -> str:
    """Return when the assignment is planned, or nothing."""
    return moment(assignment.planned_start, frame.language, frame.today) if assignment.planned_start else ""


def assignment_card(facts: AssignmentFacts, frame: Frame) -> Shown:
    """Return the card of one assignment."""
    write = Writer(frame)
    assignment, about = facts.assignment, facts.request
    name = name_of(about, frame.language)
    if about.request.severity == "emergency" and assignment.is_live:
        first_aid_rows(write, about)
    write.heading(name, over=write.words("assignment-over", id=about.request.id))
    write.status(TONES[assignment.status], _status(write, facts))
    if assignment.is_live:
        late_row(write, about)
        if about.request.status is RequestStatus.WAITING:
            write.status(WARNING, write.words("status-waiting"))
    changed_row(write, about)
    _what(write, facts)
    if facts.is_mine and facts.answer_by is not None:
        until = moment(facts.answer_by, write.language, write.frame.today)
        write.hint(write.words("offer-answer-by", moment=until))
    if facts.is_mine:
        work_buttons(write, assignment.status, facts.hours)
        _asking(write, facts)
    place = about.request.place or about.unit.name.of(frame.language)
    return write.finish(write.words("assignment-summary", name=name, place=place))


def _status(write: Writer, facts: AssignmentFacts) -> str:
    """Return where it stands, to the one who does it or to somebody else."""
    status = facts.assignment.status
    if facts.is_mine:
        return write.words(f"assignment-{status.replace('_', '-')}")
    return write.words("assignment-asked" if status is A.OFFERED else f"assignment-short-{status.replace('_', '-')}")


def _what(write: Writer, facts: AssignmentFacts) -> None:
    assignment, about = facts.assignment, facts.request
    if not facts.is_mine:
        write.row(write.words("label-employee"), facts.employee)
    where_rows(write, about)
    if assignment.is_live:
        write.row(write.words("label-planned"), planned(assignment, write.frame))
    if assignment.hours is not None:
        write.row(write.words("label-hours"), hours(assignment.hours, write.language))
    elif facts.share is not None:
        write.row(write.words("label-estimate"), hours(facts.share, write.language))
    write.row(write.words("split-with"), facts.shared_with)
    write.row(write.words("label-requester"), about.requester, more=about.unit.name.of(write.language))
    for told in [each for each in about.story if each.event.what == REMARKED][-MOST_REMARKS:]:
        write.row(write.words("label-remark"), told.event.reason or "", more=told.name)


def work_buttons(write: Writer, status: AssignmentStatus, filled: Decimal) -> None:
    """Put what whoever has the work can do next; the hours are prefilled with *filled*."""
    if status is A.OFFERED:
        write.button("assignment.accept", style="positive")
        write.button("assignment.decline")
    elif status is A.ACCEPTED:
        write.button("assignment.start", style="positive")
        _finishing_at_once(write, filled)
        write.button("assignment.decline", label=write.words("assignment-back"))
    elif status in {A.STARTED, A.PAUSED}:
        _finishing(write, filled, is_running=status is A.STARTED)


def _asking(write: Writer, facts: AssignmentFacts) -> None:
    """Put a section that opens to ask the requester, by which the work rests until they answer."""
    is_waiting = facts.request.request.status is RequestStatus.WAITING
    if is_waiting or facts.assignment.status not in {A.ACCEPTED, A.STARTED, A.PAUSED}:
        return
    write.toggle(write.words("waiting-open"), "waiting")
    with write.section("waiting", is_hidden=True, style="emphasis"):
        write.text_input("comment", write.words("waiting-label"), longest=LONGEST_REASON, lines=True)
        write.button_here("assignment.wait")


def _finishing_at_once(write: Writer, filled: Decimal) -> None:
    """Put a section that opens to the hours and the button, for whoever did it without pressing that it began."""
    write.toggle(write.words("assignment-done-open"), "done")
    with write.section("done", is_hidden=True, style="emphasis"):
        _hours(write, filled)
        write.button_here("assignment.done", way=write.words("way-assignment-done-hours"))


def _hours(write: Writer, filled: Decimal) -> None:
    label = write.words("assignment-hours")
    write.hours_input(label, f"{filled.normalize():f}")
    write.speak(f"{label} {opening(hours(filled, write.language))}")
    write.text_input("note", write.words("assignment-note"), longest=LONGEST_REASON)


def _finishing(write: Writer, filled: Decimal, *, is_running: bool) -> None:
    """Put the hours, prefilled, a note, and the buttons of work under way."""
    with write.section(style="emphasis"):
        _hours(write, filled)
    write.button("assignment.done", style="positive")
    if is_running:
        write.button("assignment.pause")
    else:
        write.button("assignment.start", label=write.words("assignment-resume"), way=write.words("way-resume"))
    write.button("assignment.handover")


def assignments_card(
    mine: Sequence[AssignmentFacts],
    frame: Frame,
    standing: StandingList | None = None,
    found: RoundFacts | None = None,
) -> Shown:
    """Return the employee's list: what is asked, under way and to come, and today's standing work."""
    write = Writer(frame)
    write.heading(write.words("assignments-heading"))
    count = len(mine) + (standing.count if standing else 0)
    write.status(STANDING if count else GOOD, write.words("assignments-count", count=count))
    if standing is not None:
        standing_lines(write, standing)
    for facts in mine[:MOST_LISTED]:
        _listed(write, facts)
    if len(mine) > MOST_LISTED:
        write.hint(write.words("list-more", count=len(mine) - MOST_LISTED))
    if mine:
        write.hint(write.words("assignments-hint"))
    round_section(write, found)
    absence_section(write)
    return write.finish(write.words("assignments-count", count=count))


def absence_section(write: Writer) -> None:
    """Put a section that opens to the days, for whoever can't come."""
    write.toggle(write.words("absence-open"), "absence")
    today = write.frame.today.isoformat()
    with write.section("absence", is_hidden=True, style="emphasis"):
        write.date_input("date", write.words("absence-first"), today)
        write.date_input("last", write.words("absence-last"), today)
        write.button_here("absence.report")


def _listed(write: Writer, facts: AssignmentFacts) -> None:
    about, assignment = facts.request, facts.assignment
    status = write.words(f"assignment-short-{assignment.status.replace('_', '-')}")
    place = about.request.place or about.unit.name.of(write.language)
    detail = " · ".join(each for each in (place, planned(assignment, write.frame)) if each)
    name = name_of(about, write.language)
    standing = f"{status} · {write.words('late-short')}" if about.is_late else status
    tone = URGENT if about.is_late else TONES[assignment.status]
    write.entry(name, detail, number=about.request.id, tone=tone, status=standing)
    _next_step(write, facts)


def _next_step(write: Writer, facts: AssignmentFacts) -> None:
    """Put the button of one line's next step: of a card of its own, so that it carries its subject and version."""
    assignment, number = facts.assignment, facts.request.request.id
    verb = NEXT_STEPS.get(assignment.status)
    if verb is None:
        return
    own = Writer(replace(write.frame, subject=f"assignment:{assignment.id}", version=assignment.version))
    filled = {"hours": f"{facts.hours.normalize():f}"} if verb == "assignment.done" else {}
    step = own.words("assignment-resume" if assignment.status is A.PAUSED else f"button-{verb.replace('.', '-')}")
    own.button(verb, label=f"{step} {number}", way="-", **filled)
    write.buttons_here([own.actions[0]])
    write.also(f"{own.words('way-' + verb.replace('.', '-'))} {number}")
