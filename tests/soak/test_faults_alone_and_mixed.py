"""Orders are played while Teams misbehaves, each fault alone and then mixed: what is owed arrives, or is listed.

The seed is printed; `VAKTIS_SEED=…` orders the same faults again, as far as two runs of real processes can be the same.
"""

import os
import random
from pathlib import Path

from tests.e2e.rounds import ALONE, CALLS, REPEATED, Round, random_mix, town_of
from tests.stores import Server, sqlite_at

ORDERS_FOR_EACH = 5
MIXES = 5
ORDERS_IN_A_MIX = 7
"""Thirteen kinds alone and five mixes: a hundred orders on each database."""


def seed() -> int:
    return int(os.environ.get("VAKTIS_SEED") or random.SystemRandom().randrange(1_000_000))


async def play_all(folder: Path, address: str, *, bots: int) -> None:
    """Play a hundred orders through each fault alone and through mixes, and hold what came of it against the ledger."""
    number = seed()
    print(f"VAKTIS_SEED={number}")
    async with town_of(folder, address, bots=bots) as town:
        played = Round(town=town, chance=random.Random(number))
        await played.open()
        for kind, share in ALONE.items():
            await played.play({kind: share}, ORDERS_FOR_EACH)
        for _ in range(MIXES):
            await played.play(random_mix(played.chance), ORDERS_IN_A_MIX)
        found = await played.finish()
        print(played.summary())
        struck, expected = {kind for kind, _ in played.faults}, {*CALLS, REPEATED}
        assert struck >= expected, f"never struck: {expected - struck}"
        assert not found, "\n".join([*found, town.told()])


async def test_every_notice_arrives_or_is_listed_whatever_teams_does(tmp_path: Path) -> None:
    await play_all(tmp_path, sqlite_at(tmp_path / "desk.db"), bots=1)


async def test_two_bots_deliver_every_notice_or_list_it_whatever_teams_does(postgresql: Server, tmp_path: Path) -> None:
    postgresql.psql("CREATE DATABASE faults;")
    await play_all(tmp_path, postgresql.get_uri("faults", driver="asyncpg"), bots=2)
