"""Which slots of scheduled jobs have been run."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select, update

from storage.repository import Repository
from storage.statements import Statement, Upsert
from storage.tables import slots

_MOST_LISTED = 300
_CLAIM = Upsert(slots, lambda row: row.on_conflict_do_nothing().returning(slots.c.slot))
_FINISH = Statement(update(slots).where(slots.c.job == bindparam("of_job"), slots.c.slot == bindparam("of_slot")))
_LAST = Statement(select(func.max(slots.c.slot)).where(slots.c.job == bindparam("of_job")))


class Slots(Repository):
    """Gives each slot to one process, once."""

    async def claim(self, job: str, slot: str, *, at: datetime) -> bool:
        """Take the slot; False when it was taken, here or on another replica."""
        return await self._scalar(_CLAIM, {"job": job, "slot": slot, "started_at": at}) is not None

    async def finish(self, job: str, slot: str, *, at: datetime, outcome: str) -> None:
        """Note how it went."""
        of_it = {"of_job": job, "of_slot": slot}
        await self._do(_FINISH, of_it | {"finished_at": at, "outcome": outcome})

    async def last(self, job: str) -> str | None:
        """Return the latest slot of the job, or None; slots are named so that the latest sorts last."""
        latest: str | None = await self._scalar(_LAST, {"of_job": job})
        return latest

    async def all(self) -> Sequence[tuple[str, str, datetime, str | None]]:
        """Return (job, slot, started, outcome), newest first, at most a few hundred."""
        newest = select(slots).order_by(slots.c.started_at.desc(), slots.c.slot.desc(), slots.c.job).limit(_MOST_LISTED)
        return [(row["job"], row["slot"], row["started_at"], row["outcome"]) for row in await self._all(newest)]
