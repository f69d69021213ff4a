"""The view of a day that is to be handed on to a colleague."""

from collections.abc import Sequence

from actions.day import Piece, brief_version
from actions.handing_on import Handing, read_handing, read_moved
from dialogs.cards.elements import Shown
from dialogs.cards.handing_on import HandingFacts, handing_card
from dialogs.views.asked import Asked, Hidden
from dialogs.views.brief import line_of
from domain.day import read_subject
from domain.people import Role


async def show_handing(asked: Asked) -> Shown:
    """Return what would go from one to another to a coordinator of any unit of whoever has it."""
    code, on = read_subject(asked.id)
    giver = await asked.work.people.get(code)
    own = {unit for unit in asked.reader.units if asked.allows("request.assign", unit=unit)}
    taker = await asked.work.people.get(asked.value("to"))
    if not (giver.has_role(Role.SERVICE_EMPLOYEE) and taker.has_role(Role.SERVICE_EMPLOYEE)) or not own:
        raise Hidden
    version = await brief_version(asked.id, work=asked.work)
    handing = await read_handing(
        (giver, taker), on, by=asked.reader, work=asked.work, catalogue=asked.catalogue, at=asked.at
    )
    moved = [] if handing.moving else await read_moved((giver, taker), on, work=asked.work, at=asked.at)
    return handing_card(_facts(asked, handing, moved), asked.frame(version))


def _facts(asked: Asked, handing: Handing, moved: Sequence[Piece]) -> HandingFacts:
    return HandingFacts(
        giver=handing.giver.name,
        taker=handing.taker.name,
        to=handing.taker.code,
        on=handing.day,
        moving=[line_of(asked, each) for each in handing.moving],
        staying=[(line_of(asked, each), why.value) for each, why in handing.staying],
        moved=[line_of(asked, each) for each in moved],
    )
