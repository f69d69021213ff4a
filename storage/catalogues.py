"""The catalogue as it stands on a day, and the load of a whole pilot."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from sqlalchemy import Table, and_, bindparam, func, select

from catalog.models import (
    BoundaryRow,
    Catalogue,
    Competence,
    Indicator,
    Party,
    Pilot,
    Place,
    Service,
    Unit,
)
from domain.money import NOTHING
from domain.people import Permissions, Role, Scope
from storage import pilot_tables as tables
from storage.agreements import Agreements
from storage.pilot_load import load_pilot
from storage.repository import Repository
from storage.rows import Row, Value, value_of
from storage.settings import REVISION, Settings
from storage.statements import Statement


@cache
def _in_order(table: Table) -> Statement:
    return Statement(select(table).order_by(table.c.position))


def _prices() -> Statement:
    prices = tables.service_prices
    latest = select(prices.c.service, func.max(prices.c.valid_from).label("valid_from"))
    latest_of = latest.where(prices.c.valid_from <= bindparam("on_day")).group_by(prices.c.service).subquery()
    is_latest = and_(prices.c.service == latest_of.c.service, prices.c.valid_from == latest_of.c.valid_from)
    return Statement(select(prices).join(latest_of, is_latest))


_PRICES = _prices()
_BUDGET = Statement(
    select(tables.budget.c.amount_sek).where(
        tables.budget.c.year == bindparam("in_year"), tables.budget.c.unit == bindparam("of_unit")
    )
)


class Catalogues(Repository):
    """Reads the catalogue as one value, and stores a pilot in one go."""

    async def revision(self) -> int:
        """Return a number that grows with each load or agreement that changed something; 0 before the first."""
        return int(await Settings(self._session).find(REVISION) or 0)

    async def read(self, *, day: date) -> Catalogue:
        """Return the whole catalogue with the prices in force on *day*."""
        return Catalogue(
            revision=await self.revision(),
            units={unit.code: unit for unit in await self._list(Unit, tables.units)},
            places=tuple(await self._list(Place, tables.places)),
            services={service.code: service for service in await self._services(day)},
            boundary={row.code: row for row in await self._list(BoundaryRow, tables.boundary)},
            parties={party.code: party for party in await self._list(Party, tables.parties)},
            agreements=tuple(await Agreements(self._session).all()),
            competences={each.code: each for each in await self._list(Competence, tables.competences)},
            indicators={each.code: each for each in await self._list(Indicator, tables.indicators)},
            permissions=await self._permissions(),
        )

    async def prices(self, *, day: date) -> Mapping[str, Decimal]:
        """Return the price in force on *day* of each service, SEK an hour."""
        found = await self._all(_PRICES, {"on_day": day})
        return {row["service"]: row["price_sek_per_hour"] for row in found}

    async def budget(self, *, year: int, unit: str) -> Decimal | None:
        """Return what *unit* alone may cost in *year*, SEK; None where it has no budget of its own.

        Costs are negative in the budget, so it is the sum of its lines with the sign turned.
        """
        lines = await self._scalars(_BUDGET, {"in_year": year, "of_unit": unit})
        return -sum(lines, NOTHING) if lines else None

    async def load(self, pilot: Pilot, *, prices_from: date) -> int:
        """Store the pilot; return how many rows are new or changed. A changed price holds from *prices_from*.

        The first price of a service holds from the beginning of time. What has a code of its own stays when it is no
        longer in the files: requests name it. What has none (permissions, agreement lines, a person's roles, units and
        competences, schedules, budget lines) becomes exactly what the files say. A language or a status that somebody
        chose in the product stays, and so does an agreement that was drafted or changed there.
        """
        changed = await load_pilot(self._session, pilot, prices_from=prices_from)
        if changed:
            await Settings(self._session).count_up(REVISION)
        return changed

    async def _rows(self, table: Table) -> list[Row]:
        return list(await self._all(_in_order(table)))

    async def _list(self, cls: type[Value], table: Table) -> list[Value]:
        return [value_of(cls, row) for row in await self._rows(table)]

    async def _services(self, day: date) -> list[Service]:
        price = await self.prices(day=day)
        rows = await self._rows(tables.services)
        return [value_of(Service, row, price_sek_per_hour=price[row["code"]]) for row in rows]

    async def _permissions(self) -> Permissions:
        table: dict[str, dict[Role, Scope]] = defaultdict(dict)
        for row in await self._rows(tables.permissions):
            table[row["action"]][row["role"]] = row["scope"]
        return Permissions(table=dict(table))
