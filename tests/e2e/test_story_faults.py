"""Faults, as they come: a leak and a loose rail in the middle of the night, and a stopped toilet that a landlord owns.

James speaks English and has a phone; the others sit at a desk and speak Swedish, and the landlord has no account.
"""

import asyncio
import re
from datetime import timedelta
from pathlib import Path

from playwright.async_api import Page, expect

from tests.e2e import books
from tests.e2e.conftest import BuildTown
from tests.e2e.screen import PHONE, Screen, browsing, screen_in
from tests.e2e.test_story import letters_of
from tests.e2e.town import Town

TEACHER, PRINCIPAL, COLLEAGUE, COORDINATOR, EMPLOYEE = "KON21", "REK2", "KON22", "SAM1", "SER3"
HEAD = "CHE6"
TO_NIGHT = timedelta(hours=12, minutes=40)
"""From when the pilot is loaded, at 10:00, until 22:40."""


async def leaks(phone: Screen, desk: Screen) -> None:
    """James reports the leak in English; the principal presses me too, and a colleague types it."""
    await phone.write(TEACHER, "Water is leaking from the ceiling in the gym, it is pouring down!")
    receipt = await phone.see(TEACHER, "F-2022-0001")
    for words in ("Emergency: do this first", "Turn the water off", "112", "040-628 04 21", "Passed on"):
        await expect(receipt).to_contain_text(words)
    await phone.picture("leak-1-receipt")

    told = await desk.see(COORDINATOR, "F-2022-0001")
    for words in ("Akut: gör det här först", "Pilotverksamhet 2", "James Holly", "Lokalförvaltningen", "040-628 04 21"):
        await expect(told).to_contain_text(words)

    await desk.write(PRINCIPAL, "vatten rinner från taket i gymnastiksalen")
    same = await desk.see(PRINCIPAL, "F-2022-0001", "Ja, jag följer det")
    aid = await desk.see(PRINCIPAL, "Gör så här först: Stäng av vattnet")
    await expect(aid).to_contain_text("Ring sedan Lokalförvaltningen: 040-628 04 21")
    await desk.picture("leak-2-same")
    await desk.press(same, "Ja, jag följer det")
    await expect(same).to_contain_text("Skickad vidare")

    await desk.write(COLLEAGUE, "det läcker i gymnastiksalen")
    await desk.see(COLLEAGUE, "F-2022-0001", "Ja, jag följer det")
    await desk.write(COLLEAGUE, "jag också")
    await desk.see(COLLEAGUE, "Du följer F-2022-0001 nu")
    await desk.picture("leak-3-joined")


async def rail_comes_loose(phone: Screen, desk: Screen) -> None:
    """The desk's own emergency: answered within an hour by the clock, at night too."""
    await phone.write(TEACHER, "The stairs in House C are dangerous, the handrail is loose and somebody may get hurt")
    receipt = await phone.see(TEACHER, "F-2022-0002")
    for words in ("Help whoever is hurt", "112", "040-628 04 11", "Answer by", "Tuesday 15 March 23:4"):
        await expect(receipt).to_contain_text(words)
    await phone.picture("leak-4-rail")

    given = await desk.see(COORDINATOR, "F-2022-0002", "Förslag: Omar Lind")
    await expect(given).to_contain_text("Svar senast")
    await desk.picture("leak-5-given")
    await desk.press(given, "Tilldela direkt")
    work = await desk.see(EMPLOYEE, "F-2022-0002", "Starta")
    await expect(receipt).to_contain_text("Omar Lind")
    await desk.press(work, "Starta")
    await expect(work).to_contain_text("Pågår")
    await desk.write(EMPLOYEE, "klart, det tog en halvtimme")
    await desk.see(EMPLOYEE, "Klart, tack!")
    await expect(receipt).to_contain_text("How did it go?")
    await desk.picture("leak-6-done")
    await phone.picture("leak-7-done")


async def hold_the_night(town: Town) -> None:
    """Two reports and no third, one passed on and one mended in time; who follows, and what it cost."""
    requests, time = await asyncio.gather(town.export("requests"), town.export("time"))
    leak, rail = requests
    assert (leak["id"], leak["status"], leak["party"], leak["unit"]) == ("F-2022-0001", "forwarded", "property", "PV2")
    assert (rail["id"], rail["status"], rail["party"], rail["requester"]) == ("F-2022-0002", "done", "service", TEACHER)
    assert rail["promised_at"][:14] == "2022-03-15T23:"
    assert rail["done_at"] < rail["promised_at"]
    (entry,) = [each for each in time if each["request"] == rail["id"]]
    assert (entry["person"], entry["hours"]) == (EMPLOYEE, "0.5")
    assert await books.followers(town.database, leak["id"]) == [PRINCIPAL, COLLEAGUE]
    ((to, subject, _),) = letters_of(town)
    assert (to, "F-2022-0001" in subject) == ("fastighet@vaktis.example", True)


async def test_a_leak_at_night_is_met_with_first_aid_and_followed_by_all(
    build_town: BuildTown, sqlite_address: str, tmp_path: Path
) -> None:
    await books.let_time_pass(sqlite_address, TO_NIGHT.total_seconds())
    town = await build_town(sqlite_address)
    async with (
        browsing() as browser,
        screen_in(browser, town.url, tmp_path, size=PHONE) as phone,
        screen_in(browser, town.url, tmp_path) as desk,
    ):
        await phone.show(TEACHER, language="en")
        await desk.show(PRINCIPAL, COLLEAGUE, COORDINATOR, EMPLOYEE)

        await leaks(phone, desk)
        await rail_comes_loose(phone, desk)

        await hold_the_night(town)


async def answer_link(town: Town) -> str:
    """Return the address in the landlord's mail, once it is written."""

    async def is_mailed() -> bool:
        return bool(letters_of(town))

    await town.until(is_mailed, what="the mail is written")
    ((to, _, text),) = letters_of(town)
    found = re.search(r"http://\S+/party/[\w-]+", text)
    assert to == "hyresvard@vaktis.example"
    assert found, text
    return found[0]


async def say_as_landlord(page: Page, step: str, *, words: str = "", day: str = "") -> None:
    """Answer on the landlord's page."""
    await page.get_by_role("radio", name=step).check()
    if day:
        await page.get_by_label("Klart senast (om ni vet)").fill(day)
    await page.get_by_label("Ett ord till anmälaren").fill(words)
    await page.get_by_role("button", name="Skicka svaret").click()
    await expect(page.get_by_role("status")).to_contain_text("Tack")


async def mend_the_toilet(phone: Screen, landlord: Page) -> None:
    """The landlord receives it, asks, is answered, and is done; Åke follows each on his phone."""
    card = await phone.see(HEAD, "F-2022-0001")
    await say_as_landlord(landlord, "Vi har tagit emot det", words="Rörmokaren kommer i morgon.", day="2022-03-16")
    await expect(card).to_contain_text("Extern hyresvärd har tagit emot felanmälan")
    await phone.picture("toilet-2-received")
    await say_as_landlord(landlord, "Vi har en fråga", words="Vilken av toaletterna?")
    await phone.see(HEAD, "Extern hyresvärd har en fråga", "Vilken av toaletterna?")
    await phone.picture("toilet-3-asked")
    await phone.write(HEAD, "den högra, vid dagrummet")
    await phone.see(HEAD, "Tack, det är noterat")
    await expect(card).to_contain_text("Svaret är skickat till Extern hyresvärd")
    await phone.write(HEAD, "hur går det med toaletten?")
    shown = await phone.see(HEAD, "F-2022-0001", "Rörmokaren kommer i morgon.")
    await phone.picture("toilet-4-status")
    await say_as_landlord(landlord, "Det är klart", words="Propp av papper.")
    await expect(shown).to_contain_text("Klar")
    await phone.see(HEAD, "Extern hyresvärd är klar", "Propp av papper.")


async def test_a_stopped_toilet_goes_to_the_landlord_who_answers_by_a_link(
    build_town: BuildTown, sqlite_address: str, tmp_path: Path
) -> None:
    town = await build_town(sqlite_address)
    async with (
        browsing() as browser,
        screen_in(browser, town.url, tmp_path, size=PHONE) as phone,
    ):
        await phone.show(HEAD)
        await phone.write(HEAD, "det är stopp i toaletten på avdelning 1")
        receipt = await phone.see(HEAD, "F-2022-0001")
        for words in ("Stopp i avlopp eller toalett", "Skickad vidare", "Extern hyresvärd", "040-628 04 30"):
            await expect(receipt).to_contain_text(words)
        await phone.picture("toilet-1-receipt")
        landlord = await browser.new_page(locale="sv-SE")
        await landlord.goto(await answer_link(town))
        await expect(landlord.get_by_role("heading", level=1)).to_have_text("Stopp i avlopp eller toalett")

        await mend_the_toilet(phone, landlord)
        await phone.picture("toilet-5-done")

        (request,) = await town.export("requests")
        told = tuple(request[name] for name in ("status", "party", "unit", "place", "object"))
        assert told == ("done", "landlord", "PV6", "toaletten på avdelning 1", "AVLOPP")
        assert any("den högra, vid dagrummet" in text for *_, text in letters_of(town))
