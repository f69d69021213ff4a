"""One transaction on one connection: statements are run in it, and actions join it by savepoints."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, Protocol

from sqlalchemy import Executable
from sqlalchemy.engine import Dialect

from domain.audit import Origin
from storage.rows import Row
from storage.statements import Prepared, Statement, Values

NOTHING: Values = {}


class Wire(Protocol):
    """A driver's connection, used by one transaction at a time."""

    @property
    def dialect(self) -> Dialect:
        """Return how SQLAlchemy is to write and read for it."""
        ...

    async def do(self, *words: str) -> None:
        """Run words that take no values and give no rows, one after the other."""
        ...

    async def rows(self, sql: str, arguments: Sequence[object]) -> Sequence[Sequence[Any]]:
        """Return the rows that a statement gives."""
        ...

    async def count(self, sql: str, arguments: Sequence[object]) -> int:
        """Return how many rows a statement wrote."""
        ...

    async def many(self, sql: str, arguments: Sequence[Sequence[object]]) -> None:
        """Run a statement once for each of the arguments."""
        ...


class Session:
    """Runs statements, built once (`Statement`) or on the spot."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._savepoints = 0
        self._standing = 0
        self._set = 0
        self.origin: str = Origin.COMMAND
        """Where what is changed comes from, as its events tell."""
        self.known: dict[tuple[type, str], Any] = {}
        """Values as this transaction last read them, so that what is looked at again is not asked for again.

        Their versions tell when another writer was first. Whoever waits for other writers, or holds them off, forgets
        all: what they have stored is to be seen from then on.
        """

    @property
    def is_postgresql(self) -> bool:
        """Tell which of the two databases this is."""
        return self._wire.dialect.name == "postgresql"

    async def raw(self, statement: Executable | Statement, values: Values | None) -> list[list[Any]]:
        """Return the rows as lists of values."""
        prepared, found = await self._rows(statement, values or NOTHING)
        return [prepared.read(each) for each in found]

    async def rows(self, statement: Executable | Statement, values: Values | None) -> list[Row]:
        """Return the rows by the names of their columns."""
        prepared, found = await self._rows(statement, values or NOTHING)
        return [prepared.mapping(each) for each in found]

    async def count(self, statement: Executable | Statement, values: Values | None) -> int:
        """Return how many rows were written."""
        prepared = self._prepare(statement, values or NOTHING)
        await self._stand(prepared)
        return await self._wire.count(prepared.sql, prepared.arguments(values or NOTHING))

    async def many(self, statement: Executable | Statement, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run the statement once for each of *rows*, which have the same names."""
        prepared = self._prepare(statement, rows[0])
        await self._stand(prepared)
        await self._wire.many(prepared.sql, [prepared.arguments(row) for row in rows])

    @asynccontextmanager
    async def savepoint(self) -> AsyncGenerator[None]:
        """Undo what the block writes when it raises. One that writes nothing costs nothing."""
        self._savepoints += 1
        number = self._savepoints
        try:
            yield
        except BaseException:
            self.known.clear()
            if self._standing >= number:
                await self._wire.do(f"ROLLBACK TO SAVEPOINT s{number}")
                self._set = number
            raise
        finally:
            # It stays set, since most transactions end soon after: the next one of its depth takes it away.
            self._standing = min(self._standing, number - 1)
            self._savepoints = number - 1

    async def _stand(self, prepared: Prepared) -> None:
        """Set the savepoints that a writing statement may have to be undone to."""
        while not prepared.is_reading and self._standing < self._savepoints:
            is_set = self._set > self._standing
            self._standing = self._set = self._standing + 1
            name = f"SAVEPOINT s{self._standing}"
            await self._wire.do(*([f"RELEASE {name}"] if is_set else []), name)

    async def _rows(
        self, statement: Executable | Statement, values: Values
    ) -> tuple[Prepared, Sequence[Sequence[Any]]]:
        prepared = self._prepare(statement, values)
        await self._stand(prepared)
        return prepared, await self._wire.rows(prepared.sql, prepared.arguments(values))

    def _prepare(self, statement: Executable | Statement, values: Values) -> Prepared:
        built = statement if isinstance(statement, Statement) else Statement(statement)
        return built.on(self._wire.dialect, values)
