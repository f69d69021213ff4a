"""What all commands share: how they are told to the parser, and how they write."""

import argparse
import json
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.settings import Settings, variable

Run = Callable[[argparse.Namespace, Settings], Awaitable[int]]


class Refused(Exception):  # an error is named by what happened
    """A command can't do what it was asked; its text says why, to an operator."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """One command: its name, what it is for, its arguments, and its work, which returns the exit code."""

    name: str
    purpose: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Run


def write_json(value: object) -> None:
    """Write one JSON value on a line of stdout."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def add_setting(parser: argparse.ArgumentParser, option: str, *, purpose: str) -> None:
    """Add an option that stands for a setting, and name the environment variable behind it."""
    field = option.lstrip("-").replace("-", "_")
    default = Settings.model_fields[field].default
    shown = f", default {default}" if isinstance(default, str | int) else ""
    parser.add_argument(option, metavar="VALUE", help=f"{purpose} ({variable(field)}{shown})")
