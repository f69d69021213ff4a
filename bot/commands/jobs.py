"""`jobs`: tell which slots of the ticks were run, what is due next, and how far the questions of a wave have come."""

import argparse
import json
from datetime import datetime, timedelta

from actions.surveys import progress_of_waves
from bot.commands.frame import Command, demand_database, write_json
from bot.opening import opened
from bot.settings import Settings
from jobs.runner import TROUBLE, Runner
from jobs.schedule import TICKS

LONG_PAST = timedelta(days=1)
"""What was to be tried again longer ago than this has been, or was given up."""


def _add_arguments(_parser: argparse.ArgumentParser) -> None:
    return


async def _run(_arguments: argparse.Namespace, settings: Settings) -> int:
    demand_database(settings)
    async with opened(settings) as (storage, clock):
        now = clock.now()
        async with storage.begin() as work:
            slots = await work.slots.all()
            troubles = await work.settings.starting(TROUBLE)
            waves = await progress_of_waves(work, at=now)
    ran = [
        {"job": job, "slot": slot, "started_at": started.isoformat(), "outcome": outcome}
        for job, slot, started, outcome in slots
    ]
    due = sorted((Runner([tick]).next_due(now), tick.name, tick.missed) for tick in TICKS)
    coming = [{"job": name, "due": moment.isoformat(), "missed": missed} for moment, name, missed in due]
    over = {f"{job}:{slot}" for job, slot, _, _ in slots}
    failing = [_failing(name, noted) for name, noted in sorted(troubles.items()) if name not in over]
    failing = [each for each in failing if datetime.fromisoformat(str(each["again"])) > now - LONG_PAST]
    going = [{"month": month, "owed": each.of, "sent": each.sent} for month, each in waves.items()]
    write_json({"now": now.isoformat(), "next": coming, "ran": ran, "failing": failing, "waves": going})
    return 0


def _failing(name: str, noted: str) -> dict[str, object]:
    """Return what a slot that has failed waits for."""
    job, _, slot = name.partition(":")
    return {"job": job, "slot": slot, **json.loads(noted)}


COMMAND = Command(add_arguments=_add_arguments, run=_run)
