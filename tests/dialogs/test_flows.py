"""Every flow of ordering, by pressing and by typing only, in both languages: what is stored in the end is the same."""

import shutil
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from dialogs.turn import Reply
from domain.notices import Value
from storage.unit_of_work import Storage
from tests.actions.desk import Desk
from tests.chat import Chat, views_of
from tests.factories import example_pilot, the_person
from tests.stores import sqlite_at
from web.exports import export

CATALOGUE = example_pilot().catalogue
MOMENTS = frozenset({"id", "created_at", "done_at", "closed_at", "promised_at"})


class Town:
    """A desk of its own: what people say and press there, and what is stored in the end."""

    def __init__(self, storage: Storage) -> None:
        self.desk = Desk(begin=storage.begin, catalogue=CATALOGUE)
        self._chats: dict[str, Chat] = {}

    def chat(self, person: str = "KON11") -> Chat:
        return self._chats.setdefault(person, Chat(self.desk.begin, CATALOGUE, person))

    async def says(self, text: str, person: str = "KON11") -> Reply:
        return await self.chat(person).says(text)

    async def presses(self, verb: str, subject: str = "", person: str = "KON11", **inputs: Value) -> Reply:
        """Press a button of *subject*, or of the draft that the chat is about."""
        chat = self.chat(person)
        return await chat.presses(verb, subject or f"draft:{await chat.focus()}", version=None, **inputs)

    async def stored(self) -> dict[str, object]:
        """Return the rows of requests and the live drafts, without ids and moments, and what people are owed."""
        async with self.desk.begin() as work:
            rows = sorted(
                await export("requests", work=work, at=self.chat().at), key=lambda row: str((row["service"], row["id"]))
            )
            languages = [(await work.people.get(code)).language for code in ("KON11", "REK1")]
            stories = [[each.what for each in await work.events.of_subject(f"request:{row['id']}")] for row in rows]
            live = await work.drafts.latest_live("KON11")
        draft = None if live is None else replace(live, id="", note=None, version=1)
        return {
            "requests": [{name: value for name, value in row.items() if name not in MOMENTS} for row in rows],
            "stories": stories,
            "draft": draft,
            "languages": languages,
            "owed": [each for each in await self.desk.owed() if each[0] != "request.rated"],
        }


Play = Callable[[Town, str], Awaitable[object]]
SAID = {
    "lamp": ("Byt lampan i sal B214 på torsdag", "Replace the lamp in room B214 on Thursday"),
    "two": (
        "Byt lampan i sal B214 på torsdag och putsa fönstren i aulan på fredag",
        "Replace the lamp in room B214 on Thursday and window cleaning in the hall on Friday",
    ),
    "add-on": ("Sanera klotter i aulan på fredag", "Remove graffiti in the hall on Friday"),
    "order": ("beställ", "order"),
    "drop": ("släpp", "drop"),
    "day": ("nej, på fredag", "no, on Friday"),
    "clock": ("nej, på torsdag kl 10", "no, on Thursday at 10"),
    "place": ("nej, i biblioteket", "no, in the library"),
    "hours": ("det tar 2 timmar", "it takes 2 hours"),
    "approve": ("godkänn", "approve"),
    "reject": ("avslå", "reject"),
    "cancel": ("avboka", "cancel"),
    "rate": ("betyg 4", "rating 4"),
    "reopen": ("öppna igen", "reopen"),
    "comment": ("kommentera: nyckeln finns på expeditionen", "comment: the key is at the office"),
    "chosen": ("golvvård", "floor care"),
}


def said(what: str, language: str) -> str:
    return SAID[what][language == "en"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Flow:
    """One thing that people do, by buttons and by words."""

    pressed: Play
    typed: Play


def _lamp_then(verb: str, **inputs: str) -> Play:
    async def play(town: Town, language: str) -> None:
        await town.says(said("lamp", language))
        await town.presses(verb, **inputs)

    return play


def _typed(*words: str) -> Play:
    async def play(town: Town, language: str) -> None:
        for each in words:
            await town.says(said(each, language))

    return play


async def _two_pressed(town: Town, language: str) -> None:
    reply = await town.says(said("two", language))
    for _, subject in views_of(reply):
        await town.presses("order.place", str(subject))


async def _first_pressed(town: Town, language: str) -> None:
    reply = await town.says(said("two", language))
    (_, first), (_, second) = views_of(reply)
    await town.presses("order.drop", str(first))
    await town.presses("order.place", str(second))


async def _first_typed(town: Town, language: str) -> None:
    await town.says(said("two", language))
    await town.presses("order.drop", str(await _other(town)))
    await town.says(said("order", language))


async def _other(town: Town) -> object:
    async with town.desk.begin() as work:
        found = await work.conversations.find("chat-KON11")
    others = (found.state if found else {})["others"]
    assert isinstance(others, list)
    return others[0]


def _decided(verb: str, word: str, **inputs: str) -> Flow:
    """Return a flow in which the principal decides about an add-on."""

    async def pressed(town: Town, language: str) -> None:
        await town.says(said("add-on", language))
        await town.presses("order.place")
        await town.presses(verb, f"request:{await town.chat().focus()}", "REK1", **inputs)

    async def typed(town: Town, language: str) -> None:
        await town.says(said("add-on", language))
        await town.says(said("order", language))
        await town.says(said(word, language), "REK1")

    return Flow(pressed=pressed, typed=typed)


def _ordered(verb: str, word: str, *, is_done: bool = False, **inputs: str) -> Flow:
    """Return a flow on an order that has been placed, or is done."""

    async def before(town: Town) -> str:
        request = await (town.desk.done() if is_done else town.desk.order())
        await town.says(request.id)
        return f"request:{request.id}"

    async def pressed(town: Town, _: str) -> None:
        await town.presses(verb, await before(town), **inputs)

    async def typed(town: Town, language: str) -> None:
        await before(town)
        await town.says(said(word, language))

    return Flow(pressed=pressed, typed=typed)


FLOWS = {
    "order": Flow(pressed=_lamp_then("order.place"), typed=_typed("lamp", "order")),
    "drop": Flow(pressed=_lamp_then("order.drop"), typed=_typed("lamp", "drop")),
    "change the day": Flow(pressed=_lamp_then("order.change", date="2022-03-18"), typed=_typed("lamp", "day")),
    "change the time": Flow(pressed=_lamp_then("order.change", time="10:00"), typed=_typed("lamp", "clock")),
    "change the hours": Flow(pressed=_lamp_then("order.change", hours="2"), typed=_typed("lamp", "hours")),
    "two wishes": Flow(pressed=_two_pressed, typed=_typed("two", "order", "order")),
    "one of two wishes": Flow(pressed=_first_pressed, typed=_first_typed),
    "approve": _decided("request.approve", "approve"),
    "cancel": _ordered("request.cancel", "cancel"),
    "reopen": _ordered("request.reopen", "reopen", is_done=True),
    "comment": _ordered("request.comment", "comment", comment="nyckeln finns på expeditionen"),
    "rate": _ordered("request.rate", "rate", is_done=True, rating="4"),
    "reject": _decided("request.reject", "reject", reason="nej"),
}


@pytest.fixture
async def towns(loaded_template: Path, tmp_path: Path) -> AsyncGenerator[list[Town]]:
    opened = [
        Storage.open(sqlite_at(Path(shutil.copy(loaded_template, tmp_path / f"{name}.db"))), is_durable=False)
        for name in ("pressed", "typed")
    ]
    yield [Town(storage) for storage in opened]
    for storage in opened:
        await storage.close()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", list(FLOWS))
async def test_a_flow_stores_the_same_by_pressing_and_by_typing(towns: list[Town], name: str, language: str) -> None:
    pressing, typing = towns
    for town in towns:
        async with town.desk.begin() as work:
            for code in ("KON11", "REK1"):
                await work.people.set_language(the_person(code).code, language)

    await FLOWS[name].pressed(pressing, language)
    await FLOWS[name].typed(typing, language)

    pressed, typed = await pressing.stored(), await typing.stored()
    assert pressed == typed
    assert pressed["requests"] or pressed["draft"] or name == "drop"


@pytest.mark.parametrize(
    ("words", "view"),
    [
        (("mina ärenden", "my requests"), "requests"),
        (("visa katalogen", "show the catalogue"), "catalogue"),
        (("hjälp", "help"), "help"),
        (("status på B-2022-0001", "status of B-2022-0001"), "request"),
    ],
)
@pytest.mark.parametrize("language", ["sv", "en"])
async def test_what_is_only_shown_stores_nothing(
    towns: list[Town], words: tuple[str, str], view: str, language: str
) -> None:
    town = towns[0]
    await town.desk.order()
    before = await town.stored()

    reply = await town.says(words[language == "en"])

    assert [shown for shown, _ in views_of(reply)] == [view]
    assert await town.stored() == before
