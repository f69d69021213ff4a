"""A wall of cards: messages drawn by the emulator's own page code in frames as wide as a phone or a desk's chat.

Frames stand side by side in one page, so that each has the layout of its own width and one picture shows many.
"""

import os
from collections.abc import AsyncGenerator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from playwright.async_api import Frame, Page, Route, async_playwright

from emulator.people import load_people
from emulator.server import Settings, running
from tests.e2e.programs import PILOT
from tests.e2e.screen import FLAGS, find_chromium

JsonObject: TypeAlias = dict[str, object]

HERE = Path(__file__).parent
INDEX = HERE.parent.parent / "emulator" / "static" / "index.html"
PEOPLE = load_people(PILOT / "people.csv")
CARD = "application/vnd.microsoft.card.adaptive"
AT_ONCE = 20
"""Messages in one frame at a time when nobody looks."""
STILL_MS = 400
"""What is new on the page slides in; a moving page is not looked at."""
NOBODY = "http://127.0.0.1:9/api/messages"
ON_SHEET = 3
"""Messages in one frame at a time: as many as one picture can hold and still be read."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a wall is built: the width of each frame in px, their number, the language, and the theme of its pictures."""

    width: int
    frames: int
    language: str = "sv"
    theme: str = "light"

    @property
    def name(self) -> str:
        """Return what its pictures are called."""
        return f"{self.language}-{self.width}-{self.theme}"


@dataclass(frozen=True, kw_only=True)
class Wall:
    """One page of frames; `pictures` is where they are kept, or None when nobody asked for any."""

    page: Page
    url: str
    pictures: Path | None

    async def build(self, look: Look) -> None:
        """Put up empty frames."""
        address = f"{self.url}/gallery/stage?lang={look.language}&theme={look.theme}"
        frames = f'<iframe src="{address}" width="{look.width}"></iframe>' * look.frames
        await self.page.set_viewport_size({"width": look.width * look.frames, "height": 900})
        await self.page.goto(f"{self.url}/gallery/wall")
        await self.page.evaluate("html => { document.body.innerHTML = html; }", frames)
        for frame in await self._frames():
            await frame.wait_for_function("() => window.gallery")

    async def hang(self, messages: Mapping[str, JsonObject], *, sheets: str, on_sheet: int = ON_SHEET) -> list[str]:
        """Show *messages*, *on_sheet* in a frame at a time, closed and then open; return what is wrong."""
        found: list[str] = []
        frames = await self._frames()
        size = (on_sheet if self.pictures else AT_ONCE) * len(frames)
        for nth, batch in enumerate(_batches(list(messages.items()), size), start=1):
            for number, frame in enumerate(frames):
                await frame.evaluate(
                    "all => { gallery.clear(); gallery.hang(all); }", dict(batch[number :: len(frames)])
                )
            found += await self._seen(frames, f"{sheets}-{nth:02}")
            opened = [await frame.evaluate("() => gallery.open()") for frame in frames]
            if any(opened):
                found += await self._seen(frames, f"{sheets}-{nth:02}-open")
        return sorted(set(found))

    async def _seen(self, frames: Sequence[Frame], name: str) -> list[str]:
        found = [fault for frame in frames for fault in await frame.evaluate("() => gallery.look()")]
        if self.pictures:
            await self.page.evaluate(_AS_HIGH_AS_THEY_ARE)
            await self.page.screenshot(path=self.pictures / f"{name}.png", full_page=True)
        return found

    async def open(self, address: str, *, size: tuple[int, int]) -> None:
        """Show the emulator's own page."""
        await self.page.set_viewport_size({"width": size[0], "height": size[1]})
        await self.page.goto(f"{self.url}/{address}")
        await self.page.get_by_test_id("composer-REK1").wait_for()
        await self.page.add_style_tag(content="* { transition: none !important }")

    async def empty(self) -> None:
        """Take everything out of every chat."""
        answer = await self.page.request.post(f"{self.url}/api/reset", data={})
        assert answer.ok, await answer.text()

    async def send(self, person: str, *cards: object) -> None:
        """Let the bot write *cards* to somebody, by the connector as a bot does, and wait until the last is shown."""
        found = next(each for each in PEOPLE if each.code == person)
        for number, card in enumerate(cards):
            body = {"type": "message", "attachments": [{"contentType": CARD, "content": card}]}
            address = f"{self.url}/v3/conversations/{found.conversation_id}/activities"
            answer = await self.page.request.post(address, data=body)
            assert answer.ok, await answer.text()
            await self.page.get_by_test_id("card").nth(number).wait_for()

    async def seen_on_page(self, name: str) -> list[str]:
        """Return what is wrong on the page as it is now."""
        await self.page.wait_for_timeout(STILL_MS)
        if self.pictures:
            await self.page.screenshot(path=self.pictures / f"{name}.png")
        found: list[str] = await self.page.evaluate(_LOOK_AT_PAGE)
        return found

    async def _frames(self) -> Sequence[Frame]:
        return [each for each in self.page.frames if each != self.page.main_frame]


_WALL = """<!doctype html>
<style>body { margin: 0; display: flex; align-items: flex-start } iframe { border: 0; flex: none }</style>"""
_LOOK_AT_PAGE = """async () => {
  const { lookAtPage } = await import("/gallery/stage.js");
  return lookAtPage();
}"""
_AS_HIGH_AS_THEY_ARE = """() => { for (const each of document.querySelectorAll("iframe")) {
  each.style.height = "0"; each.style.height = `${each.contentDocument.documentElement.scrollHeight}px`;
} }"""


def message_of(name: str, *, text: str = "", card: object = None) -> JsonObject:
    """Return a message of the bot as the page gets it from the emulator."""
    attachments = [{"contentType": CARD, "content": card}] if card else []
    return {
        "id": name,
        "from": "bot",
        "when": "2022-03-15T09:00:00Z",
        "text": text,
        "textFormat": "plain",
        "attachments": attachments,
        "updated": False,
        "deleted": False,
    }


@asynccontextmanager
async def wall() -> AsyncGenerator[Wall]:
    """Give a wall in a new browser, and the emulator behind it. It fails at the end when a script has failed."""
    settings = Settings(bot=NOBODY, people=PEOPLE)
    async with running(settings) as emulator, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        page = await browser.new_page(bypass_csp=True)
        broken: list[str] = []
        page.on("pageerror", lambda error: broken.append(str(error)))
        await page.route("**/gallery/*", _give)
        yield Wall(page=page, url=emulator.url, pictures=_pictures())
        await browser.close()
        assert not broken, broken


async def _give(route: Route) -> None:
    """Give the wall, the stage, or its script: what the emulator itself has not."""
    name = route.request.url.partition("?")[0].rpartition("/")[2]
    if name == "stage.js":
        await route.fulfill(path=HERE / "gallery.js", content_type="text/javascript")
    else:
        body = _stage() if name == "stage" else _WALL
        await route.fulfill(body=body, content_type="text/html; charset=utf-8")


def _stage() -> str:
    """Return the page as it is, but with a stage instead of chats."""
    head, _, _ = INDEX.read_text(encoding="utf-8").partition("<body>")
    styles = (
        "<style>html,body{height:auto;overflow:visible}body{display:block;background:var(--panel)}"
        ".log{height:auto;overflow:visible}.caption{margin-top:18px;font:600 11px monospace;color:var(--accent)}"
        "*{transition:none!important;animation:none!important}</style>"
    )
    kept = head.replace('<script src="/static/app.js" type="module"></script>', "")
    script = '<script src="/gallery/stage.js" type="module"></script>'
    return f'{kept}<body>{styles}<main class="log" id="stage"></main>{script}</body></html>'


def _pictures() -> Path | None:
    wanted = os.environ.get("VAKTIS_PICTURES")
    if not wanted:
        return None
    folder = Path(wanted) / "gallery"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _batches(items: Sequence[tuple[str, JsonObject]], size: int) -> Iterator[list[tuple[str, JsonObject]]]:
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch
