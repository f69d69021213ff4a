"""How an action leaves its traces: the event that it happened, and the messages that are owed because of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from actions.ports import Work
from domain.assignments import Assignment
from domain.audit import Changed, changes_between
from domain.day import brief_subject
from domain.notices import Event, Message, Owed
from domain.people import Person, Role
from domain.privacy import mask_identity_numbers
from domain.requests import ServiceRequest
from domain.series import OrderSeries
from domain.standing import StandingDay, day_of, day_subject, uncovered_subject
from domain.worktime import local_date

LONGEST_WORDS = 2000
NOTHING_ELSE: Changed = {}


def subject_of(thing: ServiceRequest | Assignment) -> str:
    """Return the subject under which cards and events speak of *thing*."""
    return f"{'request' if isinstance(thing, ServiceRequest) else 'assignment'}:{thing.id}"


async def record(
    work: Work,
    before: ServiceRequest | Assignment | None,
    after: ServiceRequest | Assignment,
    what: str,
    *,
    by: str | None,
    at: datetime,
    reason: str | None = None,
    is_new: bool = False,
    also: Changed = NOTHING_ELSE,
) -> None:
    """Write the event *what*, and owe every card that shows the subject a refresh.

    With *is_new* the thing was made in this step, though it had a status before; *also* tells what else became of it.
    """
    subject = subject_of(after)
    event = Event(
        subject=subject,
        what=what,
        person=by,
        at=at,
        before=before.status.value if before is not None else None,
        after=after.status.value,
        reason=reason,
        changed={**changes_between(None if is_new else before, after), **also},
    )
    await work.events.put(event)
    await work.outbox.refresh(subject, at=at)
    if isinstance(after, Assignment):
        await _refresh_briefs(work, [each for each in (before, after) if isinstance(each, Assignment)], at=at)


async def _refresh_briefs(work: Work, held: Sequence[Assignment], *, at: datetime) -> None:
    """Owe a refresh to the cards of the days that work is or was planned on, and to today's, where it can be left."""
    days = {local_date(at), *(local_date(each.planned_start) for each in held if each.planned_start)}
    for subject in sorted({brief_subject(each.person, day) for each in held for day in days}):
        # Most days are shown to nobody, and looking is cheaper than refreshing nothing.
        if await work.cards.of_subject(subject):
            await work.outbox.refresh(subject, at=at)


async def record_series(
    work: Work, before: OrderSeries | None, after: OrderSeries, what: str, *, by: str | None, at: datetime
) -> None:
    """Write the event *what* of an order series; its cards are refreshed by whoever changes it."""
    changed = changes_between(before, after)
    await work.events.put(Event(subject=f"series:{after.id}", what=what, person=by, at=at, changed=changed))


async def refresh_day(work: Work, assignment: Assignment, *, at: datetime) -> None:
    """Owe a refresh to the cards of the day that standing work is of; any other assignment has none."""
    if assignment.schedule is not None:
        await work.outbox.refresh(day_subject(assignment.person, day_of(assignment)), at=at)
        await work.outbox.refresh(uncovered_subject(day_of(assignment)), at=at)


async def tell(
    work: Work, kind: str, recipients: Iterable[str], message: Message, *, occasion: str, at: datetime
) -> None:
    """Owe each of *recipients* the message once for the *occasion*, such as a request's id and version."""
    for recipient in dict.fromkeys(recipients):
        dedup = f"{kind}:{occasion}:{recipient}"
        await work.outbox.put(Owed(kind=kind, dedup=dedup, due=at, recipient=recipient, message=message))


def occasion_of(thing: ServiceRequest | Assignment) -> str:
    """Return what makes a notice about *thing* as it stands now different from the next one."""
    return f"{thing.id}:{thing.version}"


async def tell_taken_back(
    work: Work, after: Assignment, of: ServiceRequest | StandingDay, *, to: str | None, at: datetime
) -> None:
    """Owe whoever had *after*, which is taken back, what it was, and *to* whom it went where somebody has it now."""
    request = of if isinstance(of, ServiceRequest) else None
    values = {
        "request": request.id if request is not None else after.id,
        "service": of.service or "",
        "object": (request.object or "") if request is not None and request.service is None else "",
        "unit": of.unit,
        "place_request": request.id if request is not None else "",
        "start_at": (after.planned_start or at).isoformat(),
    }
    message = Message(text="moved-from-you", values=values | {"to_person": to}) if to else None
    message = message or Message(text="taken-from-you", values=values)
    await tell(work, "assignment.withdrawn", [after.person], message, occasion=occasion_of(after), at=at)


async def coordinators_of(work: Work, unit: str) -> list[str]:
    """Return the coordinators who look after *unit*; every coordinator when it has none of its own."""
    own = await work.people.with_role(Role.COORDINATOR, unit=unit)
    return [each.code for each in own or await work.people.with_role(Role.COORDINATOR)]


async def coordinators_for(work: Work, person: Person) -> list[str]:
    """Return who looks after the units of *person*; every coordinator for someone without a unit."""
    if not person.units:
        return [each.code for each in await work.people.with_role(Role.COORDINATOR)]
    found = [code for unit in person.units for code in await coordinators_of(work, unit)]
    return list(dict.fromkeys(found))


async def approvers_of(work: Work, unit: str) -> list[str]:
    """Return the principals of *unit*; its coordinators when it has none, since somebody must know that it waits."""
    principals = await work.people.with_role(Role.PRINCIPAL, unit=unit)
    return [each.code for each in principals] or await coordinators_of(work, unit)


def clean(words: str | None) -> str | None:
    """Return what a person wrote as it may be stored: trimmed, masked, not too long; None when nothing is left."""
    stripped = (words or "").strip()[:LONGEST_WORDS]
    return mask_identity_numbers(stripped).text if stripped else None
