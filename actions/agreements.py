"""Agreements: the administration drafts, offers and ends them, a principal of the unit signs.

Whoever changes one holds all of its unit, so that two never come to be in force on the same day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from actions.ports import Begin, Work
from actions.telling import approvers_of, clean, coordinators_of, tell
from catalog.models import Catalogue
from domain.agreements import (
    LONGEST,
    Agreement,
    AgreementLine,
    AgreementStatus,
    Category,
    changes_of,
    demand_apart,
)
from domain.errors import BadDay, BadInput, NotAllowed, NotFound, WrongState
from domain.notices import Event, Message
from domain.people import Person, Role
from domain.worktime import local_date

S = AgreementStatus
NOTHING = Decimal(0)
OFFERED = "agreement.offered"


def subject_of(code: str) -> str:
    """Return the subject of the cards and events of an agreement."""
    return f"agreement:{code}"


def may_sign(person: Person, unit: str) -> bool:
    """Tell whether *person* signs for *unit*: only its principals do, and no substitute of theirs."""
    return person.is_active and person.has_role(Role.PRINCIPAL) and unit in person.units


async def draft_agreement(
    unit: str, start: date | None, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> Agreement:
    """Begin a draft for *unit*, which takes over on *start* where an agreement is in force then.

    A draft or an offer that there is already is returned as it stands. Without *start* it is today, or the day after
    today for an amendment. The terms are those of the last agreement.

    Raises:
        NotAllowed: *by* may not edit agreements.
        NotFound: there is no such unit.
        BadInput: *start* lies behind, or outside the days on which the agreement to amend is in force.
    """
    catalogue.permissions.demand(by, "agreement.edit", unit=unit)
    if unit not in catalogue.units:
        raise NotFound(id=unit)
    today = local_date(at)
    async with begin() as work:
        await work.agreements.hold(unit)
        theirs = await work.agreements.of_unit(unit)
        open_one = next((each for each in theirs if each.is_open), None)
        if open_one is not None:
            return open_one
        first = start or today
        if first < today:
            raise BadDay(field="date", lowest_on=today.isoformat(), highest_on=(today + LONGEST).isoformat())
        in_force = next((each for each in theirs if each.is_in_force(first) and each.status is S.SIGNED), None)
        code = _next_code(unit, theirs)
        drafted = in_force.amend(code, start=first, today=today) if in_force else _new(unit, code, first, theirs)
        await work.agreements.add(drafted)
        await _record(work, None, drafted, "agreement.drafted", by=by.code, at=at)
        return drafted


async def amend_agreement(
    code: str, start: date, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> Agreement:
    """Begin a draft with the same terms, which takes over from the agreement on *start*.

    A draft or an offer that takes over from it already is returned, with *start* as its first day.

    Raises:
        NotAllowed: *by* may not edit agreements.
        WrongState: the agreement is not signed, or another of the unit's is being drafted.
        BadInput: *start* lies behind, or outside the days on which the agreement is in force.
    """
    today = local_date(at)
    async with begin() as work:
        held = await _hold(work, code)
        catalogue.permissions.demand(by, "agreement.edit", unit=held.agreement.unit)
        open_one = next((each for each in held.theirs if each.is_open), None)
        if open_one is None:
            drafted = held.agreement.amend(_next_code(held.agreement.unit, held.theirs), start=start, today=today)
            await work.agreements.add(drafted)
            await _record(work, None, drafted, "agreement.drafted", by=by.code, at=at)
            return drafted
        if open_one.replaces != code:
            raise WrongState(id=open_one.code, status=open_one.status.value)
    return await change_terms(open_one.code, {"start": start}, by=by, catalogue=catalogue, begin=begin, at=at)


def _next_code(unit: str, theirs: Sequence[Agreement]) -> str:
    """Return a code that nobody has, such as ``AVT-PV1-2`` for the second agreement of PV1."""
    taken, number = {each.code for each in theirs}, len(theirs) + 1
    code = f"AVT-{unit}" if not theirs else f"AVT-{unit}-{number}"
    while code in taken:
        number += 1
        code = f"AVT-{unit}-{number}"
    return code


def _new(unit: str, code: str, start: date, theirs: Sequence[Agreement]) -> Agreement:
    """Return a draft to the end of the year after, with the terms of the last agreement or none at all."""
    none = {"hours_per_month": NOTHING, "amount_sek_per_month": NOTHING, "approval_limit_sek": NOTHING}
    before = theirs[-1] if theirs else None
    return Agreement(
        code=code,
        unit=unit,
        status=S.DRAFT,
        start=start,
        end=date(start.year + 1, 12, 31),
        lines=before.lines if before else tuple(AgreementLine(category=each, **none) for each in Category),
        services=before.services if before else (),
        indicators=before.indicators if before else (),
    )


async def change_terms(
    code: str, terms: Mapping[str, Any], *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> Agreement:
    """Put other *terms* (`start`, `end`, `lines`, `services`, `indicators`) in a draft; an offer becomes a draft again.

    Raises:
        NotAllowed: *by* may not edit agreements.
        WrongState: it is signed or over.
        BadInput: the terms can't be agreed on.
    """
    async with begin() as work:
        held = await _hold(work, code)
        before = held.agreement
        catalogue.permissions.demand(by, "agreement.edit", unit=before.unit)
        _demand_known(terms, catalogue)
        after = before.revise(**terms)
        if before.replaces is not None and after.start != before.start:
            _demand_amends(held.of(before.replaces), after, today=local_date(at))
        if after is not before:
            await work.agreements.save(after)
            await _record(work, before, after, "agreement.changed", by=by.code, at=at)
        return after


def _demand_known(terms: Mapping[str, Any], catalogue: Catalogue) -> None:
    """Do nothing when what was chosen can be chosen; raise BadInput when there is no such service or indicator."""
    for name, known in (("services", catalogue.services), ("indicators", catalogue.indicators)):
        if not set(terms.get(name) or ()) <= known.keys():
            raise BadInput(field=name, lowest="", highest="")


def _demand_amends(amended: Agreement | None, after: Agreement, *, today: date) -> None:
    """Do nothing when *after* can take over on its first day; raise BadInput when it can't."""
    if amended is not None and amended.status is S.SIGNED:
        amended.amend(after.code, start=after.start, today=today)


async def offer_agreement(code: str, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime) -> Agreement:
    """Offer the draft to the unit's principals, who get it as a card; offered already, nothing happens.

    Raises:
        NotAllowed: *by* may not edit agreements.
        WrongState: it is signed or over.
        BadInput: its last day has passed.
    """
    async with begin() as work:
        before = (await _hold(work, code)).agreement
        catalogue.permissions.demand(by, "agreement.edit", unit=before.unit)
        after = before.offer(today=local_date(at))
        if after is not before:
            await work.agreements.save(after)
            await _record(work, before, after, OFFERED, by=by.code, at=at)
            await _tell(work, after, OFFERED, await approvers_of(work, after.unit), at=at)
        return after


async def sign_agreement(code: str, *, by: Person, begin: Begin, at: datetime) -> Agreement:
    """Sign the offer for the unit: it is in force from its first day, or from today where that has passed.

    The agreement that it amends ends the day before; orders already placed keep what they cost. Signed already, nothing
    happens. The administrators and the unit's coordinators are told.

    Raises:
        NotAllowed: *by* is no principal of the unit.
        WrongState: it is not offered, or its last day has passed.
        AgreementOverlaps: another agreement of the unit is in force on some of its days.
    """
    async with begin() as work:
        held = await _hold(work, code)
        before = held.agreement
        _demand_signer(by, before)
        after = before.sign(by.code, at=at)
        if after is before:
            return before
        amended = held.of(after.replaces)
        others = [each for each in held.theirs if amended is None or each.code != amended.code]
        if amended is not None and amended.status is S.SIGNED:
            others.append(await _give_way(work, amended, after, by=by, at=at))
        demand_apart(after, others)
        await work.agreements.save(after)
        await _record(work, before, after, "agreement.signed", by=by.code, at=at)
        told = [*await _administrators(work), *await coordinators_of(work, after.unit)]
        await _tell(work, after, "agreement.signed", told, at=at)
        return after


async def _give_way(work: Work, amended: Agreement, after: Agreement, *, by: Person, at: datetime) -> Agreement:
    shorter = amended.give_way(after.start)
    if shorter is not amended:
        await work.agreements.save(shorter)
        await _record(work, amended, shorter, "agreement.amended", by=by.code, at=at)
    return shorter


async def decline_agreement(code: str, reason: str | None, *, by: Person, begin: Begin, at: datetime) -> Agreement:
    """Say no to the offer, with why: it is a draft again, and the administrators are told.

    Raises:
        NotAllowed: *by* is no principal of the unit.
        WrongState: it is not offered.
    """
    async with begin() as work:
        before = (await _hold(work, code)).agreement
        _demand_signer(by, before)
        after = before.decline()
        await work.agreements.save(after)
        await _record(work, before, after, "agreement.declined", by=by.code, at=at, reason=clean(reason))
        await _tell(work, after, "agreement.declined", await _administrators(work), at=at)
        return after


async def end_agreement(
    code: str, last: date, reason: str | None = None, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> Agreement:
    """Give notice: *last* is the last day on which the unit can have anything done under the agreement.

    What was to take over from it ends with it. One that is not signed yet is taken back. The principals and the
    coordinators of the unit are told; the same day again changes nothing.

    Raises:
        NotAllowed: *by* may not edit agreements.
        WrongState: it is over.
        BadInput: *last* is sooner than the notice allows, or after the agreement's last day.
    """
    async with begin() as work:
        held = await _hold(work, code)
        before = held.agreement
        catalogue.permissions.demand(by, "agreement.edit", unit=before.unit)
        after = before.give_notice(last, today=local_date(at))
        if after is before:
            return before
        for each in (before, *held.following(before)):
            ended = each.give_notice(last, today=local_date(at))
            await work.agreements.save(ended)
            what = "agreement.ended" if ended.status is S.ENDED else "agreement.notice"
            await _record(work, each, ended, what, by=by.code, at=at, reason=clean(reason))
        if before.status is not S.DRAFT:
            told = [*await approvers_of(work, after.unit), *await coordinators_of(work, after.unit)]
            await _tell(work, after, "agreement.ended", told, at=at)
        return after


async def expire_agreements(*, begin: Begin, at: datetime) -> int:
    """End those whose last day has passed; return how many. Safe to run twice, or on two replicas at once."""
    today = local_date(at)
    async with begin() as work:
        count = 0
        for found in await work.agreements.expired(today):
            before = (await _hold(work, found.code)).agreement
            after = before.expire(today)
            if after is not before:
                await work.agreements.save(after)
                await _record(work, before, after, "agreement.ended", by=None, at=at)
                count += 1
        return count


@dataclass(frozen=True, kw_only=True, slots=True)
class _Held:
    """An agreement, with all of its unit, which nobody else can change meanwhile."""

    agreement: Agreement
    theirs: Sequence[Agreement]

    def of(self, code: str | None) -> Agreement | None:
        return next((each for each in self.theirs if each.code == code), None)

    def following(self, ended: Agreement) -> Sequence[Agreement]:
        """Return what was to take over from *ended*, and from that in turn, and is not over."""
        found = [each for each in self.theirs if each.replaces == ended.code and each.status is not S.ENDED]
        return [*found, *(later for each in found for later in self.following(each))]


async def _hold(work: Work, code: str) -> _Held:
    unit = (await work.agreements.get(code)).unit
    await work.agreements.hold(unit)
    theirs = await work.agreements.of_unit(unit)
    return _Held(agreement=next(each for each in theirs if each.code == code), theirs=theirs)


async def hold_agreement(code: str, *, work: Work) -> int:
    """Return the version of the agreement, held against other changes until this transaction ends.

    Raises:
        NotFound: there is none.
    """
    return (await _hold(work, code)).agreement.version


def _demand_signer(person: Person, agreement: Agreement) -> None:
    if not may_sign(person, agreement.unit):
        raise NotAllowed(action="agreement.sign")


async def _administrators(work: Work) -> list[str]:
    return [each.code for each in await work.people.with_role(Role.ADMINISTRATOR)]


async def _record(
    work: Work,
    before: Agreement | None,
    after: Agreement,
    what: str,
    *,
    by: str | None,
    at: datetime,
    reason: str | None = None,
) -> None:
    """Write the event *what* with all that changed, and owe every card that shows the agreement a refresh."""
    subject = subject_of(after.code)
    event = Event(
        subject=subject,
        what=what,
        person=by,
        at=at,
        before=before.status.value if before else None,
        after=after.status.value,
        reason=reason,
        changed=changes_of(before, after),
    )
    await work.events.put(event)
    await work.outbox.refresh(subject, at=at)


async def _tell(work: Work, agreement: Agreement, kind: str, recipients: Sequence[str], *, at: datetime) -> None:
    message = Message(view="agreement", subject=subject_of(agreement.code))
    occasion = f"{agreement.code}:{agreement.version}"
    await tell(work, kind, recipients, message, occasion=occasion, at=at)
