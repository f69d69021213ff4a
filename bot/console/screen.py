"""What a terminal shows of a chat, and the road by which messages come to it."""

import secrets
import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import TextIO

from typing_extensions import override

from bot.connector import Sent
from bot.console.choices import Choice, choices_of
from bot.limits import Limits
from bot.packing import Packer, Taken
from bot.parcels import Parcel
from bot.wire import Address, JsonObject, as_object
from domain.notices import CONSOLE
from domain.people import Person

CREATED = 201


def address_of(person: str) -> Address:
    """Return where the terminal's chat with the person of that code is: nowhere on the net."""
    return Address(service_url="", conversation=f"{CONSOLE}{person}", bot="", channel="console")


class Unlimited(Limits):
    """A terminal takes what it gets."""

    def __init__(self) -> None:
        super().__init__(per_second=1, clock=lambda: 0.0)

    @override
    def wait_seconds(self, conversation: str) -> float:
        """Return 0."""
        return 0.0

    @override
    def place(self, *, is_first: bool) -> AbstractAsyncContextManager[None]:
        """Hold nothing."""
        return nullcontext()


class ConsolePacker(Packer):
    """Sends what is owed a person to their terminal, wherever their Teams chat may be."""

    _is_console = True

    @override
    async def _to_person(self, taken: Taken, person: Person) -> Parcel | None:
        return taken.parcel(person, address=address_of(person.code))


class Screen:
    """Writes messages as text, with the buttons of the newest cards as numbered choices."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out or sys.stdout
        self._shown: dict[str, JsonObject] = {}
        self._fresh = True
        self._numbered = 0
        self._seats: dict[str, dict[int, tuple[str, Choice]]] = {}
        self.choices: dict[int, tuple[str, Choice]] = {}
        """The (message, button) behind each number."""

    def begin(self) -> None:
        """Let the next card that is shown take over the numbers."""
        self._fresh = True

    def turn_to(self, person: str) -> None:
        """Let *person* look at the screen, with the numbers that they saw last."""
        self.choices, self._numbered = self._seats.setdefault(person, {}), 0
        self._fresh = True

    def line(self, text: str = "") -> None:
        """Write a line."""
        self._out.write(f"{text}\n")
        self._out.flush()

    def say(self, text: str, *, mark: str = "»") -> None:
        """Write something that the bot says."""
        first, *rest = text.splitlines() or [""]
        self.line(f"{mark} {first}")
        for each in rest:
            self.line(f"  {each}")

    def card(self, activity: str, card: Mapping[str, object], *, mark: str = "»") -> None:
        """Write a card and number its buttons; one that stands there so already is not written again."""
        if self._shown.get(activity) == card:
            return
        self._shown[activity] = dict(card)
        self.say(str(card.get("fallbackText") or ""), mark=mark)
        if self._fresh:
            self.choices.clear()
            self._numbered, self._fresh = 0, False
        for number in [number for number, each in self.choices.items() if each[0] == activity]:
            del self.choices[number]
        numbers = []
        for choice in choices_of(card):
            self._numbered += 1
            self.choices[self._numbered] = (activity, choice)
            numbers.append(f"[{self._numbered}] {choice.title}")
        if numbers:
            self.line("  " + "  ".join(numbers))


class ConsoleRoad:
    """The way to a terminal: every message arrives, on the screen."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    async def send(self, address: Address, body: JsonObject) -> Sent:  # noqa: ARG002  # there is one screen
        """Write a new message."""
        activity = f"console-{secrets.token_hex(8)}"
        self._write(activity, body, mark="»")
        return Sent(status=CREATED, id=activity)

    async def update(self, address: Address, activity: str, body: JsonObject) -> Sent:  # noqa: ARG002  # as above
        """Write a card that has changed, once more."""
        self._write(activity, body, mark="↻")
        return Sent(status=CREATED, id=activity)

    async def create_conversation(self, service_url: str, *, person: str, tenant: str, bot: str) -> Sent:
        """Refuse: a terminal opens no chats."""
        del service_url, person, tenant, bot
        return Sent(status=403, code="Forbidden")

    def _write(self, activity: str, body: JsonObject, *, mark: str) -> None:
        cards = [as_object(as_object(each).get("content")) for each in _attachments(body)]
        if cards:
            self._screen.card(activity, cards[0], mark=mark)
        else:
            self._screen.say(str(body.get("text") or ""), mark=mark)


def _attachments(body: JsonObject) -> Sequence[object]:
    found = body.get("attachments")
    return found if isinstance(found, list) else ()
