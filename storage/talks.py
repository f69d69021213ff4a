"""The talks between people and the coordinators who answer them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select

from domain.talks import Talk, TalkLine, TalkStatus
from storage.columns import is_one_of
from storage.repository import VersionedRepository
from storage.rows import row_of, value_of
from storage.statements import Statement
from storage.tables import talk_lines, talks

_LIVE = Statement(
    select(talks)
    .where(is_one_of(talks.c.status, TalkStatus.WAITING, TalkStatus.TAKEN))
    .order_by(talks.c.created_at, talks.c.id)
)
_LINES = Statement(select(talk_lines).where(talk_lines.c.talk == bindparam("key")).order_by(talk_lines.c.nth))


class Talks(VersionedRepository[Talk]):
    """Keeps the talks; their words apart, so that those can go and the talk stay."""

    _table = talks
    _kind = Talk

    async def next_id(self) -> str:
        """Return the next number; people never see it."""
        return str(await self._count_up("talk"))

    async def live(self) -> Sequence[Talk]:
        """Return the talks that have not ended, oldest first; there are few."""
        return await self._values(_LIVE)

    async def put_line(self, line: TalkLine) -> None:
        """Keep what somebody wrote."""
        await self._do(insert(talk_lines), row_of(line))

    async def lines(self, talk: str) -> Sequence[TalkLine]:
        """Return what was written in the talk, oldest first."""
        return [value_of(TalkLine, row) for row in await self._all(_LINES, {"key": talk})]

    async def forget_words(self, *, ended_before: datetime) -> int:
        """Erase what was written in talks that ended before then; return how many lines."""
        over = select(talks.c.id).where(talks.c.ended_at < ended_before)
        return await self._do(delete(talk_lines).where(talk_lines.c.talk.in_(over)))
