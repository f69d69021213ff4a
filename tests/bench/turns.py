"""Order turns per second, durable and with their card out, against botbuilder's own echo bot under the same load."""

import asyncio
import json
from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from time import monotonic

from tests.bench.people import Someone, activity_id, crowd, draft_id, write_pilot, written
from tests.bench.programs import Bot, Connector, databases, desk, echo_bot, stand_in
from tests.bench.rows import Row
from tests.bench.wire import Caller
from tests.e2e.programs import run

CARD = "application/vnd.microsoft.card.adaptive"
CONNECTIONS = 16
PEOPLE = 192
ROUNDS = 5
TURNS = {"botbuilder": 200, "sqlite": 600, "postgresql": 600}
"""How many turns a round has: some seconds of each."""
WARM_UP = 200
_numbers = count(1)


@dataclass(frozen=True, kw_only=True)
class Load:
    """A round of turns: each connection writes in chats of its own, the next when the one before is acknowledged."""

    bot: Bot
    connector: Connector
    people: Sequence[Someone]
    turns: int

    async def run(self) -> tuple[float, list[tuple[Someone, str]]]:
        """Return turns per second from the first call until the last is acknowledged and its message out."""
        await self.connector.begin_anew()
        name = f"t{next(_numbers)}"
        asked = [(self.people[nth % len(self.people)], f"{name}-{nth}", nth) for nth in range(self.turns)]
        async with AsyncExitStack() as stack:
            callers = [await stack.enter_async_context(Caller("127.0.0.1", self.bot.port)) for _ in range(CONNECTIONS)]
            calls = [self._calls(caller, asked[nth::CONNECTIONS]) for nth, caller in enumerate(callers)]
            begun = monotonic()
            await asyncio.gather(*(_make(caller, mine) for caller, mine in zip(callers, calls, strict=True)))
            acknowledged = monotonic()
            sent = await self.connector.until(self.turns)
        return self.turns / (max(acknowledged, sent) - begun), [(someone, turn) for someone, turn, _ in asked]

    def _calls(self, caller: Caller, asked: Sequence[tuple[Someone, str, int]]) -> list[bytes]:
        bodies = [written(one, turn, nth=nth, service_url=self.connector.url) for one, turn, nth in asked]
        return [caller.request("POST", "/api/messages", body) for body in bodies]


async def _make(caller: Caller, calls: Sequence[bytes]) -> None:
    for each in calls:
        status, answer = await caller.call(each)
        assert 200 <= status < 300, answer[:500]


@asynccontextmanager
async def _desks(folder: Path, connector: Connector) -> AsyncGenerator[list[Bot]]:
    people = crowd(PEOPLE)
    pilot = write_pilot(folder / "pilot", people)
    async with databases(folder, pilot) as addresses, AsyncExitStack() as stack:
        yield [
            await stack.enter_async_context(desk(folder, address, connector, name=name))
            for name, address in addresses.items()
        ]


async def measure(folder: Path) -> Row:
    """Return the worse of the ratios on SQLite and on PostgreSQL, each the median of those of the rounds."""
    async with stand_in(folder) as connector, _desks(folder, connector) as desks, echo_bot(folder) as echo:
        rates: dict[str, list[float]] = {bot.name: [] for bot in (echo, *desks)}
        spent: dict[str, list[float]] = {bot.name: [] for bot in (echo, *desks)}
        made: dict[str, list[tuple[Someone, str]]] = {bot.name: [] for bot in (echo, *desks)}
        for nth in range(ROUNDS + 1):
            for bot in (echo, *desks):
                turns = TURNS[bot.name] if nth else WARM_UP
                load = Load(bot=bot, connector=connector, people=crowd(PEOPLE), turns=turns)
                before = bot.processor_seconds
                rate, asked = await load.run()
                busy_ms = (bot.processor_seconds - before) / turns * 1000
                made[bot.name] += asked
                await _check_sent(connector, asked, is_desk=bot is not echo)
                if nth:
                    rates[bot.name].append(rate)
                    spent[bot.name].append(busy_ms)
                    print(f"  {bot.name:<12} {rate:7.1f} turns/s {busy_ms:6.2f} ms of processor a turn", flush=True)
        for bot in desks:
            await _check_stored(folder, bot, made[bot.name])
    return _row(rates, spent)


def _row(rates: dict[str, list[float]], spent: dict[str, list[float]]) -> Row:
    peer = rates.pop("botbuilder")
    ratios = {
        name: median(ours / theirs for ours, theirs in zip(each, peer, strict=True)) for name, each in rates.items()
    }
    detail = {
        "ratios": {name: round(ratio, 2) for name, ratio in ratios.items()},
        "turns_per_second": {name: round(median(each), 1) for name, each in {"botbuilder": peer, **rates}.items()},
        "processor_ms_per_turn": {name: round(median(each), 2) for name, each in spent.items()},
        "rounds": ROUNDS,
        "connections": CONNECTIONS,
    }
    return Row(id="turn_vs_botbuilder", value=min(ratios.values()), detail=detail)


async def _check_sent(connector: Connector, asked: Sequence[tuple[Someone, str]], *, is_desk: bool) -> None:
    """Hold what came to the connector against what was asked: one message a turn, and of the desk that turn's card."""
    await asyncio.sleep(0.2)
    kept = await connector.kept()
    assert len(kept) == len(asked), f"{len(asked)} turns, {len(kept)} messages"
    if not is_desk:
        echoed = sorted(str(body["replyToId"]) for _, body in kept)
        assert echoed == sorted(activity_id(someone, turn) for someone, turn in asked)
        return
    cards = [json.dumps(body, ensure_ascii=False) for _, body in kept]
    assert not (bare := [card[:500] for card in cards if CARD not in card]), bare[:5]
    drafts = {draft_id(someone, turn): someone for someone, turn in asked}
    shown = [_draft_in(card) for card in cards]
    assert sorted(shown) == sorted(drafts), "each turn gets the card of its own order, once"
    for (path, _), draft in zip(kept, shown, strict=True):
        assert drafts[draft].conversation.replace(":", "%3A") in path


def _draft_in(card: str) -> str:
    return card.partition('"draft:')[2][:32]


async def _check_stored(folder: Path, bot: Bot, asked: Sequence[tuple[Someone, str]]) -> None:
    """Hold the database against what was asked: one draft a turn, and every message of the outbox sent."""
    stored = json.loads(await asyncio.to_thread(run, ["tests.bench.books", bot.database], folder=folder, settings={}))
    assert stored["drafts"] == sorted(draft_id(someone, turn) for someone, turn in asked)
    assert set(stored["statuses"]) <= {"sent"}, stored["statuses"]
