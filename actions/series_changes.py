"""Ending an order series, changing it from one occurrence on, and leaving an occurrence out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from actions.changes import change_request
from actions.ports import Begin, Work
from actions.requests import cancel_request
from actions.series import SKIPPED, Run, next_of, note_approval, refresh
from actions.telling import record_series
from catalog.models import Catalogue
from domain.errors import BadInput, NotFound, WrongState
from domain.people import Person
from domain.recurrence import first_day_from, moved_rule
from domain.requests import RequestStatus, ServiceRequest
from domain.series import AHEAD, DaysOff, Occurrence, OrderSeries
from domain.worktime import CALENDAR, local_date

S = RequestStatus
NOT_BEGUN = frozenset({S.SUBMITTED, S.AWAITING_APPROVAL, S.QUEUED, S.ASSIGNED})


async def read_series(series_id: str, *, by: Person, catalogue: Catalogue, begin: Begin) -> OrderSeries:
    """Return the series.

    Raises:
        NotFound: there is none, or *by* may not see it.
    """
    async with begin() as work:
        return _readable(await work.series.get(series_id), by, catalogue)


async def series_of_person(person: Person, *, begin: Begin) -> Sequence[OrderSeries]:
    """Return the person's series that have not ended, oldest first."""
    async with begin() as work:
        return await work.series.of_requester(person.code)


async def end_series(series_id: str, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime) -> OrderSeries:
    """End the series from today on: what nobody has begun is cancelled; ended already, nothing happens.

    Raises:
        NotFound: there is none, or *by* may not see it.
        NotAllowed: it is not of a unit of *by*.
    """
    async with begin() as work:
        before = await _locked(work, series_id, by, catalogue)
        after = before.end()
        if after is before:
            return before
        await work.series.save(after)
        await record_series(work, before, after, "series-ended", by=by.code, at=at)
        for order in await _ahead(work, before, first=local_date(at)):
            await cancel_request(order.id, by=by, catalogue=catalogue, begin=work.within(), at=at)
        await refresh(work, after, at=at)
        return after


async def skip_next(
    series_id: str, *, day: date | None = None, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> date:
    """Leave the next occurrence out that is still to come and not left out, or that on *day*; return its day.

    A *day* that is left out already stays so.

    Raises:
        NotFound: there is none, or *by* may not see it.
        NotAllowed: it is not of a unit of *by*.
        WrongState: nothing is to come, or nothing on that day.
    """
    async with begin() as work:
        series = await _locked(work, series_id, by, catalogue)
        taken = {each.day: each for each in await work.series.occurrences(series.id)}
        ordered = {taken_day: each.request for taken_day, each in taken.items() if each.request}
        ahead = {each.id for each in await _ahead(work, series, first=local_date(at))}
        days = sorted(each for each, request in ordered.items() if request in ahead)
        if day is not None and day in taken and day not in days:
            return await _already_left_out(work, taken[day])
        found = next((each for each in days if day in {None, each}), None)
        if found is not None:
            await cancel_request(str(ordered[found]), by=by, catalogue=catalogue, begin=work.within(), at=at)
            await work.outbox.refresh(f"series:{series.id}", at=at)
            return found
        return await _skip_unordered(work, series, day, taken=taken, at=at)


async def _already_left_out(work: Work, taken: Occurrence) -> date:
    status = (await work.requests.get(taken.request)).status if taken.request else S.CANCELLED
    if status not in {S.CANCELLED, S.REJECTED}:
        raise WrongState(id=taken.series, status=status.value, wanted=SKIPPED)
    return taken.day


async def _skip_unordered(
    work: Work, series: OrderSeries, day: date | None, *, taken: Collection[date], at: datetime
) -> date:
    after = None if day is None else day - timedelta(days=1)
    coming = next_of(series, len(taken) + 1, at=at, after=after)
    found = next((each for each in coming if each not in taken and day in {None, each}), None)
    if found is None or not series.is_active:
        raise WrongState(id=series.id, status=series.status.value, wanted=SKIPPED)
    await work.series.claim_day(series.id, found)
    await work.series.settle_day(series.id, found, reason=SKIPPED)
    await refresh(work, series, at=at)
    return found


async def skip_day(series_id: str, day: date, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime) -> bool:
    """Leave the occurrence of *day* out; return False where there is none to leave out.

    Raises:
        NotFound: there is no such series, or *by* may not see it.
        NotAllowed: it is not of a unit of *by*.
        WrongState: that day's order has been begun.
    """
    async with begin() as work:
        series = await _locked(work, series_id, by, catalogue)
        taken = {each.day: each for each in await work.series.occurrences(series.id)}
        if day in taken:
            order = taken[day].request
            if order is None or not (await work.requests.get(order)).is_open:
                return False
            await cancel_request(order, by=by, catalogue=catalogue, begin=work.within(), at=at)
        elif series.is_active and day >= local_date(at) and series.days(first=day, last=day, calendar=CALENDAR):
            await work.series.claim_day(series.id, day)
            await work.series.settle_day(series.id, day, reason=SKIPPED)
        else:
            return False
        await refresh(work, series, at=at)
        return True


@dataclass(frozen=True, kw_only=True, slots=True)
class SeriesChange:
    """What is to be otherwise from one occurrence on; None leaves as it is. `day` is the new day of that occurrence.

    `rrule` is another rule of days, counted from the week of that occurrence.
    """

    day: date | None = None
    rrule: str | None = None
    clock: time | None = None
    place: str | None = None
    hours: Decimal | None = None
    days_off: DaysOff | None = None


async def change_series(
    series_id: str,
    change: SeriesChange,
    *,
    since: str | None = None,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
) -> OrderSeries:
    """Change the series from the occurrence *since* on (a request's id), or from the next one to come.

    Orders made already that nobody has begun are changed as one changes a single order, with its rules for cost,
    approval and promise; what has begun stays. With another day the rule moves: "every Tuesday" becomes "every
    Thursday", and the orders made already take the new days in turn. With another rule they take the days of it that
    are within reach, and those for which none is left are cancelled. With another choice for days off, orders that
    were moved off one are cancelled, or those that come by moving are made; what was left out before stays so.

    Raises:
        NotFound: there is none, or *by* may not see it.
        NotAllowed: *by* may not order for its unit.
        WrongState: it has ended.
        BadInput: ``date``, it lies behind, or the rule can't move by it or has no day left.
        NoAgreement: the unit has no agreement on a new day.
    """
    async with begin() as work:
        before = await _locked(work, series_id, by, catalogue, action="order.create")
        taken = [each for each in await work.series.occurrences(series_id) if each.reason != SKIPPED]
        first = _since(before, taken, since, at=at)
        after = _changed(before, change, first, at=at)
        if after is before:
            return before
        await work.series.save(after)
        await record_series(work, before, after, "series-changed", by=by.code, at=at)
        ahead = [each for each in taken if each.day >= first]
        if after.days_off is not before.days_off:
            await _let_be(work, after, before=first)
            gone = _gone(after, ahead) if after.first_day == before.first_day else []
            await _cancel(work, gone, by=by, catalogue=catalogue, at=at)
            ahead = [each for each in ahead if each not in gone]
        if change.rrule is not None:
            ahead, days = await _onto(work, after, ahead, by=by, catalogue=catalogue, at=at)
        else:
            days = _new_days(after, ahead, is_moved=after.rrule != before.rrule or after.first_day != before.first_day)
        await _take(work, ahead, days)
        for order, old, new in await _orders(work, ahead, days):
            fields = _fields(before, after, old, new)
            done = await change_request(order.id, fields, by=by, catalogue=catalogue, begin=work.within(), at=at)
            after = await note_approval(work, done.after, at=at)
        await Run(work=work, at=at, known=catalogue).make_ahead(after)
        await refresh(work, after, at=at)
        return after


def _since(series: OrderSeries, taken: Sequence[Occurrence], since: str | None, *, at: datetime) -> date:
    chosen = next((each.day for each in taken if since is not None and each.request == since), None)
    if chosen is not None:
        return chosen
    days = next_of(series, 1, at=at)
    if not days:
        raise WrongState(id=series.id, status=series.status.value, wanted="changed")
    return days[0]


def _changed(before: OrderSeries, change: SeriesChange, first: date, *, at: datetime) -> OrderSeries:
    changes: dict[str, object] = {
        name: value for name in ("clock", "place", "hours", "days_off") if (value := getattr(change, name)) is not None
    }
    if change.clock is not None and before.clock is None:
        changes["length"] = None
    if change.day is not None and change.day != first:
        if change.day < local_date(at):
            raise BadInput(field="date", lowest=local_date(at).isoformat(), highest="")
        rrule = moved_rule(before.rrule, since=first, to=change.day)
        if rrule is None:
            raise BadInput(field="date", lowest="", highest="")
        changes |= {"rrule": rrule, "first_day": change.day}
    if change.rrule is not None and change.rrule != before.rrule:
        monday = first - timedelta(days=first.weekday())
        begins = max(monday, local_date(at) + timedelta(days=1), before.first_day - timedelta(days=6))
        changes |= {"rrule": change.rrule, "first_day": first_day_from(change.rrule, begins) or begins}
        if not replace(before, **changes).next_days(1, after=begins - timedelta(days=1), calendar=CALENDAR):  # type: ignore[arg-type]
            raise BadInput(field="date", lowest="", highest="")
    return before.change(**changes)


async def _onto(
    work: Work, series: OrderSeries, ahead: Sequence[Occurrence], *, by: Person, catalogue: Catalogue, at: datetime
) -> tuple[list[Occurrence], list[date]]:
    """Return the occurrences that are to move, and their days of the new rule; those without one are cancelled.

    What stands on a day of the rule stays there, and so does what somebody has begun.
    """
    days = series.days(first=series.first_day, last=local_date(at) + AHEAD, calendar=CALENDAR)
    open_days = [day for day in days if day not in {each.day for each in ahead}]
    begun = await _begun(work, ahead)
    moving = [each for each in ahead if each.day not in days and each.request is not None and each not in begun]
    await _cancel(work, moving[len(open_days) :], by=by, catalogue=catalogue, at=at)
    moving = moving[: len(open_days)]
    return moving, open_days[: len(moving)]


async def _begun(work: Work, ahead: Sequence[Occurrence]) -> list[Occurrence]:
    kept = await _orders(work, ahead, [each.day for each in ahead])
    movable = {order.id for order, _, _ in kept}
    return [each for each in ahead if each.request is not None and each.request not in movable]


def _new_days(series: OrderSeries, ahead: Sequence[Occurrence], *, is_moved: bool) -> list[date]:
    if not is_moved:
        return [each.day for each in ahead]
    yesterday = series.first_day - timedelta(days=1)
    return list(series.next_days(len(ahead), after=yesterday, calendar=CALENDAR))


async def _let_be(work: Work, series: OrderSeries, *, before: date) -> None:
    """Take the days before *before* that only the new choice for days off gives, so that nobody is told they passed."""
    taken = {each.day for each in await work.series.occurrences(series.id)}
    begins, ends = local_date(series.created_at), before - timedelta(days=1)
    for day in series.days(first=begins, last=ends, calendar=CALENDAR):
        if day not in taken and await work.series.claim_day(series.id, day):
            await work.series.settle_day(series.id, day, reason=SKIPPED)


def _gone(series: OrderSeries, ahead: Sequence[Occurrence]) -> list[Occurrence]:
    """Return the occurrences of *ahead* that are on no day of the series any more."""
    if not ahead:
        return []
    days = series.days(first=ahead[0].day, last=ahead[-1].day, calendar=CALENDAR)
    return [each for each in ahead if each.day not in days]


async def _cancel(work: Work, gone: Sequence[Occurrence], *, by: Person, catalogue: Catalogue, at: datetime) -> None:
    """Cancel the orders of occurrences that are no more; what somebody has begun stays."""
    for order, day, _ in await _orders(work, gone, [each.day for each in gone]):
        await cancel_request(order.id, by=by, catalogue=catalogue, begin=work.within(), at=at)
        await work.series.release_day(gone[0].series, day)


async def _take(work: Work, ahead: Sequence[Occurrence], days: Sequence[date]) -> None:
    """Let the occurrences take their new days; those for which no day is left keep theirs."""
    moved = [(each, day) for each, day in zip(ahead, days, strict=False) if each.day != day]
    for each, _ in moved:
        await work.series.release_day(each.series, each.day)
    for each, day in moved:
        await work.series.claim_day(each.series, day)
        await work.series.settle_day(each.series, day, request=each.request, reason=each.reason)


async def _orders(
    work: Work, ahead: Sequence[Occurrence], days: Sequence[date]
) -> Sequence[tuple[ServiceRequest, date, date]]:
    """Return the orders that nobody has begun, each with its day in the series as it was and as it is."""
    pairs = [(each.request, each.day, day) for each, day in zip(ahead, days, strict=False) if each.request is not None]
    orders = [(await work.requests.get(request), old, new) for request, old, new in pairs]
    return [(order, old, new) for order, old, new in orders if order.status in NOT_BEGUN]


def _fields(before: OrderSeries, after: OrderSeries, old: date, new: date) -> Mapping[str, object]:
    """Return what changes in an order. One that was moved by itself keeps its time while the series keeps its own."""
    fields: dict[str, object] = {}
    if before.wanted(old) != after.wanted(new):
        fields |= after.wanted(new)
    for name in ("place", "hours"):
        if getattr(before, name) != getattr(after, name):
            fields[name] = getattr(after, name)
    return fields


async def _ahead(work: Work, series: OrderSeries, *, first: date) -> Sequence[ServiceRequest]:
    """Return the orders of the series from the day *first* on that nobody has begun."""
    days = {each.request: each.day for each in await work.series.occurrences(series.id)}
    orders = await work.requests.of_series(series.id)
    return [each for each in orders if each.status in NOT_BEGUN and days.get(each.id, first) >= first]


async def _locked(
    work: Work, series_id: str, by: Person, catalogue: Catalogue, *, action: str = "order.cancel"
) -> OrderSeries:
    series = _readable(await work.series.get_locked(series_id), by, catalogue)
    catalogue.permissions.demand(by, action, unit=series.unit, is_own=series.requester == by.code)
    return series


def _readable(series: OrderSeries, by: Person, catalogue: Catalogue) -> OrderSeries:
    if not catalogue.permissions.allows(by, "request.read", unit=series.unit, is_own=series.requester == by.code):
        raise NotFound(id=series.id)
    return series
