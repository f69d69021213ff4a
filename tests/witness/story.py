"""The order story, from the sentence to the rating, as the proofs in the browser play it."""

from tests.e2e.test_story import SENTENCE
from tests.witness.people import CAST, ORDERS, PLANS, WORKS
from tests.witness.seats import Sight
from tests.witness.stands import Stand

LAMP = "Byte av ljuskälla"
STORY_SO_FAR = "Det här har hänt"
"""The heading of the events on the order's own card; the rating card has none."""


async def play(stand: Stand) -> list[Sight]:
    """Play it, and return what each had before them after each step."""
    welcomed = [await stand.seats[code].sight("welcome", "Vaktis") for code in CAST]
    return [*welcomed, *await _order(stand), *await _plan(stand), *await _work(stand), *await _rate(stand)]


async def _order(stand: Stand) -> list[Sight]:
    seat = stand.seats[ORDERS]
    await seat.write(SENTENCE)
    asked = await seat.sight("the order card", LAMP, "Beställ", "senast onsdag 16 mars 08:00")
    card = await seat.see(LAMP, "Beställ")
    await seat.press(card, "Ändra")
    opened = await seat.sight("its fields are opened", LAMP, "Spara ändringen")
    await seat.press(card, "Beställ")
    return [asked, opened, await seat.sight("the order is placed", "Beställning B-2022-0001", "I kö")]


async def _plan(stand: Stand) -> list[Sight]:
    seat = stand.seats[PLANS]
    queued = await seat.sight("the coordinator's card", LAMP, "Förslag:")
    await seat.press(await seat.see(LAMP, "Förslag:"), "Fråga")
    return [queued, await seat.sight("the employee is asked", LAMP, "är tillfrågad")]


async def _work(stand: Stand) -> list[Sight]:
    seat, orderer = stand.seats[WORKS], stand.seats[ORDERS]
    sights = [await seat.sight("the employee's card", LAMP, "Jag tar det")]
    card = await seat.see(LAMP, "Jag tar det")
    await seat.press(card, "Jag tar det")
    sights += [await seat.sight("taken on", LAMP, "Starta"), await orderer.sight("taken on", LAMP, "Utförare")]
    await seat.press(card, "Starta")
    sights += [await seat.sight("begun", LAMP, "Klart"), await orderer.sight("begun", LAMP, "Arbetet började")]
    await seat.fill(card, "Hur många timmar tog det?", "0.5")
    await seat.press(card, "Klart")
    return [*sights, await seat.sight("done", "Klart, tack!"), await orderer.sight("done", STORY_SO_FAR, "Blev klart")]


async def _rate(stand: Stand) -> list[Sight]:
    seat = stand.seats[ORDERS]
    asked = await seat.sight("the rating card", "är klar", "Lämna betyg")
    card = await seat.see("är klar", "Lämna betyg")
    await seat.fill(card, "Vill du säga något mer?", "Snabbt och bra")
    await seat.cards.nth(card).get_by_role("radio", name="5 – mycket bra").check()
    await seat.press(card, "Lämna betyg")
    return [asked, await seat.sight("rated", "Tack för ditt betyg")]
