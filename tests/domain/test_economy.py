"""Agreed hours and money: what is drawn, booked and left always adds up, to the öre."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.economy import Draw, Spending, hours_of_month, spending
from domain.money import cost_of, to_ore

HOURS = st.decimals(min_value=0, max_value=500, places=2)
MONEY = st.decimals(min_value=0, max_value=100_000, places=2)
CATEGORIES = ("mandatory", "call_off", "add_on")
DRAWS = st.lists(
    st.builds(
        Draw,
        category=st.sampled_from([*CATEGORIES, "unknown"]),
        is_done=st.booleans(),
        hours=HOURS,
        charged=MONEY,
        is_order=st.booleans(),
    )
)


@given(agreed=st.dictionaries(st.sampled_from(CATEGORIES), HOURS), draws=DRAWS)
def test_what_is_left_and_beyond_is_what_is_agreed_less_what_is_drawn(
    agreed: dict[str, Decimal], draws: list[Draw]
) -> None:
    lines = hours_of_month(agreed, draws)

    assert [each.category for each in lines] == list(agreed)
    for line in lines:
        assert line.left - line.beyond == agreed[line.category] - line.used - line.booked
        assert min(line.left, line.beyond) == 0 <= max(line.left, line.beyond)
        counted = [each for each in draws if each.category == line.category]
        counted = [each for each in counted if each.category != "mandatory" or not each.is_order]
        assert line.used == sum(each.hours for each in counted if each.is_done)
        assert line.drawn == sum(each.hours for each in counted)


@given(draws=DRAWS, more=DRAWS, budget=st.none() | MONEY)
def test_what_is_spent_adds_up_to_the_ore_however_it_is_divided(
    draws: list[Draw], more: list[Draw], budget: Decimal | None
) -> None:
    whole = spending([*draws, *more], budget)

    assert whole.charged == spending(draws, None).charged + spending(more, None).charged
    assert whole.left == (None if budget is None else budget - whole.charged)


@given(hours=HOURS, price=MONEY)
def test_a_cost_is_rounded_to_the_nearest_ore_half_up(hours: Decimal, price: Decimal) -> None:
    cost = cost_of(hours, price)

    assert cost == to_ore(cost)
    assert Decimal("-0.005") < hours * price - cost <= Decimal("0.005") or cost - hours * price == Decimal("0.005")


def test_an_overdrawn_budget_is_below_nothing() -> None:
    assert Spending(charged=Decimal("100.01"), budget=Decimal(100)).left == Decimal("-0.01")
