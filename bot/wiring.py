"""The one place where everything is put together, by plain arguments."""

import logging
import os
import secrets
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import aiohttp
from botbuilder.core import TurnContext
from botbuilder.schema import ActivityTypes

from actions.files import read_file
from actions.ports import Begin
from bot.arrivals import Arrivals
from bot.auth import KeyCache, TokenCheck, believe_loopback, is_development_host, is_microsoft_host
from bot.buttons import Signer, read_signer
from bot.clock import DeskClock
from bot.connector import Connector, Token
from bot.console.chat import ConsoleDesk
from bot.console.screen import ConsolePacker, ConsoleRoad, Screen, Unlimited
from bot.courier import Courier
from bot.delivery import Delivery
from bot.fetching import Fetcher, Source, is_development_file_host, is_file_host
from bot.file_door import FileDoor
from bot.knowledge import Shelf
from bot.limits import Limits
from bot.mail import Letters, Post
from bot.metrics import Metrics
from bot.opening import opened
from bot.packing import Home, Packer
from bot.parcels import Parcel
from bot.searching import Searches
from bot.server import Authenticate, ClockDoor, Server
from bot.settings import Settings
from bot.sign_in import SignIn, msal_source
from bot.teams import DeskAdapter, DeskHandler
from bot.travel import Traveller
from bot.turns import Route, Turns
from bot.webhook import Webhook
from catalog.models import Catalogue
from dialogs.router import answer
from dialogs.views.files import file_address
from jobs.runner import Runner
from jobs.schedule import TICKS
from storage.unit_of_work import Storage
from web.calendar import CalendarDoor
from web.party import PartyDoor

LOOK_FOR_TICKS = timedelta(seconds=3)
DEVELOPMENT_BOT = "28:vaktis"
DEVELOPMENT_TENANT = "00000000-0000-4000-9000-00000000000e"  # the emulator's; it knows no other
_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What everything stands on: the database, its clock, and the connections to elsewhere."""

    storage: Storage
    clock: DeskClock
    session: aiohttp.ClientSession


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Everything of a process that is put together: what commands and the server call."""

    storage: Storage
    begin: Begin
    clock: DeskClock
    signer: Signer
    turns: Turns
    arrivals: Arrivals
    searches: Searches
    courier: Courier
    delivery: Delivery
    runner: Runner
    traveller: Traveller
    server: Server
    fetcher: Fetcher

    async def run_ticks(self) -> None:
        """Run what is due by the clock, and let out what it owes."""
        await self.clock.refresh(self.begin)
        if await self.runner.run_due(self.begin, at=self.clock.now()):
            self.delivery.wake()


@asynccontextmanager
async def assembled(settings: Settings, *, route: Route = answer) -> AsyncGenerator[Desk]:
    """Put everything together on an open database; nothing runs yet."""
    async with opened(settings) as (storage, clock), _session() as session:
        async with storage.begin() as work:
            signer = await read_signer(work)
        ground = Ground(storage=storage, clock=clock, session=session)
        desk = _desk(settings, ground, signer=signer, route=route)
        try:
            yield desk
        finally:
            # Before the database and the connections go that they need.
            await desk.fetcher.stop()
            await desk.delivery.stop()


@asynccontextmanager
async def at_console(settings: Settings, screen: Screen) -> AsyncGenerator[ConsoleDesk]:
    """Put together what a terminal needs; it sends nothing over the net, and runs beside a server."""
    async with opened(settings) as (storage, clock), _session() as session:
        async with storage.begin() as work:
            signer = await read_signer(work)
        ground = Ground(storage=storage, clock=clock, session=session)
        shelf, metrics = Shelf(), Metrics()
        courier = Courier(
            begin=storage.begin,
            clock=clock,
            packer=ConsolePacker(shelf=shelf, sign=signer.sign, home=_home(settings)),
            road=ConsoleRoad(screen),
            letter=_letters(settings, ground.session).send,
            limits=Unlimited(),
            metrics=metrics,
            owner=f"console-{os.getpid()}-{secrets.token_hex(4)}",
        )
        turns = Turns(
            begin=storage.begin,
            clock=clock,
            shelf=shelf,
            signer=signer,
            courier=courier,
            metrics=metrics,
            route=answer,
        )
        yield ConsoleDesk(
            begin=storage.begin, clock=clock, shelf=shelf, turns=turns, courier=courier, runner=Runner(TICKS)
        )


def _desk(settings: Settings, ground: Ground, *, signer: Signer, route: Route) -> Desk:
    begin, clock, metrics, shelf = ground.storage.begin, ground.clock, Metrics(), Shelf()
    connector = _connector(settings, ground)
    packer = Packer(shelf=shelf, sign=signer.sign, home=_home(settings))
    courier = _courier(settings, ground, packer=packer, connector=connector, metrics=metrics)
    delivery = Delivery(courier, metrics=metrics, per_second=settings.sends_per_second)
    turns = Turns(begin=begin, clock=clock, shelf=shelf, signer=signer, courier=courier, metrics=metrics, route=route)
    searches = Searches(begin=begin, clock=clock, shelf=shelf, sign=signer.sign)
    arrivals, runner = Arrivals(begin=begin, clock=clock), Runner(TICKS, observe=metrics.tick)
    traveller = Traveller(begin=begin, clock=clock, runner=runner, delivery=delivery)

    async def post(context: TurnContext, parcels: Sequence[Parcel]) -> None:
        delivery.post(parcels)
        pressed = context.activity
        if pressed.type == ActivityTypes.invoke and pressed.reply_to_id:
            await courier.landed(pressed.conversation.id, pressed.reply_to_id)

    server = Server(
        adapter=DeskAdapter(DeskHandler(turns=turns, arrivals=arrivals, searches=searches, post=post), connector),
        authenticate=_authenticate(settings, ground.session),
        is_ready=ground.storage.is_ready,
        measure=delivery.measure,
        metrics=metrics,
        clock=ClockDoor(now=traveller.now, travel=traveller.travel) if settings.is_development else None,
        files=FileDoor(read=partial(read_file, begin=begin), sign=signer.sign, now=traveller.now),
        parties=_party_door(ground, traveller, shelf=shelf, signer=signer),
        calendars=CalendarDoor(begin=begin, now=traveller.now, catalogue=partial(_catalogue, begin, shelf)),
    )
    return Desk(
        storage=ground.storage,
        begin=begin,
        clock=clock,
        signer=signer,
        turns=turns,
        arrivals=arrivals,
        searches=searches,
        courier=courier,
        delivery=delivery,
        runner=runner,
        traveller=traveller,
        server=server,
        fetcher=_fetcher(settings, ground),
    )


def _party_door(ground: Ground, traveller: Traveller, *, shelf: Shelf, signer: Signer) -> PartyDoor:
    return PartyDoor(
        begin=ground.storage.begin,
        now=traveller.now,
        catalogue=partial(_catalogue, ground.storage.begin, shelf),
        file_address=partial(file_address, sign=signer.sign),
    )


async def _catalogue(begin: Begin, shelf: Shelf, at: datetime) -> Catalogue:
    async with begin() as work:
        return (await shelf.read(work, at=at)).catalogue


def _fetcher(settings: Settings, ground: Ground) -> Fetcher:
    is_allowed = is_development_file_host if settings.is_development else is_file_host
    source = Source(session=ground.session, token=_token(settings), is_allowed=is_allowed)
    return Fetcher(begin=ground.storage.begin, clock=ground.clock, source=source)


def _connector(settings: Settings, ground: Ground) -> Connector:
    is_allowed = is_development_host if settings.is_development else is_microsoft_host
    return Connector(ground.session, token=_token(settings), is_allowed=is_allowed)


def _courier(settings: Settings, ground: Ground, *, packer: Packer, connector: Connector, metrics: Metrics) -> Courier:
    return Courier(
        begin=ground.storage.begin,
        clock=ground.clock,
        packer=packer,
        road=connector,
        letter=_letters(settings, ground.session).send,
        limits=Limits(per_second=settings.sends_per_second, clock=time.monotonic),
        metrics=metrics,
        owner=f"{os.getpid()}-{secrets.token_hex(4)}",
    )


@asynccontextmanager
async def _session() -> AsyncGenerator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=100, limit_per_host=0), cookie_jar=aiohttp.DummyCookieJar()
    ) as session:
        yield session


def _home(settings: Settings) -> Home:
    if settings.app_id is None:
        tenant = settings.app_tenant_id or DEVELOPMENT_TENANT
        return Home(service_url=settings.service_url, bot=DEVELOPMENT_BOT, tenant=tenant, language=settings.language)
    return Home(
        service_url=settings.service_url,
        bot=f"28:{settings.app_id}",
        tenant=settings.app_tenant_id,
        language=settings.language,
    )


def _letters(settings: Settings, session: aiohttp.ClientSession) -> Letters:
    smtp_url = settings.smtp_url.get_secret_value() if settings.smtp_url else None
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else None
    webhook = Webhook(session, secret=secret, is_development=settings.is_development)
    post = Post(url=smtp_url, sender=settings.smtp_sender)
    return Letters(webhook, post=post, is_development=settings.is_development)


def _token(settings: Settings) -> Token:
    if settings.app_id is None:
        return _no_token
    source = msal_source(
        settings.app_id,
        tenant=settings.app_tenant_id,
        password=settings.app_password,
        certificate=settings.app_certificate,
    )
    return SignIn(source, clock=time.monotonic).token


async def _no_token() -> None:
    return None


def _authenticate(settings: Settings, session: aiohttp.ClientSession) -> Authenticate:
    if settings.app_id is None:
        return believe_loopback
    keys = KeyCache(session, clock=time.monotonic)
    return TokenCheck(keys, app_id=settings.app_id, tenant=settings.app_tenant_id)
