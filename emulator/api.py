"""The JSON API by which pages and tests do and see what people do and see; README.md describes it."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from emulator.bodies import read_object_or_nothing
from emulator.deeds import Deeds, read_people
from emulator.people import Person
from emulator.recorder import Recorder
from emulator.refusals import Refusal, bad_argument, not_a_member, person_not_found
from emulator.state import BOT_ID, CHANNEL, CHANNEL_ROOM, GROUP, Conversation, Tenant
from emulator.wire import JsonObject, child, text

_OTHER_BOT = "bot:"


class RoomsApi:
    """Rooms, and every deed in them; the calls about one chat or the channel are short forms of these."""

    def __init__(self, tenant: Tenant, *, deeds: Deeds, recorder: Recorder, bot_name: str) -> None:
        """Show *tenant*; act through *deeds*, and let *recorder* write down what is done."""
        self._tenant = tenant
        self._deeds = deeds
        self._by_name = deeds.by_name()
        self._recorder = recorder
        self._bot_name = bot_name

    def routes(self) -> list[web.RouteDef]:
        """Return the paths about people and rooms."""
        return [
            web.get("/api/people", self.people),
            web.get("/api/rooms", self.rooms),
            web.post("/api/rooms", self.make_room),
            web.get("/api/rooms/{room}", self.room),
            web.get("/api/rooms/{room}/activities/{aid}", self.raw),
            web.post("/api/rooms/{room}/{deed}", self.do_in_room),
            web.get("/api/chats/{room}", self.chat),
            web.get("/api/chats/{room}/activities/{aid}", self.raw),
            web.post("/api/chats/{room}/{deed}", self.do_in_chat),
            web.post("/api/compose/{room}", self._fixed("compose")),
            web.get("/api/channel", self.channel),
            web.post("/api/channel/{deed}", self.do_in_channel),
        ]

    async def people(self, _: web.Request) -> web.Response:
        """List everybody, with the bot."""
        people = [person.as_json() for person in self._tenant.people.values()]
        return web.json_response({"bot": {"id": BOT_ID, "name": self._bot_name}, "people": people})

    async def rooms(self, _: web.Request) -> web.Response:
        """List all rooms."""
        return web.json_response({"rooms": [room.as_json() for room in self._tenant.conversations.values()]})

    async def make_room(self, request: web.Request) -> web.Response:
        """Make a group chat or a channel."""
        body = await read_object_or_nothing(request)
        kind = text(body, "kind")
        if kind not in {GROUP, CHANNEL}:
            raise bad_argument("kind: group or channel")
        members = read_people(body, "members", known=self._tenant.people)
        if not members:
            raise bad_argument("members: at least one")
        room = self._tenant.make_room(kind, title=text(body, "name"), members=members)
        self._recorder.note_room(room)
        return web.json_response(room.as_json(), status=201)

    async def room(self, request: web.Request) -> web.Response:
        """Give a room as one person (`as`) sees it."""
        room = self._tenant.get_room(request.match_info["room"])
        viewer = self._member(room, request.query.get("as", ""))
        self._deeds.refreshes.look(room, viewer)
        return web.json_response({**room.as_json(), **_shown(room, viewer.code)})

    async def chat(self, request: web.Request) -> web.Response:
        """Give a person's chat in its current form."""
        person = self._person(request.match_info["room"])
        chat = self._tenant.get_conversation(person.conversation_id)
        self._deeds.refreshes.look(chat, person)
        head = {"person": person.as_json(), "installation": chat.installation}
        return web.json_response({**head, **_shown(chat, person.code)})

    async def channel(self, request: web.Request) -> web.Response:
        """Give the channel as one person (`as`) sees it; as nobody when it is left out."""
        viewer = request.query.get("as", CHANNEL_ROOM)
        room = self._tenant.get_room(CHANNEL_ROOM)
        if viewer in self._tenant.people:
            self._deeds.refreshes.look(room, self._tenant.people[viewer])
        return web.json_response(_shown(room, viewer))

    async def raw(self, request: web.Request) -> web.Response:
        """Give one message as it stands on the wire, with its earlier forms."""
        room = self._tenant.get_room(request.match_info["room"])
        message = room.messages.get(request.match_info["aid"])
        if message is None:
            raise Refusal(404, "ActivityNotFound", "No such message in the chat")
        views = {code: message.cards_for(code) for code in message.views}
        wire = {"activity": message.activity, "earlier": list(message.earlier), "views": views}
        forms = [{"viewer": viewer or None, **form} for viewer, form in message.forms]
        viewer = request.query.get("as", room.room)
        return web.json_response({**wire, "forms": forms, "shown": message.as_seen_by(viewer)})

    async def do_in_room(self, request: web.Request) -> web.Response:
        """Do what the address names, as the person that the body names."""
        body = await read_object_or_nothing(request)
        room = self._tenant.get_room(request.match_info["room"])
        deed, actor = request.match_info["deed"], text(body, "as")
        if actor.startswith(_OTHER_BOT) and deed == "messages":
            return web.json_response(self._deeds.chats.put_of_other_bot(room, actor, _as_activity(body)))
        return await self._do(deed, room, self._member(room, actor), body)

    async def do_in_chat(self, request: web.Request) -> web.Response:
        """Do something in a person's own chat; `as` stands there where `way` does elsewhere."""
        deed = {"open": "install"}.get(request.match_info["deed"], request.match_info["deed"])
        body = await read_object_or_nothing(request)
        return await self._do_as_owner(deed, request, {**body, "way": text(body, "as") or text(body, "way")})

    async def do_in_channel(self, request: web.Request) -> web.Response:
        """Do something in the channel that is there from the start."""
        body = await read_object_or_nothing(request)
        room = self._tenant.get_room(CHANNEL_ROOM)
        return await self._do(request.match_info["deed"], room, self._person(text(body, "as")), body)

    def _fixed(self, deed: str) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handler(request: web.Request) -> web.Response:
            return await self._do_as_owner(deed, request, await read_object_or_nothing(request))

        return handler

    async def _do_as_owner(self, deed: str, request: web.Request, body: JsonObject) -> web.Response:
        person = self._person(request.match_info["room"])
        return await self._do(deed, self._tenant.get_conversation(person.conversation_id), person, body)

    async def _do(self, deed: str, room: Conversation, person: Person, body: JsonObject) -> web.Response:
        do = self._by_name.get(deed)
        if do is None:
            raise Refusal(404, "DeedNotFound", f"Nobody can {deed!r}; known are {', '.join(self._by_name)}")
        with self._recorder.step(deed, room, person, body) as note:
            result = await do(room, person, body)
            note(result)
        return web.json_response(result)

    def _member(self, room: Conversation, code: str) -> Person:
        person = room.person if room.person is not None and not code else self._person(code)
        if not room.has_member(person.code):
            raise not_a_member(person.code, room.name)
        return person

    def _person(self, code: str) -> Person:
        person = self._tenant.people.get(code)
        if person is None:
            raise person_not_found(code)
        return person


def _as_activity(body: JsonObject) -> JsonObject:
    attachments = body.get("attachments") or []
    return {"type": "message", "text": text(body, "text"), "attachments": attachments, "from": child(body, "from")}


def _shown(conversation: Conversation, viewer: str) -> JsonObject:
    activities = [message.as_seen_by(viewer) for message in conversation.messages.values()]
    return {"conversation": {"id": conversation.id}, "activities": activities}
