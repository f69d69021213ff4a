from datetime import UTC, date, datetime, time, timedelta

import pytest

from jobs.rhythm import Daily, Every, Rhythm


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_daily_slot_keeps_its_local_time_when_summer_time_begins() -> None:
    slots = Daily(at=time(8)).slots(after=utc("2022-03-25T12:00"), until=utc("2022-03-28T12:00"))

    assert [(slot.name, slot.due) for slot in slots] == [
        ("2022-03-26", utc("2022-03-26T07:00")),
        ("2022-03-27", utc("2022-03-27T06:00")),
        ("2022-03-28", utc("2022-03-28T06:00")),
    ]


def test_a_time_that_the_clock_jumps_over_comes_once() -> None:
    slots = Daily(at=time(2, 30)).slots(after=utc("2022-03-26T12:00"), until=utc("2022-03-27T12:00"))

    assert [(slot.name, slot.due) for slot in slots] == [("2022-03-27", utc("2022-03-27T01:30"))]


def test_a_time_that_comes_twice_in_autumn_counts_once() -> None:
    slots = Daily(at=time(2, 30)).slots(after=utc("2022-10-29T12:00"), until=utc("2022-10-30T12:00"))

    assert [(slot.name, slot.due) for slot in slots] == [("2022-10-30", utc("2022-10-30T00:30"))]


def test_a_slot_belongs_to_its_local_date_also_close_to_midnight() -> None:
    slot = Daily(at=time(0, 30)).next_after(utc("2022-06-01T22:00"))

    assert (slot.name, slot.due, slot.day) == ("2022-06-02", utc("2022-06-01T22:30"), date(2022, 6, 2))


def test_the_next_daily_slot_is_later_than_the_moment() -> None:
    rhythm = Daily(at=time(15))

    assert rhythm.next_after(utc("2022-03-15T13:59")).due == utc("2022-03-15T14:00")
    assert rhythm.next_after(utc("2022-03-15T14:00")).due == utc("2022-03-16T14:00")


def test_a_periodic_slot_comes_each_period_also_when_the_clock_is_set_back() -> None:
    slots = list(Every(period=timedelta(minutes=5)).slots(after=utc("2022-10-29T23:50"), until=utc("2022-10-30T02:10")))

    assert len(slots) == 28
    assert len({slot.name for slot in slots}) == 28
    assert slots[0].name == "2022-10-29T23:55Z"


@pytest.mark.parametrize("rhythm", [Daily(at=time(8)), Every(period=timedelta(minutes=5))])
def test_a_slot_is_found_by_its_name(rhythm: Rhythm) -> None:
    slot = rhythm.next_after(utc("2022-03-15T10:00"))

    assert rhythm.slot_named(slot.name) == slot


@pytest.mark.parametrize("rhythm", [Daily(at=time(8)), Every(period=timedelta(minutes=5))])
def test_a_name_of_another_rhythm_is_no_slot(rhythm: Rhythm) -> None:
    assert rhythm.slot_named("week 12") is None
