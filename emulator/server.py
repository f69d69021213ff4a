"""The program put together: one tenant, one bot, one address."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from emulator.activities import Writer
from emulator.api import ChatApi, StageApi
from emulator.attachments import Attachments
from emulator.chats import Chats
from emulator.clock import BotClock
from emulator.connector import Connector
from emulator.events import Events
from emulator.faults import Faults
from emulator.guards import ConnectorGuard, local_only, say_refusals
from emulator.journal import Journal
from emulator.limits import SendLimits
from emulator.page import Page
from emulator.people import Person
from emulator.presses import Presses
from emulator.searches import Searches
from emulator.state import Tenant
from emulator.towards_bot import TowardsBot

# Room for one file of 10 MB in base64, and for one that is a little too large.
_LARGEST_BODY_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What the program is told at start; *port* 0 takes any free one."""

    bot: str
    people: tuple[Person, ...]
    host: str = "127.0.0.1"
    port: int = 0
    bot_name: str = "Vaktis"
    time_scale: float = 1.0
    has_limits: bool = False
    node_modules: Path | None = None


class Emulator:
    """All parts of one running stand-in; `url` is known once it listens."""

    def __init__(self, settings: Settings) -> None:
        """Make the parts and join them."""
        self.settings = settings
        self.url = ""
        self.events = Events()
        self.tenant = Tenant(settings.people)
        self._attachments = Attachments()
        self._journal = Journal()
        self._faults = Faults()
        self._bot = TowardsBot(
            settings.bot,
            faults=self._faults,
            journal=self._journal,
            events=self.events,
            time_scale=settings.time_scale,
        )

        self._clock = BotClock(self.tenant, bot=self._bot, events=self.events)

    def app(self) -> web.Application:
        """Return the web application."""
        limits = SendLimits() if self.settings.has_limits else None
        guard = ConnectorGuard(self.tenant, faults=self._faults, journal=self._journal, limits=limits)
        between = [local_only, guard.middleware(), self._clock.middleware(), say_refusals]
        app = web.Application(middlewares=between, client_max_size=_LARGEST_BODY_BYTES)
        app.add_routes(Connector(self.tenant, self.events).routes())
        app.add_routes(self._chat_api().routes())
        app.add_routes(Searches(self.tenant, writer=self._writer, bot=self._bot).routes())
        app.add_routes(self._stage_api().routes())
        app.add_routes(self._attachments.routes())
        app.add_routes(Page(self.settings.node_modules).routes())
        app.cleanup_ctx.append(self._find_clock)
        app.on_shutdown.append(self._end_streams)
        app.on_cleanup.append(self._hang_up)
        return app

    def _chat_api(self) -> ChatApi:
        chats = Chats(
            self.tenant, writer=self._writer, bot=self._bot, events=self.events, attachments=self._attachments
        )
        presses = Presses(self.tenant, writer=self._writer, bot=self._bot, events=self.events)
        return ChatApi(self.tenant, chats=chats, presses=presses, bot_name=self.settings.bot_name)

    def _stage_api(self) -> StageApi:
        return StageApi(self.tenant, events=self.events, clock=self._clock, faults=self._faults, journal=self._journal)

    def _writer(self) -> Writer:
        return Writer(tenant=self.tenant, service_url=f"{self.url}/", bot_name=self.settings.bot_name)

    async def _find_clock(self, _: web.Application) -> AsyncIterator[None]:
        finding = asyncio.create_task(self._clock.find())
        yield
        finding.cancel()

    async def _end_streams(self, _: web.Application) -> None:
        self.events.close()

    async def _hang_up(self, _: web.Application) -> None:
        await self._bot.close()


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Emulator]:
    """Listen until the block ends; the emulator's `url` has no slash at its end."""
    emulator = Emulator(settings)
    runner = web.AppRunner(emulator.app(), access_log=None, shutdown_timeout=2.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, settings.host, settings.port)
        await site.start()
        port = runner.addresses[0][1]
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        emulator.url = f"http://{host}:{port}"
        yield emulator
    finally:
        await runner.cleanup()
