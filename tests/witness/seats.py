"""One person's chat on a page that shows cards, used alike in the Playground and in the emulator."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import TypeVar

from playwright.async_api import Locator, Page

from tests.e2e.chats import JsonObject

T = TypeVar("T")
PATIENCE_SECONDS = 60.0
LOOK_EVERY_SECONDS = 0.15
QUIET_LOOKS = 5
"""A card that looked the same so many times is taken as what its reader sees."""
_LINES = """card => {
    const choices = [...card.querySelectorAll('select')];  // a browser counts what can be chosen among the text
    choices.forEach(each => { each.style.visibility = 'hidden'; });
    const text = card.innerText;
    choices.forEach(each => { each.style.visibility = ''; });
    return text.split('\\n').map(line => line.trim()).filter(line => line);
}"""
_FIELDS = """card => [...card.querySelectorAll('input, textarea, select')]
    .filter(each => each.checkVisibility() && !['radio', 'checkbox'].includes(each.type))
    .map(each => each.tagName === 'SELECT' ? each.selectedOptions[0]?.text ?? '' : each.value || each.placeholder)"""


class SeenInVain(AssertionError):
    """What the story waits for did not come."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sight:
    """What a person had before them at one moment: the card as the stand holds it, and what can be read on the page."""

    moment: str
    person: str
    card: JsonObject
    lines: tuple[str, ...]
    fields: tuple[str, ...]
    picture: bytes = field(default=b"", compare=False, repr=False)


@dataclass(frozen=True, kw_only=True)
class Seat:
    """A person's chat. `cards` are those on the page, oldest first; `held` gives the same as the stand's JSON."""

    code: str
    page: Page
    cards: Locator
    composer: Locator
    held: Callable[[], Awaitable[Sequence[JsonObject]]]

    async def write(self, words: str) -> None:
        """Write and press Enter."""
        await self.composer.click()
        await self.page.keyboard.insert_text(words)
        await self.page.keyboard.press("Enter")

    async def see(self, *words: str) -> int:
        """Wait for a card on which each of *words* stands; return the place of the newest among the cards."""

        async def look() -> list[int]:
            shown = await self.cards.all_inner_texts()
            return [place for place, text in enumerate(shown) if all(each in text for each in words)]

        return (await until(look, what=f"{self.code} sees {' '.join(words)}"))[-1]

    async def press(self, place: int, name: str) -> None:
        """Press the button called *name* on a card."""
        await self.cards.nth(place).get_by_role("button", name=name, exact=True).click()

    async def fill(self, place: int, label: str, value: str) -> None:
        """Fill the field called *label* on a card."""
        await self.cards.nth(place).get_by_label(label).fill(value)

    async def sight(self, moment: str, *words: str) -> Sight:
        """Return what the person sees when a card with *words* has come to rest."""
        seen: list[Sight] = []

        async def look() -> Sight | None:
            seen.append(await self._glance(moment, await self.see(*words)))
            last = seen[-QUIET_LOOKS:]
            return last[-1] if len(last) == QUIET_LOOKS and all(each == last[0] for each in last) else None

        rested = await until(look, what=f"the card of {self.code} comes to rest ({moment})")
        return replace(rested, picture=await self.cards.nth(await self.see(*words)).screenshot())

    async def _glance(self, moment: str, place: int) -> Sight:
        card = self.cards.nth(place)
        held = await self.held()
        assert place < len(held), f"{self.code} is shown a card that the stand does not hold ({moment})"
        lines, fields = await card.evaluate(_LINES), await card.evaluate(_FIELDS)
        return Sight(moment=moment, person=self.code, card=held[place], lines=tuple(lines), fields=tuple(fields))


async def until(look: Callable[[], Awaitable[T | None]], *, what: str, seconds: float = PATIENCE_SECONDS) -> T:
    """Return what *look* gives once that is something.

    Raises:
        SeenInVain: nothing came within *seconds*.
    """
    end = monotonic() + seconds
    while not (found := await look()):
        if monotonic() > end:
            raise SeenInVain(f"in vain for {seconds:.0f} s: {what}")
        await asyncio.sleep(LOOK_EVERY_SECONDS)
    return found
