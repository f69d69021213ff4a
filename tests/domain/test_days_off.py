"""Every day off from Monday to Friday has a name, and no working day has one."""

from datetime import date, timedelta

from domain.days_off import name_of_day_off
from domain.worktime import CALENDAR

SUNDAY_OR_SATURDAY = 5


def test_every_day_off_in_the_week_has_a_name_and_no_working_day_has() -> None:
    days = [date(2022, 1, 1) + timedelta(days=number) for number in range(365 * 8)]

    for day in days:
        if day.weekday() < SUNDAY_OR_SATURDAY:
            assert (name_of_day_off(day) is None) is CALENDAR.is_working_day(day), day
