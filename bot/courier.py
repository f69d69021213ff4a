"""Takes rows from the outbox, words them, sends them, and writes down how it went."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from actions.ports import Begin, Work
from actions.surveys import progress_of_waves
from bot import failures
from bot.clock import DeskClock
from bot.connector import Road, Sent
from bot.directory import Directory
from bot.endings import write_down
from bot.limits import Limits, NoPlace
from bot.locks import KeyedLocks
from bot.logs import told
from bot.metrics import Metrics
from bot.packing import Packer
from bot.parcels import Parcel
from bot.settlements import Ending, Settlements
from bot.wire import Address, JsonObject, message_body
from catalog.models import Party
from dialogs.letters import Letter
from domain.notices import REPLY, Conversation, Owed, OwedStatus, Progress

LEASE = timedelta(seconds=15)
"""How long a row is held by one who sends it: longer than a call takes, shorter than what `clock --to` waits for."""
LANDING_SECONDS = 1.0

_log = logging.getLogger(__name__)

SendLetter = Callable[[Party, Letter], Awaitable[Sent]]


class Courier:
    """Sends parcels; one for each process, known to the others by *owner*."""

    def __init__(
        self,
        *,
        begin: Begin,
        clock: DeskClock,
        packer: Packer,
        road: Road,
        letter: SendLetter,
        limits: Limits,
        metrics: Metrics,
        owner: str,
    ) -> None:
        self._begin = begin
        self._clock = clock
        self._packer = packer
        self._road = road
        self._letter = letter
        self._limits = limits
        self._metrics = metrics
        self._owner = owner
        self._locks = KeyedLocks()
        self._is_crowded = False
        self._landing: dict[tuple[str, str], asyncio.Event] = {}
        self._settlements = Settlements(begin=begin, clock=clock, write=write_down)

    async def owe(
        self, work: Work, messages: Sequence[Owed], *, at: datetime, directory: Directory
    ) -> Sequence[Parcel]:
        """Owe what is due at once, of one chat, in the transaction of its cause; return what this process is to send.

        It is worded here: a fault undoes that transaction.
        """
        parcels: list[Parcel] = []
        beside: list[int] = []
        for message in messages:
            owed = await work.outbox.put_leased(message, now=at, owner=self._owner, lease=LEASE, beside=beside)
            if owed is None or owed.id is None or owed.status is not OwedStatus.SENDING:
                continue
            beside.append(owed.id)
            parcel = await self._packer.pack(work, owed, at=at, directory=directory)
            parcels += () if parcel is None else (parcel,)
        return parcels

    async def claim(self, limit: int, *, lanes: Collection[str] | None = None) -> Sequence[Parcel]:
        """Take up to *limit* rows that are due, of *lanes* or of all. One that can't be worded is put back."""
        async with self._begin() as work:
            at = await self._clock.read(work)
            claimed = await self._claim(work, limit, lanes=lanes, at=at)
            directory = Directory(work)
            await directory.read_for(claimed)
            packed = [await self._pack_safely(work, owed, at=at, directory=directory) for owed in claimed]
        return [parcel for parcel in packed if parcel is not None]

    async def _claim(self, work: Work, limit: int, *, lanes: Collection[str] | None, at: datetime) -> Sequence[Owed]:
        """Take what is due, in order; where there is more than can go, what does not go to everybody goes first."""
        prompt: Sequence[Owed] = ()
        if self._is_crowded and lanes is None:
            prompt = await work.outbox.claim_prompt(now=at, owner=self._owner, lease=LEASE, limit=limit)
        rest = limit - len(prompt)
        others = await work.outbox.claim(now=at, owner=self._owner, lease=LEASE, limit=rest, lanes=lanes)
        self._is_crowded = len(others) == rest
        return [*prompt, *others]

    async def next_due(self) -> tuple[datetime, datetime | None]:
        """Return the moment it is, and when the next row that is under way falls due."""
        async with self._begin() as work:
            return await self._clock.read(work), await work.outbox.next_due()

    async def waves(self) -> Mapping[str, Progress]:
        """Return how far the questions of each open wave have come, by month."""
        async with self._begin() as work:
            return await progress_of_waves(work, at=await self._clock.read(work))

    async def deliver(self, parcels: Sequence[Parcel], road: Road | None = None) -> None:
        """Send parcels of one chat in order; after one that is to be tried again, the rest wait too."""
        for number, parcel in enumerate(parcels):
            async with self._locks.hold(parcel.chat):
                again = await self._deliver(parcel, road or self._road)
            if again is not None:
                return await self._put_back(parcels[number + 1 :], behind=again)
        return None

    async def _deliver(self, parcel: Parcel, road: Road) -> datetime | None:
        if parcel.party is not None and parcel.letter is not None:
            return await self._settle(parcel, await self._letter(parcel.party, parcel.letter), None)
        try:
            sent, address = await self._call(parcel, road)
        except NoPlace as full:
            return await self._wait_outside(parcel, full.wait_seconds)
        return await self._settle(parcel, sent, address)

    async def _call(self, parcel: Parcel, road: Road) -> tuple[Sent, Address | None]:
        """Write to the chat, opened first where there is none; each call has its place within the limits.

        Raises:
            NoPlace: there is none for a while.
        """
        is_first, address = parcel.owed.kind == REPLY, parcel.address
        if address is None:
            opened, address = await self._open(parcel, road, is_first=is_first)
            if address is None:
                return opened, None
        await self._limits.wait_for(address.conversation)
        async with self._limits.place(is_first=is_first):
            sent = await self._send(parcel, address, road)
        self._limits.note(address.conversation)
        return sent, address

    async def _send(self, parcel: Parcel, address: Address, road: Road) -> Sent:
        body = message_body(address, text=parcel.text, card=parcel.card, summary=parcel.summary)
        if parcel.replaces is None:
            return await road.send(address, body)
        updated = await self._update(address, parcel.replaces, body, road)
        if updated.status != failures.NOT_FOUND:
            return updated
        # Teams now and then does not find a message that is there; whoever looks at the chat must see how it stands.
        _log.info("card-sent-anew", extra={"row": parcel.row})
        return replace(await road.send(address, body), code="SentAnew")

    async def _update(self, address: Address, activity: str, body: JsonObject, road: Road) -> Sent:
        # Only one sender at a time writes in a chat, so there is one update of a message on its way at most.
        landing = self._landing[address.conversation, activity] = asyncio.Event()
        try:
            return await road.update(address, activity, body)
        finally:
            del self._landing[address.conversation, activity]
            landing.set()

    async def landed(self, conversation: str, activity: str) -> None:
        """Return when no update of the message is on its way, or after a moment.

        What answers a press before such an update lands is covered by it, and the card looks as it was for a while.
        """
        landing = self._landing.get((conversation, activity))
        if landing is not None:
            with suppress(TimeoutError):
                await asyncio.wait_for(landing.wait(), LANDING_SECONDS)

    async def _open(self, parcel: Parcel, road: Road, *, is_first: bool) -> tuple[Sent, Address | None]:
        opening = parcel.opening
        assert opening is not None  # noqa: S101  # packing gives one or the other
        async with self._limits.place(is_first=is_first):
            sent = await road.create_conversation(
                opening.service_url, person=parcel.reader.aad_object_id, tenant=opening.tenant or "", bot=opening.bot
            )
        if not sent.is_ok or sent.id is None:
            return (replace(sent, status=failures.BAD_GATEWAY, code="NoConversation") if sent.is_ok else sent), None
        address = replace(opening, conversation=sent.id)
        chat = Conversation(
            id=sent.id, person=parcel.reader.code, is_personal=True, is_active=True, address=address.to_values()
        )
        async with self._begin() as work:
            await work.conversations.remember(chat)
            await work.outbox.catch_up(chat.id, at=await self._clock.read(work))
        return sent, address

    async def _wait_outside(self, parcel: Parcel, seconds: float) -> datetime:
        async with self._begin() as work:
            again = await self._clock.read(work) + timedelta(seconds=seconds)
            await work.outbox.retry(parcel.row, due=again, error="at the limit")
        return again

    async def _settle(self, parcel: Parcel, sent: Sent, address: Address | None) -> datetime | None:
        """Write down how it went; return when the row is to be tried again, None when it is done with."""
        again = await self._settlements.settle(Ending(parcel=parcel, sent=sent, address=address))
        outcome = "sent" if sent.is_ok else "refused" if again is None else "retried"
        self._metrics.delivery(outcome)
        fields = {"row": parcel.row, "kind": parcel.owed.kind, "outcome": outcome, "status": sent.status}
        _log.info("delivery", extra=fields)
        return again

    async def _pack_safely(self, work: Work, owed: Owed, *, at: datetime, directory: Directory) -> Parcel | None:
        try:
            async with work.within()() as attempt:
                return await self._packer.pack(attempt, owed, at=at, directory=directory)
        except Exception as fault:  # noqa: BLE001  # one message that can't be worded must not hold up all the others
            _log.error("packing-fault", extra={"row": owed.id, "kind": owed.kind, **told(fault)})
            await failures.put_off(work, owed, error=f"fault {type(fault).__name__}", at=at)
            return None

    async def _put_back(self, parcels: Sequence[Parcel], *, behind: datetime) -> None:
        async with self._begin() as work:
            for number, parcel in enumerate(parcels, start=1):
                due = behind + timedelta(microseconds=number)
                await work.outbox.retry(parcel.row, due=due, error="behind another")
