"""The engine of a database address, set up so that a transaction is one on SQLite too."""

from functools import partial
from pathlib import Path

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import StaticPool

from storage.sqlite_driver import BEGIN, connect

_MEMORY = ":memory:"
_PRAGMAS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA foreign_keys = ON",
    # What is deleted is overwritten: the secret of a survey wave must not lie on in a free page.
    "PRAGMA secure_delete = ON",
)


def make_engine(url: str, *, is_durable: bool = True) -> AsyncEngine:
    """Return the engine of *url*; the folder of a SQLite file is made.

    Args:
        url: ``sqlite+aiosqlite:///…`` or ``postgresql+asyncpg://…``.
        is_durable: False lets SQLite skip the wait for the disk; for databases that are thrown away.
    """
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_async_engine(address, pool_size=8, max_overflow=8, pool_pre_ping=True)
    file = sqlite_file(address)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    pragmas = (*_PRAGMAS, f"PRAGMA synchronous = {'FULL' if is_durable else 'OFF'}")
    # The storage lets in one transaction at a time, so one connection is all that is ever used.
    engine = create_async_engine(
        address, poolclass=StaticPool, async_creator=partial(connect, str(file or _MEMORY), pragmas)
    )

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        # Immediate: two readers that both go on to write would each wait for the other to let go.
        connection.exec_driver_sql(BEGIN)

    return engine


def sqlite_file(address: URL) -> Path | None:
    """Return the file of a SQLite address, or None for one in memory or for another database."""
    if address.get_backend_name() != "sqlite" or address.database in {None, "", _MEMORY}:
        return None
    return Path(address.database or "").absolute()
