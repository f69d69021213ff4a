"""A request takes only the steps of its life, one version at a time, and what is repeated changes nothing."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import BadInput, WrongState
from domain.requests import OPEN, STEPS, RequestStatus, ServiceRequest
from tests.factories import NOW, a_draft, a_request

S = RequestStatus
Step = Callable[[ServiceRequest], ServiceRequest]

TO: Mapping[str, tuple[Step, RequestStatus]] = {
    "ask approval": (lambda request: request.ask_approval(), S.AWAITING_APPROVAL),
    "queue": (lambda request: request.queue(), S.QUEUED),
    "approve": (lambda request: request.approve("REK1"), S.QUEUED),
    "reject": (lambda request: request.reject(), S.REJECTED),
    "cancel": (lambda request: request.cancel(), S.CANCELLED),
    "forward": (lambda request: request.forward(), S.FORWARDED),
    "assign": (lambda request: request.assign(), S.ASSIGNED),
    "begin": (lambda request: request.begin(), S.IN_PROGRESS),
    "wait": (lambda request: request.wait(), S.WAITING),
    "finish": (lambda request: request.finish(at=NOW), S.DONE),
    "reopen": (lambda request: request.reopen(), S.QUEUED),
    "close": (lambda request: request.close(at=NOW), S.CLOSED),
}
NOT_REPEATABLE = {"ask approval", "reopen"}
names = st.sampled_from(sorted(TO))


def tried(request: ServiceRequest, name: str) -> ServiceRequest:
    try:
        return TO[name][0](request)
    except WrongState:
        return request


@given(st.lists(names, max_size=30))
def test_whatever_is_tried_only_the_steps_of_its_life_are_taken_and_each_is_one_version(steps: list[str]) -> None:
    request = a_request(status=S.SUBMITTED)
    for name in steps:
        before, request = request, tried(request, name)
        if request is not before:
            assert request.status in STEPS[before.status]
            assert request.status is TO[name][1]
            assert request.version == before.version + 1


@given(st.lists(names, max_size=30), names)
def test_a_step_that_is_repeated_changes_nothing(steps: list[str], last: str) -> None:
    request = a_request(status=S.SUBMITTED)
    for name in steps:
        request = tried(request, name)
    once = tried(request, last)
    if once is not request and last not in NOT_REPEATABLE:
        assert TO[last][0](once) is once


@given(st.lists(names, max_size=30))
def test_nothing_leads_out_of_a_status_that_is_final(steps: list[str]) -> None:
    for final in (S.CLOSED, S.REJECTED, S.CANCELLED):
        request = a_request(status=final)
        for name in steps:
            assert tried(request, name) is request


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("name", sorted(TO))
def test_a_step_is_refused_from_every_status_that_does_not_lead_there(name: str, status: RequestStatus) -> None:
    step, wanted = TO[name]
    request = a_request(status=status)
    is_other_road = (name == "approve" and status is not S.AWAITING_APPROVAL) or (
        name == "reopen" and status is not S.DONE
    )
    if status is wanted and name not in {"ask approval", "approve", "reopen"}:
        assert step(request) is request
    elif wanted in STEPS[status] and not is_other_road:
        assert step(request).status is wanted
    else:
        with pytest.raises(WrongState) as refused:
            step(request)
        assert refused.value.values["status"] == status.value


def test_an_approval_names_the_principal_and_is_given_once() -> None:
    approved = a_request(status=S.AWAITING_APPROVAL).approve("REK1")

    assert approved.approved_by == "REK1"
    assert approved.approve("REK2") is approved
    assert approved.assign().approve("REK2").approved_by == "REK1"


def test_what_was_approved_and_then_cancelled_is_not_approved_again() -> None:
    with pytest.raises(WrongState):
        a_request(status=S.AWAITING_APPROVAL).approve("REK1").cancel().approve("REK1")


def test_what_has_begun_is_not_cancelled() -> None:
    with pytest.raises(WrongState):
        a_request(status=S.IN_PROGRESS).cancel()


def test_reopening_forgets_the_end_and_keeps_the_rating() -> None:
    done = a_request(status=S.IN_PROGRESS).finish(at=NOW).rate(2)

    reopened = done.reopen()

    assert (reopened.status, reopened.done_at, reopened.rating) == (S.QUEUED, None, 2)


def test_what_is_done_twice_keeps_the_moment_it_was_first_done() -> None:
    done = a_request(status=S.IN_PROGRESS).finish(at=NOW)

    assert done.finish(at=NOW.replace(hour=20)).done_at == NOW


@given(st.integers())
def test_a_rating_is_from_one_to_five(rating: int) -> None:
    done = a_request(status=S.DONE)
    if rating in {1, 2, 3, 4, 5}:
        assert done.rate(rating).rating == rating
        assert done.rate(rating).status is S.DONE
    else:
        with pytest.raises(BadInput):
            done.rate(rating)


def test_only_what_is_over_can_be_rated_and_the_mark_can_be_changed() -> None:
    for status in set(S) - {S.DONE, S.CLOSED}:
        with pytest.raises(WrongState):
            a_request(status=status).rate(4)
    rated = a_request(status=S.CLOSED).rate(4)
    assert rated.rate(4) is rated
    assert rated.rate(5).version == rated.version + 1


def test_open_is_whatever_somebody_still_has_to_do_something_about() -> None:
    assert {status for status in S if a_request(status=status).is_open} == OPEN
    assert set(S) - OPEN == {S.DONE, S.CLOSED, S.REJECTED, S.CANCELLED}


def test_what_its_cards_tell_besides_the_status_is_a_version_of_its_own() -> None:
    request = a_request()

    assert request.touch() == replace(request, version=request.version + 1)


def test_a_draft_that_is_changed_to_what_it_is_stays_as_it_is() -> None:
    draft = a_draft()

    assert draft.change(hours=Decimal("1.00"), place=None) is draft
    assert draft.change(place="B214").version == draft.version + 1


def test_a_draft_is_dropped_once_and_never_placed_after_that() -> None:
    dropped = a_draft().drop()

    assert not dropped.is_live
    assert dropped.drop() is dropped
    with pytest.raises(WrongState) as refused:
        dropped.place_as("B-2022-0001")
    assert refused.value.values["status"] == "dropped"


def test_a_draft_that_was_placed_is_neither_changed_nor_dropped() -> None:
    placed = a_draft().place_as("B-2022-0001")

    assert not placed.is_live
    with pytest.raises(WrongState) as refused:
        placed.change(place="A12")
    assert refused.value.values["status"] == "placed"
    with pytest.raises(WrongState):
        placed.drop()
    with pytest.raises(WrongState):
        placed.place_as("B-2022-0002")
