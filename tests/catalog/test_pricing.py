"""What an order costs, to the öre."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.loader import read_pilot
from catalog.models import AgreementLine, Category, Service
from catalog.pricing import needs_approval, price_order

CATALOGUE = read_pilot(Path(__file__).parents[2] / "catalog" / "pilot", day=date(2022, 3, 15)).catalogue
LAMP = CATALOGUE.services["VAK-LAM"]
CLEANING = CATALOGUE.services["LOK-REG"]
KEYS = CATALOGUE.services["NYC-KOR"]

HOURS = st.decimals("0.01", 500, places=2)
PRICES = st.decimals("0.01", 5000, places=2)


def a_line(category: Category, hours: Decimal) -> AgreementLine:
    return AgreementLine(
        category=category,
        hours_per_month=hours,
        amount_sek_per_month=Decimal(0),
        approval_limit_sek=Decimal(2500),
    )


@pytest.mark.parametrize(
    ("service", "held", "hours", "used", "included", "charged", "left"),
    [
        (LAMP, "12", "0.5", "0", "210.00", "0.00", "11.5"),  # all within the month's hours
        (LAMP, "12", "0.5", "12", "0.00", "210.00", "0"),  # nothing left
        (LAMP, "12", "4", "10", "840.00", "840.00", "0"),  # the last two hours, and two more
        (LAMP, "12", "4", "20", "0.00", "1680.00", "0"),  # more than all is drawn already
        (LAMP, None, "1", "0", "0.00", "420.00", "0"),  # the agreement holds nothing of the category
        (CLEANING, "160", "1", "0", "0.00", "385.00", "0"),  # an extra visit
        (KEYS, "4", "1", "3.5", "222.50", "222.50", "0"),
    ],
)
def test_the_agreement_is_drawn_on_before_anything_is_charged(
    *, service: Service, held: str | None, hours: str, used: str, included: str, charged: str, left: str
) -> None:
    line = None if held is None else a_line(service.category, Decimal(held))

    cost = price_order(service, line, hours=Decimal(hours), used_hours=Decimal(used))

    assert (cost.included_sek, cost.charged, cost.left_hours) == (Decimal(included), Decimal(charged), Decimal(left))
    assert cost.total == cost.included_sek + cost.charged


def test_half_an_ore_goes_up() -> None:
    service = replace(LAMP, price_sek_per_hour=Decimal("0.01"))

    assert price_order(service, None, hours=Decimal("0.5"), used_hours=Decimal(0)).total == Decimal("0.01")


@pytest.mark.parametrize(("hours", "used"), [("0", "0"), ("-1", "0"), ("1", "-1")])
def test_impossible_hours_are_refused(hours: str, used: str) -> None:
    with pytest.raises(ValueError, match="Decimal"):
        price_order(LAMP, None, hours=Decimal(hours), used_hours=Decimal(used))


@given(
    category=st.sampled_from(Category),
    price=PRICES,
    hours=HOURS,
    held=st.decimals(0, 500, places=2),
    used=st.decimals(0, 500, places=2),
)
def test_the_parts_add_up_to_the_whole(
    *, category: Category, price: Decimal, hours: Decimal, held: Decimal, used: Decimal
) -> None:
    service = replace(LAMP, category=category, price_sek_per_hour=price)

    cost = price_order(service, a_line(category, held), hours=hours, used_hours=used)

    assert cost.included_hours + cost.charged_hours == cost.hours == hours
    assert cost.included_sek + cost.charged == cost.total
    assert min(cost.included_hours, cost.charged_hours, cost.included_sek, cost.charged, cost.left_hours) >= 0
    assert cost.total == cost.total.quantize(Decimal("0.01"))
    assert cost.included_hours + used <= max(held, used)


@given(hours=HOURS, more=HOURS, held=st.decimals(0, 500, places=2))
def test_two_orders_draw_what_one_of_both_would(hours: Decimal, more: Decimal, held: Decimal) -> None:
    line = a_line(LAMP.category, held)

    first = price_order(LAMP, line, hours=hours, used_hours=Decimal(0))
    second = price_order(LAMP, line, hours=more, used_hours=first.included_hours)

    whole = price_order(LAMP, line, hours=hours + more, used_hours=Decimal(0))
    assert first.included_hours + second.included_hours == whole.included_hours
    assert second.left_hours == whole.left_hours


@pytest.mark.parametrize(
    ("category", "charged", "limit", "is_needed"),
    [
        (Category.CALL_OFF, "2500", "2500", False),
        (Category.CALL_OFF, "2500.01", "2500", True),
        (Category.MANDATORY, "385", "2500", False),
        (Category.MANDATORY, "3850", "2500", True),
        (Category.ADD_ON, "0", "2500", True),
        (Category.CALL_OFF, "0", None, False),
        (Category.CALL_OFF, "0.01", None, True),
    ],
)
def test_the_principal_approves_add_ons_and_what_is_above_the_limit(
    category: Category, charged: str, limit: str | None, *, is_needed: bool
) -> None:
    assert needs_approval(category, Decimal(charged), None if limit is None else Decimal(limit)) is is_needed
