"""An assignment takes only the steps of its life, and its time is counted right across pauses."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.assignments import LIVE, Assignment, AssignmentStatus
from domain.errors import BadInput, DeskError, NotAllowed, OfferGone, WrongState
from tests.factories import NOW, an_assignment

A = AssignmentStatus
Step = Callable[[Assignment, str, datetime], Assignment]

STEPS: Mapping[AssignmentStatus, frozenset[AssignmentStatus]] = {
    A.OFFERED: frozenset({A.ACCEPTED, A.DECLINED, A.WITHDRAWN}),
    A.ACCEPTED: frozenset({A.STARTED, A.DECLINED, A.WITHDRAWN}),
    A.STARTED: frozenset({A.PAUSED, A.DONE, A.WITHDRAWN}),
    A.PAUSED: frozenset({A.STARTED, A.DONE, A.WITHDRAWN}),
}
TRIES: Mapping[str, Step] = {
    "accept": lambda assignment, who, at: assignment.accept(who, at=at),
    "decline": lambda assignment, who, _at: assignment.decline(who),
    "withdraw": lambda assignment, _who, _at: assignment.withdraw(),
    "start": lambda assignment, who, at: assignment.start(who, at=at),
    "pause": lambda assignment, who, at: assignment.pause(who, at=at),
    "finish": lambda assignment, who, at: assignment.finish(who, at=at, hours=Decimal("0.5")),
}
steps = st.lists(
    st.tuples(st.sampled_from(sorted(TRIES)), st.sampled_from(["SER1", "SER1", "SER2"]), st.integers(0, 90)),
    max_size=30,
)


def tried(assignment: Assignment, name: str, who: str, at: datetime) -> Assignment:
    try:
        return TRIES[name](assignment, who, at)
    except DeskError:
        return assignment


@given(steps)
def test_whatever_is_tried_by_whomever_only_the_steps_of_its_life_are_taken(tries: list[tuple[str, str, int]]) -> None:
    assignment, at = an_assignment(person="SER1"), NOW
    for name, who, minutes in tries:
        at += timedelta(minutes=minutes)
        before, assignment = assignment, tried(assignment, name, who, at)
        if assignment is not before:
            assert assignment.status in STEPS[before.status]
            assert assignment.version == before.version + 1
            assert who == "SER1" or name == "withdraw"
            assert tried(assignment, name, who, at + timedelta(hours=1)) is assignment


@given(steps)
def test_the_time_worked_is_the_time_between_start_and_pause_and_never_shrinks(
    tries: list[tuple[str, str, int]],
) -> None:
    assignment, at, worked = an_assignment(person="SER1"), NOW, timedelta(0)
    for name, who, minutes in tries:
        if assignment.status is A.STARTED:
            worked += timedelta(minutes=minutes)
        at += timedelta(minutes=minutes)
        assert assignment.time_worked(at) == worked
        assert assignment.time_worked(at - timedelta(days=9)) >= timedelta(0)
        before = assignment
        assignment = tried(assignment, name, who, at)
        if name == "withdraw" and assignment is not before and before.status is A.STARTED:
            worked = assignment.worked


@pytest.mark.parametrize("status", A)
def test_a_withdrawal_ends_what_is_live_and_leaves_the_rest(status: AssignmentStatus) -> None:
    assignment = an_assignment(status=status)

    assert assignment.withdraw().status is (A.WITHDRAWN if status in LIVE else status)


def test_an_offer_that_went_to_somebody_else_or_was_withdrawn_is_gone() -> None:
    for assignment, who in (
        (an_assignment(), "SER2"),
        (an_assignment().withdraw(), "SER1"),
        (an_assignment().decline("SER1"), "SER1"),
    ):
        with pytest.raises(OfferGone):
            assignment.accept(who, at=NOW)


def test_nobody_works_on_what_is_somebody_elses() -> None:
    started = an_assignment().accept("SER1", at=NOW).start("SER1", at=NOW)

    with pytest.raises(NotAllowed):
        started.pause("SER2", at=NOW)
    with pytest.raises(NotAllowed):
        started.finish("SER2", at=NOW, hours=Decimal(1))
    with pytest.raises(NotAllowed):
        an_assignment().decline("SER2")


def test_what_was_begun_is_not_declined_and_what_was_not_accepted_is_not_begun() -> None:
    with pytest.raises(WrongState):
        an_assignment().accept("SER1", at=NOW).start("SER1", at=NOW).decline("SER1")
    with pytest.raises(WrongState):
        an_assignment().start("SER1", at=NOW)
    with pytest.raises(WrongState):
        an_assignment().accept("SER1", at=NOW).finish("SER1", at=NOW, hours=Decimal(1))


def test_going_on_after_a_pause_keeps_when_it_was_first_begun() -> None:
    begun = an_assignment().accept("SER1", at=NOW).start("SER1", at=NOW)
    paused = begun.pause("SER1", at=NOW + timedelta(minutes=20))

    going = paused.start("SER1", at=NOW + timedelta(hours=2))

    assert going.started_at == NOW
    assert going.time_worked(NOW + timedelta(hours=2, minutes=5)) == timedelta(minutes=25)


@pytest.mark.parametrize(
    ("minutes", "hours"),
    [(0, "0.25"), (7, "0.25"), (22, "0.25"), (23, "0.5"), (52, "0.75"), (53, "1"), (8 * 60, "8")],
)
def test_suggested_hours_are_the_nearest_quarter_and_at_least_one(minutes: int, hours: str) -> None:
    begun = an_assignment().accept("SER1", at=NOW).start("SER1", at=NOW)

    assert begun.suggested_hours(NOW + timedelta(minutes=minutes)) == Decimal(hours)


@given(st.integers(0, 24 * 60))
def test_suggested_hours_are_within_half_a_quarter_of_the_time_worked_and_can_be_given(minutes: int) -> None:
    begun = an_assignment().accept("SER1", at=NOW).start("SER1", at=NOW)
    at = NOW + timedelta(minutes=minutes)

    suggested = begun.suggested_hours(at)

    assert suggested % Decimal("0.25") == 0
    assert abs(suggested - max(Decimal(minutes) / 60, Decimal("0.25"))) <= Decimal("0.125")
    assert begun.finish("SER1", at=at, hours=suggested).hours == suggested


def test_hours_are_suggested_that_can_be_given_also_when_somebody_forgot_to_finish() -> None:
    begun = an_assignment().accept("SER1", at=NOW).start("SER1", at=NOW)

    assert begun.suggested_hours(NOW + timedelta(days=3)) == Decimal(24)


@pytest.mark.parametrize("hours", ["-1", "0", "0.24", "24.01", "1000"])
def test_hours_that_cannot_be_are_refused_with_what_can(hours: str) -> None:
    begun = an_assignment().accept("SER1", at=NOW).start("SER1", at=NOW)

    with pytest.raises(BadInput) as refused:
        begun.finish("SER1", at=NOW, hours=Decimal(hours))
    assert refused.value.values == {"field": "hours", "lowest": Decimal("0.25"), "highest": Decimal(24)}
