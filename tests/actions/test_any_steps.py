"""Random people take random steps, legal and not: whatever they do, the rules of DESIGN §4 hold, on both databases.

What is expected is read from `permissions.csv` and written here by hand from DESIGN, and not asked of the product.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from typing_extensions import override

from actions.assignments import (
    accept_assignment,
    assign_request,
    decline_assignment,
    finish_assignment,
    offer_assignment,
    pause_assignment,
    start_assignment,
)
from actions.claims import claim_request
from actions.handover import hand_over_assignment
from actions.hours import correct_hours
from actions.requests import (
    approve_request,
    cancel_request,
    comment_request,
    rate_request,
    reject_request,
    reopen_request,
)
from domain.assignments import Assignment, TimeEntry
from domain.errors import DeskError, NotAllowed
from domain.people import Person
from domain.requests import ServiceRequest
from storage.unit_of_work import Storage
from tests.actions.by_hand import HELD, NEXT_ASSIGNMENT, NEXT_REQUEST, OVER, UNDER_WAY, may
from tests.actions.desk import Desk
from tests.factories import NOW, example_pilot, the_person

PEOPLE = ("REK1", "REK2", "KON11", "KON12", "KON21", "SER1", "SER2", "SER3", "SAM1", "SAM2", "PL1", "EK1", "ADM1")
SERVICES = ("LOK-AKU", "VAK-LAM", "LOK-HYG", "LOK-GOL", "NYC-KOR", "FLA-DEK", "EVE-RIG")
OBJECTS = ("LJUS", "VARME", "DORR", "INVENT", "EJSTAD")
ORE = Decimal("0.01")
FITTING = ""
WHO = st.sampled_from([FITTING] * len(PEOPLE) * 2 + list(PEOPLE))
"""Mostly whoever it is for, so that something gets done; and else anybody."""
NTH = st.sampled_from([0, 0, 1, 0, 2, 1, 3, 5])
MOST_REPORTS = 3
_serial = count(1)


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Everything about what the steps have made, as it stands at a moment."""

    requests: Mapping[str, ServiceRequest]
    assignments: Mapping[str, Assignment]
    entries: Sequence[TimeEntry]
    events: Sequence[tuple[str, str | None]]
    owed: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Step:
    """What somebody tries: which permission it takes, and of what."""

    permission: str
    unit: str
    is_own: bool
    run: Callable[[], Awaitable[object]]


class AnySteps(RuleBasedStateMachine):
    """A desk whose people do whatever comes to their minds."""

    url = ""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.storage = Storage.open(self.url, is_durable=False)
        self.desk = Desk(begin=self.storage.begin, catalogue=example_pilot().catalogue)
        self.at = NOW
        self.reports = 0
        self.mine: set[str] = set()
        self.seen = self.runner.run(self._see())

    @override
    def teardown(self) -> None:
        self.runner.run(self.storage.close())
        self.runner.close()

    # What can be tried

    @rule(minutes=st.sampled_from([1, 20, 90, 600, 1440]))
    def time_passes(self, minutes: int) -> None:
        self.at += timedelta(minutes=minutes)

    @initialize(service=st.sampled_from(SERVICES[:3]))
    def begin_with_an_order(self, service: str) -> None:
        self.order("KON11", service, None)

    @rule(
        who=st.sampled_from(["KON11", "REK1", *PEOPLE]),
        service=st.sampled_from(SERVICES),
        hours=st.sampled_from([None, "0.5", "3"]),
    )
    def order(self, who: str, service: str, hours: str | None) -> None:
        person = the_person(who)
        unit = next(iter(sorted(person.units)), "PV1")
        draft = {"service": service, "hours": hours and Decimal(hours), "unit": unit, "id": f"any-{next(_serial)}"}

        async def place() -> None:
            kept = await self.desk.draft(who, **draft)
            placed = await self.desk.place(kept, at=self.at)
            self.mine.add(placed.id)

        self._try(who, Step(permission="order.create", unit=unit, is_own=False, run=place))

    @rule(who=st.sampled_from(PEOPLE), code=st.sampled_from(OBJECTS), unit=st.sampled_from(["PV1", "PV2"]))
    def report(self, who: str, code: str, unit: str) -> None:
        self.reports += 1
        if self.reports > MOST_REPORTS:
            return

        async def report() -> None:
            made = await self.desk.report(code, who=who, unit=unit)
            self.mine.add(made.id)

        self._try(who, Step(permission="issue.report", unit=unit, is_own=False, run=report))

    @rule(
        who=WHO,
        what=st.sampled_from(["approve", "approve", "reject", "cancel", "reopen", "rate", "comment", "claim", "claim"]),
        nth=NTH,
        is_twice=st.booleans(),
    )
    def touch_request(self, who: str, what: str, nth: int, *, is_twice: bool) -> None:
        if self.seen.requests:
            request = self._pick(self.seen.requests, nth)
            fitting = {"approve": "REK1", "reject": "REK1", "claim": "SER1"}.get(what, request.requester)
            self._try(who or fitting, self._of_request(what, request, the_person(who or fitting)), is_twice=is_twice)

    @rule(
        who=WHO,
        to=st.sampled_from(["SER1", "SER1", "SER1", "SER2", "SER3"]),
        nth=NTH,
        is_direct=st.booleans(),
        is_twice=st.booleans(),
    )
    def give(self, who: str, to: str, nth: int, *, is_direct: bool, is_twice: bool) -> None:
        if not self.seen.requests:
            return
        who = who or "SAM1"
        request, person = self._pick(self.seen.requests, nth), the_person(who)
        give = assign_request if is_direct else offer_assignment

        async def run() -> object:
            return await give(request.id, to, by=person, **self._desk())

        self._try(who, Step(permission="request.assign", unit=request.unit, is_own=False, run=run), is_twice=is_twice)

    @rule(
        who=WHO,
        what=st.sampled_from(
            ["accept", "accept", "decline", "start", "start", "pause", "finish", "finish", "handover"]
        ),
        nth=NTH,
        hours=st.sampled_from(["0.25", "1.5", "3", "0", "25"]),
        is_twice=st.booleans(),
    )
    def work_on(self, who: str, what: str, nth: int, *, hours: str, is_twice: bool) -> None:
        if not self.seen.assignments:
            return
        assignment = self._pick(self.seen.assignments, nth)
        whom = who or assignment.person
        step = self._of_assignment(what, assignment, the_person(whom), Decimal(hours))
        self._try(whom, step, is_twice=is_twice)

    @rule(
        nth=NTH,
        hours=st.sampled_from(["0.5", "2"]),
        steps=st.sampled_from([2, 3, 1, 4, 5, 0]),
        then=st.sampled_from(["cancel", "reject", "reopen", "rate", "claim", "decline", "handover", "pause"]),
    )
    def carry_on(self, nth: int, hours: str, steps: int, then: str) -> None:
        """Take the steps that follow, and one that goes elsewhere, so that each is tried after each."""
        chosen = self._pick(self.seen.requests, nth).id
        for _ in range(steps):
            self._carry_on(self.seen.requests[chosen], hours)
        if then in {"decline", "handover", "pause"}:
            self.work_on(FITTING, then, 0, hours=hours, is_twice=True)
        else:
            place = [*self.seen.requests][::-1].index(chosen)
            self.touch_request(FITTING, then, place, is_twice=True)

    def _carry_on(self, request: ServiceRequest, hours: str) -> None:
        theirs = [each for each in self.seen.assignments.values() if each.request == request.id]
        held = next((each for each in theirs if each.status.value in HELD | {"offered"}), None)
        if request.status.value == "awaiting_approval":
            self._try("REK1", self._of_request("approve", request, the_person("REK1")))
        elif held is not None:
            what = {"offered": "accept", "accepted": "start", "paused": "start", "started": "finish"}[held.status.value]
            self._try(held.person, self._of_assignment(what, held, the_person(held.person), Decimal(hours)))
        elif request.status.value == "queued":
            self.give("SAM1", "SER1", [*self.seen.requests][::-1].index(request.id), is_direct=True, is_twice=True)

    @rule(who=WHO, nth=NTH, hours=st.sampled_from(["0.5", "2", "0", "30"]))
    def correct(self, who: str, nth: int, hours: str) -> None:
        if not self.seen.entries:
            return
        entry = self.seen.entries[nth % len(self.seen.entries)]
        who = who or entry.person
        person = the_person(who)

        async def run() -> object:
            return await correct_hours(entry.id or 0, Decimal(hours), "fel", by=person, **self._desk())

        own = entry.person == who
        self._try(who, Step(permission="time.correct", unit=entry.unit, is_own=own, run=run))

    def _of_request(self, what: str, request: ServiceRequest, by: Person) -> Step:
        desk, own = self._desk(), request.requester == by.code
        steps: dict[str, tuple[str, Callable[[], Awaitable[object]]]] = {
            "approve": ("order.approve", lambda: approve_request(request.id, by=by, **desk)),
            "reject": ("order.approve", lambda: reject_request(request.id, "nej", by=by, **desk)),
            "cancel": ("order.cancel", lambda: cancel_request(request.id, by=by, **desk)),
            "reopen": ("request.reopen", lambda: reopen_request(request.id, by=by, **desk)),
            "rate": ("request.rate", lambda: rate_request(request.id, 4, None, by=by, **desk)),
            "comment": ("request.comment", lambda: comment_request(request.id, "hej", by=by, **desk)),
            "claim": ("assignment.claim", lambda: claim_request(request.id, by=by, **desk)),
        }
        permission, run = steps[what]
        held = [each.person for each in self.seen.assignments.values() if each.request == request.id]
        is_own = own or (what != "rate" and by.code in held)
        return Step(permission=permission, unit=request.unit, is_own=is_own, run=run)

    def _of_assignment(self, what: str, assignment: Assignment, by: Person, hours: Decimal) -> Step:
        desk: dict[str, Any] = {"by": by, "begin": self.desk.begin, "at": self.at}
        steps: dict[str, Callable[[], Awaitable[object]]] = {
            "accept": lambda: accept_assignment(assignment.id, **desk),
            "decline": lambda: decline_assignment(assignment.id, **desk),
            "start": lambda: start_assignment(assignment.id, **desk),
            "pause": lambda: pause_assignment(assignment.id, **desk),
            "finish": lambda: finish_assignment(assignment.id, hours, **desk),
            "handover": lambda: hand_over_assignment(assignment.id, **desk),
        }
        unit = self.seen.requests[assignment.request or ""].unit
        own = assignment.person == by.code
        return Step(permission="assignment.work", unit=unit, is_own=own, run=steps[what])

    def _desk(self) -> dict[str, Any]:
        return {"catalogue": self.desk.catalogue, "begin": self.desk.begin, "at": self.at}

    @staticmethod
    def _pick(among: Mapping[str, Any], nth: int) -> Any:  # noqa: ANN401  # a request or an assignment
        return list(among.values())[-1 - nth % len(among)]

    # What must hold

    def _try(self, who: str, step: Step, *, is_twice: bool = False) -> None:
        before = self.seen
        refusal = self.runner.run(self._refusal(step))
        self.seen = self.runner.run(self._see())
        is_allowed = may(the_person(who), step.permission, unit=step.unit, is_own=step.is_own)
        assert is_allowed or refusal is not None, f"{who} did {step.permission} at {step.unit}"
        assert not is_allowed or not isinstance(refusal, NotAllowed), f"{who} may {step.permission} at {step.unit}"
        if refusal is not None:
            assert self.seen == before, f"refused ({refusal!r}), and yet something changed"
            return
        self._check_steps(before)
        self._check_whole()
        if is_twice and step.permission != "request.comment":
            self._check_again(step)

    def _check_again(self, step: Step) -> None:
        """The same press twice at the same moment is one press."""
        once = self.seen
        self.runner.run(self._refusal(step))
        self.seen = self.runner.run(self._see())
        assert self.seen.owed == once.owed, "owed again"
        assert self._standing(self.seen) == self._standing(once)

    @staticmethod
    def _standing(seen: Seen) -> tuple[Mapping[str, str], Mapping[str, str]]:
        requests = {each.id: each.status.value for each in seen.requests.values()}
        return requests, {each.id: each.status.value for each in seen.assignments.values()}

    def _check_steps(self, before: Seen) -> None:
        """Each change of a status is told by an event, and follows from the status before it."""
        told = self.seen.events[len(before.events) :]
        for kind, following in (("request", NEXT_REQUEST), ("assignment", NEXT_ASSIGNMENT)):
            was, now = getattr(before, f"{kind}s"), getattr(self.seen, f"{kind}s")
            assert was.keys() <= now.keys()
            for key, value in now.items():
                status = was[key].status.value if key in was else ""
                steps = [after for subject, after in told if subject == f"{kind}:{key}" and after in following]
                for after in steps:
                    assert after == status or after in following[status], f"{key}: {status} became {after}"
                    status = after
                assert status == value.status.value, f"{key} became {value.status.value}, and no event tells it"

    def _check_whole(self) -> None:
        for request in self.seen.requests.values():
            theirs = [each.status.value for each in self.seen.assignments.values() if each.request == request.id]
            held = [each for each in theirs if each in HELD]
            assert len(held) == (request.status.value in UNDER_WAY), f"{request.id} is {request.status}: {theirs}"
            assert not (request.status.value in OVER and "offered" in theirs), f"{request.id}: an offer is left"
            self._check_approval(request)
        for entry in self.seen.entries:
            assert Decimal("0.25") <= entry.hours <= 24
            assert entry.amount == (entry.hours * entry.price).quantize(ORE, ROUND_HALF_UP)
        assert len(self.seen.owed) == len(set(self.seen.owed))

    def _check_approval(self, request: ServiceRequest) -> None:
        if request.charged is None or request.included is None or request.price is None or request.hours is None:
            return
        assert request.included + request.charged == (request.hours * request.price).quantize(ORE, ROUND_HALF_UP)
        service = self.desk.catalogue.services[request.service or ""]
        if service.category.value == "add_on" and request.status.value not in {
            "awaiting_approval",
            "cancelled",
            "rejected",
        }:
            approver = the_person(request.approved_by or request.requester)
            assert may(approver, "order.approve", unit=request.unit, is_own=False), "nobody who may has approved it"

    async def _refusal(self, step: Step) -> DeskError | None:
        try:
            await step.run()
        except DeskError as refusal:
            return refusal
        return None

    async def _see(self) -> Seen:
        async with self.storage.begin() as work:
            requests = {each: await work.requests.get(each) for each in sorted(self.mine)}
            theirs = [each for key in requests for each in await work.assignments.of_request(key)]
            entries = [each for each in await work.time_entries.all() if each.request in self.mine]
            events = [
                (each.subject, each.after)
                for each in await work.events.all()
                if each.subject.partition(":")[2] in {*self.mine, *(mine.id for mine in theirs)}
            ]
            owed = [each.dedup for each in await work.outbox.list_notices()]
        assignments = {each.id: each for each in sorted(theirs, key=lambda each: each.id)}
        return Seen(requests=requests, assignments=assignments, entries=entries, events=events, owed=owed)


@pytest.mark.parametrize(("fixture", "examples"), [("sqlite_url", 20), ("postgresql_url", 5)])
def test_whatever_people_do_the_rules_hold(fixture: str, examples: int, request: pytest.FixtureRequest) -> None:
    machine = type("AnyStepsHere", (AnySteps,), {"url": str(request.getfixturevalue(fixture))})
    relaxed = settings(
        max_examples=examples,
        stateful_step_count=30,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )

    run_state_machine_as_test(machine, settings=relaxed)
