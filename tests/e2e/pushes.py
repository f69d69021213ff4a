"""The monthly question to very many at the limits of Teams, which refuses some, while the bot is killed in the middle.

`tests/e2e/test_survey_push.py` plays it with five hundred people, `tests/soak/test_push.py` with ten thousand.
"""

import asyncio
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from time import monotonic

import aiohttp

from tests.bench.limited import share_used
from tests.bench.people import Someone
from tests.e2e import books
from tests.e2e.chats import JsonObject
from tests.e2e.town import Town

LEADER = "PL1"
WHEN_IT_GOES_OUT = "2022-03-15T15:00:00+01:00"
MONTH = "2022-03"
QUESTION = "Hur ofta får du hjälp i rätt tid?"
ASKS = "hur går enkäten?"
SENT_OF = re.compile(r"(?P<sent>\d[\d\s]*) av (?P<of>\d[\d\s]*) har fått frågan")
ALL_SENT = re.compile(r"Alla (?P<of>\d[\d\s]*) har fått frågan")
GAUGE = re.compile(rf'^vaktis_wave_questions{{month="{MONTH}",state="sent"}} (?P<sent>[\d.]+)$', re.MULTILINE)
NEVER_SEEN = 10
"""Of so many, one has no chat yet: it is opened first."""
TAKEN = 201
REFUSED = 429
LOOK_EVERY_SECONDS = 0.5


@dataclass(kw_only=True)
class Push:
    """A push in a town whose desk has *people* beside those of the pilot; the bot is killed when half have theirs.

    With *lease_seconds* the desk's clock is put on that far while the bot is down, so that nobody waits for it.
    """

    town: Town
    people: Sequence[Someone]
    per_second: int
    lease_seconds: float = 0.0
    before: Sequence[JsonObject] = ()
    """The bot's calls until the kill, as the emulator wrote them down; `after` those since then."""
    after: Sequence[JsonObject] = ()
    unsettled: frozenset[str] = frozenset()
    """Whose question was being sent at the kill, as the database says."""
    progress: list[int] = field(default_factory=list)
    """How many had got the question, each time that the leader's card or the metrics told another number."""
    took_seconds: float = 0.0

    async def play(self) -> None:
        """Let the question go out, kill the bot in the middle, start it again, and wait until nothing is owed."""
        begun, half = monotonic(), len(self.people) // 2
        await self._meet()
        going = asyncio.create_task(self._let_it_be_time())
        await self._until_asked(half // 2)
        await self.town.say(LEADER, ASKS)
        await self._until_told(self._shown)
        await self._until_told(self._measured)
        await self._until_asked(half)
        self.town.kill()
        going.cancel()
        self.unsettled = frozenset(await books.messages_in_flight(self.town.database))
        self.before = await self.town.log("connector")
        await books.let_time_pass(self.town.database, self.lease_seconds)
        await self.town.start()
        await self._until_told(self._shown)
        await self._until_settled()
        await self._until_all_are_told()
        self.after = (await self.town.log("connector"))[len(self.before) :]
        self.took_seconds = monotonic() - begun

    async def _meet(self) -> None:
        known = [each for each in self.people if each.number % NEVER_SEEN]
        chats = {each.code: f"a:personal-{each.aad_object_id}" for each in known}
        await books.put_chats(self.town.database, chats, f"{self.town.url}/")
        await self.town.open(LEADER)

    async def _let_it_be_time(self) -> None:
        # Nobody answers when the bot is killed meanwhile.
        with suppress(aiohttp.ClientError):
            body = {"to": WHEN_IT_GOES_OUT}
            async with self.town.session.post(f"{self.town.bot_url()}/dev/clock", json=body) as response:
                await response.read()

    async def _until_asked(self, count: int) -> None:
        async def are_asked() -> bool:
            assert self.town.watch is not None, "nothing runs"
            return len(self.town.watch.codes()) > count

        await self.town.until(are_asked, what=f"{count} are asked", seconds=self._patience)

    async def _until_told(self, tell: Callable[[], Awaitable[int]]) -> None:
        """Wait until what *tell* tells is more than it was before."""
        last = self.progress[-1] if self.progress else 0

        async def is_more() -> bool:
            await asyncio.sleep(LOOK_EVERY_SECONDS)
            sent = await tell()
            if sent > last:
                self.progress.append(sent)
            return sent > last

        await self.town.until(is_more, what=f"more than {last} have got the question", seconds=self._patience)

    async def _until_settled(self) -> None:
        # Whoever reads the whole outbox again and again slows down what is measured.
        await self._until_asked(len(self.people))

        async def is_settled() -> bool:
            await asyncio.sleep(LOOK_EVERY_SECONDS)
            return set(await books.statuses(self.town.database)) <= {"sent", "skipped", "waiting"}

        await self.town.until(is_settled, what="every row of the outbox is sent", seconds=self._patience)

    async def _until_all_are_told(self) -> None:
        """Wait until the leader's card says by itself that all have got the question."""

        async def is_told() -> bool:
            return ALL_SENT.search(self._card()) is not None

        await self.town.until(is_told, what="the leader sees that all have got the question")

    async def _shown(self) -> int:
        found = SENT_OF.search(self._card())
        return _number(found["sent"]) if found else 0

    async def _measured(self) -> int:
        async with self.town.session.get(f"{self.town.bot_url()}/metrics") as response:
            found = GAUGE.search(await response.text())
        return int(float(found["sent"])) if found else 0

    def _card(self) -> str:
        assert self.town.watch is not None, "nothing runs"
        shown = self.town.watch.chat(LEADER).find("har fått frågan")
        return shown.words if shown else ""

    @property
    def _patience(self) -> float:
        return 60 + 4 * len(self.people) / self.per_second

    # What came of it

    @cached_property
    def came(self) -> Counter[str]:
        """Return how many messages came to each person."""
        return _taken([*self.before, *self.after])

    def copies(self) -> Counter[str]:
        """Return how often the question stands in each person's chat."""
        assert self.town.watch is not None, "nothing runs"
        chats = {each.code: self.town.watch.chat(each.code).of_bot for each in self.people}
        return Counter({code: sum(said.says(QUESTION) for said in chat) for code, chat in chats.items()})

    @property
    def unknown(self) -> frozenset[str]:
        """Return to whom the question had come at the kill before that was written down: nobody can know of it."""
        return self.unsettled & set(_taken(self.before))

    @property
    def throttled(self) -> int:
        """Return how many calls were refused by chance."""
        return sum(call["status"] == REFUSED and call["fault"] is True for call in [*self.before, *self.after])

    @property
    def over_the_limit(self) -> int:
        """Return how many calls were refused because there were too many."""
        return sum(call["status"] == REFUSED and not call["fault"] for call in [*self.before, *self.after])

    def shares(self) -> list[float]:
        """Return how much of the limit was used before and after the kill, while anybody had not been tried yet."""
        return [share_used([times], per_second=self.per_second) for times in self._stretches()]

    def share(self) -> float:
        """Return how much of the limit was used while the bot was up and anybody had not been tried yet."""
        return share_used(self._stretches(), per_second=self.per_second)

    def _stretches(self) -> list[list[float]]:
        tried: set[str] = set()
        stretches: list[list[float]] = []
        for calls in (self.before, self.after):
            news = [nth for nth, call in enumerate(calls) if _is_new(call, tried)]
            made = calls[: news[-1] + 1] if news else []
            stretches.append([datetime.fromisoformat(str(call["time"])).timestamp() for call in made])
        return stretches

    def shown(self) -> Mapping[str, object]:
        """Return the figures."""
        return {
            "people": len(self.people),
            "limit_per_second": self.per_second,
            "share_of_the_limit": round(self.share(), 3),
            "share_before_and_after_the_kill": [round(each, 3) for each in self.shares()],
            "calls": len(self.before) + len(self.after),
            "refused_by_chance": self.throttled,
            "refused_by_the_limit": self.over_the_limit,
            "being_sent_at_the_kill": len(self.unsettled),
            "of_those_had_come": len(self.unknown),
            "lost": sum(not count for count in self.copies().values()),
            "twice": sum(count > 1 for count in self.copies().values()),
            "progress_shown": self.progress,
            "took_seconds": round(self.took_seconds, 1),
        }

    def check(self) -> None:
        """Hold what came against what was owed: to each person once, twice only to those of whom nobody can know."""
        copies, asked = self.copies(), {each.code for each in self.people}
        assert {code for code, count in copies.items() if not count} == set(), "lost"
        assert {code for code, count in copies.items() if count > 1} == self.unknown & asked, "twice"
        assert max(copies.values()) <= 2  # once before the kill, once after it
        assert {code: count for code, count in self.came.items() if code in asked} == copies
        assert self.over_the_limit == 0
        assert self.throttled > 0


def _is_new(call: JsonObject, tried: set[str]) -> bool:
    """Tell whether the call is the first to its person, and remember it."""
    person = str(call["person"])
    is_new = person not in tried
    tried.add(person)
    return is_new


def _taken(calls: Sequence[JsonObject]) -> Counter[str]:
    return Counter(
        str(call["person"])
        for call in calls
        if call["method"] == "POST" and call["status"] == TAKEN and str(call["path"]).endswith("/activities")
    )


def _number(written: str) -> int:
    return int("".join(written.split()))
