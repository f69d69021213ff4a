"""The JSON API around the rooms: live events, the clock, faults, limits, the log and a clean start."""

import asyncio
import json
from contextlib import suppress

from aiohttp import web

from emulator.bodies import read_object_or_nothing, read_whole_number
from emulator.clock import BotClock, read_moment
from emulator.events import Events
from emulator.faults import Faults, read_mix, read_rules
from emulator.journal import Journal
from emulator.limits import Limits
from emulator.recorder import Recorder
from emulator.refreshes import Refreshes
from emulator.refusals import person_not_found
from emulator.state import Tenant
from emulator.traffic import Traffic
from emulator.wire import JsonObject, text

_BEAT_SECONDS = 20.0


class StageApi:
    """What stands around the chats."""

    def __init__(
        self,
        tenant: Tenant,
        *,
        events: Events,
        clock: BotClock,
        faults: Faults,
        limits: Limits,
        journal: Journal,
        traffic: Traffic,
        refreshes: Refreshes,
        recorder: Recorder,
    ) -> None:
        """Serve each of these parts."""
        self._tenant = tenant
        self._events = events
        self._clock = clock
        self._faults = faults
        self._limits = limits
        self._journal = journal
        self._traffic = traffic
        self._refreshes = refreshes
        self._recorder = recorder

    def routes(self) -> list[web.RouteDef]:
        """Return the paths."""
        return [
            web.get("/api/events", self.stream, allow_head=False),
            web.get("/api/clock", self.read_clock),
            web.post("/api/clock", self.move_clock),
            web.get("/api/faults", self.list_faults),
            web.post("/api/faults", self.set_faults),
            web.delete("/api/faults", self.clear_faults),
            web.get("/api/limits", self.read_limits),
            web.post("/api/limits", self.set_limits),
            web.get("/api/log", self.log),
            web.post("/api/reset", self.reset),
        ]

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Send every event from now on, as Server-Sent Events; `viewers` are those who look all the time."""
        viewers = [code for code in request.query.get("viewers", "").split(",") if code]
        for code in viewers:
            if code not in self._tenant.people:
                raise person_not_found(code)
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        with self._events.listen(viewers) as queue, suppress(ConnectionResetError):
            await response.write(b": welcome\n\n")
            for code in viewers:
                self._refreshes.look_everywhere(self._tenant.people[code])
            while (line := await _next_line(queue)) is not None:
                await response.write(line)
        return response

    async def read_clock(self, _: web.Request) -> web.Response:
        """Give the bot's time."""
        return web.json_response(await self._clock.read())

    async def move_clock(self, request: web.Request) -> web.Response:
        """Move the bot's clock."""
        to = read_moment(text(await read_object_or_nothing(request), "to")).isoformat()
        with self._recorder.clock_step(to):
            moved = await self._clock.move(to)
        return web.json_response(moved)

    async def list_faults(self, _: web.Request) -> web.Response:
        """List the rules with what is left of them, and what chance does."""
        return web.json_response(self._faults.as_json())

    async def set_faults(self, request: web.Request) -> web.Response:
        """Put rules behind those in force, or a mix in place of the one before."""
        body = await read_object_or_nothing(request)
        mix = read_mix(body) if "mix" in body else self._faults.mix
        rules = read_rules(body) if "rules" in body or "mix" not in body else []
        self._faults.mix = mix
        self._faults.rules.extend(rules)
        return await self.list_faults(request)

    async def clear_faults(self, request: web.Request) -> web.Response:
        """Take all faults away."""
        self._faults.clear()
        return await self.list_faults(request)

    async def read_limits(self, _: web.Request) -> web.Response:
        """Give the limits in force."""
        return web.json_response(self._limits.as_json())

    async def set_limits(self, request: web.Request) -> web.Response:
        """Turn the limits on or off."""
        self._limits.set(await read_object_or_nothing(request))
        return web.json_response(self._limits.as_json())

    async def log(self, request: web.Request) -> web.Response:
        """Give the journal, from after `since` and of one `kind` when asked."""
        since = read_whole_number(request.query.get("since", "0"), name="since")
        entries = self._journal.read(since=since, kind=request.query.get("kind", ""))
        return web.json_response({"entries": entries})

    async def reset(self, _: web.Request) -> web.Response:
        """Empty chats, faults, log, traffic and what the limits have counted; the bot is not told."""
        self._tenant.reset()
        self._faults.clear()
        self._limits.reset()
        self._journal.clear()
        self._traffic.clear()
        self._events.tell("reset")
        return web.json_response({})


async def _next_line(queue: "asyncio.Queue[JsonObject | None]") -> bytes | None:
    try:
        event = await asyncio.wait_for(queue.get(), _BEAT_SECONDS)
    except TimeoutError:
        return b": beat\n\n"
    return None if event is None else f"data: {json.dumps(event)}\n\n".encode()
