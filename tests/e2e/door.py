"""A door before several bots: what the emulator sends goes to all of them at once, as a platform in trouble does."""

import asyncio
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count

import aiohttp
from aiohttp import web


@dataclass(kw_only=True)
class Door:
    """Passes each activity on to every one of `bots` (addresses); the emulator gets the first one's answer.

    `statuses` holds, for each activity in order, what each bot answered. With `is_shared` each activity goes to one bot
    only, by turns as they arrive, as replicas behind one address share them.
    """

    bots: Sequence[str] = ()
    url: str = ""
    is_shared: bool = False
    statuses: list[tuple[int, ...]] = field(default_factory=list)
    _arrivals: Iterator[int] = field(default_factory=count)

    @asynccontextmanager
    async def standing(self) -> AsyncGenerator["Door"]:
        """Listen while the block lasts; `url` is known in it."""
        app = web.Application()
        app.router.add_post("/api/messages", self._pass_on)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            async with aiohttp.ClientSession() as self._session:
                yield self
        finally:
            await runner.cleanup()

    async def _pass_on(self, request: web.Request) -> web.Response:
        body = await request.read()
        whom = [self.bots[next(self._arrivals) % len(self.bots)]] if self.is_shared else self.bots
        answers = await asyncio.gather(*(self._send(bot, body) for bot in whom))
        self.statuses.append(tuple(status for status, _ in answers))
        status, answer = answers[0]
        return web.Response(status=status, body=answer, content_type="application/json")

    async def _send(self, bot: str, body: bytes) -> tuple[int, bytes]:
        headers = {"Content-Type": "application/json"}
        async with self._session.post(f"{bot}/api/messages", data=body, headers=headers) as response:
            return response.status, await response.read()
