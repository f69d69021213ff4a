"""The worker that sends what the outbox owes: woken by each commit, and every second."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta

from bot.courier import LEASE, Courier
from bot.logs import told
from bot.metrics import Metrics
from bot.parcels import Parcel

MOST_IN_FLIGHT = 64
SECONDS_AHEAD = 2
"""No more is taken than goes out in so long: what waits for its place holds a lease meanwhile."""
LOOK_EVERY_SECONDS = 1.0
BREATH_SECONDS = 0.05
"""A pause between two looks, in which what is owed gathers: many rows cost a look no more than one."""
GLANCE_SECONDS = 0.02
"""A pause between two looks of one who waits until all is sent; the worker takes no breath meanwhile."""
LONGEST_BREATH_SECONDS = 0.1
"""How long a look waits for the half of those in flight to land, so that it can take many at once."""
FINISH_SECONDS = 5.0
SECOND_OF_TEAMS = 1.0
PATIENCE = timedelta(seconds=60)
"""How far ahead a row may be due and still be waited for by `settle_down`. Longer than any lease."""

_log = logging.getLogger(__name__)


class Delivery:
    """Keeps parcels moving: those of a chat in order, different chats at the same time."""

    def __init__(self, courier: Courier, *, metrics: Metrics, per_second: int) -> None:
        self._courier = courier
        self._most_in_flight = min(MOST_IN_FLIGHT, per_second * SECONDS_AHEAD)
        self._metrics = metrics
        self._wake = asyncio.Event()
        self._has_room = asyncio.Event()
        self._in_flight: set[asyncio.Task[None]] = set()
        self._in_a_hurry = 0
        self._worker: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to send what is owed."""
        self._worker = asyncio.create_task(self._work())

    async def stop(self) -> None:
        """Take nothing new, and finish what is in flight within a few seconds; the rest comes back by its lease."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.cancel()
            await asyncio.gather(worker, return_exceptions=True)
        if self._in_flight:
            _, late = await asyncio.wait(self._in_flight, timeout=FINISH_SECONDS)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def wake(self) -> None:
        """Look at the outbox now: something has been owed."""
        self._wake.set()

    def post(self, parcels: Sequence[Parcel]) -> None:
        """Send parcels of one chat that have been taken already, and look for what else was owed with them."""
        if parcels:
            self._spawn(parcels)
        self.wake()

    async def settle_down(self) -> None:
        """Return when nothing is under way: sent, or waiting, given up, or due only later than the patience."""
        self._in_a_hurry += 1
        try:
            while True:
                self.wake()
                now, due = await self._courier.next_due()
                if not self._in_flight and (due is None or due > now + PATIENCE):
                    return
                await asyncio.sleep(GLANCE_SECONDS)
        finally:
            self._in_a_hurry -= 1

    async def measure(self) -> None:
        """Set the metrics of the outbox, and of the waves that are open."""
        now, due = await self._courier.next_due()
        lag = max(0.0, (now - due).total_seconds()) if due is not None else 0.0
        self._metrics.outbox(in_flight=len(self._in_flight), lag_seconds=lag)
        self._metrics.waves(await self._courier.waves())

    async def _work(self) -> None:
        await self._let_the_last_second_pass()
        while True:
            self._wake.clear()
            try:
                is_there_more = await self._take_some()
            except Exception as fault:  # noqa: BLE001  # the database may be away; the outbox is still there when it is back
                _log.error("delivery-fault", extra=told(fault))
                is_there_more = False
                await asyncio.sleep(LOOK_EVERY_SECONDS)
            await (self._until_there_is_room() if is_there_more else self._rest())

    async def _let_the_last_second_pass(self) -> None:
        """Wait where work was left: Teams still counts what a process sent that ended a moment ago."""
        try:
            now, due = await self._courier.next_due()
        except Exception as fault:  # noqa: BLE001  # the database may be away; nothing is taken before it is back
            _log.error("delivery-fault", extra=told(fault))
            return
        if due is not None and due <= now + LEASE:
            await asyncio.sleep(SECOND_OF_TEAMS)

    async def _take_some(self) -> bool:
        """Take what is due as far as there is room; tell whether there may be more."""
        room = self._most_in_flight - len(self._in_flight)
        parcels = await self._courier.claim(room) if room > 0 else ()
        for parcel in parcels:
            self._spawn([parcel])
        return len(parcels) >= room

    async def _until_there_is_room(self) -> None:
        """Wait until half of the room is free, so that many are taken at once; not long: the slow hold up nobody."""
        self._has_room.clear()
        await _until(self._has_room, seconds=LONGEST_BREATH_SECONDS)

    async def _rest(self) -> None:
        await _until(self._wake, seconds=LOOK_EVERY_SECONDS)
        if not self._in_a_hurry:
            await asyncio.sleep(BREATH_SECONDS)

    def _spawn(self, parcels: Sequence[Parcel]) -> None:
        task = asyncio.create_task(self._deliver(parcels))
        self._in_flight.add(task)
        task.add_done_callback(self._landed)

    async def _deliver(self, parcels: Sequence[Parcel]) -> None:
        try:
            await self._courier.deliver(parcels)
        except Exception as fault:  # noqa: BLE001  # not settled: the lease runs out and the row comes back
            _log.error("delivery-fault", extra={"rows": [each.row for each in parcels], **told(fault)})

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._in_flight.discard(task)
        if len(self._in_flight) <= self._most_in_flight // 2:
            self._has_room.set()
        # The next row for the same chat may be taken now.
        self.wake()


async def _until(event: asyncio.Event, *, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return
