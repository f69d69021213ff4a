"""A rule is said as a person says it, in both languages."""

from datetime import date, time, timedelta

import pytest

from dialogs.cards.rule import rule_in_words, series_in_words
from dialogs.understanding import WhenKind
from domain.series import DaysOff
from tests.dialogs.turns import says
from tests.factories import TODAY, a_series

TUESDAY = date(2022, 8, 23)
RULES = [
    ("FREQ=DAILY", "varje dag", "every day"),
    ("FREQ=DAILY;INTERVAL=2", "varannan dag", "every other day"),
    ("FREQ=DAILY;INTERVAL=3", "var 3:e dag", "every 3 days"),
    ("FREQ=DAILY;BYDAY=TU", "varje tisdag", "every Tuesday"),
    ("FREQ=WEEKLY", "varje tisdag", "every Tuesday"),
    ("FREQ=WEEKLY;BYDAY=TU,TH", "varje tisdag och torsdag", "every Tuesday and Thursday"),
    ("FREQ=WEEKLY;INTERVAL=2", "varannan tisdag", "every other Tuesday"),
    (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
        "tisdag och torsdag varannan vecka",
        "Tuesday and Thursday every other week",
    ),
    ("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", "tisdag var 3:e vecka", "Tuesday every 3 weeks"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "varje vardag", "every weekday"),
    ("FREQ=MONTHLY", "den 23 varje månad", "on day 23 every month"),
    ("FREQ=MONTHLY;INTERVAL=3", "den 23 var 3:e månad", "on day 23 every 3 months"),
    ("FREQ=MONTHLY;BYDAY=1MO", "första måndagen varje månad", "the first Monday every month"),
    ("FREQ=MONTHLY;BYDAY=-1FR", "sista fredagen varje månad", "the last Friday every month"),
    ("FREQ=MONTHLY;BYDAY=TU", "varje tisdag", "every Tuesday"),
    ("FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "tisdag varannan månad", "Tuesday every other month"),
    ("FREQ=YEARLY", "23 augusti varje år", "23 August every year"),
    ("FREQ=YEARLY;INTERVAL=2", "23 augusti vartannat år", "23 August every other year"),
    ("FREQ=YEARLY;INTERVAL=2;BYDAY=TU", "tisdag vartannat år", "Tuesday every other year"),
    ("FREQ=MONTHLY;BYMONTHDAY=15", "vissa dagar", "on certain days"),
    ("FREQ=MONTHLY;BYDAY=1MO,2TU", "vissa dagar", "on certain days"),
    ("FREQ=YEARLY;BYDAY=20MO", "vissa dagar", "on certain days"),
    ("FREQ=WEEKLY;BYDAY=1MO", "vissa dagar", "on certain days"),
    ("FREQ=DAILY;INTERVAL=2;BYDAY=TU", "vissa dagar", "on certain days"),
]


@pytest.mark.parametrize(("rrule", "swedish", "english"), RULES)
def test_a_rule_is_said_in_words(rrule: str, swedish: str, english: str) -> None:
    said = [rule_in_words(rrule, first_day=TUESDAY, language=language) for language in ("sv", "en")]

    assert said == [swedish, english]


@pytest.mark.parametrize(
    "sentence",
    [
        "fönsterputs varje dag", "fönsterputs varannan dag", "fönsterputs varje vardag", "fönsterputs var tredje vecka",
        "fönsterputs varannan tisdag och torsdag", "fönsterputs första måndagen i månaden", "fönsterputs varje månad",
        "fönsterputs sista fredagen varje månad", "fönsterputs varje år", "fönsterputs på tisdagar",
        "fönsterputs veckovis",
        "window cleaning fortnightly", "window cleaning every 4 weeks on Monday", "window cleaning daily",
    ],
)  # fmt: skip
def test_every_kind_that_is_understood_has_words(sentence: str) -> None:
    understood = says("REK1", sentence).understood
    assert understood is not None
    when = understood.when
    assert when is not None
    assert when.kind is WhenKind.RECURRING
    assert when.start is not None

    for language, vague in (("sv", "vissa dagar"), ("en", "on certain days")):
        assert rule_in_words(when.rrule or "", first_day=when.start.date(), language=language) != vague


def test_the_whole_says_time_beginning_end_and_days_off() -> None:
    ends = a_series(clock=time(7), length=timedelta(hours=2), last_day=date(2023, 1, 31), days_off=DaysOff.MOVE)

    assert [series_in_words(ends, language, TODAY) for language in ("sv", "en")] == [
        "varannan tisdag 07:00–09:00 från 23 augusti till 31 januari 2023, nästa vardag om det är helgdag",
        "every other Tuesday 07:00–09:00 from 23 August to 31 January 2023, the next working day if it is a day off",
    ]
