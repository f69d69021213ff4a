from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import aiohttp
import pytest
from aiohttp import web

from emulator.people import Person
from emulator.server import Settings, running

JsonObject: TypeAlias = dict[str, object]

REK1 = Person(code="REK1", name="Maja Ek", aad_object_id="00000000-0000-4000-8000-000000000001", units=("PV1",))
KON21 = Person(code="KON21", name="James Holly", aad_object_id="00000000-0000-4000-8000-000000000016", language="en")
CHAT = f"/v3/conversations/{REK1.conversation_id}/activities"
CARD_TYPE = "application/vnd.microsoft.card.adaptive"


def a_card(*actions: JsonObject, body: list[JsonObject] | None = None) -> JsonObject:
    return {"type": "AdaptiveCard", "version": "1.5", "body": body or [], "actions": list(actions)}


def with_card(card: JsonObject) -> JsonObject:
    return {"type": "message", "attachments": [{"contentType": CARD_TYPE, "content": card}]}


@dataclass
class Answer:
    status: int
    body: JsonObject
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def error_code(self) -> object:
        error = self.body["error"]
        assert isinstance(error, dict)
        return error["code"]

    def objects(self, name: str) -> list[JsonObject]:
        listed = self.body[name]
        assert isinstance(listed, list)
        return listed


@dataclass
class ScriptedBot:
    """Keeps what it is sent and answers from `answers`; when those are used up with an empty 200."""

    heard: list[JsonObject] = field(default_factory=list)
    answers: list[web.Response] = field(default_factory=list)
    clock: str = ""
    clock_page: bytes = b""
    on_the_way: Callable[[], Awaitable[None]] | None = None
    before_answering: Callable[[], Awaitable[object]] | None = None
    url: str = ""

    async def take(self, request: web.Request) -> web.Response:
        self.heard.append(await request.json())
        if self.before_answering:
            await self.before_answering()
        return self.answers.pop(0) if self.answers else web.Response()

    async def read_clock(self, _: web.Request) -> web.Response:
        if self.clock_page:
            return web.Response(body=self.clock_page)
        return web.json_response({"now": self.clock}) if self.clock else web.Response(status=404)

    async def move_clock(self, request: web.Request) -> web.Response:
        if self.on_the_way:
            await self.on_the_way()
        self.clock = (await request.json())["to"]
        return web.json_response({"now": self.clock})

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/api/messages", self.take)
        app.router.add_get("/dev/clock", self.read_clock)
        app.router.add_post("/dev/clock", self.move_clock)
        return app


@dataclass
class Teams:
    """The running emulator, called as the page and as the bot call it."""

    url: str
    session: aiohttp.ClientSession

    async def call(self, method: str, path: str, body: object = None, *, raw: str | None = None) -> Answer:
        data = raw.encode() if raw is not None else None
        async with self.session.request(method, self.url + path, json=body, data=data) as response:
            parsed = await response.json() if response.content_type == "application/json" else {}
            return Answer(response.status, parsed, dict(response.headers))

    async def post(self, path: str, body: object = None) -> Answer:
        return await self.call("POST", path, body or {})

    async def get(self, path: str) -> Answer:
        return await self.call("GET", path)

    async def send_card(self, card: JsonObject) -> str:
        return str((await self.post(CHAT, with_card(card))).body["id"])

    async def chat(self, code: str = "REK1") -> list[JsonObject]:
        return (await self.get(f"/api/chats/{code}")).objects("activities")

    async def log(self, kind: str) -> list[JsonObject]:
        return (await self.get(f"/api/log?kind={kind}")).objects("entries")


@asynccontextmanager
async def serving(app: web.Application) -> AsyncIterator[str]:
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@pytest.fixture
async def bot() -> AsyncIterator[ScriptedBot]:
    scripted = ScriptedBot()
    async with serving(scripted.app()) as url:
        scripted.url = url
        yield scripted


@pytest.fixture
async def teams(bot: ScriptedBot, tmp_path: Path) -> AsyncIterator[Teams]:
    settings = Settings(bot=f"{bot.url}/api/messages", people=(REK1, KON21), time_scale=0.01, node_modules=tmp_path)
    async with running(settings) as emulator, aiohttp.ClientSession() as session:
        yield Teams(emulator.url, session)
