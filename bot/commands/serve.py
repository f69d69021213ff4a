"""`serve`: take activities, send what is owed, run what is due."""

import argparse
import asyncio
import gc
import logging
import signal
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from aiohttp import web

from actions.erasing import FILES_DAYS
from bot.commands.frame import Command, Refused, add_setting
from bot.server import EdgeLog
from bot.settings import Settings
from bot.wiring import LOOK_FOR_TICKS, Desk, assembled
from dialogs.views.files import PUBLIC_URL
from jobs.scheduler import start_scheduler
from storage.unit_of_work import AlreadyServed

OBJECTS_BETWEEN_LOOKS = 10_000
_log = logging.getLogger(__name__)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_setting(parser, "--host", purpose="address to listen on; only loopback without an app id")
    add_setting(parser, "--port", purpose="port to listen on, 0 for any free one")


@asynccontextmanager
async def serving(settings: Settings) -> AsyncGenerator[tuple[Desk, int]]:
    """Serve while the block lasts; gives the desk and the port.

    Raises:
        Refused: another process serves the same SQLite file, or the address is taken.
    """
    async with assembled(settings) as desk:
        try:
            with desk.storage.hold_single_server():
                async with _working(desk), _listening(desk, settings) as port:
                    await _tell_settings(desk, settings, port=port)
                    yield desk, port
        except AlreadyServed as fault:
            raise Refused(f"another process serves {fault}") from fault


async def _tell_settings(desk: Desk, settings: Settings, *, port: int) -> None:
    """Let every process on the database know where the links in cards are opened, and how long files are kept."""
    own = f"http://{settings.host}:{port}" if settings.is_development else ""
    address = (settings.public_url or own).rstrip("/")
    async with desk.storage.begin() as work:
        await work.settings.put(PUBLIC_URL, address)
        await work.settings.put(FILES_DAYS, str(settings.files_kept_days))


@asynccontextmanager
async def _working(desk: Desk) -> AsyncGenerator[None]:
    desk.delivery.start()
    desk.fetcher.start()
    stop_ticks = start_scheduler(desk.run_ticks, LOOK_FOR_TICKS)
    try:
        yield
    finally:
        stop_ticks()
        await desk.fetcher.stop()
        await desk.delivery.stop()


@asynccontextmanager
async def _listening(desk: Desk, settings: Settings) -> AsyncGenerator[int]:
    logger = EdgeLog(logging.getLogger("aiohttp.server"))
    runner = web.AppRunner(desk.server.app(), access_log=None, logger=logger, shutdown_timeout=5.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, settings.host, settings.port)
        try:
            await site.start()
        except OSError as fault:
            raise Refused(f"can't listen on {settings.host}:{settings.port}: {fault.strerror}") from fault
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


def _look_for_garbage_seldom() -> None:
    """Leave what has been made to start out of each look for garbage, and look after many turns instead of a few.

    A turn leaves next to none; looking for it took a twentieth of its time.
    """
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_LOOKS, 10, 10)


async def _run(_arguments: argparse.Namespace, settings: Settings) -> int:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with serving(settings) as (desk, port):
        mode = "development: loopback only, believes what it is told" if settings.is_development else "production"
        now = desk.clock.now().isoformat()
        _log.info("serving", extra={"host": settings.host, "port": port, "mode": mode, "now": now})
        _look_for_garbage_seldom()
        await stop.wait()
        _log.info("stopping")
    return 0


COMMAND = Command(add_arguments=_add_arguments, run=_run)
