"""An hour of orders through faults of Teams: each alone and mixed, on SQLite and on PostgreSQL with two bots by turns.

`VAKTIS_SOAK_MINUTES=20 make soak` plays that long instead; `VAKTIS_SEED=…` begins with the same round. What was shown
so far is written to docs/evidence/faults.json after each round: a run that is ended counts as far as it came.
"""

import os
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from tests.e2e.rounds import ALONE, Round, random_mix, town_of
from tests.soak.evidence import write_evidence
from tests.stores import Server, sqlite_at

MINUTES = 60.0
ORDERS_FOR_EACH = 3
MIXES = 4
ORDERS_IN_A_MIX = 8


@dataclass(kw_only=True)
class Run:
    """A run as far as it has come."""

    seed: int
    minutes: float
    began: float = field(default_factory=monotonic)
    rounds: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        """Tell whether the time is up."""
        return monotonic() - self.began > self.minutes * 60

    async def play(self, folder: Path, address: str, *, bots: int) -> None:
        """Play a round in a town of its own, and write down how it went."""
        number = self.seed + self.rounds.total()
        async with town_of(folder, address, bots=bots) as town:
            played = Round(town=town, chance=random.Random(number))
            await played.open()
            for kind, share in ALONE.items():
                await played.play({kind: share}, ORDERS_FOR_EACH)
            for _ in range(MIXES):
                await played.play(random_mix(played.chance), ORDERS_IN_A_MIX)
            self.wrong += [f"VAKTIS_SEED={number}, {bots} bots: {each}"[:800] for each in await played.finish()]
        self._count(played, f"{address.partition('+')[0]}, {bots} bots")

    def _count(self, played: Round, where: str) -> None:
        self.rounds[where] += 1
        self.counts += played.counts()
        self.faults += Counter(kind for kind, _ in played.faults.elements())
        write_evidence("faults", self.shown())
        print(f"{self.rounds.total()} rounds, {len(self.wrong)} things wrong, VAKTIS_SEED={self.seed}", flush=True)

    def shown(self) -> Mapping[str, object]:
        """Return what the run has shown so far."""
        return {
            "command": f"VAKTIS_SEED={self.seed} VAKTIS_SOAK_MINUTES={self.minutes:g} make soak",
            "seed": self.seed,
            "minutes_wanted": self.minutes,
            "minutes_run": round((monotonic() - self.began) / 60, 1),
            "rounds": dict(self.rounds),
            "played": dict(self.counts),
            "faults": dict(sorted(self.faults.items())),
            "wrong": self.wrong,
        }


async def test_an_hour_of_faults_loses_nothing_and_lists_what_can_not_be_delivered(
    postgresql: Server, tmp_path: Path
) -> None:
    seed = int(os.environ.get("VAKTIS_SEED") or random.SystemRandom().randrange(1_000_000))
    run = Run(seed=seed, minutes=float(os.environ.get("VAKTIS_SOAK_MINUTES") or MINUTES))

    while not run.is_over:
        number = run.rounds.total()
        folder = tmp_path / f"round{number}"
        folder.mkdir()
        if number % 2:
            postgresql.psql(f"CREATE DATABASE round{number};")
            await run.play(folder, postgresql.get_uri(f"round{number}", driver="asyncpg"), bots=2)
        else:
            await run.play(folder, sqlite_at(folder / "desk.db"), bots=1)

    assert not run.wrong, "\n".join(run.wrong)
