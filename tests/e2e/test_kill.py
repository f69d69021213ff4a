"""Stories that touch every verb are played at once while the bot is killed: nothing is lost, nothing is doubled.

Sixty kills, each at another verb of its database: at a random moment of the press, or while the bot waits for a call
that it makes. The seed is printed; `VAKTIS_SEED=…` strikes the same steps again, as far as two runs of real processes
can be the same.
"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic

from dialogs.routes import VERBS
from tests.e2e.books import let_time_pass, messages_in_flight, statuses, under_way
from tests.e2e.conftest import BuildTown
from tests.e2e.ledger import Checker, Ledger, read_books
from tests.e2e.stories import COORDINATOR, EMPLOYEE, PRINCIPAL, REQUESTER, Step, Story
from tests.e2e.town import Answer, Town

KILLS = 30
"""On each of the two databases."""
LONGEST_DELAY_SECONDS = 0.06
HELD_MS = 400
HELD_WITHIN_SECONDS = 2.0
BREATH_SECONDS = 20.0
LEASE_SECONDS = 30
"""A message that was in flight at a kill comes back when its lease is over; nobody waits for that here."""
PATIENCE_SECONDS = 180.0

ORDER = "Kan någon tömma soporna i {place} imorgon före 8?"
ADD_ON = "Kan någon sanera klotter i {place} på fredag?"
LEAK = "det kanske läcker i taket i {place}"

SAYS_ORDER = Step(who=REQUESTER, words=ORDER)
PLACES = Step(who=REQUESTER, verb="order.place")
OFFERS = Step(who=COORDINATOR, verb="assignment.offer")
STARTS = Step(who=EMPLOYEE, verb="assignment.start")
ENDS = Step(who=EMPLOYEE, verb="assignment.done", inputs={"hours": "0.5"})
RATES = Step(who=REQUESTER, verb="request.rate", inputs={"rating": "4", "comment": "Bra"}, answer="Tack för ditt betyg")

WORKED = (
    SAYS_ORDER,
    Step(who=REQUESTER, verb="order.change", inputs={"hours": "1"}),
    PLACES,
    OFFERS,
    Step(who=EMPLOYEE, verb="assignment.accept"),
    STARTS,
    Step(who=EMPLOYEE, verb="assignment.pause"),
    STARTS,
    ENDS,
    RATES,
)
CORRECTED = (
    *WORKED,
    Step(who=EMPLOYEE, words="mina timmar"),
    Step(who=EMPLOYEE, verb="time.correct", on=(), inputs={"hours": "0.75", "reason": "Det tog längre tid"}),
    Step(who=EMPLOYEE, verb="hours.show", on=()),
)
DECLINED = (
    SAYS_ORDER,
    PLACES,
    OFFERS,
    Step(who=EMPLOYEE, verb="assignment.decline"),
    Step(who=COORDINATOR, verb="assignment.assign", to_another=True),
    STARTS,
    Step(who=EMPLOYEE, verb="assignment.handover", inputs={"hours": "0.25"}),
    Step(who=COORDINATOR, verb="assignment.assign", to_another=True),
    STARTS,
    ENDS,
    Step(who=REQUESTER, verb="request.reopen", inputs={"comment": "Ett kärl glömdes"}),
    Step(who=COORDINATOR, verb="assignment.assign"),
    STARTS,
    ENDS,
)
CLAIMED = (
    SAYS_ORDER,
    PLACES,
    Step(who=EMPLOYEE, words="lediga uppdrag", may_name_place=True),
    Step(who=EMPLOYEE, verb="assignment.claim"),
    Step(who=EMPLOYEE, verb="assignment.wait", inputs={"comment": "Vilket kärl i {place}?"}),
    STARTS,
    ENDS,
)
APPROVED = (
    Step(who=REQUESTER, words=ADD_ON),
    PLACES,
    Step(who=PRINCIPAL, verb="request.approve"),
    Step(
        who=REQUESTER,
        verb="request.comment",
        inputs={"comment": "Koden till {place} är 1234"},
        answer="noterat",
        is_repeatable=True,
    ),
    Step(who=REQUESTER, verb="request.change", inputs={"hours": "1"}, answer="är ändrat"),
    Step(who=REQUESTER, verb="request.cancel"),
    Step(who=REQUESTER, verb="request.again", is_repeatable=True),
    Step(who=REQUESTER, verb="order.drop"),
)
REJECTED = (
    Step(who=REQUESTER, words=ADD_ON),
    PLACES,
    Step(
        who=PRINCIPAL,
        verb="request.ask",
        inputs={"comment": "Kan {place} vänta?"},
        answer="är skickad",
        is_repeatable=True,
    ),
    Step(who=PRINCIPAL, verb="request.reject", inputs={"reason": "Inte nu"}),
)
REPORTED = (Step(who=REQUESTER, words=LEAK), Step(who=REQUESTER, verb="issue.report"))
JOINED = (
    Step(who=REQUESTER, words=LEAK),
    Step(who=REQUESTER, verb="issue.report"),
    Step(who=PRINCIPAL, words="vatten läcker från taket i {place}"),
    Step(who=PRINCIPAL, verb="request.join"),
)
RECURRING = (
    Step(who=REQUESTER, words="töm soporna i {place} varje vardag kl 9"),
    PLACES,
    Step(who=REQUESTER, words="mina beställningar"),
    Step(who=REQUESTER, verb="request.show", on=("Dina ärenden",), is_repeatable=True),
    Step(who=REQUESTER, verb="requests.show", on=("Dina ärenden",)),
)
CHANGED = (
    Step(who=REQUESTER, words="töm soporna i {place} varje måndag kl 9"),
    PLACES,
    Step(who=REQUESTER, verb="series.change", inputs={"series-hours": "1"}, answer="är ändrad"),
    Step(who=REQUESTER, words="mina återkommande beställningar"),
    Step(who=REQUESTER, verb="series.skip", answer="hoppas över"),
)
ENDED = (
    Step(who=REQUESTER, words="töm soporna i {place} varje tisdag kl 9"),
    PLACES,
    Step(who=REQUESTER, verb="series.end", answer="är avslutad"),
)
BROWSED = (
    Step(who=REQUESTER, words="vad kan man beställa?"),
    Step(who=REQUESTER, verb="catalogue.show", on=("Det här kan ni beställa",), is_repeatable=True),
    Step(who=REQUESTER, words="sök fönsterputs"),
    Step(who=REQUESTER, verb="order.start", on=()),
    Step(who=REQUESTER, verb="order.drop", on=()),
)
TALK = (
    Step(who=REQUESTER, words="jag vill prata med en människa om {place}"),
    Step(
        who=COORDINATOR,
        verb="human.answer",
        inputs={"answer": "Jag ringer om {place}"},
        answer="Jag har skickat",
        is_repeatable=True,
    ),
    Step(who=REQUESTER, verb="human.done", on=("Jag ringer om {place}",), answer="avslutat"),
)
AWAY = (
    Step(who=REQUESTER, words="mina uppdrag"),
    Step(
        who=REQUESTER,
        verb="absence.report",
        on=(),
        inputs={"date": "2022-05-02", "last": "2022-05-03"},
        is_repeatable=True,
    ),
    Step(who=REQUESTER, verb="absence.end", on=()),
)


SUBSTITUTED = (
    Step(who=PRINCIPAL, words="ersättare"),
    Step(
        who=PRINCIPAL,
        verb="approval.substitute",
        on=(),
        inputs={"person": "KON21", "date": "2022-05-02", "last": "2022-05-03"},
    ),
    Step(who=PRINCIPAL, verb="approval.back", on=()),
    Step(who=PRINCIPAL, words="hur många timmar har vi kvar?"),
    Step(who=PRINCIPAL, verb="agreed.show", on=("Timmar i",), is_repeatable=True),
    Step(who=PRINCIPAL, words="hur håller vi löftena?"),
    Step(who=PRINCIPAL, verb="promises.show", on=("Löften i",), is_repeatable=True),
)
CONFIRMED = (
    Step(who=REQUESTER, words="mitt pass"),
    Step(who=REQUESTER, verb="assignment.show", on=("Din dag",), is_repeatable=True),
    Step(who=REQUESTER, words="mina uppdrag"),
    Step(who=REQUESTER, verb="standing.show", on=("Dina uppdrag",), answer="Okej", is_repeatable=True),
    Step(who=REQUESTER, verb="time.confirm", on=("Ändra timmarna",), inputs={"hours-1": "4"}, answer="Okej"),
)
UNCOVERED = (
    Step(who=REQUESTER, words="mina uppdrag"),
    Step(
        who=REQUESTER,
        verb="absence.report",
        on=(),
        inputs={"date": "2022-03-15", "last": "2022-03-15"},
        answer="Okej",
        is_repeatable=True,
    ),
    Step(who=COORDINATOR, words="visa tavlan", may_name_place=True),
    Step(who=COORDINATOR, verb="board.show", on=("Läget",), is_repeatable=True, may_name_place=True),
    Step(who=COORDINATOR, words="visa tavlan", may_name_place=True),
    Step(who=COORDINATOR, verb="plan.show", on=("Läget",), inputs={"person": "SER6"}, is_repeatable=True),
    Step(who=COORDINATOR, words="vilka kompetenser går ut"),
    Step(who=COORDINATOR, verb="training.show", on=("Utbildningsplaner",), is_repeatable=True),
    Step(who=COORDINATOR, verb="standing.assign", on=("Stående arbete utan utförare",), answer="har fått"),
)

PV7 = ("Överenskommelse AVT-PV7",)
AGREED = (
    Step(who=PRINCIPAL, words="visa vår överenskommelse"),
    Step(who=PRINCIPAL, verb="agreement.decline", on=PV7, inputs={"reason": "Nej"}, answer="inte skrivs på"),
    Step(who=REQUESTER, verb="agreement.change", on=PV7, inputs={"hours-calloff": "30"}, answer="är sparade"),
    Step(who=REQUESTER, verb="agreement.offer", on=PV7, answer="är erbjuden"),
    Step(who=PRINCIPAL, verb="agreement.sign", on=PV7, answer="gäller från"),
    Step(who=REQUESTER, verb="agreement.amend", on=PV7, inputs={"date": "2022-06-01"}, is_repeatable=True),
    Step(who=REQUESTER, verb="agreement.end", on=("Överenskommelse AVT-PV7-2",), answer="tillbakatagen"),
    Step(who=REQUESTER, words="överenskommelser"),
    Step(who=REQUESTER, verb="agreement.show", on=("Överenskommelser",), is_repeatable=True),
    Step(who=REQUESTER, verb="agreement.draft", on=("Överenskommelser",), inputs={"unit": "PV3"}, is_repeatable=True),
    Step(who=REQUESTER, words="visa loggen för AVT-PV7"),
    Step(who=REQUESTER, verb="audit.show", on=("Logg för",), is_repeatable=True),
)
BUNDLED = (
    Step(who=REQUESTER, words="Kan någon tömma soporna i {place} på fredag?"),
    PLACES,
    Step(who=COORDINATOR, words="planera fredag för Bo Avenbok", may_name_place=True),
    Step(who=COORDINATOR, verb="assignment.bundle", answer="har fått"),
    Step(who=EMPLOYEE, verb="assignment.show", is_repeatable=True, may_name_place=True),
    STARTS,
    ENDS,
)


def cast(requester: str, coordinator: str, principal: str = "") -> dict[str, str]:
    played = {REQUESTER: requester, COORDINATOR: coordinator}
    return played | {PRINCIPAL: principal} if principal else played


SCRIPT: Sequence[tuple[Sequence[Step], Mapping[str, str]]] = (
    (WORKED, cast("REK1", "SAM1")),
    (CORRECTED, cast("KON22", "SAM1")),
    (DECLINED, cast("KON11", "SAM1")),
    (DECLINED, cast("KON24", "SAM1")),
    (CLAIMED, cast("REK3", "SAM1") | {EMPLOYEE: "SER5"}),
    (APPROVED, cast("KON12", "SAM1", "REK1")),
    (REJECTED, cast("KON23", "SAM1", "REK2")),
    (REPORTED, cast("KON13", "SAM1")),
    (JOINED, cast("KON15", "SAM1", "KON16")),
    (RECURRING, cast("CHE6", "SAM2")),
    (CHANGED, cast("KON52", "SAM2")),
    (ENDED, cast("CHE5", "SAM2")),
    (BROWSED, cast("KON14", "SAM1")),
    (TALK, cast("KON54", "SAM2")),
    (AWAY, cast("SER12", "SAM2")),
    (CONFIRMED, cast("SER11", "SAM1")),
    (UNCOVERED, cast("SER6", "SAM2")),
    (BUNDLED, cast("KON51", "SAM2") | {EMPLOYEE: "SER7"}),
    (SUBSTITUTED, cast("KON21", "SAM1", "REK2")),
    (AGREED, cast("ADM1", "SAM2", "CHE7")),
)
"""Who plays what; each for a place of its own."""


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
            await self.town.start(has_spare=True)
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


async def until_all_is_settled(town: Town) -> None:
    async def is_settled() -> bool:
        return set(await statuses(town.database)) <= {"sent", "skipped"}

    await town.until(is_settled, what="every row of the outbox is sent", seconds=PATIENCE_SECONDS)


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
    """Return the verbs that are struck on one of the databases; between the two it is each verb, most of them twice."""
    verbs = sorted(VERBS)
    return verbs[:KILLS] if database.startswith("sqlite") else verbs[-KILLS:]


def test_the_script_touches_every_verb_and_each_is_struck() -> None:
    assert set(presses_of(SCRIPT)) == set(VERBS)
    assert {*struck_on("sqlite"), *struck_on("postgresql")} == set(VERBS)


async def test_a_kill_at_each_verb_loses_nothing_and_doubles_nothing(build_town: BuildTown, database: str) -> None:
    number = seed()
    print(f"VAKTIS_SEED={number}")
    chance = random.Random(number)
    town, ledger = await build_town(database), Ledger()
    places = [f"Sal B{200 + nth}" for nth in range(len(SCRIPT))]
    casts = dict(zip(places, (each for _, each in SCRIPT), strict=True))
    await town.open(*sorted({code for each in casts.values() for code in each.values()}))
    pressed = presses_of(SCRIPT)
    struck = {verb: chance.randint(1, pressed[verb]) for verb in struck_on(database)}
    kills = Kills(town=town, chance=chance, steps=struck)

    async with asyncio.TaskGroup() as group:
        for place, (steps, played) in zip(places, SCRIPT, strict=True):
            story = Story(town=town, ledger=ledger, place=place, cast=played, steps=steps, trouble=kills)
            group.create_task(story.play())
    await until_all_is_settled(town)

    print(f"{kills.count} kills; in flight at them: {dict(kills.in_flight)}")
    assert kills.count == KILLS
    await assert_agreed(town, ledger, casts, kills.in_flight + said_again(ledger))
