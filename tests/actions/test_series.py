"""An order series becomes its orders, each day once, under the agreement and the approval that hold for each."""

import asyncio
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from actions.assignments import accept_assignment, start_assignment
from actions.changes import change_request
from actions.requests import approve_request, cancel_request, reject_request
from actions.series import make_orders_ahead
from actions.series_changes import SeriesChange, change_series, end_series, skip_next
from domain.errors import BadInput, NotFound, WrongState
from domain.requests import RequestStatus, ServiceRequest
from domain.series import DaysOff, OrderSeries, SeriesStatus
from domain.worktime import at_local, local_date
from tests.actions.desk import Desk
from tests.factories import NOW, TODAY, the_person

S = RequestStatus
EVERY_OTHER_TUESDAY = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
TUESDAY = date(2022, 8, 23)
CHRISTMAS = date(2022, 12, 24)
SEVEN = time(7)


async def recurs(desk: Desk, who: str = "KON11", *, first: date = date(2022, 3, 22), **but: Any) -> ServiceRequest:
    ordinary: dict[str, Any] = {
        "rrule": "FREQ=WEEKLY;BYDAY=TU",
        "wanted_kind": "recurring",
        "wanted_start": at_local(first, SEVEN),
    }
    return await desk.order(who, **ordinary | but)


async def series_in(desk: Desk) -> OrderSeries:
    async with desk.begin() as work:
        return await work.series.get("S-2022-0001")


async def orders_in(desk: Desk) -> list[ServiceRequest]:
    async with desk.begin() as work:
        return list(await work.requests.of_series("S-2022-0001"))


def days_of(orders: list[ServiceRequest]) -> list[date]:
    return [local_date(each.wanted_start or each.created_at) for each in orders]


async def tick(desk: Desk, day: date) -> int:
    return await make_orders_ahead(begin=desk.begin, at=at_local(day, time(6)))


async def test_placing_makes_the_orders_of_the_two_weeks_ahead_each_with_its_number_and_price(desk: Desk) -> None:
    first = await recurs(desk, first=date(2022, 3, 22))

    orders = await orders_in(desk)

    assert first == orders[0]
    assert [each.id for each in orders] == ["B-2022-0001", "B-2022-0002"]
    assert days_of(orders) == [date(2022, 3, 22), date(2022, 3, 29)]
    assert {(each.status, each.price, each.series) for each in orders} == {(S.QUEUED, Decimal(420), "S-2022-0001")}
    assert await desk.owed() == [("request.queued", "SAM1")] * 2


async def test_the_first_order_is_made_however_far_ahead_and_only_that_one(desk: Desk) -> None:
    await recurs(desk, first=TUESDAY, rrule=EVERY_OTHER_TUESDAY, last_day=CHRISTMAS)

    assert days_of(await orders_in(desk)) == [TUESDAY]


async def test_every_other_tuesday_till_christmas_is_at_seven_in_summer_and_in_winter(desk: Desk) -> None:
    await recurs(desk, first=TUESDAY, rrule=EVERY_OTHER_TUESDAY, last_day=CHRISTMAS)

    for number in range((date(2023, 1, 31) - TUESDAY).days):
        await tick(desk, TUESDAY + timedelta(days=number))

    orders = await orders_in(desk)
    assert days_of(orders) == [TUESDAY + timedelta(days=14 * number) for number in range(9)]
    assert days_of(orders)[-1] == date(2022, 12, 13)
    assert [each.wanted_start.hour for each in orders if each.wanted_start] == [5] * 5 + [6] * 4
    assert (await series_in(desk)).status is SeriesStatus.ENDED


async def test_hours_of_each_month_are_drawn_from_that_month(desk: Desk) -> None:
    await recurs(desk, service="LOK-FON", hours=Decimal(10), first=date(2022, 3, 22), last_day=date(2022, 4, 5))

    await tick(desk, date(2022, 3, 28))

    orders = await orders_in(desk)
    # Twelve hours a month are included: ten and two in March, then ten in April.
    assert [(each.included or Decimal(0)) / 430 for each in orders] == [10, 2, 10]


async def test_ticking_twice_or_three_at_once_makes_each_order_once(anywhere: Desk) -> None:
    await recurs(anywhere)

    await asyncio.gather(*(tick(anywhere, date(2022, 4, 4)) for _ in range(3)))
    await tick(anywhere, date(2022, 4, 4))

    assert days_of(await orders_in(anywhere)) == [date(2022, 3, 22) + timedelta(days=7 * each) for each in range(4)]


async def test_what_was_missed_while_nobody_was_there_is_told_once_and_not_made(desk: Desk) -> None:
    await recurs(desk)

    for _ in range(2):
        await tick(desk, date(2022, 4, 13))

    assert days_of(await orders_in(desk))[2:] == [date(2022, 4, 19), date(2022, 4, 26)]
    assert [kind for kind, _ in await desk.owed() if kind == "series.refused"] == ["series.refused"] * 2


async def test_a_series_ends_with_the_agreement_and_says_so_once(desk: Desk) -> None:
    await recurs(desk, first=date(2023, 12, 12), rrule="FREQ=WEEKLY;BYDAY=TU")

    await tick(desk, date(2023, 12, 20))
    await tick(desk, date(2023, 12, 21))

    assert days_of(await orders_in(desk)) == [date(2023, 12, 12)]
    assert (await series_in(desk)).status is SeriesStatus.ENDED


async def test_an_add_on_waits_for_the_principal_and_then_the_series_is_approved(desk: Desk) -> None:
    first = await recurs(desk, service="NYC-KOR")
    before = await orders_in(desk)

    await approve_request(first.id, by=the_person("REK1"), catalogue=desk.catalogue, begin=desk.begin, at=NOW)

    after = await orders_in(desk)
    assert [each.status for each in before] == [S.AWAITING_APPROVAL]
    assert [(each.status, each.approved_by) for each in after] == [(S.QUEUED, "REK1")] * 2
    assert (await series_in(desk)).approved_by == "REK1"


async def test_an_occurrence_that_is_charged_more_than_was_approved_waits_by_itself(desk: Desk) -> None:
    # Four hours a month are included: the first is, the second is charged.
    await recurs(desk, "REK1", service="NYC-KOR", hours=Decimal(4))

    assert [each.status for each in await orders_in(desk)] == [S.QUEUED, S.AWAITING_APPROVAL]


async def test_a_series_whose_first_order_is_rejected_is_ended(desk: Desk) -> None:
    first = await recurs(desk, service="NYC-KOR")

    await reject_request(first.id, None, by=the_person("REK1"), catalogue=desk.catalogue, begin=desk.begin, at=NOW)
    await tick(desk, date(2022, 3, 20))

    assert (await series_in(desk)).status is SeriesStatus.ENDED
    assert len(await orders_in(desk)) == 1


async def test_cancelling_one_leaves_the_others_and_it_is_not_made_again(desk: Desk) -> None:
    first = await recurs(desk)

    await cancel_request(first.id, by=the_person("KON11"), catalogue=desk.catalogue, begin=desk.begin, at=NOW)
    await tick(desk, date(2022, 3, 16))

    assert [each.status for each in await orders_in(desk)] == [S.CANCELLED, S.QUEUED]


async def test_ending_cancels_what_nobody_has_begun_and_leaves_the_rest(desk: Desk) -> None:
    first = await recurs(desk)
    offered = await desk.offer(first, "SER1", by=the_person("SAM1"))
    await accept_assignment(offered.id, by=the_person("SER1"), begin=desk.begin, at=NOW)
    await start_assignment(offered.id, by=the_person("SER1"), begin=desk.begin, at=NOW)

    for _ in range(2):
        await end_series("S-2022-0001", by=the_person("KON11"), catalogue=desk.catalogue, begin=desk.begin, at=NOW)
    await tick(desk, date(2022, 4, 4))

    assert [each.status for each in await orders_in(desk)] == [S.IN_PROGRESS, S.CANCELLED]


async def test_skipping_leaves_the_next_out_made_or_not(desk: Desk) -> None:
    await recurs(desk, first=TUESDAY)

    days = [
        await skip_next("S-2022-0001", by=the_person("KON11"), catalogue=desk.catalogue, begin=desk.begin, at=NOW)
        for _ in range(2)
    ]
    await tick(desk, TUESDAY)

    assert days == [TUESDAY, TUESDAY + timedelta(days=7)]
    assert [each.status for each in await orders_in(desk)] == [S.CANCELLED, S.QUEUED]
    assert days_of(await orders_in(desk))[1] == TUESDAY + timedelta(days=14)


@pytest.mark.parametrize("weeks", [0, 2, 4])
async def test_skipping_a_day_twice_leaves_out_that_day_alone(desk: Desk, weeks: int) -> None:
    await recurs(desk, first=TUESDAY)
    day = TUESDAY + timedelta(weeks=weeks)

    for _ in range(2):
        assert day == await skip_next(
            "S-2022-0001", day=day, by=the_person("KON11"), catalogue=desk.catalogue, begin=desk.begin, at=NOW
        )

    await tick(desk, TUESDAY + timedelta(days=14))
    orders = [each for each in await orders_in(desk) if each.status is not S.CANCELLED]
    # The tick ran when the second was over already.
    assert set(days_of(orders)) == {TUESDAY + timedelta(weeks=each) for each in (0, 2, 3, 4)} - {day}


async def test_a_day_that_is_begun_or_that_the_series_does_not_have_can_not_be_skipped(desk: Desk) -> None:
    first = await recurs(desk, first=TUESDAY)
    offered = await desk.offer(first, "SER1", by=the_person("SAM1"))
    await accept_assignment(offered.id, by=the_person("SER1"), begin=desk.begin, at=NOW)
    await start_assignment(offered.id, by=the_person("SER1"), begin=desk.begin, at=NOW)

    for day in (TUESDAY, TUESDAY + timedelta(days=1)):
        with pytest.raises(WrongState):
            await skip_next(
                "S-2022-0001", day=day, by=the_person("KON11"), catalogue=desk.catalogue, begin=desk.begin, at=NOW
            )


async def change(desk: Desk, what: SeriesChange, *, since: str | None = None, who: str = "KON11") -> OrderSeries:
    return await change_series(
        "S-2022-0001",
        what,
        since=since,
        by=the_person(who),
        catalogue=desk.catalogue,
        begin=desk.begin,
        at=NOW,
    )


async def test_another_place_and_time_hold_from_the_occurrence_on(desk: Desk) -> None:
    await recurs(desk, place="Aulan")

    await change(desk, SeriesChange(clock=time(9, 30), place="Matsalen"), since="B-2022-0002")
    await tick(desk, date(2022, 3, 29))

    orders = await orders_in(desk)
    assert [each.place for each in orders] == ["Aulan", "Matsalen", "Matsalen", "Matsalen"]
    assert [each.wanted_start for each in orders[:3]] == [
        at_local(date(2022, 3, 22), SEVEN),
        at_local(date(2022, 3, 29), time(9, 30)),
        at_local(date(2022, 4, 5), time(9, 30)),
    ]


async def test_another_day_moves_the_rule_and_the_orders_made_already(desk: Desk) -> None:
    await recurs(desk)

    series = await change(desk, SeriesChange(day=date(2022, 3, 24)), since="B-2022-0001")
    await tick(desk, date(2022, 3, 29))

    assert series.rrule == "FREQ=WEEKLY;BYDAY=TH"
    orders = await orders_in(desk)
    assert [each.id for each in orders] == ["B-2022-0001", "B-2022-0002", "B-2022-0003"]
    assert days_of(orders) == [date(2022, 3, 24), date(2022, 3, 31), date(2022, 4, 7)]


async def test_an_order_that_was_moved_by_itself_stays_there_when_only_the_place_changes(desk: Desk) -> None:
    await recurs(desk)
    moved = at_local(date(2022, 3, 23), SEVEN)
    await change_request(
        "B-2022-0001",
        {"wanted_start": moved},
        by=the_person("KON11"),
        catalogue=desk.catalogue,
        begin=desk.begin,
        at=NOW,
    )

    await change(desk, SeriesChange(place="Matsalen"))

    assert [(each.place, each.wanted_start) for each in await orders_in(desk)] == [
        ("Matsalen", moved),
        ("Matsalen", at_local(date(2022, 3, 29), SEVEN)),
    ]


async def test_a_day_behind_is_refused_and_a_stranger_finds_nothing(desk: Desk) -> None:
    await recurs(desk)

    with pytest.raises(BadInput):
        await change(desk, SeriesChange(day=date(2022, 3, 14)))
    with pytest.raises(NotFound):
        await change(desk, SeriesChange(place="Aulan"), who="KON21")


async def test_a_series_without_a_day_to_come_is_refused(desk: Desk) -> None:
    with pytest.raises(BadInput):
        await recurs(
            desk, first=date(2022, 3, 15), last_day=date(2022, 3, 15), at=datetime(2022, 3, 15, 20, tzinfo=UTC)
        )


async def test_days_off_skipped_before_the_choice_was_changed_are_not_told_as_missed(desk: Desk) -> None:
    await recurs(desk, first=date(2022, 4, 8), rrule="FREQ=WEEKLY;BYDAY=FR")
    later = at_local(date(2022, 5, 3), SEVEN)
    await tick(desk, date(2022, 4, 29))
    told = await desk.owed()

    await change_series(
        "S-2022-0001",
        SeriesChange(days_off=DaysOff.MOVE),
        by=the_person("KON11"),
        catalogue=desk.catalogue,
        begin=desk.begin,
        at=later,
    )

    assert "series.refused" not in [kind for kind, _ in (await desk.owed())[len(told) :]]
    assert date(2022, 4, 19) not in days_of(await orders_in(desk))


async def test_what_has_begun_stays_when_moved_days_are_skipped_again(desk: Desk) -> None:
    await recurs(desk, first=date(2022, 4, 8), rrule="FREQ=WEEKLY;BYDAY=FR", days_off="move")
    await tick(desk, date(2022, 4, 6))
    moved = next(each for each in await orders_in(desk) if local_date(each.wanted_start or NOW) == date(2022, 4, 19))
    offered = await desk.offer(moved, "SER1", by=the_person("SAM1"))
    await accept_assignment(offered.id, by=the_person("SER1"), begin=desk.begin, at=NOW)
    await start_assignment(offered.id, by=the_person("SER1"), begin=desk.begin, at=NOW)

    await change_series(
        "S-2022-0001",
        SeriesChange(days_off=DaysOff.SKIP),
        by=the_person("KON11"),
        catalogue=desk.catalogue,
        begin=desk.begin,
        at=at_local(date(2022, 4, 7), SEVEN),
    )

    assert (await desk.request(moved.id)).status is S.IN_PROGRESS


@pytest.mark.parametrize(
    ("rrule", "days"),
    [
        ("FREQ=WEEKLY;BYDAY=WE", [date(2022, 3, 23)]),
        ("FREQ=WEEKLY;BYDAY=TU,FR", [date(2022, 3, 22), date(2022, 3, 25), date(2022, 3, 29)]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", [date(2022, 3, 22)]),
    ],
)
async def test_other_days_take_the_orders_made_already_and_cancel_what_is_too_many(
    anywhere: Desk, rrule: str, days: list[date]
) -> None:
    desk = anywhere
    await recurs(desk, first=date(2022, 3, 22))
    before = [each.id for each in await orders_in(desk)]

    for _ in range(2):
        await change_series(
            "S-2022-0001",
            SeriesChange(rrule=rrule),
            by=the_person("KON11"),
            catalogue=desk.catalogue,
            begin=desk.begin,
            at=NOW,
        )

    is_open = [each for each in await orders_in(desk) if each.is_open]
    assert days_of(sorted(is_open, key=lambda each: str(each.wanted_start))) == days
    assert before[0] in [each.id for each in is_open]
    assert await tick(desk, TODAY + timedelta(days=1)) == int(days[-1] == date(2022, 3, 23))
