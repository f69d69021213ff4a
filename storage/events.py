"""The story of everything."""

from collections.abc import Collection, Sequence

from sqlalchemy import insert, select

from domain.notices import Event
from storage.repository import Repository
from storage.rows import row_of, value_of
from storage.statements import Statement
from storage.tables import events

_PUT = Statement(insert(events))


class Events(Repository):
    """Keeps what happened, in the order it happened; only ever added to."""

    async def put(self, event: Event) -> None:
        """Add it to the story."""
        await self._do(_PUT, row_of(event))

    async def put_all(self, new: Collection[Event]) -> None:
        """Add them to the story, in their order."""
        await self._do_each(_PUT, [row_of(each) for each in new])

    async def of_subject(self, subject: str) -> Sequence[Event]:
        """Return the story of *subject*."""
        of_it = select(events).where(events.c.subject == subject).order_by(events.c.id)
        return [value_of(Event, row) for row in await self._all(of_it)]

    async def all(self) -> Sequence[Event]:
        """Return the whole story."""
        return [value_of(Event, row) for row in await self._all(select(events).order_by(events.c.id))]
