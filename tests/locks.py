"""Waiting for one transaction to wait for another, on PostgreSQL."""

import asyncio

from storage.unit_of_work import Storage

PATIENCE_SECONDS = 30


async def until_somebody_waits(storage: Storage) -> None:
    """Return when a transaction waits for what another one holds."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            async with storage._database.transaction() as wire:
                if await wire.rows("SELECT 1 FROM pg_locks WHERE NOT granted", ()):
                    return
            await asyncio.sleep(0.01)
