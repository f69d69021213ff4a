"""`load`: store the CSV files of a pilot, or none of them."""

import argparse
import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from actions.standing import make_standing_ahead
from bot.commands.frame import Command, day, write_json
from bot.opening import opened
from bot.settings import Settings
from catalog.faults import Fault, FaultsFound
from catalog.loader import read_pilot
from catalog.models import Pilot
from domain.audit import Changed
from domain.notices import Event
from texts import has, say
from texts.format import local_day


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("directory", metavar="DIR", type=Path, help="folder of the CSV files")
    parser.add_argument(
        "--from",
        dest="prices_from",
        metavar="DATE",
        type=day,
        help="day from which changed prices hold, as 2022-04-01 (default: today by the desk's clock)",
    )


async def _run(arguments: argparse.Namespace, settings: Settings) -> int:
    async with opened(settings) as (storage, clock):
        today = local_day(clock.now())
        try:
            pilot = read_pilot(arguments.directory, day=today)
        except FaultsFound as found:
            for fault in found.faults:
                sys.stderr.write(worded(fault, settings.language) + "\n")
            return 1
        async with storage.begin() as work:
            prices_from = arguments.prices_from or today
            changed = await work.catalogues.load(pilot, prices_from=prices_from)
            revision = await work.catalogues.revision()
            if changed:
                await work.events.put(_loaded(revision, changed, prices_from, at=clock.now()))
            await make_standing_ahead(begin=work.within(), at=clock.now())
    summary = {"changed": changed, "revision": revision, "prices_from": prices_from.isoformat()}
    write_json(summary | {"loaded": counted(pilot)})
    return 0


def _loaded(revision: int, rows: int, prices_from: date, *, at: datetime) -> Event:
    """Return what the audit keeps of a load: how many rows it changed, and from when prices hold."""
    changed: Changed = {"rows": [None, rows], "prices_from": [None, prices_from.isoformat()]}
    return Event(subject=f"catalogue:{revision}", what="loaded", person=None, at=at, changed=changed)


def worded(fault: Fault, language: str) -> str:
    """Return ``file:line:column`` and what is wrong there."""
    key = f"load-fault-{fault.code}"
    words = say(key, language, value=fault.value, column=fault.column, file=fault.file) if has(key) else fault.code
    return f"{fault.file}:{fault.line}:{fault.column} {words}"


def counted(pilot: Pilot) -> Mapping[str, int]:
    """Return how many of each the pilot has."""
    catalogue = pilot.catalogue
    counts = {
        "units": catalogue.units,
        "places": catalogue.places,
        "services": catalogue.services,
        "boundary": catalogue.boundary,
        "parties": catalogue.parties,
        "agreements": catalogue.agreements,
        "competences": catalogue.competences,
        "people": pilot.people,
        "schedules": pilot.schedules,
        "indicators": catalogue.indicators,
        "questions": pilot.questions,
        "commitments": pilot.commitments,
        "recipients": pilot.recipients,
        "budget": pilot.budget,
    }
    return {name: len(things) for name, things in counts.items()}


COMMAND = Command(add_arguments=_add_arguments, run=_run)
