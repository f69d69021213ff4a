"""What a tick is: its rhythm, its work, and what becomes of a slot that was missed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from actions.ports import Begin
from jobs.rhythm import Rhythm, Slot


class Missed(StrEnum):
    """What becomes of slots that no process was there for.

    `CATCH_UP` runs each by itself. `MERGE` runs them all as one, so that people get one message and not one a day.
    `SKIP` lets them go. What is older than the tick's `oldest` is let go in any case.
    """

    CATCH_UP = "catch_up"
    MERGE = "merge"
    SKIP = "skip"


class TickAction(Protocol):
    """What a tick does: safe to run again, with every change made by the `begin` it is given."""

    async def __call__(self, slots: Sequence[Slot], *, begin: Begin, at: datetime) -> object:
        """Do the work of *slots*, as of the moment *at*: one slot, or for `MERGE` all that were missed, in order."""
        ...


class Upcoming(Protocol):
    """When a frequent tick next has something to do."""

    async def __call__(self, *, begin: Begin, after: datetime) -> datetime | None:
        """Return the earliest moment later than *after* at which there is work; None when none is in sight."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Tick:
    """One row of the table. A slot that is later than `oldest` is not run any more; `SKIP` keeps it short.

    With `upcoming`, whoever travels in time passes over the slots that would find nothing to do.
    """

    name: str
    rhythm: Rhythm
    missed: Missed
    oldest: timedelta
    action: TickAction
    upcoming: Upcoming | None = None
