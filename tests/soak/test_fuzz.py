"""A million made-up activities through the real edge, in batches that each have a bot and a database of their own.

There is one batch more under way than the machine has processors, as a batch waits now and then; each says what it saw
when it is over.

`VAKTIS_TEST_FUZZ=100000 make soak` fires that many instead; `VAKTIS_SEED=…` makes the same ones up again. What was
shown so far is written to docs/evidence/fuzz.json after each batch, beside the runs before it: a run that is ended
counts as far as it came, and a million can be fired in several nights, each on the commit that it names.
"""

import asyncio
import gc
import os
import random
import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from time import monotonic
from typing import Any

from bot.commands.serve import OBJECTS_BETWEEN_LOOKS
from tests.fuzz.field import Failure, fielded, fire
from tests.soak.evidence import commit, read_evidence, write_evidence
from tests.stores import Server, create_database, sqlite_at

MILLION = 1_000_000
BATCH = 2500
EACH_ON_POSTGRESQL = 5
"""Of so many batches, one is on PostgreSQL."""
MOST_FAILURES = 20
AT_ONCE = (os.cpu_count() or 1) + 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Batch:
    """A batch, as it is handed to another process."""

    url: str
    seed: int
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Fired:
    """What came of a batch: how many were fired, how they were answered, and which wrongly."""

    count: int
    answers: Mapping[str, int]
    failures: Sequence[Failure]


def fire_batch(batch: Batch) -> Fired:
    """Fire a batch at a bot on its database, in a process that has nothing else to do."""

    async def fired() -> Fired:
        async with fielded(batch.url) as under_fire:
            found = await fire(under_fire, seed=batch.seed, count=batch.count)
        count = min(found[-1].number + 1, batch.count) if found else batch.count
        return Fired(count=count, answers=dict(under_fire.outcomes), failures=found)

    gc.set_threshold(OBJECTS_BETWEEN_LOOKS, 10, 10)  # as `vaktis serve` does
    return asyncio.run(fired())


def earlier_runs() -> Sequence[Mapping[str, Any]]:
    """Return what the runs before this one have shown."""
    runs: Sequence[Mapping[str, Any]] = read_evidence("fuzz").get("runs", [])
    return runs


@dataclass(kw_only=True)
class Run:
    """A run as far as it has come."""

    seed: int
    wanted: int
    folder: Path
    server: Server
    template: Path
    began: float = field(default_factory=monotonic)
    commit: str = field(default_factory=commit)
    fired: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    before: Sequence[Mapping[str, Any]] = field(default_factory=earlier_runs)

    async def play(self) -> None:
        """Fire all batches, some at once, until too many things are wrong."""
        with ProcessPoolExecutor(AT_ONCE, mp_context=get_context("spawn"), max_tasks_per_child=20) as pool:
            batches = iter(range((self.wanted + BATCH - 1) // BATCH))

            async def work() -> None:
                for number in batches:
                    if len(self.failures) < MOST_FAILURES:
                        await self._fire(number, pool)

            async with asyncio.TaskGroup() as group:
                for _ in range(AT_ONCE):
                    group.create_task(work())

    async def _fire(self, number: int, pool: ProcessPoolExecutor) -> None:
        is_on_server = number % EACH_ON_POSTGRESQL == EACH_ON_POSTGRESQL - 1
        file = self.folder / f"desk{number}.db"
        if is_on_server:
            url = await asyncio.to_thread(create_database, self.server, "loaded")
        else:
            url = sqlite_at(Path(shutil.copy(self.template, file)))
        batch = Batch(url=url, seed=self.seed + number, count=min(BATCH, self.wanted - number * BATCH))
        self._keep(batch, await asyncio.get_running_loop().run_in_executor(pool, fire_batch, batch))
        with suppress(FileNotFoundError):
            file.unlink()

    def _keep(self, batch: Batch, fired: Fired) -> None:
        """Write down how a batch went."""
        self.failures += fired.failures
        self.told += [f"batch VAKTIS_SEED={batch.seed}, {each.told()[:2000]}" for each in fired.failures]
        self.fired[batch.url.partition("+")[0]] += fired.count
        self.answers += Counter(fired.answers)
        runs = [*self.before, self.shown()]
        write_evidence("fuzz", {"fired": sum(sum(run["fired"].values()) for run in runs), "runs": runs})
        print(f"{self.fired.total()} fired, {len(self.failures)} answered wrongly, VAKTIS_SEED={self.seed}", flush=True)

    def shown(self) -> Mapping[str, Any]:
        """Return what the run has shown so far."""
        return {
            "command": f"VAKTIS_SEED={self.seed} VAKTIS_TEST_FUZZ={self.wanted} make soak",
            "commit": self.commit,
            "seed": self.seed,
            "batch": BATCH,
            "wanted": self.wanted,
            "fired": dict(self.fired),
            "answered_wrongly": self.told,
            "answers": dict(sorted(self.answers.items())),
            "duration_seconds": round(monotonic() - self.began),
        }


async def test_a_million_made_up_activities_are_all_answered_in_words(
    postgresql: Server, loaded_template: Path, tmp_path: Path
) -> None:
    seed = int(os.environ.get("VAKTIS_SEED") or random.SystemRandom().randrange(1_000_000))
    wanted = int(os.environ.get("VAKTIS_TEST_FUZZ") or MILLION)
    run = Run(seed=seed, wanted=wanted, folder=tmp_path, server=postgresql, template=loaded_template)

    await run.play()

    assert not run.failures, f"VAKTIS_SEED={seed}\n" + "\n".join(run.told)
    assert run.fired.total() == wanted
