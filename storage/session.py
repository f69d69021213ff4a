"""One transaction on one connection: statements are run in it, and actions join it by savepoints."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import Executable
from sqlalchemy.engine import Dialect

from domain.audit import Origin
from storage.rows import Row
from storage.statements import Prepared, Statement, Values
from storage.waiting import Joined, Told, Waiting, touches

NOTHING: Values = {}
Given = TypeVar("Given")


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


class Block(Generic[Given]):
    """An action in a transaction. A class, since each turn has some ten: a generator for each took longer."""

    def __init__(self, session: "Session", given: Given) -> None:
        self._session = session
        self._given = given

    async def __aenter__(self) -> Given:
        """Begin."""
        self._number = self._session.enter()
        return self._given

    async def __aexit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        """End, and undo when it raised."""
        try:
            if kind is not None:
                await self._session.undo(self._number)
        finally:
            self._session.leave(self._number)


class Session:
    """Runs statements, built once (`Statement`) or on the spot."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._depth = 0
        self._standing: list[int] = []
        self._set: list[int] = []
        self._waiting: list[Waiting] = []
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
        joined, arguments = await self._ready(prepared), prepared.arguments(values or NOTHING)
        if joined is None:
            return await self._wire.count(prepared.sql, arguments)
        return await self._wire.count(joined.sql, joined.arguments(arguments))

    async def many(self, statement: Executable | Statement, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run the statement once for each of *rows*, which have the same names."""
        prepared = self._prepare(statement, rows[0])
        await self.write_waiting()
        await self._stand()
        await self._wire.many(prepared.sql, [prepared.arguments(row) for row in rows])

    async def later(self, statement: Executable | Statement, values: Values, *, told: Told | None = None) -> None:
        """Write with what is written next, before anything looks at that table, and before the transaction ends.

        On SQLite at once: there is no trip to save. *told* hears how many rows it was, as soon as that is known; what
        was undone before tells nothing. A fault of it is raised where it is written.
        """
        if not self.is_postgresql:
            count = await self.count(statement, values)
            return told(count) if told is not None else None
        prepared = self._prepare(statement, values)
        await self.write_waiting(prepared)
        self._waiting.append(
            Waiting(prepared=prepared, arguments=prepared.arguments(values), depth=self._depth, told=told)
        )
        return None

    async def write_waiting(self, before: Prepared | str | None = None) -> None:
        """Write what waits, if any of it is on a table that the statement *before*, or one of that table, touches."""
        if isinstance(before, Prepared):
            if not any(touches(before, each.prepared.table) for each in self._waiting):
                return
        elif before is not None and all(each.prepared.table != before for each in self._waiting):
            return
        is_at_the_last = False
        while self._waiting:
            outer = self._outer()
            await self._write(outer)
            if self._waiting:
                await self._set_next(shares=is_at_the_last and not outer)
                is_at_the_last = True

    def savepoint(self, given: Given) -> "Block[Given]":
        """Give *given* to a block, and undo what that writes when it raises. One that writes nothing costs nothing."""
        return Block(self, given)

    def enter(self) -> int:
        """Begin a block; return its depth."""
        self._depth += 1
        return self._depth

    async def undo(self, number: int) -> None:
        """Undo what the block of that depth has written, or was to write."""
        self.known.clear()
        self._waiting = [each for each in self._waiting if each.depth < number]
        if len(self._standing) >= number:
            savepoint = self._standing[number - 1]
            await self._wire.do(f"ROLLBACK TO SAVEPOINT s{savepoint}")
            self._set = [each for each in self._set if each <= savepoint]

    def leave(self, number: int) -> None:
        """End the block of that depth."""
        # Its savepoint stays set, since most transactions end soon after: the next one there takes it away.
        del self._standing[number - 1 :]
        self._depth = number - 1
        if self._waiting:
            self._waiting = [replace(each, depth=min(each.depth, number - 1)) for each in self._waiting]

    async def _ready(self, prepared: Prepared) -> Joined | None:
        """Make way for a statement; return what is to go with it, if anything."""
        if self._waiting:
            await self.write_waiting(prepared)
        if prepared.is_reading:
            return None
        await self._stand()
        if not prepared.table or (not prepared.has_rows and any(each.told for each in self._waiting)):
            await self.write_waiting()
        waiting, self._waiting = self._waiting, []
        return Joined(writes=waiting, last=prepared.sql) if waiting else None

    async def _stand(self) -> None:
        """Set the savepoints that what is written next may have to be undone to."""
        is_at_the_last = False
        while len(self._standing) < self._depth:
            outer = self._outer()
            await self._write(outer)
            await self._set_next(shares=is_at_the_last and not outer)
            is_at_the_last = True

    async def _set_next(self, *, shares: bool) -> None:
        """Let the next deeper block stand: on the savepoint of the one around it, if that has written nothing yet."""
        if shares:
            self._standing.append(self._standing[-1])
            return
        depth = len(self._standing) + 1
        past = [each for each in self._set if each >= depth]
        self._set = [*self._set[: len(self._set) - len(past)], depth]
        self._standing.append(depth)
        await self._wire.do(*(f"RELEASE SAVEPOINT s{each}" for each in past[:1]), f"SAVEPOINT s{depth}")

    def _outer(self) -> Sequence[Waiting]:
        """Take of what waits all that belongs outside the next savepoint."""
        outer = [each for each in self._waiting if each.depth <= len(self._standing)]
        self._waiting = [each for each in self._waiting if each.depth > len(self._standing)]
        return outer

    async def _write(self, writes: Sequence[Waiting]) -> None:
        if writes:
            joined = Joined(writes=writes)
            (row,) = await self._wire.rows(joined.sql, joined.arguments())
            joined.tell(row)

    async def _rows(
        self, statement: Executable | Statement, values: Values
    ) -> tuple[Prepared, Sequence[Sequence[Any]]]:
        prepared = self._prepare(statement, values)
        joined, arguments = await self._ready(prepared), prepared.arguments(values)
        if joined is None:
            return prepared, await self._wire.rows(prepared.sql, arguments)
        found = await self._wire.rows(joined.sql, joined.arguments(arguments))
        width = joined.width
        if found and width:
            joined.tell(found[0])
        return prepared, [tuple(each)[: len(each) - width] for each in found] if width else found

    def _prepare(self, statement: Executable | Statement, values: Values) -> Prepared:
        built = statement if isinstance(statement, Statement) else Statement(statement)
        return built.on(self._wire.dialect, values)
