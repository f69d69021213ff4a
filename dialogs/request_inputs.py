"""A request as the draft that it once was: for the inputs that change it, and for ordering it again."""

from datetime import datetime, timedelta

from domain.requests import OrderDraft, ServiceRequest
from domain.worktime import CLOSES, OPENS, STOCKHOLM

WEEK = timedelta(days=7)


def as_draft(request: ServiceRequest) -> OrderDraft:
    """Return the draft that would be placed as *request*; its id is the request's."""
    return OrderDraft(
        id=request.id,
        person=request.requester,
        unit=request.unit,
        created_at=request.created_at,
        service=request.service,
        object=request.object,
        place=request.place,
        note=request.note,
        count=request.count,
        hours=request.hours,
        wanted_kind=kind_of(request.wanted_start, request.wanted_end),
        wanted_start=request.wanted_start,
        wanted_end=request.wanted_end,
    )


def kind_of(start: datetime | None, end: datetime | None) -> str:
    """Return how a wanted time was said, as far as its moments tell."""
    if start is None:
        return "none" if end is None else "before"
    if end is None or start == end:
        return "at"
    is_days = start.astimezone(STOCKHOLM).time() == OPENS and end.astimezone(STOCKHOLM).time() == CLOSES
    return "day" if is_days else "between"


def weeks_on(moment: datetime, weeks: int) -> datetime:
    """Return the same weekday and time of day *weeks* later, on the clock of Stockholm."""
    naive = moment.astimezone(STOCKHOLM).replace(tzinfo=None) + weeks * WEEK
    return naive.replace(tzinfo=STOCKHOLM).astimezone(moment.tzinfo)


def weeks_to_come(moment: datetime, *, at: datetime, least: int) -> int:
    """Return after how many whole weeks, at least *least*, *moment* lies after *at* again."""
    weeks = max(least, (at - moment) // WEEK - 1)
    while weeks_on(moment, weeks) <= at:
        weeks += 1
    return weeks
