"""Reporting a fault in a sentence: a receipt at once, and first aid before anything else when it is an emergency."""

from actions.issues import Report, report_issue
from actions.ports import Begin
from catalog.boundary import severity_of
from catalog.models import BoundaryRow, Severity
from dialogs.turn import Reply, Turn, say, show
from dialogs.understanding import Understood
from dialogs.units import unit_of
from domain.notices import Message


async def start_issue(turn: Turn, understood: Understood, *, begin: Begin) -> Reply:
    """Report the fault to whoever answers for it, and show the receipt."""
    row = turn.catalogue.boundary.get(understood.object or "")
    if row is None:
        return Reply(messages=(say("which-fault"),), state={"awaiting": "wish", "text": turn.text})
    unit = unit_of(turn, "issue.report")
    if unit is None:
        messages = (*_first_aid(turn, row), say("which-unit"))
        return Reply(messages=messages, state={"awaiting": "unit", "text": turn.text})
    report = Report(
        unit=unit,
        object=row.code,
        note=understood.text.strip()[:2000],
        place=understood.place.text if understood.place else None,
    )
    issue = await report_issue(report, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    subject = f"request:{issue.id}"
    return Reply(messages=(show("receipt", subject),), state={"focus": subject})


def _first_aid(turn: Turn, row: BoundaryRow) -> tuple[Message, ...]:
    """Return what to do at once in an emergency: it comes before any question."""
    if row.first_aid is None or severity_of(row, turn.text) is not Severity.EMERGENCY:
        return ()
    return (say("first-aid", words=row.first_aid.of(turn.language)),)
