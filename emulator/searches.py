"""What a person types to find something: in a searched field of a card, and beside a chat, where a card comes of it."""

from emulator.client import Client, require_bot
from emulator.people import Person
from emulator.refusals import bad_argument
from emulator.state import Conversation
from emulator.tasks import COMPOSE_SUBMIT, CONTEXT, Tasks
from emulator.towards_bot import Delivered
from emulator.wire import JsonObject, child, text

_MOST_RESULTS = 15
_DIRECTORY = "graph.microsoft.com/users"
_FOUND = "application/vnd.microsoft.search.searchResponse"


class Searches:
    """Sends the invokes of a search to the bot and gives back what it answers."""

    def __init__(self, client: Client, *, tasks: Tasks) -> None:
        """Act through *client*; dialogs that a command opens go through *tasks*."""
        self._client = client
        self._tasks = tasks

    async def search(self, chat: Conversation, person: Person, body: JsonObject) -> JsonObject:
        """Type in a searched field: `text`, and `dataset` as the card names it."""
        require_bot(chat)
        dataset = text(body, "dataset")
        if not dataset:
            raise bad_argument("dataset: the one that the card's field names")
        if dataset == _DIRECTORY:
            return {"status": 200, "result": self._people_like(text(body, "text"))}
        options = {"skip": 0, "top": _MOST_RESULTS}
        value: JsonObject = {"queryText": text(body, "text"), "queryOptions": options, "dataset": dataset}
        message = chat.get_bot_message(text(body, "activity")) if text(body, "activity") else None
        return _given_back(
            await self._client.invoke(chat, person, name="application/search", value=value, message=message)
        )

    async def compose(self, chat: Conversation, person: Person, body: JsonObject) -> JsonObject:
        """Search beside a chat, take what was found, unfurl a link, or open a command's dialog."""
        require_bot(chat)
        state = {"state": text(body, "state")} if text(body, "state") else {}
        if "item" in body:
            return await self._ask(chat, person, "selectItem", child(body, "item"))
        if text(body, "link"):
            link: JsonObject = {"url": text(body, "link"), **state}
            return await self._ask(chat, person, "queryLink", link)
        command = text(body, "command")
        if not command:
            raise bad_argument("command: as the app's manifest names it; or item, or link")
        if body.get("fetch") is True:
            return await self._open_dialog(chat, person, command, state)
        written = text(body, "text")
        name, typed = ("query", written) if written else ("initialRun", "true")
        value: JsonObject = {"commandId": command, "parameters": [{"name": name, "value": typed}], **state}
        value["queryOptions"] = {"skip": 0, "count": _MOST_RESULTS}
        return await self._ask(chat, person, "query", value)

    async def _ask(self, chat: Conversation, person: Person, what: str, value: JsonObject) -> JsonObject:
        return _given_back(await self._client.invoke(chat, person, name=f"composeExtension/{what}", value=value))

    async def _open_dialog(self, chat: Conversation, person: Person, command: str, state: dict[str, str]) -> JsonObject:
        value: JsonObject = {"commandId": command, "commandContext": "compose", "context": CONTEXT, **state}
        delivered = await self._client.invoke(chat, person, name="composeExtension/fetchTask", value=value)
        return self._tasks.outcome(chat, person, delivered, submit=COMPOSE_SUBMIT, command=command)

    def _people_like(self, written: str) -> JsonObject:
        """Answer as the directory does, without the bot: people whose name has what was written."""
        sought = written.casefold()
        people = [each for each in self._client.tenant.people.values() if sought in each.name.casefold()]
        results = [{"value": each.aad_object_id, "title": each.name} for each in people[:_MOST_RESULTS]]
        return {"statusCode": 200, "type": _FOUND, "value": {"results": results}}


def _given_back(delivered: Delivered) -> JsonObject:
    return {"status": delivered.status, "result": delivered.body}
