"""The order story, from the sentence to the rating, as the proofs in the browser play it."""

from collections.abc import Iterator

from tests.e2e.chats import JsonObject
from tests.e2e.test_story import SENTENCE
from tests.witness.people import CAST, ORDERS, PLANS
from tests.witness.seats import Seat, Sight
from tests.witness.stands import Stand

LAMP = "Byte av ljuskälla"
WHO = "Vem ska få uppdraget?"
STORY_SO_FAR = "Det här har hänt"
"""The heading of the events on the order's own card; the rating card has none."""


async def play(stand: Stand) -> list[Sight]:
    """Play it, and return what each had before them after each step."""
    welcomed = [await _welcome(stand.seats[code]) for code in CAST]
    ordered = await _order(stand)
    worker, planned = await _plan(stand)
    return [*welcomed, *ordered, *planned, *await _work(stand, worker), *await _rate(stand)]


async def _welcome(seat: Seat) -> Sight:
    return await seat.sight("welcome", "Vaktis")


def suggested(card: JsonObject) -> str:
    """Return the code of whom the coordinator's card offers the work to: what is chosen in its field.

    Raises:
        AssertionError: nobody is.
    """
    chosen = [each["value"] for each in _parts(card) if each.get("label") == WHO and each.get("value")]
    assert chosen, f"the card suggests nobody for “{WHO}”"
    return str(chosen[0])


def _parts(value: object) -> Iterator[JsonObject]:
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        yield from _parts(each)


async def _order(stand: Stand) -> list[Sight]:
    seat = stand.seats[ORDERS]
    await seat.write(SENTENCE)
    asked = await seat.sight("the order card", LAMP, "Beställ", "senast onsdag 16 mars 08:00")
    card = await seat.see(LAMP, "Beställ")
    await seat.press(card, "Ändra")
    opened = await seat.sight("its fields are opened", LAMP, "Spara ändringen")
    await seat.press(card, "Beställ")
    return [asked, opened, await seat.sight("the order is placed", "Beställning B-2022-0001", "I kö")]


async def _plan(stand: Stand) -> tuple[Seat, list[Sight]]:
    """Let the coordinator ask whom the desk suggests; they sit down before that, so that the question reaches them."""
    seat = stand.seats[PLANS]
    queued = await seat.sight("the coordinator's card", LAMP, "Förslag:")
    worker = await stand.sit_down(suggested(queued.card))
    welcomed = await _welcome(worker)
    await seat.press(await seat.see(LAMP, "Förslag:"), "Fråga")
    return worker, [queued, welcomed, await seat.sight("the employee is asked", LAMP, "är tillfrågad")]


async def _work(stand: Stand, seat: Seat) -> list[Sight]:
    orderer = stand.seats[ORDERS]
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
