"""Orders that have not been placed yet."""

from sqlalchemy import select
from typing_extensions import override

from domain.requests import OrderDraft
from storage.repository import VersionedRepository
from storage.tables import drafts


class Drafts(VersionedRepository[OrderDraft]):
    """Keeps what order cards hold."""

    _table = drafts
    _kind = OrderDraft

    @override
    async def add(self, value: OrderDraft, /) -> None:
        """Store it; one that is stored already stays as it is."""
        await self._do(self._insert(drafts).values(self._row(value)).on_conflict_do_nothing(index_elements=["id"]))

    async def latest_live(self, person: str) -> OrderDraft | None:
        """Return the newest draft of *person* that is neither placed nor dropped, or None."""
        is_live = drafts.c.request.is_(None) & ~drafts.c.is_dropped
        theirs = select(drafts).where(drafts.c.person == person, is_live)
        row = await self._first(theirs.order_by(drafts.c.created_at.desc(), drafts.c.id.desc()).limit(1))
        return None if row is None else self._value(row)
