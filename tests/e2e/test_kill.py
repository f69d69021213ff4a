"""Ten orders are played at once, and the bot is killed at ten random moments: nothing is lost, nothing is doubled.

The seed is printed; `VAKTIS_SEED=…` plays the same kills again, as far as two runs of real processes can be the same.
"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import monotonic

from tests.e2e.books import let_time_pass, messages_in_flight, statuses
from tests.e2e.conftest import BuildTown
from tests.e2e.town import Answer, Town

STORIES = 10
LONGEST_DELAY_SECONDS = 0.06
HELD_MS = 400
HELD_WITHIN_SECONDS = 2.0
LEASE_SECONDS = 30
"""A message that was in flight at a kill comes back when its lease is over; nobody waits for that here."""
PATIENCE_SECONDS = 180.0


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing that somebody does in a story: REK1, SAM1 or the employee (`who` is empty) presses a button."""

    verb: str
    who: str = ""
    inputs: tuple[tuple[str, str], ...] = ()


STEPS = (
    Step(verb="", who="REK1"),
    Step(verb="order.place", who="REK1"),
    Step(verb="assignment.offer", who="SAM1"),
    Step(verb="assignment.accept"),
    Step(verb="assignment.start"),
    Step(verb="assignment.done", inputs=(("hours", "0.5"),)),
    Step(verb="request.rate", who="REK1", inputs=(("rating", "4"), ("comment", "Bra"))),
)


@dataclass(kw_only=True)
class Kills:
    """Kills the bot and starts it again, one at a time, and writes down what was in flight."""

    town: Town
    chance: random.Random
    in_flight: Counter[str] = field(default_factory=Counter)
    count: int = 0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def strike(self, doing: "asyncio.Task[Answer]") -> None:
        """Kill at a random moment while *doing* is under way, or while the bot waits for the next call it makes."""
        is_held, delay = self.chance.random() < 0.5, self.chance.uniform(0, LONGEST_DELAY_SECONDS)
        async with self.lock:
            if is_held:
                await self._until_a_call_is_held(doing)
            else:
                await asyncio.sleep(delay)
            self.town.kill()
            self.in_flight += await messages_in_flight(self.town.database)
            self.count += 1
            await let_time_pass(self.town.database, LEASE_SECONDS + 1)
            await self.town.call("DELETE", "/api/faults")
            await self.town.start()

    async def _until_a_call_is_held(self, doing: "asyncio.Task[Answer]") -> None:
        """Hold the bot's next call to the connector, and return while it is held; or soon after the step is over."""
        await self.town.call("POST", "/api/faults", {"rules": [{"method": "", "delay_ms": HELD_MS, "times": 1}]})
        end = monotonic() + HELD_WITHIN_SECONDS

        async def is_held() -> bool:
            rules = (await self.town.call("GET", "/api/faults"))["rules"]
            return "'times': 0" in str(rules) or (doing.done() and monotonic() > end)

        await self.town.until(is_held, what="the bot calls the connector")


@dataclass(kw_only=True)
class Story:
    """One order from the sentence to the rating, for a place of its own. `killed_at` is the step that is struck."""

    town: Town
    kills: Kills
    place: str
    killed_at: int
    employee: str = ""
    said_again: int = 0

    async def play(self) -> None:
        """Take each step; whatever was acknowledged is never done again.

        A refresh that was on its way when the card was pressed can show the card as it was for a moment. A press on
        that is refused, not acknowledged, and the person presses the card that came instead.
        """
        for number, step in enumerate(STEPS):
            await self._take(step, is_struck=number == self.killed_at)
        await self.town.until(self._is_over, what=f"{self.place} is rated", seconds=PATIENCE_SECONDS)

    async def _take(self, step: Step, *, is_struck: bool) -> None:
        do: Callable[[], Awaitable[Answer]] = self._write if not step.verb else lambda: self._press(step)
        if step.verb:
            await self._until_there(step)
        doing = asyncio.ensure_future(do())
        if is_struck:
            await self.kills.strike(doing)
        while not (answer := await doing).is_taken or answer.is_old:
            async with self.kills.lock:
                self.said_again += not step.verb
            doing = asyncio.ensure_future(do())

    async def _write(self) -> Answer:
        return await self.town.say("REK1", f"Kan någon byta lysröret i {self.place} imorgon före 8?")

    async def _until_there(self, step: Step) -> None:
        who, place = step.who or self.employee, self.place

        async def is_there() -> bool:
            return (await self.town.chat(who)).with_verb(step.verb, place) is not None

        await self.town.until(is_there, what=f"{who} can press {step.verb} for {place}", seconds=PATIENCE_SECONDS)

    async def _press(self, step: Step) -> Answer:
        """Press the button; when it is gone, an earlier press that nobody acknowledged has had its effect."""
        who = step.who or self.employee
        card = (await self.town.chat(who)).with_verb(step.verb, self.place)
        if card is None:
            return Answer(status=200, result={})
        if step.verb == "assignment.offer":
            self.employee = card.prefilled("person") or ""
            assert self.employee, card.words
        return await self.town.press(who, card, step.verb, **dict(step.inputs))

    async def _is_over(self) -> bool:
        chat = await self.town.chat("REK1")
        return any(each.says(self.place, "Tack för ditt betyg") for each in chat.of_bot)

    async def assert_everybody_sees_the_end(self) -> None:
        """Hold every card of the story against its end; also the twin of one that was in flight at a kill."""
        ends = {
            "SAM1": ["Klart, utfört av"],
            self.employee: ["Klart, tack!"],
            "REK1": ["Tack för ditt betyg", "  Klar"],
        }
        for code, words in ends.items():
            cards = [each for each in (await self.town.chat(code)).of_bot if each.says(self.place)]
            newest = cards[-1]
            assert any(newest.says(each) for each in words), self.town.told()


def seed() -> int:
    return int(os.environ.get("VAKTIS_SEED") or random.SystemRandom().randrange(1_000_000))


async def until_all_is_settled(town: Town) -> None:
    async def is_settled() -> bool:
        return set(await statuses(town.database)) == {"sent"}

    await town.until(is_settled, what="every row of the outbox is sent", seconds=PATIENCE_SECONDS)


async def assert_stored_once(town: Town, places: list[str], employees: list[str]) -> None:
    """Hold what is stored against what was acknowledged: all of it, once."""
    requests = await town.export("requests")
    assert sorted(each["place"] for each in requests) == sorted(places)
    assert {(each["status"], str(each["rating"])) for each in requests} == {("done", "4")}
    assignments = await town.export("assignments")
    assert sorted(each["person"] for each in assignments) == sorted(employees)
    assert {each["status"] for each in assignments} == {"done"}
    time = await town.export("time")
    assert sorted(each["request"] for each in time) == sorted(each["id"] for each in requests)
    assert sorted(each["person"] for each in time) == sorted(employees)


async def assert_each_is_told(town: Town, kills: Kills, stories: list[Story]) -> None:
    """Hold what stands in each chat against what was owed; more than that is at most what was in flight at a kill."""
    notices = Counter((each["kind"], each["recipient"]) for each in await town.export("notices"))
    employees = Counter(story.employee for story in stories)
    owed = {("request.queued", "SAM1"): STORIES, ("request.done", "REK1"): STORIES}
    assert notices == owed | {("assignment.offer", code): count for code, count in employees.items()}
    said_again = sum(story.said_again for story in stories)
    for code, count in (Counter({"REK1": 2 * STORIES, "SAM1": STORIES}) + employees).items():
        chat = await town.chat(code)
        cards = [each for each in chat.of_bot if "Byte av ljuskälla" in each.words]
        extra = kills.in_flight[code] + (said_again if code == "REK1" else 0)
        assert count <= len(cards) <= count + extra, f"{count} owed, {extra} in flight\n{chat.told()}"


async def test_ten_kills_lose_nothing_and_double_nothing(build_town: BuildTown, database: str) -> None:
    number = seed()
    print(f"VAKTIS_SEED={number}")
    chance = random.Random(number)
    town = await build_town(database)
    await town.open("REK1", "SAM1")
    kills = Kills(town=town, chance=chance)
    places = [f"Sal B{200 + nth}" for nth in range(STORIES)]
    stories = [Story(town=town, kills=kills, place=place, killed_at=chance.randrange(len(STEPS))) for place in places]

    async with asyncio.TaskGroup() as group:
        for story in stories:
            group.create_task(story.play())
    await until_all_is_settled(town)

    assert kills.count == STORIES
    print(f"in flight at kills: {dict(kills.in_flight)}")
    await assert_stored_once(town, places, [story.employee for story in stories])
    await assert_each_is_told(town, kills, stories)
    for story in stories:
        await story.assert_everybody_sees_the_end()
