"""The other side of the bot: takes what it sends, keeps the buttons, and offers files that are no good."""

import asyncio
import json
import logging
from collections import Counter, OrderedDict
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from bot.wire import JsonObject, as_object, cleaned
from tests.bot.cards import buttons, prefilled

MOST_OF_A_CHAT = 12
PHOTO = b"\xff\xd8\xff\xdb\0\x04ab\xff\xda\0\x03xpicture\xff\xd9"


@dataclass(frozen=True, kw_only=True, slots=True)
class Button:
    """A button that the bot has sent to a chat: where it stands, what it carries, and the inputs beside it."""

    conversation: str
    card: str
    verb: str
    data: Mapping[str, object]
    inputs: Mapping[str, object]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """Plain words that the bot has sent to a chat."""

    conversation: str
    text: str


Issued = tuple[str, str, str]
"""Verb, subject and version of a button that the bot has made."""


@dataclass(kw_only=True)
class Peer:
    """Keeps what came: the newest buttons of each chat, what they were signed for, and the plain words."""

    url: str = ""
    hands: dict[str, OrderedDict[str, list[Button]]] = field(default_factory=dict)
    issued: set[Issued] = field(default_factory=set)
    said: list[Sentence] = field(default_factory=list)
    count: int = 0
    numbers: Counter[str] = field(default_factory=Counter)

    def keep(self, conversation: str, card_id: str, card: object) -> None:
        """Keep the buttons of a card, over those that it had before."""
        found = [as_object(each) for each in buttons(card)]
        inputs = prefilled(card)
        hand = self.hands.setdefault(conversation, OrderedDict())
        hand.pop(card_id, None)
        for each in found:
            data = as_object(each.get("data"))
            self.issued.add((str(each["verb"]), str(data.get("subject", "")), str(data.get("version", ""))))
        if found:
            hand[card_id] = [
                Button(
                    conversation=conversation,
                    card=card_id,
                    verb=str(each["verb"]),
                    data=as_object(each.get("data")),
                    inputs=inputs,
                )
                for each in found
            ]
        while len(hand) > MOST_OF_A_CHAT:
            hand.popitem(last=False)

    async def take(self, request: web.Request) -> web.StreamResponse:
        """Take a message or an update."""
        body = as_object(json.loads(await request.read() or b"{}"))
        conversation = request.match_info["conversation"]
        if request.method == "POST":
            self.numbers[conversation] += 1
        card_id = request.match_info.get("activity") or f"{conversation}-m{self.numbers[conversation]}"
        self.count += 1
        attachments = body.get("attachments")
        for each in attachments if isinstance(attachments, list) else []:
            self.keep(conversation, card_id, as_object(each).get("content"))
        words = body.get("text")
        if isinstance(words, str):
            self.said.append(Sentence(conversation=conversation, text=words))
        return web.json_response({"id": card_id}, status=201)

    async def open(self, request: web.Request) -> web.Response:
        """Open a personal chat."""
        members = as_object(json.loads(await request.read())).get("members")
        first = as_object(members[0]) if isinstance(members, list) else {}
        return web.json_response({"id": f"a:opened-{first.get('id')}"}, status=201)

    async def give(self, request: web.Request) -> web.StreamResponse:
        """Give a file, or what is none."""
        name = request.match_info["name"]
        elsewhere = {
            "metadata": "http://169.254.169.254/latest/meta-data",
            "round": "/files/round",
            "disk": "file:///etc/passwd",
            "broken": "http://[::1",
            "inside": "http://127.0.0.1:1/",
        }
        if name in elsewhere:
            return web.Response(status=302, headers={"Location": elsewhere[name]})
        if name == "endless":
            return await _endless(request)
        if name == "photo":
            return web.Response(body=PHOTO, content_type="image/jpeg")
        return web.Response(status=int(name) if name.isdigit() else 404)


async def _endless(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    try:
        for _ in range(12):
            await response.write(b"\xff" * 1024 * 1024)
    except (ConnectionError, asyncio.CancelledError):
        return response
    return response


@asynccontextmanager
async def peering() -> AsyncGenerator[Peer]:
    """Run one on a free port of this machine."""
    peer = Peer()
    app = web.Application(client_max_size=2**22)
    activities = "/v3/conversations/{conversation}/activities"
    app.add_routes(
        [
            web.post("/v3/conversations", peer.open),
            web.post(activities, peer.take),
            web.post(f"{activities}/{{activity}}", peer.take),
            web.put(f"{activities}/{{activity}}", peer.take),
            web.get("/files/{name}", peer.give),
        ]
    )
    runner = web.AppRunner(app, access_log=None, logger=_quiet(), shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    peer.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield peer
    await runner.cleanup()


def _quiet() -> logging.Logger:
    """Return a log that nobody reads: what goes wrong here is not the bot's."""
    logger = logging.getLogger("tests.fuzz.peer")
    logger.propagate = False
    logger.addHandler(logging.NullHandler())
    return logger


def as_json(raw: bytes) -> JsonObject:
    """Return the JSON object in *raw*, its texts as they can be stored; an empty one when it holds none."""
    try:
        return dict(as_object(cleaned(json.loads(raw))))
    except (ValueError, RecursionError):
        return {}
