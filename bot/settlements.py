"""How sendings went, written down: those that end at about the same time in one transaction."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from actions.ports import Begin, Work
from bot.clock import DeskClock
from bot.connector import Sent
from bot.parcels import Parcel
from bot.wire import Address

MOST_TOGETHER = 32
GATHER_SECONDS = 0.03
"""How long to wait for more when several came at once the last time. A message that follows in its chat waits too."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ending:
    """How the sending of a parcel ended, and where it was sent."""

    parcel: Parcel
    sent: Sent
    address: Address | None


Write = Callable[[Work, Sequence[Ending], datetime], Awaitable[list[datetime | None]]]
"""Writes endings down; returns for each when its row is to be tried again, None when it is done with."""
_Waiting = tuple[Ending, "asyncio.Future[datetime | None]"]


class Settlements:
    """Takes endings from many sendings at once, and lets each go on when its own is stored."""

    def __init__(self, *, begin: Begin, clock: DeskClock, write: Write) -> None:
        self._begin = begin
        self._clock = clock
        self._write = write
        self._waiting: list[_Waiting] = []
        self._alone: list[_Waiting] = []
        self._writing: asyncio.Task[None] | None = None

    async def settle(self, ending: Ending) -> datetime | None:
        """Return when it is stored: the moment at which the row is to be tried again, None when it is done with.

        Raises:
            Exception: it could not be stored; the row's lease runs out and it comes back.
        """
        stored: asyncio.Future[datetime | None] = asyncio.get_running_loop().create_future()
        self._waiting.append((ending, stored))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())
        return await stored

    async def _write_all(self) -> None:
        try:
            while self._waiting or self._alone:
                if await self._write_some() > 1:
                    await asyncio.sleep(GATHER_SECONDS)
        finally:
            self._writing = None

    async def _write_some(self) -> int:
        """Store those that wait when the transaction begins; where one can't be, each by itself. Return how many."""
        taken: list[_Waiting] = []
        try:
            async with self._begin() as work:
                taken = self._take()
                ends = await self._store(work, [ending for ending, _ in taken])
        except Exception as fault:  # noqa: BLE001  # told to who waits for it
            if len(taken) > 1:
                self._alone += taken
                return 0
            for _, stored in taken or self._take():
                if not stored.done():
                    stored.set_exception(fault)
        else:
            for (_, stored), end in zip(taken, ends, strict=True):
                if not stored.done():
                    stored.set_result(end)
        return len(taken)

    def _take(self) -> list[_Waiting]:
        if self._alone:
            return [self._alone.pop(0)]
        taken, self._waiting = self._waiting[:MOST_TOGETHER], self._waiting[MOST_TOGETHER:]
        return taken

    async def _store(self, work: Work, endings: Sequence[Ending]) -> list[datetime | None]:
        # The offset was read when the row was taken, a moment ago.
        at = self._clock.now()
        return await self._write(work, endings, at)
