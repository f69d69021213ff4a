"""The story, played in a browser by people side by side; each sees the others' steps on the cards that they have."""

import re
from email import message_from_bytes, policy
from pathlib import Path

from playwright.async_api import Locator, expect

from tests.e2e import books
from tests.e2e.conftest import BuildTown
from tests.e2e.screen import PHONE, Screen, screen_on
from tests.e2e.town import Town

SENTENCE = "Kan någon byta lysröret i sal B214 imorgon före 8?"
QUESTION = "Hur många timmar i veckan har frigjorts till ert kärnuppdrag?"
U1 = "Uppföljningsrapport delår 1 2022"
JOURNEY_MS = 150_000
"""Forty-five days with a good thousand messages to fifty people: half a minute by itself, more where others compute."""
LEAK = "vatten läcker från taket i gymnastiksalen"


async def order_lamp(screen: Screen) -> Locator:
    """REK1 writes the sentence, reads the card and orders; return REK1's card."""
    before = await screen.messages("REK1").count()
    await screen.write("REK1", SENTENCE)
    card = await screen.see("REK1", "Byte av ljuskälla", "Beställ")
    await expect(screen.messages("REK1")).to_have_count(before + 1)
    for words in ("Sal B214", "senast onsdag 16 mars 08:00", "210 kr, ingår i överenskommelsen"):
        await expect(card).to_contain_text(words)
    await expect(card).to_contain_text(re.compile("Utlovad tid|Klart senast"))
    await screen.picture("1-order")
    await screen.press(card, "Beställ")
    await expect(card).to_contain_text("Beställning B-2022-0001")
    await expect(card).to_contain_text("I kö")
    return card


async def offer_to_suggested(screen: Screen) -> str:
    """SAM1 reads who is suggested and why; they are put beside, and SAM1 asks them; return their code."""
    card = await screen.see("SAM1", "Byte av ljuskälla", "Förslag:")
    for words in ("Pilotverksamhet 1", "Maja Ek", "Sal B214", "Har den utbildning som krävs"):
        await expect(card).to_contain_text(words)
    employee = await card.get_by_label("Vem ska få uppdraget?").input_value()
    await screen.picture("2-queue")
    await screen.add(employee)
    await screen.press(card, "Fråga")
    await expect(card).to_contain_text("är tillfrågad")
    return employee


async def work_it_off(screen: Screen, employee: str, order: Locator) -> None:
    """The employee accepts, starts and finishes; each step shows in the card that REK1 has, in place."""
    card = await screen.see(employee, "Byte av ljuskälla", "Jag tar det")
    await screen.press(card, "Jag tar det")
    await expect(order).to_contain_text("Tilldelad")
    await expect(order).to_contain_text("Utförare")
    await screen.press(card, "Starta")
    await expect(order.get_by_text("Pågår").first).to_be_attached()
    await expect(order).to_contain_text("Arbetet började")
    await screen.picture("3-started")
    await screen.fill(card, "Hur många timmar tog det?", "0.5")
    await screen.press(card, "Klart")
    await expect(card).to_contain_text("Klart, tack!")
    await expect(order).to_contain_text("Blev klart")


async def rate(screen: Screen) -> None:
    """REK1 rates with a word."""
    card = await screen.see("REK1", "är klar", "Lämna betyg")
    await card.get_by_label("Vill du säga något mer?").fill("Snabbt och bra")
    await card.get_by_role("radio", name="5 – mycket bra").check()
    await screen.press(card, "Lämna betyg")
    await expect(card).to_contain_text("Tack för ditt betyg")
    await expect(card).to_contain_text("5 – mycket bra")
    await screen.picture("4-rated")


async def answer_the_question(screen: Screen) -> None:
    """The evening comes: one question, answered by one press, and changed."""
    await screen.page.get_by_test_id("clock-evening").click()
    card = await screen.see("REK1", QUESTION)
    await expect(card.locator("time").first).to_have_text("15:00")
    await expect(screen.page.get_by_test_id("clock")).to_contain_text("18:00")
    await screen.fill(card, "Timmar i veckan", "4")
    await screen.picture("5-question")
    await screen.press(card, "Svara")
    await expect(card).to_contain_text("Tack för ditt svar!")
    await screen.press(card, "Ändra mitt svar")
    await screen.fill(card, "Timmar i veckan", "6")
    await screen.press(card, "Svara")
    await expect(card.get_by_test_id("notice").last).to_contain_text("Tack! Ditt svar är noterat.")
    await expect(card.get_by_label("Timmar i veckan")).to_be_hidden()
    await expect(screen.messages("REK1", QUESTION)).to_have_count(1)
    await screen.picture("6-answered")


async def assert_stored(town: Town, employee: str) -> None:
    """Hold what the desk has stored against what was played."""
    (request,) = await town.export("requests")
    assert (request["status"], str(request["rating"]), request["promised_at"]) == (
        "done",
        "5",
        "2022-03-16T08:00:00+01:00",
    )
    (entry,) = await town.export("time")
    assert (entry["person"], float(entry["hours"]), entry["service"]) == (employee, 0.5, "VAK-LAM")


async def test_three_people_play_an_order_from_the_sentence_to_the_rating_and_on(
    build_town: BuildTown, sqlite_address: str, tmp_path: Path
) -> None:
    town = await build_town(sqlite_address)
    async with screen_on(town.url, tmp_path) as screen:
        await screen.show("REK1", "SAM1")

        order = await order_lamp(screen)
        employee = await offer_to_suggested(screen)
        await work_it_off(screen, employee, order)
        await rate(screen)
        await answer_the_question(screen)
        assert await books.answers(town.database) == ["6"]
        await expect(screen.messages(employee, "Hur är din arbetsmiljö just nu?")).to_have_attribute(
            "data-updated", "false"
        )
        await assert_stored(town, employee)

        await screen.add("PL1")
        await screen.travel("2022-04-29T08:00")
        reminder = await screen.see("PL1", U1, patience_ms=JOURNEY_MS)
        await reminder.scroll_into_view_if_needed()
        await expect(screen.page.get_by_test_id("clock")).to_contain_text("08:00")
        await expect(screen.messages("PL1", U1)).to_have_count(1)
        await screen.picture("7-reminder")


def letters_of(town: Town) -> list[tuple[str, str, str]]:
    """Return (to, subject, text) of each mail that the bot has written as a file."""
    read = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in town.folder.glob("var/mail/*.eml")]
    return [(str(each["To"]), str(each["Subject"]), each.get_content()) for each in read]


async def test_a_leak_is_met_with_first_aid_and_reaches_its_party(
    build_town: BuildTown, sqlite_address: str, tmp_path: Path
) -> None:
    """On a phone, where one chat fills the page."""
    town = await build_town(sqlite_address)
    async with screen_on(town.url, tmp_path, size=PHONE) as screen:
        await screen.show("REK1", "SAM1")
        await screen.write("REK1", LEAK)

        receipt = await screen.see("REK1", "F-2022-0001")

        for words in ("Stäng av vattnet om du kan", "112", "040-628 04 21", "Lokalförvaltningen"):
            await expect(receipt).to_contain_text(words)
        await screen.picture("8-leak-phone")

        async def is_mailed() -> bool:
            return bool(letters_of(town))

        await town.until(is_mailed, what="the mail is written")
        ((to, subject, text),) = letters_of(town)
        assert to == "fastighet@vaktis.example"
        assert "F-2022-0001" in subject
        assert "gymnastiksalen" in text.lower()


async def test_an_order_in_english_is_answered_in_english(
    build_town: BuildTown, sqlite_address: str, tmp_path: Path
) -> None:
    town = await build_town(sqlite_address)
    async with screen_on(town.url, tmp_path) as screen:
        await screen.show("KON21", "SAM1", language="en")
        await screen.write("KON21", "Can someone change the light tube in room A102 tomorrow before 8?")

        card = await screen.see("KON21", "Order")

        for words in ("A102", "16 March", "08:00", "SEK"):
            await expect(card).to_contain_text(words)
        await screen.picture("9-english-order")
        await screen.press(card, "Order")
        await expect(card).to_contain_text("B-2022-0001")
        await screen.see("SAM1", "Förslag:", "A102")
        await screen.picture("10-english-ordered")
        (request,) = await town.export("requests")
        assert (request["requester"], request["unit"], request["service"]) == ("KON21", "PV2", "VAK-LAM")
