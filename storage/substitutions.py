"""Who approves instead of whom, and when."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, select

from domain.substitutes import Substitution
from storage.repository import VersionedRepository
from storage.staff_tables import STANDING, substitutions
from storage.statements import Statement

_OF_DAYS = Statement(
    select(substitutions)
    .where(
        STANDING,
        substitutions.c.first <= bindparam("last_day"),
        substitutions.c.last >= bindparam("first_day"),
    )
    .order_by(substitutions.c.named_at, substitutions.c.id)
)


class Substitutions(VersionedRepository[Substitution]):
    """Keeps the days on which somebody approves for a principal."""

    _table = substitutions
    _kind = Substitution

    async def next_id(self) -> str:
        """Return the next number; people never see it."""
        return str(await self._count_up("substitution"))

    async def of_days(self, first: date, last: date) -> Sequence[Substitution]:
        """Return what touches the days from *first* to *last* and is not over, oldest first."""
        return await self._values(_OF_DAYS, {"first_day": first, "last_day": last})
