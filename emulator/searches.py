"""What a person types to find something: in a searched field of a card, and beside a chat, where a card comes of it."""

from collections.abc import Callable

from aiohttp import web

from emulator.activities import Writer
from emulator.bodies import read_object_or_nothing
from emulator.chats import open_chat
from emulator.people import Person
from emulator.refusals import Refusal, bad_argument
from emulator.state import Tenant
from emulator.towards_bot import TowardsBot
from emulator.wire import JsonObject, child, text

_MOST_RESULTS = 15


class Searches:
    """Sends the invokes of a search to the bot and gives back what it answers."""

    def __init__(self, tenant: Tenant, *, writer: Callable[[], Writer], bot: TowardsBot) -> None:
        """Write activities with *writer*, deliver them through *bot*."""
        self._tenant = tenant
        self._writer = writer
        self._bot = bot

    def routes(self) -> list[web.RouteDef]:
        """Return the paths of the searches."""
        return [web.post("/api/chats/{code}/search", self.search), web.post("/api/compose/{code}", self.compose)]

    async def search(self, request: web.Request) -> web.Response:
        """Type in a searched field: `text`, and `dataset` as the card names it."""
        body = await read_object_or_nothing(request)
        dataset = text(body, "dataset")
        if not dataset:
            raise bad_argument("dataset: the one that the card's field names")
        options = {"skip": 0, "top": _MOST_RESULTS}
        value: JsonObject = {"queryText": text(body, "text"), "queryOptions": options, "dataset": dataset}
        return await self._invoke(request, "application/search", value)

    async def compose(self, request: web.Request) -> web.Response:
        """Search beside a chat: `text` with the `command`; or take what was found by its `item`."""
        body = await read_object_or_nothing(request)
        if "item" in body:
            return await self._invoke(request, "composeExtension/selectItem", child(body, "item"))
        command = text(body, "command")
        if not command:
            raise bad_argument("command: as the app's manifest names it")
        written = text(body, "text")
        name, typed = ("query", written) if written else ("initialRun", "true")
        value: JsonObject = {"commandId": command, "parameters": [{"name": name, "value": typed}]}
        value["queryOptions"] = {"skip": 0, "count": _MOST_RESULTS}
        return await self._invoke(request, "composeExtension/query", value)

    async def _invoke(self, request: web.Request, name: str, value: JsonObject) -> web.Response:
        person = self._person(request.match_info["code"])
        chat = open_chat(self._tenant, person)
        activity = self._writer().invoke(chat, person, name=name, value=value)
        delivered = await self._bot.deliver(activity, person=person.code, chat=chat.name)
        return web.json_response({"status": delivered.status, "result": delivered.body})

    def _person(self, code: str) -> Person:
        person = self._tenant.people.get(code)
        if person is None:
            raise Refusal(404, "PersonNotFound", f"Nobody has the code {code!r}")
        return person
