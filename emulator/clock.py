"""The bot's development clock: read and moved through the bot, and followed by the chats' times."""

import asyncio
import time
from contextlib import suppress
from datetime import datetime

import aiohttp
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from emulator.events import Events
from emulator.journal import real_now
from emulator.refusals import Refusal, bad_argument
from emulator.state import Tenant
from emulator.towards_bot import TowardsBot
from emulator.wire import JsonObject, parse_object, text

_READ_SECONDS = 10.0
_MOVE_SECONDS = 1800.0
_FOLLOW_SECONDS = 0.3
_FIND_SECONDS = 1.0
_SILENT = "BotUnreachable"
_CONNECTOR = "/v3/"


class BotClock:
    """The clock at /dev/clock of the bot's address."""

    def __init__(self, tenant: Tenant, *, bot: TowardsBot, events: Events) -> None:
        """Keep the times of *tenant* as far ahead of the machine's as the bot's clock is."""
        self._tenant = tenant
        self._bot = bot
        self._events = events
        self._url = bot.url.partition("/api/")[0].rstrip("/") + "/dev/clock"
        self._is_moving = False
        self._read_at = 0.0
        self._reading = asyncio.Lock()

    async def read(self) -> JsonObject:
        """Return `{"now": ISO}` as the bot gives it.

        Raises:
            Refusal: 501 NoClock when the bot has none, 502 BotUnreachable when it does not answer.
        """
        return self._follow(await self._call("GET", _READ_SECONDS, None))

    async def find(self) -> None:
        """Read the clock until the bot has answered once, be it that there is none."""
        while True:
            try:
                await self.read()
            except Refusal as refusal:
                if refusal.code == _SILENT:
                    await asyncio.sleep(_FIND_SECONDS)
                    continue
            return

    async def move(self, to: str) -> JsonObject:
        """Move the bot's clock forward to the aware ISO moment *to*; it returns when all that fell due is done.

        Raises:
            Refusal: as `read`, or with the bot's own words when it will not.
        """
        follower = asyncio.create_task(self._follow_along())
        self._is_moving = True
        self._events.tell("clock", moving=True)
        try:
            return self._follow(await self._call("POST", _MOVE_SECONDS, {"to": to}))
        finally:
            follower.cancel()
            self._is_moving = False
            self._events.tell("clock", moving=False)

    def middleware(self) -> Middleware:
        """Return what reads the clock before each call of the bot while it moves, so that each message has its time."""

        @web.middleware
        async def in_time(request: web.Request, handler: Handler) -> web.StreamResponse:
            if self._is_moving and request.path.startswith(_CONNECTOR):
                await self._catch_up()
            return await handler(request)

        return in_time

    async def _catch_up(self) -> None:
        """Read the clock, unless somebody has begun to after this was called."""
        asked_at = time.monotonic()
        async with self._reading:
            if self._read_at < asked_at:
                began = time.monotonic()
                with suppress(Refusal):
                    await self.read()
                    self._read_at = began

    async def _follow_along(self) -> None:
        while True:
            await asyncio.sleep(_FOLLOW_SECONDS)
            try:
                await self.read()
            except Refusal:
                continue

    def _follow(self, answer: JsonObject) -> JsonObject:
        now = read_moment(text(answer, "now"))
        self._tenant.offset = now - real_now()
        self._events.tell("clock", now=now.isoformat())
        return answer

    async def _call(self, method: str, seconds: float, body: JsonObject | None) -> JsonObject:
        wait = aiohttp.ClientTimeout(total=seconds)
        try:
            async with self._bot.session().request(method, self._url, json=body, timeout=wait) as response:
                return _clock_answer(response.status, await response.text(errors="replace"))
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Refusal(502, _SILENT, "The bot does not answer") from error


def read_moment(written: str) -> datetime:
    """Return the aware moment that *written* gives; refuse anything else."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError as error:
        message = f"Not an ISO moment: {written!r}"
        raise bad_argument(message) from error
    if moment.tzinfo is None:
        message = f"A moment needs its offset, as in 2022-03-15T10:00:00+01:00: {written!r}"
        raise bad_argument(message)
    return moment


def _clock_answer(status: int, raw: str) -> JsonObject:
    answer = parse_object(raw)
    is_failure = status >= 400  # noqa: PLR2004 - what HTTP calls failure
    if status in {404, 405, 501} or not (is_failure or text(answer, "now")):
        raise Refusal(501, "NoClock", "The bot has no development clock")
    if is_failure:
        words = text(answer, "error", "message") or text(answer, "error") or raw[:200]
        raise Refusal(max(status, 400), "ClockRefused", words or f"The bot's clock answered {status}")
    return answer
