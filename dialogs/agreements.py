"""Agreements as a conversation: drafted, offered, changed and ended by the administrator, signed by the principal."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from actions.agreements import (
    amend_agreement,
    change_terms,
    decline_agreement,
    draft_agreement,
    end_agreement,
    offer_agreement,
    sign_agreement,
    subject_of,
)
from actions.ports import Begin
from dialogs.cards.agreement import INPUTS
from dialogs.inputs import day_in
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import When, WhenKind
from dialogs.understanding.agreement_words import Deed, TermsSaid, code_said, deed_said, reason_said, terms_said
from dialogs.units import unit_of
from domain.agreements import OPEN, Agreement, AgreementLine, AgreementStatus
from domain.errors import BadInput
from domain.people import Role
from domain.worktime import local_date
from texts.format import listed

SUBJECT = "agreement"
S = AgreementStatus
MOST_DIGITS = 20


async def agreement_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take "skriv på", "erbjud AVT-PV7", "ändra AVT-PV1 från 1 maj: avrop 20 timmar"; None for other words."""
    deed = deed_said(turn.text, is_shown=_shown(turn) is not None)
    if deed is None:
        return None
    if not _is_theirs(turn, deed):
        return await _say_who_edits(turn, deed, begin=begin)
    if deed is Deed.LIST:
        return Reply(messages=(show("agreements"),))
    if deed is Deed.DRAFT:
        return await _draft(turn, unit_of(turn, "agreement.edit"), _first_day(turn), begin=begin)
    found = await _meant(turn, deed, begin=begin)
    if len(found) != 1:
        is_named = found or deed in {Deed.SHOW, Deed.OFFER, Deed.CHANGE, Deed.END}
        words = () if deed is Deed.SHOW else (say("agreement-which"),)
        return (
            Reply(messages=(*words, show("agreements"))) if is_named else Reply(messages=(say("agreement-no-offer"),))
        )
    return await _DEEDS[deed](turn, found[0], begin=begin)


def _is_theirs(turn: Turn, deed: Deed) -> bool:
    """Tell whether somebody like this one says such things of agreements; whoever names one is answered in any case."""
    if code_said(turn.text) is not None:
        return True
    if deed in {Deed.SHOW, Deed.LIST}:
        return _allows(turn, "agreement.read")
    if deed in {Deed.SIGN, Deed.DECLINE}:
        return turn.person.has_role(Role.PRINCIPAL)
    return _allows(turn, "agreement.edit")


async def _say_who_edits(turn: Turn, deed: Deed, *, begin: Begin) -> Reply | None:
    """Tell who may only read an agreement whom to ask for another, for other terms or for its end, and show theirs."""
    if deed not in {Deed.END, Deed.CHANGE, Deed.DRAFT} or not _allows(turn, "agreement.read"):
        return None
    async with begin() as work:
        administrators = await work.people.with_role(Role.ADMINISTRATOR)
    names = listed([each.name for each in administrators], turn.language, is_choice=True)
    found = await _meant(turn, Deed.SHOW, begin=begin)
    shown = show("agreement", subject_of(found[0].code)) if len(found) == 1 else show("agreements")
    return Reply(messages=(say("agreement-edited-by", name=names), shown))


def _allows(turn: Turn, action: str) -> bool:
    allows = turn.catalogue.permissions.allows
    return any(allows(turn.person, action, unit=unit) for unit in turn.catalogue.units)


def _shown(turn: Turn) -> str | None:
    kind, _, code = (turn.focus or "").partition(":")
    return code if kind == SUBJECT else None


async def _meant(turn: Turn, deed: Deed, *, begin: Begin) -> Sequence[Agreement]:
    """Return the agreements that can be meant: the one named, the one shown, or of the unit those that it fits."""
    named = code_said(turn.text)
    async with begin() as work:
        everything = await work.agreements.all()
    if named is not None:
        return [each for each in everything if each.code.upper() == named]
    unit = unit_of(turn, "agreement.read")
    theirs = [each for each in everything if each.unit == unit or (unit is None and each.unit in turn.person.units)]
    fitting = [each for each in theirs if each.status in _FITTING.get(deed, frozenset(S))]
    shown = [each for each in everything if each.code == _shown(turn)]
    if shown and (unit is None or shown[0].unit == unit):
        return shown
    if deed is Deed.SHOW and len(fitting) > 1:
        today = local_date(turn.at)
        return [each for each in fitting if each.is_in_force(today)] or fitting[-1:]
    return fitting


_FITTING: Mapping[Deed, frozenset[S]] = {
    Deed.SHOW: frozenset({S.OFFERED, S.SIGNED}),
    Deed.SIGN: frozenset({S.OFFERED}),
    Deed.DECLINE: frozenset({S.OFFERED}),
    Deed.OFFER: frozenset({S.DRAFT}),
    Deed.CHANGE: OPEN | {S.SIGNED},
    Deed.END: OPEN | {S.SIGNED},
}


# What is done with the one that is meant


async def _show(turn: Turn, agreement: Agreement, *, begin: Begin) -> Reply:  # noqa: ARG001 - as all deeds
    return _card(agreement.code)


async def _sign(turn: Turn, agreement: Agreement, *, begin: Begin) -> Reply:
    await sign_agreement(agreement.code, by=turn.person, begin=begin, at=turn.at)
    return _card(agreement.code)


async def _decline(turn: Turn, agreement: Agreement, *, begin: Begin) -> Reply:
    await decline_agreement(agreement.code, reason_said(turn.text), by=turn.person, begin=begin, at=turn.at)
    return _card(agreement.code)


async def _offer(turn: Turn, agreement: Agreement, *, begin: Begin) -> Reply:
    await offer_agreement(agreement.code, **_desk(turn, begin))
    return _card(agreement.code)


async def _end(turn: Turn, agreement: Agreement, *, begin: Begin) -> Reply:
    last = _last_day(turn) or (local_date(turn.at) if agreement.is_open else None)
    if last is None:
        return Reply(
            messages=(say("agreement-end-when", code=agreement.code), *_card(agreement.code).messages),
            state=_state(agreement.code),
        )
    await end_agreement(agreement.code, last, reason_said(turn.text), **_desk(turn, begin))
    return _card(agreement.code)


async def _change(turn: Turn, agreement: Agreement, *, begin: Begin) -> Reply:
    """Put other terms in a draft or an offer; of a signed one begin a draft that takes over on the day that is said."""
    first, last = _first_day(turn), _last_day(turn, is_end=True)
    said = terms_said(turn.text)
    if not agreement.is_open:
        if first is None:
            words = (say("agreement-amend-when", code=agreement.code), *_card(agreement.code).messages)
            return Reply(messages=words, state=_state(agreement.code))
        agreement = await amend_agreement(agreement.code, first, **_desk(turn, begin))
    terms = _terms(agreement, said, first=first, last=last)
    if not terms and agreement.replaces is None:
        words = (say("agreement-change-how"), *_card(agreement.code).messages)
        return Reply(messages=words, state=_state(agreement.code))
    await change_terms(agreement.code, terms, **_desk(turn, begin))
    return _card(agreement.code)


async def _draft(turn: Turn, unit: str | None, start: date | None, *, begin: Begin) -> Reply:
    turn.catalogue.permissions.demand(turn.person, "agreement.edit")
    if unit is None:
        return Reply(messages=(say("agreement-which-unit"), show("agreements")))
    drafted = await draft_agreement(unit, start, **_desk(turn, begin))
    return _card(drafted.code)


_DEEDS: Mapping[Deed, Callable[..., Awaitable[Reply]]] = {
    Deed.SHOW: _show,
    Deed.SIGN: _sign,
    Deed.DECLINE: _decline,
    Deed.OFFER: _offer,
    Deed.END: _end,
    Deed.CHANGE: _change,
}


def _desk(turn: Turn, begin: Begin) -> dict[str, Any]:
    return {"by": turn.person, "catalogue": turn.catalogue, "begin": begin, "at": turn.at}


def _state(code: str) -> dict[str, object]:
    return {"focus": subject_of(code)}


def _card(code: str) -> Reply:
    return Reply(messages=(show("agreement", subject_of(code)),), state=_state(code))


# Days and terms in words


def _when(turn: Turn) -> When | None:
    when = turn.when
    return when if when is not None and when.kind is not WhenKind.NONE else None


def _first_day(turn: Turn) -> date | None:
    when = _when(turn)
    return local_date(when.start) if when is not None and when.start is not None else None


def _last_day(turn: Turn, *, is_end: bool = False) -> date | None:
    """Return the day until which it is to hold; with *is_end* only one that is said to be an end."""
    when = _when(turn)
    if when is None:
        return None
    if is_end:
        is_span = when.kind is WhenKind.BEFORE or (when.start is not None and when.end != when.start)
        return local_date(when.end) if is_span and when.end is not None else None
    day = when.end or when.start
    return local_date(day) if day is not None else None


def _terms(agreement: Agreement, said: TermsSaid, *, first: date | None, last: date | None) -> dict[str, Any]:
    """Return the terms that are said, by the names that an action takes."""
    terms: dict[str, Any] = {"start": first, "end": last, "services": said.services, "indicators": said.indicators}
    if said.hours or said.amounts or said.limit is not None:
        terms["lines"] = [_line(each, said) for each in agreement.lines]
    return {name: each for name, each in terms.items() if each is not None}


def _line(line: AgreementLine, said: TermsSaid) -> AgreementLine:
    category = line.category.value
    return AgreementLine(
        category=line.category,
        hours_per_month=said.hours.get(category, line.hours_per_month),
        amount_sek_per_month=said.amounts.get(category, line.amount_sek_per_month),
        approval_limit_sek=line.approval_limit_sek if said.limit is None else said.limit,
    )


# Presses


async def press_show(turn: Turn, press: Press, *, begin: Begin) -> Reply:  # noqa: ARG001 - as all presses
    """Show the agreement that was touched in the list, or all of them."""
    code = press.text("agreement")
    if code is None:
        return Reply(messages=(show("agreements"),))
    return _card(code)


async def press_draft(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Begin a draft for the unit that was chosen."""
    return await _draft(turn, press.text("unit"), day_in(press, "date"), begin=begin)


async def press_change(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Put the terms that were filled in."""
    code = id_in(press, SUBJECT)
    async with begin() as work:
        agreement = await work.agreements.get(code)
    said = TermsSaid(
        hours=_figures(press, "hours"),
        amounts=_figures(press, "amount"),
        limit=_figure(press, "limit"),
        services=_codes(press, "services"),
        indicators=_codes(press, "indicators"),
    )
    terms = _terms(agreement, said, first=day_in(press, "date"), last=day_in(press, "last"))
    await change_terms(code, terms, **_desk(turn, begin))
    return Reply(toast=say("agreement-changed", code=code))


async def press_offer(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Offer the draft to the unit."""
    code = id_in(press, SUBJECT)
    await offer_agreement(code, **_desk(turn, begin))
    return Reply(toast=say("agreement-is-offered", code=code))


async def press_sign(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Sign the offer."""
    code = id_in(press, SUBJECT)
    signed = await sign_agreement(code, by=turn.person, begin=begin, at=turn.at)
    return Reply(toast=say("agreement-is-signed", start_on=signed.start.isoformat()))


async def press_decline(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Say no to the offer."""
    code = id_in(press, SUBJECT)
    await decline_agreement(code, press.text("reason"), by=turn.person, begin=begin, at=turn.at)
    return Reply(toast=say("agreement-is-declined", code=code))


async def press_amend(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Begin a draft that takes over on the day that was filled in."""
    start = day_in(press, "date")
    if start is None:
        raise BadInput(field="date", lowest="", highest="")
    drafted = await amend_agreement(id_in(press, SUBJECT), start, **_desk(turn, begin))
    return _card(drafted.code)


async def press_end(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Give notice, to and with the day that was filled in; one that is not signed yet is taken back."""
    code = id_in(press, SUBJECT)
    last = day_in(press, "last") or local_date(turn.at)
    ended = await end_agreement(code, last, press.text("reason"), **_desk(turn, begin))
    if ended.status is S.ENDED:
        return Reply(toast=say("agreement-is-withdrawn", code=code))
    return Reply(toast=say("agreement-is-ended", code=code, last_on=ended.end.isoformat()))


def _figures(press: Press, kind: str) -> dict[str, Decimal]:
    """Return the numbers of a *kind*, hours or amounts, that were filled in, by category."""
    found = {category.value: _figure(press, f"{kind}-{ends}") for category, ends in INPUTS.items()}
    return {category: value for category, value in found.items() if value is not None}


def _figure(press: Press, name: str) -> Decimal | None:
    written = press.text(name)
    if written is None:
        return None
    refusal = BadInput(field=name.partition("-")[0], lowest="", highest="")
    try:
        value = Decimal(written[:MOST_DIGITS].replace(",", ".").replace("\u00a0", "").replace(" ", ""))
    except InvalidOperation:
        raise refusal from None
    if not value.is_finite():
        raise refusal
    return value.normalize() + 0


def _codes(press: Press, name: str) -> tuple[str, ...] | None:
    if name not in press.data:
        return None
    return tuple(code.strip() for code in (press.text(name) or "").split(",") if code.strip())
