"""A hand-written stand-in for the two repositories that the runner itself uses, with transactions that undo."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, cast

from domain.audit import Origin

if TYPE_CHECKING:
    from actions.ports import Begin, Work


@dataclass
class Rows:
    slots: dict[tuple[str, str], str | None] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)


class MemorySlots:
    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def claim(self, job: str, slot: str, *, at: datetime) -> bool:
        assert at.tzinfo is not None
        if (job, slot) in self._rows.slots:
            return False
        self._rows.slots[job, slot] = None
        return True

    async def finish(self, job: str, slot: str, *, at: datetime, outcome: str) -> None:
        assert at.tzinfo is not None
        self._rows.slots[job, slot] = outcome

    async def last(self, job: str) -> str | None:
        return max((slot for name, slot in self._rows.slots if name == job), default=None)


class MemorySettings:
    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def find(self, name: str) -> str | None:
        return self._rows.settings.get(name)

    async def put(self, name: str, value: str) -> None:
        self._rows.settings[name] = value

    async def put_if_absent(self, name: str, value: str) -> str:
        return self._rows.settings.setdefault(name, value)


class MemoryWork:
    def __init__(self, rows: Rows) -> None:
        self.slots = MemorySlots(rows)
        self.settings = MemorySettings(rows)
        self.origins: list[Origin] = []

    def come_from(self, origin: Origin) -> None:
        self.origins.append(origin)

    def within(self) -> "Begin":
        @asynccontextmanager
        async def begin() -> AsyncGenerator["Work"]:
            yield cast("Work", self)

        return begin


class Ledger:
    """One writer at a time, as SQLite; `opened` counts the transactions."""

    def __init__(self) -> None:
        self.rows = Rows()
        self.opened = 0
        self._lock = asyncio.Lock()

    @asynccontextmanager
    async def begin(self) -> AsyncGenerator["Work"]:
        async with self._lock:
            self.opened += 1
            before = deepcopy(self.rows)
            try:
                yield cast("Work", MemoryWork(self.rows))
            except BaseException:
                self.rows.slots, self.rows.settings = before.slots, before.settings
                raise

    def outcomes(self, job: str) -> dict[str, str | None]:
        return {slot: outcome for (name, slot), outcome in self.rows.slots.items() if name == job}
