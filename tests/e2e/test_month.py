"""A month closes with a forgotten entry: it is asked about twice, then let go, and whoever it concerns is told.

Ali has a phone; he presses, and types where that is quicker.
"""

import asyncio
from pathlib import Path

from playwright.async_api import expect

from tests.e2e.conftest import BuildTown
from tests.e2e.screen import PHONE, Screen, browsing, screen_in
from tests.e2e.town import Town

CONFIRM = "Bekräfta dagens stående arbete"
EMPLOYEE, COORDINATOR = "SER5", "SAM1"
"""Ali Bok goes his rounds at two units, two hours each, on Mondays alone."""


async def confirm_today(phone: Screen) -> None:
    """Ali confirms today's standing work on his list in one press; the list says what he forgot."""
    await phone.write(EMPLOYEE, "mina uppdrag")
    mine = await phone.see(EMPLOYEE, "Stående arbete i dag: 4 timmar")
    await expect(mine).to_contain_text("En tidigare dag är inte bekräftad: måndag 21 mars")
    await phone.picture("month-1-list")
    await phone.press(mine, CONFIRM)
    await expect(mine.get_by_role("button", name=CONFIRM, exact=True)).to_have_count(0)
    await phone.picture("month-2-confirmed")


async def hold_the_books(town: Town) -> None:
    """The hours of the day that was confirmed are paid, those of the forgotten one never came to be."""
    times, assignments = await asyncio.gather(town.export("time"), town.export("assignments"))
    entries = [each for each in times if each["person"] == EMPLOYEE]
    assert [(each["unit"], each["date"], each["hours"], each["amount"]) for each in entries] == [
        ("PV3", "2022-03-28", "2", "840.00"),
        ("PV4", "2022-03-28", "2", "840.00"),
    ]
    rounds = [each for each in assignments if each["person"] == EMPLOYEE and each["schedule"]]
    statuses = {(each["planned_start"][:10], each["status"]) for each in rounds}
    assert {("2022-03-21", "withdrawn"), ("2022-03-28", "done"), ("2022-04-04", "accepted")} <= statuses


async def test_a_month_closes_with_a_forgotten_entry(
    build_town: BuildTown, sqlite_address: str, tmp_path: Path
) -> None:
    town = await build_town(sqlite_address)
    await town.open(EMPLOYEE, COORDINATOR)
    await town.clock_to("2022-03-21T16:30:00+01:00")
    await town.see(EMPLOYEE, "Stående arbete måndag 21 mars", "Har du glömt något?", verb="time.confirm")
    await town.clock_to("2022-03-28T15:00:00+02:00")
    async with browsing() as browser, screen_in(browser, town.url, tmp_path, size=PHONE) as phone:
        await phone.show(EMPLOYEE)
        await confirm_today(phone)

        await town.clock_to("2022-04-08T16:30:00+02:00")
        asked = await phone.see(EMPLOYEE, "Stående arbete måndag 21 mars", "Sista dagen att bekräfta")
        await expect(asked).to_contain_text("söndag 10 april")
        await expect(asked.get_by_role("button", name="Bekräfta")).to_have_count(1)
        await phone.picture("month-3-asked-again")

        await town.clock_to("2022-04-11T06:00:00+02:00")
        told = await phone.see(EMPLOYEE, "Nu är mars 2022 stängd")
        await expect(told).to_contain_text("En dags stående arbete, måndag 21 mars, blev aldrig bekräftat.")
        await expect(asked).to_contain_text("Månaden är stängd")
        await expect(asked.get_by_role("button", name="Bekräfta")).to_have_count(0)
        await phone.write(EMPLOYEE, "bekräfta 21 mars")
        # The two cards of that day, and the answer.
        await expect(phone.messages(EMPLOYEE, "Månaden är stängd")).to_have_count(3)
        await phone.picture("month-4-closed")
    await town.see(COORDINATOR, "Nu är mars 2022 stängd. Ali Bok bekräftade aldrig sitt stående arbete en dag")

    await hold_the_books(town)
