"""Outcomes per unit, administration and all; who follows what, and when."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from actions.indicators import follows, readings, scopes_read_by, settle_month, units_in
from domain.months import month_after
from tests.actions.desk import Desk
from tests.factories import NOW, example_pilot, the_person

MARCH, APRIL = date(2022, 3, 1), date(2022, 4, 1)
CATALOGUE = example_pilot().catalogue
INDICATORS = example_pilot().catalogue.indicators
SCHOOLS = "administration:Barn- och skolförvaltningen"


async def outcomes(desk: Desk, scope: str, month: date = MARCH) -> dict[str, Decimal | None]:
    async with desk.begin() as work:
        found = await readings(scope, month, work=work, catalogue=CATALOGUE, at=NOW)
    return {each.indicator.code: each.now.value for each in found if each.now is not None}


async def test_what_a_unit_did_counts_for_it_its_administration_and_all_and_no_other(desk: Desk) -> None:
    await desk.done(hours="1.5")
    await desk.done(hours="0.5", who="KON21", by="SAM1", to="SER1")

    assert [(await outcomes(desk, scope)).get("K6") for scope in ("all", "unit:PV1", "unit:PV2", SCHOOLS)] == [
        Decimal(2),
        Decimal("1.5"),
        Decimal("0.5"),
        Decimal("0.5"),
    ]
    assert "K6" not in await outcomes(desk, "unit:PV3")


def test_a_unit_that_starts_late_follows_nothing_before_and_then_what_it_has_chosen() -> None:
    agreements = [
        replace(each, start=APRIL, indicators=("K4",)) if each.unit == "PV2" else each for each in CATALOGUE.agreements
    ]
    late = replace(CATALOGUE, agreements=tuple(agreements))

    followed = {
        month: {code for code, each in INDICATORS.items() if follows(each, "PV2", month, late)}
        for month in (MARCH, APRIL)
    }

    assert followed == {MARCH: set(), APRIL: {"K4"}}
    assert follows(INDICATORS["K15"], "PV1", MARCH, late)
    assert not follows(INDICATORS["K15"], "PV5", MARCH, late)


def test_who_may_see_what_is_as_the_table_says() -> None:
    assert scopes_read_by(the_person("REK1"), CATALOGUE) == ["unit:PV1"]
    assert scopes_read_by(the_person("PL1"), CATALOGUE)[:2] == ["all", "administration:Utbildningsförvaltningen"]
    assert units_in(SCHOOLS, CATALOGUE) == {"PV2", "PV3", "PV4"}
    assert units_in("unit:PV99", CATALOGUE) == set()


async def test_a_month_is_settled_on_the_day_after_its_hours_can_be_corrected_and_then_stays(desk: Desk) -> None:
    await desk.done(hours="1.5")
    assert [await settle_month(date(2022, 4, day), begin=desk.begin, at=NOW) for day in (1, 10, 12)] == [0, 0, 0]
    await settle_month(date(2022, 4, 11), begin=desk.begin, at=NOW)
    await desk.done(hours="2")

    assert (await outcomes(desk, "unit:PV1"))["K6"] == Decimal("1.5")
    assert await outcomes(desk, "unit:PV1", month_after(MARCH)) == {}
