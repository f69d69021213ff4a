"""The project leader tells the economists something and sees who has read it; a report gets what it lacked."""

from pathlib import Path

from playwright.async_api import expect

from tests.e2e.conftest import BuildTown
from tests.e2e.screen import browsing, screen_in

LEADER, ECONOMIST = "PL1", "EK1"


async def test_an_announcement_is_read_asked_about_and_counted_and_a_report_is_filled_in(
    build_town: BuildTown, sqlite_address: str, tmp_path: Path
) -> None:
    town = await build_town(sqlite_address)
    async with browsing() as browser, screen_in(browser, town.url, tmp_path) as desk:
        await desk.show(LEADER, ECONOMIST)

        await desk.write(LEADER, "visa U1")
        report = await desk.see(LEADER, "Uppföljningsrapport delår 1 2022", "Utfall för Avtalstrohet (K10)")
        await desk.press(report, "Fyll i")
        await report.get_by_label("Skriv det som saknas").fill("94,2")
        await report.get_by_role("button", name="Spara", exact=True).click()
        await expect(report).not_to_contain_text("Utfall för Avtalstrohet (K10)")
        await desk.picture("announced-2-filled")

        await desk.write(LEADER, "ny information till ekonomer: Debiteringen görs om från april")
        draft = await desk.see(LEADER, "Information I-2022-0001", "Ingen har fått den än")
        await desk.press(draft, "Skicka nu")
        told = await desk.see(ECONOMIST, "Information från", "Debiteringen görs om från april")
        await expect(draft).to_contain_text("1 av 1 har fått den, 0 har läst")
        await desk.press(told, "Fråga")
        await told.get_by_label("Din fråga till").fill("Gäller det mars också?")
        await desk.press(told, "Skicka frågan")
        asked = await desk.see(LEADER, "Gäller det mars också?")
        await asked.get_by_label("Skriv till").fill("Nej, först april")
        await desk.press(asked, "Skicka")
        await desk.see(ECONOMIST, "Nej, först april")
        await desk.press(told, "Jag har läst")
        await expect(told).to_contain_text("Du läste den")
        await expect(draft).to_contain_text("1 av 1 har fått den, 1 har läst")
        await desk.picture("announced-1-read")

    (outcome,) = [each for each in await town.export("indicators") if each["person"] == LEADER]
    assert (outcome["indicator"], outcome["month"][:7], outcome["value"]) == ("K10", "2022-03", "94.2")
