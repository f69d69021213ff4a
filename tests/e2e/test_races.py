"""Two people want the same thing in the same moment, on two processes: one has it, the other is told how it is."""

import asyncio
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.chats import Said, read_said
from tests.e2e.conftest import BuildTown, load
from tests.e2e.door import Door
from tests.e2e.programs import PILOT
from tests.e2e.town import OLD_CARD, Answer, Town

ROUNDS = 8
NAMES = {"SER1": "Leo Sälg", "SER3": "Omar Lind"}


@pytest.fixture
def shared_address(postgresql_address: str, tmp_path: Path) -> str:
    """A database where SAM2, too, coordinates PV1."""
    pilot = Path(shutil.copytree(PILOT, tmp_path / "pilot"))
    people = (pilot / "people.csv").read_text(encoding="utf-8")
    assert "coordinator,PV5|PV6|PV7" in people
    (pilot / "people.csv").write_text(people.replace("coordinator,PV5|", "coordinator,PV1|PV5|"), encoding="utf-8")
    load(tmp_path, postgresql_address, pilot)
    return postgresql_address


async def order(town: Town, sentence: str, place: str) -> None:
    """Have KON11 order it for a Saturday, which holds no standing work, so that everybody has room in their day."""
    await town.say("KON11", f"{sentence} i {place} på lördag")
    card = await town.see("KON11", place, verb="order.place")
    assert (await town.press("KON11", card, "order.place")).card is not None


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What must be stored of the request about a place: its status, and person and status of each assignment."""

    place: str
    status: str
    given: tuple[tuple[str, str], ...] = ()


async def stored(town: Town) -> list[Outcome]:
    """Return what is stored of each request, in the order of their numbers."""
    assignments = await town.export("assignments")
    return [
        Outcome(
            place=each["place"],
            status=each["status"],
            given=tuple((one["person"], one["status"]) for one in assignments if one["request"] == each["id"]),
        )
        for each in await town.export("requests")
    ]


def number_on(card: Said) -> str:
    found = re.search(r"B-2022-\d{4}", card.words)
    assert found is not None
    return found[0]


def won_and_lost(answers: Sequence[Answer]) -> tuple[int, int]:
    """Return who won and who lost: one press was answered with a card, the other with words."""
    assert [each.status for each in answers] == [200, 200]
    (won,) = [nth for nth, each in enumerate(answers) if each.card is not None]
    return won, 1 - won


def words_of(answer: Answer) -> str:
    return str(answer.result.get("value", ""))


async def channel_card(town: Town, place: str, *words: str, verb: str = "") -> Said:
    """Wait for the card of the free work in the channel."""

    async def look() -> Said | None:
        activities = (await town.call("GET", "/api/channel?as=SER1"))["activities"]
        assert isinstance(activities, list)
        said = [read_said(each) for each in activities if not each["deleted"]]
        return next((each for each in said if each.says(place, *words) and (not verb or verb in each.verbs)), None)

    return await town.until(look, what=f"the channel shows {place} {words} {verb}")


async def press_in_channel(town: Town, code: str, card: Said) -> Answer:
    body = {"as": code, "activity": card.id, "action": "assignment.claim"}
    answer = await town.call("POST", "/api/channel/press", body)
    result = answer.get("result")
    return Answer(status=int(str(answer["status"])), result=result if isinstance(result, dict) else {})


async def two_coordinators(town: Town, place: str) -> Outcome:
    """SAM1 gives the lamp to SER1, and SAM2 gives it to SER3."""
    await order(town, "byt lysröret", place)
    people, employees = ("SAM1", "SAM2"), ("SER1", "SER3")
    cards = [await town.see(each, place, verb="assignment.assign") for each in people]

    answers = await asyncio.gather(
        *(
            town.press(who, card, "assignment.assign", person=employee)
            for who, card, employee in zip(people, cards, employees, strict=True)
        )
    )

    won, lost = won_and_lost(answers)
    assert OLD_CARD.search(words_of(answers[lost]))
    await town.see(people[lost], place, "Tilldelad", NAMES[employees[won]])
    await town.see(employees[won], place, verb="assignment.start")
    assert (await town.chat(employees[lost])).find(place) is None
    return Outcome(place=place, status="assigned", given=((employees[won], "accepted"),))


async def two_employees(town: Town, place: str) -> Outcome:
    """SER1 and SER3 both take the lamp, in the channel."""
    await order(town, "byt lysröret", place)
    people = ("SER1", "SER3")
    card = await channel_card(town, place, "Ledigt", verb="assignment.claim")

    answers = await asyncio.gather(*(press_in_channel(town, each, card) for each in people))

    won, lost = won_and_lost(answers)
    assert words_of(answers[lost]) == f"{NAMES[people[won]]} hann före och har tagit {number_on(card)}."
    shown = await channel_card(town, place, f"{NAMES[people[won]]} har tagit det")
    assert shown.id == card.id
    assert "assignment.claim" not in shown.verbs
    await town.see(people[won], place, verb="assignment.start")
    assert (await town.chat(people[lost])).find(place) is None
    return Outcome(place=place, status="assigned", given=((people[won], "accepted"),))


async def approver_and_canceller(town: Town, place: str) -> Outcome:
    """REK1 approves what KON11 cancels."""
    await order(town, "sanera klotter", place)
    asked = await town.see("REK1", place, verb="request.approve")
    own = await town.see("KON11", place, verb="request.cancel")

    answers = await asyncio.gather(
        town.press("REK1", asked, "request.approve"), town.press("KON11", own, "request.cancel")
    )

    won, lost = won_and_lost(answers)
    assert OLD_CARD.search(words_of(answers[lost]))
    status, word = [("queued", "I kö"), ("cancelled", "Avbokad")][won]
    shown = await town.see(["REK1", "KON11"][lost], place, word)
    assert "request.approve" not in shown.verbs
    return Outcome(place=place, status=status)


async def test_of_two_who_want_the_same_at_once_one_has_it_and_the_other_sees_the_truth(
    build_town: BuildTown, shared_address: str
) -> None:
    async with Door(is_shared=True).standing() as door:
        town = await build_town(shared_address, bots=2, door=f"{door.url}/api/messages")
        door.bots = [town.bot_url(0), town.bot_url(1)]
        await town.open("KON11", "REK1", "SAM1", "SAM2", "SER1", "SER3")
        await town.call("POST", "/api/channel/messages", {"as": "SAM1", "text": "visa lediga uppdrag här"})

        outcomes = []
        for nth in range(ROUNDS):
            outcomes.append(await two_coordinators(town, f"sal A{nth}1"))
            outcomes.append(await two_employees(town, f"sal B{nth}2"))
            outcomes.append(await approver_and_canceller(town, f"sal C{nth}3"))

        assert await stored(town) == outcomes
