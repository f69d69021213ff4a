"""What is said right after something was shown, of that order or request and of nothing else."""

from actions.ports import Begin
from dialogs import order
from dialogs.after_draft import answer_of_draft
from dialogs.after_request import answer_of_request, shown_request, withdraw
from dialogs.turn import Reply, Turn
from domain.people import Role

LONGEST = 160
"""A longer text says something of its own."""
WORKING = (Role.SERVICE_EMPLOYEE, Role.COORDINATOR)


async def answer_afterwards(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take a short sentence as said of what was shown last; None when it is about something else."""
    understood = turn.understood
    if understood is None or understood.number is not None or understood.more or len(turn.text) > LONGEST:
        return None
    draft = await order.live_draft(turn, begin=begin)
    if draft is not None:
        return await answer_of_draft(turn, draft, begin=begin)
    if any(turn.person.has_role(role) for role in WORKING):
        return None
    withdrawn = await withdraw(turn, begin=begin)
    if withdrawn is not None:
        return withdrawn
    request = await shown_request(turn, begin=begin)
    if request is None or not request.is_open:
        return None
    return await answer_of_request(turn, request, begin=begin)
