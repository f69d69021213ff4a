"""The month's question to ten thousand people at the limits of Teams, which refuses some, with a kill in the middle.

`VAKTIS_SOAK_PEOPLE=2000 make soak` asks that many instead. What came of it is written to docs/evidence/push.json.
"""

import os
from pathlib import Path

from emulator.limits import APP_PER_SECOND
from tests.bench.people import crowd, write_pilot
from tests.e2e.conftest import load
from tests.e2e.pushes import Push
from tests.e2e.town import Town
from tests.soak.evidence import write_evidence
from tests.stores import sqlite_at

PEOPLE = 10_000
REFUSED = 0.01
SEED = 7
SHARE = 0.95


async def test_a_question_reaches_each_of_ten_thousand_once_at_the_limits_of_teams(tmp_path: Path) -> None:
    people = crowd(int(os.environ.get("VAKTIS_SOAK_PEOPLE") or PEOPLE))
    pilot, address = write_pilot(tmp_path / "pilot", people), sqlite_at(tmp_path / "desk.db")
    load(tmp_path, address, pilot)
    settings = {"VAKTIS_SENDS_PER_SECOND": str(APP_PER_SECOND)}
    async with Town(folder=tmp_path / "town", database=address, people=pilot / "people.csv", settings=settings) as town:
        await town.call("POST", "/api/limits", {"on": True})
        await town.call("POST", "/api/faults", {"mix": {"throttled": REFUSED}, "seed": SEED})
        push = Push(town=town, people=people, per_second=APP_PER_SECOND)

        await push.play()

        shown = push.shown()
        command = f"VAKTIS_SOAK_PEOPLE={len(people)} python -m pytest -s tests/soak/test_push.py"
        write_evidence("push", {"command": command, "seed": SEED, "share_refused_by_chance": REFUSED, **shown})
        print(shown, flush=True)
        push.check()
        assert push.share() >= SHARE
