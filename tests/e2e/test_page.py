"""The page for everybody: by keyboard alone, by what a screen reader is told, and on a narrow phone."""

from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.e2e.page_stage import is_focused, one_browser, stage_on, tab_to

pytestmark = pytest.mark.asyncio(loop_scope="module")
browser = pytest_asyncio.fixture(one_browser, scope="module", loop_scope="module")
NARROW = (360, 740)
NEED_NAMES = {
    "button", "link", "textbox", "searchbox", "combobox", "listbox", "checkbox", "radio", "spinbutton",
    "tab", "option", "dialog", "region", "complementary", "log", "Iframe", "DisclosureTriangle",
}  # fmt: skip
# Whoever speaks to their computer says what stands on a button, so that must be in its name.
OTHERWISE_NAMED = """() => [...document.querySelectorAll('button[aria-label], summary[aria-label]')]
  .filter((each) => !each.getAttribute('aria-label').includes(each.innerText.trim())).map((each) => each.outerHTML)"""

IDS = "() => [...document.querySelectorAll('[id]')].map((each) => each.id)"
# What an attribute of one card names must be on that card.
LED_ASTRAY = """() => [...document.querySelectorAll('.card [for], .card [aria-labelledby], .card [aria-controls]')]
  .filter((each) => ['for', 'aria-labelledby', 'aria-controls'].some((name) => each.getAttribute(name)?.split(' ')
    .some((id) => !each.closest('.card').contains(document.getElementById(id))))).map((each) => each.outerHTML)"""


async def nameless(page: Page) -> list[str]:
    """Return the roles, with their HTML, of what a screen reader reaches on the page and can't name."""
    session = await page.context.new_cdp_session(page)
    tree: dict[str, Any] = await session.send("Accessibility.getFullAXTree")
    found = [
        node
        for node in tree["nodes"]
        if not node.get("ignored")
        and node.get("role", {}).get("value") in NEED_NAMES
        and not str(node.get("name", {}).get("value", "")).strip()
    ]
    described = []
    for node in found:
        params = {"backendNodeId": node["backendDOMNodeId"]}
        outer = await session.send("DOM.getOuterHTML", params)
        described.append(f"{node['role']['value']}: {outer['outerHTML'][:160]}")
    await session.detach()
    return described


async def test_everything_on_the_page_is_reached_and_left_by_the_keyboard(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1,SAM1")
        await stage.ask("REK1", "kort")
        page, keyboard = stage.page, stage.page.keyboard
        message = stage.screen.messages("REK1").last

        await keyboard.press("Escape")
        await keyboard.press("ArrowUp")
        assert await is_focused(message)
        await keyboard.press("j")
        await expect(page.get_by_test_id("raw-json")).to_contain_text("AdaptiveCard")
        await keyboard.press("Escape")
        assert await is_focused(message)
        await keyboard.press("r")
        await tab_to(message.get_by_test_id("react-heart"))
        await keyboard.press("Enter")
        await expect(message.get_by_test_id("reaction-heart")).to_have_text("❤️1")

        await keyboard.press("?")
        await expect(page.get_by_test_id("help-dialog")).to_contain_text("Bland meddelanden")
        await keyboard.press("Escape")
        await keyboard.press("f")
        await expect(page.get_by_role("complementary", name="Fel")).to_be_visible()
        await keyboard.press("Escape")
        await expect(page.get_by_role("complementary")).to_have_count(0)
        await tab_to(page.get_by_test_id("open-faults"), most=1)
        await keyboard.press("d")
        await expect(page.locator("html")).to_have_attribute("data-theme", "dark")


async def test_spaces_in_rich_text_stand_as_written(browser: Browser, tmp_path: Path) -> None:
    """As in Microsoft's newer renderer: `make witness` showed it."""
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")

        card = await stage.ask("REK1", "tecken")

        assert "✓  Utlovad tid" in await card.inner_text()


async def test_words_have_the_marks_that_teams_draws_and_no_others(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")

        await stage.ask("REK1", "citat")
        marked = await stage.ask("REK1", "märken")

        for tag, said in {"blockquote": "sagt", "code": "kod", "s": "struket"}.items():
            await expect(stage.page.locator(f".words {tag}")).to_have_text(said)
        assert await marked.locator(".words").inner_text() == "Fet för @Maja<script>1</script>\n[x](y)"
        await expect(marked.locator("strong, b").first).to_have_text("Fet")
        await expect(marked.get_by_role("heading", level=3)).to_have_text("Kort för @Maja")
        await expect(stage.page.get_by_role("heading", level=2, name="Maja Ek")).to_be_attached()
        await expect(stage.page.get_by_test_id("announcer")).to_contain_text("Vaktis: Fet för @Maja<script>")


CODE = "<pre><code>a &lt; **b**\n  c</code></pre>"
TABLE = (
    '<div class="table-frame"><table><thead><tr><th scope="col" class="is-left">A</th>'
    '<th scope="col" class="is-right">B</th></tr></thead><tbody><tr><td class="is-left"><strong>1</strong></td>'
    '<td class="is-right">2|3</td></tr></tbody></table></div>'
)
ROWS = "| A | B |\n|---|--:|\n| **1** | 2\\|3 |"
LINK = '<a href="https://a.b" target="_blank" rel="noopener noreferrer">'
DRAWN = [
    ("markdown", "x\n```py\na < **b**\n  c\n```\ny", f"<p>x</p>{CODE}<p>y</p>"),
    ("markdown", "~~~\na < **b**\n  c", CODE),
    ("markdown", "````\n```\n````", "<pre><code>```</code></pre>"),
    ("markdown", ROWS, "<p>| A | B |<br>|---|--:|<br>| <strong>1</strong> | 2|3 |</p>"),
    ("markdown", "# A\n---\n![x](https://a.b)", f"<p># A<br>---<br>!{LINK}x</a></p>"),
    ("extendedmarkdown", ROWS, TABLE),
    ("ExtendedMarkdown", "# A\n- [x] b\n\n---", '<h3 class="head-1">A</h3><ul><li>☑ b</li></ul><hr>'),
    ("extendedmarkdown", "| A |\n|--|--|\nx", "<p>| A |<br>|--|--|<br>x</p>"),
    ("xml", f"<pre>a  <script></pre>{LINK}x</a>", f"<p><pre>a  &lt;script&gt;</pre>{LINK}x</a></p>"),
    ("xml", "<h1>x</h1>", "<p>&lt;h1&gt;x&lt;/h1&gt;</p>"),
    ("card", '<h1>x</h1><a href="javascript:1">y</a>',
     '<div><h4 class="head-1">x</h4>&lt;a href=&quot;javascript:1&quot;&gt;y</a></div>'),
]  # fmt: skip


async def test_code_and_tables_are_drawn_as_the_format_has_them_and_nothing_else_is(
    browser: Browser, tmp_path: Path
) -> None:
    """A thousand texts put together of what could break out give only tags, attributes and addresses that are known."""
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")

        drawn = await stage.page.evaluate(DRAW, [[how, text] for how, text, _ in DRAWN])
        escaped = await stage.page.evaluate(Path(__file__).with_name("breakout.js").read_text(encoding="utf-8"))

        assert drawn == [html for _, _, html in DRAWN]
        assert escaped == []


async def test_where_the_focus_is_can_be_seen_on_each_control(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")
        await stage.ask("REK1", "kort")
        unseen = []
        for _ in range(30):
            await stage.page.keyboard.press("Tab")
            unseen += await stage.page.evaluate(UNSEEN_FOCUS)

        assert unseen == []


async def test_what_is_new_is_said_aloud_and_only_that(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")

        await stage.ask("REK1", "kort")

        await expect(stage.page.get_by_test_id("announcer")).to_have_text("Vaktis: Ett kort")
        await stage.ask("REK1", "hej")
        await expect(stage.page.get_by_test_id("announcer")).to_have_text("Vaktis: Du skrev: hej (0 bilagor)")


@pytest.mark.parametrize("language", ["sv", "en"])
async def test_every_control_has_a_name(browser: Browser, language: str, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        page = stage.page
        await stage.goto("REK1,channel@REK1", f"&lang={language}")
        await stage.ask("REK1", "kort")
        await stage.ask("REK1", "fil")
        await stage.ask("REK1", "logga in")
        missing = await nameless(page)
        for opener in ("open-faults", "open-stories", "open-traffic", "search-REK1", "more-REK1", "help"):
            await page.get_by_test_id(opener).click()
            missing += await nameless(page)
        missing += await page.evaluate(OTHERWISE_NAMED)
        await page.keyboard.press("Escape")
        await page.get_by_test_id("frame-REK1").click()
        missing += await nameless(page)

        assert missing == []


async def test_fields_of_one_name_on_several_cards_have_ids_and_labels_of_their_own(
    browser: Browser, tmp_path: Path
) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1,SAM1")
        for code in ("REK1", "REK1", "SAM1"):
            await stage.ask(code, "fält")
        mine, theirs = stage.screen.messages("REK1"), stage.screen.messages("SAM1")
        cards = [mine.nth(0), mine.nth(1), theirs.nth(0)]
        for card in cards:
            await card.get_by_role("button", name="Mer").click()
            await expect(card.get_by_label("Notering")).to_be_visible()
            await card.get_by_label("Notering").fill("senare")

        ids = await stage.page.evaluate(IDS)
        await cards[1].get_by_role("button", name="Göm").click()

        assert sorted(set(ids)) == sorted(ids)
        assert len([each for each in ids if each.startswith(("date-", "time-", "note-"))]) == 3 * len(cards)
        assert await stage.page.evaluate(LED_ASTRAY) == []
        await expect(cards[1].get_by_label("Dag")).to_be_hidden()
        await expect(cards[0].get_by_label("Dag")).to_be_visible()


async def test_swedish_and_english_have_words_for_the_same_things(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path) as stage:
        await stage.goto("REK1")

        swedish, english = [await stage.page.evaluate(WORDS, name) for name in ("sv", "en")]

        assert await stage.page.evaluate(NOBODY_SPECIAL) == ["Åsa · A1", "A1"]
        assert len(swedish) > 200
        assert swedish == english, set(swedish) ^ set(english)


async def test_a_narrow_phone_never_scrolls_sideways(browser: Browser, tmp_path: Path) -> None:
    async with stage_on(browser, tmp_path, size=NARROW) as stage:
        page = stage.page
        widths = {}
        for language in ("sv", "en"):
            await stage.goto("REK1,SAM1,channel@REK1", f"&lang={language}")
            await stage.ask("REK1", "kort")
            widths[f"chat {language}"] = await page.evaluate(OVERFLOW)
            panels = (
                "open-faults",
                "panel-close",
                "open-stories",
                "panel-close",
                "settings",
                "open-traffic",
                "panel-close",
            )
            for opener in (*panels, "search-REK1", "settings"):
                await page.get_by_test_id(opener).click()
                widths[f"{opener} {language}"] = await page.evaluate(OVERFLOW)
            await page.keyboard.press("Escape")
            await page.get_by_test_id("tab-channel@REK1").click()
            await expect(page.get_by_test_id("composer-channel@REK1")).to_be_visible()
            await expect(page.get_by_test_id("composer-REK1")).to_be_hidden()
            widths[f"channel {language}"] = await page.evaluate(OVERFLOW)

        await page.set_viewport_size({"width": 1000, "height": 640})
        assert {name: width for name, width in widths.items() if width} == {}
        assert await page.evaluate(HEAD_ROOM) > 0, "the clock lies upon the name"


DRAW = """async (texts) => {
  const { cardHtml, messageHtml } = await import("/static/markup.js");
  return texts.map(([how, text]) => how === "card" ? cardHtml(text) : messageHtml({ text, textFormat: how }));
}"""
WORDS = """async (name) => {
  const words = Object.values(await import(`/static/words/${name}.js`))[0];
  return [...Object.keys(words), ...Object.keys(words.roles)].sort();
}"""
NOBODY_SPECIAL = """async () => {
  const { personLine } = await import("/static/texts.js");
  const person = { name: "Åsa", code: "A1", roles: [], units: [] };
  return [personLine(person.name, person, person.code), personLine(person.code, person)];
}"""
OVERFLOW = """async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const most = document.documentElement.clientWidth;
  const scrolls = document.documentElement.scrollWidth > most;
  const out = [...document.querySelectorAll("header, .tabs, .chat, .chat *, .panel, .panel *")]
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > most + 1);
  return scrolls || out.length ? `${scrolls} ${out.slice(0, 3).map((element) => element.outerHTML.slice(0, 90))}` : "";
}"""
HEAD_ROOM = """() => {
  const [name, clock] = [".brand", ".clock"].map((part) => document.querySelector(part).getBoundingClientRect());
  const words = document.querySelector(".brand h1").getBoundingClientRect();
  return clock.left - Math.max(name.right, words.right);
}"""
UNSEEN_FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return [];
  const marks = (element) => {
    const style = getComputedStyle(element);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  };
  const around = [at, ...["label", ".composer", ".popover-head", ".segment"].map((outer) => at.closest(outer))];
  return around.some((element) => element && marks(element)) ? [] : [at.outerHTML.slice(0, 120)];
}"""
