"""Somebody is away: the principal who would approve, and the employee who had five assignments that day."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

from playwright.async_api import Locator, expect

from tests.e2e import books
from tests.e2e.conftest import BuildTown
from tests.e2e.screen import PHONE, Screen, browsing, screen_in
from tests.e2e.town import Town

TO_MORNING = timedelta(hours=20, minutes=50)
"""From when the pilot is loaded, at 10:00, until 06:50 of the day after."""
JAMES, NILS, ELSA = "KON21", "REK2", "KON22"
EMIL, MAJA, SICK, FREE, AWAY, COORDINATOR = "KON11", "REK1", "SER5", "SER3", "SER7", "SAM1"
DAY = (
    (EMIL, "byt lampan i biblioteket i dag kl 10", "B-2022-0001"),
    (EMIL, "sätt upp en tavla i expeditionen i dag kl 11", "B-2022-0002"),
    (MAJA, "sanera klotter i aulan i dag kl 13", "B-2022-0003"),
    (JAMES, "fix a broken chair in the library today at 2 pm", "B-2022-0004"),
    (JAMES, "rearrange the desks in room A102 today at 3 pm", "B-2022-0005"),
)


async def order_in_english(phone: Screen) -> Locator:
    """James orders what Nils must approve, on his phone."""
    await phone.write(JAMES, "Remove graffiti in House C on Friday")
    card = await phone.see(JAMES, "Graffiti removal", "Order")
    for words in ("SEK 1,040, included in the agreement", "Needs approval by Nils Ask", "Friday 18 March"):
        await expect(card).to_contain_text(words)
    await phone.picture("absent-1-order")
    await phone.press(card, "Order")
    await expect(card).to_contain_text("B-2022-0001")
    await expect(card).to_contain_text("Nils Ask")
    return card


async def go_away(desk: Screen) -> None:
    """Nils reads the question, has no time, and says who answers while he is away."""
    asked = await desk.see(NILS, "B-2022-0001", "James Holly vill beställa. Godkänner du?")
    await expect(asked).to_contain_text("1 040 kr")
    await desk.write(NILS, "jag är borta 17-25 mars, Elsa godkänner åt mig")
    await desk.see(NILS, "Elsa Kråkbär får godkänna", "torsdag 17 mars – fredag 25 mars")
    await desk.see(ELSA, "Du får godkänna för Nils Ask")
    await desk.picture("absent-2-substitute")


async def test_an_absent_principal_is_reminded_and_the_substitute_answers(
    build_town: BuildTown, sqlite_address: str, tmp_path: Path
) -> None:
    town = await build_town(sqlite_address)
    async with (
        browsing() as browser,
        screen_in(browser, town.url, tmp_path, size=PHONE) as phone,
        screen_in(browser, town.url, tmp_path) as desk,
    ):
        await phone.show(JAMES, language="en")
        await desk.show(NILS, ELSA, COORDINATOR)

        order = await order_in_english(phone)
        await go_away(desk)
        await desk.travel("2022-03-16T10:30")
        asked_at = datetime.fromisoformat((await town.export("requests"))[0]["created_at"])
        await desk.see(NILS, "B-2022-0001", f"Har väntat sedan tisdag 15 mars {asked_at:%H:%M}")
        await desk.picture("absent-3-reminded")
        await desk.travel("2022-03-17T10:30")
        asked = await desk.see(ELSA, "B-2022-0001", "Godkänner du?")
        await expect(asked).to_contain_text("I stället för Nils Ask")
        await desk.picture("absent-4-asked")
        await desk.press(asked, "Godkänn")
        await expect(order).to_contain_text("Approved (Elsa Kråkbär")
        await desk.see(COORDINATOR, "B-2022-0001", "Ska fördelas")
        await desk.write(NILS, "jag är tillbaka")
        await desk.see(NILS, "Du godkänner själv igen")
        await desk.picture("absent-5-approved")
        await phone.picture("absent-6-approved")

        await hold_the_approval(town)


async def hold_the_approval(town: Town) -> None:
    """The order waits for somebody to do it, at no cost beyond the agreement, and the audit says who said yes."""
    (request,), audit = await asyncio.gather(town.export("requests"), town.export("audit"))
    told = (request["status"], request["requester"], request["promised_at"], request["included"], request["charged"])
    assert told == ("queued", JAMES, "2022-03-18T16:00:00+01:00", "1040.00", "0.00")
    said = [(each["what"], each["person"]) for each in audit if each["subject"] == "request:B-2022-0001"]
    assert said == [("placed", JAMES), ("approved", ELSA)]


async def give_the_day(town: Town) -> None:
    """Five assignments are Ali's before the town wakes up; Bo, who could do the same, is free that day."""
    await town.open(EMIL, MAJA, JAMES, SICK, AWAY, COORDINATOR)
    await town.say(AWAY, "jag är ledig i dag")
    for who, words, number in DAY:
        await town.say(who, words)
        await town.press(who, await town.see(who, verb="order.place"), "order.place")
        card = await town.see(COORDINATOR, number, verb="assignment.assign")
        await town.press(COORDINATOR, card, "assignment.assign", person=SICK)
        await town.see(SICK, number, verb="assignment.start")


async def test_what_a_sick_employee_had_is_taken_by_others_and_what_nobody_can_is_shown(
    build_town: BuildTown, sqlite_address: str, tmp_path: Path
) -> None:
    await books.let_time_pass(sqlite_address, TO_MORNING.total_seconds())
    town = await build_town(sqlite_address)
    await give_the_day(town)
    async with (
        browsing() as browser,
        screen_in(browser, town.url, tmp_path, size=PHONE) as phone,
        screen_in(browser, town.url, tmp_path) as desk,
    ):
        await phone.show(SICK)
        await desk.show(COORDINATOR, FREE, EMIL, JAMES)

        await phone.write(SICK, "jag är sjuk idag")
        await phone.see(SICK, "Du är anmäld som borta", "Samordnaren vet")
        await phone.picture("sick-1-phone")
        told = await desk.see(COORDINATOR, "Ali Bok är borta")
        await desk.picture("sick-2-told")
        for number in ("B-2022-0001", "B-2022-0002", "B-2022-0003", "B-2022-0004", "B-2022-0005"):
            await expect(told).to_contain_text(number)
        await expect(told).to_contain_text("Ett uppdrag har ingen än")
        await take_over(desk)
        await desk.picture("sick-3-taken")

        await hold_the_day(town)


async def take_over(desk: Screen) -> None:
    """Omar takes one by press and one by typing; whoever ordered it sees who comes."""
    first = await desk.see(FREE, "B-2022-0001", "Kan du ta det här?")
    await desk.press(first, "Jag tar det")
    await expect(desk.messages(EMIL, "B-2022-0001").last).to_contain_text("Omar Lind")
    await desk.write(FREE, "jag tar B-2022-0004")
    await expect(desk.messages(JAMES, "B-2022-0004").last).to_contain_text("Omar Lind")


async def hold_the_day(town: Town) -> None:
    """Ali has nothing left that day, Omar two of the five, two are asked about and one has nobody."""
    requests, assignments = await asyncio.gather(town.export("requests"), town.export("assignments"))
    assert {each["id"]: each["status"] for each in requests} == {
        "B-2022-0001": "assigned",
        "B-2022-0002": "queued",
        "B-2022-0003": "queued",
        "B-2022-0004": "assigned",
        "B-2022-0005": "queued",
    }
    ordered = [(each["request"], each["person"], each["status"]) for each in assignments if each["request"]]
    assert {(number, status) for number, person, status in ordered if person == SICK} == {
        (number, "handed_over") for _, _, number in DAY
    }
    assert {(number, person, status) for number, person, status in ordered if person != SICK} == {
        ("B-2022-0001", FREE, "accepted"),
        ("B-2022-0002", FREE, "offered"),
        ("B-2022-0004", FREE, "accepted"),
        ("B-2022-0005", FREE, "offered"),
    }
