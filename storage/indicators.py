"""The outcomes of the indicators, and the facts that they are worked out of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import and_, bindparam, func, insert, literal_column, select, update

from domain.indicators import DoneOrder, Observation
from domain.requests import RequestKind
from storage.indicator_tables import CURRENT, observations
from storage.pilot_tables import indicators
from storage.repository import Repository
from storage.rows import row_of, value_of
from storage.statements import Statement, Upsert
from storage.tables import events, requests, time_entries

_REQUEST = "request:"
_IS_IT = and_(
    observations.c.indicator == bindparam("of"),
    observations.c.scope == bindparam("in_scope"),
    observations.c.month == bindparam("in_month"),
)
_HOLD = Statement(select(indicators.c.code).where(indicators.c.code == bindparam("of")).with_for_update())
_RETIRE = Statement(update(observations).where(_IS_IT, CURRENT).values(is_current=False))
_PUT = Statement(insert(observations))
_SETTLE = Upsert(
    observations,
    lambda row: row.on_conflict_do_nothing(index_elements=["scope", "month", "indicator"], index_where=CURRENT),
)
_STORY = Statement(select(observations).where(_IS_IT).order_by(observations.c.id))
_CURRENT = Statement(
    select(observations).where(
        observations.c.scope.in_(bindparam("scopes", expanding=True)),
        observations.c.month >= bindparam("first"),
        observations.c.month <= bindparam("last"),
        CURRENT,
    )
)
_IS_DONE = and_(
    requests.c.done_at.is_not(None), requests.c.done_at >= bindparam("since"), requests.c.done_at < bindparam("until")
)
_DONE = Statement(
    select(
        *(requests.c.id, requests.c.kind, requests.c.unit, requests.c.created_at),
        *(requests.c.wanted_start, requests.c.promised_at, requests.c.done_at),
    ).where(_IS_DONE)
)
_AMOUNTS = Statement(
    select(time_entries.c.request, time_entries.c.amount)
    .join(requests, requests.c.id == time_entries.c.request)
    .where(_IS_DONE)
)
_REOPENED = Statement(
    select(requests.c.unit, requests.c.id)
    .join(events, requests.c.id == func.substr(events.c.subject, len(_REQUEST) + 1))
    .where(
        events.c.what == literal_column("'reopened'"),
        events.c.at >= bindparam("since"),
        events.c.at < bindparam("until"),
    )
    .distinct()
)


class Indicators(Repository):
    """Keeps the outcomes, each with those it has replaced."""

    async def put(self, new: Observation) -> None:
        """Keep it as the one that counts, and the one before it beside it."""
        which = {"of": new.indicator, "in_scope": new.scope, "in_month": new.month}
        # Of two who correct the same outcome the second waits, and replaces what the first has entered.
        await self._all(_HOLD, {"of": new.indicator})
        await self._do(_RETIRE, which)
        await self._do(_PUT, row_of(new, "id"))

    async def settle(self, new: Sequence[Observation]) -> None:
        """Keep those of which there is no outcome yet; what somebody entered by hand stays."""
        await self._do_each(_SETTLE, [row_of(each, "id") for each in new])

    async def current(self, scopes: Sequence[str], first: date, last: date) -> Sequence[Observation]:
        """Return the outcomes that count in *scopes*, of the months from *first* to *last*, in no order."""
        if not scopes:
            return []
        rows = await self._all(_CURRENT, {"scopes": list(scopes), "first": first, "last": last})
        return [value_of(Observation, row) for row in rows]

    async def story(self, indicator: str, scope: str, month: date) -> Sequence[Observation]:
        """Return every outcome that was ever kept of it, the oldest first."""
        rows = await self._all(_STORY, {"of": indicator, "in_scope": scope, "in_month": month})
        return [value_of(Observation, row) for row in rows]

    async def all(self) -> Sequence[Observation]:
        """Return every outcome that was ever kept, in the order of keeping."""
        return [value_of(Observation, row) for row in await self._all(select(observations).order_by(observations.c.id))]

    async def done(self, start: datetime, end: datetime) -> Sequence[tuple[str, str, DoneOrder | None]]:
        """Return (id, unit, facts) of what was done from *start* until *end*; the facts are None of an issue."""
        span = {"since": start, "until": end}
        income: dict[str, Decimal] = defaultdict(Decimal)
        for row in await self._all(_AMOUNTS, span):
            income[row["request"]] += row["amount"]
        return [
            (
                row["id"],
                row["unit"],
                value_of(DoneOrder, row, income=income[row["id"]]) if row["kind"] is RequestKind.ORDER else None,
            )
            for row in await self._all(_DONE, span)
        ]

    async def reopened(self, start: datetime, end: datetime) -> Mapping[str, str]:
        """Return the unit of each request that was reopened from *start* until *end*, by its id."""
        found = await self._all(_REOPENED, {"since": start, "until": end})
        return {row["id"]: row["unit"] for row in found}
