"""When a promise is in danger and how long an offer waits, worked out by hand on the calendar of 2022 and 2024."""

from datetime import datetime, timedelta

import pytest

from domain.promises import Kept, answer_deadline, moved_by_pause, warning_moment
from domain.worktime import CALENDAR, STOCKHOLM


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    ("since", "promised", "warned"),
    [
        ("2022-03-15T08:00", "2022-03-15T12:00", "2022-03-15T11:00"),  # within a day: 3 of 4 hours
        ("2022-03-15T10:00", "2022-03-17T08:00", "2022-03-16T13:00"),  # 16 hours: 6 on Tuesday, 6 of Wednesday's 9
        ("2022-03-15T22:30", "2022-03-16T11:00", "2022-03-16T10:00"),  # submitted at night: from 07:00
        ("2022-03-25T14:00", "2022-03-28T09:00", "2022-03-28T08:00"),  # over the change to summer time on the 27th
        ("2022-10-28T14:00", "2022-10-31T09:00", "2022-10-31T08:00"),  # over the change to winter time on the 30th
        ("2022-06-23T14:00", "2022-06-27T09:00", "2022-06-27T08:00"),  # over Midsummer
        ("2022-04-14T14:00", "2022-04-19T09:00", "2022-04-19T08:00"),  # over Easter
        ("2022-12-23T14:00", "2022-12-27T09:00", "2022-12-27T08:00"),  # over Christmas
        ("2024-02-28T14:00", "2024-02-29T09:00", "2024-02-29T08:00"),  # into the leap day
        ("2022-03-19T09:00", "2022-03-19T13:00", "2022-03-19T12:00"),  # a Saturday that was asked for: by the clock
    ],
)
def test_three_fourths_are_counted_in_working_time(since: str, promised: str, warned: str) -> None:
    found = warning_moment(local(since), local(promised), severity=None, calendar=CALENDAR)

    assert found == local(warned)


@pytest.mark.parametrize("since", ["2022-03-15T02:00", "2022-03-27T01:30", "2022-12-24T18:00"])
def test_an_emergency_is_counted_by_the_clock(since: str) -> None:
    found = warning_moment(
        local(since), local(since).astimezone() + timedelta(hours=1), severity="emergency", calendar=CALENDAR
    )

    assert found - local(since).astimezone() == timedelta(minutes=45)


@pytest.mark.parametrize(
    ("offered", "promised", "planned", "severity", "until"),
    [
        ("2022-03-15T08:00", "2022-03-15T16:00", None, None, "2022-03-15T10:00"),  # a fourth of 8 hours
        ("2022-03-15T08:00", "2022-03-15T10:00", None, None, "2022-03-15T09:00"),  # an hour at least
        ("2022-03-15T08:00", "2022-04-15T08:00", None, None, "2022-03-16T07:00"),  # 8 hours at most, to the closing
        (
            "2022-03-15T15:30",
            "2022-03-16T12:00",
            None,
            None,
            "2022-03-16T07:52:30",
        ),  # a fourth of 5.5 hours, over night
        ("2022-03-18T20:00", "2022-03-21T15:00", None, None, "2022-03-21T09:00"),  # offered on a Friday night
        ("2022-04-14T15:00", "2022-04-19T14:00", None, None, "2022-04-19T08:00"),  # over Easter
        ("2022-03-15T08:00", "2022-03-16T16:00", "2022-03-15T09:30", None, "2022-03-15T09:30"),  # begins before
        ("2022-03-15T08:00", "2022-03-16T16:00", "2022-03-15T08:10", None, "2022-03-15T08:30"),  # half an hour at least
        ("2022-03-15T08:00", None, None, None, "2022-03-15T10:00"),  # nothing promised: a fourth of 8 hours
        ("2022-03-15T02:00", "2022-03-15T03:00", None, "emergency", "2022-03-15T02:15"),  # by the clock
        ("2022-03-15T10:00", "2022-03-15T14:00", None, "urgent", "2022-03-15T11:00"),
    ],
)
def test_an_offer_waits_for_a_fourth_of_what_is_left(  # noqa: PLR0917 - the columns of the table
    offered: str, promised: str | None, planned: str | None, severity: str | None, until: str
) -> None:
    found = answer_deadline(
        local(offered),
        promised_at=local(promised) if promised else None,
        planned_start=local(planned) if planned else None,
        severity=severity,
        calendar=CALENDAR,
    )

    assert found == local(until)


@pytest.mark.parametrize(
    ("promised", "since", "until", "moved"),
    [
        ("2022-03-15T14:00", "2022-03-15T11:00", "2022-03-15T12:00", "2022-03-15T15:00"),
        ("2022-03-15T14:00", "2022-03-15T15:00", "2022-03-16T08:00", "2022-03-15T16:00"),  # late already: as late
        ("2022-03-18T14:00", "2022-03-18T15:00", "2022-03-21T09:00", "2022-03-21T08:00"),  # over a weekend: 3 hours
        ("2022-04-14T15:00", "2022-04-14T14:00", "2022-04-19T08:00", "2022-04-19T09:00"),  # over Easter: 3 hours
        ("2022-03-15T14:00", "2022-03-15T20:00", "2022-03-15T23:00", "2022-03-15T14:00"),  # a pause at night is none
    ],
)
def test_a_pause_moves_the_promise_by_its_working_time(promised: str, since: str, until: str, moved: str) -> None:
    found = moved_by_pause(local(promised), since=local(since), until=local(until), calendar=CALENDAR)

    assert found == local(moved)


def test_a_share_of_kept_promises_is_never_rounded_up_to_all() -> None:
    together = Kept(kept=998, broken=0) + Kept(kept=1, broken=1)

    assert (together.all, together.percent, Kept().percent, Kept(kept=3).percent) == (1000, 99, None, 100)
