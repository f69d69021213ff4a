"""The clockwork: APScheduler, in memory only, that looks every few seconds for what is due. No deadline lives in it."""

import logging
import traceback
from collections.abc import Awaitable, Callable
from datetime import UTC, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

GRACE_SECONDS = 300
logger = logging.getLogger(__name__)


def start_scheduler(run: Callable[[], Awaitable[object]], every: timedelta) -> Callable[[], None]:
    """Call *run* once each *every* on the running event loop, never twice at a time; return what stops it.

    An error of *run* is logged and the next call comes as usual.
    """

    async def look() -> None:
        try:
            await run()
        except Exception as fault:  # noqa: BLE001  # the database may be away: the next look finds the same slots
            frames = "".join(traceback.format_tb(fault.__traceback__))
            logger.error("ticks-failed", extra={"fault": type(fault).__name__, "frames": frames})  # noqa: TRY400

    scheduler = AsyncIOScheduler(
        timezone=UTC,
        job_defaults={"coalesce": True, "misfire_grace_time": GRACE_SECONDS, "max_instances": 1},
    )
    scheduler.add_job(look, "interval", seconds=every.total_seconds())
    scheduler.start()
    return lambda: scheduler.shutdown(wait=False)
