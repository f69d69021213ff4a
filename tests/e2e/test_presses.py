"""However often something arrives, it has one effect: over real HTTP, in one process and in two."""

import asyncio

import pytest

from tests.e2e.conftest import BuildTown
from tests.e2e.door import Door
from tests.e2e.programs import CommandFailed
from tests.e2e.town import Answer, Town

SENTENCE = "Kan någon byta lysröret i sal B214 imorgon före 8?"
PRESSES = 20
ORDER = "B-2022-0001"


async def cards_of(town: Town, code: str, *words: str) -> int:
    """Return how many messages of the bot in someone's chat say *words*."""
    return sum(each.says(*words) for each in (await town.chat(code)).of_bot)


async def order_by_many_presses(town: Town) -> list[Answer]:
    """Write the sentence, press its button many times at once, and return the answers."""
    await town.say("REK1", SENTENCE)
    card = await town.see("REK1", "Byte av ljuskälla", verb="order.place")
    return await asyncio.gather(*(town.press("REK1", card, "order.place") for _ in range(PRESSES)))


def assert_each_shows_the_order(answers: list[Answer]) -> None:
    assert [each.status for each in answers] == [200] * PRESSES
    assert all(ORDER in str(each.card) for each in answers), [each.result for each in answers]


async def assert_one_order(town: Town) -> None:
    await town.see("SAM1", "Sal B214", verb="assignment.offer")
    await town.until_settled()
    requests = await town.export("requests")
    assert [(each["id"], each["requester"], each["status"]) for each in requests] == [(ORDER, "REK1", "queued")]
    assert await cards_of(town, "REK1", "Byte av ljuskälla") == 1
    assert await cards_of(town, "SAM1", "Byte av ljuskälla") == 1


async def test_twenty_presses_at_once_give_one_order(build_town: BuildTown, database: str) -> None:
    town = await build_town(database)
    await town.open("REK1", "SAM1")

    answers = await order_by_many_presses(town)

    assert_each_shows_the_order(answers)
    await assert_one_order(town)


async def test_a_message_delivered_twice_at_once_gives_one_card(build_town: BuildTown, database: str) -> None:
    town = await build_town(database)
    await town.open("REK1")
    await town.call("POST", "/api/faults", {"rules": [{"deliver_twice": True, "path_contains": "message/"}]})

    assert (await town.say("REK1", SENTENCE)).is_taken

    delivered = [each for each in await town.log("delivery") if each["type"] == "message"]
    assert [each["status"] for each in delivered] == [200, 200]
    assert len({each["id"] for each in delivered}) == 1
    await town.until_settled()
    assert await cards_of(town, "REK1", "Byte av ljuskälla") == 1


async def test_two_bots_that_get_everything_make_one_order(build_town: BuildTown, postgresql_address: str) -> None:
    async with Door().standing() as door:
        town = await build_town(postgresql_address, bots=2, door=f"{door.url}/api/messages")
        door.bots = [town.bot_url(0), town.bot_url(1)]
        await town.open("REK1", "SAM1")

        answers = await order_by_many_presses(town)

        assert_each_shows_the_order(answers)
        assert door.statuses == [(200, 200)] * len(door.statuses)
        assert len(door.statuses) > PRESSES
        await assert_one_order(town)


async def test_a_second_server_on_one_sqlite_file_refuses(build_town: BuildTown, sqlite_address: str) -> None:
    town = await build_town(sqlite_address)

    with pytest.raises(CommandFailed, match="another process serves"):
        await town.bot("serve", "--port", "0")
