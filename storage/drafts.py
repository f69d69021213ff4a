"""Orders that have not been placed yet."""

from collections.abc import Collection, Mapping

from sqlalchemy import bindparam, select, text
from typing_extensions import override

from domain.errors import NotFound
from domain.requests import OrderDraft
from storage.files import Files
from storage.repository import VersionedRepository
from storage.rows import in_utc
from storage.statements import Statement, Upsert, filled
from storage.tables import drafts

_ADD = Upsert(drafts, lambda row: row.on_conflict_do_nothing(index_elements=["id"]))
# In one order, so that two who hold several never wait for each other.
_HOLD = Statement(
    select(drafts).where(drafts.c.id.in_(bindparam("ids", expanding=True))).order_by(drafts.c.id).with_for_update()
)
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
        """Store it; one that is stored already stays as it is, which on PostgreSQL is known when it is written."""
        files, subject, known = Files(self._session), f"draft:{value.id}", self._session.known
        if (self._kind, value.id) in known:
            return
        known[self._kind, value.id] = in_utc(value)
        files.expect_none(subject)

        def told(count: int) -> None:
            if count == 0:
                self._forget(value.id)
                files.expect_any(subject)

        await self._session.later(_ADD, self._row(value), told=told)

    async def hold(self, drafts: Collection[str], /) -> Mapping[str, OrderDraft]:
        """Return all of *drafts* as `get_locked` does each; raise NotFound when one is missing."""
        found = {each.id: each for each in await self._values(_HOLD, {"ids": filled(sorted(drafts))})}
        self._session.known.clear()
        if missing := set(drafts) - found.keys():
            raise NotFound(id=min(missing))
        return found

    async def latest_live(self, person: str) -> OrderDraft | None:
        """Return the newest draft of *person* that is neither placed nor dropped, or None."""
        row = await self._first(_LATEST_LIVE, {"by": person})
        return None if row is None else self._value(row)
