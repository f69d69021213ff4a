"""Runs what is due: each slot once over all replicas, its claim and its work in one transaction."""

import json
import logging
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import perf_counter

from actions.ports import Begin, Work
from domain.audit import Origin
from jobs.rhythm import Slot
from jobs.ticks import Missed, Tick

SINCE = "ticks-since"
ON_TIME = timedelta(minutes=10)
"""A slot run within this of its moment counts as run at its moment."""
TROUBLE = "tick-trouble:"
"""What the settings begin with that hold how often a slot has failed."""
MOST_ATTEMPTS = 5
FIRST_PAUSE = timedelta(minutes=1)
PAUSE_GROWS = 4
TICK = timedelta(microseconds=1)

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """Slots of one tick that are run together; `is_run` is False for those that are only noted as skipped."""

    tick: Tick
    slots: tuple[Slot, ...]
    is_run: bool = True

    @property
    def last(self) -> Slot:
        """Return the newest slot."""
        return self.slots[-1]


@dataclass(frozen=True, kw_only=True, slots=True)
class Trouble:
    """How often a slot has failed, and from when it may be tried again."""

    attempts: int
    again: datetime


Observe = Callable[[str, str, float], None]
UNTOLD = frozenset({"taken", "waiting"})
"""What comes of a look at a slot that another runs, or whose next attempt is still to come."""


def unobserved(job: str, outcome: str, seconds: float) -> None:
    """Tell nobody of a run."""


def due_slots(tick: Tick, *, after: datetime, at: datetime) -> Sequence[Due]:
    """Return what is to be done at *at* about the slots of *tick* later than *after*, in order."""
    missed = tuple(tick.rhythm.slots(after=after, until=at))
    too_old = sum(at - slot.due > tick.oldest for slot in missed)
    first = max(too_old, len(missed) - 1) if tick.missed is Missed.SKIP else too_old
    stale, fresh = missed[:first], missed[first:]
    skipped = [Due(tick=tick, slots=stale, is_run=False)] if stale else []
    if tick.missed is Missed.MERGE and fresh:
        return [*skipped, Due(tick=tick, slots=fresh)]
    return [*skipped, *(Due(tick=tick, slots=(slot,)) for slot in fresh)]


class Runner:
    """Runs the slots of *ticks*. One for each process; any number of them over one database.

    *observe* is told of each run: the tick's name, how it went, and for how many seconds it ran.

    *since* is the moment before which no slot is ever run, where the database does not know one yet; without it that is
    the first moment seen.
    """

    def __init__(self, ticks: Sequence[Tick], since: datetime | None = None, observe: Observe = unobserved) -> None:
        self._ticks = tuple(ticks)
        self._since = since
        self._observe = observe
        # Between these two moments nothing falls due, so that a look need not ask the database.
        self._quiet: tuple[datetime, datetime] | None = None

    def next_due(self, after: datetime) -> datetime:
        """Return the moment of the earliest slot later than *after*.

        Raises:
            ValueError: there are no ticks.
        """
        return min(tick.rhythm.next_after(after).due for tick in self._ticks)

    async def next_needed(self, begin: Begin, *, after: datetime) -> datetime:
        """Return the moment of the earliest slot later than *after* that may find something to do.

        Raises:
            ValueError: there are no ticks.
        """
        regular = [tick.rhythm.next_after(after).due for tick in self._ticks if tick.upcoming is None]
        for tick in self._ticks:
            moment = await tick.upcoming(begin=begin, after=after) if tick.upcoming else None
            if moment is not None:
                regular.append(tick.rhythm.next_after(moment - TICK).due)
        return min(regular)

    async def run_due(self, begin: Begin, *, at: datetime) -> int:
        """Run every slot that is due at *at* and has not been run, in order of time; return how many this call ran.

        Safe to call twice, or on several replicas at once. What fails is noted, tried again after a pause, and given up
        after a number of attempts; later slots of the same tick wait for it, other ticks do not.
        """
        if self._quiet is not None and self._quiet[0] <= at < self._quiet[1]:
            return 0
        due = await self._find_due(begin, at)
        held: set[str] = set()
        ran = 0
        for each in due:
            if each.tick.name not in held:
                done = await self._run(each, begin=begin, at=at)
                ran += done or 0
                held |= {each.tick.name} if done is None else set()
        self._quiet = None if held or not self._ticks else (at, self.next_due(at))
        return ran

    async def _find_due(self, begin: Begin, at: datetime) -> Sequence[Due]:
        async with begin() as work:
            stored = await work.settings.put_if_absent(SINCE, (self._since or at).isoformat())
            since = datetime.fromisoformat(stored) - TICK
            found = [
                due
                for tick in self._ticks
                for due in due_slots(tick, after=max(since, await _last_run(work, tick, since)), at=at)
            ]
        return sorted(found, key=lambda due: due.last.due)

    async def _run(self, due: Due, *, begin: Begin, at: datetime) -> int | None:
        """Return how many slots were run; None when the work failed, or waits for its next attempt."""
        started = perf_counter()
        try:
            outcome, count = await _claim_and_work(due, begin=begin, at=at)
        except Exception as fault:  # noqa: BLE001  # one job's fault must not stop the others; it is noted and retried
            outcome, count = await _note_failure(due, fault, begin=begin, at=at), None
        seconds = perf_counter() - started
        if outcome not in UNTOLD:
            self._observe(due.tick.name, outcome, seconds)
            _log(due, outcome, round(seconds * 1000))
        return count


async def _last_run(work: Work, tick: Tick, since: datetime) -> datetime:
    name = await work.slots.last(tick.name)
    slot = tick.rhythm.slot_named(name) if name is not None else None
    return slot.due if slot is not None else since


async def _claim_and_work(due: Due, *, begin: Begin, at: datetime) -> tuple[str, int | None]:
    async with begin() as work:
        # Only the newest of what is skipped is written down: that is where the next look begins.
        wanted = due.slots if due.is_run else (due.last,)
        claimed = [slot for slot in wanted if await work.slots.claim(due.tick.name, slot.name, at=at)]
        if not claimed:
            return "taken", 0
        trouble = await _find_trouble(work, due)
        if trouble is not None and at < trouble.again and due.is_run:
            raise _Later
        if not due.is_run:
            await work.slots.finish(due.tick.name, due.last.name, at=at, outcome="skipped")
            return "skipped", 0
        moment = due.last.due if at - due.last.due <= ON_TIME else at
        work.come_from(Origin.JOB)
        await due.tick.action(claimed, begin=work.within(), at=moment)
        for slot in claimed:
            await work.slots.finish(due.tick.name, slot.name, at=at, outcome="done")
        return "done", len(claimed)


class _Later(Exception):
    """The pause after a failed attempt is not over: the claim is undone and the slot waits."""


def _trouble_name(due: Due) -> str:
    # By the oldest slot, so that a merged run keeps its count when another slot joins it.
    return f"{TROUBLE}{due.tick.name}:{due.slots[0].name}"


async def _find_trouble(work: Work, due: Due) -> Trouble | None:
    stored = await work.settings.find(_trouble_name(due))
    if stored is None:
        return None
    value = json.loads(stored)
    return Trouble(attempts=value["attempts"], again=datetime.fromisoformat(value["again"]))


async def _note_failure(due: Due, fault: Exception, *, begin: Begin, at: datetime) -> str:
    """Write the failed attempt down in a transaction of its own; after the last one, give the slots up."""
    if isinstance(fault, _Later):
        return "waiting"
    frames = "".join(traceback.format_tb(fault.__traceback__))
    # The error's own text may hold what a person wrote, so only its name and place are kept.
    logger.error("tick-failed", extra={"job": due.tick.name, "fault": type(fault).__name__, "frames": frames})
    async with begin() as work:
        before = await _find_trouble(work, due)
        attempts = 1 + (before.attempts if before else 0)
        again = at + FIRST_PAUSE * PAUSE_GROWS ** (attempts - 1)
        note = json.dumps({"attempts": attempts, "again": again.astimezone(UTC).isoformat()})
        await work.settings.put(_trouble_name(due), note)
        if attempts >= MOST_ATTEMPTS:
            await _give_up(work, due, fault, at=at)
    return "given-up" if attempts >= MOST_ATTEMPTS else "failed"


async def _give_up(work: Work, due: Due, fault: Exception, *, at: datetime) -> None:
    for slot in due.slots:
        if await work.slots.claim(due.tick.name, slot.name, at=at):
            await work.slots.finish(due.tick.name, slot.name, at=at, outcome=f"failed {type(fault).__name__}")


def _log(due: Due, outcome: str, duration_ms: int) -> None:
    extra = {"job": due.tick.name, "slot": due.last.name, "outcome": outcome, "duration_ms": duration_ms}
    logger.info("tick", extra=extra)
