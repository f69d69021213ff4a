"""The echo bot of the Microsoft 365 Agents SDK, without sign-in, as its samples have it."""

from aiohttp import web
from microsoft_agents.hosting.aiohttp import CloudAdapter
from microsoft_agents.hosting.core import (
    AgentApplication,
    CardFactory,
    MemoryStorage,
    MessageFactory,
    TurnContext,
    TurnState,
)
from microsoft_agents.hosting.core.authorization import (
    AgentAuthConfiguration,
    AnonymousTokenProvider,
    ConnectionManager,
)

from tests.emulator.echo.serving import serve

CONNECTIONS = ConnectionManager(
    lambda _configuration: AnonymousTokenProvider(), {"SERVICE_CONNECTION": AgentAuthConfiguration()}
)
ADAPTER = CloudAdapter(connection_manager=CONNECTIONS)
AGENT = AgentApplication[TurnState](storage=MemoryStorage(), adapter=ADAPTER, connection_manager=CONNECTIONS)


@AGENT.conversation_update("membersAdded")
async def greet(context: TurnContext, _: TurnState) -> None:
    """Greet whoever comes."""
    await context.send_activity("Hello and welcome!")


@AGENT.activity("message")
async def echo(context: TurnContext, _: TurnState) -> None:
    """Say it back; for "card" show a card, and update it at once."""
    words = (context.activity.text or "").strip()
    if words != "card":
        await context.send_activity(f"Echo: {words}")
        return
    card = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "One"}]}
    sent = await context.send_activity(MessageFactory.attachment(CardFactory.adaptive_card(card)))
    assert sent is not None
    again = MessageFactory.text("Two")
    again.id = sent.id
    await context.update_activity(again)


async def messages(request: web.Request) -> web.StreamResponse:
    """Give the request to the Agents SDK."""
    answer = await ADAPTER.process(request, AGENT)
    assert isinstance(answer, web.StreamResponse)
    return answer


if __name__ == "__main__":
    serve(messages)
