"""A message that is edited or deleted: its draft follows it; what has been ordered stays."""

import asyncio

from bot.wire import JsonObject
from bot.wiring import Desk
from domain.requests import OrderDraft
from tests.bot.activities import chat_of, envelope, execute, message
from tests.bot.cards import button
from tests.bot.connector_server import ConnectorServer

LAMP = "Kan någon byta lysröret i sal B214 imorgon före 8?"
LATER = "Kan någon byta lysröret i biblioteket på torsdag?"


def edited(text: str, connector: ConnectorServer, *, at: str = "2022-03-15T09:05:00.000Z") -> JsonObject:
    news = message(text, by="REK1", service_url=connector.url, id="first")
    return news | {"type": "messageUpdate", "timestamp": at, "channelData": {"eventType": "editMessage"}}


def deleted(connector: ConnectorServer) -> JsonObject:
    news = envelope("messageDelete", by="REK1", service_url=connector.url, id="first")
    return news | {"channelData": {"eventType": "softDeleteMessage"}}


async def settled(desk: Desk) -> None:
    async with asyncio.timeout(20):
        await desk.delivery.settle_down()


async def ordered_card(desk: Desk, connector: ConnectorServer) -> JsonObject:
    await desk.server.adapter.process(message(LAMP, by="REK1", service_url=connector.url, id="first"))
    return (await connector.wait_for(1, conversation=chat_of("REK1")))[0]


async def place(desk: Desk, connector: ConnectorServer, card: JsonObject) -> None:
    data = button(card, "order.place")
    await desk.server.adapter.process(
        execute("order.place", data, by="REK1", service_url=connector.url, card=str(card["id"]))
    )


async def the_draft(desk: Desk) -> OrderDraft | None:
    async with desk.begin() as work:
        return await work.drafts.latest_live("REK1")


async def test_an_edited_order_changes_its_own_draft_and_its_card_in_place(
    desk: Desk, connector: ConnectorServer
) -> None:
    await ordered_card(desk, connector)
    before = await the_draft(desk)

    for _ in range(2):
        await desk.server.adapter.process(edited(LATER, connector))
    await settled(desk)

    after = await the_draft(desk)
    assert before is not None
    assert after is not None
    assert (after.id, after.place, after.wanted_kind) == (before.id, "Biblioteket", "day")
    assert after.version == before.version + 1
    assert len(connector.sent()) == 1
    assert "Biblioteket" in str(connector.updates(chat_of("REK1"))[-1])


async def test_what_was_changed_in_the_card_stays_where_the_sentence_says_the_same(
    desk: Desk, connector: ConnectorServer
) -> None:
    await ordered_card(desk, connector)
    await desk.server.adapter.process(message("nej, i biblioteket", by="REK1", service_url=connector.url))

    await desk.server.adapter.process(edited(LAMP.replace("imorgon före 8", "på fredag"), connector))

    after = await the_draft(desk)
    assert after is not None
    assert (after.place, after.wanted_kind) == ("Biblioteket", "day")


async def test_an_edit_after_the_order_says_that_it_is_too_late_and_how_to_change(
    desk: Desk, connector: ConnectorServer
) -> None:
    card = await ordered_card(desk, connector)
    await place(desk, connector, card)

    await desk.server.adapter.process(edited(LATER, connector))
    await settled(desk)

    said = str(connector.sent(chat_of("REK1"))[-1]["text"])
    assert "avboka B-2022-0001" in said
    async with desk.begin() as work:
        assert (await work.requests.get("B-2022-0001")).place == "Sal B214"


async def test_a_message_that_made_nothing_may_be_edited_into_an_order(desk: Desk, connector: ConnectorServer) -> None:
    await desk.server.adapter.process(message("hehj", by="REK1", service_url=connector.url, id="first"))

    await desk.server.adapter.process(edited(LAMP, connector))

    assert await the_draft(desk) is not None


async def test_deleting_the_message_drops_its_draft_and_its_card_says_so(
    desk: Desk, connector: ConnectorServer
) -> None:
    await ordered_card(desk, connector)

    for _ in range(2):
        await desk.server.adapter.process(deleted(connector))
    await settled(desk)

    assert await the_draft(desk) is None
    assert len(connector.sent()) == 1
    assert "borttagen" in str(connector.updates(chat_of("REK1"))[-1])


async def test_deleting_the_message_of_an_order_leaves_the_order_and_says_so(
    desk: Desk, connector: ConnectorServer
) -> None:
    card = await ordered_card(desk, connector)
    await place(desk, connector, card)

    await desk.server.adapter.process(deleted(connector))
    await settled(desk)

    assert "finns kvar" in str(connector.sent(chat_of("REK1"))[-1]["text"])
    async with desk.begin() as work:
        assert (await work.requests.get("B-2022-0001")).is_open
