"""Agreed hours are drawn down by what is ordered and by standing work, each hour once."""

from datetime import date, timedelta
from decimal import Decimal

from actions.confirming import confirm_day
from actions.economy import AgreedMonth, month_hours
from actions.requests import cancel_request
from actions.service_levels import promises_of, watch_promises
from actions.standing import make_standing_ahead
from domain.economy import MonthHours
from domain.promises import Kept
from tests.actions.desk import Desk
from tests.factories import NOW, TODAY, the_person

MARCH, APRIL = date(2022, 3, 1), date(2022, 4, 1)


async def agreed(desk: Desk, month: date = MARCH, unit: str = "PV1") -> AgreedMonth:
    async with desk.begin() as work:
        return await month_hours(unit, month, work=work, catalogue=desk.catalogue, at=NOW)


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
