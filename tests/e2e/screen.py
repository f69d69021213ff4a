"""The emulator's page in Chromium, used as a person uses it: by what can be read and pressed on it."""

import os
import subprocess
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from tests.e2e.programs import ROOT

DESK = (1560, 980)
PHONE = (390, 844)
PATIENCE_MS = 60_000
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def find_chromium() -> str:
    """Return the browser that `make e2e` names; fail with what to install when there is none."""
    found = subprocess.run(
        [sys.executable, ROOT / "deploy" / "find_chromium.py"], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stderr
    return found.stdout.strip()


@dataclass(kw_only=True)
class Screen:
    """One page with some people's chats; pictures of it are kept in *pictures*."""

    page: Page
    url: str
    pictures: Path

    async def show(self, *codes: str, language: str = "sv") -> None:
        """Open the page with the chats of these people."""
        await self.page.goto(f"{self.url}/?people={','.join(codes)}&lang={language}")
        for code in codes:
            await expect(self.page.get_by_test_id(f"composer-{code}")).to_be_attached()
            await expect(self.messages(code).first).to_be_attached()

    async def add(self, code: str) -> None:
        """Put one more person beside the others, by the page's own list."""
        await self.page.get_by_test_id("add-person").select_option(code)
        await expect(self.page.get_by_test_id(f"composer-{code}")).to_be_visible()

    def messages(self, code: str, *words: str) -> Locator:
        """Return the messages of the bot in someone's chat in which each of *words* stands."""
        found = self.page.get_by_test_id(f"log-{code}").locator('[data-testid="message"][data-from="bot"]')
        for each in words:
            found = found.filter(has_text=each)
        return found

    async def see(self, code: str, *words: str, patience_ms: int | None = None) -> Locator:
        """Wait for a message with *words* and return the newest, held by its id: the same message from now on."""
        newest = self.messages(code, *words).last
        await expect(newest).to_be_attached(timeout=patience_ms)
        activity = await newest.get_attribute("data-activity")
        return self.page.get_by_test_id(f"log-{code}").locator(f'[data-activity="{activity}"]')

    async def write(self, code: str, words: str) -> None:
        """Write as a person and press Enter."""
        field = self.page.get_by_test_id(f"composer-{code}")
        await field.fill(words)
        await field.press("Enter")

    async def press(self, message: Locator, name: str) -> None:
        """Press the button called *name* in a message."""
        await message.get_by_role("button", name=name, exact=True).click()

    async def fill(self, message: Locator, label: str, value: str) -> None:
        """Fill the field called *label* in a message."""
        await message.get_by_label(label).fill(value)

    async def travel(self, moment: str) -> None:
        """Choose the local *moment* (2022-04-29T08:00) as the clock's, by the page's own form."""
        await self.page.get_by_test_id("clock-open").click()
        await self.page.get_by_test_id("clock-to").fill(moment)
        await self.page.get_by_test_id("clock-set").click()

    async def picture(self, name: str) -> None:
        """Keep a picture of the page as it is now, where somebody wants to look at it: with VAKTIS_PICTURES."""
        if not os.environ.get("VAKTIS_PICTURES"):
            return
        await self.page.wait_for_timeout(400)  # what is new slides in; a picture of a moving page shows nothing
        await self.page.screenshot(path=self.pictures / f"{name}.png")


def picture_folder(folder: Path) -> Path:
    """Return where pictures go: VAKTIS_PICTURES, or else below *folder*."""
    pictures = Path(os.environ.get("VAKTIS_PICTURES") or folder / "pictures")
    pictures.mkdir(parents=True, exist_ok=True)
    return pictures


@asynccontextmanager
async def browsing() -> AsyncGenerator[Browser]:
    """Give a browser, which several screens may share."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        yield browser
        await browser.close()


@asynccontextmanager
async def screen_in(
    browser: Browser, url: str, folder: Path, *, size: tuple[int, int] = DESK, patience_ms: int = PATIENCE_MS
) -> AsyncGenerator[Screen]:
    """Give a page that remembers nothing of others. It fails at the end when a script on the page has failed."""
    pictures = picture_folder(folder)
    expect.set_options(timeout=patience_ms)
    page = await browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.set_default_timeout(patience_ms)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield Screen(page=page, url=url, pictures=pictures)
    await page.close()
    assert not faults, faults


@asynccontextmanager
async def screen_on(url: str, folder: Path, *, size: tuple[int, int] = DESK) -> AsyncGenerator[Screen]:
    """Give a page in a new browser. It fails at the end when a script on the page has failed."""
    async with browsing() as browser, screen_in(browser, url, folder, size=size) as screen:
        yield screen
