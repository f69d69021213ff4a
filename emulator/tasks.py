"""Dialogs that a bot opens on request (Teams calls them task modules), and what comes of them."""

import json
from dataclasses import dataclass, replace
from itertools import count

from emulator.answers import is_drawn
from emulator.cards import find_action, prefilled_inputs
from emulator.client import Client
from emulator.messages import Message
from emulator.people import Person
from emulator.refusals import Refusal, bad_argument
from emulator.state import Conversation
from emulator.towards_bot import Delivered
from emulator.wire import JsonObject, as_input, as_object, child, text

TASK_SUBMIT = "task/submit"
COMPOSE_SUBMIT = "composeExtension/submitAction"
FEEDBACK_SUBMIT = "message/submitAction"
CONTEXT: JsonObject = {"theme": "default"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """An open dialog of one person: its card, or the address of its page, and by what its answer goes.

    `command` is what opened it beside a chat, or how the message `source` was liked.
    """

    id: str
    chat: str
    person: str
    title: str
    card: JsonObject | None
    url: str
    size: JsonObject
    submit: str
    command: str
    source: Message | None

    def as_json(self) -> JsonObject:
        """Return the dialog as the API gives it."""
        return {"id": self.id, "title": self.title, **self.size, "card": self.card, "url": self.url or None}


class Tasks:
    """Opens dialogs and hands in what people answer in them."""

    def __init__(self, client: Client) -> None:
        """Act through *client*."""
        self._client = client
        self._open: dict[str, Task] = {}
        self._numbers = count(1)

    async def fetch(
        self, chat: Conversation, person: Person, *, data: object, message: Message | None = None
    ) -> JsonObject:
        """Ask the bot for the dialog that a button opens."""
        value: JsonObject = {"data": data, "context": CONTEXT}
        delivered = await self._client.invoke(chat, person, name="task/fetch", value=value, message=message)
        return self.outcome(chat, person, delivered, submit=TASK_SUBMIT)

    async def answer(self, chat: Conversation, person: Person, body: JsonObject) -> JsonObject:
        """Hand in what the person answered in the dialog `task`: by a button of its card, or by `data`."""
        task = self._open.get(text(body, "task"))
        if task is None or (task.chat, task.person) != (chat.name, person.code):
            raise Refusal(404, "TaskNotFound", f"{person.code} has no such open dialog")
        value = _handed_in(task, _answered(task, body))
        delivered = await self._client.invoke(chat, person, name=task.submit, value=value, message=task.source)
        if delivered.is_taken:
            self._open.pop(task.id, None)
        return self.outcome(chat, person, delivered, submit=task.submit, command=task.command, source=task.source)

    def outcome(
        self,
        chat: Conversation,
        person: Person,
        delivered: Delivered,
        *,
        submit: str,
        command: str = "",
        source: Message | None = None,
    ) -> JsonObject:
        """Return what came of it, with the dialog that the answer opens and the words that it ends with."""
        asked = child(delivered.body, "task")
        is_next = delivered.is_taken and text(asked, "type") == "continue"
        opened = self._opened(chat, person, child(asked, "value"), submit=submit, command=command) if is_next else None
        task = replace(opened, source=source) if opened else None
        if task:
            self._open[task.id] = task
        return {
            "status": delivered.status,
            "result": delivered.body,
            "task": task.as_json() if task else None,
            "message": text(asked, "value") or None,
        }

    def _opened(
        self, chat: Conversation, person: Person, value: JsonObject, *, submit: str, command: str
    ) -> Task | None:
        card = child(value, "card", "content") or None
        if card is not None and not is_drawn(self._client, card, chat=chat):
            return None
        return Task(
            id=f"task{next(self._numbers)}",
            chat=chat.name,
            person=person.code,
            title=text(value, "title"),
            card=card,
            url="" if card else text(value, "url"),
            size={name: value.get(name) for name in ("width", "height")},
            submit=submit,
            command=command,
            source=None,
        )


def feedback_value(reaction: str, given: object) -> JsonObject:
    """Return what a bot gets of feedback: what was *given* in the form is JSON within JSON, as Teams sends it."""
    written = json.dumps(given, ensure_ascii=False)
    return {"actionName": "feedback", "actionValue": {"reaction": reaction, "feedback": written}}


def _handed_in(task: Task, given: object) -> JsonObject:
    if task.submit == FEEDBACK_SUBMIT:
        return feedback_value(task.command, given)
    of_command = {"commandId": task.command, "commandContext": "compose"} if task.submit == COMPOSE_SUBMIT else {}
    return {"data": given, "context": CONTEXT, **of_command}


def _answered(task: Task, body: JsonObject) -> object:
    """Return what is handed in: the button's data with the card's inputs, or what a page gave."""
    if "action" not in body:
        if "data" not in body:
            raise bad_argument("action or data is needed")
        return body["data"]
    card = task.card or {}
    action = find_action(card, body["action"])
    if action is None:
        raise Refusal(404, "ActionNotFound", f"The dialog has no button {body['action']!r}")
    if action["type"] != "Action.Submit":
        raise bad_argument(f"{action['type']} does not answer a dialog, only Action.Submit does")
    given = {name: as_input(value) for name, value in child(body, "inputs").items()}
    return {**as_object(action.get("data")), **prefilled_inputs(card), **given}
