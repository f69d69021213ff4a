"""The monthly question to 10,000 people, against botbuilder's `continue_conversation` to the same people."""

import asyncio
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import monotonic
from typing import Any

from tests.bench.people import Someone, crowd, write_pilot
from tests.bench.programs import Bot, Connector, desk, echo_bot, load, stand_in
from tests.bench.rows import Row
from tests.bench.wire import ask
from tests.e2e.programs import run

PEOPLE = 10_000
ROUNDS = 3
WARM_UP = 100
ASKED_AT = "2022-03-15T15:00:00+01:00"
PATIENCE_SECONDS = 900.0


async def measure(folder: Path) -> Row:
    """Return the median of the ratios of people per second; the peer writes to a part of the people in each round."""
    people = crowd(PEOPLE)
    ours: list[float] = []
    theirs: list[float] = []
    async with stand_in(folder) as connector, echo_bot(folder) as echo:
        template = await make_template(folder, people, connector)
        await _notify(echo, connector, people[:WARM_UP])
        parts = [people[nth::ROUNDS] for nth in range(ROUNDS)]
        for nth, part in enumerate(parts):
            theirs.append(await _notify(echo, connector, part))
            print(f"  botbuilder   {theirs[-1]:7.1f} people/s", flush=True)
            file = folder / f"desk{nth}.db"
            shutil.copy(template, file)
            ours.append(await _push(folder, file, connector, people))
            print(f"  desk         {ours[-1]:7.1f} people/s", flush=True)
    ratio = median(mine / peer for mine, peer in zip(ours, theirs, strict=True))
    detail = {
        "people_per_second": {"desk": round(median(ours), 1), "botbuilder": round(median(theirs), 1)},
        "people": PEOPLE,
        "rounds": ROUNDS,
    }
    return Row(id="push_free", value=ratio, detail=detail)


async def make_template(folder: Path, people: Sequence[Someone], connector: Connector) -> Path:
    """Return a database with the pilot and everybody's chat."""
    file = folder / "template.db"
    await asyncio.to_thread(load, folder, address_of(file), write_pilot(folder / "pilot", people))
    put = ["tests.bench.books", address_of(file), "--chats", str(len(people)), connector.url]
    await asyncio.to_thread(run, put, folder=folder, settings={})
    return file


def address_of(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


async def _notify(echo: Bot, connector: Connector, people: Sequence[Someone]) -> float:
    """Let the peer write to *people*; return people per second."""
    references = json.dumps([each.reference(connector.url) for each in people]).encode()
    await connector.begin_anew()
    begun = monotonic()
    await ask(echo.port, "POST", "/api/notify", references)
    last = await connector.until(len(people))
    chats = [path.split("/")[3] for path, _ in await connector.kept()]
    assert sorted(chats) == sorted(quoted(each) for each in people), "the peer wrote to everybody once"
    return len(people) / (last - begun)


async def _push(folder: Path, file: Path, connector: Connector, people: Sequence[Someone]) -> float:
    """Let it become 15:00 on the day of the question; return people per second until the last has theirs."""
    async with desk(folder, address_of(file), connector, name=file.stem) as bot:
        await connector.begin_anew()
        begun = monotonic()
        moving = asyncio.create_task(let_it_be_time(bot))
        last = await connector.until(len(people), seconds=PATIENCE_SECONDS)
        await moving
        asked = await chats_asked(connector)
        mine = {quoted(each) for each in people}
        assert sorted(chat for chat in asked if chat in mine) == sorted(mine), (
            "each person is asked once, in their chat"
        )
    stored = json.loads(
        await asyncio.to_thread(run, ["tests.bench.books", address_of(file)], folder=folder, settings={})
    )
    assert stored["statuses"].get("sent", 0) >= len(people), stored["statuses"]
    assert set(stored["statuses"]) <= {"sent", "waiting"}, stored["statuses"]
    return len(people) / (last - begun)


async def stored_in(folder: Path, address: str) -> Mapping[str, Any]:
    """Return what the database holds, as `tests.bench.books` tells it."""
    said = await asyncio.to_thread(run, ["tests.bench.books", address], folder=folder, settings={})
    stored: Mapping[str, Any] = json.loads(said)
    return stored


async def let_it_be_time(bot: Bot) -> None:
    """Move the clock to the hour of the question; returns when all is sent."""
    await ask(bot.port, "POST", "/dev/clock", json.dumps({"to": ASKED_AT}).encode())


async def chats_asked(connector: Connector) -> list[str]:
    """Return in which chats a card with the month's question has come, in the order in which they came."""
    kept = [(path, json.dumps(body)) for path, body in await connector.kept()]
    return [path.split("/")[3] for path, body in kept if '"survey.answer"' in body]


def quoted(someone: Someone) -> str:
    return someone.conversation.replace(":", "%3A")
