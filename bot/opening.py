"""The database and its clock, opened for a command: it reads no sentence and sends nothing, so it starts quickly."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from bot.clock import DeskClock
from bot.settings import Settings
from storage.unit_of_work import Storage


@asynccontextmanager
async def opened(settings: Settings) -> AsyncGenerator[tuple[Storage, DeskClock]]:
    """Open the database, bring it to head, and start its clock if it never was."""
    storage = Storage.open(settings.database)
    clock = DeskClock(is_development=settings.is_development)
    try:
        await storage.upgrade()
        await clock.start(storage.begin, at=settings.clock)
        yield storage, clock
    finally:
        await storage.close()
