"""Two hundred orders are played while Teams misbehaves, each fault alone and mixed: what is owed arrives, or is listed.

The seed is printed; `VAKTIS_SEED=…` orders the same faults again, as far as two runs of real processes can be the same.
"""

import os
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.rounds import ALONE, CALLS, REPEATED, Round, random_mix, town_of
from tests.stores import create_database, sqlite_at

ORDERS_FOR_EACH = 5
MIXES = 5
ORDERS_IN_A_MIX = 7
"""Thirteen kinds alone and five mixes: a hundred orders on each database."""
EMPTY = "template1"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a round is played: on an empty database, by so many bots that share what people do."""

    folder: Path
    address: str
    bots: int

    async def play(self, mixes: Iterable[Mapping[str, float]], *, orders: int, chance: random.Random) -> Round:
        """Play *orders* at once through each of *mixes*, and hold what came of them against the ledger."""
        async with town_of(self.folder, self.address, bots=self.bots) as town:
            played = Round(town=town, chance=chance)
            await played.open()
            for mix in mixes:
                await played.play(mix, orders)
            found = await played.finish()
            print(played.summary())
            assert not found, "\n".join([*found, town.told()])
        return played


@pytest.fixture(params=["sqlite-1", "postgresql-2"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """One bot on SQLite, then two on PostgreSQL."""
    database, _, bots = str(request.param).partition("-")
    if database == "sqlite":
        return Place(folder=tmp_path, address=sqlite_at(tmp_path / "desk.db"), bots=int(bots))
    server = request.getfixturevalue("postgresql")
    return Place(folder=tmp_path, address=create_database(server, EMPTY), bots=int(bots))


@pytest.fixture
def chance() -> random.Random:
    """Chance that can be had again."""
    number = int(os.environ.get("VAKTIS_SEED") or random.SystemRandom().randrange(1_000_000))
    print(f"VAKTIS_SEED={number}")
    return random.Random(number)


async def test_every_notice_arrives_or_is_listed_whatever_one_fault_does(place: Place, chance: random.Random) -> None:
    alone = [{kind: share} for kind, share in ALONE.items()]

    played = await place.play(alone, orders=ORDERS_FOR_EACH, chance=chance)

    struck, expected = {kind for kind, _ in played.faults}, {*CALLS, REPEATED}
    assert struck >= expected, f"never struck: {expected - struck}"
    assert len(played.casts) == len(ALONE) * ORDERS_FOR_EACH


async def test_every_notice_arrives_or_is_listed_whatever_faults_do_together(
    place: Place, chance: random.Random
) -> None:
    mixes = [random_mix(chance) for _ in range(MIXES)]

    played = await place.play(mixes, orders=ORDERS_IN_A_MIX, chance=chance)

    assert played.faults, f"nothing went wrong: {mixes}"
    assert len(played.casts) == MIXES * ORDERS_IN_A_MIX
