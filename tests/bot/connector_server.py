"""A connector over real HTTP that remembers what it was sent, and fails as it is told."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from time import monotonic

from aiohttp import web

from bot.wire import JsonObject, as_object


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """What the next call gets instead of being taken; *cut* takes it and ends the connection without an answer."""

    status: int = 0
    code: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    delay_seconds: float = 0.0
    cut: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One call: when, how, where, with what, and how it was answered."""

    at: float
    method: str
    path: str
    body: JsonObject
    status: int


class ConnectorServer:
    """Takes what a bot sends."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.faults: deque[Fault] = deque()
        self.blocked: set[str] = set()
        self.url = ""
        self._ids = count(1)
        self._changed = asyncio.Condition()

    def sent(self, conversation: str | None = None) -> list[JsonObject]:
        """Return the new messages that were taken, of one conversation or of all, each with its id."""
        return [call.body for call in self.calls if call.method == "POST" and self._is_taken(call, conversation)]

    def updates(self, conversation: str | None = None) -> list[JsonObject]:
        """Return the updates that were taken."""
        return [call.body for call in self.calls if call.method == "PUT" and self._is_taken(call, conversation)]

    def _is_taken(self, call: Call, conversation: str | None) -> bool:
        is_there = conversation is None or f"/conversations/{conversation}/" in call.path
        return call.status in {200, 201} and "/activities" in call.path and is_there

    async def wait_for(self, what: int, *, conversation: str | None = None, method: str = "POST") -> list[JsonObject]:
        """Return the messages when there are at least *what* of them; fail after a while."""
        read = self.sent if method == "POST" else self.updates
        async with asyncio.timeout(15), self._changed:
            await self._changed.wait_for(lambda: len(read(conversation)) >= what)
        return read(conversation)

    async def take(self, request: web.Request) -> web.StreamResponse:
        """Take a call, or fail."""
        raw = await request.read()
        body = as_object(json.loads(raw)) if raw else {}
        fault = self.faults.popleft() if self.faults else None
        if fault is not None:
            await asyncio.sleep(fault.delay_seconds)
            if fault.cut and request.transport is not None:
                request.transport.abort()
            if fault.status or fault.cut:
                return await self._answer(request, body, status=fault.status, code=fault.code, headers=fault.headers)
        if any(f"/conversations/{each}/" in request.path for each in self.blocked):
            return await self._answer(request, body, status=403, code="MessageWritesBlocked")
        return await self._answer(request, body, status=201)

    async def _answer(
        self,
        request: web.Request,
        body: Mapping[str, object],
        *,
        status: int,
        code: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> web.Response:
        answer: JsonObject = {"error": {"code": code, "message": code}} if code else {"id": self._id(request, body)}
        stored = {**body, **answer} if not code else dict(body)
        call = Call(at=monotonic(), method=request.method, path=request.path, body=stored, status=status)
        async with self._changed:
            self.calls.append(call)
            self._changed.notify_all()
        return web.json_response(answer, status=status or 500, headers=headers)

    def _id(self, request: web.Request, body: Mapping[str, object]) -> str:
        if request.path.endswith("/v3/conversations"):
            members = body.get("members")
            first = as_object(members[0]) if isinstance(members, list) else {}
            return f"a:opened-{first.get('id')}"
        return f"m{next(self._ids)}"


@asynccontextmanager
async def connector_server() -> AsyncGenerator[ConnectorServer]:
    """Run one on a free port of this machine."""
    server = ConnectorServer()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", server.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield server
    await runner.cleanup()
