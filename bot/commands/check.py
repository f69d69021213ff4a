"""`check`: settings, database and catalogue, all faults at once."""

import argparse
import logging

from bot.commands.frame import Command, demand_database, write_json
from bot.opening import opened
from bot.settings import Settings
from catalog.models import Catalogue
from texts.format import local_day

_log = logging.getLogger(__name__)


def _add_arguments(_parser: argparse.ArgumentParser) -> None:
    return


async def _run(_arguments: argparse.Namespace, settings: Settings) -> int:
    demand_database(settings)
    async with opened(settings) as (storage, clock), storage.begin() as work:
        catalogue = await work.catalogues.read(day=local_day(clock.now()))
    warnings = _warnings(settings, catalogue)
    for warning in warnings:
        _log.warning("check", extra={"reason": warning})
    mode = "development" if settings.is_development else "production"
    write_json(
        {"mode": mode, "revision": catalogue.revision, "services": len(catalogue.services), "warnings": warnings}
    )
    return 0


def _warnings(settings: Settings, catalogue: Catalogue) -> list[str]:
    found = [] if catalogue.services else ["no catalogue is loaded"]
    mailed = sorted(party.code for party in catalogue.parties.values() if party.channel == "email")
    if mailed and settings.smtp_url is None and not settings.is_development:
        found.append(f"VAKTIS_SMTP_URL is not set: nothing reaches {', '.join(mailed)}")
    found += _called(settings, catalogue)
    if settings.public_url is None and not settings.is_development:
        found.append(
            "VAKTIS_PUBLIC_URL is not set: cards have no links to photos and files, and parties none to answer by"
        )
    if settings.service_url is None and not settings.is_development:
        found.append("VAKTIS_SERVICE_URL is not set: nobody is written to before somebody has written")
    return found


def _called(settings: Settings, catalogue: Catalogue) -> list[str]:
    """Return what keeps parties that are called by HTTP from being called, or from knowing that it is us."""
    called = [party for party in catalogue.parties.values() if party.channel == "webhook"]
    if not called or settings.is_development:
        return []
    away = sorted(party.code for party in called if not party.address.startswith("https://"))
    found = [f"{', '.join(away)}: a webhook's address begins with https://, so nothing reaches them"] if away else []
    if settings.webhook_secret is None:
        found.append("VAKTIS_WEBHOOK_SECRET is not set: what parties are sent by webhook is not signed")
    return found


COMMAND = Command(add_arguments=_add_arguments, run=_run)
