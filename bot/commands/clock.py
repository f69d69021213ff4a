"""`clock`: tell what the desk's clock shows, or move it forward."""

import argparse
from datetime import datetime

from bot.commands.frame import Command, Refused, demand_database, moment, write_json
from bot.settings import Settings
from bot.wiring import assembled


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to",
        metavar="ISO",
        type=moment,
        help="where to move it: 2022-06-01T08:00 in Stockholm, a moment with its offset, or a day, which is its "
        "beginning; only forward, only in development",
    )


async def _run(arguments: argparse.Namespace, settings: Settings) -> int:
    if not settings.is_development:
        raise Refused("in production the clock is the real one")
    to: datetime | None = arguments.to
    demand_database(settings)
    async with assembled(settings) as desk:
        now = desk.clock.now()
        if to is not None:
            if to < now:
                raise Refused(f"the clock goes forward only; it shows {now.isoformat()}")
            desk.delivery.start()
            try:
                now = await desk.traveller.travel(to)
            finally:
                await desk.delivery.stop()
    write_json({"now": now.isoformat()})
    return 0


COMMAND = Command(add_arguments=_add_arguments, run=_run)
