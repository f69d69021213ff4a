"""The reminder ladder, worked out by hand on a calendar, and what holds for any due day."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.commitments import (
    Audience,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    due_between,
    next_due,
    reminders,
    reminders_on,
    within_project,
)
from domain.people import Role
from domain.worktime import CALENDAR

DUE_DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def a_commitment(
    *,
    code: str = "U1",
    due: str = "2022-05-31",
    recurrence: str | None = None,
    status: CommitmentStatus = CommitmentStatus.NOT_STARTED,
) -> Commitment:
    return Commitment(
        code=code,
        kind=CommitmentKind.REPORT,
        title_sv="Rapport",
        title_en="Report",
        period_start=None,
        period_end=None,
        due=date.fromisoformat(due),
        recurrence=recurrence,
        responsible_role=Role.PROJECT_LEADER,
        recipients=(),
        risk=None,
        status=status,
    )


def days_of(due: str, until: str) -> list[str]:
    found = reminders(date.fromisoformat(due), until=date.fromisoformat(until), calendar=CALENDAR)
    names = {Audience.RESPONSIBLE: "us", Audience.PROJECT_OWNER: "owner"}
    return [f"{each.day} {each.days_left} {'+'.join(names[who] for who in each.audience)}" for each in found]


def test_the_first_report_is_reminded_of_on_these_mornings() -> None:
    assert days_of("2022-05-31", "2022-06-14") == [
        "2022-04-29 32 us",  # 30 days before is Sunday the first of May
        "2022-05-17 14 us",
        "2022-05-24 7 us",
        "2022-05-27 4 us",  # 3 days before is a Saturday
        "2022-05-30 1 us",
        "2022-05-31 0 us",
        "2022-06-03 -3 us+owner",  # the third working day after is also the third day after
        "2022-06-09 -9 us",  # Monday the sixth is National Day
        "2022-06-14 -14 us",
    ]


def test_steps_that_move_to_one_morning_are_one_reminder() -> None:
    # Due on Easter Monday: 3, 1 and 0 days before are Good Friday, Easter Day and Easter Monday.
    assert days_of("2022-04-18", "2022-04-22") == [
        "2022-03-18 31 us",
        "2022-04-04 14 us",
        "2022-04-11 7 us",
        "2022-04-14 4 us",
        "2022-04-21 -3 us+owner",
    ]


def test_the_owner_is_not_told_of_a_delay_before_there_is_one() -> None:
    # Due Friday the 23rd of December: the day 3 days after, and the two before it, are days off.
    assert days_of("2022-12-23", "2022-12-30")[-3:] == [
        "2022-12-23 0 us",
        "2022-12-27 -4 owner",
        "2022-12-29 -6 us",
    ]


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2022-04-29", ["M3", "U1"]),
        ("2022-05-01", []),
        ("2022-05-18", []),
        ("2022-05-31", ["M3", "U1"]),
    ],
)
def test_a_morning_names_what_is_due_and_not_finished(day: str, codes: list[str]) -> None:
    wheel = [
        a_commitment(code="U1"),
        a_commitment(code="M3"),
        a_commitment(code="U2", due="2022-09-30"),
        a_commitment(code="L3", status=CommitmentStatus.FINISHED),
    ]

    found = reminders_on(date.fromisoformat(day), wheel, CALENDAR)

    assert [each.code for each, _ in found] == codes
    assert {reminder.day for _, reminder in found} <= {date.fromisoformat(day)}


@pytest.mark.parametrize(
    ("due", "recurrence", "after", "following"),
    [
        ("2022-03-31", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", "2022-03-31", "2022-06-30"),
        ("2022-03-31", "FREQ=MONTHLY;BYMONTHDAY=-1", "2022-03-31", "2022-04-30"),
        ("2022-03-31", "FREQ=MONTHLY;BYMONTHDAY=-1", "2024-02-01", "2024-02-29"),
        (
            "2022-04-29",
            "FREQ=MONTHLY;INTERVAL=4;BYMONTHDAY=-1",
            "2022-04-29",
            "2022-08-31",
        ),  # the last of April is a Saturday: the same control
        ("2022-09-30", "FREQ=YEARLY", "2022-09-30", "2023-09-30"),
        ("2022-09-30", "FREQ=YEARLY", "2022-03-15", "2022-09-30"),
        ("2022-09-30", "FREQ=YEARLY;COUNT=2", "2023-09-30", None),
        ("2022-05-31", None, "2022-05-30", "2022-05-31"),
        ("2022-05-31", None, "2022-05-31", None),
    ],
)
def test_a_control_comes_back_as_its_rule_says(
    due: str, recurrence: str | None, after: str, following: str | None
) -> None:
    commitment = a_commitment(due=due, recurrence=recurrence)

    found = next_due(commitment, date.fromisoformat(after), calendar=CALENDAR)

    assert found == (None if following is None else date.fromisoformat(following))


@pytest.mark.parametrize(
    ("due", "turn", "rule", "following"),
    [
        ("2022-04-05", "2022-03-31", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", "2022-06-30"),
        ("2022-03-28", "2022-03-31", "FREQ=MONTHLY;BYMONTHDAY=-1", "2022-04-30"),
        ("2022-05-15", "2022-03-31", "FREQ=MONTHLY;BYMONTHDAY=-1", "2022-05-31"),
        ("2023-03-20", "2023-03-31", "FREQ=YEARLY;COUNT=2", None),
    ],
)
def test_what_is_moved_comes_back_by_its_rule_all_the_same(
    due: str, turn: str, rule: str, following: str | None
) -> None:
    moved = replace(a_commitment(due=due, recurrence=rule), turn=date.fromisoformat(turn), first_due=date(2022, 3, 31))

    found = next_due(moved, moved.due, calendar=CALENDAR)

    assert found == (None if following is None else date.fromisoformat(following))


def test_a_month_holds_what_is_due_in_it_and_each_day_of_what_recurs() -> None:
    wheel = [
        a_commitment(code="U1"),
        a_commitment(code="KM3", due="2022-03-31", recurrence="FREQ=MONTHLY;BYMONTHDAY=-1"),
        a_commitment(code="AT1", due="2022-05-02", recurrence="FREQ=WEEKLY;INTERVAL=2"),
        a_commitment(code="L3", due="2022-05-10", status=CommitmentStatus.FINISHED),
        a_commitment(code="U2", due="2022-06-01"),
    ]

    found = due_between(date(2022, 5, 1), date(2022, 5, 31), wheel, CALENDAR)

    assert [f"{day:%d} {each.code}" for day, each in found] == [
        "02 AT1",
        "10 L3",
        "16 AT1",
        "30 AT1",
        "31 KM3",
        "31 U1",
    ]


@pytest.mark.parametrize(
    ("turn", "following", "status"),
    [
        ("2022-03-31", "2022-04-30", CommitmentStatus.ONGOING),
        ("2022-08-31", "2022-09-30", CommitmentStatus.ONGOING),
        ("2022-09-30", None, CommitmentStatus.ONGOING),
        ("2022-10-31", None, CommitmentStatus.FINISHED),
    ],
)
def test_a_control_comes_back_until_the_project_ends_and_no_longer(
    turn: str, following: str | None, status: CommitmentStatus
) -> None:
    day, rule = date.fromisoformat(turn), "FREQ=MONTHLY;BYMONTHDAY=-1"
    control = a_commitment(code="KM3", due=turn, recurrence=rule, status=CommitmentStatus.ONGOING)
    control = replace(control, turn=day, first_due=date(2022, 3, 31))
    final = replace(a_commitment(), kind=CommitmentKind.FINAL_REPORT, period_end=date(2022, 9, 30))

    found, _ = within_project([control, final])

    assert next_due(found, day, calendar=CALENDAR) == (None if following is None else date.fromisoformat(following))
    assert found.status is status
    assert within_project([control]) == (control,)


@settings(deadline=None)
@given(due=DUE_DAYS, late=st.integers(0, 60))
def test_reminders_come_on_working_days_and_one_a_day(due: date, late: int) -> None:
    until = due + timedelta(days=late)

    found = [each.day for each in reminders(due, until=until, calendar=CALENDAR)]

    assert all(CALENDAR.is_working_day(day) for day in found)
    assert all(earlier < later for earlier, later in pairwise(found))
    assert all(day <= until for day in found)


@settings(deadline=None)
@given(due=DUE_DAYS)
def test_the_owner_is_told_once_and_only_when_it_is_late(due: date) -> None:
    found = reminders(due, until=due + timedelta(days=60), calendar=CALENDAR)

    told = [each for each in found if Audience.PROJECT_OWNER in each.audience]
    assert len(told) == 1
    assert told[0].days_left < 0


@settings(deadline=None, max_examples=30)
@given(due=DUE_DAYS)
def test_going_through_the_mornings_one_by_one_finds_the_same_reminders(due: date) -> None:
    wheel = [a_commitment(due=due.isoformat())]
    mornings = [due + timedelta(days=days) for days in range(-40, 30)]

    found = [reminder for day in mornings for _, reminder in reminders_on(day, wheel, CALENDAR)]

    assert tuple(found) == reminders(due, until=mornings[-1], calendar=CALENDAR)
