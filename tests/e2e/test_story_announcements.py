"""A report's reminder comes by the clock and gets what it lacked; the economists are told something and read it."""

import asyncio
from pathlib import Path

from playwright.async_api import expect

from tests.e2e.conftest import BuildTown, load
from tests.e2e.screen import browsing, screen_in

LEADER, ECONOMIST = "PL1", "EK1"
BEFORE, REMINDED_AT = "2022-04-28T15:00:00+02:00", "2022-04-29T08:00:00+02:00"
"""Thirty days before 31 May is a Sunday, and so the Friday before it."""


async def test_a_reminder_gets_what_it_lacks_and_an_announcement_is_read_asked_about_and_counted(
    build_town: BuildTown, tmp_path: Path
) -> None:
    address = f"sqlite+aiosqlite:///{tmp_path}/desk.db"
    await asyncio.to_thread(load, tmp_path, address, start=BEFORE)
    town = await build_town(address, settings={"VAKTIS_CLOCK": BEFORE})
    async with browsing() as browser, screen_in(browser, town.url, tmp_path) as desk:
        await desk.show(LEADER, ECONOMIST)

        await town.clock_to(REMINDED_AT)
        reminder = await desk.see(LEADER, "Det här ska bli klart", "M3", "U1")
        await desk.picture("announced-3-reminder")
        await desk.press(reminder, "Fyll i U1")
        report = await desk.see(LEADER, "Uppföljningsrapport delår 1 2022", "Utfall för Avtalstrohet (K10)")
        await desk.press(report, "Fyll i")
        await report.get_by_label("Skriv det som saknas").fill("94,2")
        await report.get_by_role("button", name="Spara", exact=True).click()
        await expect(report).not_to_contain_text("Utfall för Avtalstrohet (K10)")
        await desk.picture("announced-2-filled")

        await desk.write(LEADER, "ny information till ekonomer: Debiteringen görs om från maj")
        draft = await desk.see(LEADER, "Information I-2022-0001", "Ingen har fått den än")
        await desk.press(draft, "Skicka nu")
        told = await desk.see(ECONOMIST, "Information från", "Debiteringen görs om från maj")
        await expect(draft).to_contain_text("1 av 1 har fått den, 0 har läst")
        await desk.press(told, "Fråga")
        await told.get_by_label("Din fråga till").fill("Gäller det april också?")
        await desk.press(told, "Skicka frågan")
        asked = await desk.see(LEADER, "Gäller det april också?")
        await asked.get_by_label("Skriv till").fill("Nej, först maj")
        await desk.press(asked, "Skicka")
        await desk.see(ECONOMIST, "Nej, först maj")
        await desk.press(told, "Jag har läst")
        await expect(told).to_contain_text("Du läste den")
        await expect(draft).to_contain_text("1 av 1 har fått den, 1 har läst")
        await desk.picture("announced-1-read")

    (outcome,) = [each for each in await town.export("indicators") if each["person"] == LEADER]
    assert (outcome["indicator"], outcome["month"][:7], outcome["value"]) == ("K10", "2022-04", "94.2")
