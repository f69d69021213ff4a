"""The view of a fault that is in doubt."""

from dialogs.cards.elements import Shown
from dialogs.cards.unsure import unsure_card
from dialogs.views.asked import Asked, Hidden


async def show_unsure(asked: Asked) -> Shown:
    """Return the question whether the fault is to be reported."""
    row = asked.catalogue.boundary.get(asked.id)
    if row is None:
        raise Hidden
    said = {name: asked.value(name) for name in ("unit", "note", "place", "asked")}
    place = asked.place(said["place"], unit=said["unit"])
    return unsure_card(row, said, asked.frame(), place=place)
