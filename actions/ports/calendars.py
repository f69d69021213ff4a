"""Ports of people's calendar feeds."""

from typing import Protocol

from domain.calendars import CalendarFeed


class Calendars(Protocol):
    """The feeds, one for each person."""

    async def of_person(self, person: str) -> CalendarFeed | None:
        """Return the person's feed, or None."""
        ...

    async def by_hash(self, hash_of_secret: str) -> CalendarFeed | None:
        """Return the feed whose secret has that hash, or None."""
        ...

    async def put(self, feed: CalendarFeed) -> None:
        """Keep the feed in place of the person's earlier one."""
        ...
