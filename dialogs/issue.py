"""Reporting a fault in a sentence: a receipt at once, and first aid before anything else when it is an emergency."""

from actions.issues import Report, report_issue
from actions.ports import Begin
from dialogs.turn import Reply, Turn, say, show
from dialogs.understanding import Understood
from dialogs.units import unit_of


async def start_issue(turn: Turn, understood: Understood, *, begin: Begin) -> Reply:
    """Report the fault to whoever answers for it, and show the receipt."""
    if understood.object is None or understood.object not in turn.catalogue.boundary:
        return Reply(messages=(say("which-fault"),))
    unit = unit_of(turn, "issue.report")
    if unit is None:
        return Reply(messages=(say("which-unit"),), state={"awaiting": "unit", "text": turn.text})
    report = Report(
        unit=unit,
        object=understood.object,
        note=understood.text.strip()[:2000],
        place=understood.place.text if understood.place else None,
    )
    issue = await report_issue(report, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    subject = f"request:{issue.id}"
    return Reply(messages=(show("receipt", subject),), state={"focus": subject})
