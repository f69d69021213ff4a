"""Working time, worked out by hand on a calendar and by properties that hold for any moment."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.worktime import CALENDAR, STOCKHOLM, at_local, local_date, promised_time

ZERO = timedelta(0)

MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
AMOUNTS = st.integers(0, 200 * 60).map(lambda minutes: timedelta(minutes=minutes))
DAYS = st.dates(date(2000, 1, 1), date(2080, 12, 31))


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        ("2022-03-15", True),
        ("2022-03-19", False),  # Saturday
        ("2022-03-20", False),  # Sunday
        ("2022-01-05", True),  # the eve of Epiphany is only shortened
        ("2022-01-06", False),  # Epiphany
        ("2022-04-14", True),  # Maundy Thursday
        ("2022-04-15", False),  # Good Friday
        ("2022-04-16", False),  # Easter Saturday
        ("2022-04-18", False),  # Easter Monday
        ("2022-05-26", False),  # Ascension Day
        ("2022-05-27", True),  # the day after is only shortened
        ("2022-06-06", False),  # National Day
        ("2022-06-24", False),  # Midsummer Eve
        ("2021-11-05", True),  # the eve of All Saints
        ("2021-12-24", False),  # Christmas Eve, a Friday
        ("2021-12-31", False),  # New Year's Eve, a Friday
        ("2022-12-26", False),  # Boxing Day, a Monday
        ("2024-02-29", True),  # leap day, a Thursday
        ("2023-05-01", False),  # First of May, a Monday
    ],
)
def test_the_desk_is_closed_on_holidays_eves_and_weekends(day: str, *, is_working: bool) -> None:
    assert CALENDAR.is_working_day(date.fromisoformat(day)) is is_working


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2022-03-15T10:00", "4", "2022-03-15T14:00"),  # within a Tuesday
        ("2022-03-15T10:00", "6", "2022-03-15T16:00"),  # ends the day
        ("2022-03-15T10:00", "8", "2022-03-16T09:00"),  # over night
        ("2022-03-15T22:30", "4", "2022-03-16T11:00"),  # submitted at night
        ("2022-03-15T05:00", "4", "2022-03-15T11:00"),  # submitted before opening
        ("2022-03-18T15:00", "2", "2022-03-21T08:00"),  # over a weekend
        ("2022-03-25T15:30", "1", "2022-03-28T07:30"),  # over the change to summer time on the 27th
        ("2022-03-27T02:30", "1", "2022-03-28T08:00"),  # an hour that does not exist
        ("2022-10-28T15:30", "1", "2022-10-31T07:30"),  # over the change to winter time on the 30th
        ("2022-10-30T02:30", "1", "2022-10-31T08:00"),  # an hour that comes twice
        ("2022-06-23T15:00", "2", "2022-06-27T08:00"),  # over Midsummer
        ("2022-04-14T15:00", "2", "2022-04-19T08:00"),  # over Easter
        ("2021-12-23T15:00", "2", "2021-12-27T08:00"),  # over Christmas Eve on a Friday
        ("2022-12-23T15:00", "2", "2022-12-27T08:00"),  # over Christmas and Boxing Day
        ("2024-02-28T15:00", "10", "2024-02-29T16:00"),  # the whole leap day
        ("2022-03-15T10:00", "80", "2022-03-28T09:00"),  # two weeks of nine hours less a bit, across the change
        ("2022-03-15T10:00", "0", "2022-03-15T10:00"),
        ("2022-03-19T10:00", "0", "2022-03-19T10:00"),  # nothing added stays where it is, also on a Saturday
    ],
)
def test_working_hours_are_counted_on_the_local_clock(start: str, hours: str, end: str) -> None:
    amount = timedelta(hours=float(hours))

    assert CALENDAR.add_working_time(local(start), amount) == local(end)
    assert CALENDAR.working_time_between(local(start), local(end)) == amount


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        ("2022-03-15T10:00", "2022-03-15T10:00"),
        ("2022-03-15T06:59", "2022-03-15T07:00"),
        ("2022-03-15T16:00", "2022-03-16T07:00"),
        ("2022-04-15T10:00", "2022-04-19T07:00"),
        ("2022-03-26T12:00", "2022-03-28T07:00"),
    ],
)
def test_the_next_opening_is_now_or_seven_in_the_morning(moment: str, opening: str) -> None:
    assert CALENDAR.next_opening(local(moment)) == local(opening)
    assert CALENDAR.is_open(local(moment)) is (moment == opening)


def test_the_same_clock_time_is_another_moment_after_the_clock_change() -> None:
    assert at_local(date(2022, 3, 26), time(8)) == datetime(2022, 3, 26, 7, tzinfo=UTC)
    assert at_local(date(2022, 3, 27), time(8)) == datetime(2022, 3, 27, 6, tzinfo=UTC)
    assert at_local(date(2022, 3, 27), time(2, 30)) == datetime(2022, 3, 27, 1, 30, tzinfo=UTC)
    assert at_local(date(2022, 10, 30), time(2, 30)) == datetime(2022, 10, 30, 0, 30, tzinfo=UTC)


def test_the_day_is_that_of_stockholm() -> None:
    assert local_date(datetime(2022, 3, 15, 23, 30, tzinfo=UTC)) == date(2022, 3, 16)


@pytest.mark.parametrize(
    ("submitted", "hours", "wanted_end", "promised"),
    [
        ("2022-03-15T10:00", "4", None, "2022-03-15T14:00"),
        ("2022-03-15T10:00", "4", "2022-03-16T08:00", "2022-03-16T08:00"),  # wanted later than the level
        ("2022-03-15T10:00", "16", "2022-03-16T08:00", "2022-03-17T08:00"),  # wanted, not promised
        ("2022-03-15T10:00", "0.5", None, "2022-03-15T10:30"),
        ("2022-03-18T20:00", "2", "2022-03-19T12:00", "2022-03-21T09:00"),
        ("2022-03-15T10:00", "4", "2022-03-19T18:00", "2022-03-19T18:00"),  # a Saturday that was asked for
    ],
)
def test_the_promise_is_the_later_of_the_service_level_and_the_wanted_end(
    submitted: str, hours: str, wanted_end: str | None, promised: str
) -> None:
    found = promised_time(
        local(submitted),
        service_level_hours=Decimal(hours),
        wanted_end=None if wanted_end is None else local(wanted_end),
        calendar=CALENDAR,
    )

    assert found == local(promised)
    assert found.tzinfo is UTC


@pytest.mark.parametrize("hours", ["0", "-1"])
def test_a_service_level_of_nothing_is_refused(hours: str) -> None:
    with pytest.raises(ValueError, match=hours):
        promised_time(local("2022-03-15T10:00"), service_level_hours=Decimal(hours), wanted_end=None, calendar=CALENDAR)


def test_a_naive_moment_is_refused() -> None:
    naive = datetime(2022, 3, 15, 10)  # noqa: DTZ001  # the point of the test

    for ask in (CALENDAR.is_open, CALENDAR.next_opening, local_date):
        with pytest.raises(ValueError, match="2022"):
            ask(naive)
    with pytest.raises(ValueError, match="2022"):
        CALENDAR.add_working_time(naive, ZERO)
    with pytest.raises(ValueError, match="2022"):
        CALENDAR.working_time_between(naive, naive)


def test_time_is_not_taken_away() -> None:
    with pytest.raises(ValueError, match="day"):
        CALENDAR.add_working_time(local("2022-03-15T10:00"), timedelta(minutes=-1))


def test_the_days_around_easter_are_found() -> None:
    good_friday = date(2022, 4, 15)

    assert CALENDAR.working_day_on_or_before(good_friday) == date(2022, 4, 14)
    assert CALENDAR.working_day_on_or_after(good_friday) == date(2022, 4, 19)
    assert CALENDAR.next_working_day(date(2022, 4, 14)) == date(2022, 4, 19)
    assert CALENDAR.nth_working_day_after(date(2022, 4, 13), 3) == date(2022, 4, 20)
    with pytest.raises(ValueError, match="0"):
        CALENDAR.nth_working_day_after(good_friday, 0)


@settings(deadline=None)
@given(start=MOMENTS, amount=AMOUNTS)
def test_what_is_added_is_what_lies_between(start: datetime, amount: timedelta) -> None:
    end = CALENDAR.add_working_time(start, amount)

    assert CALENDAR.working_time_between(start, end) == amount
    assert CALENDAR.working_time_between(end, start) == -amount


@settings(deadline=None)
@given(start=MOMENTS, one=AMOUNTS, other=AMOUNTS)
def test_adding_twice_is_adding_the_sum(start: datetime, one: timedelta, other: timedelta) -> None:
    in_two = CALENDAR.add_working_time(CALENDAR.add_working_time(start, one), other)

    assert in_two == CALENDAR.add_working_time(start, one + other)


@settings(deadline=None)
@given(start=MOMENTS, later=AMOUNTS, amount=AMOUNTS)
def test_who_comes_later_is_never_served_earlier(start: datetime, later: timedelta, amount: timedelta) -> None:
    assert CALENDAR.add_working_time(start, amount) <= CALENDAR.add_working_time(start + later, amount)


@settings(deadline=None)
@given(moments=st.lists(MOMENTS.filter(lambda moment: moment.year < 2022), min_size=3, max_size=3))
def test_working_time_adds_up_over_parts(moments: list[datetime]) -> None:
    first, middle, last = sorted(moments)

    parts = CALENDAR.working_time_between(first, middle) + CALENDAR.working_time_between(middle, last)
    assert parts == CALENDAR.working_time_between(first, last)


@settings(deadline=None)
@given(day=DAYS)
def test_a_working_day_is_found_within_a_week_each_way(day: date) -> None:
    before, after = CALENDAR.working_day_on_or_before(day), CALENDAR.working_day_on_or_after(day)

    assert before <= day <= after
    assert after - before < timedelta(days=7)
    assert CALENDAR.is_working_day(before)
    assert CALENDAR.is_working_day(after)


@settings(deadline=None)
@given(day=DAYS, clock=st.times())
def test_a_local_time_reads_back_as_written_outside_the_clock_changes(day: date, clock: time) -> None:
    moment = at_local(day, clock)

    if clock.hour not in {2, 3}:
        assert moment.astimezone(STOCKHOLM).replace(tzinfo=None) == datetime.combine(day, clock)
    assert moment.tzinfo is UTC
