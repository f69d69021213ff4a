"""An order with the real bot, from the sentence to the receipt, without a mouse."""

from pathlib import Path

from playwright.async_api import expect

from tests.e2e.conftest import BuildTown
from tests.e2e.page_stage import tab_to
from tests.e2e.screen import screen_on
from tests.e2e.test_story import SENTENCE


async def test_an_order_is_placed_by_the_keyboard_alone(
    build_town: BuildTown, sqlite_address: str, tmp_path: Path
) -> None:
    town = await build_town(sqlite_address)
    async with screen_on(town.url, tmp_path) as screen:
        await screen.show("REK1", "SAM1")
        keyboard = screen.page.keyboard

        await keyboard.press("Alt+Digit1")
        await keyboard.type(SENTENCE)
        await keyboard.press("Enter")
        card = await screen.see("REK1", "Byte av ljuskälla", "Beställ")
        order = card.get_by_role("button", name="Beställ", exact=True)
        await tab_to(order, key="Shift+Tab")
        await keyboard.press("Enter")

        await expect(card).to_contain_text("Beställning B-2022-0001")
