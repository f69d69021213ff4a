"""The page by which a party answers, in a real browser: without script, by keyboard, on a phone."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from aiohttp import web
from playwright.async_api import Browser, ViewportSize, expect

from actions.issues import Report, report_issue
from actions.parties import make_party_link
from bot.settings import read_settings
from bot.wiring import Desk, assembled
from domain.requests import RequestStatus
from tests.e2e.screen import browsing, picture_folder
from tests.factories import NOW, TODAY, the_person

PHONE: ViewportSize = {"width": 360, "height": 740}


@pytest.fixture
async def desk(sqlite_url: str) -> AsyncGenerator[Desk]:
    variables = {"VAKTIS_DATABASE_URL": sqlite_url, "VAKTIS_CLOCK": "2022-03-15T10:00:00+01:00"}
    async with assembled(read_settings(variables)) as assembled_desk:
        yield assembled_desk


@pytest.fixture
async def link(desk: Desk) -> AsyncGenerator[str]:
    """The address where the landlord of PV1 answers for a broken window."""
    async with desk.begin() as work:
        catalogue = await work.catalogues.read(day=TODAY)
    report = Report(unit="PV1", object="RUTA", note="Krossad ruta i entrén. " * 12 + "<b>Glas</b>", place="Entrén")
    issue = await report_issue(report, by=the_person("REK1"), catalogue=catalogue, begin=desk.begin, at=NOW)
    async with desk.begin() as work:
        token = await make_party_link(work, issue, issue.party or "", at=NOW)
    runner = web.AppRunner(desk.server.app(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/party/{token}"
    await runner.cleanup()


@pytest.fixture
async def browser() -> AsyncGenerator[Browser]:
    async with browsing() as opened:
        yield opened


async def test_a_party_answers_on_a_phone_without_script_and_by_keyboard_alone(
    desk: Desk, link: str, browser: Browser, tmp_path: Path
) -> None:
    context = await browser.new_context(viewport=PHONE, locale="sv-SE", java_script_enabled=False)
    page = await context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))

    await page.goto(link)
    await expect(page.get_by_role("heading", name="Krossat fönster", level=1)).to_be_visible()
    await expect(page.get_by_role("group", name="Vad vill ni säga?").get_by_role("radio")).to_have_count(5)
    await page.get_by_role("radio", name="Vi har tagit emot det").focus()
    await page.keyboard.press("Tab")
    await page.get_by_label("Klart senast (om ni vet)").fill("2022-03-18")
    await page.get_by_label("Ett ord till anmälaren").fill("Glasmästaren är beställd.")
    await page.get_by_role("button", name="Skicka svaret").press("Enter")
    await expect(page.get_by_role("status")).to_contain_text("Tack!")
    await expect(page.get_by_role("listitem")).to_contain_text("fredag 18 mars")
    await page.screenshot(path=picture_folder(tmp_path) / "party-received.png", full_page=True)

    # Back to the form of before, and the same press once more: nothing more is said.
    await page.go_back()
    await page.get_by_role("button", name="Skicka svaret").click()
    await expect(page.get_by_role("listitem")).to_have_count(1)

    await page.get_by_role("link", name="English").click()
    await page.get_by_role("radio", name="It is done").check()
    await expect(page.get_by_label("Done by (if you know)")).to_be_hidden()
    await page.get_by_role("button", name="Send the answer").click()
    await expect(page.get_by_role("status")).to_contain_text("done")
    await expect(page.get_by_role("button")).to_have_count(0)
    await context.close()
    async with desk.begin() as work:
        assert (await work.requests.get("F-2022-0001")).status is RequestStatus.DONE
    assert said == []


@pytest.mark.parametrize("width", [320, 1100])
async def test_the_page_fits_is_quiet_and_passes_its_own_policy(link: str, browser: Browser, width: int) -> None:
    context = await browser.new_context(viewport=ViewportSize(width=width, height=740), color_scheme="dark")
    page = await context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    await page.goto(link)

    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = (
        "[...document.querySelectorAll('a, button, label.choice')].filter(e => e.getBoundingClientRect().height < 40)"
    )
    assert await page.evaluate(f"{small}.map(e => e.innerText)") == []
    assert await page.evaluate("getComputedStyle(document.querySelector('button')).fontWeight") == "600"
    assert [url for url in asked if "favicon" not in url] == [link]
    assert said == []
    await context.close()
