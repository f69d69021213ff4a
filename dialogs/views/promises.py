"""The view of how promises were kept, of the units whose indicators the reader may see."""

from datetime import date

from actions.service_levels import promises_of
from dialogs.cards.elements import Shown
from dialogs.cards.promises import PromiseFacts, promises_card
from dialogs.views.asked import Asked, Hidden
from domain.months import month_of
from domain.promises import Kept
from texts.format import local_day


async def show_promises(asked: Asked) -> Shown:
    """Return the card of the month that the message names."""
    units = [each for each in asked.catalogue.units.values() if asked.allows("indicator.read", unit=each.code)]
    if not units:
        raise Hidden
    month = date.fromisoformat(f"{asked.value('month')}-01") if asked.value("month") else local_day(asked.at)
    kept = await promises_of(month, work=asked.work)
    facts = PromiseFacts(first=month_of(month), units=[(each, kept.get(each.code, Kept())) for each in units])
    return promises_card(facts, asked.frame())
