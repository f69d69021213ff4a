"""A channel: what is one person's own goes to their own chat, and each chat has its own focus."""

import asyncio

import pytest

from bot.wire import JsonObject
from bot.wiring import Desk
from tests.bot.activities import TENANT, chat_of, installed, message
from tests.bot.connector_server import ConnectorServer

THREAD = "19:channel@thread.tacv2;messageid=1"
LAMP = "<at>Vaktis</at> Kan någon byta lysröret i sal B214 imorgon före 8?"


def in_thread(text: str, connector: ConnectorServer, *, by: str = "KON11") -> JsonObject:
    channel = {"conversationType": "channel", "tenantId": TENANT, "id": THREAD, "isGroup": True}
    return message(text, by=by, service_url=connector.url) | {"conversation": channel}


async def settled(desk: Desk) -> None:
    async with asyncio.timeout(20):
        await desk.delivery.settle_down()


@pytest.fixture
async def greeted(desk: Desk, connector: ConnectorServer) -> int:
    """Return how many messages stand in the personal chat of somebody who has the bot."""
    await desk.server.adapter.process(installed(by="KON11", service_url=connector.url))
    await settled(desk)
    return len(connector.sent(chat_of("KON11")))


async def test_the_order_card_of_a_thread_goes_to_the_persons_own_chat(
    desk: Desk, connector: ConnectorServer, greeted: int
) -> None:
    await desk.server.adapter.process(in_thread(LAMP, connector))
    await settled(desk)

    in_public = connector.sent(THREAD)
    own = connector.sent(chat_of("KON11"))[greeted:]
    assert [(" kr" in str(each), "attachments" in each) for each in in_public] == [(False, False)]
    assert "Jag har skrivit till dig" in str(in_public[0]["text"])
    assert len(own) == 1
    assert "B214" in str(own[0])


@pytest.mark.usefixtures("greeted")
async def test_a_yes_in_the_thread_does_not_settle_what_stands_in_the_own_chat(
    desk: Desk, connector: ConnectorServer
) -> None:
    await desk.server.adapter.process(in_thread(LAMP, connector))
    await desk.server.adapter.process(in_thread("ja", connector))
    async with desk.begin() as work:
        after_thread = await work.requests.all()
    await desk.server.adapter.process(message("ja", by="KON11", service_url=connector.url))

    async with desk.begin() as work:
        assert (list(after_thread), len(await work.requests.all())) == ([], 1)


async def test_without_a_chat_of_their_own_the_line_says_how_to_start_one(
    desk: Desk, connector: ConnectorServer
) -> None:
    await desk.server.adapter.process(in_thread(LAMP, connector))
    await settled(desk)

    assert "Sök efter Vaktis" in str(connector.sent(THREAD)[0]["text"])


async def test_nobody_answers_for_somebody_else_in_a_thread(desk: Desk, connector: ConnectorServer) -> None:
    await desk.server.adapter.process(in_thread("Jag vill beställa", connector, by="KON11"))
    await desk.server.adapter.process(in_thread("fönsterputsning", connector, by="REK1"))
    await settled(desk)

    async with desk.begin() as work:
        draft = await work.drafts.latest_live("REK1")
    assert draft is not None
    assert draft.note == "fönsterputsning"


async def test_help_is_given_in_the_thread(desk: Desk, connector: ConnectorServer) -> None:
    await desk.server.adapter.process(in_thread("<at>Vaktis</at> hjälp", connector))
    await settled(desk)

    assert "attachments" in connector.sent(THREAD)[0]
