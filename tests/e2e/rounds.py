"""A round of orders played at once while the connector misbehaves, and what is held against the ledger at its end.

`tests/e2e/test_faults.py` plays two hundred orders,
`tests/soak/test_faults.py` one round after another for an hour.
"""

import asyncio
import random
import re
import shutil
from collections import Counter
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.books import Lost, lost
from tests.e2e.door import Door
from tests.e2e.ledger import UNREACHED, Checker, Ledger, read_books
from tests.e2e.programs import PILOT, START, run_forked
from tests.e2e.stories import COORDINATOR, EMPLOYEE, REQUESTER, Step, Story
from tests.e2e.town import Answer, Town

CALLS: Mapping[str, float] = {
    "throttled": 0.25,
    "precondition": 0.25,
    "bad_gateway": 0.25,
    "timeout": 0.25,
    "blocked": 0.1,
    "activity_lost": 0.25,
    "slow": 0.5,
    "cut_before": 0.25,
    "cut_after": 0.2,
}
"""How often each fault of the connector strikes when it is alone; the kinds are those of the emulator."""
DELIVERIES: Mapping[str, float] = {"twice": 0.4, "late": 0.2, "out_of_order": 0.3, "slow_delivery": 0.4}
"""The same for what goes wrong on the way to the bot."""
ALONE: Mapping[str, float] = {**CALLS, **DELIVERIES}
AT_ONCE = 8
SETTINGS = {"VAKTIS_SENDS_PER_SECOND": "200"}
TIME_SCALE = 0.2
NUMBER = re.compile(r"B-20\d\d-\d{4,6}")
TAKEN = 200
REPEATED = "repeated"
"""What came to the bot more than once, though it was taken."""
TOLD = "notice.undeliverable"

COORDINATORS = {"PV1": "SAM1", "PV2": "SAM2", "PV3": "SAM3", "PV4": "SAM4", "PV5": "SAM5", "PV6": "SAM6"}
REQUESTERS = {
    "PV1": ("REK1", "KON11", "KON12"),
    "PV2": ("REK2", "KON22", "KON23"),
    "PV3": ("REK3",),
    "PV4": ("REK4",),
    "PV5": ("CHE5", "KON51", "KON52"),
    "PV6": ("CHE6",),
}
"""PV7 has no agreement yet on the start day."""

SAYS = Step(who=REQUESTER, words="Kan någon tömma soporna i {place} imorgon före 8?")
PLACES = Step(who=REQUESTER, verb="order.place")
OFFERS = Step(who=COORDINATOR, verb="assignment.offer")
WORKS = (
    Step(who=EMPLOYEE, verb="assignment.start"),
    Step(who=EMPLOYEE, verb="assignment.done", inputs={"hours": "0.5"}),
    Step(who=REQUESTER, verb="request.rate", inputs={"rating": "4"}, answer="Tack för ditt betyg"),
)
DONE = (SAYS, PLACES, OFFERS, Step(who=EMPLOYEE, verb="assignment.accept"), *WORKS)
DECLINED = (
    *(SAYS, PLACES, OFFERS, Step(who=EMPLOYEE, verb="assignment.decline")),
    *(Step(who=COORDINATOR, verb="assignment.assign", to_another=True), *WORKS),
)
CANCELLED = (SAYS, PLACES, Step(who=REQUESTER, verb="request.cancel"))
LIVES = (DONE, DONE, DECLINED, DONE, CANCELLED, DONE)

SAID_INSTEAD = {"assignment.accept": "jag tar {number}", "assignment.decline": "jag kan inte ta {number}"}
"""What an employee who was never shown the card says, by the step that it does."""


def wide_pilot(folder: Path) -> Path:
    """Return a copy of the example pilot in which each unit has a coordinator of its own.

    Teams lets two messages a second into a chat for long: with two coordinators for all, a round would mostly wait.
    """
    pilot = folder / "pilot"
    shutil.copytree(PILOT, pilot)
    lines = (PILOT / "people.csv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("SAM")]
    units = {**{code: unit for unit, code in COORDINATORS.items()}, "SAM7": "PV7"}
    own = [
        f"{code},Samordnare {unit},{code.lower()}@vaktis.example,00000000-0000-4000-8000-0000000009{nth:02},"
        f"coordinator,{unit},,,sv"
        for nth, (code, unit) in enumerate(sorted(units.items()))
    ]
    (pilot / "people.csv").write_text("\n".join([*kept, *own]) + "\n", encoding="utf-8")
    return pilot


@asynccontextmanager
async def town_of(folder: Path, address: str, *, bots: int) -> AsyncGenerator[Town]:
    """Give a town on an empty database; several bots share what people do, as replicas behind one address."""
    pilot = wide_pilot(folder)
    loading = {"VAKTIS_DATABASE_URL": address, "VAKTIS_CLOCK": START}
    await asyncio.to_thread(run_forked, ["bot", "load", str(pilot)], folder=folder, settings=loading)
    async with Door(is_shared=True).standing() as door:
        town = Town(
            folder=folder / "town",
            database=address,
            bots=bots,
            door=f"{door.url}/api/messages" if bots > 1 else "",
            people=pilot / "people.csv",
            time_scale=TIME_SCALE,
            settings=SETTINGS,
        )
        async with town:
            door.bots = [town.bot_url(number) for number in range(bots)]
            yield town


@dataclass(kw_only=True)
class Weather:
    """The trouble around a round: nobody is harmed on purpose, but what was blocked never comes.

    Who waits for a card that the desk has given up to deliver asks for it in words.
    """

    town: Town
    found_again: set[tuple[int, str]] = field(default_factory=set)

    async def strike(self, step: Step, doing: "asyncio.Task[Answer]") -> None:
        """Do nothing: the connector does the harm."""

    async def over(self) -> None:
        """Wait a moment: a person presses again when they have seen that nothing came of it."""
        await asyncio.sleep(0.2)

    async def find_again(self, who: str, place: str, step: Step) -> str:
        """Return what *who* says when the card for *step* is among what could not be delivered."""
        for each in await lost(self.town.database, self.town.people):
            if (each.person, each.place) == (who, place) and (each.row, step.verb) not in self.found_again:
                self.found_again.add((each.row, step.verb))
                return self._words(who, place, step)
        return ""

    def _words(self, who: str, place: str, step: Step) -> str:
        if step.verb == PLACES.verb:
            return SAYS.words.format(place=place)
        number = self._number(place)
        return SAID_INSTEAD.get(step.verb, "kö" if who in COORDINATORS.values() else "{number}").format(number=number)

    def _number(self, place: str) -> str:
        """Return the number of the order for *place*, as anybody's card tells it."""
        assert self.town.watch is not None, "nothing runs"
        codes = self.town.watch.codes()
        cards = [card for code in codes for card in self.town.watch.chat(code).of_bot if card.says(place)]
        found = [match[0] for card in cards if (match := NUMBER.search(card.words))]
        assert found, f"nobody sees a number for {place}"
        return found[0]


@dataclass(kw_only=True)
class Round:
    """Orders for places of their own, in one town, by people of six units; then everything is held against the ledger.

    `faults` counts what the connector did wrong, by (kind, person), and `notices` how those that were owed ended.
    `let_go` has the ids of messages that were said not to be there when they were to be changed last.
    """

    town: Town
    chance: random.Random
    ledger: Ledger = field(default_factory=Ledger)
    casts: dict[str, Mapping[str, str]] = field(default_factory=dict)
    faults: Counter[tuple[str, str]] = field(default_factory=Counter)
    notices: Counter[str] = field(default_factory=Counter)
    let_go: frozenset[str] = frozenset()

    async def open(self) -> None:
        """Let everybody have a chat."""
        people = {*COORDINATORS.values(), *(each for group in REQUESTERS.values() for each in group)}
        await self.town.open(*sorted(people))

    async def play(self, mix: Mapping[str, float], orders: int) -> None:
        """Play *orders* at once while faults of *mix* strike by chance, until each has come to its end."""
        seed = self.chance.randrange(1_000_000)
        await self.town.call("POST", "/api/faults", {"mix": dict(mix), "seed": seed})
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(orders):
                    group.create_task(self._story().play())
        finally:
            await self.town.call("DELETE", "/api/faults")

    def _story(self) -> Story:
        nth = len(self.casts)
        unit = list(COORDINATORS)[nth % len(COORDINATORS)]
        requester = self.chance.choice(REQUESTERS[unit])
        place = f"Sal B{100 + nth}"
        self.casts[place] = {REQUESTER: requester, COORDINATOR: COORDINATORS[unit]}
        return Story(
            town=self.town,
            ledger=self.ledger,
            place=place,
            cast=self.casts[place],
            steps=self.chance.choice(LIVES),
            trouble=Weather(town=self.town),
        )

    async def greet(self) -> None:
        """Let everybody write a word: whoever was blocked can be reached again then, and sees how things stand."""
        assert self.town.watch is not None, "nothing runs"
        for person in self.town.watch.codes():
            self.ledger.asked[person] += 1
            await self.town.say(person, "tack")

    async def settle(self) -> None:
        """Wait until the desk owes nobody anything, and write down what the connector did wrong until then."""
        await self.town.until_settled("undeliverable")
        calls = await self.town.log("connector")
        struck = [(str(each["fault_kind"]), str(each["person"])) for each in calls if each["fault"]]
        last = {str(each["path"]).rpartition("/")[2]: each["fault_kind"] for each in calls if each["method"] == "PUT"}
        self.let_go = frozenset(identity for identity, kind in last.items() if kind == "activity_lost")
        deliveries = await self.town.log("delivery")
        taken = Counter((str(each["id"]), str(each["person"])) for each in deliveries if each["status"] == TAKEN)
        self.faults = Counter([*struck, *((REPEATED, person) for (_, person), times in taken.items() if times > 1)])

    async def disagreements(self) -> list[str]:
        """Return all in which the books or what people see differ from what was acknowledged."""
        checker = Checker(ledger=self.ledger, books=await read_books(self.town), cast=self.casts)
        self.notices = Counter(each["status"] for each in checker.books.notices)
        given_up = await lost(self.town.database, self.town.people)
        found = [*checker.faults_of_storage(), *checker.faults_of_notices()]
        people = {code for each in self.casts.values() for code in each.values()}
        people |= {each.employee for each in self.ledger.entries if each.employee}
        for person in sorted(people):
            messages = (await self.town.chat(person)).of_bot
            missing = Counter(each.place for each in given_up if each.person == person and each.place)
            found += checker.faults_of_chat(
                person, messages, extra=self._extra(person), missing=missing, let_go=self.let_go
            )
        return found + await self._untold(given_up, checker.books.notices)

    def _extra(self, person: str) -> int:
        """Return how many messages may stand in a chat beside those that are owed.

        Where a connection was cut after the message had come, nobody can know that it came. A card that Teams does not
        find is sent anew. And what was said again, or asked for, is answered again.
        """
        again = sum(each.tries - 1 for each in self.ledger.entries if each.who == person and not each.verb)
        unknown = self.faults["cut_after", person] + self.faults["activity_lost", person]
        return unknown + again + 2 * self.ledger.asked[person]

    async def _untold(self, given_up: Sequence[Lost], notices: Sequence[Mapping[str, str]]) -> list[str]:
        """Return which notices were given up without a coordinator seeing that."""
        listed = {int(each["id"]) for each in notices if each["status"] == "undeliverable"}
        missing = [each for each in given_up if each.kind not in {"reply", TOLD}]
        faults = [f"{each.kind} to {each.person} is not listed" for each in missing if each.row not in listed]
        told = [each for each in notices if each["kind"] == TOLD]
        if missing and not told:
            faults.append("nobody is told of what could not be delivered")
        for code in sorted({each["recipient"] for each in told if each["status"] == "sent"}):
            seen = [each for each in (await self.town.chat(code)).of_bot if each.says(UNREACHED)]
            faults += [] if seen else [f"{code} does not see what could not be delivered"]
        return faults

    async def finish(self) -> list[str]:
        """Let everything go out, and return all that differs from what was acknowledged."""
        await self.settle()
        await self.greet()
        await self.settle()
        return await self.disagreements()

    def counts(self) -> Counter[str]:
        """Return how much was played, and what the desk says of its notices."""
        return Counter(
            {
                "orders": len(self.casts),
                "tried": sum(each.tries for each in self.ledger.entries),
                "acknowledged": sum(each.is_acknowledged for each in self.ledger.entries),
                **{f"notices {status}": count for status, count in self.notices.items()},
            }
        )

    def summary(self) -> str:
        """Return what was played, in a line."""
        return f"{dict(self.counts())}; faults {dict(Counter(kind for kind, _ in self.faults.elements()))}"


def random_mix(chance: random.Random) -> dict[str, float]:
    """Return a mix of a few kinds of faults, each striking now and then."""
    kinds = chance.sample(sorted(ALONE), k=chance.randint(3, 6))
    return {kind: round(chance.uniform(0.02, 0.12), 3) for kind in kinds}
