"""What happens when a person presses a button in a card."""

from collections.abc import Callable
from dataclasses import dataclass

from emulator.activities import Writer
from emulator.cards import as_input, find_action, find_card, prefilled_inputs
from emulator.chats import open_chat
from emulator.events import Events
from emulator.people import Person
from emulator.refusals import Refusal, bad_argument
from emulator.state import CHANNEL_ID, Conversation, Message, Tenant
from emulator.towards_bot import Delivered, TowardsBot
from emulator.wire import ADAPTIVE_CARD, JsonObject, as_object, child, text

_SHORT_MESSAGE = "application/vnd.microsoft.activity.message"
_ERROR = "application/vnd.microsoft.error"


@dataclass(frozen=True, kw_only=True, slots=True)
class Press:
    """Which button of which message, and what was filled in.

    `way` is `execute`, `submit` or, for the button's own, empty.
    """

    activity: str
    action: object
    inputs: JsonObject
    way: str = ""
    in_channel: bool = False


class Presses:
    """Sends presses to the bot and shows what it answers."""

    def __init__(self, tenant: Tenant, *, writer: Callable[[], Writer], bot: TowardsBot, events: Events) -> None:
        """Write activities with *writer*, deliver them through *bot*, tell pages through *events*."""
        self._tenant = tenant
        self._writer = writer
        self._bot = bot
        self._events = events

    async def press(self, person: Person, press: Press) -> JsonObject:
        """Press a button as *person*, with the card's inputs as prefilled but for those given.

        Raises:
            Refusal: no such message, card or button, or the button can't be pressed that way.
        """
        chat = self._tenant.get_conversation(CHANNEL_ID) if press.in_channel else open_chat(self._tenant, person)
        message = chat.get_bot_message(press.activity)
        card = find_card(message, person.code)
        action = find_action(card or {}, press.action)
        if card is None or action is None:
            raise Refusal(404, "ActionNotFound", f"Message {message.id} has no button {press.action!r}")
        given = {name: as_input(value) for name, value in press.inputs.items()}
        inputs = {**prefilled_inputs(card), **given}
        pressed = _as_pressed(action, press.way)
        if pressed["type"] == "Action.Execute":
            return await self._execute(chat, person, message=message, action=pressed, inputs=inputs)
        return await self._submit(chat, person, message=message, action=pressed, inputs=inputs)

    async def _submit(
        self, chat: Conversation, person: Person, *, message: Message, action: JsonObject, inputs: JsonObject
    ) -> JsonObject:
        value = {**_own_data(action), **inputs} if action.get("associatedInputs") != "none" else _own_data(action)
        teams = child(value, "msteams")
        if text(teams, "type") == "imBack":
            return await self._say_back(chat, person, text(teams, "value"))
        source: JsonObject = {"id": message.id, "thread": message.thread}
        activity = self._writer().submit(chat, person, value=value, card=source)
        if text(teams, "type") == "messageBack":
            activity |= {"text": text(teams, "text"), "value": teams.get("value", value)}
        delivered = await self._deliver(chat, person, activity)
        if not delivered.is_taken:
            self._notice(chat, message, level="error", words="")
        return {"id": activity["id"], "status": delivered.status}

    async def _say_back(self, chat: Conversation, person: Person, words: str) -> JsonObject:
        activity = self._writer().message(chat, person, words)
        said = self._tenant.add(chat, author=person.code, activity=activity)
        self._tell(chat, said, person)
        return {"id": said.id, "status": (await self._deliver(chat, person, activity)).status}

    async def _execute(
        self, chat: Conversation, person: Person, *, message: Message, action: JsonObject, inputs: JsonObject
    ) -> JsonObject:
        filled = inputs if action.get("associatedInputs") != "none" else {}
        sent = {name: action[name] for name in ("type", "id", "verb") if action.get(name)}
        sent["data"] = {**_own_data(action), **filled}
        source: JsonObject = {"id": message.id, "thread": message.thread}
        activity = self._writer().execute(chat, person, action=sent, card=source)
        delivered = await self._deliver(chat, person, activity)
        result = self._show_answer(chat, person, message_id=message.id, delivered=delivered)
        return {"id": activity["id"], "status": delivered.status, "result": result}

    def _show_answer(
        self, chat: Conversation, person: Person, *, message_id: str, delivered: Delivered
    ) -> JsonObject | None:
        answer = as_object(delivered.body)
        message = chat.messages.get(message_id)
        if message is None or message.is_deleted:
            return answer or None
        kind, value = text(answer, "type"), answer.get("value")
        if delivered.is_taken and kind == ADAPTIVE_CARD and isinstance(value, dict):
            self._tell(chat, self._tenant.show_to(person.code, conversation=chat, message=message, card=value), person)
        elif delivered.is_taken and kind == _SHORT_MESSAGE and isinstance(value, str):
            self._notice(chat, message, level="info", words=value)
        else:
            words = text(value, "message") if kind.startswith(_ERROR) else ""
            self._notice(chat, message, level="error", words=words)
        return answer or None

    async def _deliver(self, chat: Conversation, person: Person, activity: JsonObject) -> Delivered:
        return await self._bot.deliver(activity, person=person.code, chat=chat.name)

    def _notice(self, chat: Conversation, message: Message, *, level: str, words: str) -> None:
        self._events.tell("notice", chat=chat.name, activity=message.id, level=level, text=words)

    def _tell(self, chat: Conversation, message: Message, person: Person) -> None:
        viewer = person.code if chat.person is None else chat.name
        self._events.tell("activity", chat=chat.name, viewer=viewer, activity=message.as_seen_by(viewer))


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
