"""What is agreed with the units; every change is seen with the next look at the catalogue, on every replica."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, delete, func, insert, select, update

from domain.agreements import Agreement, AgreementLine, AgreementStatus
from domain.errors import NotFound, OutOfDate
from storage.columns import is_one_of
from storage.pilot_tables import agreement_lines, agreements, units
from storage.repository import Repository
from storage.rows import Row, row_of, value_of
from storage.settings import REVISION, Settings
from storage.statements import Statement, Values

# Requests name their unit and are not held up by this: only who changes its agreements is.
_HOLD = Statement(select(units.c.code).where(units.c.code == bindparam("unit")).with_for_update(key_share=True))
_GET = Statement(select(agreements).where(agreements.c.code == bindparam("key")))
_ALL = Statement(select(agreements).order_by(agreements.c.position))
_OF_UNIT = Statement(
    select(agreements).where(agreements.c.unit == bindparam("of")).order_by(agreements.c.start, agreements.c.position)
)
_EXPIRED = Statement(
    select(agreements)
    .where(is_one_of(agreements.c.status, AgreementStatus.SIGNED), agreements.c.end < bindparam("day"))
    .order_by(agreements.c.code)
)
_ALL_LINES = Statement(select(agreement_lines).order_by(agreement_lines.c.position))
_LINES = Statement(
    select(agreement_lines).where(agreement_lines.c.agreement == bindparam("key")).order_by(agreement_lines.c.position)
)
_NEXT_PLACE = Statement(select(func.coalesce(func.max(agreements.c.position), -1) + 1))
_NEXT_LINE_PLACE = Statement(select(func.coalesce(func.max(agreement_lines.c.position), -1) + 1))
_ADD = Statement(insert(agreements))
_REPLACE = Statement(
    update(agreements).where(agreements.c.code == bindparam("key"), agreements.c.version == bindparam("version_before"))
)
_ADD_LINE = Statement(insert(agreement_lines))
_DROP_LINES = Statement(delete(agreement_lines).where(agreement_lines.c.agreement == bindparam("key")))


class Agreements(Repository):
    """Keeps the agreements."""

    async def hold(self, unit: str) -> None:
        """Let nobody else change the agreements of *unit* until this transaction ends."""
        self._session.known.clear()
        await self._scalar(_HOLD, {"unit": unit})

    async def get(self, code: str) -> Agreement:
        """Return the agreement; raise NotFound when there is none."""
        row = await self._first(_GET, {"key": code})
        if row is None:
            raise NotFound(id=code)
        return self._value(row, await self._all(_LINES, {"key": code}))

    async def all(self) -> Sequence[Agreement]:
        """Return every agreement, in the order in which they came."""
        return await self._values(_ALL, None)

    async def of_unit(self, unit: str) -> Sequence[Agreement]:
        """Return the agreements of *unit* by their first days."""
        return await self._values(_OF_UNIT, {"of": unit})

    async def expired(self, day: date) -> Sequence[Agreement]:
        """Return the signed ones whose last day is before *day*."""
        return await self._values(_EXPIRED, {"day": day})

    async def add(self, agreement: Agreement) -> None:
        """Store a new agreement."""
        place = await self._scalar(_NEXT_PLACE)
        await self._do(_ADD, row_of(agreement, "lines") | {"position": place})
        await self._put_lines(agreement)
        await Settings(self._session).count_up(REVISION)

    async def save(self, agreement: Agreement) -> None:
        """Store it over the version before it; raise OutOfDate when somebody else was first."""
        before = {"key": agreement.code, "version_before": agreement.version - 1}
        if not await self._do(_REPLACE, row_of(agreement, "lines") | before):
            raise OutOfDate(id=agreement.code)
        await self._do(_DROP_LINES, {"key": agreement.code})
        await self._put_lines(agreement)
        await Settings(self._session).count_up(REVISION)

    async def _put_lines(self, agreement: Agreement) -> None:
        place = await self._scalar(_NEXT_LINE_PLACE)
        rows = [
            {"agreement": agreement.code, **row_of(line), "position": place + nth}
            for nth, line in enumerate(agreement.lines)
        ]
        await self._do_each(_ADD_LINE, rows)

    async def _values(self, statement: Statement, values: Values | None) -> Sequence[Agreement]:
        lines: dict[str, list[Row]] = defaultdict(list)
        for row in await self._all(_ALL_LINES):
            lines[row["agreement"]].append(row)
        return [self._value(row, lines[row["code"]]) for row in await self._all(statement, values)]

    @staticmethod
    def _value(row: Row, lines: Sequence[Row]) -> Agreement:
        return value_of(Agreement, row, lines=tuple(value_of(AgreementLine, each) for each in lines))
