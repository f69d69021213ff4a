"""The view of the log, for whoever may read it."""

from actions.audit import read_audit
from dialogs.cards.audit import MOST_LISTED, AuditFacts, audit_card
from dialogs.cards.elements import Shown
from dialogs.views.asked import Asked, Hidden


async def show_audit(asked: Asked) -> Shown:
    """Return the page of the log that the message names."""
    if not asked.allows("audit.read"):
        raise Hidden
    number, page = asked.value("number"), max(1, int(asked.value("page") or 1))
    offset = (page - 1) * MOST_LISTED
    found = await read_audit(number, work=asked.work, limit=MOST_LISTED + 1, offset=offset)
    facts = AuditFacts(
        events=found[:MOST_LISTED],
        number=number,
        page=page,
        has_more=len(found) > MOST_LISTED,
        names=await asked.names([each.person or "" for each in found]),
    )
    return audit_card(facts, asked.frame())
