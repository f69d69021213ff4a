"""What can be ordered: the catalogue by category or search, a page at a time, and one service."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from actions.quotes import Quote
from catalog.models import Category, Service, Unit
from dialogs.cards.elements import OVER, STOP, WARNING, Frame, Shown, Writer
from dialogs.cards.order import approval_words, cost_rows, why_refused
from texts.format import hours, listed, money, number

ON_PAGE = 10
"""Services on one page: as many as a phone shows in a few strokes of the thumb."""
MOST_NAMED = 8
"""Names of a category on the first page; the rest are counted."""
LONGEST_QUERY = 80


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """What of the catalogue is shown: a category, what was searched for, or all of it; pages count from 1."""

    category: Category | None = None
    query: str = ""
    number: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class CatalogueFacts:
    """The services of a page's list, in order, and why some of them can't be ordered, by code, as a key of texts."""

    services: Sequence[Service]
    page: Page
    hindrances: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class ServiceFacts:
    """What the card of a service shows.

    `quote` is what its usual hours would cost `unit`; None for a reader without a unit. `principals` (names) approve,
    `coordinators` (names) are whom to ask. `is_principal` tells whether the reader approves by ordering.
    """

    service: Service
    competences: tuple[str, ...] = ()
    unit: Unit | None = None
    quote: Quote | None = None
    principals: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    is_principal: bool = False
    may_order: bool = False
    is_posted: bool = False
    names_unit: bool = False


def catalogue_card(facts: CatalogueFacts, frame: Frame) -> Shown:
    """Return the categories with the names in them, or one page of a category or of what was found."""
    if facts.page.category is None and not facts.page.query:
        return _front_card(facts, frame)
    return _list_card(facts, frame)


def _front_card(facts: CatalogueFacts, frame: Frame) -> Shown:
    write = Writer(frame)
    write.heading(write.words("catalogue-heading"))
    write.hint(write.words("catalogue-hint"))
    open_ones = [each for each in facts.services if each.code not in facts.hindrances]
    if open_ones:
        _search(write)
    else:
        write.line(write.words("catalogue-empty"))
    for category in Category:
        names = [each.name.of(frame.language) for each in open_ones if each.category is category]
        if names:
            _category(write, category, names)
    return write.finish(write.words("catalogue-heading"))


def _category(write: Writer, category: Category, names: Sequence[str]) -> None:
    key = _key(category)
    write.title(write.words(key))
    write.hint(write.words(f"{key}-more"))
    write.line(" · ".join(names[:MOST_NAMED]), longest=LONGEST_QUERY * MOST_NAMED)
    label = write.words("catalogue-category", name=write.words(key), count=len(names))
    write.button_here("catalogue.show", label=label, way=write.words(f"way-{key}"), category=category.value)


def _search(write: Writer, query: str = "") -> None:
    write.text_input("query", write.words("label-query"), query, longest=LONGEST_QUERY)
    search = write.words("catalogue-search")
    write.button_here("catalogue.show", label=search, way=write.words("way-catalogue-search"), search=1)


def _list_card(facts: CatalogueFacts, frame: Frame) -> Shown:
    write = Writer(frame)
    page, pages = facts.page, max(1, -(-len(facts.services) // ON_PAGE))
    nth = min(max(page.number, 1), pages)
    heading = _heading(write, page)
    write.heading(heading, over=write.words("catalogue-over"))
    if page.category is not None:
        write.hint(write.words(f"{_key(page.category)}-more"))
    if page.query:
        _search(write, page.query)
    if not facts.services:
        write.line(write.words("catalogue-none", query=page.query) if page.query else write.words("catalogue-empty"))
    for service in facts.services[(nth - 1) * ON_PAGE : nth * ON_PAGE]:
        _listed(write, service, facts.hindrances.get(service.code))
    if pages > 1:
        write.hint(write.words("catalogue-page", page=str(nth), pages=str(pages)))
    _turn_pages(write, page, nth, pages)
    return write.finish(write.words("catalogue-found", name=heading, count=len(facts.services)))


def _heading(write: Writer, page: Page) -> str:
    if page.category is None:
        return write.words("catalogue-sought", query=page.query)
    return write.words(_key(page.category))


def _listed(write: Writer, service: Service, hindrance: str | None) -> None:
    """Put a service as a button with a line below it: what it costs and how soon, or why it can't be ordered."""
    language = write.language
    name = service.name.of(language)
    write.button_here("catalogue.show", label=name, way="-", service=service.code)
    price = write.words("service-price", price=money(service.price_sek_per_hour, language))
    level = write.words("service-level", hours=hours(service.service_level_hours, language))
    line = write.words(hindrance) if hindrance else f"{price} · {level}"
    write.speak(f"{name}: {line}")
    write.hint(line, is_silent=True)


def _turn_pages(write: Writer, page: Page, nth: int, pages: int) -> None:
    carried = {"category": page.category.value if page.category else "", "query_kept": page.query}
    if nth < pages:
        label, way = write.words("catalogue-next"), write.words("way-catalogue-next")
        write.button("catalogue.show", label=label, way=way, page=nth + 1, **carried)
    if nth > 1:
        label, way = write.words("catalogue-previous"), write.words("way-catalogue-previous")
        write.button("catalogue.show", label=label, way=way, page=nth - 1, **carried)
    write.button("catalogue.show", label=write.words("service-all"), service="")


def service_card(facts: ServiceFacts, frame: Frame) -> Shown:
    """Return what a service is, what it would cost, how soon it comes, who may order it, and the press that begins."""
    write = Writer(frame)
    service, language = facts.service, frame.language
    name = service.name.of(language)
    write.heading(name, over=write.words("service-over"))
    write.line(service.description.of(language))
    _hindered(write, facts)
    _facts(write, facts)
    if facts.quote is not None and facts.quote.refusal is None:
        _cost(write, facts, facts.quote)
    if facts.is_posted:
        write.hint(write.words("service-posted", name=name.lower()))
    else:
        _buttons(write, facts, name)
    return write.finish(write.words("service-summary", name=name))


def _hindered(write: Writer, facts: ServiceFacts) -> None:
    """Say why it can't be ordered, what can be done instead, and whom to ask; nothing when it can."""
    quote = facts.quote
    if quote is None or facts.unit is None or quote.refusal is None:
        if not facts.service.is_orderable:
            write.status(OVER, write.words("service-not-open"))
        return
    reason, possible = why_refused(quote, facts.unit, write)
    write.status(STOP if facts.service.is_orderable else OVER, reason)
    write.line(possible)
    if facts.coordinators:
        write.line(write.words("order-ask", names=listed(facts.coordinators, write.language, is_choice=True)))


def _facts(write: Writer, facts: ServiceFacts) -> None:
    service, language = facts.service, write.language
    key = _key(service.category)
    write.row(write.words("label-category"), write.words(key), more=write.words(f"{key}-more"))
    price = write.words("service-price", price=money(service.price_sek_per_hour, language))
    write.row(write.words("label-price"), price)
    level = write.words("service-level", hours=hours(service.service_level_hours, language))
    write.row(write.words("label-level"), level)
    write.row(write.words("label-usual"), hours(service.typical_hours, language))
    if facts.competences:
        write.row(write.words("label-competences"), listed(facts.competences, language))
    who = "service-who-add-on" if service.category is Category.ADD_ON else "service-who"
    write.row(write.words("label-who"), write.words(who))
    write.row(write.words("service-code"), service.code)


def _cost(write: Writer, facts: ServiceFacts, quote: Quote) -> None:
    """Put what its usual hours would cost the reader's unit today, and what is left of the month's hours before it."""
    language = write.language
    write.title(write.words("service-would-cost", hours=hours(quote.cost.hours, language)))
    if facts.unit is not None and facts.names_unit:
        write.row(write.words("label-unit"), facts.unit.name.of(language))
    cost_rows(write, quote, has_left=False)
    if quote.line is not None and quote.line.hours_per_month and quote.service.category is not Category.MANDATORY:
        left = number(quote.cost.left_hours + quote.cost.included_hours, language)
        held = hours(quote.line.hours_per_month, language)
        write.row(write.words("label-left"), write.words("service-left", left=left, held=held))
    if quote.approval_needed:
        write.status(WARNING, approval_words(write, facts.principals, is_principal=facts.is_principal))


def _buttons(write: Writer, facts: ServiceFacts, name: str) -> None:
    can_start = facts.may_order and (facts.quote is None or facts.quote.refusal is None)
    if can_start and facts.service.is_orderable:
        way = write.words("way-order-start", name=name.lower())
        write.button("order.start", style="positive", way=way, service=facts.service.code)
    same = {"category": facts.service.category.value}
    write.button("catalogue.show", label=write.words("service-others"), way="-", **same)
    write.button("catalogue.show", label=write.words("service-all"), service="")


def _key(category: Category) -> str:
    return f"category-{category.replace('_', '-')}"
