"""All that went between Teams and the bot, as it stood on the wire, for people to read."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count

from aiohttp import web

from emulator.bodies import read_whole_number
from emulator.refusals import Refusal
from emulator.wire import JsonObject, objects, read_json, stamp, text

TO_BOT, TO_TEAMS = "bot", "teams"
MOST_BYTES = 256 * 1024
_KEPT = 600
_REACTIONS = ("reactionsAdded", "reactionsRemoved")


@dataclass(frozen=True, kw_only=True, slots=True)
class Exchange:
    """One call and its answer, towards the bot or towards Teams.

    `room` and `person` are empty where none is known, `status` is 0 when no answer came. What was sent is an activity,
    or a body as it came. `fault` names what was ordered to go wrong; the caller may then have seen less than this.
    """

    at: datetime
    towards: str
    method: str
    address: str
    room: str
    person: str
    sent: JsonObject | bytes
    status: int
    response: bytes
    duration_ms: float
    about: Sequence[str] = ()
    attempt: int = 1
    fault: str | None = None
    number: int = 0

    @property
    def request(self) -> object:
        """What was sent, as `read_body` reads it."""
        return read_body(self.sent) if isinstance(self.sent, bytes) else self.sent

    def summary(self) -> JsonObject:
        """Return what a list of exchanges shows of it."""
        request = self.request
        return {
            "seq": self.number,
            "when": stamp(self.at),
            "towards": self.towards,
            "method": self.method,
            "address": self.address,
            "type": text(request, "type"),
            "detail": _detail(request),
            "room": self.room,
            "person": self.person,
            "status": self.status,
            "attempt": self.attempt,
            "fault": self.fault,
            "durationMs": self.duration_ms,
        }

    def as_json(self) -> JsonObject:
        """Return all of it; a body that is no JSON stands as a text, and one too large or missing as null."""
        return {**self.summary(), "request": self.request, "response": read_body(self.response)}


@dataclass(kw_only=True, slots=True)
class Traffic:
    """The newest exchanges in order; each has a number that only grows, also across a reset."""

    _kept: deque[Exchange] = field(default_factory=lambda: deque(maxlen=_KEPT))
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def routes(self) -> list[web.RouteDef]:
        """Return the paths by which pages read it."""
        return [web.get("/api/traffic", self.list), web.get("/api/traffic/{seq}", self.one)]

    def keep(self, exchange: Exchange) -> None:
        """Add an exchange behind those before it."""
        self._kept.append(replace(exchange, number=next(self._numbers)))

    def clear(self) -> None:
        """Forget all exchanges."""
        self._kept.clear()

    async def list(self, request: web.Request) -> web.Response:
        """Give a line for each exchange after `since`, in a `room` or `about` a message when asked, oldest first."""
        since = read_whole_number(request.query.get("since", "0"), name="since")
        room, about = request.query.get("room", ""), request.query.get("about", "")
        found = [
            each.summary()
            for each in self._kept
            if each.number > since and room in {"", each.room} and (not about or about in each.about)
        ]
        return web.json_response({"exchanges": found})

    async def one(self, request: web.Request) -> web.Response:
        """Give one exchange with both bodies."""
        seq = read_whole_number(request.match_info["seq"], name="seq")
        found = next((each for each in self._kept if each.number == seq), None)
        if found is None:
            raise Refusal(404, "ExchangeNotFound", f"No exchange has the number {seq}, or it is kept no more")
        return web.json_response(found.as_json())


def read_body(raw: bytes) -> object:
    """Return what a body says: JSON, or the text as it is; None for an empty one or one that is too large to keep."""
    if not raw or len(raw) > MOST_BYTES:
        return None
    try:
        return read_json(raw)
    except ValueError:
        return raw.decode(errors="replace")


def _detail(activity: object) -> str:
    """Return what tells activities of one type apart."""
    named = text(activity, "name") or text(activity, "action") or text(activity, "channelData", "eventType")
    if named or not isinstance(activity, dict):
        return named
    reactions = [f"{sign}{text(each, 'type')}" for sign, name in zip("+-", _REACTIONS, strict=True)
                 for each in objects(activity.get(name))]  # fmt: skip
    members = [name for name in ("membersAdded", "membersRemoved") if name in activity]
    return " ".join(reactions or members)
