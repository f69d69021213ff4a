"""What a person fills in on an order card becomes exactly what they meant, or is refused by name."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.draft_inputs import LONGEST_NOTE, LONGEST_PLACE, changes, prefilled
from dialogs.inputs import read_hours
from domain.errors import BadInput
from domain.requests import OrderDraft
from tests.factories import NOW, a_draft

EIGHT = datetime(2022, 3, 16, 7, tzinfo=UTC)
DEADLINE = a_draft(wanted_kind="before", wanted_end=EIGHT, place="B214", count=2, note="lysröret")


def changed(draft: OrderDraft, **inputs: str | int) -> dict[str, object]:
    return changes(draft, inputs, at=NOW)


def test_the_inputs_hold_what_the_draft_holds_in_local_time() -> None:
    assert prefilled(DEADLINE) == {
        "date": "2022-03-16",
        "time": "08:00",
        "place": "B214",
        "hours": "1",
        "count": "2",
        "note": "lysröret",
        "daysoff": "skip",
    }


def test_a_day_has_no_time_of_day_in_its_inputs() -> None:
    day = a_draft(wanted_kind="day", wanted_start=EIGHT - timedelta(hours=1), wanted_end=EIGHT + timedelta(hours=8))

    assert (prefilled(day)["date"], prefilled(day)["time"]) == ("2022-03-16", "")


@given(
    st.builds(
        a_draft,
        wanted_kind=st.sampled_from(["none", "day", "at", "before", "from", "between", "week", "asap"]),
        wanted_start=st.none() | st.just(EIGHT),
        wanted_end=st.none() | st.just(EIGHT + timedelta(hours=3)),
        place=st.none() | st.text(max_size=20).map(str.strip),
        hours=st.none() | st.decimals(Decimal("0.25"), 24, places=2),
        count=st.none() | st.integers(1, 9999),
    )
)
def test_inputs_that_nobody_touched_change_nothing(draft: OrderDraft) -> None:
    assert changes(draft, prefilled(draft), at=NOW) == {}
    assert changes(draft, {}, at=NOW) == {}


def test_a_deadline_stays_a_deadline_when_its_day_or_its_time_is_moved() -> None:
    assert changed(DEADLINE, date="2022-03-17") == {
        "wanted_kind": "before",
        "wanted_start": None,
        "wanted_end": EIGHT + timedelta(days=1),
    }
    assert changed(DEADLINE, time="10:30")["wanted_end"] == EIGHT + timedelta(hours=2, minutes=30)


def test_a_deadline_without_a_time_of_day_is_the_end_of_its_day() -> None:
    assert changed(DEADLINE, time="") == {
        "wanted_kind": "before",
        "wanted_start": None,
        "wanted_end": datetime(2022, 3, 16, 15, tzinfo=UTC),
    }


def test_an_open_end_stays_open() -> None:
    opened = a_draft(wanted_kind="from", wanted_start=EIGHT)

    assert changed(opened, time="09:00") == {
        "wanted_kind": "from",
        "wanted_start": EIGHT + timedelta(hours=1),
        "wanted_end": None,
    }


def test_a_time_between_two_keeps_its_length_when_it_is_moved() -> None:
    between = a_draft(wanted_kind="between", wanted_start=EIGHT, wanted_end=EIGHT + timedelta(hours=4))

    assert changed(between, date="2022-03-18") == {
        "wanted_kind": "between",
        "wanted_start": EIGHT + timedelta(days=2),
        "wanted_end": EIGHT + timedelta(days=2, hours=4),
    }


def test_a_day_runs_from_opening_to_closing_and_a_time_alone_is_today() -> None:
    assert changed(a_draft(), date="2022-03-17") == {
        "wanted_kind": "day",
        "wanted_start": datetime(2022, 3, 17, 6, tzinfo=UTC),
        "wanted_end": datetime(2022, 3, 17, 15, tzinfo=UTC),
    }
    assert changed(a_draft(), time="13:00")["wanted_start"] == datetime(2022, 3, 15, 12, tzinfo=UTC)


def test_a_day_after_the_clock_change_is_read_on_the_clock_of_stockholm() -> None:
    assert changed(a_draft(), date="2022-03-28", time="08:00")["wanted_start"] == datetime(2022, 3, 28, 6, tzinfo=UTC)


def test_an_emptied_wanted_time_is_none() -> None:
    assert changed(DEADLINE, date="", time="") == {"wanted_kind": "none", "wanted_start": None, "wanted_end": None}


def test_emptied_fields_are_none_and_too_long_ones_are_cut() -> None:
    emptied = changed(DEADLINE, place=" ", count="", note="", hours="")
    assert emptied == {"place": None, "count": None, "note": None, "hours": None}
    long = changed(DEADLINE, place="x" * 500, note="y" * 5000)
    assert (len(str(long["place"])), len(str(long["note"]))) == (LONGEST_PLACE, LONGEST_NOTE)


@pytest.mark.parametrize(
    ("inputs", "field"),
    [
        ({"date": "2022-03-14"}, "date"),
        ({"date": "9999-12-31"}, "date"),
        ({"date": "imorgon"}, "date"),
        ({"date": "2022-02-30"}, "date"),
        ({"time": "25:00"}, "time"),
        ({"time": "åtta"}, "time"),
        ({"hours": "0"}, "hours"),
        ({"hours": "NaN"}, "hours"),
        ({"hours": "1e99"}, "hours"),
        ({"count": "0"}, "count"),
        ({"count": "10000"}, "count"),
        ({"count": "1.5"}, "count"),
        ({"count": "٣"}, "count"),
        ({"count": "-1"}, "count"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(inputs: dict[str, str], field: str) -> None:
    with pytest.raises(BadInput) as refused:
        changes(a_draft(), inputs, at=NOW)
    assert refused.value.values["field"] == field


@given(st.fixed_dictionaries({}, optional={name: st.text(max_size=12) for name in prefilled(DEADLINE)}))
def test_whatever_is_filled_in_is_taken_or_refused_and_never_a_fault(inputs: dict[str, str]) -> None:
    try:
        found = changes(DEADLINE, inputs, at=NOW)
    except BadInput:
        return
    DEADLINE.change(**found)


@pytest.mark.parametrize(("text", "hours"), [("0,5", "0.5"), ("1.25", "1.25"), (" 24 ", "24"), ("0,333", "0.33")])
def test_hours_are_read_with_a_comma_or_a_point(text: str, hours: str) -> None:
    assert read_hours(text) == Decimal(hours)
