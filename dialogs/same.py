"""Asking whether a fault is what somebody has reported already."""

from actions.issues import Report
from actions.joining import joiners_of, likely_same
from actions.ports import Begin
from dialogs.turn import Reply, Turn, say, show

SAME = "same"
"""What a conversation remembers of the question, for the next sentence only."""
LONGEST_SAID = 700
"""A button carries the words twice, and a card has an upper size."""


async def ask_if_same(turn: Turn, report: Report, *, begin: Begin) -> Reply | None:
    """Ask whether it is what somebody has reported already; None when nothing like it is open.

    Raises:
        NotAllowed: the person reports nothing for the unit.
    """
    turn.catalogue.permissions.demand(turn.person, "issue.report", unit=report.unit)
    same = await likely_same(report, by=turn.person, catalogue=turn.catalogue, begin=begin)
    if same is None:
        return None
    async with begin() as work:
        if turn.person.code in await joiners_of(work, same):
            subject = f"request:{same.id}"
            return Reply(
                messages=(say("issue-joined", request=same.id), show("request", subject)), state={"focus": subject}
            )
    asked = {"unit": report.unit, "note": report.note[:LONGEST_SAID], "place": report.place or ""}
    asked |= {"asked": turn.at.isoformat(), "object": report.object}
    kept = {name: each for name, each in turn.state.items() if name != "text"}
    return Reply(
        messages=(show("same", f"request:{same.id}", **asked),),
        state={**kept, "awaiting": SAME, "asked": {**asked, "same": same.id}},
    )
