"""The connector API: what the bot calls to write in chats."""

from collections.abc import Callable

from aiohttp import web

from emulator.acceptance import check_activity, warnings
from emulator.bodies import read_object
from emulator.client import INSTALLED, REMOVED
from emulator.events import Events
from emulator.journal import Journal
from emulator.messages import BOT_AUTHOR, Message
from emulator.refusals import bad_argument, bad_syntax, not_in_roster, writes_blocked
from emulator.state import CHANNEL, PERSONAL, Conversation, Tenant, thread_of, threaded
from emulator.tenancy import require_tenant
from emulator.wire import JsonObject, child, objects, text


class Connector:
    """Answers the bot as Teams does, and tells the pages what changed."""

    def __init__(
        self,
        tenant: Tenant,
        *,
        events: Events,
        journal: Journal,
        on_shown: Callable[[Conversation, Message], None],
    ) -> None:
        """Work on *tenant*; each change is told to *events* and, when the bot shows something, to *on_shown*."""
        self._tenant = tenant
        self._events = events
        self._journal = journal
        self._on_shown = on_shown

    def routes(self) -> list[web.RouteDef]:
        """Return the paths by which the bot writes."""
        one = "/v3/conversations/{cid}"
        return [
            web.post("/v3/conversations", self.create_conversation),
            web.post(one + "/activities", self.send),
            web.post(one + "/activities/{aid}", self.send),
            web.put(one + "/activities/{aid}", self.update),
            web.delete(one + "/activities/{aid}", self.delete),
        ]

    async def create_conversation(self, request: web.Request) -> web.Response:
        """Give the personal chat with a member, or start a thread in the channel."""
        body = await read_object(request)
        require_tenant(body)
        if text(body, "channelData", "channel", "id"):
            return self._create_thread(body)
        if body.get("isGroup") is True:
            raise bad_syntax("Incorrect conversation creation parameters")
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
        if channel.kind != CHANNEL:
            raise bad_argument("channelData.channel.id: no channel")
        _require_open(channel)
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
            message = self._put_in(conversation, body, thread=_thread(request, conversation))
            return web.json_response({"id": message.id}, status=201)
        check_activity(body, conversation)
        if body.get("type") == "typing":
            self._events.tell("typing", chat=conversation.name)
        return web.json_response({"id": self._tenant.next_id()}, status=201)

    def _put_in(self, conversation: Conversation, body: JsonObject, thread: str = "") -> Message:
        check_activity(body, conversation)
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
        check_activity(body, conversation)
        self._tell(conversation, self._tenant.change(conversation, message, {**body, "id": message.id}))
        return web.json_response({"id": message.id})

    async def delete(self, request: web.Request) -> web.Response:
        """Take a message of the bot's away."""
        conversation = self._conversation(request)
        _require_open(conversation)
        message = conversation.get_bot_message(request.match_info["aid"])
        self._tell(conversation, self._tenant.delete(conversation, message))
        return web.Response()

    def _conversation(self, request: web.Request) -> Conversation:
        return self._tenant.get_conversation(request.match_info["cid"])

    def _tell(self, conversation: Conversation, message: Message) -> None:
        self._events.tell("activity", chat=conversation.name, activity=message.as_seen_by(conversation.name))
        for warning in warnings(message.activity):
            self._journal.write("warning", chat=conversation.name, activity=message.id, warning=warning)
        self._on_shown(conversation, message)


def _thread(request: web.Request, conversation: Conversation) -> str:
    """Return the thread that the address names, or that the message which is answered stands in."""
    named = thread_of(request.match_info["cid"])
    return named or conversation.root_of(request.match_info.get("aid", ""))


def _require_open(conversation: Conversation) -> None:
    if conversation.kind != PERSONAL and conversation.installation != INSTALLED:
        raise not_in_roster()
    if conversation.installation == REMOVED:
        raise writes_blocked()
