"""Closing what has been done for long enough."""

from datetime import datetime, time, timedelta

from actions.ports import Begin, Work
from actions.telling import record
from domain.requests import RequestStatus
from domain.worktime import CALENDAR, at_local, local_date

OPEN_WORKING_DAYS = 10
BATCH = 200


async def close_done_requests(*, begin: Begin, at: datetime) -> int:
    """Close every request that has been done for 10 whole working days; return how many were closed.

    The day it was done does not count: done on a Tuesday, it can be reopened until the end of the second Tuesday after.
    """
    closed = 0
    while True:
        async with begin() as work:
            found = await work.requests.done_before(_latest_done(at), limit=BATCH)
            for request in found:
                closed += await _close(work, request.id, at=at)
        if len(found) < BATCH:
            return closed


def _latest_done(at: datetime) -> datetime:
    day = local_date(at)
    for _ in range(OPEN_WORKING_DAYS):
        day = CALENDAR.working_day_on_or_before(day - timedelta(days=1))
    return at_local(day, time())


async def _close(work: Work, code: str, *, at: datetime) -> int:
    before = await work.requests.get_locked(code)
    if before.status is not RequestStatus.DONE:
        # Somebody reopened it after it was found.
        return 0
    after = before.close(at=at)
    await work.requests.save(after)
    await record(work, before, after, "request.closed", by=None, at=at)
    return 1
