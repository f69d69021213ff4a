"""A million made-up activities through the real edge, in batches that each have a bot and a database of their own.

`VAKTIS_TEST_FUZZ=100000 make soak` fires that many instead; `VAKTIS_SEED=…` makes the same ones up again. What was
shown so far is written to docs/evidence/fuzz.json after each batch: a run that is ended counts as far as it came.
"""

import os
import random
import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from tests.fuzz.field import Failure, fielded, fire
from tests.soak.evidence import write_evidence
from tests.stores import Server, create_database, sqlite_at

MILLION = 1_000_000
BATCH = 2500
EACH_ON_POSTGRESQL = 5
"""Of so many batches, one is on PostgreSQL."""
MOST_FAILURES = 20


@dataclass(kw_only=True)
class Run:
    """A run as far as it has come."""

    seed: int
    wanted: int
    began: float = field(default_factory=monotonic)
    fired: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)

    async def fire(self, batch: int, url: str) -> None:
        """Fire a batch at a bot on the database at *url*, and write down how it went."""
        count = min(BATCH, self.wanted - batch * BATCH)
        async with fielded(url) as under_fire:
            found = await fire(under_fire, seed=self.seed + batch, count=count)
        self.failures += found
        self.fired[url.partition("+")[0]] += min(found[-1].number + 1, count) if found else count
        self.answers += Counter(under_fire.outcomes)
        write_evidence("fuzz", self.shown())
        print(f"{self.fired.total()} fired, {len(self.failures)} answered wrongly, VAKTIS_SEED={self.seed}", flush=True)

    def shown(self) -> Mapping[str, object]:
        """Return what the run has shown so far."""
        return {
            "command": f"VAKTIS_SEED={self.seed} VAKTIS_TEST_FUZZ={self.wanted} make soak",
            "seed": self.seed,
            "batch": BATCH,
            "wanted": self.wanted,
            "fired": dict(self.fired),
            "answered_wrongly": [each.told()[:600] for each in self.failures],
            "answers": dict(sorted(self.answers.items())),
            "duration_seconds": round(monotonic() - self.began),
        }


async def test_a_million_made_up_activities_are_all_answered_in_words(
    postgresql: Server, loaded_template: Path, tmp_path: Path
) -> None:
    seed = int(os.environ.get("VAKTIS_SEED") or random.SystemRandom().randrange(1_000_000))
    run = Run(seed=seed, wanted=int(os.environ.get("VAKTIS_TEST_FUZZ") or MILLION))

    for batch in range((run.wanted + BATCH - 1) // BATCH):
        if batch % EACH_ON_POSTGRESQL == EACH_ON_POSTGRESQL - 1:
            url = create_database(postgresql, "loaded")
        else:
            url = sqlite_at(Path(shutil.copy(loaded_template, tmp_path / f"desk{batch}.db")))
        await run.fire(batch, url)
        if len(run.failures) >= MOST_FAILURES:
            break

    assert not run.failures, f"VAKTIS_SEED={seed}\n" + "\n".join(each.told() for each in run.failures)
