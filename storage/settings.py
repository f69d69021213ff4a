"""Small values that all processes share."""

from collections.abc import Mapping

from sqlalchemy import Integer, Text, bindparam, cast, select

from storage.repository import Repository
from storage.statements import Statement, Upsert
from storage.tables import settings

OFTEN = ("clock-offset-seconds", "catalogue.revision")
"""What nearly each transaction asks for: whoever asks for one of them reads them all."""
_FIND = Statement(select(settings.c.value).where(settings.c.name == bindparam("key")))
_FIND_OFTEN = Statement(select(settings).where(settings.c.name.in_(OFTEN)))
_STARTING = Statement(select(settings).where(settings.c.name.startswith(bindparam("prefix"), autoescape=False)))
_PUT_IF_ABSENT = Upsert(settings, lambda row: row.on_conflict_do_nothing(index_elements=["name"]))
_PUT = Upsert(
    settings, lambda row: row.on_conflict_do_update(index_elements=["name"], set_={"value": row.excluded.value})
)

_COUNT_UP = Upsert(
    settings,
    lambda row: row.on_conflict_do_update(
        index_elements=["name"], set_={"value": cast(cast(settings.c.value, Integer) + 1, Text)}
    ),
)
REVISION = "catalogue.revision"
"""Grows with each change of the catalogue, so that every replica reads it anew."""


class Settings(Repository):
    """Keeps values by name."""

    async def find(self, name: str) -> str | None:
        """Return the value, or None."""
        if name in OFTEN:
            return await self._find_often(name)
        value: str | None = await self._scalar(_FIND, {"key": name})
        return value

    async def _find_often(self, name: str) -> str | None:
        """Return the value, read once for each time that it is asked for; the others are kept until they are."""
        known = self._session.known
        if (str, name) not in known:
            self.keep_often({row["name"]: row["value"] for row in await self._all(_FIND_OFTEN)})
        value: str | None = known.pop((str, name))
        return value

    def keep_often(self, found: Mapping[str, str | None]) -> None:
        """Know what was read of those that are asked for often, for the next who asks."""
        self._session.known.update({(str, each): found.get(each) for each in OFTEN})

    async def starting(self, prefix: str) -> Mapping[str, str]:
        """Return the values whose names start with *prefix*, by the rest of their names."""
        found = await self._all(_STARTING, {"prefix": prefix})
        # SQLite takes capitals for small letters here.
        return {row["name"][len(prefix) :]: row["value"] for row in found if row["name"].startswith(prefix)}

    async def put(self, name: str, value: str) -> None:
        """Store *value*, in place of an earlier one."""
        self._session.known.pop((str, name), None)
        await self._do(_PUT, {"name": name, "value": value})

    async def put_if_absent(self, name: str, value: str) -> str:
        """Store *value* unless there is one; return what is stored."""
        self._session.known.pop((str, name), None)
        await self._do(_PUT_IF_ABSENT, {"name": name, "value": value})
        stored = await self.find(name)
        return value if stored is None else stored

    async def count_up(self, name: str) -> None:
        """Let the whole number *name* grow by one, from 1; of two at once the second waits for the first."""
        await self._do(_COUNT_UP, {"name": name, "value": "1"})
