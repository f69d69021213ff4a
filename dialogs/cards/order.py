"""The card of an order that has not been placed: what, where, when, what it costs, and the press that orders it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from actions.quotes import Quote
from catalog.models import Category, Service, Unit
from dialogs.cards.elements import OVER, STOP, WARNING, Frame, Shown, Writer
from dialogs.cards.files import Attached, files_row
from dialogs.cards.rule import series_in_words
from dialogs.cards.series import Recurring, days_off_input, recurring_rows
from dialogs.cards.when import time_rows, wanted
from dialogs.draft_inputs import ASKED, LONGEST_NOTE, LONGEST_PLACE, prefilled
from domain.errors import NoAgreement
from domain.requests import OrderDraft
from texts.format import day, hours, listed, money, number, opening

LARGEST_NOTE_BYTES = 3000
MOST_CHOICES = 3
SERVICES = "services"
"""The data set that the search for a service is asked of."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OrderFacts:
    """What an order card shows.

    `principals` (names) approve for the unit, `coordinators` (names) are whom to ask; `is_principal` tells whether the
    one who orders approves it by ordering. `asked_time` is why the card asks when it is wanted, or None.
    """

    draft: OrderDraft
    quote: Quote
    unit: Unit
    principals: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    is_principal: bool = False
    asked_time: str | None = None
    recurring: Recurring | None = None
    files: Sequence[Attached] = ()


def order_card(facts: OrderFacts, frame: Frame) -> Shown:
    """Return the card of a live draft that has a service."""
    write = Writer(frame)
    name = facts.quote.service.name.of(frame.language)
    when = _when(facts, frame)
    write.heading(name, over=write.words("order-over"))
    if facts.quote.refusal is not None:
        return _refused(facts, write)
    if facts.asked_time is not None:
        write.status(WARNING, write.words(f"order-when-{facts.asked_time}"))
        write.line(write.words("order-when-how"))
    if not facts.draft.place:
        write.status(WARNING, write.words("order-where"))
        write.text_input("place", write.words("order-where-label"), longest=LONGEST_PLACE)
        write.speak(write.words("order-where-how"))
    # While the time is asked for, nothing is promised.
    _what(facts, write, promised_at=facts.quote.promised_at if facts.asked_time is None else None)
    cost_rows(write, facts.quote, label="label-cost" if facts.recurring is None else "label-cost-each")
    if facts.quote.approval_needed:
        write.line(approval_words(write, facts.principals, is_principal=facts.is_principal), weight="bolder")
    # What is charged goes with the press, so that nobody orders at a cost that has become another since.
    if facts.recurring is None or facts.recurring.days:
        write.button("order.place", style="positive", charged=str(facts.quote.cost.charged))
    _change(facts, write)
    write.button("order.drop")
    write.also(write.words("way-order-drop-also"))
    total = money(facts.quote.cost.total, frame.language)
    return write.finish(write.words("order-summary", service=name, when=when, cost=total))


def _when(facts: OrderFacts, frame: Frame) -> str:
    if facts.recurring is not None:
        return series_in_words(facts.recurring.series, frame.language, frame.today)
    draft = facts.draft
    return wanted(draft.wanted_start, draft.wanted_end, frame.language, frame.today, kind=draft.wanted_kind)


def _what(facts: OrderFacts, write: Writer, *, promised_at: datetime | None = None) -> None:
    draft, language = facts.draft, write.language
    no_place = write.words("order-no-place") if facts.quote.refusal is not None else ""
    write.row(write.words("label-place"), draft.place or no_place)
    if facts.recurring is not None:
        recurring_rows(write, facts.recurring)
    elif draft.wanted_kind not in ASKED:
        time_rows(write, draft.wanted_start, draft.wanted_end, promised_at=promised_at, kind=draft.wanted_kind)
    if draft.count is not None:
        write.row(write.words("label-count"), str(draft.count))
    write.row(write.words("label-hours"), hours(facts.quote.cost.hours, language))
    write.row(write.words("label-note"), draft.note or "")
    files_row(write, facts.files)


def cost_rows(write: Writer, quote: Quote, *, has_left: bool = True, label: str = "label-cost") -> None:
    """Put the cost: the sum and who bears it, how it comes about, and what it leaves of the month's hours."""
    cost, language = quote.cost, write.language
    sums = {
        "total": money(cost.total, language),
        "included": money(cost.included_sek, language),
        "charged": money(cost.charged, language),
    }
    how = write.words("cost-how", hours=hours(cost.hours, language), price=money(cost.price, language))
    words = write.words(_bearer(cost.included_sek, cost.charged), **sums)
    write.row(write.words(label), words, more=f"{opening(how)}. {_allowance(write, quote, has_left=has_left)}")


def _allowance(write: Writer, quote: Quote, *, has_left: bool) -> str:
    """Return how the order stands to the agreement: an extra visit, or what is left of the month's hours."""
    if quote.service.category is Category.MANDATORY:
        return write.words("cost-extra-visit")
    if quote.line is None or quote.line.hours_per_month == 0 or not has_left:
        return ""
    held = hours(quote.line.hours_per_month, write.language)
    return write.words("cost-left", left=number(quote.cost.left_hours, write.language), held=held)


def _bearer(included: Decimal, charged: Decimal) -> str:
    if charged == 0:
        return "cost-included"
    return "cost-charged" if included == 0 else "cost-shared"


def approval_words(write: Writer, principals: Sequence[str], *, is_principal: bool) -> str:
    """Return who approves what costs more than the unit may spend: the reader, or one of the *principals* (names)."""
    if is_principal:
        return write.words("order-approved-by-you")
    if not principals:
        return write.words("order-approval-nobody")
    return write.words("order-approval", names=listed(principals, write.language, is_choice=True))


def _change(facts: OrderFacts, write: Writer) -> None:
    """Put the hidden section where the draft is changed. What is too long for a field is changed by writing."""
    filled = prefilled(facts.draft)
    if facts.asked_time is None:
        write.toggle(write.words("order-change-open"), "change")
    with write.section("change", is_hidden=facts.asked_time is None, style="emphasis"):
        service = facts.quote.service
        name = service.name.of(write.language)
        write.search_input("service", write.words("label-service"), dataset=SERVICES, value=service.code, title=name)
        is_asked = not facts.draft.place and facts.quote.refusal is None
        if len(filled["place"]) <= LONGEST_PLACE and not is_asked:
            write.text_input("place", write.words("label-place"), filled["place"], longest=LONGEST_PLACE)
        with write.side_by_side():
            write.date_input("date", write.words("label-date"), filled["date"])
            write.time_input("time", write.words("label-time"), filled["time"])
        if facts.recurring is not None:
            days_off_input(write, filled["daysoff"])
        with write.side_by_side():
            usual = number(facts.quote.cost.hours, write.language)
            write.hours_input(write.words("label-hours-input"), filled["hours"], placeholder=usual)
            write.number_input("count", write.words("label-count"), filled["count"])
        if len(json.dumps(filled["note"])) <= LARGEST_NOTE_BYTES:
            write.text_input("note", write.words("label-note"), filled["note"], longest=LONGEST_NOTE, lines=True)
        write.button_here("order.change")


def _refused(facts: OrderFacts, write: Writer) -> Shown:
    write.status(STOP, write.words("order-refused"))
    reason, possible = why_refused(facts.quote, facts.unit, write)
    write.line(reason)
    write.line(possible)
    unsigned = _unsigned(facts.quote)
    if unsigned and facts.is_principal:
        write.button("agreement.show", style="positive", agreement=unsigned)
    if facts.coordinators:
        write.line(write.words("order-ask", names=listed(facts.coordinators, write.language, is_choice=True)))
    write.title(write.words("order-kept"))
    _what(facts, write)
    _change(facts, write)
    write.button("order.drop")
    write.also(write.words("way-order-drop-also"))
    return write.finish(reason)


def _unsigned(quote: Quote) -> str:
    """Return the code of the agreement that is to be signed before this can be ordered, empty when none is."""
    return str(quote.refusal.values.get("agreement", "")) if quote.refusal is not None else ""


def why_refused(quote: Quote, unit: Unit, write: Writer) -> tuple[str, str]:
    """Return why what was quoted can't be ordered for *unit*, and what is possible instead."""
    refusal = quote.refusal
    kind = "agreement" if isinstance(refusal, NoAgreement) else "service"
    values = refusal.values if refusal is not None else {}
    start = values.get("start")
    reason = write.words(
        f"refused-{kind}-{values.get('reason')}",
        unit=unit.name.of(write.language),
        service=quote.service.name.of(write.language),
        start=day(start, write.language, write.frame.today) if isinstance(start, date) else "",
    )
    return reason, write.words(f"possible-{kind}-{values.get('reason')}")


def dropped_card(draft: OrderDraft, service: Service | None, frame: Frame) -> Shown:
    """Return the card of a draft that was dropped."""
    write = Writer(frame)
    write.heading(service.name.of(frame.language) if service else draft.place or write.words("order-over"))
    write.status(OVER, write.words("order-dropped"))
    write.hint(write.words("order-dropped-more"))
    return write.finish(write.words("order-dropped"))


def choice_card(
    draft: OrderDraft, services: Sequence[Service], frame: Frame, *, recurring: Recurring | None = None
) -> Shown:
    """Return the card that asks which of up to three services is meant; with none it asks in words."""
    write = Writer(frame)
    write.heading(write.words("choice-heading"), over=write.words("order-over"))
    if not services:
        write.line(write.words("choice-none"))
    for service in services[:MOST_CHOICES]:
        name = service.name.of(frame.language)
        write.button_here("order.change", label=name, way=name.lower(), service=service.code)
        write.speak(name)
        write.hint(service.description.of(frame.language))
    when = wanted(draft.wanted_start, draft.wanted_end, frame.language, frame.today, kind=draft.wanted_kind)
    write.row(write.words("label-place"), draft.place or "")
    if recurring is not None:
        recurring_rows(write, recurring)
    elif draft.wanted_kind not in {"none", *ASKED}:
        write.row(write.words("label-when"), when)
    write.row(write.words("label-note"), draft.note or "")
    write.button("catalogue.show", label=write.words("choice-other"))
    return write.finish(write.words("choice-heading"))
