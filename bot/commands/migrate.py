"""`migrate`: bring the database to head."""

import argparse

from bot.commands.frame import Command, write_json
from bot.settings import Settings
from storage.unit_of_work import Storage


def _add_arguments(_parser: argparse.ArgumentParser) -> None:
    return


async def _run(_arguments: argparse.Namespace, settings: Settings) -> int:
    storage = Storage.open(settings.database)
    try:
        await storage.upgrade()
        is_ready = await storage.is_ready()
    finally:
        await storage.close()
    write_json({"at_head": is_ready})
    return 0 if is_ready else 1


COMMAND = Command(add_arguments=_add_arguments, run=_run)
