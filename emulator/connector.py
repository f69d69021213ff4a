"""The connector API: what the bot calls to write in chats and ask who is in them."""

from aiohttp import web

from emulator.bodies import read_object
from emulator.events import Events
from emulator.people import Person
from emulator.refusals import (
    MESSAGE_LIMIT_BYTES,
    Refusal,
    bad_argument,
    bad_syntax,
    member_not_found,
    message_too_big,
    writes_blocked,
)
from emulator.state import BOT_AUTHOR, TENANT_ID, Conversation, Message, Tenant, thread_of, threaded
from emulator.wire import ADAPTIVE_CARD, JsonObject, as_object, child, objects, size_bytes, text

_KNOWN_TYPES = frozenset({"message", "typing", "trace", "endOfConversation"})
_PAGE_SIZE, _LARGEST_PAGE = 200, 500


class Connector:
    """Answers the bot as Teams does, and tells the pages what changed."""

    def __init__(self, tenant: Tenant, events: Events) -> None:
        """Work on *tenant*; each change is told to *events*."""
        self._tenant = tenant
        self._events = events

    def routes(self) -> list[web.RouteDef]:
        """Return the paths of the connector API."""
        one = "/v3/conversations/{cid}"
        return [
            web.post("/v3/conversations", self.create_conversation),
            web.post(one + "/activities", self.send),
            web.post(one + "/activities/{aid}", self.send),
            web.put(one + "/activities/{aid}", self.update),
            web.delete(one + "/activities/{aid}", self.delete),
            web.get(one + "/members", self.members),
            web.get(one + "/pagedmembers", self.paged_members),
            web.get(one + "/members/{mid}", self.member),
        ]

    async def create_conversation(self, request: web.Request) -> web.Response:
        """Give the personal chat with a member, or start a thread in the channel."""
        body = await read_object(request)
        if not (text(body, "tenantId") or text(body, "channelData", "tenant", "id")):
            raise bad_argument("A tenant is needed: tenantId or channelData.tenant.id")
        if text(body, "channelData", "channel", "id"):
            return self._create_thread(body)
        conversation = self._chat_with(body)
        _require_open(conversation)
        answer: JsonObject = {"id": conversation.id}
        if child(body, "activity"):
            answer["activityId"] = self._put_in(conversation, child(body, "activity")).id
        return web.json_response(answer, status=201)

    def _chat_with(self, body: JsonObject) -> Conversation:
        listed = objects(body.get("members"))
        if len(listed) != 1:
            raise bad_argument("members: exactly one is needed for a personal chat")
        member_id = text(listed[0], "id") or text(listed[0], "aadObjectId")
        person = self._tenant.find_person(member_id)
        if person is None:
            raise bad_argument(f"Nobody in the tenant has the id {member_id}")
        return self._tenant.get_conversation(person.conversation_id)

    def _create_thread(self, body: JsonObject) -> web.Response:
        channel = self._tenant.get_conversation(text(body, "channelData", "channel", "id"))
        if not child(body, "activity"):
            raise bad_syntax("An activity is needed to start a thread")
        root = self._put_in(channel, child(body, "activity"))
        return web.json_response({"id": threaded(channel.id, root.id), "activityId": root.id}, status=201)

    async def send(self, request: web.Request) -> web.Response:
        """Take a message or a typing sign; a message gets the next id."""
        conversation = self._conversation(request)
        body = await read_object(request)
        _require_open(conversation)
        if body.get("type") == "message":
            message = self._put_in(conversation, body, thread=thread_of(request.match_info["cid"]))
            return web.json_response({"id": message.id}, status=201)
        _check_activity(body)
        if body.get("type") == "typing":
            self._events.tell("typing", chat=conversation.name)
        return web.json_response({"id": self._tenant.next_id()}, status=201)

    def _put_in(self, conversation: Conversation, body: JsonObject, thread: str = "") -> Message:
        _check_activity(body)
        stored = {**body, "id": self._tenant.next_id()}
        message = self._tenant.add(conversation, author=BOT_AUTHOR, activity=stored, thread=thread)
        self._tell(conversation, message)
        return message

    async def update(self, request: web.Request) -> web.Response:
        """Put a new form of a message of the bot's in place of the old."""
        conversation = self._conversation(request)
        body = await read_object(request)
        _require_open(conversation)
        message = conversation.get_bot_message(request.match_info["aid"])
        _check_activity(body)
        self._tell(conversation, self._tenant.change(conversation, message, {**body, "id": message.id}))
        return web.json_response({"id": message.id})

    async def delete(self, request: web.Request) -> web.Response:
        """Take a message of the bot's away."""
        conversation = self._conversation(request)
        _require_open(conversation)
        message = conversation.get_bot_message(request.match_info["aid"])
        self._tell(conversation, self._tenant.delete(conversation, message))
        return web.Response()

    async def members(self, request: web.Request) -> web.Response:
        """List everybody in a conversation."""
        return web.json_response([_member(person) for person in self._members(self._conversation(request))])

    async def paged_members(self, request: web.Request) -> web.Response:
        """List a page of those in a conversation, with a token for the next page when there is one."""
        people = self._members(self._conversation(request))
        start = _whole_number(request.query.get("continuationToken", "0"))
        size = min(_whole_number(request.query.get("pageSize", str(_PAGE_SIZE))) or _PAGE_SIZE, _LARGEST_PAGE)
        answer: JsonObject = {"members": [_member(person) for person in people[start : start + size]]}
        if start + size < len(people):
            answer["continuationToken"] = str(start + size)
        return web.json_response(answer)

    async def member(self, request: web.Request) -> web.Response:
        """Give one member, by Teams id or directory object id."""
        wanted = request.match_info["mid"]
        for person in self._members(self._conversation(request)):
            if wanted in {person.member_id, person.aad_object_id}:
                return web.json_response(_member(person))
        raise member_not_found(wanted)

    def _conversation(self, request: web.Request) -> Conversation:
        return self._tenant.get_conversation(request.match_info["cid"])

    def _members(self, conversation: Conversation) -> list[Person]:
        return [conversation.person] if conversation.person else list(self._tenant.people.values())

    def _tell(self, conversation: Conversation, message: Message) -> None:
        self._events.tell("activity", chat=conversation.name, activity=message.as_seen_by(conversation.name))


def _require_open(conversation: Conversation) -> None:
    if conversation.installation == "removed":
        raise writes_blocked()


def _check_activity(body: JsonObject) -> None:
    if body.get("type") not in _KNOWN_TYPES:
        raise bad_syntax(f"Not an activity type that a bot can send: {body.get('type')!r}")
    if body["type"] != "message":
        return
    attachments = body.get("attachments") or []
    if not isinstance(attachments, list) or len(objects(attachments)) != len(attachments):
        raise bad_syntax("attachments: expected a list of objects")
    if not body.get("text") and not attachments:
        raise bad_syntax("Activity resulted into empty skype activities")
    size = size_bytes(attachments)
    if size > MESSAGE_LIMIT_BYTES:
        raise message_too_big(size)
    _check_cards(objects(attachments))


def _check_cards(attachments: list[JsonObject]) -> None:
    for attachment in attachments:
        is_card = attachment.get("contentType") == ADAPTIVE_CARD
        if is_card and as_object(attachment.get("content")).get("type") != "AdaptiveCard":
            raise Refusal(400, "BadArgument", "Unknown attachment content: no AdaptiveCard in it")


def _member(person: Person) -> JsonObject:
    given, _, surname = person.name.partition(" ")
    return {
        "id": person.member_id,
        "name": person.name,
        "aadObjectId": person.aad_object_id,
        "objectId": person.aad_object_id,
        "givenName": given,
        "surname": surname,
        "tenantId": TENANT_ID,
        "userRole": "user",
    }


def _whole_number(written: str) -> int:
    if not (written.isascii() and written.isdigit()):
        raise bad_argument(f"Not a whole number: {written}")
    return int(written)
