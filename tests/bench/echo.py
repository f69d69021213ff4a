"""The peer: botbuilder's echo bot on its own CloudAdapter and aiohttp, put together as its samples do.

Run as `python -m tests.bench.echo PORT`. `POST /api/notify` writes to the people of the JSON list of conversation
references in its body, by `continue_conversation`, as the sample of proactive messages does.
"""

import asyncio
import sys

from aiohttp import web
from botbuilder.core import ActivityHandler, MessageFactory, TurnContext
from botbuilder.core.integration import aiohttp_error_middleware
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from botbuilder.schema import ConversationReference
from typing_extensions import override

AT_ONCE = 16
MOST_BYTES = 64 * 1024 * 1024


class Configuration:
    """What the samples read from the environment; without an app id nobody is asked who they are."""

    APP_ID = ""
    APP_PASSWORD = ""
    APP_TYPE = "MultiTenant"
    APP_TENANTID = ""


class Echo(ActivityHandler):
    """Says what was said."""

    @override
    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Answer with the same words."""
        await turn_context.send_activity(MessageFactory.text(f"Echo: {turn_context.activity.text}"))


class Peer:
    """The echo bot behind HTTP."""

    def __init__(self) -> None:
        self._adapter = CloudAdapter(ConfigurationBotFrameworkAuthentication(Configuration()))
        self._bot = Echo()
        self._faults: list[Exception] = []
        self._adapter.on_turn_error = self._keep_fault

    def app(self) -> web.Application:
        """Return the application."""
        app = web.Application(middlewares=[aiohttp_error_middleware], client_max_size=MOST_BYTES)
        app.router.add_post("/api/messages", self.take)
        app.router.add_post("/api/notify", self.notify)
        return app

    async def take(self, request: web.Request) -> web.StreamResponse:
        """Answer an activity."""
        answer: web.StreamResponse = await self._adapter.process(request, self._bot)
        return answer

    async def notify(self, request: web.Request) -> web.Response:
        """Write to everybody; several at once, since that is faster than the sample's one after the other."""
        references = [ConversationReference().deserialize(each) for each in await request.json()]
        room = asyncio.Semaphore(AT_ONCE)

        async def one(reference: ConversationReference) -> None:
            async with room:
                await self._adapter.continue_conversation(reference, self._ask, "")

        await asyncio.gather(*(one(each) for each in references))
        if self._faults:
            raise self._faults[0]
        return web.json_response({})

    async def _ask(self, context: TurnContext) -> None:
        await context.send_activity(MessageFactory.text("Hur väl motsvarar servicen din förväntan?"))

    async def _keep_fault(self, _: TurnContext, fault: Exception) -> None:
        self._faults.append(fault)


if __name__ == "__main__":
    web.run_app(Peer().app(), host="127.0.0.1", port=int(sys.argv[1]), print=None)
