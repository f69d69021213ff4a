"""The echo bot of botbuilder's own documentation: its adapter, its handler, nothing of ours between."""

from aiohttp import web
from botbuilder.core import ActivityHandler, CardFactory, MessageFactory, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from botbuilder.schema import ChannelAccount

from tests.emulator.echo.serving import serve


class Settings:
    """No app: a bot in development, whose activities are not signed."""

    APP_ID = ""
    APP_PASSWORD = ""
    APP_TYPE = "MultiTenant"
    APP_TENANTID = ""


class EchoBot(ActivityHandler):
    """Greets who comes, says everything back, and shows and changes a card when asked to."""

    async def on_members_added_activity(self, members_added: list[ChannelAccount], turn_context: TurnContext) -> None:
        """Greet everybody but itself."""
        for member in members_added:
            if member.id != turn_context.activity.recipient.id:
                await turn_context.send_activity("Hello and welcome!")

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Say it back; for "card" show a card, and update it at once."""
        words = (turn_context.activity.text or "").strip()
        if words != "card":
            await turn_context.send_activity(MessageFactory.text(f"Echo: {words}"))
            return
        card = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "One"}]}
        sent = await turn_context.send_activity(MessageFactory.attachment(CardFactory.adaptive_card(card)))
        again = MessageFactory.text("Two")
        again.id = sent.id
        await turn_context.update_activity(again)


ADAPTER = CloudAdapter(ConfigurationBotFrameworkAuthentication(Settings()))
BOT = EchoBot()


async def messages(request: web.Request) -> web.StreamResponse:
    """Give the request to botbuilder."""
    answer = await ADAPTER.process(request, BOT)
    assert isinstance(answer, web.StreamResponse)
    return answer


if __name__ == "__main__":
    serve(messages)
