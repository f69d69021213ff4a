"""`understand`: what the desk makes of sentences, one JSON object each."""

import argparse
from datetime import date, datetime
from pathlib import Path

from bot.clock import real_now
from bot.commands.frame import Command, Refused, demand_database, has_database, moment, write_json
from bot.opening import opened
from bot.settings import Settings
from bot.wire import clean
from catalog.faults import FaultsFound
from catalog.loader import read_pilot
from catalog.models import Catalogue
from dialogs.understanding import Lexicon, to_json, understand
from domain.errors import NotFound
from domain.people import Person
from domain.privacy import mask_identity_numbers
from texts.format import local_day

PILOT = Path(__file__).resolve().parents[2] / "catalog" / "pilot"


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--at", metavar="ISO", type=moment, help="moment it is said; without an offset in Stockholm")
    parser.add_argument(
        "--as", dest="person", metavar="PERSON", help="code of who says it; the places of their units are known"
    )
    parser.add_argument("texts", metavar="TEXT", nargs="+", help="a sentence, Swedish or English")


async def _run(arguments: argparse.Namespace, settings: Settings) -> int:
    if arguments.database_url is not None:
        demand_database(settings)
    catalogue, person, now = await _read(settings, arguments.person, arguments.at)
    lexicon = Lexicon.of(catalogue)
    places = [place for unit in (person.units if person else ()) for place in catalogue.places_of(unit)]
    for text in arguments.texts:
        masked = mask_identity_numbers(clean(text))
        write_json(to_json(understand(masked.text, lexicon=lexicon, places=places, now=now)))
    return 0


async def _read(settings: Settings, code: str | None, at: datetime | None) -> tuple[Catalogue, Person | None, datetime]:
    """Return catalogue, person and moment: from the database, else from the pilot that comes with the project."""
    if has_database(settings):
        async with opened(settings) as (storage, clock), storage.begin() as work:
            now = at or clock.now()
            if await work.catalogues.revision():
                try:
                    person = await work.people.get(code) if code else None
                except NotFound:
                    raise Refused(f"--as: nobody has the code {code}") from None
                return await work.catalogues.read(day=local_day(now)), person, now
    now = at or settings.clock or real_now()
    return *_read_files(local_day(now), code), now


def _read_files(day: date, code: str | None) -> tuple[Catalogue, Person | None]:
    try:
        pilot = read_pilot(PILOT, day=day)
    except FaultsFound as found:
        raise Refused(f"the project's own pilot has {len(found.faults)} faults") from found
    person = next((each for each in pilot.people if each.code == code), None)
    if code is not None and person is None:
        raise Refused(f"--as: nobody has the code {code}")
    return pilot.catalogue, person


COMMAND = Command(add_arguments=_add_arguments, run=_run)
