"""Moving the development clock forward: from one due moment to the next, everything done and sent at each."""

from dataclasses import dataclass
from datetime import datetime

from actions.ports import Begin
from bot.clock import DeskClock
from bot.delivery import PATIENCE, Delivery
from jobs.runner import Runner


@dataclass(frozen=True, kw_only=True, slots=True)
class Traveller:
    """Takes the desk forward in time, alone or beside servers on the same database."""

    begin: Begin
    clock: DeskClock
    runner: Runner
    delivery: Delivery

    async def now(self) -> datetime:
        """Return the moment that the desk's clock shows."""
        await self.clock.refresh(self.begin)
        return self.clock.now()

    async def travel(self, to: datetime) -> datetime:
        """Step through all that falls due until *to*; return when it is done and sent.

        What is only due to be tried again later than the patience, waits for the next step or stays.
        """
        while True:
            at = await self.now()
            await self.runner.run_due(self.begin, at=at)
            await self.delivery.settle_down()
            if at >= to:
                return at
            await self._step(min(await self.runner.next_needed(self.begin, after=at), to))

    async def _step(self, to: datetime) -> None:
        """Move the clock when nothing is being sent: a jump would let the leases of what is under way run out."""
        async with self.begin() as work:
            at = await self.clock.read(work)
            due = await work.outbox.next_due()
            if due is None or due > at + PATIENCE:
                await self.clock.step(work, to=to)
