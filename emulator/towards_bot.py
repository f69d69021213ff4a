"""Deliveries to the bot: sent again as Teams does when no answer comes, and written down."""

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

import aiohttp

from emulator.events import Events
from emulator.faults import FaultRule, Faults
from emulator.journal import Journal
from emulator.traffic import TO_BOT, Exchange, Traffic
from emulator.wire import JsonObject, read_json, text

ANSWER_WAIT_SECONDS = 15.0
_HELD_SECONDS = 2.0
PAUSE_SECONDS = 1.0
TIMES_SENT_AGAIN = 4
_SERVER_ERROR = 500

_log = logging.getLogger("emulator.towards_bot")


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivered:
    """How it went: the bot's HTTP status, 0 when no answer came; its body when that was JSON, and as it came."""

    status: int
    body: object = None
    raw: bytes = b""

    @property
    def is_taken(self) -> bool:
        """Tell whether the bot took it."""
        return 200 <= self.status < 300  # noqa: PLR2004 - what HTTP calls success


@dataclass(frozen=True, kw_only=True, slots=True)
class _Parcel:
    """What is on its way: whose it is, from which room, and the name of the fault that it meets."""

    activity: JsonObject
    person: str
    room: str
    fault: str | None

    @property
    def is_invoke(self) -> bool:
        """Tell whether somebody waits for the answer, so that it is sent once."""
        return self.activity["type"] == "invoke"


class TowardsBot:
    """Sends activities to one bot."""

    def __init__(
        self,
        url: str,
        *,
        faults: Faults,
        journal: Journal,
        traffic: Traffic,
        events: Events,
        now: Callable[[], datetime],
        again: Callable[[JsonObject], JsonObject],
        time_scale: float = 1.0,
    ) -> None:
        """Send to *url*; *time_scale* stretches (above 1) or shortens the waits that Teams has.

        What is sent once more goes as *again* writes it: with a new time. All of it is kept in *traffic*, at the time
        of the chats, which *now* tells.
        """
        self.url = url
        self._faults = faults
        self._events = events
        self._journal = journal
        self._traffic = traffic
        self._now = now
        self._time_scale = time_scale
        self._session: aiohttp.ClientSession | None = None
        self._held: dict[str, asyncio.Event] = {}
        self._again = again

    async def close(self) -> None:
        """End the connections."""
        if self._session:
            await self._session.close()

    def session(self) -> aiohttp.ClientSession:
        """Return the session that all calls to the bot share."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0)
            self._session = aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=None))
        return self._session

    async def deliver(self, activity: JsonObject, *, person: str, chat: str) -> Delivered:
        """Deliver *activity* of *person* and return how it went; pages of *chat* see that the bot is at work.

        Anything but an invoke is sent again up to four times when no answer comes or the bot fails; an invoke has
        somebody waiting at the button, who presses again. A fault on order sends it twice at once.
        """
        self._events.tell("working", chat=chat, on=True)
        try:
            return await self._deliver(activity, person, chat)
        finally:
            self._events.tell("working", chat=chat, on=False)

    async def _deliver(self, activity: JsonObject, person: str, room: str) -> Delivered:
        path = f"{text(activity, 'type')}/{text(activity, 'name')}"
        rule = self._faults.take(method="POST", path=path, person=person, delivery=True)
        parcel = _Parcel(activity=activity, person=person, room=room, fault=rule.name if rule else None)
        if rule is not None and rule.deliver == "out_of_order":
            await self._hold_back(person)
            return await self._insist(parcel)
        delivered = await self._deliver_by(rule, parcel)
        if person in self._held:
            self._held.pop(person).set()
        return delivered

    async def _deliver_by(self, rule: FaultRule | None, parcel: _Parcel) -> Delivered:
        if rule is not None and rule.deliver == "twice":
            first, _ = await asyncio.gather(self._insist(parcel), self._insist(parcel))
            return first
        if rule is not None and rule.deliver == "late":
            return await self._lose_answer(parcel)
        if rule is not None:
            await asyncio.sleep(rule.delay_ms / 1000)
        return await self._insist(parcel)

    async def _hold_back(self, person: str) -> None:
        """Wait until something later of *person* has been delivered, or until nothing comes."""
        overtaken = self._held.setdefault(person, asyncio.Event())
        with suppress(TimeoutError):
            await asyncio.wait_for(overtaken.wait(), _HELD_SECONDS * self._time_scale)
        if self._held.get(person) is overtaken:
            del self._held[person]

    async def _lose_answer(self, parcel: _Parcel) -> Delivered:
        """Deliver, take no notice of the answer, and do as when none has come: send again, but never an invoke."""
        await self._send(parcel, attempt=1)
        await asyncio.sleep(ANSWER_WAIT_SECONDS * self._time_scale)
        if parcel.is_invoke:
            return Delivered(status=0)
        return await self._insist(parcel, begun=1)

    async def _insist(self, parcel: _Parcel, *, begun: int = 0) -> Delivered:
        times = 1 if parcel.is_invoke else 1 + TIMES_SENT_AGAIN
        delivered = Delivered(status=0)
        for attempt in range(1 + begun, times + 1):
            delivered = await self._send(parcel, attempt=attempt)
            if 0 < delivered.status < _SERVER_ERROR:
                break
            if attempt < times:
                await asyncio.sleep(PAUSE_SECONDS * 2 ** (attempt - 1) * self._time_scale)
        return delivered

    async def _send(self, parcel: _Parcel, *, attempt: int) -> Delivered:
        activity = parcel.activity if attempt == 1 else self._again(parcel.activity)
        began, at = time.perf_counter(), self._now()
        delivered = await self._post(activity)
        duration_ms = round((time.perf_counter() - began) * 1000, 1)
        self._traffic.keep(
            Exchange(
                at=at,
                towards=TO_BOT,
                method="POST",
                address=self.url,
                room=parcel.room,
                person=parcel.person,
                sent=activity,
                status=delivered.status,
                response=delivered.raw,
                duration_ms=duration_ms,
                about=(str(activity["id"]), text(activity, "replyToId")),
                attempt=attempt,
                fault=parcel.fault,
            )
        )
        self._journal.write(
            "delivery",
            id=activity["id"],
            type=activity["type"],
            name=activity.get("name"),
            person=parcel.person,
            attempt=attempt,
            status=delivered.status,
            fault=parcel.fault is not None,
            fault_kind=parcel.fault,
            duration_ms=duration_ms,
        )
        return delivered

    async def _post(self, activity: JsonObject) -> Delivered:
        wait = aiohttp.ClientTimeout(total=ANSWER_WAIT_SECONDS * self._time_scale)
        try:
            async with self.session().post(self.url, json=activity, timeout=wait) as response:
                raw = await response.read()
                return Delivered(status=response.status, body=_json_or_none(raw), raw=raw)
        except (aiohttp.ClientError, TimeoutError) as error:
            _log.warning("bot did not answer: %s", type(error).__name__)
            return Delivered(status=0)


def _json_or_none(raw: bytes) -> object:
    try:
        return read_json(raw)
    except ValueError:
        return None
