"""A talk that one asks for anew at the moment at which the other one ends it."""

import asyncio

from actions.talks import ask_for_human, end_talk
from domain.talks import TalkStatus
from storage.unit_of_work import Storage
from tests.factories import NOW, the_person
from tests.locks import until_somebody_waits

KON11, SAM1 = the_person("KON11"), the_person("SAM1")


async def test_whoever_asks_while_their_talk_is_being_ended_opens_a_new_one(postgresql_url: str) -> None:
    storage = Storage.open(postgresql_url, is_durable=False)
    first = await ask_for_human(KON11, about=None, said="var är nycklarna?", begin=storage.begin, at=NOW)
    assert first is not None

    async with storage.begin() as work:
        await end_talk(first.id, by=SAM1, begin=work.within(), at=NOW)
        asking = asyncio.create_task(ask_for_human(KON11, about=None, said="och lampan?", begin=storage.begin, at=NOW))
        await until_somebody_waits(storage)
    second = await asking

    assert second is not None
    assert (second.id == first.id, second.status) == (False, TalkStatus.WAITING)
    async with storage.begin() as work:
        assert [each.words for each in await work.talks.lines(first.id)] == ["var är nycklarna?"]
    await storage.close()
