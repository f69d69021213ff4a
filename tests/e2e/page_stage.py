"""The page on a stage of its own: the emulator in this process, and a bot that answers by the word."""

import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, Locator, Page, expect

from emulator.people import load_people
from emulator.server import Settings, running
from tests.e2e.page_bot import PageBot, page_bot
from tests.e2e.programs import PILOT
from tests.e2e.screen import DESK, Screen, browsing, screen_in

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PATIENCE_MS = 20_000


@dataclass(frozen=True, kw_only=True)
class Stage:
    """What a test of the page needs: the screen with its page, and the bot."""

    screen: Screen
    bot: PageBot

    @property
    def page(self) -> Page:
        """The page."""
        return self.screen.page

    async def ask(self, code: str, words: str) -> Locator:
        """Write as someone, and return the bot's newest message when it has answered."""
        before = await self.screen.messages(code).count()
        await self.screen.write(code, words)
        await expect(self.screen.messages(code)).to_have_count(before + 1)
        return self.screen.messages(code).last

    async def goto(self, people: str, more: str = "") -> None:
        """Open the page with these columns and wait until each can be written in."""
        await self.page.goto(f"{self.screen.url}/?people={people}{more}")
        for key in people.split(","):
            await expect(self.page.get_by_test_id(f"composer-{key}")).to_be_attached()


async def is_focused(locator: Locator) -> bool:
    """Tell whether the focus is on it or in it."""
    return bool(await locator.evaluate("element => element.contains(document.activeElement)"))


async def tab_to(locator: Locator, *, key: str = "Tab", most: int = 40) -> None:
    """Press *key* until the focus is on *locator*; fail when it is not reached."""
    for _ in range(most):
        if await is_focused(locator):
            return
        await locator.page.keyboard.press(key)
    raise AssertionError(f"not reached by {key}")


async def one_browser() -> AsyncIterator[Browser]:
    """Give one browser to all tests of a module; each makes a fixture of this."""
    async with browsing() as browser:
        yield browser


@asynccontextmanager
async def stage_on(browser: Browser, folder: Path, *, size: tuple[int, int] = DESK) -> AsyncIterator[Stage]:
    """Give a stage in *browser*; all but the browser ends with the block."""
    people = load_people(PILOT / "people.csv")
    async with page_bot() as bot:
        settings = Settings(bot=f"{bot.url}/api/messages", people=people, time_scale=0.05, stories=folder)
        async with (
            running(settings) as emulator,
            screen_in(browser, emulator.url, folder, size=size, patience_ms=PATIENCE_MS) as screen,
        ):
            await screen.page.emulate_media(reduced_motion="reduce")
            yield Stage(screen=screen, bot=bot)
