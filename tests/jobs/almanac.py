"""A calendar of the pilot made independently of the product: from the almanac, the CSV file and the rules' own words.

Nothing here is the product's code; days off are those of the printed almanac.
"""

import csv
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import catalog

WHEEL = Path(catalog.__file__).parent / "pilot" / "commitments.csv"
DAY = timedelta(days=1)
EASTER = {2021: date(2021, 4, 4), 2022: date(2022, 4, 17), 2023: date(2023, 4, 9), 2024: date(2024, 3, 31)}
MIDSUMMER_EVE = {2021: date(2021, 6, 25), 2022: date(2022, 6, 24), 2023: date(2023, 6, 23), 2024: date(2024, 6, 21)}
FIXED = {(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)}
FROM_EASTER = {-2, 1, 39}
LADDER = (30, 14, 7, 3, 1, 0)
MONTH_ENDS = {
    "KM1": ["2022-03-31", "2022-06-30", "2022-09-30", "2022-12-31", "2023-03-31", "2023-06-30", "2023-09-30"],
    "KM2": ["2022-04-29", "2022-08-31", "2022-12-31", "2023-04-30", "2023-08-31", "2023-12-31"],
    "KM3": [
        *("2022-03-31", "2022-04-30", "2022-05-31", "2022-06-30", "2022-07-31", "2022-08-31", "2022-09-30"),
        *("2022-10-31", "2022-11-30", "2022-12-31", "2023-01-31", "2023-02-28", "2023-03-31", "2023-04-30"),
        *("2023-05-31", "2023-06-30", "2023-07-31", "2023-08-31", "2023-09-30", "2023-10-31", "2023-11-30"),
        "2023-12-31",
    ],
    "KM4": ["2022-09-30", "2023-09-30"],
}
MONTH_ENDS["KM1"] += ["2023-12-31"]
"""The days of the controls that come back, read off a calendar, until the project is over at the end of 2023."""
FIRST_MONDAY = date(2022, 1, 10)
FIRST_MONTH_END = date(2022, 1, 31)


def is_working(day: date) -> bool:
    """Tell whether the desk is open on *day*."""
    is_off = (day.month, day.day) in FIXED or (day - EASTER[day.year]).days in FROM_EASTER
    return day.weekday() < 5 and not is_off and day != MIDSUMMER_EVE[day.year]


def at_or_before(day: date) -> date:
    while not is_working(day):
        day -= DAY
    return day


def at_or_after(day: date) -> date:
    while not is_working(day):
        day += DAY
    return day


def days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def is_reminded(day: date, due: date) -> bool:
    """Tell whether who answers for it is reminded on *day* of what is due on *due*."""
    if day in {at_or_before(due - timedelta(days=number)) for number in LADDER}:
        return True
    late = sum(is_working(each) for each in days(due + DAY, day)) if day > due else 0
    return is_working(day) and late > 0 and late % 3 == 0


def is_owners_day(day: date, due: date) -> bool:
    """Tell whether the project owner hears on *day* that it is late."""
    told = at_or_before(due + timedelta(days=3))
    return day == (told if told > due else at_or_after(due + DAY))


def wheel_days() -> Mapping[str, tuple[str, list[date]]]:
    """Return the role that answers for each commitment, and the days on which it is due."""
    with WHEEL.open(encoding="utf-8", newline="") as file:
        rows = {row["code"]: row for row in csv.DictReader(file)}
    return {
        code: (row["responsible_role"], [date.fromisoformat(each) for each in MONTH_ENDS.get(code, [row["due"]])])
        for code, row in rows.items()
    }


def reminders(
    first: date, last: date, *, late: Mapping[str, int], people: Mapping[str, set[str]]
) -> dict[tuple[date, str], set[str]]:
    """Return of which commitments each person is reminded on each morning, by (day, person).

    Each is finished at noon of the day when it is due, or so many days *late*; *people* are who holds each role.
    """
    wheel = {code: (people[role], list(due)) for code, (role, due) in wheel_days().items()}
    found: dict[tuple[date, str], set[str]] = {}
    for day in days(first, last):
        for code, (answering, due) in wheel.items():
            told = answering if due and is_reminded(day, due[0]) else set()
            told = told | (people["project_owner"] if due and is_owners_day(day, due[0]) else set())
            for person in told:
                found.setdefault((day, person), set()).add(code)
            if due and day == due[0] + timedelta(days=late.get(code, 0)):
                due.pop(0)
    return found


def waves(months: list[date]) -> dict[date, list[date]]:
    """Return the days of each month's question: when it is asked, and the two on which it is reminded of."""
    found = {}
    for month in months:
        asked = at_or_after(month.replace(day=15))
        first = at_or_after(asked + timedelta(days=3))
        found[month] = [asked, first, at_or_after(max(asked + timedelta(days=5), first + DAY))]
    return found


def mondays(first: date, last: date, *, is_open: bool = True) -> list[date]:
    """Return every other Monday that is a working day, or with *is_open* false those that are days off."""
    every_other = [day for day in days(first, last) if (day - FIRST_MONDAY).days % 14 == 0 and day >= FIRST_MONDAY]
    return [day for day in every_other if is_working(day) is is_open]


def month_ends(first: date, last: date) -> list[date]:
    """Return the last day of each month, or the working day after it."""
    ends = [day for day in days(first - 7 * DAY, last) if (day + DAY).day == 1 and day >= FIRST_MONTH_END]
    return [moved for moved in map(at_or_after, ends) if first <= moved <= last]


def fortnight_before(day: date) -> date:
    return day - 14 * DAY
