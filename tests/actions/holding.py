"""What must hold whatever people do: DESIGN §4, held against what stands on a desk before and after a step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import select

from domain.absence import Absence
from domain.agreements import Agreement
from domain.assignments import Assignment, TimeEntry
from domain.requests import ServiceRequest
from domain.substitutes import Substitution
from domain.worktime import local_date
from storage.rows import value_of
from storage.staff_tables import absences, substitutions
from storage.statements import Statement
from storage.tables import events, outbox
from storage.unit_of_work import Transaction
from tests.actions.by_hand import (
    HELD,
    NEXT_AGREEMENT,
    NEXT_ASSIGNMENT,
    NEXT_REQUEST,
    NEXT_STANDING,
    OVER,
    UNDER_WAY,
    may,
)
from tests.factories import example_pilot, the_person

ORE = Decimal("0.01")
UNASKED = frozenset({"awaiting_approval", "cancelled", "rejected"})
"""Where an add-on can stand that nobody has approved."""
_EVENTS = Statement(select(events.c.subject, events.c.what, events.c.after).order_by(events.c.id))
_OWED = Statement(select(outbox.c.dedup).where(outbox.c.kind.not_in(["reply", "refresh"])).order_by(outbox.c.id))
_ABSENCES = Statement(select(absences))
_SUBSTITUTIONS = Statement(select(substitutions))


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Everything that stands on the desk at a moment; `events` are (subject, what, after)."""

    requests: Mapping[str, ServiceRequest]
    assignments: Mapping[str, Assignment]
    entries: Sequence[TimeEntry]
    agreements: Mapping[str, Agreement]
    absences: Mapping[str, Absence]
    substitutions: Mapping[str, Substitution]
    events: Sequence[tuple[str, str, str | None]]
    owed: Sequence[str]

    @property
    def standing(self) -> tuple[Mapping[str, str], ...]:
        """Return where everything stands, without versions and moments."""
        things = (self.requests, self.assignments, self.agreements)
        return tuple({key: each.status.value for key, each in kind.items()} for kind in things)

    def is_away(self, person: str, day: date) -> bool:
        return any(each.person == person and each.covers(day) for each in self.absences.values())

    def stands_in(self, person: str, unit: str, day: date) -> bool:
        """Tell whether *person* approves for a principal of *unit* on *day*."""
        return any(
            each.substitute == person and each.covers(day) and unit in the_person(each.person).units
            for each in self.substitutions.values()
        )


async def see(work: Transaction) -> Seen:
    """Return what stands on the desk now."""
    session = work._session
    return Seen(
        requests={each.id: each for each in await work.requests.all()},
        assignments={each.id: each for each in await work.assignments.all()},
        entries=await work.time_entries.all(),
        agreements={each.code: each for each in await work.agreements.all()},
        absences={row["id"]: value_of(Absence, row) for row in await session.rows(_ABSENCES, None)},
        substitutions={row["id"]: value_of(Substitution, row) for row in await session.rows(_SUBSTITUTIONS, None)},
        events=[(subject, what, after) for subject, what, after in await session.raw(_EVENTS, None)],
        owed=[dedup for (dedup,) in await session.raw(_OWED, None)],
    )


def check_step(before: Seen, after: Seen, *, day: date) -> None:
    """Hold what has become of the desk by one step on *day* against the rules of steps."""
    _check_statuses(before, after)
    _check_agreements_moved(before, after)
    for key, request in before.requests.items():
        assert _price(after.requests[key]) == _price(request), f"{key}: another price"
    for key, request in after.requests.items():
        if key not in before.requests and request.service is not None and request.price is not None:
            in_force = [each for each in before.agreements.values() if each.unit == request.unit and _holds(each, day)]
            assert in_force, f"{key}: ordered without an agreement"
    for key, given in after.assignments.items():
        planned = local_date(given.planned_start) if given.planned_start else day
        is_new = key not in before.assignments and given.is_live
        assert not (is_new and after.is_away(given.person, planned)), f"{key}: given to somebody who is away"


def check_whole(seen: Seen) -> None:
    """Hold the desk as it stands against the rules of what stands."""
    for request in seen.requests.values():
        given = [each for each in seen.assignments.values() if each.request == request.id]
        theirs = [each.status.value for each in given]
        held = [each for each in given if each.status.value in HELD]
        assert bool(held) == (request.status.value in UNDER_WAY), f"{request.id} is {request.status}: {theirs}"
        _check_parts(request, held)
        assert not (request.status.value in OVER and "offered" in theirs), f"{request.id}: an offer is left"
        _check_approval(request, seen)
    for entry in seen.entries:
        assert entry.schedule is not None or Decimal("0.25") <= entry.hours <= 24
        assert entry.amount == (entry.hours * entry.price).quantize(ORE, ROUND_HALF_UP)
    _check_standing(seen)
    assert len(seen.owed) == len(set(seen.owed))
    _check_apart([each for each in seen.agreements.values() if each.status.value == "signed"])


def _check_standing(seen: Seen) -> None:
    """Each who worked on a piece wrote their hours once: who handed it over half-way, and the one who did the rest."""
    written = [each for each in seen.entries if each.schedule is not None]
    assert len(written) == len({each.assignment for each in written}), "standing work is written twice"
    done = [each for each in written if seen.assignments[each.assignment or ""].status.value == "done"]
    assert len(done) == len({(each.schedule, each.day) for each in done}), "standing work is done twice"


def _check_parts(request: ServiceRequest, held: Sequence[Assignment]) -> None:
    """Several hold a request only in parts: two people, who together are given no more than its hours."""
    if len(held) < 2:  # one alone holds the whole
        return
    parts = [each.planned_end - each.planned_start for each in held if each.planned_end and each.planned_start]
    hours = request.hours if request.hours is not None else Decimal(1)
    assert len(held) == len({each.person for each in held}) == len(parts) == 2, f"{request.id} is held by many"
    assert sum(part.total_seconds() for part in parts) <= hours * 3600, f"{request.id}: its parts are more than it"


def check_freed(seen: Seen, absence: Absence) -> None:
    """Nothing that has not begun is left with whoever is away on its day."""
    for each in seen.assignments.values():
        if each.person == absence.person and each.status.value in {"offered", "accepted"} and each.planned_start:
            assert not absence.covers(local_date(each.planned_start)), f"{each.id} is left with who is away"


def _holds(agreement: Agreement, day: date) -> bool:
    return agreement.status.value == "signed" and agreement.start <= day <= agreement.end


def _price(request: ServiceRequest) -> tuple[Decimal | None, ...]:
    return request.hours, request.price, request.included, request.charged


def _check_statuses(before: Seen, after: Seen) -> None:
    """Each change of a status is told by an event, and follows from the status before it."""
    told = after.events[len(before.events) :]
    for kind in ("request", "assignment"):
        was, now = getattr(before, f"{kind}s"), getattr(after, f"{kind}s")
        assert was.keys() <= now.keys()
        for key, value in now.items():
            following = _following(value)
            status = was[key].status.value if key in was else ""
            steps = [new for subject, _, new in told if subject == f"{kind}:{key}" and new in following]
            for new in steps:
                assert new == status or new in following[status], f"{key}: {status} became {new}"
                status = new
            assert status == value.status.value, f"{key} became {value.status.value}, and no event tells it"


def _following(thing: ServiceRequest | Assignment) -> Mapping[str, frozenset[str]]:
    if isinstance(thing, ServiceRequest):
        return NEXT_REQUEST
    return NEXT_ASSIGNMENT if thing.schedule is None else NEXT_STANDING


def _check_agreements_moved(before: Seen, after: Seen) -> None:
    told = {subject for subject, _, _ in after.events[len(before.events) :]}
    for key, agreement in after.agreements.items():
        was = before.agreements.get(key)
        if was == agreement:
            continue
        status = was.status.value if was else ""
        assert agreement.status.value in NEXT_AGREEMENT[status], f"{key}: {status} became {agreement.status}"
        assert f"agreement:{key}" in told, f"{key} changed, and no event tells it"
        assert was is None or not _is_moved(was, agreement), f"{key}: what is signed has other terms"


def _is_moved(was: Agreement, now: Agreement) -> bool:
    """Tell whether a signed agreement changed in more than its last day, which can only come sooner."""
    kept = (was.lines, was.start, was.services, was.indicators) == (now.lines, now.start, now.services, now.indicators)
    return was.status.value == "signed" and not (kept and now.end <= was.end)


def _check_apart(signed: Sequence[Agreement]) -> None:
    for one in signed:
        for other in signed:
            is_same = one.code == other.code or one.unit != other.unit
            assert is_same or one.end < other.start or other.end < one.start, f"{one.code} and {other.code} overlap"


def _check_approval(request: ServiceRequest, seen: Seen) -> None:
    if request.charged is None or request.included is None or request.price is None or request.hours is None:
        return
    assert request.included + request.charged == (request.hours * request.price).quantize(ORE, ROUND_HALF_UP)
    service = example_pilot().catalogue.services[request.service or ""]
    if service.category.value == "add_on" and request.status.value not in UNASKED:
        approver = the_person(request.approved_by or request.requester)
        is_substitute = any(
            each.substitute == approver.code and request.unit in the_person(each.person).units
            for each in seen.substitutions.values()
        )
        is_principal = may(approver, "order.approve", unit=request.unit, is_own=False)
        assert is_principal or is_substitute, f"{request.id}: nobody who may has approved it"
