"""The panels of the page: a fault is chosen and seen, a story is recorded and played again, and all traffic is read."""

from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.e2e.page_stage import is_focused, one_browser, stage_on, tab_to

pytestmark = pytest.mark.asyncio(loop_scope="module")
browser = pytest_asyncio.fixture(one_browser, scope="module", loop_scope="module")


async def test_a_fault_that_is_chosen_strikes_and_is_shown(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")
        page = stage.page
        await page.get_by_test_id("open-faults").click()

        await page.get_by_test_id("fault-kind").select_option("blocked")
        await page.get_by_test_id("fault-whom").select_option("REK1")
        await page.get_by_test_id("fault-add").click()
        await expect(page.get_by_test_id("fault")).to_contain_text("Skrivning spärrad (403)")
        await expect(page.get_by_test_id("fault")).to_contain_text("Maja Ek · en gång till")
        await stage.screen.write("REK1", "Hej")

        await expect(page.get_by_test_id("struck")).to_contain_text("403")
        await expect(page.get_by_test_id("faults-in-force")).to_contain_text("Allt går som det ska")
        await expect(stage.screen.messages("REK1")).to_have_count(0)


async def test_who_reads_the_newest_reads_it_when_a_panel_makes_the_chat_narrow(
    browser: Browser, tmp_path: Path
) -> None:
    async with stage_on(browser, tmp_path, size=(1560, 600)) as stage:
        await stage.goto("SAM1,REK1")
        for number in range(3):
            await stage.ask("REK1", f"{number} {'Många ord tar mer plats där det är smalt. ' * 20}")
        log = stage.page.get_by_test_id("log-REK1")
        left = "log => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight)"
        height = await log.evaluate("log => log.scrollHeight")

        await stage.page.get_by_test_id("open-traffic").click()
        await stage.page.wait_for_function(
            "height => document.querySelector('[data-testid=log-REK1]').scrollHeight > height + 100", arg=height
        )
        assert await log.evaluate(left) <= 1

        await log.evaluate("log => { log.scrollTop = 0; }")
        await stage.page.wait_for_timeout(200)
        await stage.page.get_by_test_id("panel-close").click()
        assert await log.evaluate("log => log.scrollTop") == 0


async def test_one_of_several_faults_is_ended_and_the_others_stay(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")
        page = stage.page
        await page.keyboard.press("f")
        for kind, often in (("throttled", "always"), ("late", "chance"), ("twice", "times")):
            await page.get_by_test_id("fault-kind").select_option(kind)
            await page.get_by_test_id(f"fault-often-{often}").check(force=True)
            await page.get_by_test_id("fault-add").click()
        await expect(page.get_by_test_id("fault")).to_have_count(3)

        await page.get_by_role("button", name="Avsluta: Levereras två gånger").click()

        await expect(page.get_by_test_id("fault").locator("strong")).to_have_text(
            ["För många anrop (429)", "Sent omförsök efter 15 s"]
        )
        await page.get_by_test_id("faults-clear").click()
        await expect(page.get_by_test_id("fault")).to_have_count(0)


async def test_a_story_is_recorded_and_played_again_step_by_step(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")
        page = stage.page
        await page.get_by_test_id("open-stories").click()
        await page.get_by_test_id("story-title").fill("Mitt första kort")
        await page.keyboard.press("Enter")
        await expect(page.get_by_test_id("story-recording")).to_contain_text("Mitt första kort")

        card = await stage.ask("REK1", "kort")
        await stage.screen.press(card, "Gör klart")
        await expect(card).to_contain_text("Klart")
        await page.get_by_test_id("story-stop").click()
        heard = len(stage.bot.heard)
        await page.get_by_test_id("story-again").click()

        await expect(page.get_by_test_id("story-outcome")).to_contain_text("Allt stämde")
        await expect(page.get_by_test_id("step").filter(has_text="Maja Ek skriver: kort")).to_have_class("step is-done")
        assert len(stage.bot.heard) == heard + 2


async def test_all_that_goes_between_teams_and_the_bot_is_read_by_the_keyboard(
    browser: Browser, tmp_path: Path
) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")
        page, keyboard, json = stage.page, stage.page.keyboard, stage.page.get_by_test_id("raw-json")
        card = await stage.ask("REK1", "kort")
        await stage.screen.press(card, "Gör klart")
        await expect(card).to_contain_text("Klart")
        rows = page.get_by_test_id("exchange")

        await keyboard.press("Escape")
        await card.focus()
        await keyboard.press("j")
        await page.get_by_role("button", name="invoke → 200").press("Enter")
        await expect(json).to_contain_text('"name": "adaptiveCard/action"')
        await expect(json).to_contain_text('"status": 200')
        await keyboard.press("Escape")
        await keyboard.press("t")
        await expect(rows.locator("strong")).to_have_text(
            [
                "invoke adaptiveCard/action",
                "message",
                "POST message",
                "installationUpdate add",
                "conversationUpdate membersAdded",
            ]
        )
        await tab_to(rows.first)
        await keyboard.press("ArrowDown")
        await keyboard.press("ArrowDown")
        assert await is_focused(rows.nth(2))
        await keyboard.press("Enter")
        dialog = page.get_by_role("dialog", name="POST message")
        await expect(dialog).to_contain_text("POST /v3/conversations/a:personal-")
        await dialog.get_by_role("button", name="Svar · 201").press("Enter")
        await expect(json).to_contain_text(f'"id": "{await card.get_attribute("data-activity")}"')
        await keyboard.press("Escape")
        assert await is_focused(rows.nth(2))

        await page.get_by_test_id("traffic-type").select_option("installationUpdate")
        await expect(rows).to_have_count(1)
        await expect(page.get_by_role("button", name="Till boten: installationUpdate add")).to_be_visible()
