"""The card of one piece of standing work: offered to somebody, or worked on by itself."""

from dataclasses import dataclass
from decimal import Decimal

from dialogs.cards.assignment import TONES, planned, work_buttons
from dialogs.cards.elements import Frame, Shown, Writer
from domain.assignments import Assignment, AssignmentStatus
from texts.format import hours


@dataclass(frozen=True, kw_only=True, slots=True)
class PieceFacts:
    """One piece of standing work as one reader sees it; `hours` are what its end is prefilled with."""

    assignment: Assignment
    service: str
    unit: str
    planned_hours: Decimal
    hours: Decimal
    is_mine: bool = True
    employee: str = ""


def piece_card(facts: PieceFacts, frame: Frame) -> Shown:
    """Return the piece, with what whoever has it can do."""
    write = Writer(frame)
    assignment = facts.assignment
    write.heading(facts.service, over=write.words("standing-over", id=assignment.id))
    write.status(TONES[assignment.status], _status(write, facts))
    if not facts.is_mine:
        write.row(write.words("label-employee"), facts.employee)
    write.row(write.words("label-unit"), facts.unit)
    write.row(write.words("label-planned"), planned(assignment, frame))
    worked = assignment.hours if assignment.hours is not None else facts.planned_hours
    label = "label-estimate" if assignment.hours is None else "label-hours"
    write.row(write.words(label), hours(worked, frame.language))
    if facts.is_mine:
        work_buttons(write, assignment.status, facts.hours)
    return write.finish(write.words("assignment-summary", name=facts.service, place=facts.unit))


def _status(write: Writer, facts: PieceFacts) -> str:
    """Return where it stands, to the one who does it or to somebody else."""
    status = facts.assignment.status
    if facts.is_mine:
        return write.words(f"assignment-{status.replace('_', '-')}")
    asked = status is AssignmentStatus.OFFERED
    return write.words("assignment-asked" if asked else f"assignment-short-{status.replace('_', '-')}")
