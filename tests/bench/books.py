"""What a database holds after a measurement, as JSON, or the chats of a crowd put in it before one.

`python -m tests.bench.books DATABASE [--chats COUNT SERVICE_URL]`
"""

import asyncio
import json
import sys
from collections import Counter

from sqlalchemy import select
from sqlalchemy.ext.asyncio import create_async_engine

from bot.wire import Address
from domain.notices import Conversation
from storage.tables import drafts, outbox
from storage.unit_of_work import Storage
from tests.bench.people import BOT, TENANT, crowd


async def _read(address: str) -> dict[str, object]:
    engine = create_async_engine(address)
    async with engine.connect() as connection:
        ids = sorted(row.id for row in await connection.execute(select(drafts.c.id)))
        owed = await connection.execute(select(outbox.c.status))
        statuses = Counter(row.status.value for row in owed)
    await engine.dispose()
    return {"drafts": ids, "statuses": statuses}


async def _put_chats(address: str, count: int, service_url: str) -> None:
    storage = Storage.open(address)
    async with storage.begin() as work:
        for someone in crowd(count):
            where = Address(service_url=service_url, conversation=someone.conversation, bot=BOT, tenant=TENANT)
            await work.conversations.remember(
                Conversation(
                    id=someone.conversation,
                    person=someone.code,
                    is_personal=True,
                    is_active=True,
                    address=where.to_values(),
                )
            )
    await storage.close()


if __name__ == "__main__":
    if sys.argv[2:]:
        asyncio.run(_put_chats(sys.argv[1], int(sys.argv[3]), sys.argv[4]))
    else:
        print(json.dumps(asyncio.run(_read(sys.argv[1]))))
