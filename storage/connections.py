"""PostgreSQL connections, each lent to one transaction at a time; they keep the statements that they have prepared.

asyncpg's own pool makes two tasks for each loan, which takes longer than a statement.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import asyncpg

PATIENCE_SECONDS = 30.0
LONGEST_IDLE_SECONDS = 300.0
"""What has been idle for longer may have been cut off on its way without a word."""


class Connections:
    """Up to *most* connections, opened when they are needed; the one used last is lent first."""

    def __init__(self, options: Mapping[str, Any], *, most: int) -> None:
        self._options = options
        self._most = most
        self._room = asyncio.Semaphore(most)
        self._free: list[tuple[Any, float]] = []

    @asynccontextmanager
    async def lend(self) -> AsyncGenerator[Any]:
        """Lend a connection; one on which a transaction is still open afterwards is thrown away, and that undone.

        Raises:
            TimeoutError: none became free, or none could be opened, for half a minute.
        """
        await self._wait_for_room()
        connection: Any = None
        try:
            connection = self._idle() or await self._opened()
            yield connection
        finally:
            if connection is not None:
                self._take_back(connection)
            self._room.release()

    async def close(self) -> None:
        """Wait for those that are lent, and close all."""
        for _ in range(self._most):
            await self._room.acquire()
        for connection, _ in self._free:
            await connection.close()
        self._free.clear()

    async def _wait_for_room(self) -> None:
        if not self._room.locked():
            await self._room.acquire()
            return
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self._room.acquire()

    def _idle(self) -> Any:  # noqa: ANN401  # the driver has no types
        """Return the one that was used last, or None; those that are of no use any more are let go."""
        now = asyncio.get_running_loop().time()
        while self._free:
            connection, since = self._free.pop()
            if not connection.is_closed() and now - since < LONGEST_IDLE_SECONDS:
                return connection
            connection.terminate()
        return None

    async def _opened(self) -> Any:  # noqa: ANN401  # the driver has no types
        connection = await asyncpg.connect(**self._options, timeout=PATIENCE_SECONDS)
        # Values of JSON come as they are written, since the types of the tables write them.
        await connection.set_type_codec("jsonb", schema="pg_catalog", encoder=str, decoder=json.loads)
        return connection

    def _take_back(self, connection: Any) -> None:  # noqa: ANN401  # the driver has no types
        if connection.is_closed() or connection.is_in_transaction():
            connection.terminate()
        else:
            self._free.append((connection, asyncio.get_running_loop().time()))
