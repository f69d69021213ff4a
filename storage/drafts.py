"""Orders that have not been placed yet."""

from sqlalchemy import bindparam, select, text
from typing_extensions import override

from domain.requests import OrderDraft
from storage.files import Files
from storage.repository import VersionedRepository
from storage.rows import in_utc
from storage.statements import Statement, Upsert
from storage.tables import drafts

_ADD = Upsert(drafts, lambda row: row.on_conflict_do_nothing(index_elements=["id"]))
_LATEST_LIVE = Statement(
    select(drafts)
    .where(drafts.c.person == bindparam("by"), text("request IS NULL AND NOT is_dropped"))
    .order_by(drafts.c.created_at.desc(), drafts.c.id.desc())
    .limit(1)
)


class Drafts(VersionedRepository[OrderDraft]):
    """Keeps what order cards hold."""

    _table = drafts
    _kind = OrderDraft

    @override
    async def add(self, value: OrderDraft, /) -> None:
        """Store it; one that is stored already stays as it is."""
        if await self._do(_ADD, self._row(value)):
            self._session.known[self._kind, value.id] = in_utc(value)
            Files(self._session).expect_none(f"draft:{value.id}")

    async def latest_live(self, person: str) -> OrderDraft | None:
        """Return the newest draft of *person* that is neither placed nor dropped, or None."""
        row = await self._first(_LATEST_LIVE, {"by": person})
        return None if row is None else self._value(row)
