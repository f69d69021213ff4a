"""The views of the catalogue: a page of it, and one service with what it would cost the reader's unit."""

from dataclasses import replace

from actions.quotes import Quote, quote_draft, refuse
from catalog.models import Catalogue, Category, Service
from catalog.search import index_of
from dialogs.cards.catalogue import LONGEST_QUERY, CatalogueFacts, Page, ServiceFacts, catalogue_card, service_card
from dialogs.cards.elements import Shown
from dialogs.views.asked import Asked
from domain.people import Role
from domain.requests import OrderDraft
from texts.format import local_day

MOST_FOUND = 200


async def show_catalogue(asked: Asked) -> Shown:
    """Return a page of what there is: by category or search, what the reader's units can order first."""
    page = _page(asked)
    services = _services(asked.catalogue, page)
    hindrances = {each.code: key for each in services if (key := _hindrance(asked, each)) is not None}
    ordered = services if page.query else sorted(services, key=lambda each: each.code in hindrances)
    facts = CatalogueFacts(services=ordered, page=page, hindrances=hindrances)
    return catalogue_card(facts, asked.frame(subject=""))


def _page(asked: Asked) -> Page:
    written, number = asked.value("category"), asked.value("page")
    return Page(
        category=Category(written) if written in set(Category) else None,
        query=asked.value("query")[:LONGEST_QUERY],
        number=int(number) if number.isascii() and number.isdigit() else 1,
    )


def _services(catalogue: Catalogue, page: Page) -> list[Service]:
    if page.query:
        return [catalogue.services[code] for code in index_of(catalogue).search(page.query, limit=MOST_FOUND)]
    return [each for each in catalogue.services.values() if page.category in {None, each.category}]


def _hindrance(asked: Asked, service: Service) -> str | None:
    """Return the key of why none of the reader's units can order *service*, or None when one can."""
    if not service.is_orderable:
        return "service-not-open"
    types = {asked.catalogue.units[code].unit_type for code in asked.reader.units if code in asked.catalogue.units}
    return "service-not-here" if types and not types & set(service.unit_types) else None


async def show_service(asked: Asked) -> Shown:
    """Return one service; the catalogue when there is none of that code.

    With the value `posted` it is written for any reader: nothing of a unit, and no buttons.
    """
    service = asked.catalogue.services.get(asked.id or asked.value("service"))
    if service is None:
        return await show_catalogue(asked)
    facts = ServiceFacts(service=service, competences=_competences(asked, service.competences))
    if asked.value("posted"):
        return service_card(replace(facts, is_posted=True), asked.frame(subject=""))
    unit = _unit(asked, service)
    if unit is not None:
        facts = await _for_unit(asked, facts, unit)
    is_for_all = asked.allows("order.create", unit=next(iter(asked.catalogue.units), None))
    facts = replace(facts, may_order=asked.allows("order.create", unit=unit) if unit else is_for_all)
    return service_card(facts, asked.frame(subject=f"catalogue:{service.code}"))


async def _for_unit(asked: Asked, facts: ServiceFacts, unit: str) -> ServiceFacts:
    quote = await _quote(asked, facts.service, unit)
    demanded = asked.catalogue.demanded_competences(facts.service.code, unit)
    return replace(
        facts,
        unit=asked.catalogue.units[unit],
        names_unit=len(asked.reader.units) > 1,
        competences=_competences(asked, demanded),
        quote=quote,
        principals=await asked.named_with(Role.PRINCIPAL, unit=unit) if quote.approval_needed else (),
        coordinators=await asked.named_with(Role.COORDINATOR, unit=unit) if quote.refusal else (),
        is_principal=asked.allows("order.approve", unit=unit),
    )


async def _quote(asked: Asked, service: Service, unit: str) -> Quote:
    return await quote_draft(_wish(asked, service, unit), work=asked.work, catalogue=asked.catalogue, at=asked.at)


def _wish(asked: Asked, service: Service, unit: str) -> OrderDraft:
    """Return an order for the usual hours, at once: what would be ordered if nothing else were said."""
    return OrderDraft(id="", person=asked.reader.code, unit=unit, created_at=asked.at, service=service.code)


def _unit(asked: Asked, service: Service) -> str | None:
    """Return the unit to tell of: one of the reader's that can order it today, else their first; None for none."""
    units = [code for code in asked.reader.units if code in asked.catalogue.units]
    return next((code for code in units if _can_order(asked, service, code)), next(iter(units), None))


def _can_order(asked: Asked, service: Service, unit: str) -> bool:
    agreement = asked.catalogue.agreement_in_force(unit, local_day(asked.at))
    return refuse(_wish(asked, service, unit), service, agreement, asked.catalogue, at=asked.at) is None


def _competences(asked: Asked, codes: tuple[str, ...]) -> tuple[str, ...]:
    known = asked.catalogue.competences
    return tuple(known[code].name.of(asked.language) for code in codes if code in known)
