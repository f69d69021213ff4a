"""The cause log."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select

from domain.causes import Cause
from storage.cause_tables import causes
from storage.repository import VersionedRepository
from storage.statements import Statement

_NEWEST = Statement(select(causes).order_by(causes.c.at.desc(), causes.c.id.desc()).limit(bindparam("most")))


class Causes(VersionedRepository[Cause]):
    """Keeps the problems, their causes, and what was done about them."""

    _table = causes
    _kind = Cause

    async def next_id(self, year: int) -> str:
        """Return the next number of the year."""
        return f"O-{year}-{await self._count_up(f'O-{year}'):04d}"

    async def newest(self, most: int) -> Sequence[Cause]:
        """Return the newest entries, newest first."""
        return await self._values(_NEWEST, {"most": most})
