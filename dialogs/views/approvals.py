"""The view of an order that waits for approval, or did."""

from actions.economy import outlook_of
from dialogs.cards.approval import ApprovalFacts, approval_card
from dialogs.cards.elements import Shown
from dialogs.cards.request import RequestFacts
from dialogs.views.asked import Asked
from dialogs.views.requests import read_request
from domain.people import Role
from domain.requests import RequestStatus

ANSWERS = frozenset({"approved", "rejected"})


async def show_approval(asked: Asked) -> Shown:
    """Return the card by which a principal approves; what a yes leaves is told to those who may read that."""
    facts = await read_request(asked, asked.id)
    request = facts.request
    is_asked = request.status is RequestStatus.AWAITING_APPROVAL and "request.approve" in facts.may
    may_read = asked.allows("agreement.read", unit=request.unit) or is_asked
    outlook = await outlook_of(request, work=asked.work, catalogue=asked.catalogue) if is_asked and may_read else None
    # Whoever is asked and is no principal stands in for one.
    asked_instead = () if asked.reader.has_role(Role.PRINCIPAL) else facts.approvers
    answered_by, instead_of = ("", asked_instead) if is_asked else await _answered(asked, facts)
    approval = ApprovalFacts(facts=facts, outlook=outlook, answered_by=answered_by, instead_of=instead_of)
    return approval_card(approval, asked.frame(request.version))


async def _answered(asked: Asked, facts: RequestFacts) -> tuple[str, tuple[str, ...]]:
    """Return who answered last, and the principals whom that one stood in for, by name."""
    answers = [each for each in facts.story if each.event.what in ANSWERS]
    if not answers:
        return "", ()
    principals = await asked.work.people.with_role(Role.PRINCIPAL, unit=facts.request.unit)
    is_own = answers[-1].event.person in {each.code for each in principals}
    return answers[-1].name, () if is_own else tuple(each.name for each in principals)
