"""Numbers, money, hours, days and lists as each language writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from texts.format import clock, day, hours, listed, moment, money, month, near_day, number

TODAY = date(2022, 3, 15)


@pytest.mark.parametrize(
    ("amount", "swedish", "english"),
    [
        ("210", "210 kr", "SEK 210"),
        ("222.50", "222,50 kr", "SEK 222.50"),
        ("1240.5", "1\u00a0240,50 kr", "SEK 1,240.50"),
        ("1240.00", "1\u00a0240 kr", "SEK 1,240"),
        ("0.005", "0,01 kr", "SEK 0.01"),
        ("-1240000", "\u22121\u00a0240\u00a0000 kr", "\u2212SEK 1,240,000"),
        ("0", "0 kr", "SEK 0"),
    ],
)
def test_money_has_oere_only_when_there_are_any(amount: str, swedish: str, english: str) -> None:
    assert money(Decimal(amount), "sv") == swedish
    assert money(Decimal(amount), "en") == english


@pytest.mark.parametrize(
    ("amount", "swedish", "english"),
    [
        ("0.5", "en halv timme", "half an hour"),
        ("0.50", "en halv timme", "half an hour"),
        ("1.5", "1,5 timmar", "1.5 hours"),
        ("1.00", "1 timme", "1 hour"),
        ("1.25", "1,25 timmar", "1.25 hours"),
        ("40", "40 timmar", "40 hours"),
        ("0", "0 timmar", "0 hours"),
    ],
)
def test_hours_are_one_or_several(amount: str, swedish: str, english: str) -> None:
    assert hours(Decimal(amount), "sv") == swedish
    assert hours(Decimal(amount), "en") == english


def test_a_number_leaves_out_zeros_at_the_end() -> None:
    assert [number(Decimal(each), "sv") for each in ("11.50", "12.00", "100", "0.10")] == ["11,5", "12", "100", "0,1"]


def test_a_moment_is_told_on_the_clock_of_stockholm() -> None:
    winter, summer = datetime(2022, 3, 16, 7, 0, tzinfo=UTC), datetime(2022, 3, 28, 6, 0, tzinfo=UTC)

    assert moment(winter, "sv", TODAY) == "onsdag 16 mars 08:00"
    assert moment(winter, "en", TODAY) == "Wednesday 16 March 08:00"
    assert clock(summer) == "08:00"


def test_a_moment_near_midnight_falls_on_the_day_of_stockholm() -> None:
    assert moment(datetime(2022, 3, 15, 23, 30, tzinfo=UTC), "sv", TODAY) == "onsdag 16 mars 00:30"


def test_a_day_of_another_year_says_which() -> None:
    assert day(date(2023, 1, 31), "sv", TODAY) == "tisdag 31 januari 2023"
    assert day(date(2022, 5, 31), "sv", TODAY) == "tisdag 31 maj"


@pytest.mark.parametrize(
    ("on", "words"), [(14, "i går"), (15, "i dag"), (16, "i morgon"), (17, "torsdag 17 mars"), (13, "söndag 13 mars")]
)
def test_a_near_day_is_called_as_one_calls_it(on: int, words: str) -> None:
    assert near_day(date(2022, 3, on), "sv", TODAY) == words


def test_a_list_reads_as_one_says_it() -> None:
    assert listed(["A", "B", "C"], "sv") == "A, B och C"
    assert listed(["A", "B", "C"], "en") == "A, B and C"
    assert listed(["A", "B"], "sv", is_choice=True) == "A eller B"
    assert listed([], "sv") == ""


def test_a_month_is_named() -> None:
    assert month("2022-03", "sv") == "mars 2022"
    assert month("2022-03", "en") == "March 2022"
