"""The card of an agreement: what it holds, where it stands, and what its reader can do; and the list of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from catalog.models import Unit
from dialogs.cards.elements import GOOD, OVER, STANDING, WARNING, Choices, Frame, Shown, Tone, Writer
from dialogs.cards.story import Told, story_rows
from domain.agreements import NOTICE, ONE_DAY, Agreement, AgreementLine, AgreementStatus, Category
from texts.format import day, hours, listed, money, short_day

S = AgreementStatus
LONGEST_REASON = 500
MOST_HOURS = 10_000
MOST_SEK = 100_000_000
INPUTS: Mapping[Category, str] = {
    Category.MANDATORY: "mandatory",
    Category.CALL_OFF: "calloff",
    Category.ADD_ON: "addon",
}
"""How the inputs of a category end: `hours-calloff`, `amount-calloff`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreementFacts:
    """What the card shows.

    `amended` is the agreement that it takes over from, `follower` the signed one that takes over from it. `services`
    are the names of what it holds by category, `indicators` of those that are followed.
    """

    agreement: Agreement
    unit: Unit
    amended: Agreement | None = None
    follower: Agreement | None = None
    services: Mapping[Category, Sequence[str]] = field(default_factory=dict)
    indicators: Sequence[str] = ()
    story: Sequence[Told] = ()
    signer: str = ""
    may_edit: bool = False
    may_sign: bool = False
    service_choices: Choices = ()
    indicator_choices: Choices = ()


def agreement_card(facts: AgreementFacts, frame: Frame) -> Shown:
    """Return the card of one agreement."""
    write = Writer(frame)
    held = facts.agreement
    heading = facts.unit.name.of(frame.language)
    write.heading(heading, over=write.words("agreement-over", code=held.code))
    tone, status = standing(write, held)
    write.status(tone, status)
    _primary(write, facts)
    _terms(write, facts)
    story_rows(write, facts.story, has_older=True)
    if facts.may_sign and held.status is S.OFFERED:
        _signing(write)
    if facts.may_edit and held.is_open:
        _editing(write, facts)
    elif facts.may_edit and held.status is S.SIGNED and held.end >= frame.today:
        _amending(write, held)
    return write.finish(write.words("agreement-summary", unit=heading, status=status))


def standing(write: Writer, held: Agreement) -> tuple[Tone, str]:
    """Return where the agreement stands, in words."""
    today, language = write.frame.today, write.language
    if held.status is S.DRAFT:
        return STANDING, write.words("agreement-draft")
    if held.status is S.OFFERED:
        return WARNING, write.words("agreement-offered")
    if held.status is S.ENDED or held.end < today:
        return OVER, write.words("agreement-ended" if held.is_in_force(held.end) else "agreement-withdrawn")
    if held.start > today:
        return GOOD, write.words("agreement-signed-from", day=day(held.start, language, today))
    return GOOD, write.words("agreement-signed")


def _terms(write: Writer, facts: AgreementFacts) -> None:
    held, amended = facts.agreement, facts.amended
    write.row(write.words("agreement-days"), _days(write, held))
    for line in held.lines:
        before = amended.line(line.category) if amended else None
        was = _line(write, before) if before is not None and _line(write, before) != _line(write, line) else ""
        label = write.words(f"category-{line.category.replace('_', '-')}")
        write.row(label, _line(write, line), more=write.words("agreement-was", was=was) if was else "")
    write.row(write.words("agreement-limit"), _limits(write, held))
    if amended is not None:
        start = day(held.start, write.language, write.frame.today)
        write.hint(write.words("agreement-amends", code=amended.code, day=start))
    if facts.follower is not None:
        start = day(facts.follower.start, write.language, write.frame.today)
        write.hint(write.words("agreement-followed", code=facts.follower.code, day=start))
    write.row(write.words("agreement-signer"), facts.signer)
    _chosen(write, facts)


def _chosen(write: Writer, facts: AgreementFacts) -> None:
    write.toggle(write.words("agreement-more"), "chosen")
    with write.section("chosen", is_hidden=True, style="emphasis"):
        for category, names in facts.services.items():
            if names:
                write.title(write.words(f"category-{category.replace('_', '-')}"))
                write.line(listed(names, write.language), longest=1500)
        if facts.indicators:
            write.title(write.words("agreement-indicators"))
            write.line(listed(facts.indicators, write.language), longest=1500)


def _days(write: Writer, held: Agreement) -> str:
    # Agreements last for years: the year stands in both days.
    first, last = (short_day(each, write.language, date.min) for each in (held.start, held.end))
    return write.words("agreement-period", first=first, last=last)


def _line(write: Writer, line: AgreementLine) -> str:
    return write.words(
        "agreement-line",
        hours=hours(line.hours_per_month, write.language),
        amount=money(line.amount_sek_per_month, write.language),
    )


def _limits(write: Writer, held: Agreement) -> str:
    limits = {each.approval_limit_sek for each in held.lines if each.category is not Category.ADD_ON}
    return write.words("agreement-above", amount=money(max(limits), write.language)) if limits else ""


def _primary(write: Writer, facts: AgreementFacts) -> None:
    """Put first what the reader most likely wants to press."""
    held = facts.agreement
    if facts.may_sign and held.status is S.OFFERED:
        write.button("agreement.sign", style="positive")
    if facts.may_edit and held.status is S.DRAFT:
        way = write.words("way-agreement-offer", code=held.code)
        write.button("agreement.offer", style="positive", way=way)


def _signing(write: Writer) -> None:
    write.hint(write.words("agreement-sign-hint"))
    write.toggle(write.words("agreement-decline-open"), "decline")
    with write.section("decline", is_hidden=True, style="emphasis"):
        write.text_input("reason", write.words("agreement-why-not"), longest=LONGEST_REASON, lines=True)
        write.button_here("agreement.decline")


def _editing(write: Writer, facts: AgreementFacts) -> None:
    held = facts.agreement
    write.toggle(write.words("agreement-change-open"), "terms")
    with write.section("terms", is_hidden=True, style="emphasis"):
        _inputs(write, facts)
        write.button_here("agreement.change")
    write.toggle(write.words("agreement-withdraw-open"), "withdraw")
    with write.section("withdraw", is_hidden=True, style="emphasis"):
        write.hint(write.words("agreement-withdraw-hint"))
        way = write.words("way-agreement-withdraw", code=held.code)
        write.button_here("agreement.end", label=write.words("agreement-withdraw"), way=way)


def _inputs(write: Writer, facts: AgreementFacts) -> None:
    held = facts.agreement
    write.date_input("date", write.words("agreement-first"), held.start.isoformat())
    write.date_input("last", write.words("agreement-last"), held.end.isoformat())
    for line in held.lines:
        name, ends = write.words(f"category-{line.category.replace('_', '-')}"), INPUTS[line.category]
        label = write.words("agreement-hours", name=name)
        write.number_input(f"hours-{ends}", label, _plain(line.hours_per_month), least=0, most=MOST_HOURS)
        label = write.words("agreement-amount", name=name)
        write.number_input(f"amount-{ends}", label, _plain(line.amount_sek_per_month), least=0, most=MOST_SEK)
    limit = max((each.approval_limit_sek for each in held.lines), default=None)
    if limit is not None:
        write.number_input("limit", write.words("agreement-limit-input"), _plain(limit), least=0, most=MOST_SEK)
    chosen = (
        (facts.service_choices, "services", held.services),
        (facts.indicator_choices, "indicators", held.indicators),
    )
    for choices, name, codes in chosen:
        if choices:
            label = write.words(f"agreement-{name}-input")
            write.choice_input(name, label, choices, value=",".join(codes), is_many=True)


def _plain(value: Decimal) -> str:
    """Return *value* as an input holds it: with a decimal point, and no zeros after it."""
    return f"{value.normalize():f}"


def _amending(write: Writer, held: Agreement) -> None:
    today = write.frame.today
    write.toggle(write.words("agreement-amend-open"), "amend")
    with write.section("amend", is_hidden=True, style="emphasis"):
        write.hint(write.words("agreement-amend-hint"))
        following = _next_month(max(today, held.start))
        write.date_input("date", write.words("agreement-amend-from"), min(following, held.end).isoformat())
        way = write.words("way-agreement-amend", code=held.code)
        write.button_here("agreement.amend", way=way)
    write.toggle(write.words("agreement-end-open"), "end")
    with write.section("end", is_hidden=True, style="emphasis"):
        last = min(_next_month(today + NOTICE) - ONE_DAY, held.end)
        write.hint(write.words("agreement-end-hint", days=NOTICE.days))
        write.date_input("last", write.words("agreement-last"), last.isoformat())
        write.text_input("reason", write.words("agreement-end-why"), longest=LONGEST_REASON, lines=True)
        way = write.words("way-agreement-end", code=held.code)
        write.button_here("agreement.end", way=way)


def _next_month(on: date) -> date:
    return date(on.year + on.month // 12, on.month % 12 + 1, 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreementsFacts:
    """The agreements that the reader may see, each with its unit; `units` are those for which one can be drafted."""

    agreements: Sequence[tuple[Agreement, Unit]]
    units: Choices = ()


def agreements_card(facts: AgreementsFacts, frame: Frame) -> Shown:
    """Return the list of agreements, each opened by a touch."""
    write = Writer(frame)
    write.heading(write.words("agreements-heading"))
    if not facts.agreements:
        write.line(write.words("agreements-none"))
    for held, unit in facts.agreements:
        tone, status = standing(write, held)
        press = write.press("agreement.show", write.words("agreement-open", code=held.code), agreement=held.code)
        name = unit.name.of(frame.language)
        write.entry(name, _days(write, held), number=held.code, tone=tone, status=status, press=press)
    if facts.units:
        write.toggle(write.words("agreement-draft-open"), "draft")
        with write.section("draft", is_hidden=True, style="emphasis"):
            write.choice_input("unit", write.words("label-unit"), facts.units, value=facts.units[0][0])
            write.date_input("date", write.words("agreement-first"), frame.today.isoformat())
            way = write.words("way-agreement-draft", unit=facts.units[0][1])
            write.button_here("agreement.draft", way=way)
    return write.finish(write.words("agreements-summary", count=len(facts.agreements)))
