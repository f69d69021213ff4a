"""People's calendar feeds."""

from sqlalchemy import bindparam, select

from domain.calendars import CalendarFeed
from storage.calendar_tables import calendar_feeds
from storage.repository import Repository
from storage.rows import row_of, value_of
from storage.statements import Statement, Upsert

_OF = Statement(select(calendar_feeds).where(calendar_feeds.c.person == bindparam("of")))
_BY_HASH = Statement(select(calendar_feeds).where(calendar_feeds.c.hash == bindparam("key")))
_PUT = Upsert(
    calendar_feeds,
    lambda row: row.on_conflict_do_update(
        index_elements=["person"], set_={name: row.excluded[name] for name in ("generation", "hash", "made_at")}
    ),
)


class Calendars(Repository):
    """Keeps one feed for each person."""

    async def of_person(self, person: str) -> CalendarFeed | None:
        """Return the person's feed, or None."""
        row = await self._first(_OF, {"of": person})
        return None if row is None else value_of(CalendarFeed, row)

    async def by_hash(self, hash_of_secret: str) -> CalendarFeed | None:
        """Return the feed whose secret has that hash, or None."""
        row = await self._first(_BY_HASH, {"key": hash_of_secret})
        return None if row is None else value_of(CalendarFeed, row)

    async def put(self, feed: CalendarFeed) -> None:
        """Keep the feed in place of the person's earlier one, whose address leads nowhere from then on."""
        await self._do(_PUT, row_of(feed))
