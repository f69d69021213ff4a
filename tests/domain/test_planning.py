"""Bundling small jobs at one unit, and laying work out in somebody's day."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from domain.day import Stop, clashes_of, in_order, load_of, moves_of
from domain.planning import Job, bundled_with, lay_out
from domain.worktime import at_local

DAY = date(2022, 3, 17)
OPENS, CLOSES = at_local(DAY, time(7)), at_local(DAY, time(16))


def clock(hour: float) -> datetime:
    return at_local(DAY, time()) + timedelta(hours=hour)


def stop(number: str, unit: str, start: float | None, hours: str = "1", *, place: str = "") -> Stop:
    at = None if start is None else clock(start)
    return Stop(number=number, unit=unit, start=at, hours=Decimal(hours), place=place)


def job(
    number: str,
    unit: str = "PV1",
    *,
    hours: str = "1",
    start: float | None = None,
    latest: float = 24,
    earliest: float | None = None,
) -> Job:
    at = None if start is None else clock(start)
    first = None if earliest is None else clock(earliest)
    return Job(number=number, unit=unit, hours=Decimal(hours), start=at, earliest=first, latest=clock(latest))


def test_a_day_goes_by_time_then_unit_and_place_with_what_has_no_time_last() -> None:
    stops = [stop("e", "PV1", None), stop("d", "PV2", 8), stop("b", "PV1", 8, place="Aulan"), stop("a", "PV3", 7)]
    stops.append(stop("c", "PV1", 8, place="Matsalen"))

    assert [each.number for each in in_order(stops)] == ["a", "b", "c", "d", "e"]
    assert load_of(stops) == Decimal(5)
    assert moves_of(stops) == 3


@pytest.mark.parametrize(
    ("second", "is_clashing"),
    [
        (stop("b", "PV1", 9), False),
        (stop("b", "PV1", 8.75), True),
        (stop("b", "PV2", 9), True),
        (stop("b", "PV2", 9.25), False),
    ],
)
def test_what_begins_before_one_can_be_there_clashes(second: Stop, is_clashing: bool) -> None:  # noqa: FBT001 - a table
    assert clashes_of([stop("a", "PV1", 8), second]) == (frozenset({"b"}) if is_clashing else frozenset())


def test_small_jobs_at_one_unit_are_bundled_by_when_they_are_due_up_to_half_a_day() -> None:
    others = [
        job("late", latest=23),
        job("soon", latest=12),
        job("large", hours="1.5"),
        job("elsewhere", unit="PV2"),
        job("over", latest=7.5),
        job("set", start=9),
        job("evening", earliest=15.5),
        job("tomorrow", start=33),
        *(job(f"more-{nth}", latest=15 + nth) for nth in range(3)),
    ]

    found = bundled_with(job("this"), [job("this"), *others], since=OPENS, until=CLOSES)

    assert [each.number for each in found] == ["set", "soon", "more-0"]
    assert bundled_with(job("this", hours="1.25"), others, since=OPENS, until=CLOSES) == []


@pytest.mark.parametrize(
    ("jobs", "laid"),
    [
        ([job("a", hours="2")], [("a", 13)]),
        ([job("a", hours="0.5")], [("a", 11)]),
        ([job("a", unit="PV2", hours="0.5")], [("a", 11.25)]),
        # From PV2 there are fifteen minutes each way, so an hour and three quarters do not fit between 11 and 12.
        ([job("a", unit="PV2", hours="1")], [("a", 13.25)]),
        ([job("a", hours="3")], [("a", 13)]),
        ([job("a", hours="3.5")], []),
        ([job("a", latest=11.5)], []),
        ([job("a", earliest=11.5, hours="0.5")], [("a", 11.5)]),
        ([job("a", earliest=11.75, hours="0.5")], [("a", 13)]),
        ([job("a", start=12.5)], []),
        ([job("a", start=14)], [("a", 14)]),
        ([job("a", unit="PV2", hours="0.5", start=11)], []),
        ([job("a", unit="PV2", hours="0.5", start=11.25)], [("a", 11.25)]),
        ([job("b", unit="PV2", hours="2", latest=15.5), job("a", hours="2", latest=15.75)], [("a", 13)]),
    ],
)
def test_work_is_laid_out_where_the_day_has_a_gap_for_it_and_the_way(
    jobs: list[Job], laid: list[tuple[str, float]]
) -> None:
    stops = [stop("x", "PV1", 7, "4"), stop("y", "PV1", 12)]

    found = lay_out(stops, jobs, since=OPENS, until=CLOSES, room=Decimal("3.25"))

    assert [(each.number, each.start) for each in found] == [(number, clock(start)) for number, start in laid]
