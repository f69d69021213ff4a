"""The program put together: one tenant, one bot, one address."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from aiohttp import web

from emulator.activities import Writer
from emulator.api import RoomsApi
from emulator.attachments import Attachments
from emulator.chats import Chats
from emulator.client import Client
from emulator.clock import BotClock
from emulator.connector import Connector
from emulator.consents import Consents
from emulator.deeds import Deeds
from emulator.events import Events
from emulator.faults import Faults
from emulator.feedbacks import Feedbacks
from emulator.guards import ConnectorGuard, local_only, say_refusals
from emulator.installs import Installs
from emulator.journal import Journal
from emulator.limits import APP_PER_SECOND, Limits
from emulator.page import Page
from emulator.people import Person
from emulator.presses import Presses
from emulator.recorder import Recorder
from emulator.refreshes import Refreshes
from emulator.rosters import Rosters
from emulator.searches import Searches
from emulator.signins import SignIns
from emulator.stage_api import StageApi
from emulator.state import Tenant
from emulator.stories_api import StoriesApi
from emulator.tasks import Tasks
from emulator.towards_bot import TowardsBot
from emulator.traffic import Traffic

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
    app_per_second: int = APP_PER_SECOND
    stories: Path = Path("var/stories")
    node_modules: Path | None = None


class _Part(Protocol):
    """Something that answers requests."""

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """Return its paths."""
        ...


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
        self._traffic = Traffic()
        self._faults = Faults()
        self._limits = Limits(is_on=settings.has_limits, app_per_second=settings.app_per_second)
        self._recorder = Recorder(self.tenant)
        self._bot = TowardsBot(
            settings.bot,
            faults=self._faults,
            journal=self._journal,
            traffic=self._traffic,
            events=self.events,
            now=self.tenant.now,
            again=lambda activity: self._writer().again(activity),
            time_scale=settings.time_scale,
        )
        self._clock = BotClock(self.tenant, bot=self._bot, events=self.events)
        self._client = Client(
            self.tenant, writer=self._writer, bot=self._bot, events=self.events, journal=self._journal
        )
        self._refreshes = Refreshes(self._client, self.events)
        self._consents = Consents(self._client, self._attachments)

    def app(self) -> web.Application:
        """Return the web application."""
        guard = ConnectorGuard(
            self.tenant, faults=self._faults, journal=self._journal, traffic=self._traffic, limits=self._limits
        )
        between = [local_only, guard.middleware(), self._clock.middleware(), say_refusals]
        app = web.Application(middlewares=between, client_max_size=_LARGEST_BODY_BYTES)
        for part in self._parts():
            app.add_routes(part.routes())
        app.cleanup_ctx.append(self._find_clock)
        app.on_shutdown.append(self._end_streams)
        app.on_cleanup.append(self._hang_up)
        return app

    def _parts(self) -> Sequence[_Part]:
        connector = Connector(self.tenant, events=self.events, journal=self._journal, on_shown=self._refreshes.shown)
        rooms = RoomsApi(self.tenant, deeds=self._deeds(), recorder=self._recorder, bot_name=self.settings.bot_name)
        stories = StoriesApi(
            self.tenant,
            recorder=self._recorder,
            clock=self._clock,
            events=self.events,
            folder=self.settings.stories,
            url=lambda: self.url,
        )
        of_bot = (connector, Rosters(self.tenant, self._attachments), self._attachments, self._consents)
        around = (self._stage_api(), self._traffic, stories)
        return (*of_bot, rooms, *around, Page(self.settings.node_modules, bot=self.settings.bot))

    def _deeds(self) -> Deeds:
        chats, tasks = Chats(self._client), Tasks(self._client)
        return Deeds(
            client=self._client,
            chats=chats,
            installs=Installs(self._client),
            presses=Presses(self._client, chats=chats, tasks=tasks),
            tasks=tasks,
            searches=Searches(self._client, tasks=tasks),
            refreshes=self._refreshes,
            signins=SignIns(self._client),
            consents=self._consents,
            feedbacks=Feedbacks(self._client, tasks=tasks),
            attachments=self._attachments,
        )

    def _stage_api(self) -> StageApi:
        return StageApi(
            self.tenant,
            events=self.events,
            clock=self._clock,
            faults=self._faults,
            limits=self._limits,
            journal=self._journal,
            traffic=self._traffic,
            refreshes=self._refreshes,
            recorder=self._recorder,
        )

    def _writer(self) -> Writer:
        return Writer(tenant=self.tenant, service_url=f"{self.url}/", bot_name=self.settings.bot_name)

    async def _find_clock(self, _: web.Application) -> AsyncIterator[None]:
        finding = asyncio.create_task(self._clock.find())
        yield
        finding.cancel()

    async def _end_streams(self, _: web.Application) -> None:
        self.events.close()

    async def _hang_up(self, _: web.Application) -> None:
        await self._refreshes.close()
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
