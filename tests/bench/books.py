"""What a database holds after a measurement, as JSON: `python -m tests.bench.books DATABASE`."""

import asyncio
import json
import sys
from collections import Counter

from sqlalchemy import select
from sqlalchemy.ext.asyncio import create_async_engine

from storage.tables import drafts, outbox


async def _read(address: str) -> dict[str, object]:
    engine = create_async_engine(address)
    async with engine.connect() as connection:
        ids = sorted(row.id for row in await connection.execute(select(drafts.c.id)))
        owed = await connection.execute(select(outbox.c.status))
        statuses = Counter(row.status.value for row in owed)
    await engine.dispose()
    return {"drafts": ids, "statuses": statuses}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_read(sys.argv[1]))))
