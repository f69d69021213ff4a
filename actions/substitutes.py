"""Substitutes: a principal says who approves instead of them, and on which days."""

from collections.abc import Sequence
from datetime import date, datetime

from actions.ports import Begin, Work
from actions.telling import occasion_of, subject_of, tell
from catalog.models import Catalogue
from domain.absence import demand_days
from domain.audit import changes_between
from domain.errors import NotAllowed, NotSubstitute
from domain.notices import Event, Message
from domain.people import Person, Role
from domain.requests import RequestStatus, ServiceRequest
from domain.substitutes import Substitution
from domain.worktime import local_date

MOST_AWAITING = 100
SUBSTITUTING = (Role.PRINCIPAL, Role.REQUESTER)
"""Who can be asked to approve for somebody: those of the same unit, who may see its orders."""


async def name_substitute(
    substitute: str, days: tuple[date, date], *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> Substitution:
    """Let *substitute* approve what *by* may, from the first to the last of *days*; the same again changes nothing.

    Whoever was named for some of these days before is so no longer. The substitute is told, and gets what waits for
    approval when the days have begun.

    Raises:
        NotAllowed: *by* approves nothing.
        NotSubstitute: *substitute* is of none of the units of *by*, or is *by*.
        BadInput: the days lie behind, or are more than a year.
    """
    first, last = days
    demand_days(first, last, today=local_date(at))
    units = _approving(by, catalogue)
    if not units:
        raise NotAllowed(action="order.approve")
    async with begin() as work:
        if substitute not in {each.code for each in await could_substitute(work, by, units)}:
            raise NotSubstitute(person=substitute)
        standing = [each for each in await work.substitutions.of_days(first, last) if each.person == by.code]
        same = next(
            (each for each in standing if (each.substitute, each.first, each.last) == (substitute, *days)), None
        )
        if same is not None:
            return same
        for each in standing:
            await _end(work, each, by=by, at=at)
        return await _begin_substitution(work, substitute, days, units=units, by=by, at=at)


async def _begin_substitution(
    work: Work, substitute: str, days: tuple[date, date], *, units: Sequence[str], by: Person, at: datetime
) -> Substitution:
    named = Substitution(
        id=await work.substitutions.next_id(),
        person=by.code,
        substitute=substitute,
        first=days[0],
        last=days[1],
        named_at=at,
    )
    await work.substitutions.add(named)
    subject = f"substitute:{named.id}"
    changed = changes_between(None, named)
    event = Event(subject=subject, what="named", person=by.code, at=at, after=substitute, changed=changed)
    await work.events.put(event)
    await tell(
        work, "substitute.named", [substitute], Message(view="substitute", subject=subject), occasion=named.id, at=at
    )
    if named.covers(local_date(at)):
        awaiting = await work.requests.in_status({RequestStatus.AWAITING_APPROVAL}, units=units, limit=MOST_AWAITING)
        for request in awaiting:
            message = Message(view="approval", subject=subject_of(request))
            await tell(work, "request.approval", [substitute], message, occasion=occasion_of(request), at=at)
    return named


async def end_substitution(substitution: str, *, by: Person, begin: Begin, at: datetime) -> Substitution:
    """Let the principal approve alone again; over already, nothing happens.

    Raises:
        NotAllowed: it is somebody else's.
    """
    async with begin() as work:
        before = await work.substitutions.get_locked(substitution)
        if before.person != by.code:
            raise NotAllowed(action="order.approve")
        return await _end(work, before, by=by, at=at)


async def _end(work: Work, before: Substitution, *, by: Person, at: datetime) -> Substitution:
    after = before.end()
    if after is not before:
        await work.substitutions.save(after)
        subject = f"substitute:{after.id}"
        changed = changes_between(before, after)
        await work.events.put(Event(subject=subject, what="ended", person=by.code, at=at, changed=changed))
        await work.outbox.refresh(subject, at=at)
    return after


def _approving(person: Person, catalogue: Catalogue) -> list[str]:
    return [unit for unit in person.units if catalogue.permissions.allows(person, "order.approve", unit=unit)]


async def could_substitute(work: Work, by: Person, units: Sequence[str]) -> Sequence[Person]:
    """Return who could approve for *by* in *units*, by name."""
    found = [each for unit in units for role in SUBSTITUTING for each in await work.people.with_role(role, unit=unit)]
    return sorted({each.code: each for each in found if each.code != by.code}.values(), key=lambda each: each.name)


async def substitutes_for(work: Work, unit: str, day: date) -> list[str]:
    """Return who approves for a principal of *unit* on *day*."""
    standing = [each for each in await work.substitutions.of_days(day, day) if each.covers(day)]
    if not standing:
        return []
    principals = {each.code for each in await work.people.with_role(Role.PRINCIPAL, unit=unit)}
    theirs = {each.code for role in SUBSTITUTING for each in await work.people.with_role(role, unit=unit)}
    return [each.substitute for each in standing if each.person in principals and each.substitute in theirs]


async def may_answer(
    request: ServiceRequest, person: Person, *, work: Work, catalogue: Catalogue, at: datetime
) -> bool:
    """Tell whether *person* may approve or reject *request*: as a principal of its unit, or for one today."""
    if catalogue.permissions.allows(person, "order.approve", unit=request.unit):
        return True
    return person.is_active and person.code in await substitutes_for(work, request.unit, local_date(at))
