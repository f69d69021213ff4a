"""Orders are played while Teams misbehaves, each fault alone and then mixed: what is owed arrives, or is listed.

The seed is printed; `VAKTIS_SEED=…` orders the same faults again, as far as two runs of real processes can be the same.
"""

import os
import random
from pathlib import Path

from tests.e2e.conftest import BuildTown, load
from tests.e2e.door import Door
from tests.e2e.rounds import ALONE, CALLS, REPEATED, SETTINGS, TIME_SCALE, Round, random_mix, wide_pilot
from tests.stores import Server, sqlite_at

ORDERS_FOR_EACH = 5
MIXES = 5
ORDERS_IN_A_MIX = 7
"""Thirteen kinds alone and five mixes: a hundred orders on each database."""


def seed() -> int:
    return int(os.environ.get("VAKTIS_SEED") or random.SystemRandom().randrange(1_000_000))


async def play_all(played: Round) -> None:
    await played.open()
    for kind, share in ALONE.items():
        await played.play({kind: share}, ORDERS_FOR_EACH)
    for _ in range(MIXES):
        await played.play(random_mix(played.chance), ORDERS_IN_A_MIX)
    await played.settle()
    await played.greet()
    await played.settle()
    print(played.summary())


def assert_each_fault_struck(played: Round) -> None:
    struck = {kind for kind, _ in played.faults}
    expected = {*CALLS, REPEATED}
    assert struck >= expected, f"never struck: {expected - struck}"


async def test_every_notice_arrives_or_is_listed_whatever_teams_does(build_town: BuildTown, tmp_path: Path) -> None:
    number = seed()
    print(f"VAKTIS_SEED={number}")
    pilot, address = wide_pilot(tmp_path), sqlite_at(tmp_path / "desk.db")
    load(tmp_path, address, pilot)
    town = await build_town(address, people=pilot / "people.csv", time_scale=TIME_SCALE, settings=SETTINGS)
    played = Round(town=town, chance=random.Random(number))

    await play_all(played)

    assert_each_fault_struck(played)
    faults = await played.disagreements()
    assert not faults, "\n".join(faults)


async def test_two_bots_deliver_every_notice_or_list_it_whatever_teams_does(
    build_town: BuildTown, postgresql: Server, tmp_path: Path
) -> None:
    number = seed()
    print(f"VAKTIS_SEED={number}")
    pilot = wide_pilot(tmp_path)
    postgresql.psql("CREATE DATABASE faults;")
    address = postgresql.get_uri("faults", driver="asyncpg")
    load(tmp_path, address, pilot)
    async with Door(is_shared=True).standing() as door:
        town = await build_town(
            address,
            bots=2,
            door=f"{door.url}/api/messages",
            people=pilot / "people.csv",
            time_scale=TIME_SCALE,
            settings=SETTINGS,
        )
        door.bots = [town.bot_url(0), town.bot_url(1)]
        played = Round(town=town, chance=random.Random(number))

        await play_all(played)

        assert_each_fault_struck(played)
        faults = await played.disagreements()
    assert not faults, "\n".join(faults)
