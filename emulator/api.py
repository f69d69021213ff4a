"""The JSON API that the page and tests use; README.md describes it."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress

from aiohttp import web

from emulator.attachments import read_uploads
from emulator.bodies import read_object_or_nothing
from emulator.chats import Chats
from emulator.clock import BotClock, read_moment
from emulator.events import Events
from emulator.faults import Faults, read_rules
from emulator.journal import Journal
from emulator.people import Person
from emulator.presses import Press, Presses
from emulator.refusals import Refusal, bad_argument
from emulator.state import BOT_ID, CHANNEL_ID, Conversation, Tenant
from emulator.wire import JsonObject, as_object, child, text

_BEAT_SECONDS = 20.0
_MOST_CHARACTERS = 28_000


class ChatApi:
    """What people do and see."""

    def __init__(self, tenant: Tenant, *, chats: Chats, presses: Presses, bot_name: str) -> None:
        """Show *tenant*; act through *chats* and *presses*."""
        self._tenant = tenant
        self._chats = chats
        self._presses = presses
        self._bot_name = bot_name

    def routes(self) -> list[web.RouteDef]:
        """Return the paths about people, chats and the channel."""
        chat = "/api/chats/{code}"
        return [
            web.get("/api/people", self.people),
            web.get(chat, self.chat),
            web.get(chat + "/activities/{aid}", self.raw),
            web.post(chat + "/open", self._of_person(lambda person, _: self._chats.open(person))),
            web.post(chat + "/remove", self._of_person(lambda person, _: self._chats.remove(person))),
            web.post(chat + "/messages", self._of_person(self._write)),
            web.post(chat + "/press", self._of_person(self._press)),
            web.post(chat + "/edit", self._of_person(self._edit)),
            web.post(chat + "/delete", self._of_person(self._delete)),
            web.get("/api/channel", self.channel),
            web.post("/api/channel/messages", self.write_in_channel),
            web.post("/api/channel/press", self.press_in_channel),
        ]

    async def people(self, _: web.Request) -> web.Response:
        """List everybody, with the bot."""
        people = [person.as_json() for person in self._tenant.people.values()]
        return web.json_response({"bot": {"id": BOT_ID, "name": self._bot_name}, "people": people})

    async def chat(self, request: web.Request) -> web.Response:
        """Give a person's chat in its current form."""
        person = self._person(request.match_info["code"])
        chat = self._tenant.get_conversation(person.conversation_id)
        head = {"person": person.as_json(), "installation": chat.installation}
        return web.json_response({**head, **_shown(chat, person.code)})

    async def raw(self, request: web.Request) -> web.Response:
        """Give one message as it stands on the wire, with its earlier forms; `channel` is a code too."""
        code = request.match_info["code"]
        is_channel = code == "channel"
        chat_id = CHANNEL_ID if is_channel else self._person(code).conversation_id
        message = self._tenant.get_conversation(chat_id).messages.get(request.match_info["aid"])
        if message is None:
            raise Refusal(404, "ActivityNotFound", "No such message in the chat")
        forms = {"activity": message.activity, "earlier": list(message.earlier), "views": dict(message.views)}
        return web.json_response({**forms, "shown": message.as_seen_by(code)})

    async def channel(self, request: web.Request) -> web.Response:
        """Give the channel as one person (`as`) sees it."""
        viewer = request.query.get("as", "channel")
        return web.json_response(_shown(self._tenant.get_conversation(CHANNEL_ID), viewer))

    async def write_in_channel(self, request: web.Request) -> web.Response:
        """Write in the channel as someone."""
        body = await read_object_or_nothing(request)
        person, words = self._person(text(body, "as")), _words(body)
        thread, mention = text(body, "thread"), body.get("mention", True) is not False
        return web.json_response(await self._chats.write_in_channel(person, words, thread=thread, mention=mention))

    async def press_in_channel(self, request: web.Request) -> web.Response:
        """Press a button in the channel as someone; `way` stands where `as` does in a personal chat."""
        body = await read_object_or_nothing(request)
        press = _read_press(body, way=text(body, "way"), in_channel=True)
        return web.json_response(await self._presses.press(self._person(text(body, "as")), press))

    async def _write(self, person: Person, body: JsonObject) -> JsonObject:
        uploads = read_uploads(body)
        return await self._chats.write(person, "" if uploads and not text(body, "text") else _words(body), uploads)

    async def _press(self, person: Person, body: JsonObject) -> JsonObject:
        return await self._presses.press(person, _read_press(body, way=text(body, "as")))

    async def _edit(self, person: Person, body: JsonObject) -> JsonObject:
        return await self._chats.edit(person, text(body, "activity"), _words(body))

    async def _delete(self, person: Person, body: JsonObject) -> JsonObject:
        return await self._chats.delete(person, text(body, "activity"))

    def _of_person(
        self, do: Callable[[Person, JsonObject], Awaitable[JsonObject]]
    ) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handler(request: web.Request) -> web.Response:
            person = self._person(request.match_info["code"])
            return web.json_response(await do(person, await read_object_or_nothing(request)))

        return handler

    def _person(self, code: str) -> Person:
        person = self._tenant.people.get(code)
        if person is None:
            raise Refusal(404, "PersonNotFound", f"Nobody has the code {code!r}")
        return person


class StageApi:
    """What stands around the chats: live events, the clock, faults, the log and a clean start."""

    def __init__(self, tenant: Tenant, *, events: Events, clock: BotClock, faults: Faults, journal: Journal) -> None:
        """Serve each of these parts."""
        self._tenant = tenant
        self._events = events
        self._clock = clock
        self._faults = faults
        self._journal = journal

    def routes(self) -> list[web.RouteDef]:
        """Return the paths."""
        return [
            web.get("/api/events", self.stream, allow_head=False),
            web.get("/api/clock", self.read_clock),
            web.post("/api/clock", self.move_clock),
            web.get("/api/faults", self.list_faults),
            web.post("/api/faults", self.set_faults),
            web.delete("/api/faults", self.clear_faults),
            web.get("/api/log", self.log),
            web.post("/api/reset", self.reset),
        ]

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Send every event from now on, as Server-Sent Events."""
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        with self._events.listen() as queue, suppress(ConnectionResetError):
            await response.write(b": welcome\n\n")
            while (line := await _next_line(queue)) is not None:
                await response.write(line)
        return response

    async def read_clock(self, _: web.Request) -> web.Response:
        """Give the bot's time."""
        return web.json_response(await self._clock.read())

    async def move_clock(self, request: web.Request) -> web.Response:
        """Move the bot's clock."""
        to = text(await read_object_or_nothing(request), "to")
        return web.json_response(await self._clock.move(read_moment(to).isoformat()))

    async def list_faults(self, _: web.Request) -> web.Response:
        """List the rules with what is left of them."""
        return web.json_response({"rules": [rule.as_json() for rule in self._faults.rules]})

    async def set_faults(self, request: web.Request) -> web.Response:
        """Put rules behind those in force."""
        self._faults.rules.extend(read_rules(await read_object_or_nothing(request)))
        return await self.list_faults(request)

    async def clear_faults(self, request: web.Request) -> web.Response:
        """Take all rules away."""
        self._faults.rules.clear()
        return await self.list_faults(request)

    async def log(self, request: web.Request) -> web.Response:
        """Give the journal, from after `since` and of one `kind` when asked."""
        since = request.query.get("since", "0")
        if not (since.isascii() and since.isdigit()):
            raise bad_argument("since: a number, the seq of an entry")
        entries = self._journal.read(since=int(since), kind=request.query.get("kind", ""))
        return web.json_response({"entries": entries})

    async def reset(self, _: web.Request) -> web.Response:
        """Empty chats, faults and log; the bot is not told."""
        self._tenant.reset()
        self._faults.rules.clear()
        self._journal.clear()
        self._events.tell("reset")
        return web.json_response({})


async def _next_line(queue: "asyncio.Queue[JsonObject | None]") -> bytes | None:
    try:
        event = await asyncio.wait_for(queue.get(), _BEAT_SECONDS)
    except TimeoutError:
        return b": beat\n\n"
    return None if event is None else f"data: {json.dumps(event)}\n\n".encode()


def _shown(conversation: Conversation, viewer: str) -> JsonObject:
    activities = [message.as_seen_by(viewer) for message in conversation.messages.values()]
    return {"conversation": {"id": conversation.id}, "activities": activities}


def _words(body: JsonObject) -> str:
    words = text(body, "text").strip()
    if not words or len(words) > _MOST_CHARACTERS:
        raise bad_argument(f"text: 1-{_MOST_CHARACTERS} characters")
    return words


def _read_press(body: JsonObject, *, way: str, in_channel: bool = False) -> Press:
    action = body.get("action")
    if not isinstance(action, int | str) or isinstance(action, bool):
        raise bad_argument("action: the button's place in the card, or its verb, id or title")
    if not isinstance(body.get("inputs", {}), dict):
        raise bad_argument("inputs: an object")
    return Press(
        activity=text(body, "activity"),
        action=action,
        inputs=child(as_object(body), "inputs"),
        way=way,
        in_channel=in_channel,
    )
