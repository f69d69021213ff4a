"""The engines that migrations run on; everything else runs on the drivers themselves (ADR 6)."""

from collections.abc import Awaitable, Callable

from sqlalchemy import Connection as SyncConnection
from sqlalchemy import event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool, StaticPool

from storage.sqlite_driver import BEGIN, Connection


def postgresql_engine(address: URL) -> AsyncEngine:
    """Return an engine whose connections are closed after use."""
    return create_async_engine(address, poolclass=NullPool)


def sqlite_engine(address: URL, connect: Callable[[], Awaitable[Connection]]) -> AsyncEngine:
    """Return an engine on the one connection that *connect* gives."""
    engine = create_async_engine(address, poolclass=StaticPool, async_creator=connect)

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: SyncConnection) -> None:
        connection.exec_driver_sql(BEGIN)

    return engine
