"""The views that count what was reported in a month."""

from datetime import date

from actions.counts import PartyCount, count_deviations, count_forwarded, open_deviations, units_read_by
from dialogs.cards.counts import SentTo, deviations_card, forwarded_card
from dialogs.cards.elements import Shown
from dialogs.views.asked import Asked, Hidden
from dialogs.views.requests import plain_facts
from domain.errors import NotAllowed


async def show_forwarded(asked: Asked) -> Shown:
    """Return what was sent to other parties in the month that the subject names, of the units that the reader sees."""
    month, wanted = _month(asked), asked.codes("party")
    counted = await count_forwarded(month, units=_units(asked), work=asked.work)
    sent = [_sent(asked, each) for each in counted if not wanted or each.party in wanted]
    names = [_party(asked, code) for code in wanted]
    return forwarded_card(sent, month, asked.frame(), names=names)


async def show_deviations(asked: Asked) -> Shown:
    """Return the deviations of the month that the subject names, by unit, and those that are still open."""
    month, units = _month(asked), _units(asked)
    counted = await count_deviations(month, units=units, work=asked.work)
    still = [plain_facts(asked, each) for each in await open_deviations(units=units, work=asked.work)]
    named = [(asked.catalogue.units[code].name.of(asked.language), count) for code, count in counted]
    return deviations_card(named, still, month, asked.frame())


def _month(asked: Asked) -> date:
    return date.fromisoformat(f"{asked.id}-01")


def _units(asked: Asked) -> list[str]:
    try:
        return units_read_by(asked.reader, asked.catalogue)
    except NotAllowed:
        raise Hidden from None


def _party(asked: Asked, code: str) -> str:
    party = asked.catalogue.parties.get(code)
    return party.name.of(asked.language) if party is not None else code


def _sent(asked: Asked, counted: PartyCount) -> SentTo:
    boundary = asked.catalogue.boundary
    objects = [
        (boundary[code].object.of(asked.language) if code in boundary else code, count)
        for code, count in counted.objects
    ]
    return SentTo(
        name=_party(asked, counted.party),
        objects=objects,
        total=counted.total,
        open=counted.open,
        returned=counted.returned,
    )
