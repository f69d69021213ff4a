"""What stands between every request and its handler: faults on order, the journal, refusals and local callers only."""

import asyncio
import ipaddress
import time
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from emulator.faults import FaultRule, Faults
from emulator.journal import Journal
from emulator.limits import Limits
from emulator.refusals import Refusal, bad_syntax, refusal_response, throttled
from emulator.state import Tenant
from emulator.traffic import MOST_BYTES, TO_TEAMS, Exchange, Traffic, read_body
from emulator.wire import text

_CONNECTOR = "/v3/"


def is_loopback(host: str) -> bool:
    """Tell whether *host* names this machine and nothing else."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


@web.middleware
async def local_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse pages of other sites, also those whose name has been pointed at this machine."""
    sources = [f"//{request.host}", request.headers.get("Origin", "")]
    if all(is_loopback(urlsplit(source).hostname or "") for source in sources if source):
        return await handler(request)
    return refusal_response(Refusal(403, "Forbidden", "Only pages and programs on this machine may call"))


@web.middleware
async def say_refusals(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Give a refusal the body that Teams gives it, and an unknown path a body at all."""
    try:
        return await handler(request)
    except Refusal as refusal:
        return refusal_response(refusal)
    except RecursionError:
        return refusal_response(bad_syntax("Too deeply nested"))
    except web.HTTPException as error:
        if error.status < web.HTTPBadRequest.status_code:
            raise
        code = error.reason.replace(" ", "")
        return refusal_response(Refusal(error.status, code, f"{request.method} {request.path}"))


class ConnectorGuard:
    """Applies faults to the bot's calls, and writes every one of them down."""

    def __init__(self, tenant: Tenant, *, faults: Faults, journal: Journal, traffic: Traffic, limits: Limits) -> None:
        """Know persons from *tenant*, apply *faults*, write in *journal* and *traffic*, hold to *limits*."""
        self._traffic = traffic
        self._limits = limits
        self._tenant = tenant
        self._faults = faults
        self._journal = journal

    def middleware(self) -> Middleware:
        """Return the middleware; it leaves all but the connector's paths alone."""

        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            if not request.path.startswith(_CONNECTOR):
                return await handler(request)
            return await self._answer(request, handler)

        return guard

    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        began, at = time.perf_counter(), self._tenant.now()
        person = self._person(request)
        rule = self._faults.take(method=request.method, path=request.path, person=person)
        response = await self._respond(request, handler, rule)
        duration_ms = round((time.perf_counter() - began) * 1000, 1)
        said, answered = await _body_of(request), _answer_of(response)
        told = read_body(answered)
        self._traffic.keep(
            Exchange(
                at=at,
                towards=TO_TEAMS,
                method=request.method,
                address=request.raw_path,
                room=person,
                person="",
                sent=said if len(said) <= MOST_BYTES else b"",
                status=response.status,
                response=answered,
                duration_ms=duration_ms,
                about=(request.match_info.get("aid", ""), text(told, "activityId") or text(told, "id")),
                fault=rule.name if rule else None,
            )
        )
        self._journal.write(
            "connector",
            method=request.method,
            path=request.path,
            person=person,
            status=response.status,
            fault=rule is not None,
            fault_kind=rule.name if rule else None,
            duration_ms=duration_ms,
        )
        if rule and rule.cut and request.transport:
            request.transport.abort()
        return response

    async def _respond(self, request: web.Request, handler: Handler, rule: FaultRule | None) -> web.StreamResponse:
        if rule is None:
            wait_seconds = self._wait_seconds(request)
            if wait_seconds:
                return refusal_response(throttled(), {"Retry-After": str(wait_seconds)})
            return await handler(request)
        await asyncio.sleep(rule.delay_ms / 1000)
        refusal = rule.refusal()
        if refusal is not None:
            retry = {} if rule.retry_after is None else {"Retry-After": f"{rule.retry_after:g}"}
            return refusal_response(refusal, retry)
        if rule.cut == "before":
            return web.Response(status=504)
        return await handler(request)

    def _wait_seconds(self, request: web.Request) -> int:
        has_conversation = "cid" in request.match_info
        return self._limits.take(
            conversation=request.match_info.get("cid", "").partition(";")[0],
            is_send=has_conversation and request.method in {"POST", "PUT"},
            is_members=has_conversation and request.method == "GET",
        )

    def _person(self, request: web.Request) -> str:
        conversation = self._tenant.conversations.get(request.match_info.get("cid", "").partition(";")[0])
        return conversation.name if conversation else ""


async def _body_of(request: web.Request) -> bytes:
    """Return what the bot sent; nothing when it hung up before all of it had come, or when it was too large."""
    try:
        return await request.read()
    except (ConnectionResetError, web.HTTPException):
        return b""


def _answer_of(response: web.StreamResponse) -> bytes:
    is_text = response.content_type == "application/json"
    return response.body if is_text and isinstance(response, web.Response) and isinstance(response.body, bytes) else b""
