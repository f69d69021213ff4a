"""What a database holds after a measurement, as JSON, or the chats of a crowd put in it before one.

`python -m tests.bench.books DATABASE [--chats COUNT SERVICE_URL]`
"""

import asyncio
import json
import sys
from collections import Counter

from sqlalchemy import select
from sqlalchemy.ext.asyncio import create_async_engine

from domain.notices import OwedStatus
from storage.tables import drafts, outbox
from tests.bench.people import crowd
from tests.e2e.books import put_chats


async def _read(address: str) -> dict[str, object]:
    engine = create_async_engine(address)
    async with engine.connect() as connection:
        ids = sorted(row.id for row in await connection.execute(select(drafts.c.id)))
        owed = (await connection.execute(select(outbox.c.status, outbox.c.recipient))).all()
    await engine.dispose()
    statuses = Counter(row.status.value for row in owed)
    sending = [row.recipient for row in owed if row.status is OwedStatus.SENDING]
    return {"drafts": ids, "statuses": statuses, "sending": sending}


if __name__ == "__main__":
    if sys.argv[2:]:
        chats = {each.code: each.conversation for each in crowd(int(sys.argv[3]))}
        asyncio.run(put_chats(sys.argv[1], chats, sys.argv[4]))
    else:
        print(json.dumps(asyncio.run(_read(sys.argv[1]))))
