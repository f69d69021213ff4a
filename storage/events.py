"""The story of everything, which is the audit too: the database refuses to rewrite it (`storage/kept.py`)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Integer, bindparam, func, insert, literal_column, select, text

import storage.kept  # noqa: F401  # what the database refuses belongs to the table
from domain.notices import Event
from storage.repository import Repository
from storage.rows import Row, row_of, value_of
from storage.statements import Statement
from storage.tables import events, requests

_REQUEST = "request:"
_PUT = Statement(insert(events))
_OF_SUBJECT = Statement(select(events).where(events.c.subject == bindparam("of")).order_by(events.c.id))
_JOINED_BY = Statement(
    select(events.c.subject).where(events.c.person == bindparam("by"), text("what = 'joined'")).order_by(events.c.id)
)
_MOST, _SKIPPED = (bindparam(name, type_=Integer) for name in ("most", "skipped"))
_NEWEST = select(events).order_by(events.c.id.desc()).limit(_MOST).offset(_SKIPPED)
_LISTED = Statement(_NEWEST)
_LISTED_OF = Statement(_NEWEST.where(events.c.subject.in_(bindparam("subjects", expanding=True))))
_COUNTED = Statement(select(func.count()).where(events.c.subject.in_(bindparam("subjects", expanding=True))))
_PROMISES = Statement(
    select(requests.c.unit, events.c.what, func.count().label("times"))
    .join(requests, requests.c.id == func.substr(events.c.subject, len(_REQUEST) + 1))
    .where(
        events.c.what.in_([literal_column("'promise-kept'"), literal_column("'promise-broken'")]),
        events.c.at >= bindparam("since"),
        events.c.at < bindparam("until"),
    )
    .group_by(requests.c.unit, events.c.what)
)


class Events(Repository):
    """Keeps what happened, in the order it happened; only ever added to."""

    async def put(self, event: Event) -> None:
        """Add it to the story, with where it came from."""
        await self._do(_PUT, self._row(event))

    async def put_all(self, new: Collection[Event]) -> None:
        """Add them to the story, in their order."""
        await self._do_each(_PUT, [self._row(each) for each in new])

    def _row(self, event: Event) -> dict[str, object]:
        return row_of(event) | {"origin": event.origin or self._session.origin}

    async def of_subject(self, subject: str) -> Sequence[Event]:
        """Return the story of *subject*."""
        return _read(await self._all(_OF_SUBJECT, {"of": subject}))

    async def joined_by(self, person: str) -> Sequence[str]:
        """Return the subjects that *person* has joined, in the order in which they did."""
        return await self._scalars(_JOINED_BY, {"by": person})

    async def listed(self, subjects: Collection[str] | None, *, limit: int, offset: int = 0) -> Sequence[Event]:
        """Return what happened to *subjects*, or to anything, the newest first."""
        page = {"most": limit, "skipped": offset}
        if subjects is None:
            return _read(await self._all(_LISTED, page))
        return _read(await self._all(_LISTED_OF, page | {"subjects": sorted(subjects)})) if subjects else []

    async def count(self, subjects: Collection[str], /) -> int:
        """Return how much has happened to *subjects*."""
        return int(await self._scalar(_COUNTED, {"subjects": sorted(subjects)}))

    async def promises(self, start: datetime, end: datetime) -> Mapping[tuple[str, str], int]:
        """Return how many promises were kept and broken from *start* until *end*, by unit and what became of them."""
        found = await self._all(_PROMISES, {"since": start, "until": end})
        return {(row["unit"], row["what"]): row["times"] for row in found}

    async def all(self) -> Sequence[Event]:
        """Return the whole story."""
        return _read(await self._all(select(events).order_by(events.c.id)))


def _read(rows: Sequence[Row]) -> list[Event]:
    return [value_of(Event, row) for row in rows]
