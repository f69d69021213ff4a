"""The HTTP side: activities in, health and metrics out, and in development the clock."""

import json
import logging
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from typing_extensions import override

from bot.activities import BadActivity
from bot.file_door import FileDoor
from bot.logs import told
from bot.metrics import Metrics
from bot.settings import is_loopback
from bot.teams import DeskAdapter
from bot.wire import JsonObject, as_object
from domain.errors import Unavailable
from web.calendar import CalendarDoor
from web.party import PartyDoor

LONGEST_BODY_BYTES = 256 * 1024
_log = logging.getLogger(__name__)

Authenticate = Callable[[str, Mapping[str, object]], Awaitable[None]]
"""Takes the Authorization header and the activity; raises NotAuthentic."""


class NotAuthentic(Exception):  # an error is named by what happened
    """The sender is not who may send activities; `code` says why, for the log."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, kw_only=True, slots=True)
class ClockDoor:
    """The development clock, as HTTP moves it."""

    now: Callable[[], Awaitable[datetime]]
    travel: Callable[[datetime], Awaitable[datetime]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Server:
    """Answers HTTP; all it needs is given."""

    adapter: DeskAdapter
    authenticate: Authenticate
    is_ready: Callable[[], Awaitable[bool]]
    measure: Callable[[], Awaitable[None]]
    metrics: Metrics
    clock: ClockDoor | None = None
    files: FileDoor | None = None
    parties: PartyDoor | None = None
    calendars: CalendarDoor | None = None

    def app(self) -> web.Application:
        """Return the application; it has the clock's paths in development only."""
        app = web.Application(client_max_size=LONGEST_BODY_BYTES, middlewares=[_no_traceback])
        app.add_routes(
            [
                web.post("/api/messages", self.take, expect_handler=_expect),
                web.get("/healthz", self.tell_alive),
                web.get("/readyz", self.tell_ready),
                web.get("/metrics", self.tell_metrics),
            ]
        )
        if self.files is not None:
            app.add_routes([web.get("/files/{id}", self.files.give)])
        if self.parties is not None:
            app.add_routes(self.parties.routes())
        if self.calendars is not None:
            app.add_routes(self.calendars.routes())
        if self.clock is not None:
            app.add_routes([web.get("/dev/clock", self.tell_clock), web.post("/dev/clock", self.move_clock)])
        return app

    async def take(self, request: web.Request) -> web.Response:
        """Take an activity; 200 means that it and all it owes is stored."""
        body = await _read_json(request)
        try:
            await self.authenticate(request.headers.get("Authorization", ""), as_object(body))
            answer = await self.adapter.process(body)
        except NotAuthentic as refused:
            _log.warning("not-authentic", extra={"reason": refused.code})
            return _error(401, "Unauthorized", f"The sender is not believed: {refused.code}")
        except BadActivity as bad:
            return _error(400, bad.code, bad.message)
        if answer is None:
            return web.Response()
        if answer.body is None:
            return web.Response(status=answer.status)
        return _json(answer.body, status=answer.status)

    async def tell_alive(self, _request: web.Request) -> web.Response:
        """Say that the process runs."""
        return web.Response(text="ok\n")

    async def tell_ready(self, _request: web.Request) -> web.Response:
        """Say whether the database answers and is at head."""
        is_ready = await self.is_ready()
        return web.Response(status=200 if is_ready else 503, text="ready\n" if is_ready else "not ready\n")

    async def tell_metrics(self, _request: web.Request) -> web.Response:
        """Give the metrics of this process."""
        await self.measure()
        return web.Response(body=self.metrics.written(), content_type="text/plain", charset="utf-8")

    async def tell_clock(self, request: web.Request) -> web.Response:
        """Give the moment that the desk's clock shows."""
        clock = _open(self.clock, request)
        return _json({"now": (await clock.now()).isoformat()})

    async def move_clock(self, request: web.Request) -> web.Response:
        """Move the clock to `to`, running all that falls due on the way; answer when everything has been sent."""
        clock = _open(self.clock, request)
        written = as_object(await _read_json(request)).get("to")
        try:
            to = datetime.fromisoformat(written) if isinstance(written, str) else None
        except ValueError:
            to = None
        if to is None or to.tzinfo is None:
            return _error(400, "BadRequest", "to: an ISO moment with its offset, as in 2022-03-16T08:00:00+01:00")
        if to < await clock.now():
            return _error(400, "BadRequest", "to: the clock goes forward only")
        return _json({"now": (await clock.travel(to)).isoformat()})


class EdgeLog(logging.LoggerAdapter[logging.Logger]):
    """What the HTTP server writes to. That a client speaks no HTTP is no fault of ours: a line, and no traceback."""

    @override
    def process(self, msg: Any, kwargs: MutableMapping[str, Any]) -> tuple[Any, MutableMapping[str, Any]]:
        """Give the line on as it is."""
        return msg, kwargs

    @override
    def exception(self, msg: object, *args: object, exc_info: Any = True, **kwargs: Any) -> None:
        """Write down a fault; of bad HTTP only that it came."""
        if isinstance(exc_info, HttpProcessingError | web.RequestPayloadError):
            self.info("bad-http", extra={"fault": type(exc_info).__name__})
        else:
            super().exception(msg, *args, exc_info=exc_info, **kwargs)


@web.middleware
async def _no_traceback(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Turn what nobody caught into a 500 without words; the platform sends the activity again."""
    try:
        return await handler(request)
    except web.HTTPException as refused:
        return _error(refused.status, HTTPStatus(refused.status).phrase.replace(" ", ""), refused.reason)
    except Unavailable as fault:
        # Nothing has happened, so the platform is to send it again.
        _log.error("unavailable", extra={"path": request.path, **told(fault)})
        return _error(503, "ServiceUnavailable", "The database does not answer")
    except Exception as fault:  # noqa: BLE001  # the edge's other broad catch: nothing of it may reach the wire
        _log.error("request-fault", extra={"path": request.path, **told(fault)})
        return _error(500, "InternalServerError", "An unexpected fault; the log has it")


async def _expect(request: web.Request) -> web.StreamResponse | None:
    """Let the body come when that is what is waited for; nothing else can be expected here."""
    if request.headers.get("Expect", "").casefold() != "100-continue":
        return _error(417, "ExpectationFailed", "Only 100-continue can be expected here")
    await request.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
    request.writer.output_size = 0  # of the answer itself, nothing has been written yet
    return None


async def _read_json(request: web.Request) -> object:
    try:
        raw = await request.read()
    except (ConnectionError, web.RequestPayloadError):
        raise web.HTTPBadRequest(reason="The body is torn, or not packed as it says") from None
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise web.HTTPBadRequest(reason="The body is not JSON") from None


def _open(clock: ClockDoor | None, request: web.Request) -> ClockDoor:
    # A page elsewhere could have its name point to this machine; it then asks for that name.
    if clock is None or not is_loopback(request.url.host or ""):
        raise web.HTTPForbidden(reason="Only from this machine")
    return clock


def _json(body: object, *, status: int = 200) -> web.Response:
    raw = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    return web.Response(body=raw, status=status, content_type="application/json", charset="utf-8")


def _error(status: int, code: str, message: str) -> web.Response:
    body: JsonObject = {"error": {"code": code, "message": message}}
    return _json(body, status=status)
