"""A request that nobody has begun can become another: told to all concerned, priced as it was, promised anew."""

import asyncio
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.assignments import accept_assignment, decline_assignment, start_assignment
from actions.changes import Changed, change_request
from actions.requests import approve_request, reject_request
from domain.assignments import AssignmentStatus
from domain.errors import BadInput, NoAgreement, NotAllowed, RequestNotFound, WrongState
from domain.requests import RequestStatus
from tests.actions.desk import Desk
from tests.factories import NOW, the_person

A, S = AssignmentStatus, RequestStatus
ONE, OFFER = "B-2022-0001", "U-2022-0001"
FRIDAY = datetime(2022, 3, 18, 12, 0, tzinfo=UTC)
APRIL = datetime(2022, 4, 8, 12, 0, tzinfo=UTC)


async def change(desk: Desk, who: str = "KON11", request: str = ONE, *, at: datetime = NOW, **to: object) -> Changed:
    return await change_request(request, to, by=the_person(who), catalogue=desk.catalogue, begin=desk.begin, at=at)


async def test_a_moved_order_is_promised_anew_from_the_change_at_the_cost_it_had(desk: Desk) -> None:
    await desk.order(place="B214")
    later = NOW + timedelta(hours=3)

    done = await change(desk, wanted_start=FRIDAY, at=later)

    after = await desk.request(ONE)
    assert (after.wanted_start, after.promised_at, after.status) == (FRIDAY, FRIDAY, S.QUEUED)
    assert (after.included, after.charged, after.price) == (Decimal(210), Decimal(0), Decimal(420))
    assert done.parts == ("time",)
    assert ("request.changed", "SAM1") in await desk.owed()


async def test_another_place_or_note_leaves_promise_and_cost(desk: Desk) -> None:
    before = await desk.order(place="B214")

    await change(desk, place="Matsalen", note="ring först", at=NOW + timedelta(hours=5))

    after = await desk.request(ONE)
    assert (after.place, after.note) == ("Matsalen", "ring först")
    assert (after.promised_at, after.charged) == (before.promised_at, before.charged)


async def test_each_part_is_an_event_with_what_it_was_and_is_but_a_note_is_not_repeated(desk: Desk) -> None:
    await desk.order(place="B214", service="LOK-FON", hours=Decimal(12))

    await change(desk, place="Matsalen", hours=Decimal(14), note="hemligt", wanted_start=FRIDAY)

    told = {each.what: (each.before, each.after) for each in await desk.events(f"request:{ONE}")}
    assert told["place-changed"] == ("B214", "Matsalen")
    assert told["hours-changed"] == ("12", "14")
    assert told["time-changed"] == ("/", f"{FRIDAY.isoformat()}/")
    assert told["cost-changed"] == ("0.00", "860.00")
    assert told["note-changed"] == (None, None)


async def test_the_same_again_changes_and_tells_nothing(desk: Desk) -> None:
    before = await desk.order(place="B214")

    done = await change(desk, place="B214")

    assert done.parts == ()
    assert await desk.request(ONE) == before
    assert await desk.owed() == [("request.queued", "SAM1")]


async def test_an_accepted_assignment_keeps_its_person_and_moves_and_can_still_be_declined(desk: Desk) -> None:
    order = await desk.order()
    await desk.offer(order, "SER1", by=the_person("SAM1"))
    await accept_assignment(OFFER, by=the_person("SER1"), begin=desk.begin, at=NOW)

    await change(desk, wanted_start=FRIDAY, hours=Decimal(2))

    held = await desk.assignment(OFFER)
    assert (held.person, held.status) == ("SER1", A.ACCEPTED)
    assert (held.planned_start, held.planned_end) == (FRIDAY, FRIDAY + timedelta(hours=2))
    assert (await desk.request(ONE)).status is S.ASSIGNED
    assert {each for kind, each in await desk.owed() if kind == "request.changed"} == {"SER1", "SAM1"}
    await decline_assignment(OFFER, by=the_person("SER1"), begin=desk.begin, at=NOW)
    assert (await desk.request(ONE)).status is S.QUEUED


async def test_what_has_begun_is_not_changed(desk: Desk) -> None:
    await desk.under_way()

    with pytest.raises(WrongState):
        await change(desk, place="Matsalen")


async def test_a_principal_changes_what_the_unit_ordered_and_who_ordered_is_told(desk: Desk) -> None:
    await desk.order()

    await change(desk, "REK1", place="Matsalen")

    assert ("request.changed", "KON11") in await desk.owed()


async def test_another_unit_finds_no_such_request_and_a_coordinator_may_not_change_it(desk: Desk) -> None:
    await desk.order()

    with pytest.raises(RequestNotFound):
        await change(desk, "KON21", place="Matsalen")
    with pytest.raises(NotAllowed):
        await change(desk, "PL1", place="Matsalen")


async def test_a_day_without_an_agreement_is_refused_and_nothing_has_changed(desk: Desk) -> None:
    before = await desk.order()

    with pytest.raises(NoAgreement):
        await change(desk, wanted_start=datetime(2030, 1, 8, 12, 0, tzinfo=UTC))

    assert await desk.request(ONE) == before


async def test_an_issue_has_a_place_and_a_note_but_no_wanted_time(desk: Desk) -> None:
    issue = await desk.report("EJSTAD")

    await change(desk, request=issue.id, place="Matsalen")

    assert (await desk.request(issue.id)).place == "Matsalen"
    with pytest.raises(BadInput):
        await change(desk, request=issue.id, wanted_start=FRIDAY)


async def test_a_cost_that_grows_above_the_limit_is_approved_again_and_an_offer_taken_back(desk: Desk) -> None:
    order = await desk.order(service="LOK-FON", hours=Decimal(12))
    await desk.offer(order, "SER2", by=the_person("SAM1"))

    await change(desk, hours=Decimal(18))

    assert (await desk.request(ONE)).status is S.AWAITING_APPROVAL
    assert (await desk.assignment(OFFER)).status is A.WITHDRAWN
    assert ("request.approval", "REK1") in await desk.owed()


async def test_whoever_had_taken_it_on_has_it_when_the_new_cost_is_approved(desk: Desk) -> None:
    order = await desk.order(service="LOK-FON", hours=Decimal(12))
    await desk.offer(order, "SER2", by=the_person("SAM1"))
    await accept_assignment(OFFER, by=the_person("SER2"), begin=desk.begin, at=NOW)
    await change(desk, hours=Decimal(18))

    with pytest.raises(WrongState):
        await start_assignment(OFFER, by=the_person("SER2"), begin=desk.begin, at=NOW)
    await approve_request(ONE, by=the_person("REK1"), catalogue=desk.catalogue, begin=desk.begin, at=NOW)

    assert (await desk.request(ONE)).status is S.ASSIGNED
    assert (await start_assignment(OFFER, by=the_person("SER2"), begin=desk.begin, at=NOW)).status is A.STARTED


async def test_a_declined_assignment_leaves_the_new_cost_waiting_for_approval(desk: Desk) -> None:
    order = await desk.order(service="LOK-FON", hours=Decimal(12))
    await desk.offer(order, "SER2", by=the_person("SAM1"))
    await accept_assignment(OFFER, by=the_person("SER2"), begin=desk.begin, at=NOW)
    await change(desk, hours=Decimal(18))

    await decline_assignment(OFFER, by=the_person("SER2"), begin=desk.begin, at=NOW)

    assert (await desk.request(ONE)).status is S.AWAITING_APPROVAL


async def test_a_no_to_the_new_cost_takes_the_assignment_back(desk: Desk) -> None:
    order = await desk.order(service="LOK-FON", hours=Decimal(12))
    await desk.offer(order, "SER2", by=the_person("SAM1"))
    await accept_assignment(OFFER, by=the_person("SER2"), begin=desk.begin, at=NOW)
    await change(desk, hours=Decimal(18))

    await reject_request(ONE, None, by=the_person("REK1"), catalogue=desk.catalogue, begin=desk.begin, at=NOW)

    assert (await desk.assignment(OFFER)).status is A.WITHDRAWN


@pytest.mark.parametrize("is_taken", [False, True])
async def test_a_cost_brought_below_the_limit_waits_no_longer(desk: Desk, *, is_taken: bool) -> None:
    order = await desk.order(service="LOK-FON", hours=Decimal(12))
    if is_taken:
        await desk.offer(order, "SER2", by=the_person("SAM1"))
        await accept_assignment(OFFER, by=the_person("SER2"), begin=desk.begin, at=NOW)
    await change(desk, hours=Decimal(18))

    await change(desk, hours=Decimal(13))

    assert (await desk.request(ONE)).status is (S.ASSIGNED if is_taken else S.QUEUED)


async def test_what_a_principal_changes_is_approved_by_it(desk: Desk) -> None:
    await desk.order(service="LOK-FON", hours=Decimal(12))

    await change(desk, "REK1", hours=Decimal(18))

    after = await desk.request(ONE)
    assert (after.status, after.approved_by) == (S.QUEUED, "REK1")
    assert "approved" in await desk.story(f"request:{ONE}")


async def test_an_order_keeps_the_hours_it_has_drawn_though_others_drew_the_rest(desk: Desk) -> None:
    await desk.order(service="LOK-FON", hours=Decimal(8))
    await desk.order(service="LOK-FON", hours=Decimal(8))

    await change(desk, hours=Decimal(7))

    assert (await desk.request(ONE)).charged == Decimal(0)


async def test_moved_to_another_month_it_draws_on_the_hours_of_that_month(desk: Desk) -> None:
    await desk.order(service="LOK-FON", hours=Decimal(12))
    await desk.order(service="LOK-FON", hours=Decimal(5))
    assert (await desk.request("B-2022-0002")).charged == Decimal(2150)

    await change(desk, request="B-2022-0002", wanted_start=APRIL)

    assert (await desk.request("B-2022-0002")).charged == Decimal(0)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ordered=st.integers(25, 2400),
    changed=st.lists(st.tuples(st.integers(25, 2400), st.sampled_from([None, FRIDAY, APRIL])), min_size=1, max_size=3),
)
async def test_included_and_charged_are_always_hours_times_price(
    desk: Desk, ordered: int, changed: list[tuple[int, datetime | None]]
) -> None:
    request = await desk.order("REK1", service="LOK-FON", hours=Decimal(ordered) / 100)
    for hundredths, wanted in changed:
        after = (await change(desk, "REK1", request.id, hours=Decimal(hundredths) / 100, wanted_start=wanted)).after

        assert after.hours is not None
        assert after.price == Decimal(430)
        assert (after.included or 0) + (after.charged or 0) == (after.hours * 430).quantize(Decimal("0.01"))


async def test_two_changes_at_once_draw_the_same_hours_once(anywhere: Desk) -> None:
    for _ in range(2):
        await anywhere.order(service="LOK-FON", hours=Decimal(1))

    await asyncio.gather(
        *(change(anywhere, request=f"B-2022-000{n}", hours=Decimal(8)) for n in (1, 2)), return_exceptions=True
    )

    both = [await anywhere.request(f"B-2022-000{n}") for n in (1, 2)]
    assert sum(each.included or Decimal(0) for each in both) <= 12 * 430
