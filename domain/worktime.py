"""Working time: when the service administration is open, and what is promised by counting its hours."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

import holidays
from dateutil.easter import easter

STOCKHOLM = ZoneInfo("Europe/Stockholm")
OPENS = time(7)
CLOSES = time(16)
_FIRST_WEEKEND_DAY = 5
_DAY = timedelta(days=1)
_SECONDS_PER_HOUR = 3600


def local_date(moment: datetime) -> date:
    """Return the day in Stockholm at an aware *moment*.

    Raises:
        ValueError: *moment* is naive.
    """
    return _aware(moment).astimezone(STOCKHOLM).date()


@lru_cache(maxsize=1024)
def at_local(day: date, clock: time) -> datetime:
    """Return the moment, in UTC, at which the clocks of Stockholm show *clock* on *day*.

    An hour that comes twice in autumn means the first; one that is left out in spring means as long after the change.
    """
    return datetime.combine(day, clock, STOCKHOLM).astimezone(UTC)


def month_span(day: date) -> tuple[datetime, datetime]:
    """Return when the month of *day* begins and the next one, as moments in UTC by the clock of Stockholm."""
    first = day.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return at_local(first, time()), at_local(following, time())


def year_span(year: int) -> tuple[datetime, datetime]:
    """Return when *year* begins and the next one, as moments in UTC by the clock of Stockholm."""
    return at_local(date(year, 1, 1), time()), at_local(date(year + 1, 1, 1), time())


class WorkCalendar:
    """Mon-Fri 07:00-16:00 in Stockholm, less Swedish public holidays, the three eves and Easter Saturday.

    Moments go in aware and come out in UTC; a naive one raises ValueError. 5 January and other days that are only
    shortened are working days. It keeps nothing but the days off of each year, so all calendars are alike.
    """

    def is_working_day(self, day: date) -> bool:
        """Tell whether the service administration is open on *day*."""
        return day.weekday() < _FIRST_WEEKEND_DAY and day not in _days_off(day.year)

    def is_open(self, moment: datetime) -> bool:
        """Tell whether *moment* is working time; 07:00 is, 16:00 no longer."""
        local = _aware(moment).astimezone(STOCKHOLM)
        return self.is_working_day(local.date()) and OPENS <= local.time() < CLOSES

    def next_working_day(self, day: date) -> date:
        """Return the first working day after *day*."""
        return self.working_day_on_or_after(day + _DAY)

    def working_day_on_or_after(self, day: date) -> date:
        """Return *day* when it is a working day, else the next one."""
        while not self.is_working_day(day):
            day += _DAY
        return day

    def working_day_on_or_before(self, day: date) -> date:
        """Return *day* when it is a working day, else the one before."""
        while not self.is_working_day(day):
            day -= _DAY
        return day

    def nth_working_day_after(self, day: date, n: int) -> date:
        """Return the *n*-th working day after *day*; the first is `next_working_day`.

        Raises:
            ValueError: *n* is below 1.
        """
        if n < 1:
            raise ValueError(n)
        for _ in range(n):
            day = self.next_working_day(day)
        return day

    def next_opening(self, moment: datetime) -> datetime:
        """Return *moment* itself when it is working time, else the next 07:00 of a working day."""
        if self.is_open(moment):
            return moment.astimezone(UTC)
        local = _aware(moment).astimezone(STOCKHOLM)
        first = local.date() if local.time() < OPENS else local.date() + _DAY
        return at_local(self.working_day_on_or_after(first), OPENS)

    def add_working_time(self, start: datetime, amount: timedelta) -> datetime:
        """Return the first moment at which *amount* of working time has passed since *start*.

        Nothing added gives *start* back, also outside working time. What ends a day ends at 16:00, not the next 07:00.

        Raises:
            ValueError: *amount* is negative, or *start* is naive.
        """
        if amount < timedelta(0):
            raise ValueError(amount)
        if not amount:
            return _aware(start).astimezone(UTC)
        at = self.next_opening(start)
        while amount > (rest := at_local(local_date(at), CLOSES) - at):
            amount -= rest
            at = at_local(self.next_working_day(local_date(at)), OPENS)
        return at + amount

    def working_time_between(self, start: datetime, end: datetime) -> timedelta:
        """Return the working time from *start* to *end*; negative when *end* is the earlier."""
        if _aware(end) < _aware(start):
            return -self.working_time_between(end, start)
        worked, day, last = timedelta(0), local_date(start), local_date(end)
        while day <= last:
            if self.is_working_day(day):
                since, until = max(start, at_local(day, OPENS)), min(end, at_local(day, CLOSES))
                worked += max(until - since, timedelta(0))
            day += _DAY
        return worked


CALENDAR = WorkCalendar()
"""The desk's own, and so everybody's: all calendars are alike."""


def promised_time(
    submitted: datetime, *, service_level_hours: Decimal, wanted_end: datetime | None, calendar: WorkCalendar
) -> datetime:
    """Return the moment, in UTC, by which the desk promises the request done.

    Args:
        submitted: aware moment of submission; outside working time the clock starts at the next opening.
        service_level_hours: working hours granted; above 0.
        wanted_end: end of the wanted time, or None; a later one moves the promise to it, an earlier one does not.
        calendar: opening hours and days off, read on the clock of Europe/Stockholm, also across a clock change.

    Raises:
        ValueError: *service_level_hours* is not above 0, or a moment is naive.
    """
    if service_level_hours <= 0:
        raise ValueError(service_level_hours)
    promised = calendar.add_working_time(submitted, working_hours(service_level_hours))
    return promised if wanted_end is None else max(promised, _aware(wanted_end).astimezone(UTC))


def working_hours(hours: Decimal) -> timedelta:
    """Return *hours* as a duration, to the second."""
    return timedelta(seconds=round(hours * _SECONDS_PER_HOUR))


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(moment)
    return moment


@cache
def _days_off(year: int) -> frozenset[date]:
    """Return the days off of *year*: public holidays, Midsummer, Christmas and New Year's Eve, and Easter Saturday.

    The library knows the eves as holidays in fact, and Easter Saturday not at all. Its other categories also hold days
    that are only shortened, and every Sunday would stand among its holidays if it were asked.
    """
    public = holidays.country_holidays("SE", years=year, categories=("public", "de_facto"), include_sundays=False)
    return frozenset(public) | {easter(year) - _DAY}
