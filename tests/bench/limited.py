"""The monthly question to 10,000 people at the limits of Teams, with a kill in the middle."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from tests.bench.people import Someone, crowd
from tests.bench.programs import Bot, Connector, desk, stand_in
from tests.bench.push import (
    PATIENCE_SECONDS,
    PEOPLE,
    address_of,
    chats_asked,
    let_it_be_time,
    make_template,
    quoted,
    stored_in,
)
from tests.bench.rows import Row

PER_SECOND = 50
"""What Teams takes from one app in one tenant."""
LOOK_EVERY_SECONDS = 5.0


def share_used(stretches: Sequence[Sequence[float]], *, per_second: int) -> float:
    """Return how much of the limit calls at those times used, while the bot was up; never more than 1.

    Of each stretch the first calls, as many as fit in a second, are left out: they may come at once.
    """
    used = sum(len(times) - per_second for times in stretches)
    return used / sum(per_second * (max(times) - min(times)) for times in stretches)


@dataclass(kw_only=True)
class Push:
    """A push, from the moment of the question until everybody has theirs."""

    folder: Path
    bot: Bot
    connector: Connector
    before: int = 0
    """How many had come when the bot was killed."""
    unsettled: AbstractSet[str] = frozenset()
    """To whom messages were owed that were being sent then, as the database says."""

    async def run(self) -> None:
        """Let the question go out, kill the bot when half have theirs, start it again, and wait for the rest."""
        going = asyncio.create_task(let_it_be_time(self.bot))
        await self.connector.until(PEOPLE // 2, seconds=PATIENCE_SECONDS)
        self.bot.program.kill()
        # A bot that is dead does not answer who moves its clock.
        going.cancel()
        self.before = len(await self.connector.times())
        self.unsettled = frozenset((await self._stored())["sending"])
        await self.bot.start_again()
        await self.connector.until(PEOPLE, seconds=PATIENCE_SECONDS)
        end = monotonic() + PATIENCE_SECONDS
        while not set((await self._stored())["statuses"]) <= {"sent", "waiting"}:
            assert monotonic() < end, self.bot.program.said()
            await asyncio.sleep(LOOK_EVERY_SECONDS)

    async def _stored(self) -> Mapping[str, Any]:
        return await stored_in(self.folder, self.bot.database)


async def measure(folder: Path) -> Row:
    """Return the share of the limit that is used while the bot is up; none is refused, lost or sent twice.

    Of a message that had come when the bot was killed, before that was written down, nobody can know; it is sent again.
    """
    people = crowd(PEOPLE)
    async with stand_in(folder, per_second=PER_SECOND) as connector:
        file = await make_template(folder, people, connector)
        async with desk(folder, address_of(file), connector, per_second=PER_SECOND) as bot:
            await connector.begin_anew()
            push = Push(folder=folder, bot=bot, connector=connector)
            await push.run()
            return await _row(push, people)


async def _row(push: Push, people: Sequence[Someone]) -> Row:
    times, refused = await push.connector.times(), await push.connector.refused()
    asked = await chats_asked(push.connector)
    came, mine = Counter(asked), {quoted(each) for each in people}
    unknown = {quoted(each) for each in people if each.code in push.unsettled} & set(asked[: push.before])
    assert mine <= set(came), f"lost: {len(mine - set(came))}"
    assert {chat for chat, times in came.items() if times > 1 and chat in mine} == unknown
    assert max(came.values()) <= 2  # once before the kill, once after it
    assert refused == 0, f"refused: {refused}"
    stretches = times[: push.before], times[push.before :]
    detail = {
        "people": len(people),
        "per_second": PER_SECOND,
        "share_before_and_after_the_kill": [round(share_used([each], per_second=PER_SECOND), 3) for each in stretches],
        "seconds_between": round(stretches[1][0] - stretches[0][-1], 1),
        "refused": refused,
        "lost": 0,
        "twice_though_known": 0,
        "being_sent_at_the_kill": len(push.unsettled),
        "of_those_had_come": len(unknown),
    }
    return Row(id="push_limited", value=share_used(stretches, per_second=PER_SECOND), detail=detail)
