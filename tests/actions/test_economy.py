"""Agreed hours are drawn down by what is ordered and by standing work, each hour once."""

from datetime import date, time, timedelta
from decimal import Decimal

from actions.assignments import accept_assignment, finish_assignment, start_assignment
from actions.confirming import confirm_day
from actions.economy import AgreedMonth, month_hours
from actions.handover import hand_over_assignment
from actions.requests import cancel_request
from actions.service_levels import promises_of, watch_promises
from actions.standing import make_standing_ahead
from domain.assignments import Assignment
from domain.economy import MonthHours
from domain.promises import Kept
from domain.worktime import at_local
from tests.actions.desk import Desk
from tests.factories import NOW, TODAY, the_person

MARCH, APRIL = date(2022, 3, 1), date(2022, 4, 1)


async def agreed(desk: Desk, month: date = MARCH, unit: str = "PV1") -> AgreedMonth:
    async with desk.begin() as work:
        return await month_hours(unit, month, work=work, catalogue=desk.catalogue, at=NOW)


async def mail(desk: Desk) -> list[Assignment]:
    """Return who has had today's mail of PV1, in order."""
    async with desk.begin() as work:
        found = await work.assignments.standing(at_local(TODAY, time()), at_local(TODAY, time(23)))
    return sorted((each for each in found if each.schedule == "PV1-POST-IN-1300"), key=lambda each: each.id)


def of(month: AgreedMonth, category: str) -> MonthHours:
    return next(each for each in month.hours if each.category == category)


async def test_orders_draw_on_the_month_they_are_wanted_in_until_they_are_taken_back(anywhere: Desk) -> None:
    await anywhere.done(service="VAK-LAM")
    booked = await anywhere.order(service="LOK-FON", hours=Decimal(4))
    await anywhere.order(service="LOK-FON", hours=Decimal(3), wanted_start=NOW + timedelta(days=30))
    await anywhere.order(service="LOK-REG", hours=Decimal(2))

    held = of(await agreed(anywhere), "call_off")

    assert [held.agreed, held.booked, held.used + held.left] == [Decimal(12), Decimal(4), Decimal(8)]
    assert of(await agreed(anywhere, APRIL), "call_off").booked == 3
    await cancel_request(booked.id, by=the_person("KON11"), catalogue=anywhere.catalogue, begin=anywhere.begin, at=NOW)
    assert of(await agreed(anywhere), "call_off").booked == 0


async def test_standing_work_is_booked_until_it_is_confirmed_whether_made_or_to_come(anywhere: Desk) -> None:
    planned = of(await agreed(anywhere), "mandatory")
    await make_standing_ahead(begin=anywhere.begin, at=NOW)
    made = of(await agreed(anywhere), "mandatory")
    await confirm_day(TODAY, {}, by=the_person("SER10"), catalogue=anywhere.catalogue, begin=anywhere.begin, at=NOW)
    confirmed = of(await agreed(anywhere), "mandatory")

    assert planned.used == made.used == 0 < confirmed.used
    assert planned.drawn == made.drawn == confirmed.drawn


async def test_what_was_handed_over_half_way_counts_for_both_who_worked_on_it(anywhere: Desk) -> None:
    await make_standing_ahead(begin=anywhere.begin, at=NOW)
    planned = of(await agreed(anywhere), "mandatory")
    first = the_person("SER10")
    (given,) = await mail(anywhere)
    await start_assignment(given.id, by=first, begin=anywhere.begin, at=NOW)
    later = NOW + timedelta(minutes=15)
    await hand_over_assignment(given.id, by=first, begin=anywhere.begin, at=later, hours=Decimal("0.25"))
    half = of(await agreed(anywhere), "mandatory")

    offered = (await mail(anywhere))[-1]
    taker = the_person(offered.person)
    await accept_assignment(offered.id, by=taker, begin=anywhere.begin, at=later)
    await finish_assignment(offered.id, Decimal("0.5"), by=taker, begin=anywhere.begin, at=later)
    done = of(await agreed(anywhere), "mandatory")

    assert (half.used, half.drawn) == (Decimal("0.25"), planned.drawn)
    assert done.used == Decimal("0.75")


async def test_a_month_without_an_agreement_in_force_holds_nothing(desk: Desk) -> None:
    assert (await agreed(desk, date(2021, 12, 1))).hours == ()
    assert (await agreed(desk, MARCH, "PV7")).agreement is None


async def test_a_promise_counts_once_for_its_unit_in_the_month_it_was_settled(anywhere: Desk) -> None:
    await anywhere.done()
    late = await anywhere.order()
    over = (late.promised_at or NOW) + timedelta(days=20)
    for _ in range(2):
        await watch_promises(begin=anywhere.begin, at=over)

    async with anywhere.begin() as work:
        found = [dict(await promises_of(month, work=work)) for month in (MARCH, APRIL)]

    assert found == [{"PV1": Kept(kept=1)}, {"PV1": Kept(broken=1)}]
