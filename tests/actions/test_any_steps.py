"""Random people take random steps, legal and not: whatever they do, the rules of DESIGN §4 hold, on both databases.

What is expected is read from `permissions.csv` and written by hand from DESIGN (`by_hand`, `holding`), and not asked of
the product. Each example has a desk of its own, with the standing work of PV1 made.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from typing_extensions import override

from actions.absence import end_absence, report_absence
from actions.assignments import (
    assign_request,
    offer_assignment,
)
from actions.confirming import confirm_day
from actions.hours import correct_hours
from actions.planning import assign_bundle
from actions.splitting import split_request
from actions.substitutes import end_substitution, name_substitute
from domain.agreements import Agreement
from domain.assignments import Assignment
from domain.errors import DeskError, NotAllowed
from domain.people import Person
from domain.requests import ServiceRequest
from domain.worktime import local_date
from storage.unit_of_work import Storage
from tests.actions.by_hand import HELD, may
from tests.actions.desk import Desk
from tests.actions.holding import Seen, check_freed, check_step, check_whole, see
from tests.actions.trying import Step, desks, of_agreement, of_assignment, of_request, step_of
from tests.factories import NOW, TODAY, example_pilot, the_person

EMPLOYEES = ("SER1", "SER2", "SER3", "SER10")
UNITS = {"PV1": "REK1", "PV2": "REK2", "PV7": "CHE7"}
"""The units that the steps are about, and their principals; PV7's agreement is only offered."""
PEOPLE = (*UNITS.values(), "KON11", "KON12", "KON21", "KON71", *EMPLOYEES, "SAM1", "SAM2", "PL1", "EK1", "ADM1")
SERVICES = ("LOK-AKU", "VAK-LAM", "LOK-HYG", "LOK-GOL", "NYC-KOR", "FLA-DEK", "EVE-RIG")
OBJECTS = ("LJUS", "VARME", "DORR", "INVENT", "EJSTAD")
FITTING = ""
WHO = st.sampled_from([FITTING] * len(PEOPLE) * 2 + list(PEOPLE))
"""Mostly whoever it is for, so that something gets done; and else anybody."""
NTH = st.sampled_from([0, 0, 1, 0, 2, 1, 3, 5])
MOST_REPORTS = 3
_serial = count(1)


class AnySteps(RuleBasedStateMachine):
    """A desk whose people do whatever comes to their minds."""

    fresh: Callable[[], str]

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.storage = Storage.open(type(self).fresh(), is_durable=False)
        self.desk = Desk(begin=self.storage.begin, catalogue=example_pilot().catalogue)
        self.at = NOW
        self.reports = 0
        self.seen = self.runner.run(self._see())

    @override
    def teardown(self) -> None:
        self.runner.run(self.storage.close())
        self.runner.close()

    # What can be tried

    @rule(minutes=st.sampled_from([1, 20, 90, 600, 1440, 40 * 1440]))
    def time_passes(self, minutes: int) -> None:
        self.at += timedelta(minutes=minutes)

    @initialize(services=st.sampled_from([("LOK-AKU", "NYC-KOR"), ("VAK-LAM", "EVE-RIG"), ("FLA-DEK", "LOK-HYG")]))
    def begin_with_orders(self, services: Sequence[str]) -> None:
        for service in services:
            self.order("KON11", service, None)

    @rule(
        who=st.sampled_from(["KON11", "REK1", "KON71", *PEOPLE]),
        service=st.sampled_from(SERVICES),
        hours=st.sampled_from([None, "0.5", "3"]),
    )
    def order(self, who: str, service: str, hours: str | None) -> None:
        person = the_person(who)
        unit = next(iter(sorted(person.units)), "PV1")
        draft = {"service": service, "hours": hours and Decimal(hours), "unit": unit, "id": f"any-{next(_serial)}"}

        async def place() -> None:
            await self.desk.place(await self.desk.draft(who, **draft), at=self.at)

        self._try(who, step_of("order.create", person, unit, place))

    @rule(who=st.sampled_from(PEOPLE), code=st.sampled_from(OBJECTS), unit=st.sampled_from(["PV1", "PV2"]))
    def report(self, who: str, code: str, unit: str) -> None:
        self.reports += 1
        if self.reports <= MOST_REPORTS:
            step = step_of("issue.report", the_person(who), unit, lambda: self.desk.report(code, who=who, unit=unit))
            self._try(who, step)

    @rule(
        who=WHO,
        what=st.sampled_from(["approve", "approve", "reject", "cancel", "reopen", "rate", "comment", "claim", "claim"]),
        nth=NTH,
        is_twice=st.booleans(),
    )
    def touch_request(self, who: str, what: str, nth: int, *, is_twice: bool) -> None:
        if self.seen.requests:
            request = self._pick(self.seen.requests, nth)
            approver = UNITS.get(request.unit, "REK1")
            fitting = {"approve": approver, "reject": approver, "claim": "SER1"}.get(what, request.requester)
            self._try(who or fitting, self._of_request(what, request, the_person(who or fitting)), is_twice=is_twice)

    @rule(who=WHO, to=st.sampled_from(["SER1", *EMPLOYEES]), nth=NTH, is_direct=st.booleans(), is_twice=st.booleans())
    def give(self, who: str, to: str, nth: int, *, is_direct: bool, is_twice: bool) -> None:
        if not self.seen.requests:
            return
        who = who or "SAM1"
        request, person = self._pick(self.seen.requests, nth), the_person(who)
        give = assign_request if is_direct else offer_assignment
        run = self._call(give, request.id, to, by=person)
        self._try(who, step_of("request.assign", person, request.unit, run), is_twice=is_twice)

    @rule(
        who=WHO,
        people=st.sampled_from([("SER1", "SER3"), ("SER3", "SER1"), ("SER1", "SER10"), ("SER1", "SER1")]),
        nth=NTH,
        hours=st.sampled_from([None, "0.25", "2"]),
        then=st.sampled_from(["accept", "decline", "start", "finish", "handover"]),
    )
    def split(self, who: str, people: tuple[str, str], nth: int, *, hours: str | None, then: str) -> None:
        """Share a request between two, and let one of them go on with their part, or not."""
        if not self.seen.requests:
            return
        request, person = self._pick(self.seen.requests, nth), the_person(who or "SAM1")
        run = self._call(split_request, request.id, people, hours and Decimal(hours), by=person)
        self._try(person.code, step_of("request.assign", person, request.unit, run), is_twice=True)
        self.work_on(FITTING, then, 0, hours="0.25", is_twice=True)

    @rule(who=WHO, to=st.sampled_from(["SER1", *EMPLOYEES]), nths=st.sampled_from([(0, 1), (0, 1, 2), (1,), ()]))
    def give_together(self, who: str, to: str, nths: Sequence[int]) -> None:
        """Give several requests in one go."""
        if not self.seen.requests:
            return
        chosen, person = [self._pick(self.seen.requests, nth) for nth in nths], the_person(who or "SAM1")
        run = self._call(assign_bundle, [each.id for each in chosen], to, by=person)
        is_allowed = all(may(person, "request.assign", unit=each.unit, is_own=False) for each in chosen)
        self._try(person.code, Step(what="bundle", is_allowed=is_allowed and bool(chosen), run=run), is_twice=True)

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
        if self.seen.assignments:
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
        if not self.seen.requests:
            return
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
            principal = UNITS.get(request.unit, "REK1")
            self._try(principal, self._of_request("approve", request, the_person(principal)))
        elif held is not None:
            what = {"offered": "accept", "accepted": "start", "paused": "start", "started": "finish"}[held.status.value]
            self._try(held.person, self._of_assignment(what, held, the_person(held.person), Decimal(hours)))
        elif request.status.value == "queued":
            self.give("SAM1", "SER1", [*self.seen.requests][::-1].index(request.id), is_direct=True, is_twice=True)

    @rule(who=WHO, nth=NTH, hours=st.sampled_from(["0.5", "2", "0", "30"]))
    def correct(self, who: str, nth: int, hours: str) -> None:
        if self.seen.entries:
            entry = self.seen.entries[nth % len(self.seen.entries)]
            person = the_person(who or entry.person)
            run = self._call(correct_hours, entry.id or 0, Decimal(hours), "fel", by=person)
            self._try(person.code, step_of("time.correct", person, entry.unit, run, is_own=entry.person == person.code))

    @rule(who=WHO, whose=st.sampled_from(EMPLOYEES), ago=st.sampled_from([0, 0, 1, -1]), is_twice=st.booleans())
    def confirm(self, who: str, whose: str, ago: int, *, is_twice: bool) -> None:
        """Confirm the standing work of a day: one's own, or somebody else's."""
        person, day = the_person(who or whose), local_date(self.at) - timedelta(days=ago)
        of = None if person.code == whose else whose
        # What was taken from them, since they are away, is no line of their day.
        of_theirs = [each for each in self.seen.assignments.values() if each.person == whose and each.schedule]
        theirs = [each for each in of_theirs if each.status.value in HELD | {"done"}]
        if of is not None and day not in {local_date(each.planned_start or NOW) for each in theirs}:
            return
        run = self._call(confirm_day, day, {}, by=person, of=of)
        is_allowed = (
            may(person, "assignment.work", unit="", is_own=True)
            if of is None
            else may(person, "time.correct", unit="PV1", is_own=False)
        )
        self._try(person.code, Step(what="confirm", is_allowed=is_allowed, run=run), is_twice=is_twice)

    @rule(
        who=WHO, whose=st.sampled_from(EMPLOYEES), first=st.sampled_from([0, 0, 1]), days=st.sampled_from([0, 2, 400])
    )
    def be_away(self, who: str, whose: str, first: int, days: int) -> None:
        employee, person = the_person(whose), the_person(who or whose)
        day = local_date(self.at) + timedelta(days=first)
        run = self._call(report_absence, whose, day, day + timedelta(days=days), by=person)
        known = set(self.seen.absences)
        self._try(person.code, self._about(employee, person, run), is_twice=True)
        for key in self.seen.absences.keys() - known:
            check_freed(self.seen, self.seen.absences[key])

    @rule(who=WHO, nth=NTH)
    def be_back(self, who: str, nth: int) -> None:
        if self.seen.absences:
            absence = self._pick(self.seen.absences, nth)
            person = the_person(who or absence.person)
            run = self._call(end_absence, absence.id, by=person)
            self._try(person.code, self._about(the_person(absence.person), person, run), is_twice=True)

    @rule(
        who=st.sampled_from(["REK1", "REK1", *PEOPLE]),
        substitute=st.sampled_from(["KON11", "KON12", "KON21", "REK1", "SER1"]),
        days=st.sampled_from([0, 3, -1]),
    )
    def stand_in(self, who: str, substitute: str, days: int) -> None:
        """Name a substitute, who then answers what waits."""
        person, day = the_person(who), local_date(self.at)
        run = self._call(name_substitute, substitute, (day, day + timedelta(days=days)), by=person)
        is_allowed = any(may(person, "order.approve", unit=unit, is_own=False) for unit in person.units)
        self._try(who, Step(what="substitute", is_allowed=is_allowed, run=run), is_twice=True)
        self.touch_request(substitute, "approve", 0, is_twice=False)

    @rule(who=WHO, nth=NTH)
    def approve_alone(self, who: str, nth: int) -> None:
        if self.seen.substitutions:
            named = self._pick(self.seen.substitutions, nth)
            person = the_person(who or named.person)

            async def run() -> object:
                return await end_substitution(named.id, by=person, begin=self.desk.begin, at=self.at)

            self._try(person.code, Step(what="back", is_allowed=person.code == named.person, run=run), is_twice=True)

    @rule(
        who=WHO,
        what=st.sampled_from(["sign", "sign", "decline", "offer", "offer", "change", "end", "amend", "draft"]),
        unit=st.sampled_from([*UNITS, "PV1"]),
        days=st.sampled_from([0, 1, 30, 40, 200]),
        is_twice=st.booleans(),
    )
    def agree(self, who: str, what: str, unit: str, days: int, *, is_twice: bool) -> None:
        theirs = [each for each in self.seen.agreements.values() if each.unit == unit]
        is_open = what in {"sign", "decline", "offer", "change"}
        fitting = [each for each in theirs if each.is_open == is_open]
        person = the_person(who or (UNITS[unit] if what in {"sign", "decline"} else "ADM1"))
        self._try(person.code, self._of_agreement(what, (fitting or theirs)[-1], person, days), is_twice=is_twice)

    @rule(unit=st.sampled_from(list(UNITS)), days=st.sampled_from([0, 1, 30]), steps=st.sampled_from([2, 3, 4, 4]))
    def renew(self, unit: str, days: int, steps: int) -> None:
        """Take the steps of an amendment, as far as they go."""
        for what in ("amend", "change", "offer", "sign")[:steps]:
            self.agree(FITTING, what, unit, days, is_twice=True)

    # The steps

    def _of_request(self, what: str, request: ServiceRequest, by: Person) -> Step:
        return of_request(what, request, by, seen=self.seen, desk=self._desk())

    def _of_assignment(self, what: str, assignment: Assignment, by: Person, hours: Decimal) -> Step:
        return of_assignment(what, assignment, by, hours=hours, desk=self._desk())

    def _of_agreement(self, what: str, agreement: Agreement, by: Person, days: int) -> Step:
        return of_agreement(what, agreement, by, days=days, desk=self._desk())

    def _about(self, employee: Person, by: Person, run: Callable[[], Awaitable[object]]) -> Step:
        """Return a step that concerns when *employee* is at work."""
        own = employee.code == by.code
        is_allowed = any(may(by, "absence.report", unit=unit, is_own=own) for unit in employee.units)
        return Step(what="absence.report", is_allowed=is_allowed, run=run)

    def _call(self, action: Callable[..., Awaitable[object]], *given: object, **named: object) -> Any:  # noqa: ANN401
        desk = self._desk()
        return lambda: action(*given, **named, **desk)

    def _desk(self) -> dict[str, Any]:
        return {"catalogue": self.desk.catalogue, "begin": self.desk.begin, "at": self.at}

    @staticmethod
    def _pick(among: Mapping[str, Any], nth: int) -> Any:  # noqa: ANN401  # whatever is kept by its id
        return list(among.values())[-1 - nth % len(among)]

    # What must hold

    def _try(self, who: str, step: Step, *, is_twice: bool = False) -> None:
        before = self.seen
        refusal = self.runner.run(self._take(step))
        assert step.is_allowed or refusal is not None, f"{who} did {step.what}"
        assert not step.is_allowed or not isinstance(refusal, NotAllowed), f"{who} may {step.what}"
        if refusal is not None:
            assert self.seen == before, f"refused ({refusal!r}), and yet something changed"
            return
        check_step(before, self.seen, day=local_date(self.at))
        check_whole(self.seen)
        if is_twice and not step.is_repeatable:
            self._check_again(step)

    def _check_again(self, step: Step) -> None:
        """The same press twice at the same moment is one press."""
        once = self.seen
        self.runner.run(self._take(step))
        assert self.seen.owed == once.owed, "owed again"
        assert self.seen.standing == once.standing

    async def _take(self, step: Step) -> DeskError | None:
        refusal = None
        try:
            await step.run()
        except DeskError as no:
            refusal = no
        before, self.seen = self.seen, await self._see()
        if self.seen.agreements != before.agreements:
            async with self.storage.begin() as work:
                catalogue = await work.catalogues.read(day=TODAY)
            self.desk = Desk(begin=self.storage.begin, catalogue=catalogue)
        return refusal

    async def _see(self) -> Seen:
        async with self.storage.begin() as work:
            return await see(work)


@pytest.mark.parametrize(("database", "examples"), [("sqlite", 10), ("postgresql", 3)])
def test_whatever_people_do_the_rules_hold(database: str, examples: int, request: pytest.FixtureRequest) -> None:
    machine = type("AnyStepsHere", (AnySteps,), {"fresh": staticmethod(desks(database, request))})
    relaxed = settings(
        max_examples=examples,
        stateful_step_count=45,
        deadline=None,
        # To look for a shorter example of a fault takes longer than all other tests.
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    run_state_machine_as_test(machine, settings=relaxed)
