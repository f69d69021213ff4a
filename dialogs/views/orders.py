"""The views of an order that has not been placed."""

from dataclasses import replace

from actions.quotes import quote_draft
from actions.series import first_draft, holidays_of, next_of, series_of
from dialogs.cards.elements import Shown
from dialogs.cards.order import OrderFacts, choice_card, dropped_card, order_card
from dialogs.cards.series import MOST_DAYS, Recurring
from dialogs.draft_inputs import asked_time
from dialogs.views.asked import Asked, Hidden
from dialogs.views.files import files_of
from dialogs.views.requests import show_request
from domain.people import Role
from domain.requests import OrderDraft


async def show_order(asked: Asked) -> Shown:
    """Return the draft's card: to order, to choose a service for, dropped, or the request that it has become."""
    draft = await _draft(asked)
    if draft.request is not None:
        return await show_request(asked, request_id=draft.request)
    service = asked.catalogue.services.get(draft.service or "")
    if draft.is_dropped:
        return dropped_card(draft, service, asked.frame(draft.version))
    if service is None:
        return _choices(draft, asked)
    recurring = _recurring(draft, asked)
    priced = first_draft(draft, at=asked.at) or draft
    quote = await quote_draft(priced, work=asked.work, catalogue=asked.catalogue, at=asked.at)
    principals = await asked.named_with(Role.PRINCIPAL, unit=draft.unit) if quote.approval_needed else ()
    coordinators = await asked.named_with(Role.COORDINATOR, unit=draft.unit) if quote.refusal else ()
    facts = OrderFacts(
        draft=draft,
        quote=quote,
        unit=asked.catalogue.units[draft.unit],
        principals=principals,
        coordinators=coordinators,
        is_principal=asked.allows("order.approve", unit=draft.unit),
        asked_time=asked_time(draft, at=asked.at),
        recurring=recurring,
        files=await files_of(asked, f"draft:{draft.id}"),
    )
    return order_card(facts, asked.frame(draft.version))


def _recurring(draft: OrderDraft, asked: Asked) -> Recurring | None:
    """Return what the card says of a draft that recurs: its rule, and the days that come first."""
    if draft.rrule is None:
        return None
    series = series_of(draft, "", at=asked.at)
    days = next_of(series, MOST_DAYS, at=asked.at)
    end = asked.catalogue.agreed_until(draft.unit, days[0]) if days else None
    return Recurring(series=series, days=days, agreement_end=end, holidays=holidays_of(series, at=asked.at))


async def show_choice(asked: Asked) -> Shown:
    """Return the choice of a service while the draft needs one, and its order card after that."""
    draft = await _draft(asked)
    return _choices(draft, asked) if draft.is_live and draft.service is None else await show_order(asked)


def _choices(draft: OrderDraft, asked: Asked) -> Shown:
    codes = asked.codes("services") or list(draft.choices)
    services = [asked.catalogue.services[code] for code in codes if code in asked.catalogue.services]
    return choice_card(draft, services, asked.frame(draft.version), recurring=_recurring(draft, asked))


async def _draft(asked: Asked) -> OrderDraft:
    draft = await asked.work.drafts.get(asked.id)
    if draft.person != asked.reader.code:
        raise Hidden
    return replace(draft, place=asked.place(draft.place, unit=draft.unit) or None)
