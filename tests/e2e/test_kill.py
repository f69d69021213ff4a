"""Stories that touch every verb are played at once while the bot is killed: nothing is lost, nothing is doubled.

Fifty kills, each at another verb: at a random moment of the press, or while the bot waits for a call that it makes.
After each, the desk's clock goes on by half a minute; with many more of them, offers would move on by themselves. The
seed is printed; `VAKTIS_SEED=…` strikes the same steps again, as far as two runs of real processes can be the same.
"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic

from dialogs.routes import VERBS
from tests.e2e.books import let_time_pass, messages_in_flight, under_way
from tests.e2e.conftest import BuildTown
from tests.e2e.ledger import Checker, Ledger, read_books
from tests.e2e.script import SCRIPT
from tests.e2e.stories import Step, Story
from tests.e2e.town import Answer, Town

KILLS = 25
"""On each of the two databases, each at another verb; which of its verbs, the seed decides."""
LONGEST_DELAY_SECONDS = 0.06
HELD_MS = 400
HELD_WITHIN_SECONDS = 2.0
BREATH_SECONDS = 20.0
LEASE_SECONDS = 30
"""A message that was in flight at a kill comes back when its lease is over; nobody waits for that here."""
PATIENCE_SECONDS = 180.0
ASKED_AT = "2022-03-15T15:00:30+01:00"
"""When the month's question has just gone out."""


@dataclass(kw_only=True)
class Kills:
    """Kills the bot and starts it again, one at a time: once for each verb in `steps`, at that press of it.

    `in_flight` counts the messages to each person that nobody knows the fate of.
    """

    town: Town
    chance: random.Random
    steps: Mapping[str, int]
    in_flight: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    count: int = 0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def strike(self, step: Step, doing: "asyncio.Task[Answer]") -> None:
        """Kill at a random moment while *doing* is under way, or while the bot waits for the next call it makes."""
        self.seen[step.verb] += 1
        if self.seen[step.verb] != self.steps.get(step.verb):
            return
        is_held, delay = self.chance.random() < 0.5, self.chance.uniform(0, LONGEST_DELAY_SECONDS)
        async with self.lock:
            print(f"{step.verb}: {'with a call held' if is_held else f'after {1000 * delay:.0f} ms'}", flush=True)
            if is_held:
                await self._until_a_call_is_held(doing)
            else:
                await asyncio.sleep(delay)
            self.town.kill()
            rows = await under_way(self.town.database, "sending")
            self.in_flight += await messages_in_flight(self.town.database)
            self.count += 1
            await let_time_pass(self.town.database, LEASE_SECONDS + 1)
            await self.town.call("DELETE", "/api/faults")
            await self.town.start()
            await self._breathe(rows)

    async def _breathe(self, rows: set[int]) -> None:
        """Let what was in flight at a kill go out before the next, or else the same messages meet each of them."""
        end = monotonic() + BREATH_SECONDS

        async def is_calm() -> bool:
            waiting = await under_way(self.town.database, "pending", "sending")
            return not rows & waiting or monotonic() > end

        await self.town.until(is_calm, what="a breath")

    async def over(self) -> None:
        """Return when the bot is there again."""
        async with self.lock:
            return

    async def find_again(self, who: str, place: str, step: Step) -> str:  # noqa: ARG002  # as Trouble has it
        """Let everybody wait: whatever is owed comes."""
        return ""

    async def _until_a_call_is_held(self, doing: "asyncio.Task[Answer]") -> None:
        """Hold the bot's next call to the connector, and return while it is held; or soon after the step is over."""
        await self.town.call("POST", "/api/faults", {"rules": [{"method": "", "delay_ms": HELD_MS, "times": 1}]})
        end = monotonic() + HELD_WITHIN_SECONDS

        async def is_held() -> bool:
            rules = (await self.town.call("GET", "/api/faults"))["rules"]
            return "'times': 0" in str(rules) or (doing.done() and monotonic() > end)

        await self.town.until(is_held, what="the bot calls the connector")


def seed() -> int:
    return int(os.environ.get("VAKTIS_SEED") or random.SystemRandom().randrange(1_000_000))


def presses_of(script: Sequence[tuple[Sequence[Step], object]]) -> Counter[str]:
    """Return how often each verb is pressed when nothing goes wrong."""
    return Counter(step.verb for steps, _ in script for step in steps if step.verb)


async def assert_agreed(
    town: Town, ledger: Ledger, casts: Mapping[str, Mapping[str, str]], extra: Counter[str]
) -> None:
    """Hold books and chats against the ledger; *extra* messages to each person may stand there twice."""
    checker = Checker(ledger=ledger, books=await read_books(town), cast=casts)
    faults = [*checker.faults_of_storage(), *checker.faults_of_notices()]
    for person in sorted({code for each in casts.values() for code in each.values()} | employees_of(ledger)):
        faults += checker.faults_of_chat(person, (await town.chat(person)).of_bot, extra=extra[person])
    assert not faults, "\n".join(faults)


def employees_of(ledger: Ledger) -> set[str]:
    return {each.employee for each in ledger.entries if each.employee}


def said_again(ledger: Ledger) -> Counter[str]:
    """Return how often each person may have been answered more than the books say.

    Nobody learnt of the first answer, or what was asked for may or may not be about the place.
    """
    again: Counter[str] = Counter()
    for each in ledger.entries:
        if not each.verb or each.is_repeatable:
            again[each.who] += each.tries - 1 + each.may_name_place
    return again


def struck_on(database: str) -> list[str]:
    """Return the verbs that may be struck on one of the databases: every other."""
    return sorted(VERBS)[database.startswith("sqlite") :: 2]


def test_the_script_touches_every_verb_and_each_may_be_struck() -> None:
    assert set(presses_of(SCRIPT)) == set(VERBS)
    assert sorted(struck_on("sqlite") + struck_on("postgresql")) == sorted(VERBS)


async def test_a_kill_at_each_verb_loses_nothing_and_doubles_nothing(build_town: BuildTown, database: str) -> None:
    number = seed()
    print(f"VAKTIS_SEED={number}")
    chance = random.Random(number)
    town, ledger = await build_town(database), Ledger()
    places = [f"Sal B{200 + nth}" for nth in range(len(SCRIPT))]
    casts = dict(zip(places, (each for _, each in SCRIPT), strict=True))
    await town.open(*sorted({code for each in casts.values() for code in each.values()}))
    await town.clock_to(ASKED_AT)
    pressed = presses_of(SCRIPT)
    struck = {verb: chance.randint(1, pressed[verb]) for verb in chance.sample(struck_on(database), KILLS)}
    kills = Kills(town=town, chance=chance, steps=struck)

    async with asyncio.TaskGroup() as group:
        for place, (steps, played) in zip(places, SCRIPT, strict=True):
            story = Story(town=town, ledger=ledger, place=place, cast=played, steps=steps, trouble=kills)
            group.create_task(story.play())
    await town.until_settled(seconds=PATIENCE_SECONDS)

    print(f"{kills.count} kills; in flight at them: {dict(kills.in_flight)}")
    assert kills.count == KILLS
    await assert_agreed(town, ledger, casts, kills.in_flight + said_again(ledger))
