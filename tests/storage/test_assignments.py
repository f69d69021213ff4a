from datetime import timedelta
from decimal import Decimal

import pytest

from actions.ports import Begin
from domain.assignments import AssignmentStatus
from domain.errors import AssignmentNotFound, OutOfDate
from tests.factories import NOW, TODAY, a_request, a_time_entry, an_assignment, an_event

HOUR = timedelta(hours=1)


async def test_an_assignment_comes_back_as_it_was(begin: Begin) -> None:
    full = an_assignment(
        request="B-2022-0001",
        schedule="PV1/LOK-REG",
        accepted_at=NOW,
        started_at=NOW,
        running_since=NOW,
        worked=timedelta(hours=1, microseconds=7),
        done_at=NOW,
        hours=Decimal("1.25"),
    )
    async with begin() as work:
        await work.requests.add(a_request())
        await work.assignments.add(full)

        assert await work.assignments.get_locked(full.id) == full
        with pytest.raises(AssignmentNotFound):
            await work.assignments.get("U-2022-9999")


async def test_two_presses_at_once_on_one_assignment_have_one_winner(begin: Begin) -> None:
    accepted = an_assignment().accept("SER1", at=NOW)
    async with begin() as work:
        await work.assignments.add(an_assignment())
        await work.assignments.save(accepted)
        with pytest.raises(OutOfDate):
            await work.assignments.save(an_assignment().decline("SER1"))

        assert await work.assignments.get(accepted.id) == accepted


async def test_assignment_numbers_count_up_within_a_year(begin: Begin) -> None:
    async with begin() as work:
        numbers = [await work.assignments.next_id(year) for year in (2022, 2022, 2023)]

    assert numbers == ["U-2022-0001", "U-2022-0002", "U-2023-0001"]


async def test_the_assignments_of_a_request_are_oldest_first(begin: Begin) -> None:
    async with begin() as work:
        await work.requests.add(a_request())
        await work.assignments.add(an_assignment(id="b", request="B-2022-0001", offered_at=NOW - HOUR))
        await work.assignments.add(an_assignment(id="a", request="B-2022-0001"))
        await work.assignments.add(an_assignment(id="c"))

        assert [each.id for each in await work.assignments.of_request("B-2022-0001")] == ["b", "a"]
        assert [each.id for each in await work.assignments.all()] == ["b", "a", "c"]


async def test_live_assignments_are_by_planned_time_with_the_unplanned_last(begin: Begin) -> None:
    async with begin() as work:
        await work.assignments.add(an_assignment(id="no-plan", planned_start=None, planned_end=None))
        await work.assignments.add(an_assignment(id="late", planned_start=NOW + 2 * HOUR))
        await work.assignments.add(an_assignment(id="b", planned_start=NOW, status=AssignmentStatus.PAUSED))
        await work.assignments.add(an_assignment(id="a", planned_start=NOW, status=AssignmentStatus.STARTED))
        await work.assignments.add(an_assignment(id="done", status=AssignmentStatus.DONE))
        await work.assignments.add(an_assignment(id="theirs", person="SER2"))

        assert [each.id for each in await work.assignments.live_of("SER1")] == ["a", "b", "late", "no-plan"]


async def test_load_is_the_planned_hours_within_the_time_and_those_worked(begin: Begin) -> None:
    start, end = NOW, NOW + 8 * HOUR
    async with begin() as work:
        for id_, person, first, last in (
            ("inside", "SER1", NOW, NOW + HOUR),
            ("over-end", "SER1", NOW + 7 * HOUR, NOW + 10 * HOUR),
            ("before", "SER1", NOW - HOUR, NOW),
            ("twenty-minutes", "SER2", NOW, NOW + HOUR / 4),
            ("not-asked", "SER3", NOW, NOW + HOUR),
        ):
            await work.assignments.add(an_assignment(id=id_, person=person, planned_start=first, planned_end=last))
        await work.assignments.add(
            an_assignment(id="x", status=AssignmentStatus.DECLINED, person="SER4", planned_start=start, planned_end=end)
        )

        for person, day in (("SER2", TODAY), ("SER4", TODAY + timedelta(days=1)), ("SER3", TODAY)):
            await work.time_entries.add(a_time_entry(person=person, day=day, hours=Decimal("1.5")))

        load = await work.assignments.load_hours(["SER1", "SER2", "SER4"], start=start, end=end)

    assert load == {"SER1": Decimal(2), "SER2": Decimal("1.75")}


async def test_who_holds_several_requests_is_read_at_once_and_what_somebody_gave(begin: Begin) -> None:
    async with begin() as work:
        for nth, status in enumerate(("offered", "accepted", "done"), 1):
            await work.requests.add(a_request(id=f"B-2022-000{nth}"))
            given = an_assignment(id=f"U-2022-000{nth}", request=f"B-2022-000{nth}", status=AssignmentStatus(status))
            await work.assignments.add(given)
            event = an_event(subject=f"assignment:{given.id}", what="assigned", person="SAM1" if nth > 1 else "SAM2")
            await work.events.put(event)
        await work.assignments.add(an_assignment(id="U-2022-0009", schedule="PV1-POST-IN-1300"))

        numbers = ["B-2022-0003", "B-2022-0002", "B-2022-0001"]
        live = await work.assignments.live_of_requests(numbers)
        mine = await work.assignments.given_by("SAM1", limit=5)
        standing = await work.assignments.standing_offers()
        nothing = await work.assignments.live_of_requests([])

    assert [each.id for each in live] == ["U-2022-0001", "U-2022-0002"]
    assert [each.id for each in mine] == ["U-2022-0002"]
    assert [each.id for each in standing] == ["U-2022-0009"]
    assert nothing == []


async def test_time_entries_come_back_in_order_with_numbers_of_their_own(begin: Begin) -> None:
    async with begin() as work:
        await work.time_entries.add(a_time_entry(reason="first", hours=Decimal("0.25"), amount=Decimal("105.00")))
        await work.time_entries.add(a_time_entry(reason="second", service=None))
        first, second = await work.time_entries.all()

    assert (first.reason, first.hours, first.amount) == ("first", Decimal("0.25"), Decimal("105.00"))
    assert second == a_time_entry(id=second.id, reason="second", service=None)
    assert first.id != second.id
