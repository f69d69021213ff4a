"""The two stands on which the story is played: the Playground, one for each person, and our emulator."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from playwright.async_api import Browser, Page, ViewportSize
from typing_extensions import override

from tests.e2e.chats import JsonObject
from tests.e2e.conftest import load
from tests.e2e.screen import Screen, screen_in
from tests.e2e.town import Town
from tests.witness.hearing import Hearing, call
from tests.witness.people import CAST
from tests.witness.playground import Playground
from tests.witness.seats import Seat

SIZE = ViewportSize(width=1400, height=1000)
CARD_ON_PAGE = ".ac-adaptiveCard"
_REGRET = "is not supported yet"


@dataclass(frozen=True, kw_only=True)
class Stand(ABC):
    """A stand with people at their chats, and the desk behind it; `usher` gives one more person a seat."""

    name: str
    seats: dict[str, Seat]
    town: Town
    usher: Callable[[str], Awaitable[Seat]]

    async def sit_down(self, code: str) -> Seat:
        """Return the seat of the person *code*, who sits down now unless they have."""
        if code not in self.seats:
            self.seats[code] = await self.usher(code)
        return self.seats[code]

    @abstractmethod
    def sent(self) -> Sequence[JsonObject]:
        """Return what it has sent to the bot, each person's in order."""

    @abstractmethod
    async def calls(self) -> Sequence[str]:
        """Return what the bot has called, as `METHOD …/path STATUS`."""

    async def cannot(self) -> Sequence[str]:
        """Return what its page says that it can't show."""
        return []

    def told(self) -> str:
        """Return the ends of what the processes wrote."""
        return self.town.told()


@dataclass(frozen=True, kw_only=True)
class EmulatorStand(Stand):
    """Our emulator."""

    hearing: Hearing

    @override
    def sent(self) -> Sequence[JsonObject]:
        return self.hearing.heard

    @override
    async def calls(self) -> Sequence[str]:
        log = await self.town.log("connector")
        return [call(str(each["method"]), str(each["path"]), each["status"]) for each in log]


@dataclass(frozen=True, kw_only=True)
class PlaygroundStand(Stand):
    """Microsoft's Playground: one person sits at each, so there is one for each of the cast."""

    grounds: Sequence[Playground]

    @override
    def sent(self) -> Sequence[JsonObject]:
        return [activity for ground in self.grounds for activity in ground.sent()]

    @override
    async def calls(self) -> Sequence[str]:
        return [each for ground in self.grounds for each in ground.calls()]

    @override
    async def cannot(self) -> Sequence[str]:
        shown = [text for seat in self.seats.values() for text in await seat.page.locator("body").all_inner_texts()]
        lines = [line.strip() for text in shown for line in text.splitlines() if _REGRET in line]
        return list(dict.fromkeys(line.partition("Warning:")[2].strip() or line for line in lines))

    @override
    def told(self) -> str:
        return "\n".join([super().told(), *(f"--- Playground of {each.code}\n{each.said()}" for each in self.grounds)])


def _prepared(folder: Path) -> str:
    folder.mkdir(parents=True)
    database = f"sqlite+aiosqlite:///{folder}/desk.db"
    load(folder, database)
    return database


@asynccontextmanager
async def emulator(browser: Browser, folder: Path) -> AsyncGenerator[Stand]:
    """Give the emulator with the cast side by side on its page."""
    database = await asyncio.to_thread(_prepared, folder)
    hearing = Hearing()
    async with hearing.standing(), Town(folder=folder, database=database, door=f"{hearing.url}/api/messages") as town:
        hearing.bots = [town.bot_url()]
        async with screen_in(browser, town.url, folder) as screen:
            await screen.show(*CAST)
            seats = {code: _column(town, screen, code) for code in CAST}

            async def usher(code: str) -> Seat:
                await screen.add(code)
                return _column(town, screen, code)

            yield EmulatorStand(name="emulator", seats=seats, town=town, usher=usher, hearing=hearing)


def _column(town: Town, screen: Screen, code: str) -> Seat:
    async def held() -> list[JsonObject]:
        return [said.card for said in (await town.chat(code)).of_bot if said.card is not None]

    cards = screen.page.get_by_test_id(f"log-{code}").locator(CARD_ON_PAGE)
    composer = screen.page.get_by_test_id(f"composer-{code}")
    return Seat(code=code, page=screen.page, cards=cards, composer=composer, held=held)


@asynccontextmanager
async def playground(browser: Browser, folder: Path, command: Sequence[str]) -> AsyncGenerator[Stand]:
    """Give a Playground for each person who sits down, all before one bot. The town's own emulator stands idle."""
    database = await asyncio.to_thread(_prepared, folder)
    async with Town(folder=folder, database=database) as town, AsyncExitStack() as stack:
        bot, grounds = f"{town.bot_url()}/api/messages", list[Playground]()

        async def usher(code: str) -> Seat:
            grounds.append(Playground(command=command, folder=folder / code, code=code, bot=bot))
            return await _sit_down(grounds[-1], browser, stack)

        seats = {code: await usher(code) for code in CAST}
        yield PlaygroundStand(name="playground", seats=seats, town=town, usher=usher, grounds=grounds)


async def _sit_down(ground: Playground, browser: Browser, stack: AsyncExitStack) -> Seat:
    """Start a Playground and open its page; that installs the bot for who sits at it."""
    stack.push_async_callback(asyncio.to_thread, ground.stop)
    ground.start()
    async with aiohttp.ClientSession() as session:
        await ground.until_ready(session)
    page = await browser.new_page(viewport=SIZE, locale="sv-SE", timezone_id="Europe/Stockholm")
    stack.push_async_callback(page.close)
    await page.goto(ground.url)
    return _page_of(ground, page)


def _page_of(ground: Playground, page: Page) -> Seat:
    composer = page.locator('[role="textbox"][contenteditable="true"]')
    return Seat(code=ground.code, page=page, cards=page.locator(CARD_ON_PAGE), composer=composer, held=ground.held)
