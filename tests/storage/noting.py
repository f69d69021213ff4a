"""A connection that notes what is asked of it."""

from collections.abc import Sequence
from typing import Any

from storage.session import Wire


class Noting:
    """A connection that notes what is asked."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self.dialect = wire.dialect
        self.asked: list[tuple[str, Sequence[object]]] = []
        self.done: list[str] = []

    async def do(self, *words: str) -> None:
        self.done += words
        await self._wire.do(*words)

    async def rows(self, sql: str, arguments: Sequence[object]) -> Sequence[Sequence[Any]]:
        self.asked.append((sql, arguments))
        return await self._wire.rows(sql, arguments)

    async def count(self, sql: str, arguments: Sequence[object]) -> int:
        self.asked.append((sql, arguments))
        return await self._wire.count(sql, arguments)

    async def many(self, sql: str, arguments: Sequence[Sequence[object]]) -> None:
        self.asked.append((sql, arguments[0]))
        await self._wire.many(sql, arguments)
