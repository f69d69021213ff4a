"""A series falls on the days of its rule less the days off, or on the working day after them, each day once."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import WrongState
from domain.recurrence import days_of, moved_rule
from domain.series import AHEAD, DaysOff, OrderSeries
from domain.worktime import CALENDAR
from tests.factories import a_series

DAY = timedelta(days=1)
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FIRST = date(2022, 1, 1)
EASTER = (date(2022, 4, 15), date(2022, 4, 18))


def days_in(series: OrderSeries, first: date, last: date) -> list[date]:
    return list(series.days(first=first, last=last, calendar=CALENDAR))


def test_a_holiday_is_skipped_or_its_work_done_on_the_next_working_day() -> None:
    fridays = {"rrule": "FREQ=WEEKLY;BYDAY=FR", "first_day": date(2022, 4, 8)}

    skipping = days_in(a_series(**fridays), date(2022, 4, 8), date(2022, 4, 22))
    moving = days_in(a_series(**fridays, days_off=DaysOff.MOVE), date(2022, 4, 8), date(2022, 4, 22))

    assert skipping == [date(2022, 4, 8), date(2022, 4, 22)]
    assert moving == [date(2022, 4, 8), date(2022, 4, 19), date(2022, 4, 22)]


def test_two_that_are_moved_to_the_same_day_are_one() -> None:
    daily = a_series(rrule="FREQ=DAILY", first_day=date(2022, 4, 14), days_off=DaysOff.MOVE)

    assert days_in(daily, date(2022, 4, 14), date(2022, 4, 20)) == [date(2022, 4, each) for each in (14, 19, 20)]


def test_what_is_moved_beyond_the_last_day_falls_away() -> None:
    series = a_series(rrule="FREQ=WEEKLY;BYDAY=FR", first_day=date(2022, 4, 8), last_day=date(2022, 4, 15))

    assert days_in(series, date(2022, 4, 1), date(2022, 5, 1)) == [date(2022, 4, 8)]


def test_seven_is_seven_on_both_sides_of_a_clock_change() -> None:
    series = a_series(clock=time(7), length=timedelta(hours=2))

    assert series.wanted(date(2022, 10, 28))["wanted_start"] == datetime(2022, 10, 28, 5, tzinfo=UTC)
    assert series.wanted(date(2022, 10, 31)) == {
        "wanted_start": datetime(2022, 10, 31, 6, tzinfo=UTC),
        "wanted_end": datetime(2022, 10, 31, 8, tzinfo=UTC),
    }


def test_without_a_time_it_is_wanted_within_the_working_day() -> None:
    assert a_series().wanted(date(2022, 10, 31)) == {
        "wanted_start": datetime(2022, 10, 31, 6, tzinfo=UTC),
        "wanted_end": datetime(2022, 10, 31, 15, tzinfo=UTC),
    }


def test_what_has_ended_can_end_again_and_not_change() -> None:
    ended = a_series().end()

    assert ended.end() is ended
    with pytest.raises(WrongState):
        ended.change(place="Aulan")


@pytest.mark.parametrize(
    ("rrule", "since", "to", "moved"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", date(2022, 3, 22), date(2022, 3, 24), "FREQ=WEEKLY;BYDAY=TH"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR",
            date(2022, 3, 22),
            date(2022, 3, 24),
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,FR",
        ),
        ("FREQ=WEEKLY;BYDAY=TU", date(2022, 3, 22), date(2022, 4, 5), "FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=MONTHLY;BYDAY=1MO", date(2022, 4, 4), date(2022, 4, 13), "FREQ=MONTHLY;BYDAY=2WE"),
        ("FREQ=MONTHLY;BYDAY=-1FR", date(2022, 4, 29), date(2022, 4, 27), "FREQ=MONTHLY;BYDAY=-1WE"),
        ("FREQ=WEEKLY", date(2022, 3, 22), date(2022, 3, 24), "FREQ=WEEKLY"),
        ("FREQ=DAILY;INTERVAL=3", date(2022, 3, 22), date(2022, 3, 24), "FREQ=DAILY;INTERVAL=3"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", date(2022, 3, 15), date(2022, 3, 16), None),
        ("FREQ=WEEKLY;BYDAY=TU,WE", date(2022, 3, 24), date(2022, 3, 25), None),
    ],
)
def test_a_rule_moves_to_the_day_that_is_named(rrule: str, since: date, to: date, moved: str | None) -> None:
    assert moved_rule(rrule, since=since, to=to) == moved


@st.composite
def rules(draw: st.DrawFn) -> str:
    interval = f";INTERVAL={draw(st.integers(1, 4))}"
    days = ",".join(draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=4, unique=True)))
    nth = f"{draw(st.sampled_from((1, 2, 3, 4, -1)))}{draw(st.sampled_from(CODES))}"
    shapes = ("FREQ=DAILY", f"FREQ=WEEKLY;BYDAY={days}", "FREQ=WEEKLY", f"FREQ=MONTHLY;BYDAY={nth}", "FREQ=MONTHLY")
    return draw(st.sampled_from(shapes)) + interval


@given(
    rrule=rules(),
    span=st.tuples(st.integers(0, 500), st.integers(0, 200)),
    days_off=st.sampled_from(DaysOff),
    gaps=st.lists(st.integers(0, AHEAD.days), min_size=1, max_size=60),
)
def test_however_the_days_are_asked_for_each_comes_once_and_none_is_missed(
    rrule: str, span: tuple[int, int], days_off: DaysOff, gaps: list[int]
) -> None:
    first = FIRST + span[0] * DAY
    last = first + span[1] * DAY
    series = a_series(rrule=rrule, first_day=first, last_day=last, days_off=days_off)

    taken: list[date] = []
    today = first
    for gap in [*gaps, *[AHEAD.days] * 20]:
        today += gap * DAY
        taken += [day for day in days_in(series, first, today + AHEAD) if day not in taken]

    ruled = days_of(rrule, start=first, first=first, last=last)
    if days_off is DaysOff.SKIP:
        expected = [day for day in ruled if CALENDAR.is_working_day(day)]
    else:
        expected = [CALENDAR.working_day_on_or_after(day) for day in ruled]
    assert taken == sorted({day for day in expected if day <= last})
    assert list(series.next_days(len(taken), after=first - DAY, calendar=CALENDAR)) == taken
