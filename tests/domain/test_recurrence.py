"""Recurring days are counted on the calendar, and what is no rule is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.recurrence import at_pace, days_of, first_day_after, is_rule, on_days, weekdays_of


def test_the_last_of_every_third_month_is_found() -> None:
    rule = "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"
    start = date(2022, 3, 31)

    assert first_day_after(rule, start=start, after=start) == date(2022, 6, 30)
    assert days_of(rule, start=start, first=start, last=date(2022, 12, 31)) == (
        date(2022, 3, 31),
        date(2022, 6, 30),
        date(2022, 9, 30),
        date(2022, 12, 31),
    )


def test_a_rule_ends_with_its_last_day() -> None:
    rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20220329"
    start = date(2022, 3, 15)

    assert first_day_after(rule, start=start, after=start) == date(2022, 3, 29)
    assert first_day_after(rule, start=start, after=date(2022, 3, 29)) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "weekly",
        "FREQ=",
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=2;UNTIL=20230101",
        "FREQ=DAILY;FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1",
        "FREQ=DAILY;UNTIL=20220231",
        "FREQ=DAILY\nFREQ=DAILY",
        "RRULE:FREQ=DAILY",
    ],
)
def test_what_is_no_rule_of_days_is_refused(text: str) -> None:
    assert not is_rule(text)


PARTS = st.sampled_from(["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"])
VALUES = st.sampled_from(["DAILY", "YEARLY", "0", "1", "-1", "31", "MO", "-1FR", "TU,WE", "20221224", "99999999", "+5"])


@given(parts=st.lists(st.tuples(PARTS, VALUES), max_size=4))
def test_any_text_is_a_rule_or_is_not(parts: list[tuple[str, str]]) -> None:
    text = ";".join(["FREQ=MONTHLY", *(f"{name}={value}" for name, value in parts)])

    if is_rule(text):
        assert isinstance(days_of(text, start=date(2022, 1, 1), first=date(2022, 1, 1), last=date(2023, 1, 1)), tuple)


@pytest.mark.parametrize(
    ("rule", "days", "after"),
    [
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;UNTIL=20220601", {0}, "FREQ=WEEKLY;INTERVAL=2;UNTIL=20220601;BYDAY=MO"),
        ("FREQ=DAILY", {3, 0}, "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", {2}, "FREQ=WEEKLY;BYDAY=WE"),
    ],
)
def test_a_rule_of_some_weekdays_keeps_its_pace_and_end(rule: str, days: set[int], after: str) -> None:
    assert on_days(rule, days) == after
    assert weekdays_of(after, start=date(2022, 3, 15)) == days


@pytest.mark.parametrize(
    ("rule", "pace", "after"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=WEEKLY;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=TU;COUNT=4"),
        ("FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY", "FREQ=MONTHLY"),
        ("FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
    ],
)
def test_another_pace_keeps_the_days_and_the_same_pace_means_once_in_it(rule: str, pace: str, after: str) -> None:
    assert at_pace(rule, pace, start=date(2022, 3, 15)) == after


def test_once_in_a_pace_is_once_whatever_days_there_were() -> None:
    rule, pace = "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=WEEKLY;INTERVAL=2"

    assert at_pace(rule, pace, start=date(2022, 3, 15), is_once=True) == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
