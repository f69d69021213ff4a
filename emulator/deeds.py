"""Everything that a person can do in a room, each read from the body of a request."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from emulator.attachments import Attachments, read_attachments
from emulator.chats import Chats
from emulator.client import Client
from emulator.consents import Consents
from emulator.feedbacks import Feedbacks
from emulator.installs import Installs
from emulator.people import Person
from emulator.presses import Press, Presses
from emulator.refreshes import Refreshes
from emulator.refusals import bad_argument, person_not_found
from emulator.searches import Searches
from emulator.signins import SignIns
from emulator.state import Conversation
from emulator.tasks import Tasks
from emulator.wire import JsonObject, as_object, child, text

Deed: TypeAlias = Callable[[Conversation, Person, JsonObject], Awaitable[JsonObject]]
_MOST_CHARACTERS = 28_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Deeds:
    """The parts that do what people do."""

    client: Client
    chats: Chats
    installs: Installs
    presses: Presses
    tasks: Tasks
    searches: Searches
    refreshes: Refreshes
    signins: SignIns
    consents: Consents
    feedbacks: Feedbacks
    attachments: Attachments

    def by_name(self) -> Mapping[str, Deed]:
        """Return each deed by its name in the address."""
        return {
            "install": lambda chat, person, _: self.installs.open(chat, person),
            "remove": lambda chat, person, _: self.installs.remove(chat, person),
            "members": self._change_members,
            "messages": self._write,
            "press": self._press,
            "task": self.tasks.answer,
            "compose": self.searches.compose,
            "search": self.searches.search,
            "refresh": lambda chat, person, body: self.refreshes.by_hand(chat, person, text(body, "activity")),
            "signin": self.signins.sign_in,
            "consent": self.consents.answer,
            "edit": self._edit,
            "delete": lambda chat, person, body: self.chats.delete(chat, person, text(body, "activity")),
            "undelete": lambda chat, person, body: self.chats.undelete(chat, person, text(body, "activity")),
            "react": self._react,
            "feedback": self.feedbacks.give,
            "typing": lambda chat, person, _: self.chats.start_typing(chat, person),
        }

    async def _write(self, chat: Conversation, person: Person, body: JsonObject) -> JsonObject:
        url = self.client.writer.service_url
        attached = read_attachments(body, attachments=self.attachments, url=url)
        return await self.chats.write(
            chat,
            person,
            "" if attached and not text(body, "text") else read_words(body),
            attachments=attached,
            thread=text(body, "thread"),
            mention=body.get("mention", True) is not False,
        )

    async def _press(self, chat: Conversation, person: Person, body: JsonObject) -> JsonObject:
        return await self.presses.press(chat, person, _read_press(body))

    async def _edit(self, chat: Conversation, person: Person, body: JsonObject) -> JsonObject:
        return await self.chats.edit(chat, person, text(body, "activity"), read_words(body))

    async def _react(self, chat: Conversation, person: Person, body: JsonObject) -> JsonObject:
        is_on = body.get("on", True) is not False
        return await self.chats.react(chat, person, text(body, "activity"), kind=text(body, "type"), is_on=is_on)

    async def _change_members(self, chat: Conversation, person: Person, body: JsonObject) -> JsonObject:
        add, remove = self._people(body, "add"), self._people(body, "remove")
        return await self.installs.change_members(chat, person, add=add, remove=remove)

    def _people(self, body: JsonObject, name: str) -> list[Person]:
        return read_people(body, name, known=self.client.tenant.people)


def read_people(body: JsonObject, name: str, *, known: Mapping[str, Person]) -> list[Person]:
    """Return the people whose codes stand in the list *name*; refuse when somebody is not known."""
    codes = body.get(name, [])
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise bad_argument(f"{name}: a list of codes")
    for code in codes:
        if code not in known:
            raise person_not_found(code)
    return [known[code] for code in codes]


def read_words(body: JsonObject) -> str:
    """Return the text of a message."""
    words = text(body, "text").strip()
    if not words or len(words) > _MOST_CHARACTERS:
        raise bad_argument(f"text: 1-{_MOST_CHARACTERS} characters")
    return words


def _read_press(body: JsonObject) -> Press:
    action = body.get("action")
    if not isinstance(action, int | str) or isinstance(action, bool):
        raise bad_argument("action: the button's place in the card, or its verb, id or title")
    if not isinstance(body.get("inputs", {}), dict):
        raise bad_argument("inputs: an object")
    inputs = child(as_object(body), "inputs")
    token = body.get("token")
    if not isinstance(token, str | bool | None):
        raise bad_argument("token: a token, or true for one that is made up")
    named = {name: text(body, name) for name in ("activity", "way", "state")}
    return Press(action=action, inputs=inputs, token=token, **named)
