"""The views of the indicators, for those who may see them."""

from datetime import date

from actions.indicator_entry import get_indicator, may_enter, outcomes_by_scope
from actions.indicators import Reading, last_months, readings, scopes_read_by, units_in
from catalog.models import Catalogue
from dialogs.cards.elements import Shown
from dialogs.cards.indicator import OneIndicatorFacts, indicator_card
from dialogs.cards.indicators import SHOWN_MONTHS, IndicatorFacts, indicators_card
from dialogs.views.asked import Asked, Hidden
from domain.errors import NotAllowed
from domain.indicators import ADMINISTRATION, ALL, MONTHS_FOR_FORECAST, UNIT
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


async def show_indicator(asked: Asked) -> Shown:
    """Return the card of the one indicator, in the month and scope that the message names."""
    scopes, scope, work = readable_scopes(asked), asked.value("scope"), asked.work
    if scope not in scopes:
        raise Hidden
    month = date.fromisoformat(f"{asked.value('month')}-01") if asked.value("month") else month_of(local_day(asked.at))
    indicator = get_indicator(asked.id, asked.catalogue)
    all_readings = await readings(scope, month, work=work, catalogue=asked.catalogue, at=asked.at)
    reading = next((each for each in all_readings if each.indicator.code == indicator.code), None)
    story = await work.indicators.story(indicator.code, scope, month)
    if reading is None:
        # A unit that does not follow it, or not yet: what was entered there is shown nevertheless.
        now = story[-1] if story else None
        reading = Reading(indicator=indicator, values={month: now.value} if now else {}, now=now)
    others = await outcomes_by_scope(
        indicator,
        month,
        [each for each in scopes if each != scope],
        work=work,
        catalogue=asked.catalogue,
        at=asked.at,
    )
    facts = OneIndicatorFacts(
        reading=reading,
        month=month,
        months=last_months(month, MONTHS_FOR_FORECAST),
        scope=scope,
        scopes=[(each, scope_name(each, asked.catalogue, asked.language)) for each in scopes],
        others=[(scope_name(each, asked.catalogue, asked.language), others[each]) for each in scopes if each in others],
        story=story,
        names=await asked.names([each.person or "" for each in story]),
        may_log=asked.allows("commitment.edit", is_own=True),
        may_enter=may_enter(asked.reader, scope, indicator, asked.catalogue) and month <= local_day(asked.at),
    )
    return indicator_card(facts, asked.frame())


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
