"""A desk with the example pilot, and a runner that steps through time."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from actions.ports import Begin
from catalog.models import Catalogue
from domain.notices import Owed
from domain.people import Person
from jobs.runner import Runner
from jobs.schedule import TICKS
from storage.unit_of_work import Storage
from tests.factories import NOW, TODAY


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    begin: Begin

    async def run_until(self, end: datetime, *, start: datetime = NOW) -> None:
        """Move the clock from due moment to due moment, as `clock --to` does."""
        runner = Runner(TICKS, since=start)
        at = start
        while at <= end:
            await runner.run_due(self.begin, at=at)
            at = await runner.next_needed(self.begin, after=at)

    async def notices(self, kind: str) -> list[Owed]:
        async with self.begin() as work:
            return [owed for owed in await work.outbox.list_notices() if owed.kind == kind]

    async def person(self, code: str) -> Person:
        async with self.begin() as work:
            return await work.people.get(code)

    async def catalogue(self) -> Catalogue:
        async with self.begin() as work:
            return await work.catalogues.read(day=TODAY)


@asynccontextmanager
async def open_desk(url: str) -> AsyncGenerator[Desk]:
    storage = Storage.open(url, is_durable=False)
    try:
        yield Desk(begin=storage.begin)
    finally:
        await storage.close()
