"""The month's question to five hundred people at the limits of Teams, which refuses some, while the bot is killed."""

import json
from pathlib import Path

from tests.bench.people import crowd, write_pilot
from tests.e2e.conftest import BuildTown, load
from tests.e2e.pushes import Push
from tests.stores import sqlite_at

PEOPLE = 500
PER_SECOND = 50
REFUSED = 0.02
LEASE_SECONDS = 31
SHARE = 0.4
"""Of the limit, in a few seconds of a machine that does much else; `make soak` and `make bench` tell what it is."""


async def test_a_question_reaches_each_of_five_hundred_once_though_teams_refuses_some_and_the_bot_is_killed(
    build_town: BuildTown, tmp_path: Path
) -> None:
    people, address = crowd(PEOPLE), sqlite_at(tmp_path / "desk.db")
    pilot = write_pilot(tmp_path / "pilot", people)
    load(tmp_path, address, pilot)
    settings = {"VAKTIS_SENDS_PER_SECOND": str(PER_SECOND)}
    town = await build_town(address, people=pilot / "people.csv", settings=settings, time_scale=0.2)
    await town.call("POST", "/api/limits", {"on": True, "app_per_second": PER_SECOND})
    await town.call("POST", "/api/faults", {"mix": {"throttled": REFUSED}, "seed": 7})
    push = Push(town=town, people=people, per_second=PER_SECOND, lease_seconds=LEASE_SECONDS)

    await push.play()

    print(push.shown())
    push.check()
    assert push.share() >= SHARE
    (wave,) = json.loads(await town.bot("jobs"))["waves"]
    assert wave["sent"] == wave["owed"] > PEOPLE
