"""What people do in chats and channels by the page: threads, files, searches, dialogs, reactions."""

from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.e2e.page_stage import PIXEL, one_browser, stage_on

pytestmark = pytest.mark.asyncio(loop_scope="module")
browser = pytest_asyncio.fixture(one_browser, scope="module", loop_scope="module")


async def test_a_thread_is_begun_and_answered_in_the_channel(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("channel@REK1,channel@SAM1")
        page = stage.page

        await stage.screen.write("channel@REK1", "Är hissen trasig?")
        thread = page.get_by_test_id("log-channel@SAM1").get_by_test_id("thread").first
        await expect(thread).to_contain_text("Du skrev: Är hissen trasig?")
        await thread.get_by_test_id("reply").click()
        await stage.screen.write("channel@SAM1-thread", "Jag tittar på den")

        mine = page.get_by_test_id("log-channel@REK1")
        await expect(mine.get_by_test_id("thread")).to_have_count(1)
        await expect(mine.get_by_test_id("thread")).to_contain_text("Du skrev: Jag tittar på den")
        told = [each for each in stage.bot.heard if each["type"] == "message"]
        assert len({str(each["conversation"]) for each in told}) == 1, "both are in one thread"


async def test_the_bot_hears_nothing_that_does_not_mention_it(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("channel@REK1")

        await stage.page.get_by_test_id("mention-channel@REK1").click()
        await stage.screen.write("channel@REK1", "Bara mellan oss")

        await expect(stage.page.get_by_test_id("log-channel@REK1")).to_contain_text("Bara mellan oss")
        assert [each for each in stage.bot.heard if each["type"] == "message"] == []


async def test_a_photo_goes_with_the_message_by_the_paper_clip_and_by_pasting(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")
        page = stage.page

        picture = {"name": "lysrör.png", "mimeType": "image/png", "buffer": PIXEL}
        await page.get_by_test_id("file-REK1").set_input_files(picture)  # type: ignore[arg-type]
        await page.get_by_test_id("composer-REK1").evaluate(PASTE)
        await expect(page.get_by_test_id("tray-item")).to_have_count(2)
        await stage.ask("REK1", "Det här lysröret")

        own = page.get_by_test_id("log-REK1").locator('[data-from="REK1"]').last
        await expect(own.get_by_role("img", name="lysrör.png")).to_have_js_property("naturalWidth", 1)
        await expect(stage.screen.messages("REK1").last).to_contain_text("Du skrev: Det här lysröret (2 bilagor)")
        await expect(page.get_by_test_id("tray-item")).to_have_count(0)


async def test_a_card_found_beside_the_chat_is_put_into_it(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")
        page = stage.page

        await page.get_by_test_id("search-REK1").click()
        await page.get_by_test_id("search-field-REK1").fill("möb")
        await expect(page.get_by_test_id("found")).to_have_count(3)
        await page.keyboard.press("ArrowDown")
        await page.keyboard.press("Enter")
        await expect(page.get_by_test_id("tray-item")).to_contain_text("Möblering")
        await page.keyboard.press("Enter")

        own = page.get_by_test_id("log-REK1").locator('[data-from="REK1"]')
        await expect(own.get_by_test_id("card")).to_contain_text("Möblering")


async def test_a_link_is_shown_as_the_card_that_the_bot_gives_for_it(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")

        await stage.page.get_by_test_id("composer-REK1").fill("Se https://example.org/lampa")
        await stage.page.get_by_test_id("unfurl-REK1").click()

        await expect(stage.page.get_by_test_id("tray-item")).to_contain_text("Lampbyte")


async def test_a_choice_is_searched_for_by_typing_in_a_card(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")
        card = await stage.ask("REK1", "kort")
        field = card.get_by_label("Vilken tjänst?")
        await expect(field).to_have_value("Lampbyte")

        await field.fill("ron")
        await expect(card.get_by_test_id("choice")).to_have_text(["Rondering"])
        await field.press("Enter")
        await expect(field).to_have_value("Rondering")
        await stage.screen.press(card, "Gör klart")

        await expect(card).to_contain_text("Klart")
        pressed = str(stage.bot.heard[-1]["value"])
        assert "'service': '2'" in pressed, pressed


async def test_a_dialog_is_opened_filled_in_and_handed_in(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")
        card = await stage.ask("REK1", "dialog")

        await stage.screen.press(card, "Öppna")
        dialog = stage.page.get_by_role("dialog", name="En dialog")
        await dialog.get_by_label("Anteckning").fill("Tredje våningen")
        await dialog.get_by_role("button", name="Lämna in").click()

        await expect(dialog).to_be_hidden()
        await expect(stage.page.get_by_text("Tack för det!")).to_be_visible()
        assert "Tredje våningen" in str(stage.bot.heard[-1]["value"])


async def test_a_dialog_beside_the_field_ends_with_a_card(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")
        page = stage.page

        await page.get_by_test_id("search-REK1").click()
        await page.get_by_test_id("fetch-REK1").click()
        dialog = page.get_by_role("dialog", name="En dialog")
        await dialog.get_by_label("Anteckning").fill("Tredje våningen")
        await dialog.get_by_role("button", name="Lämna in").click()

        await expect(page.get_by_test_id("tray-item")).to_contain_text("Rondering")


async def test_a_file_is_allowed_and_a_sign_in_gone_through(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")
        consent = await stage.ask("REK1", "fil")
        await consent.get_by_test_id("consent-allow").click()
        await expect(consent).to_contain_text("Du tillät filen.")
        sign_in = await stage.ask("REK1", "logga in")
        await sign_in.get_by_test_id("plain-action").click()
        await stage.page.get_by_test_id("signin-state").fill("123456")
        await stage.page.keyboard.press("Enter")

        await expect(stage.page.get_by_test_id("signin")).to_be_hidden()
        assert [each["name"] for each in stage.bot.heard if each["type"] == "invoke"] == [
            "fileConsent/invoke",
            "signin/verifyState",
        ]


async def test_a_card_that_asks_for_a_sign_in_goes_on_after_it(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")
        card = await stage.ask("REK1", "hemligt")

        await card.get_by_test_id("action").click()
        await stage.page.get_by_test_id("signin-token").click()

        await expect(card).to_contain_text("Klart")
        await expect(stage.page.get_by_test_id("signin")).to_have_count(0)


async def test_own_messages_are_changed_deleted_and_brought_back(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")
        await stage.ask("REK1", "Hej")
        keyboard = stage.page.keyboard
        own = stage.page.get_by_test_id("log-REK1").locator('[data-from="REK1"]')

        await stage.page.get_by_test_id("composer-REK1").press("ArrowUp")
        await keyboard.type(" igen")
        await keyboard.press("Enter")
        await expect(own).to_contain_text("Hej igen")
        await own.focus()
        await keyboard.press("Delete")
        await expect(own).to_contain_text("Meddelandet har tagits bort.")
        await own.focus()
        await keyboard.press("u")

        await expect(own).to_contain_text("Hej igen")
        kinds = [each["type"] for each in stage.bot.heard if str(each["type"]).startswith("message")]
        assert kinds == ["message", "messageUpdate", "messageDelete", "messageUpdate"]


async def test_each_card_of_a_carousel_is_pressed_for_itself(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")
        await stage.ask("REK1", "karusell")

        for place in range(3):
            before = await stage.screen.messages("REK1").count()
            await stage.page.get_by_test_id("card").nth(place).get_by_role("button", name="Välj").click()
            await expect(stage.screen.messages("REK1")).to_have_count(before + 1)

        assert [each["value"] for each in stage.bot.heard if "value" in each] == [
            {"chosen": "Lampa"},
            {"chosen": "Ingen"},
            {"chosen": "Dörr"},
        ]


async def test_lists_receipts_and_connector_cards_are_drawn_and_pressed(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")
        page, cards = stage.page, stage.page.get_by_test_id("card")
        for words in ("kvitto", "lista", "anslag"):
            await stage.ask("REK1", words)

        receipt, listed, connector = [cards.nth(place) for place in range(3)]
        await expect(receipt).to_contain_text("Lysrör× 284 kr")
        await expect(listed.get_by_test_id("plain-action")).to_have_count(8)
        await expect(connector).to_contain_text("Värde<img src=x onerror=alert(1)>")
        await expect(connector).to_contain_text("fet <script>1</script> **ej**")
        await expect(page.locator(".card img")).to_have_count(0)
        await connector.get_by_text("Avslå …").press("Enter")
        await connector.get_by_role("button", name="Säg nej").click()
        await connector.get_by_label("Varför?").fill("Det är stängt")
        await connector.get_by_label("När?").select_option("Sen")
        await connector.get_by_role("button", name="Säg nej").click()
        await stage.ask("REK1", "hej")
        await listed.get_by_role("button", name="Maja <b>Ek</b>").click()
        await expect(stage.screen.messages("REK1", "Du skrev: vem är Maja")).to_be_visible()

        hero = await stage.ask("REK1", "hjälte")
        await hero.locator("em").click(force=True)
        await expect(stage.screen.messages("REK1", "Du skrev: allihop")).to_be_visible()
        await cards.last.get_by_role("button", name="Knappen").click()
        await expect(stage.screen.messages("REK1", "Du skrev: bara knappen")).to_be_visible()

        (invoked,) = [each for each in stage.bot.heard if each["type"] == "invoke"]
        assert invoked["value"] == {"actionId": "no", "body": '{"why": "Det är stängt", "when": "later"}'}


async def test_words_without_end_stay_within_their_card_on_a_phone(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path, size=(320, 700)) as stage:
        await stage.goto("REK1")
        card = (await stage.ask("REK1", "långa ord")).get_by_test_id("card")

        await expect(card.get_by_role("button", name="utan titel")).to_be_attached()
        widths = "card => [...card.querySelectorAll('*')].filter(part => part.scrollWidth > card.clientWidth).length"
        assert await card.evaluate(widths) == 0
        assert await stage.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert await card.locator("dd").evaluate("value => value.clientWidth") > 80


async def test_the_bot_is_told_what_its_answer_was_worth(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")
        answer = await stage.ask("REK1", "svar")

        await answer.get_by_role("button", name="Dåligt svar").click()
        await stage.page.get_by_label("Vad blev fel?").fill("Fel fråga")
        await stage.page.get_by_test_id("feedback-send").click()

        await expect(stage.page.get_by_text("Tack, boten har fått det.")).to_be_visible()
        await expect(stage.page.get_by_test_id("feedback-form")).to_have_count(0)
        value = {"reaction": "dislike", "feedback": '{"feedbackText": "Fel fråga"}'}
        assert stage.bot.heard[-1]["value"] == {"actionName": "feedback", "actionValue": value}


async def test_each_person_sees_a_view_of_their_own(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("channel@REK1,channel@SAM1")

        await stage.screen.write("channel@REK1", "egen vy")

        for key in ("channel@REK1", "channel@SAM1"):
            await expect(stage.screen.messages(key).last).to_contain_text("Bara för dig")
        mine = stage.screen.messages("channel@SAM1").last
        await mine.hover()
        await mine.get_by_test_id("react").click()
        await mine.get_by_test_id("react-laugh").click()
        await expect(mine.get_by_test_id("reaction-laugh")).to_be_visible()
        await expect(mine).to_contain_text("Bara för dig")
        asked = [each["from"] for each in stage.bot.heard if each["type"] == "invoke"]
        assert len({str(each) for each in asked}) == 2


async def test_the_bots_tab_is_shown_in_a_frame(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")

        await stage.page.get_by_test_id("frame-REK1").click()

        frame = stage.page.frame_locator('[data-testid="tab-frame-REK1"] iframe')
        await expect(frame.get_by_role("heading")).to_have_text("Fliken för REK1")


PASTE = """(field) => {
  const bytes = Uint8Array.from([1, 2, 3]);
  const data = new DataTransfer();
  data.items.add(new File([bytes], "inklistrat.bin", { type: "application/octet-stream" }));
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
