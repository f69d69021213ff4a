"""A card that was sent right before a kill: the next process does not know of it, and its buttons work all the same."""

import asyncio

from bot.wire import JsonObject
from bot.wiring import Desk
from domain.notices import Message, ShownCard
from tests.bot.activities import answer_of, chat_of, execute, message
from tests.bot.cards import button
from tests.bot.connector_server import ConnectorServer


async def settled(desk: Desk) -> None:
    async with asyncio.timeout(30):
        await desk.delivery.settle_down()


async def forget(desk: Desk, card: JsonObject, *, of: str) -> None:
    """Let nobody know of *card*, as after a kill between its sending and the note of it."""
    await settled(desk)
    async with desk.begin() as work:
        known = await work.cards.find(chat_of(of), str(card["id"]))
        assert known is not None
        assert known.id is not None
        await work.cards.forget(known.id)


async def test_a_card_that_nobody_knows_of_goes_on_showing_what_its_button_does(
    desk: Desk, connector: ConnectorServer
) -> None:
    """The approval was sent before a kill, and asked about before the next process knew of it."""
    await desk.server.adapter.process(message("hej", by="REK1", service_url=connector.url))
    await desk.server.adapter.process(
        message("Kan någon sanera klotter i Sal B206 på fredag?", by="KON12", service_url=connector.url)
    )
    order = (await connector.wait_for(1, conversation=chat_of("KON12")))[0]
    place = execute(
        "order.place", button(order, "order.place"), by="KON12", service_url=connector.url, card=str(order["id"])
    )
    await desk.server.adapter.process(place)
    approval = (await connector.wait_for(2, conversation=chat_of("REK1")))[1]
    await forget(desk, approval, of="REK1")

    asks = {**button(approval, "request.ask"), "comment": "Kan det vänta?"}
    await desk.server.adapter.process(
        execute("request.ask", asks, by="REK1", service_url=connector.url, card=str(approval["id"]))
    )

    async with desk.begin() as work:
        again = await work.cards.find(chat_of("REK1"), str(approval["id"]))
    assert again is not None
    assert again.message.view == "approval"


async def test_a_list_that_nobody_knows_of_does_not_become_what_it_opens(
    desk: Desk, connector: ConnectorServer
) -> None:
    """The year wheel was sent before a kill, and one of its commitments opened before the next process knew of it."""
    await desk.server.adapter.process(message("årshjulet", by="PL1", service_url=connector.url))
    wheel = (await connector.wait_for(1, conversation=chat_of("PL1")))[0]
    await forget(desk, wheel, of="PL1")

    opens = button(wheel, "commitment.show")
    await desk.server.adapter.process(
        execute("commitment.show", opens, by="PL1", service_url=connector.url, card=str(wheel["id"]))
    )

    await connector.wait_for(2, conversation=chat_of("PL1"))
    async with desk.begin() as work:
        assert await work.cards.find(chat_of("PL1"), str(wheel["id"])) is None


async def test_a_press_on_a_card_that_shows_nothing_of_theirs_is_not_said_to_have_failed(
    desk: Desk, connector: ConnectorServer
) -> None:
    """Their own button, on a card of something else in their chat: it counts, and nothing of the other is told."""
    await desk.server.adapter.process(message("hej", by="SAM1", service_url=connector.url))
    await desk.server.adapter.process(message("Byt lysröret i Sal B214", by="REK1", service_url=connector.url))
    order = (await connector.wait_for(1, conversation=chat_of("REK1")))[0]
    place = execute(
        "order.place", button(order, "order.place"), by="REK1", service_url=connector.url, card=str(order["id"])
    )
    await desk.server.adapter.process(place)
    queue = (await connector.wait_for(2, conversation=chat_of("SAM1")))[1]
    async with desk.begin() as work:
        hidden = Message(view="request", subject="request:B-2022-9999")
        await work.cards.register(
            ShownCard(conversation=chat_of("SAM1"), activity="other", message=hidden, language="sv", version=1)
        )

    offers = {**button(queue, "assignment.offer"), "person": "SER3"}
    pressed = execute("assignment.offer", offers, by="SAM1", service_url=connector.url, card="other")
    answer = answer_of(await desk.server.adapter.process(pressed))

    assert answer["value"] == "Okej."
    async with desk.begin() as work:
        assert [each.person for each in await work.assignments.of_request("B-2022-0001")] == ["SER3"]
