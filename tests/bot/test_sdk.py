# ruff: noqa: ARG002  # a road has more than one turn needs
"""The SDK's own TestAdapter drives the handler: what it dispatches reaches the desk, and the replies come back."""

from collections.abc import Sequence

import pytest
from botbuilder.core import TurnContext
from botbuilder.core.adapters import TestAdapter
from botbuilder.schema import Activity, ChannelAccount, ConversationAccount

from bot.connector import Sent
from bot.parcels import Parcel
from bot.teams import DeskHandler
from bot.wire import Address, JsonObject
from bot.wiring import Desk
from tests.bot.activities import chat_of
from tests.bot.cards import button
from tests.factories import the_person

LAMP = "Kan någon byta lysröret i sal B214 imorgon före 8?"


class ContextRoad:
    """Sends through the turn's context, as the SDK's samples do."""

    def __init__(self, context: TurnContext) -> None:
        self._context = context

    async def send(self, address: Address, body: JsonObject) -> Sent:
        sent = await self._context.send_activity(Activity().deserialize(body))
        return Sent(status=201, id=sent.id)

    async def update(self, address: Address, activity: str, body: JsonObject) -> Sent:
        await self._context.update_activity(Activity().deserialize({**body, "id": activity}))
        return Sent(status=200, id=activity)

    async def create_conversation(self, service_url: str, *, person: str, tenant: str, bot: str) -> Sent:
        return Sent(status=501)


@pytest.fixture
def adapter(desk: Desk) -> TestAdapter:
    async def post(context: TurnContext, parcels: Sequence[Parcel]) -> None:
        await desk.courier.deliver(parcels, ContextRoad(context))

    handler = DeskHandler(turns=desk.turns, arrivals=desk.arrivals, searches=desk.searches, post=post)
    template = Activity(
        type="message",
        channel_id="msteams",
        service_url="http://127.0.0.1:9",
        from_property=ChannelAccount(id="29:REK1", aad_object_id=the_person("REK1").aad_object_id),
        recipient=ChannelAccount(id="28:vaktis", name="Vaktis"),
        conversation=ConversationAccount(id=chat_of("REK1"), conversation_type="personal"),
    )
    return TestAdapter(handler.on_turn, template)


async def test_a_sentence_comes_back_as_a_card_through_the_sdk(adapter: TestAdapter) -> None:
    await adapter.receive_activity(LAMP)

    card = adapter.get_next_activity()
    assert "B214" in str(card.attachments[0].content)
    assert adapter.get_next_activity() is None


async def test_a_press_is_answered_through_the_sdk(adapter: TestAdapter) -> None:
    await adapter.receive_activity(LAMP)
    sent = adapter.get_next_activity()
    content = sent.attachments[0].content
    data = button(
        {"attachments": [{"contentType": sent.attachments[0].content_type, "content": content}]}, "order.place"
    )
    action = {"type": "Action.Execute", "verb": "order.place", "data": data}

    await adapter.receive_activity(
        Activity(type="invoke", name="adaptiveCard/action", value={"action": action}, reply_to_id="2")
    )

    answer = adapter.get_next_activity()
    assert answer.type == "invokeResponse"
    assert answer.value.status == 200
    assert "B-2022-0001" in str(answer.value.body["value"])
