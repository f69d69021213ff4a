"""Small values that all processes share."""

from sqlalchemy import select

from storage.repository import Repository
from storage.tables import settings


class Settings(Repository):
    """Keeps values by name."""

    async def find(self, name: str) -> str | None:
        """Return the value, or None."""
        value: str | None = await self._scalar(select(settings.c.value).where(settings.c.name == name))
        return value

    async def put(self, name: str, value: str) -> None:
        """Store *value*, in place of an earlier one."""
        row = self._insert(settings).values(name=name, value=value)
        await self._do(row.on_conflict_do_update(index_elements=["name"], set_={"value": value}))

    async def put_if_absent(self, name: str, value: str) -> str:
        """Store *value* unless there is one; return what is stored."""
        row = self._insert(settings).values(name=name, value=value)
        await self._do(row.on_conflict_do_nothing(index_elements=["name"]))
        stored = await self.find(name)
        return value if stored is None else stored
