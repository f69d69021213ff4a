"""The view of an order series, and what an order's card says of its series."""

from dataclasses import replace

from actions.series import holidays_of, next_of
from dialogs.cards.elements import Shown
from dialogs.cards.series import MOST_DAYS, Recurring, series_card
from dialogs.views.asked import Asked, Hidden
from domain.requests import ServiceRequest
from domain.series import OrderSeries


async def show_series(asked: Asked) -> Shown:
    """Return the card of a series."""
    series = await asked.work.series.get(asked.id)
    is_own = series.requester == asked.reader.code
    if not asked.allows("request.read", unit=series.unit, is_own=is_own):
        raise Hidden
    recurring = await _recurring(asked, series)
    catalogue = asked.catalogue
    return series_card(
        recurring, catalogue.services[series.service], catalogue.units[series.unit], asked.frame(series.version)
    )


async def recurring_of(asked: Asked, request: ServiceRequest) -> Recurring | None:
    """Return what the card of *request* says of its series, or None when it has none."""
    if request.series is None:
        return None
    return await _recurring(asked, await asked.work.series.get(request.series))


async def _recurring(asked: Asked, series: OrderSeries) -> Recurring:
    left_out = await _left_out(asked, series)
    days = next_of(series, MOST_DAYS + len(left_out), at=asked.at) if series.is_active else ()
    may: set[str] = set()
    is_own = series.requester == asked.reader.code
    if series.is_active and asked.allows("order.cancel", unit=series.unit, is_own=is_own):
        may |= {"series.end", "series.skip"}
    if series.is_active and asked.allows("order.create", unit=series.unit):
        may.add("series.change")
    shown = tuple(day for day in days if day not in left_out)[:MOST_DAYS]
    named = replace(series, place=asked.place(series.place, unit=series.unit) or None)
    return Recurring(
        series=named,
        days=shown,
        may=frozenset(may),
        holidays=holidays_of(series, at=asked.at),
        tells_holidays=bool(asked.value("holidays")),
    )


async def _left_out(asked: Asked, series: OrderSeries) -> set[object]:
    """Return the days that have no order, or one that was cancelled."""
    orders = {each.id: each for each in await asked.work.requests.of_series(series.id)}
    gone = {each.id for each in orders.values() if not each.is_open}
    taken = await asked.work.series.occurrences(series.id)
    return {each.day for each in taken if each.request is None or each.request in gone}
