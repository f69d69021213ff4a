"""`jobs`: tell which slots of the ticks were run, and what is due next."""

import argparse

from bot.commands.frame import Command, demand_database, write_json
from bot.settings import Settings
from bot.wiring import opened
from jobs.runner import Runner
from jobs.schedule import TICKS


def _add_arguments(_parser: argparse.ArgumentParser) -> None:
    return


async def _run(_arguments: argparse.Namespace, settings: Settings) -> int:
    demand_database(settings)
    async with opened(settings) as (storage, clock):
        now = clock.now()
        async with storage.begin() as work:
            slots = await work.slots.all()
    ran = [
        {"job": job, "slot": slot, "started_at": started.isoformat(), "outcome": outcome}
        for job, slot, started, outcome in slots
    ]
    due = sorted((Runner([tick]).next_due(now), tick.name) for tick in TICKS)
    coming = [{"job": name, "due": moment.isoformat()} for moment, name in due]
    write_json({"now": now.isoformat(), "next": coming, "ran": ran})
    return 0


COMMAND = Command(add_arguments=_add_arguments, run=_run)
