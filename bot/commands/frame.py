"""What all commands share: how they are told to the parser, and how they write."""

import argparse
import json
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot.moments import FORM, read_moment
from bot.settings import Settings, variable
from texts.format import local_day

Run = Callable[[argparse.Namespace, Settings], Awaitable[int]]


class Refused(Exception):  # an error is named by what happened
    """A command can't do what it was asked; its text says why, to an operator."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """One command: its arguments, and its work, which returns the exit code."""

    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Run


def write_json(value: object) -> None:
    """Write one JSON value on a line of stdout."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def moment(written: str) -> datetime:
    """Return the moment of an option, as `read_moment` reads it."""
    try:
        return read_moment(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be {FORM}") from None


def day(written: str) -> date:
    """Return the day of an option, on the calendar of Stockholm."""
    return local_day(moment(written))


def has_database(settings: Settings) -> bool:
    """Tell whether there is a database to ask; one on a server answers for itself."""
    path = settings.database.partition(":///")[2].partition("?")[0]
    return not settings.database.startswith("sqlite") or (path not in {"", ":memory:"} and Path(path).is_file())


def demand_database(settings: Settings) -> None:
    """See to it that no database is made by asking.

    Raises:
        Refused: there is no file where the settings say.
    """
    if not has_database(settings):
        file = settings.database.partition(":///")[2].partition("?")[0]
        raise Refused(f"there is no database at {file}; `load`, `migrate` and `serve` make one")


def add_setting(parser: argparse.ArgumentParser, option: str, *, purpose: str) -> None:
    """Add an option that stands for a setting, and name the environment variable behind it."""
    field = option.lstrip("-").replace("-", "_")
    default = Settings.model_fields[field].default
    shown = f", default {default}" if isinstance(default, str | int) else ""
    parser.add_argument(option, metavar="VALUE", help=f"{purpose} ({variable(field)}{shown})")
