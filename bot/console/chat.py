"""A chat in a terminal: what is written or pressed becomes turns, and what is owed the person is shown."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from actions.ports import Begin
from bot.clock import DeskClock
from bot.console.choices import Choice, Field
from bot.console.screen import Screen, address_of
from bot.courier import Courier
from bot.knowledge import Shelf
from bot.received import Received
from bot.turns import Turns
from catalog.search import index_of
from dialogs.turn import Press
from domain.errors import NotFound
from domain.people import Person
from jobs.runner import Runner
from texts import say
from texts.format import local_day, moment

AT_ONCE = 20
MOST_OPTIONS = 9
_PICK = re.compile(r"(?P<number>[0-9]{1,3})(?P<all>!)?(?P<inline>(?:\s+\w+=.*)?)")
_PAIR = re.compile(r"\s+(?=\w+=)")
_AHEAD = re.compile(r"\+(?P<count>[0-9]{1,4})(?P<unit>[mhdw])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


class Keyboard(Protocol):
    """Where lines come from."""

    def read(self, prompt: str) -> str | None:
        """Return the next line without its end, or None when there are no more."""
        ...


@dataclass(frozen=True, kw_only=True)
class ConsoleDesk:
    """What of the desk a terminal needs; its courier sends to the screen."""

    begin: Begin
    clock: DeskClock
    shelf: Shelf
    turns: Turns
    courier: Courier
    runner: Runner


class NoLine(Exception):
    """The lines ended in the middle of a question."""


class ConsoleChat:
    """One person at a time, at one screen. `is_flawless` is False once something written could not be done."""

    def __init__(self, desk: ConsoleDesk, *, screen: Screen, keyboard: Keyboard) -> None:
        self._desk = desk
        self._screen = screen
        self._keyboard = keyboard
        self._person: Person | None = None
        self.is_flawless = True

    @property
    def person(self) -> Person:
        """Return who sits there; `sit_down` comes first."""
        if self._person is None:
            raise RuntimeError("nobody sits at the terminal")
        return self._person

    async def sit_down(self, code: str) -> None:
        """Let the person of that code sit at the terminal, and show what is owed them.

        Raises:
            NotFound: nobody active has that code.
        """
        async with self._desk.begin() as work:
            person = await work.people.get(code)
            if not person.is_active:
                raise NotFound(id=code)
            at = await self._desk.clock.read(work)
            await work.outbox.wake(code, now=at)
        self._person = person
        self._screen.turn_to(person.code)
        self._tell("chat-sits", name=person.name, code=person.code, moment=self._moment(at))
        await self._show_owed()

    async def run(self) -> None:
        """Take lines until there are no more, or one says to quit."""
        self._tell("chat-hint")
        while (line := self._keyboard.read(f"{self.person.code}> ")) is not None:
            await self._show_owed()
            self._screen.begin()
            try:
                if await self._take(line.strip()):
                    return
            except NoLine:
                return

    async def _take(self, line: str) -> bool:
        """Do what the line says; True when it says to quit."""
        if line.startswith("/"):
            return await self._command(line)
        picked = _PICK.fullmatch(line)
        if picked is not None and int(picked["number"]) in self._screen.choices:
            await self._pick(int(picked["number"]), is_all=bool(picked["all"]), inline=picked["inline"])
        elif picked is not None and (picked["all"] or picked["inline"]):
            self._refuse("chat-no-choice", number=picked["number"])
        elif line:
            await self._turn(self._received(text=line.removeprefix("> ")))
        return False

    async def _command(self, line: str) -> bool:
        name, _, rest = line[1:].partition(" ")
        if name in {"quit", "exit", "q"}:
            return True
        if name == "as":
            await self._switch(rest.strip())
        elif name == "clock":
            await self._move_clock(rest.strip())
        elif name == "help":
            self._tell("chat-help")
        else:
            self._refuse("chat-no-command", name=name)
        return False

    async def _switch(self, code: str) -> None:
        try:
            await self.sit_down(code.upper())
        except NotFound:
            self._refuse("chat-nobody", code=code)

    async def _move_clock(self, written: str) -> None:
        now = await self._now()
        to = _moment_of(written, now) if written else now
        if to is None or to < now or not self._desk.clock.is_development:
            self._refuse("chat-bad-clock")
            return
        while now < to:
            await self._desk.runner.run_due(self._desk.begin, at=now)
            needed = await self._desk.runner.next_needed(self._desk.begin, after=now)
            async with self._desk.begin() as work:
                await self._desk.clock.step(work, to=min(needed, to))
            now = await self._now()
        await self._desk.runner.run_due(self._desk.begin, at=now)
        self._tell("chat-clock", moment=self._moment(now))
        await self._show_owed()

    async def _now(self) -> datetime:
        await self._desk.clock.refresh(self._desk.begin)
        return self._desk.clock.now()

    async def _pick(self, number: int, *, is_all: bool, inline: str) -> None:
        activity, choice = self._screen.choices[number]
        given = dict(pair.split("=", 1) for pair in _PAIR.split(inline.strip()) if "=" in pair)
        self._tell("chat-pressed", title=choice.title)
        filled = given if is_all or given else await self._ask(choice)
        press = Press(verb=choice.verb, data=choice.pressed(filled), activity=activity)
        await self._turn(replace(self._received(press=press), replies_to=activity))

    async def _ask(self, choice: Choice) -> Mapping[str, str]:
        """Ask for the fields one by one; an empty line keeps what stands there."""
        return {field.name: await self._answer(field) for field in choice.asks}

    async def _answer(self, field: Field) -> str:
        while True:
            for number, (_, title) in enumerate(field.options, start=1):
                self._screen.line(f"    {number}. {title}")
            shown = next((title for value, title in field.options if value == field.value), field.value)
            line = self._keyboard.read(f"  {field.label}{f' [{shown}]' if shown else ''}: ")
            if line is None:
                raise NoLine
            if not line.strip():
                return field.value
            if not field.is_searched:
                return field.read(line.strip())
            found = await self._search(line.strip())
            if len(found) == 1 or (found and line.strip().isdecimal()):
                return field.read(line.strip()) if line.strip().isdecimal() else found[0][0]
            field = replace(field, options=tuple(found) or field.options)

    async def _search(self, written: str) -> list[tuple[str, str]]:
        async with self._desk.begin() as work:
            catalogue = (await self._desk.shelf.read(work, at=self._desk.clock.now())).catalogue
        codes = index_of(catalogue).search(written, limit=MOST_OPTIONS)
        return [(code, catalogue.services[code].name.of(self.person.language)) for code in codes]

    def _received(self, *, text: str = "", press: Press | None = None) -> Received:
        person = self.person
        address = address_of(person.code)
        return Received(
            conversation=address.conversation,
            activity=f"console-{secrets.token_hex(8)}",
            address=address,
            aad_object_id=person.aad_object_id,
            locale=person.language,
            is_invoke=press is not None,
            text=text,
            press=press,
        )

    async def _turn(self, received: Received) -> None:
        taken = await self._desk.turns.take(received)
        answer = taken.answer
        if answer is not None and answer.card is not None and received.replies_to is not None:
            self._screen.card(received.replies_to, answer.card)
        elif answer is not None and (answer.error or answer.text):
            self._screen.say(answer.error or answer.text or "")
        await self._desk.courier.deliver(taken.parcels)
        await self._show_owed()
        async with self._desk.begin() as work:
            # The language may have been changed in the turn.
            self._person = await work.people.get(self.person.code)

    async def _show_owed(self) -> None:
        lanes = (self.person.code, address_of(self.person.code).conversation)
        while parcels := await self._desk.courier.claim(AT_ONCE, lanes=lanes):
            for parcel in parcels:
                await self._desk.courier.deliver([parcel])

    def _moment(self, at: datetime) -> str:
        return moment(at, self.person.language, local_day(at))

    def _tell(self, key: str, **values: str) -> None:
        for line in say(key, self.person.language, **values).splitlines():
            self._screen.line(f"-- {line}")

    def _refuse(self, key: str, **values: str) -> None:
        self.is_flawless = False
        self._tell(key, **values)


def _moment_of(written: str, now: datetime) -> datetime | None:
    """Return the moment that ``+1d``, ``+90m`` or an ISO moment with its offset means, or None."""
    ahead = _AHEAD.fullmatch(written)
    if ahead is not None:
        return now + timedelta(**{_UNITS[ahead["unit"]]: int(ahead["count"])})
    try:
        moment_written = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment_written if moment_written.tzinfo is not None else None
