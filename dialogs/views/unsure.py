"""The views of a fault that is in doubt, and of one that is likely reported already."""

from actions.joining import joiners_of
from dialogs.cards.elements import Shown
from dialogs.cards.unsure import SameFacts, same_card, unsure_card
from dialogs.views.asked import Asked, Hidden
from dialogs.views.requests import plain_facts


async def show_unsure(asked: Asked) -> Shown:
    """Return the question whether the fault is to be reported."""
    row = asked.catalogue.boundary.get(asked.id)
    if row is None:
        raise Hidden
    said = {name: asked.value(name) for name in ("unit", "note", "place", "asked")}
    place = asked.place(said["place"], unit=said["unit"])
    return unsure_card(row, said, asked.frame(), place=place)


async def show_same(asked: Asked) -> Shown:
    """Return the question whether it is what somebody has reported already; joined or over, how that stands."""
    request = await asked.work.requests.get(asked.id)
    if not asked.allows("issue.report", unit=request.unit):
        raise Hidden
    said = {name: asked.value(name) for name in ("unit", "note", "place", "asked", "object")}
    names = await asked.names([request.requester])
    facts = SameFacts(
        about=plain_facts(asked, request),
        reporter=names.get(request.requester, ""),
        said=said,
        is_joined=asked.reader.code in await joiners_of(asked.work, request),
    )
    return same_card(facts, asked.frame(request.version))
