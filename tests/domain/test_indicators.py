"""Outcomes from what was counted, whether they are good, where they go; a forecast only of enough of them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.indicators import (
    AHEAD,
    Direction,
    DoneOrder,
    MonthFacts,
    Outcome,
    forecast,
    is_better,
    is_reached,
    outcome,
    picture,
    trend,
)
from domain.months import month_after
from domain.worktime import CALENDAR

MONDAY = datetime(2022, 3, 14, 7, 0, tzinfo=UTC)
"""08:00 in Stockholm."""
HOUR = timedelta(hours=1)
D = Decimal
NUMBERS = st.decimals(0, 100, places=2)


def an_order(*, unit: str = "PV1", took: int = 2, late: bool = False, wanted: int | None = None) -> DoneOrder:
    done = MONDAY + took * HOUR
    return DoneOrder(
        unit=unit,
        created_at=MONDAY,
        wanted_start=None if wanted is None else MONDAY + wanted * HOUR,
        promised_at=done - HOUR if late else done,
        done_at=done,
        income=D(300),
    )


FACTS = MonthFacts(
    orders=[an_order(), an_order(took=4, late=True), an_order(unit="PV2", took=7, wanted=4)],
    hours={"PV1": D(30), "PV2": D("12.5")},
    cleaning_hours={"PV1": D(20), "PV2": D(30)},
    cleaning_faults={"PV1": 1},
    reopened={"PV2": 1},
    done={"PV1": 3, "PV2": 1},
    employees={"PV1": frozenset({"SER1", "SER2"}), "PV2": frozenset({"SER2", "SER3"})},
    trained=frozenset({"SER1", "SER2"}),
)


@pytest.mark.parametrize(
    ("code", "units", "value", "basis"),
    [
        ("K4", {"PV1", "PV2"}, "66.67", 3),
        ("K4", {"PV1"}, "50", 2),
        ("K5", {"PV1", "PV2"}, "3", 3),  # the last one was wanted four hours later
        ("K6", {"PV1", "PV2"}, "42.5", 2),
        ("K9", {"PV1"}, "300", 2),
        ("K13", {"PV1", "PV2"}, "66.67", 3),  # who works at both counts once
        ("K13", {"PV2"}, "50", 2),
        ("K14", {"PV1", "PV2"}, "25", 4),
        ("K15", {"PV1", "PV2"}, "2", 1),
        ("K15", {"PV1"}, "5", 1),
    ],
)
def test_an_outcome_is_worked_out_of_what_was_counted(code: str, units: set[str], value: str, basis: int) -> None:
    assert outcome(code, FACTS, units, CALENDAR) == Outcome(value=D(value), basis=basis)


@pytest.mark.parametrize("code", ["K1", "K4", "K5", "K6", "K9", "K13", "K14", "K15"])
def test_where_there_is_nothing_to_count_there_is_no_outcome(code: str) -> None:
    assert outcome(code, MonthFacts(), {"PV1"}, CALENDAR) is None
    assert outcome(code, FACTS, set(), CALENDAR) is None


@given(late=st.integers(1, 3), orders=st.integers(4, 400))
def test_a_share_is_whole_only_when_nothing_lacks(late: int, orders: int) -> None:
    facts = MonthFacts(orders=[an_order(late=nth < late) for nth in range(orders)])

    found = outcome("K4", facts, {"PV1"}, CALENDAR)

    assert found is not None
    assert found.value < 100


@pytest.mark.parametrize(
    ("better", "up", "reached"), [("up", True, True), ("down", False, False), ("none", None, None)]
)
def test_whether_more_is_good_is_the_indicators_own(better: str, *, up: bool | None, reached: bool | None) -> None:
    assert is_better(D(1), better) is up
    assert is_better(D(0), better) is None
    assert is_reached(D(96), D(95), better) is reached
    assert is_reached(D(96), None, better) is None


@pytest.mark.parametrize(
    ("values", "direction"),
    [
        ([1, 2], None),
        ([5, 1, 2, 3], Direction.UP),
        ([3, None, 2, 1], Direction.DOWN),
        ([2, 2, 2], Direction.LEVEL),
        ([1, 3, 2], None),
    ],
)
def test_a_direction_needs_three_outcomes_that_agree(values: list[int | None], direction: Direction | None) -> None:
    assert trend([None if each is None else D(each) for each in values]) is direction


def months_from(first: date, values: list[Decimal]) -> dict[date, Decimal]:
    found = {}
    for each in values:
        found[first] = each
        first = month_after(first)
    return found


def test_a_forecast_goes_on_as_it_has_gone_until_the_target_at_most() -> None:
    series = months_from(date(2022, 1, 1), [D(10 + nth) for nth in range(6)])
    last = date(2022, 6, 1)

    far = forecast(series, unit="hours", last=last, target_date=date(2023, 12, 31))
    near = forecast(series, unit="hours", last=last, target_date=date(2022, 8, 31))

    assert far is not None
    assert near is not None
    assert (far.month, far.value) == (date(2022, 12, 1), D(15 + AHEAD))
    assert (near.month, near.value) == (date(2022, 8, 1), D(17))


def test_too_few_outcomes_or_a_target_that_has_passed_have_no_forecast() -> None:
    series = months_from(date(2022, 1, 1), [D(nth) for nth in range(6)])

    assert forecast(dict(list(series.items())[1:]), unit="hours", last=date(2022, 6, 1), target_date=None) is None
    assert forecast(series, unit="hours", last=date(2022, 6, 1), target_date=date(2022, 6, 30)) is None
    assert forecast(series, unit="hours", last=date(2023, 6, 1), target_date=None) is None


@given(values=st.lists(NUMBERS, min_size=6, max_size=12))
def test_a_share_that_is_to_come_stays_a_share(values: list[Decimal]) -> None:
    series = months_from(date(2022, 1, 1), values)

    found = forecast(series, unit="percent", last=max(series), target_date=None)

    assert found is not None
    assert 0 <= found.value <= 100


@given(values=st.lists(st.none() | NUMBERS, max_size=12))
def test_a_picture_has_a_bar_for_each_outcome_and_a_dot_for_each_that_lacks(values: list[Decimal | None]) -> None:
    drawn, known = picture(values), [each for each in values if each is not None]

    if len(known) < 2:
        assert drawn == ""
        return
    assert [bar == "·" for bar in drawn] == [each is None for each in values]
    heights = [bar for bar in drawn if bar != "·"]
    assert [heights[known.index(min(known))], heights[known.index(max(known))]] == (
        ["▁", "█"] if max(known) > min(known) else ["▄", "▄"]
    )
