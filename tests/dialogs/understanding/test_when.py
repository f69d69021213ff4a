"""Moments across clock changes and year ends, and what they are as values."""

from datetime import UTC, datetime, timedelta

import pytest

from dialogs.understanding import When, WhenKind, to_json, understand
from dialogs.understanding.folding import fold
from dialogs.understanding.when.unreal import find_unreal
from domain.worktime import STOCKHOLM
from tests.dialogs.understanding.test_utterances import LEXICON, PLACES, heard


def wanted(text: str, now: datetime) -> When:
    when = understand(f"städning {text}", lexicon=LEXICON, places=PLACES, now=now).when
    assert when is not None
    return when


def test_in_three_hours_counts_real_hours_across_the_spring_change() -> None:
    night = datetime(2022, 3, 27, 1, 0, tzinfo=STOCKHOLM)

    assert wanted("om tre timmar", night).start == datetime(2022, 3, 27, 5, 0, tzinfo=STOCKHOLM)


def test_in_three_hours_counts_real_hours_across_the_autumn_change() -> None:
    night = datetime(2022, 10, 30, 1, 0, tzinfo=STOCKHOLM)

    start = wanted("om tre timmar", night).start
    assert start is not None
    assert start.astimezone(UTC) - night.astimezone(UTC) == timedelta(hours=3)


def test_tomorrow_at_eight_is_eight_on_the_clock_after_the_change() -> None:
    saturday = datetime(2022, 3, 26, 12, 0, tzinfo=STOCKHOLM)

    start = wanted("imorgon kl 8", saturday).start
    assert start is not None
    assert (start.hour, start.utcoffset()) == (8, timedelta(hours=2))


def test_a_time_that_the_clock_skips_moves_forward() -> None:
    saturday = datetime(2022, 3, 26, 12, 0, tzinfo=STOCKHOLM)

    assert wanted("imorgon kl 02:30", saturday).start == datetime(2022, 3, 27, 3, 30, tzinfo=STOCKHOLM)


def test_today_is_the_day_in_stockholm_when_it_is_still_yesterday_in_utc() -> None:
    late = datetime(2022, 3, 15, 23, 30, tzinfo=UTC)

    assert wanted("idag", late).start == datetime(2022, 3, 16, tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    ("text", "now", "day"),
    [
        ("den 2 januari", datetime(2022, 12, 30, 9, tzinfo=STOCKHOLM), datetime(2023, 1, 2)),  # noqa: DTZ001
        ("på måndag", datetime(2022, 12, 30, 9, tzinfo=STOCKHOLM), datetime(2023, 1, 2)),  # noqa: DTZ001
        ("vecka 1", datetime(2022, 12, 30, 9, tzinfo=STOCKHOLM), datetime(2023, 1, 2)),  # noqa: DTZ001
        ("vecka 53", datetime(2026, 3, 2, 9, tzinfo=STOCKHOLM), datetime(2026, 12, 28)),  # noqa: DTZ001
        ("29 februari", datetime(2023, 6, 15, 9, tzinfo=STOCKHOLM), datetime(2024, 2, 29)),  # noqa: DTZ001
        ("på söndag", datetime(2022, 3, 20, 9, tzinfo=STOCKHOLM), datetime(2022, 3, 27)),  # noqa: DTZ001
    ],
)
def test_a_day_past_the_end_of_the_year_is_found(text: str, now: datetime, day: datetime) -> None:
    assert wanted(text, now).start == day.replace(tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    "text", ["60 stolar nästa vecka 60 kronor", "denna vecka 60 stolar", "om 1 vecka 60 stolar", "every week 60 chairs"]
)
def test_a_number_after_a_week_that_is_counted_or_pointed_at_names_no_week(text: str) -> None:
    assert find_unreal(fold(text), datetime(2022, 3, 15, tzinfo=STOCKHOLM).date()) is None


@pytest.mark.parametrize("text", ["29 februari", "31 april", "29/2"])
def test_a_day_that_the_year_does_not_have_is_no_time(text: str) -> None:
    assert heard(f"städning {text}").when is None


def test_an_afternoon_has_two_ends_and_a_deadline_on_it_only_the_last() -> None:
    on, by = (heard(f"fönsterputs {each} fredag eftermiddag").when for each in ("på", "till på"))

    friday = datetime(2022, 3, 18, tzinfo=STOCKHOLM)
    assert on is not None
    assert (on.kind, on.start, on.end) == (WhenKind.BETWEEN, friday.replace(hour=12), friday.replace(hour=16))
    assert by is not None
    assert (by.kind, by.start, by.end) == (WhenKind.BEFORE, None, friday.replace(hour=16))


def test_a_week_that_the_year_does_not_have_is_no_time() -> None:
    assert heard("städning vecka 54").when is None


def test_a_day_closes_at_the_midnight_after_it() -> None:
    when = heard("städning på fredag").when

    assert when is not None
    assert when.closes == datetime(2022, 3, 19, tzinfo=STOCKHOLM)


def test_a_deadline_on_the_clock_closes_at_that_time() -> None:
    when = heard("städning imorgon före 8").when

    assert when is not None
    assert (when.start, when.closes) == (None, datetime(2022, 3, 16, 8, tzinfo=STOCKHOLM))


def test_a_range_that_comes_again_tells_how_long_it_lasts() -> None:
    understood = heard("bemanna receptionen varje onsdag kl 13-15")

    assert understood.hours == 2


def test_a_sentence_without_a_time_says_so_in_json() -> None:
    assert to_json(heard("fönsterputs"))["when"] == {"kind": "none", "start": None, "end": None, "rrule": None}


def test_json_holds_what_the_contract_names_and_nothing_else() -> None:
    assert list(to_json(heard("fönsterputs"))) == [
        "text",
        "intent",
        "service",
        "object",
        "when",
        "place",
        "count",
        "hours",
        "confidence",
        "alternatives",
        "more",
    ]


def test_a_deadline_stands_in_the_end_alone() -> None:
    said = to_json(heard("Kan någon byta lysröret i sal B214 imorgon före 8?"))["when"]

    assert said == {"kind": "before", "start": None, "end": "2022-03-16T08:00", "rrule": None}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("fönsterputs på fredag", WhenKind.DAY),
        ("fönsterputs vecka 15", WhenKind.WEEK),
        ("fönsterputs på fredag kl 8", WhenKind.AT),
        ("fönsterputs på fredag förmiddag", WhenKind.BETWEEN),
        ("fönsterputs senast fredag", WhenKind.BEFORE),
        ("fönsterputs från och med fredag", WhenKind.FROM),
        ("fönsterputs snarast", WhenKind.ASAP),
        ("fönsterputs varje fredag", WhenKind.RECURRING),
    ],
)
def test_each_kind_of_time_is_told(text: str, kind: WhenKind) -> None:
    when = heard(text).when

    assert when is not None
    assert when.kind is kind


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("i påsk", "between", "2022-04-15", "2022-04-18"),
        ("under påskhelgen", "between", "2022-04-15", "2022-04-18"),
        ("at Easter", "between", "2022-04-15", "2022-04-18"),
        ("over the Easter weekend", "between", "2022-04-15", "2022-04-18"),
        ("före påsk", "before", None, "2022-04-15"),
        ("senast till påsk", "before", None, "2022-04-15"),
        ("efter påsk", "from", "2022-04-19", None),
        ("after Easter", "from", "2022-04-19", None),
        ("dagen efter påsk", "day", "2022-04-19", None),
        ("påskdagen", "day", "2022-04-17", None),
        ("on Easter Monday", "day", "2022-04-18", None),
        ("på långfredagen", "day", "2022-04-15", None),
    ],
)
def test_easter_is_good_friday_to_easter_monday(text: str, kind: str, first: str | None, last: str | None) -> None:
    when = wanted(text, datetime(2022, 3, 15, 10, tzinfo=STOCKHOLM))

    assert when.kind == kind
    assert [each and each.date().isoformat() for each in (when.start, when.end)] == [first, last]


def test_on_easter_monday_easter_is_still_this_one_and_the_day_after_next_years() -> None:
    monday = datetime(2022, 4, 18, 10, tzinfo=STOCKHOLM)

    starts = [wanted("i påsk", now).start for now in (monday, monday + timedelta(days=1))]

    assert [each and each.date().isoformat() for each in starts] == ["2022-04-15", "2023-04-07"]
