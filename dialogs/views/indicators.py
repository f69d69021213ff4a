"""The views of the indicators, for those who may see them."""

from datetime import date

from actions.indicators import last_months, readings, scopes_read_by, units_in
from catalog.models import Catalogue
from dialogs.cards.elements import Shown
from dialogs.cards.indicators import SHOWN_MONTHS, IndicatorFacts, indicators_card
from dialogs.views.asked import Asked, Hidden
from domain.errors import NotAllowed
from domain.indicators import ADMINISTRATION, ALL, UNIT
from domain.months import month_of
from texts import say
from texts.format import local_day


async def show_indicators(asked: Asked) -> Shown:
    """Return the card of the month and scope that the message names."""
    scopes, scope = readable_scopes(asked), asked.value("scope")
    if scope not in scopes:
        raise Hidden
    month = date.fromisoformat(f"{asked.value('month')}-01") if asked.value("month") else month_of(local_day(asked.at))
    found = await readings(scope, month, work=asked.work, catalogue=asked.catalogue, at=asked.at)
    facts = IndicatorFacts(
        month=month,
        months=last_months(month, SHOWN_MONTHS),
        scope=scope,
        scopes=[(each, scope_name(each, asked.catalogue, asked.language)) for each in scopes],
        readings=found,
    )
    return indicators_card(facts, asked.frame())


def readable_scopes(asked: Asked) -> list[str]:
    """Return the scopes that the reader may see; raise Hidden for none."""
    try:
        return scopes_read_by(asked.reader, asked.catalogue)
    except NotAllowed:
        raise Hidden from None


def scope_name(scope: str, catalogue: Catalogue, language: str) -> str:
    """Return a scope as it is called."""
    if scope == ALL:
        return say("indicator-all", language)
    unit = next(iter(sorted(units_in(scope, catalogue))), None)
    if unit is None:
        return scope.removeprefix(UNIT).removeprefix(ADMINISTRATION)
    found = catalogue.units[unit]
    return found.name.of(language) if scope.startswith(UNIT) else found.administration.of(language)
