"""What was written in the desk's tables, told by triggers: the test knows of each change, whoever made it."""

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import asyncpg

from storage.schema import schema
from storage.unit_of_work import Storage

TRAFFIC = frozenset(
    {"inbox", "outbox", "cards", "conversations", "slots", "settings", "counters", "file_contents", "party_links"}
)
"""Tables of messages and ticks; all others are the desk's business, and a refused activity leaves them alone.

A link of a party is made when its letter is worded.
"""
_SAFE = re.compile(r"[a-z_]+")
_MADE = "CREATE TABLE changes (id {number}, name TEXT, what TEXT)"
_SQLITE = """CREATE TRIGGER change_{name}_{what} AFTER {what} ON {name} {when}
BEGIN INSERT INTO changes (name, what) VALUES ('{name}', '{what}'); END"""
_NOTE = """CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN INSERT INTO changes (name, what) VALUES (TG_TABLE_NAME, TG_OP); RETURN NULL; END $$"""
_POSTGRESQL = (
    """CREATE TRIGGER change_{what} AFTER {what} ON "{name}" FOR EACH ROW {when} EXECUTE FUNCTION note_change()"""
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One row that was written: of which table, and how."""

    table: str
    what: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Happening:
    """An event that was stored: what happened to which subject, and who did it."""

    subject: str
    what: str
    person: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Owing:
    """A row that was put in the outbox."""

    kind: str
    dedup: str
    text: str | None
    view: str | None


Row = tuple[Any, ...]


class Reader(Protocol):
    """Reads beside the bot, on a connection of its own, without taking part in its transactions."""

    async def rows(self, query: str) -> Sequence[Row]:
        """Return what *query* gives, or carry it out."""
        ...

    async def close(self) -> None:
        """Let go of the database."""
        ...


class SqliteReader:
    """Reads a file at once, as it takes some microseconds."""

    def __init__(self, url: str) -> None:
        self._connection = sqlite3.connect(url.partition(":///")[2], isolation_level=None)

    async def rows(self, query: str) -> Sequence[Row]:
        """Return what *query* gives, or carry it out."""
        return self._connection.execute(query).fetchall()

    async def close(self) -> None:
        """Let go of the database."""
        self._connection.close()


class PostgresqlReader:
    """Asks a server."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401  # asyncpg ships no types
        self._connection = connection

    async def rows(self, query: str) -> Sequence[Row]:
        """Return what *query* gives, or carry it out."""
        return [tuple(row) for row in await self._connection.fetch(query)]

    async def close(self) -> None:
        """Let go of the database."""
        await self._connection.close()


class Ledger:
    """Reads what has been written since it was read last."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._read: dict[str, int] = {"changes": 0, "events": 0, "outbox": 0}

    @classmethod
    async def open(cls, url: str) -> "Ledger":
        """Return the ledger of the database at *url*, whose tables get their triggers by it."""
        storage = Storage.open(url)
        await storage.upgrade()
        await storage.close()
        is_sqlite = url.startswith("sqlite")
        reader: Reader = SqliteReader(url) if is_sqlite else PostgresqlReader(await _connected(url))
        number = "INTEGER PRIMARY KEY AUTOINCREMENT" if is_sqlite else "BIGSERIAL PRIMARY KEY"
        await reader.rows(_MADE.format(number=number))
        if not is_sqlite:
            await reader.rows(_NOTE)
        for statement in _triggers(is_sqlite=is_sqlite):
            await reader.rows(statement)
        ledger = cls(reader)
        await ledger.happenings()
        await ledger.owings()
        return ledger

    async def close(self) -> None:
        """Let go of the database."""
        await self._reader.close()

    async def changes(self) -> Sequence[Change]:
        """Return the rows written since the last time."""
        return [Change(table=str(name), what=str(what)) for name, what in await self._new("changes", "name, what")]

    async def happenings(self) -> Sequence[Happening]:
        """Return the events since the last time."""
        rows = await self._new("events", "subject, what, person")
        return [Happening(subject=subject, what=what, person=person) for subject, what, person in rows]

    async def owings(self) -> Sequence[Owing]:
        """Return what has been owed since the last time."""
        rows = await self._new("outbox", "kind, dedup, text, view")
        return [Owing(kind=kind, dedup=dedup, text=words, view=view) for kind, dedup, words, view in rows]

    async def rows(self, query: str) -> Sequence[Row]:
        """Return what *query* gives."""
        return await self._reader.rows(query)

    async def _new(self, table: str, columns: str) -> Sequence[Row]:
        last = self._read[table]
        found = await self.rows(f"SELECT id, {columns} FROM {table} WHERE id > {last} ORDER BY id")  # noqa: S608
        if found:
            self._read[table] = int(found[-1][0])
        return [row[1:] for row in found]


async def _connected(url: str) -> Any:  # noqa: ANN401  # the same
    return await asyncpg.connect(url.replace("postgresql+asyncpg", "postgresql"))


def _triggers(*, is_sqlite: bool) -> list[str]:
    statements = []
    for name, table in schema.tables.items():
        if name in TRAFFIC - {"inbox"} or _SAFE.fullmatch(name) is None:
            continue
        columns = [column.name for column in table.columns]
        differs = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in columns)
        if name == "files":  # the worker that fetches writes how that goes, at any time
            differs = 'OLD."subject" IS NOT NEW."subject"'
        differs = differs if is_sqlite else differs.replace("IS NOT", "IS DISTINCT FROM")
        for what in ("INSERT", "UPDATE", "DELETE"):
            when = f"WHEN ({differs})" if what == "UPDATE" else ""
            form = _SQLITE if is_sqlite else _POSTGRESQL
            statements.append(form.format(name=name, what=what, when=when))
    return statements
