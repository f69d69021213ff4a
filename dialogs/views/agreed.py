"""The view of a month's agreed hours, for those who may read the agreement."""

from datetime import date

from actions.economy import month_hours
from dialogs.cards.agreed import AgreedFacts, agreed_card
from dialogs.cards.elements import Shown
from dialogs.views.asked import Asked, Hidden
from texts.format import local_day


async def show_agreed(asked: Asked) -> Shown:
    """Return the card of the unit and month that the message names."""
    unit = asked.catalogue.units.get(asked.id)
    if unit is None or not asked.allows("agreement.read", unit=unit.code):
        raise Hidden
    month = date.fromisoformat(f"{asked.value('month')}-01") if asked.value("month") else local_day(asked.at)
    agreed = await month_hours(unit.code, month, work=asked.work, catalogue=asked.catalogue, at=asked.at)
    has_money = asked.allows("economy.read", unit=unit.code)
    is_elsewhere = asked.reader.units != (unit.code,)
    facts = AgreedFacts(unit=unit, agreed=agreed, has_money=has_money, is_elsewhere=is_elsewhere)
    return agreed_card(facts, asked.frame())
