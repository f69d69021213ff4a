"""The command line: `python -m bot COMMAND`. Data goes to stdout, logs to stderr; exit 0 or 1."""

import argparse
import asyncio
import gc
import logging
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from typing_extensions import override

if TYPE_CHECKING:
    from bot.commands.frame import Command
    from bot.settings import Settings

COMMANDS: Mapping[str, str] = {
    "serve": "take activities, send what is owed, run what is due",
    "check": "check settings, database and catalogue",
    "load": "store the CSV files of a pilot, or none of them",
    "chat": "chat with the bot in a terminal, as one of its people",
    "understand": "tell what the desk makes of sentences, one JSON object each",
    "clock": "tell what the desk's clock shows, or move it forward",
    "jobs": "tell which slots of the ticks were run, and what is due next",
    "export": "write what the desk knows",
    "migrate": "bring the database to head",
}
"""Every command with what it is for; its work stands in the module of its name, which only its use imports."""

_FAILED = 1
_OPTIONS = ("host", "port", "database_url", "language", "log_level")
_log = logging.getLogger("bot")


class Parser(argparse.ArgumentParser):
    """A parser for which a wrong use is a failure like any other: told on stderr, exit 1."""

    @override
    def error(self, message: str) -> NoReturn:
        """Tell what is wrong, and how it is used."""
        self.print_usage(sys.stderr)
        self.exit(_FAILED, f"{self.prog}: error: {message}\n")


def parser(*used: str) -> argparse.ArgumentParser:
    """Return the parser of all commands; only those *used* know their arguments."""
    root = Parser(
        prog="python -m bot",
        description="Vaktis, a caretaker in Microsoft Teams.",
        epilog="Secrets, and what is set once, come from the environment alone: VAKTIS_APP_ID, VAKTIS_APP_PASSWORD "
        "or VAKTIS_APP_CERTIFICATE, VAKTIS_APP_TENANT_ID, VAKTIS_SERVICE_URL, VAKTIS_PUBLIC_URL, VAKTIS_SMTP_URL, "
        "VAKTIS_SMTP_SENDER, VAKTIS_WEBHOOK_SECRET, VAKTIS_SENDS_PER_SECOND, VAKTIS_FILES_KEPT_DAYS, VAKTIS_CLOCK.",
    )
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, purpose in COMMANDS.items():
        one = commands.add_parser(name, help=purpose, description=purpose)
        if name in used:
            _teach(one, name)
    return root


def _teach(one: argparse.ArgumentParser, name: str) -> None:
    from bot.commands.frame import add_setting  # noqa: PLC0415  # who asks for the list of commands waits for none

    # What is imported stays: looking through it for what could go takes a tenth of the start.
    gc.disable()
    command: Command = import_module(f"bot.commands.{name.replace('-', '_')}").COMMAND
    gc.freeze()
    gc.enable()
    command.add_arguments(one)
    add_setting(one, "--database-url", purpose="where the data is")
    add_setting(one, "--language", purpose="language of what is written: sv or en")
    add_setting(one, "--log-level", purpose="least level that is logged")
    one.set_defaults(run=command.run)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Raises:
        SystemExit: help was asked for (0), or the use is wrong (1).
    """
    written = sys.argv[1:] if arguments is None else arguments
    given = parser(*written[:1]).parse_args(written)
    return _start(given)


def _start(given: argparse.Namespace) -> int:
    from bot.logs import start_logging  # noqa: PLC0415  # as above
    from bot.settings import SettingsFaults, read_settings  # noqa: PLC0415

    start_logging(given.log_level if given.log_level in logging.getLevelNamesMapping() else "INFO")
    try:
        settings = read_settings(**{name: getattr(given, name, None) for name in _OPTIONS})
    except SettingsFaults as found:
        for fault in found.faults:
            _log.error("setting-fault", extra={"setting": fault.name, "reason": fault.fault})
        return _FAILED
    start_logging(settings.log_level)
    return _run(given, settings)


def _run(given: argparse.Namespace, settings: "Settings") -> int:
    from bot.commands.frame import Refused  # noqa: PLC0415  # as above
    from domain.errors import Unavailable  # noqa: PLC0415

    try:
        code: int = asyncio.run(given.run(given, settings))
    except Refused as refused:
        _log.error("refused", extra={"reason": str(refused)})
        return _FAILED
    except Unavailable as fault:
        why = type(fault.__cause__).__name__
        _log.error("refused", extra={"reason": f"the database does not answer, or is locked: {why}"})
        return _FAILED
    except KeyboardInterrupt:
        return _FAILED
    return code


if __name__ == "__main__":
    sys.exit(main())
