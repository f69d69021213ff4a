"""Order series: begun by placing a draft that recurs, and made into orders as their days come within reach.

**Approval.** The rules of DESIGN §4 hold for each order. A series is approved with the first of its orders that needs
it: by being placed, when a principal places it, or when a principal approves that order. From then on the series holds
who approved and how much one occurrence was charged; an occurrence that is charged no more is approved by that. One
that is charged more, because the hours of its month were drawn by others, waits for approval by itself. While the first
order waits for its approval, no further ones are made.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from actions.placing import Wish, place
from actions.ports import Begin, Work
from actions.quotes import Quote, quote_draft
from actions.telling import record_series, tell
from catalog.models import Catalogue
from domain.errors import BadInput, DeskError, NoAgreement
from domain.notices import Message
from domain.requests import OrderDraft, RequestKind, RequestStatus, ServiceRequest
from domain.series import AHEAD, DaysOff, OrderSeries, SeriesStatus
from domain.worktime import CALENDAR, STOCKHOLM, local_date

ZERO = Decimal(0)
HOLIDAYS_AHEAD = timedelta(days=366)
CLOSE_TOGETHER = timedelta(days=14)
"""Days off that are told of at once: Christmas, New Year and Epiphany are."""
MISSED = "missed"
SKIPPED = "skipped"
"""Why a day has no order: it came before the order could be made, or somebody asked to leave it out."""


def series_of(draft: OrderDraft, number: str, *, at: datetime) -> OrderSeries:
    """Return the series that a draft with a rule means.

    Raises:
        BadInput: the draft has no time to begin at.
    """
    if draft.rrule is None or draft.wanted_start is None:
        raise BadInput(field="date", lowest="", highest="")
    start = draft.wanted_start.astimezone(STOCKHOLM)
    is_timed = draft.wanted_end is None
    return OrderSeries(
        id=number,
        status=SeriesStatus.ACTIVE,
        unit=draft.unit,
        requester=draft.person,
        created_at=at,
        service=draft.service or "",
        rrule=draft.rrule,
        first_day=start.date(),
        object=draft.object,
        place=draft.place,
        note=draft.note,
        count=draft.count,
        hours=draft.hours,
        last_day=draft.last_day,
        clock=start.time() if is_timed else None,
        days_off=DaysOff(draft.days_off or DaysOff.SKIP),
        draft=draft.id,
    )


def next_of(series: OrderSeries, count: int, *, at: datetime, after: date | None = None) -> tuple[date, ...]:
    """Return the next *count* days of the series, after the day *after*, whose wanted time is still to come at *at*."""
    yesterday = local_date(at) - timedelta(days=1)
    days = series.next_days(count + 1, after=max(yesterday, after or yesterday), calendar=CALENDAR)
    return tuple(day for day in days if not _is_past(series, day, at))[:count]


def holidays_of(series: OrderSeries, *, at: datetime) -> tuple[tuple[date, date | None], ...]:
    """Return the days off within a year that the series falls on, each with the day that it moves to, if it does."""
    begins = max(local_date(at), series.first_day)
    days = series.holidays(first=begins, last=begins + HOLIDAYS_AHEAD, calendar=CALENDAR) if series.is_active else ()
    is_moved = series.days_off is DaysOff.MOVE
    return tuple((day, CALENDAR.next_working_day(day) if is_moved else None) for day in days)


def draft_on(series: OrderSeries, day: date) -> OrderDraft:
    """Return what is ordered on *day*, as a draft."""
    wanted = series.wanted(day)
    return OrderDraft(
        id=series.draft or series.id,
        person=series.requester,
        unit=series.unit,
        created_at=series.created_at,
        service=series.service,
        object=series.object,
        place=series.place,
        note=series.note,
        count=series.count,
        hours=series.hours,
        wanted_kind="at" if series.clock is not None else "day",
        wanted_start=wanted["wanted_start"],
        wanted_end=wanted["wanted_end"],
    )


def first_draft(draft: OrderDraft, *, at: datetime) -> OrderDraft | None:
    """Return a draft that recurs as the one order that is made of it first, or None when no day of it is to come.

    Any other draft is returned unchanged.

    Raises:
        BadInput: it has no time to begin at.
    """
    if draft.rrule is None:
        return draft
    series = series_of(draft, "", at=at)
    days = next_of(series, 1, at=at)
    return replace(draft, **series.wanted(days[0])) if days else None  # type: ignore[arg-type]


async def begin_series(
    work: Work, draft: OrderDraft, first: Wish, *, approver: str | None, at: datetime
) -> ServiceRequest:
    """Store the series of a draft, place its *first* order and make those within reach; return the first.

    Raises:
        BadInput: the draft has no time to begin at.
    """
    series = series_of(draft, await work.series.next_id(local_date(at).year), at=at)
    await work.series.add(series)
    await record_series(work, None, series, "series-begun", by=draft.person, at=at)
    day = local_date(first.draft.wanted_start or at)
    await work.series.claim_day(series.id, day)
    request = await place(work, replace(first, series=series.id), by=draft.person, approver=approver, at=at)
    await work.series.settle_day(series.id, day, request=request.id)
    if request.approved_by is not None:
        series = await note_approval(work, request, at=at)
    await Run(work=work, at=at, known=first.catalogue).make_ahead(series)
    return request


async def note_approval(work: Work, request: ServiceRequest, *, at: datetime) -> OrderSeries:
    """Let the approval of *request* count for the series that it belongs to."""
    series = await work.series.get_locked(request.series or "")
    if not series.is_active or request.approved_by is None or series.covers(request.charged or ZERO):
        return series
    approved = series.change(approved_by=request.approved_by, approved_sek=request.charged)
    await work.series.save(approved)
    await record_series(work, series, approved, "series-approved", by=request.approved_by, at=at)
    return approved


async def approve_series(work: Work, request: ServiceRequest, *, catalogue: Catalogue, at: datetime) -> None:
    """Let the approval of *request* count for its series, if it has one, and make the orders that waited for it."""
    if request.series is not None:
        series = await note_approval(work, request, at=at)
        if series.is_active:
            await Run(work=work, at=at, known=catalogue).make_ahead(series)


async def reject_series(work: Work, request: ServiceRequest, *, at: datetime) -> None:
    """End the series of which *request* is the only order so far; any other only loses this one."""
    if request.series is None:
        return
    series = await work.series.get_locked(request.series)
    orders = await work.requests.of_series(series.id)
    if series.is_active and all(each.status is RequestStatus.REJECTED for each in orders):
        await end_now(work, series, at=at)
        await refresh(work, series, at=at)


async def make_orders_ahead(*, begin: Begin, at: datetime) -> int:
    """Make every order of every series whose day has come within reach; return how many were made.

    Safe to run twice or on several replicas at once: a series is locked meanwhile, and each of its days is taken once.
    """
    async with begin() as work:
        run, made = Run(work=work, at=at), 0
        for series_id in await work.series.active():
            series = await work.series.get_locked(series_id)
            if series.is_active:
                made += len(await run.make_ahead(series))
                await _tell_of_holidays(work, series, at=at)
        return made


async def _tell_of_holidays(work: Work, series: OrderSeries, *, at: datetime) -> None:
    """Owe the requester, once for each run of days off, the card that names them, a fortnight before the first."""
    today = local_date(at)
    day = next(iter(series.holidays(first=today, last=today + AHEAD, calendar=CALENDAR)), None)
    if day is None or day <= local_date(series.created_at) + AHEAD:
        return  # what was near when it was ordered stood on the order's card
    if not (await work.series.get(series.id)).is_active:
        return
    if series.holidays(first=day - CLOSE_TOGETHER, last=day - timedelta(days=1), calendar=CALENDAR):
        return  # it was told with the first of its run
    message = Message(view="series", subject=f"series:{series.id}", values={"holidays": day.isoformat()})
    occasion = f"{series.id}:{day.isoformat()}"
    await tell(work, "series.holidays", [series.requester], message, occasion=occasion, at=at)


@dataclass(kw_only=True, slots=True)
class Run:
    """Making orders of series at one moment, in one transaction that holds the series.

    The catalogue is read when there is something to make, which on most mornings there is not.
    """

    work: Work
    at: datetime
    known: Catalogue | None = None

    async def make_ahead(self, series: OrderSeries) -> Sequence[ServiceRequest]:
        """Make the orders of the days within reach that have none; what can't be ordered is told to the requester.

        A day that has passed meanwhile is told as missed. Where the agreement or the rule is over, the series ends.
        """
        days, is_over = await self._open_days(series), self._is_over(series)
        if (days or is_over) and await self._is_held(series):
            return ()
        made = []
        for day in days:
            if not await self.work.series.claim_day(series.id, day):
                continue
            if _is_past(series, day, self.at):
                await self._refuse(series, day, MISSED)
                continue
            quote = await self._quote(draft_on(series, day))
            refusal = quote.refusal
            if refusal is None:
                made.append(await self._make(series, day))
                continue
            await self._refuse(series, day, str(refusal.values.get("reason")))
            if _is_final(refusal):
                await self._end(series)
                return made
        if is_over:
            await self._end(series)
        return made

    async def _make(self, series: OrderSeries, day: date) -> ServiceRequest:
        draft = draft_on(series, day)
        # As for any order, the number comes first, so that nobody draws the same hours meanwhile.
        number = await self.work.requests.next_id(RequestKind.ORDER, local_date(self.at).year)
        quote = await self._quote(draft)
        approver = series.approved_by if series.covers(quote.cost.charged) else None
        catalogue = await self._catalogue()
        wish = Wish(draft=draft, quote=quote, number=number, catalogue=catalogue, series=series.id, has_card=False)
        request = await place(self.work, wish, by=None, approver=approver, at=self.at)
        await self.work.series.settle_day(series.id, day, request=request.id)
        return request

    async def _quote(self, draft: OrderDraft) -> Quote:
        return await quote_draft(draft, work=self.work, catalogue=await self._catalogue(), at=self.at)

    async def _catalogue(self) -> Catalogue:
        if self.known is None:
            self.known = await self.work.catalogues.read(day=local_date(self.at))
        return self.known

    async def _open_days(self, series: OrderSeries) -> list[date]:
        taken = {each.day for each in await self.work.series.occurrences(series.id)}
        days = series.days(first=local_date(series.created_at), last=local_date(self.at) + AHEAD, calendar=CALENDAR)
        return [day for day in days if day not in taken and not _is_past(series, day, series.created_at)]

    async def _is_held(self, series: OrderSeries) -> bool:
        """Tell whether the series waits for its first approval."""
        orders = await self.work.requests.of_series(series.id)
        return bool(orders) and all(each.status is RequestStatus.AWAITING_APPROVAL for each in orders)

    async def _refuse(self, series: OrderSeries, day: date, reason: str) -> None:
        await self.work.series.settle_day(series.id, day, reason=reason)
        values = {"series": series.id, "service": series.service, "day_on": day.isoformat(), "reason": reason}
        message = Message(text="series-refused", values=values)
        occasion = f"{series.id}:{day.isoformat()}"
        await tell(self.work, "series.refused", [series.requester], message, occasion=occasion, at=self.at)

    async def _end(self, series: OrderSeries) -> None:
        await end_now(self.work, series, at=self.at)
        await refresh(self.work, series, at=self.at)

    def _is_over(self, series: OrderSeries) -> bool:
        return not series.next_days(1, after=local_date(self.at), calendar=CALENDAR)


async def end_now(work: Work, series: OrderSeries, *, at: datetime, by: str | None = None) -> OrderSeries:
    """Store the series as ended."""
    ended = series.end()
    await work.series.save(ended)
    await record_series(work, series, ended, "series-ended", by=by, at=at)
    return ended


async def refresh(work: Work, series: OrderSeries, *, at: datetime) -> None:
    """Owe a refresh to every card that shows the series or one of its orders that is open."""
    await work.outbox.refresh(f"series:{series.id}", at=at)
    for each in await work.requests.of_series(series.id):
        if each.is_open:
            await work.outbox.refresh(f"request:{each.id}", at=at)


def _is_past(series: OrderSeries, day: date, at: datetime) -> bool:
    wanted = series.wanted(day)
    closes = wanted["wanted_end"] or wanted["wanted_start"]
    return closes is not None and closes <= at


def _is_final(refusal: DeskError) -> bool:
    return isinstance(refusal, NoAgreement) and refusal.values.get("reason") in {"over", "none"}
