"""What happens when a person presses a button of a message."""

from dataclasses import dataclass

from emulator.answers import SIGN_IN, show_answer
from emulator.cards import actions, find_button, find_in_cards, prefilled_inputs
from emulator.chats import Chats
from emulator.client import Client, require_bot, source_of
from emulator.messages import Message
from emulator.people import Person
from emulator.plain_cards import HTTP_POST, execute_value
from emulator.refusals import Refusal, bad_argument
from emulator.state import Conversation
from emulator.tasks import Tasks
from emulator.wire import JsonObject, as_input, as_object, child, text

_DIALOG = "task/fetch"
_EXECUTE = "actionableMessage/executeAction"


@dataclass(frozen=True, kw_only=True, slots=True)
class Press:
    """Which button of which message, and what was filled in.

    `way` is `execute`, `submit` or, for the button's own, empty. Where the bot has asked for a sign-in, the press comes
    again with a `token` (true for one that is made up) or the `state` from the window.
    """

    activity: str
    action: object
    inputs: JsonObject
    way: str = ""
    token: object = None
    state: str = ""


class Presses:
    """Sends presses to the bot and shows what it answers."""

    def __init__(self, client: Client, *, chats: Chats, tasks: Tasks) -> None:
        """Act through *client*; words that buttons say go through *chats*, dialogs through *tasks*."""
        self._client = client
        self._chats = chats
        self._tasks = tasks
        self._asked: dict[tuple[str, str], JsonObject] = {}

    async def press(self, chat: Conversation, person: Person, press: Press) -> JsonObject:
        """Press a button as *person*, with the card's inputs as prefilled but for those given.

        Raises:
            Refusal: no such message, card or button, or the button can't be pressed that way.
        """
        require_bot(chat)
        message = chat.get_bot_message(press.activity)
        cards = message.cards_for(person.code)
        found = find_in_cards(cards, press.action)
        if found is None:
            before = sum(len(actions(card)) for card in cards)
            button = find_button(message.activity, press.action, before=before)
            return await self._press_button(chat, person, message=message, button=button, press=press)
        at, action = found
        given = {name: as_input(value) for name, value in press.inputs.items()}
        inputs = {**prefilled_inputs(cards[at]), **given}
        pressed = _as_pressed(action, press.way)
        if pressed["type"] == "Action.Execute":
            sent = action_sent(pressed, inputs if pressed.get("associatedInputs") != "none" else {})
            value: JsonObject = {"action": sent, "trigger": "manual", **self._proof(message, person, press)}
            return await self._execute(chat, person, message=message, place=at, value=value)
        return await self._submit(chat, person, message=message, action=pressed, inputs=inputs)

    async def _submit(
        self, chat: Conversation, person: Person, *, message: Message, action: JsonObject, inputs: JsonObject
    ) -> JsonObject:
        value = {**_own_data(action), **inputs} if action.get("associatedInputs") != "none" else _own_data(action)
        teams = child(value, "msteams")
        kind = text(teams, "type")
        if kind == "invoke" and text(child(teams, "value"), "type") == _DIALOG:
            value, kind = {**value, **child(teams, "value")}, _DIALOG
        if kind == _DIALOG:
            return await self._tasks.fetch(chat, person, data=value, message=message)
        if kind == "signin":
            raise bad_argument("A button of type signin is not sent to the bot; signing in is")
        if kind == "invoke":
            return await self._card_action(chat, person, message=message, value=teams.get("value"))
        if kind == "imBack":
            return await self._say(chat, person, text(teams, "value"), message)
        if kind == "messageBack":
            return await self._message_back(chat, person, message=message, button={**teams, "given": value})
        return await self._send_value(chat, person, message=message, value=value)

    async def _send_value(
        self, chat: Conversation, person: Person, *, message: Message, value: object, words: str | None = None
    ) -> JsonObject:
        """Send a message that nobody sees: *value*, with the *words* that the bot is to read."""
        activity = self._client.writer.submit(chat, person, value=value, card=source_of(message))
        activity |= {} if words is None else {"text": words}
        delivered = await self._client.deliver(chat, person, activity)
        if not delivered.is_taken:
            self._client.notice(chat, message.id, level="error", words="")
        return {"id": activity["id"], "status": delivered.status}

    async def _message_back(
        self, chat: Conversation, person: Person, *, message: Message, button: JsonObject
    ) -> JsonObject:
        """Send words and a value to the bot; others see the `displayText`, or nothing."""
        value, words, shown = (
            button.get("value", button.get("given")),
            text(button, "text"),
            text(button, "displayText"),
        )
        if not shown:
            return await self._send_value(chat, person, message=message, value=value, words=words)
        activity = self._client.writer.submit(chat, person, value=value, card=source_of(message))
        said = self._client.tenant.add(
            chat, author=person.code, activity={**activity, "text": shown, "textFormat": "plain"}, thread=message.thread
        )
        self._client.tell(chat, said)
        delivered = await self._client.deliver(chat, person, {**activity, "text": words})
        return {"id": said.id, "status": delivered.status}

    async def _press_button(
        self, chat: Conversation, person: Person, *, message: Message, button: JsonObject | None, press: Press
    ) -> JsonObject:
        if button is None:
            raise Refusal(404, "ActionNotFound", f"Message {message.id} has no button {press.action!r}")
        kind, value = text(button, "type"), button.get("value")
        if kind == "imBack":
            return await self._say(chat, person, text(button, "value"), message)
        if kind == "messageBack":
            return await self._message_back(chat, person, message=message, button=button)
        if kind == "postBack":
            words = value if isinstance(value, str) else ""
            return await self._send_value(chat, person, message=message, value=value, words=words)
        if kind == "invoke" and text(value, "type") == _DIALOG:
            return await self._tasks.fetch(chat, person, data=value, message=message)
        if kind == "invoke":
            return await self._card_action(chat, person, message=message, value=value)
        if kind == HTTP_POST:
            sent = execute_value(button, press.inputs)
            return await self._card_action(chat, person, message=message, value=sent, name=_EXECUTE)
        raise bad_argument(f"A button of type {kind} is not sent to the bot")

    async def _card_action(
        self, chat: Conversation, person: Person, *, message: Message, value: object, name: str = ""
    ) -> JsonObject:
        """Send the invoke of a button: one of type invoke that opens no dialog is known by having no *name*."""
        delivered = await self._client.invoke(chat, person, name=name, value=value, message=message)
        if not delivered.is_taken:
            self._client.notice(chat, message.id, level="error", words="")
        return {"status": delivered.status, "result": delivered.body}

    async def _say(self, chat: Conversation, person: Person, words: str, message: Message) -> JsonObject:
        activity = self._client.writer.message(chat, person, words, thread=message.thread)
        return await self._chats.say(chat, person, activity, thread=message.thread)

    def _proof(self, message: Message, person: Person, press: Press) -> JsonObject:
        """Return what a press that comes again after a sign-in has more: the token, or the number from the window."""
        if press.state:
            return {"state": press.state}
        if not press.token:
            return {}
        asked = self._asked.get((message.id, person.code))
        if asked is None:
            raise bad_argument("token: the bot has not asked for a sign-in here")
        token = f"token-of-{person.code}" if press.token is True else press.token
        resource = {"id": text(asked, "tokenExchangeResource", "id"), "connectionName": text(asked, "connectionName")}
        return {"authentication": {**resource, "token": token}}

    async def _execute(
        self, chat: Conversation, person: Person, *, message: Message, place: int, value: JsonObject
    ) -> JsonObject:
        writer, card = self._client.writer, source_of(message)
        activity = writer.invoke(chat, person, name="adaptiveCard/action", value=value, card=card)
        delivered = await self._client.deliver(chat, person, activity)
        if text(delivered.body, "type") == SIGN_IN:
            self._asked[message.id, person.code] = child(delivered.body, "value")
        result = show_answer(self._client, chat, person, message_id=message.id, place=place, delivered=delivered)
        return {"id": activity["id"], "status": delivered.status, "result": result}


def action_sent(action: JsonObject, inputs: JsonObject) -> JsonObject:
    """Return an Action.Execute as the bot gets it, with what was filled in."""
    sent = {name: action[name] for name in ("type", "id", "verb") if action.get(name)}
    return {**sent, "data": {**_own_data(action), **inputs}}


def _own_data(action: JsonObject) -> JsonObject:
    return dict(as_object(action.get("data")))


def _as_pressed(action: JsonObject, way: str) -> JsonObject:
    """Return what is pressed: the button, or its Action.Submit fallback where a client knows no Action.Execute."""
    kind = text(action, "type")
    if kind not in {"Action.Execute", "Action.Submit"}:
        raise bad_argument(f"{kind} is not sent to the bot")
    if way in {"", kind.removeprefix("Action.").lower()}:
        return action
    fallback = child(action, "fallback")
    if way == "submit" and fallback.get("type") == "Action.Submit":
        return fallback
    raise bad_argument(f"as: this {kind} can't be pressed as {way!r}")
