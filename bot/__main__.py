"""The command line: `python -m bot COMMAND`. Data goes to stdout, logs to stderr; exit 0 or 1."""

import argparse
import asyncio
import logging
import sys
from collections.abc import Sequence

from bot.commands import chat, check, clock, export, jobs, load, migrate, serve, understand
from bot.commands.frame import Command, Refused, add_setting
from bot.logs import start_logging
from bot.settings import Settings, SettingsFaults, read_settings

COMMANDS: Sequence[Command] = (
    serve.COMMAND,
    check.COMMAND,
    load.COMMAND,
    chat.COMMAND,
    understand.COMMAND,
    clock.COMMAND,
    jobs.COMMAND,
    export.COMMAND,
    migrate.COMMAND,
)
_FAILED = 1
_log = logging.getLogger("bot")


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    root = argparse.ArgumentParser(
        prog="python -m bot",
        description="Vaktis, a caretaker in Microsoft Teams.",
        epilog="Secrets come from the environment alone: VAKTIS_APP_ID, VAKTIS_APP_PASSWORD or VAKTIS_APP_CERTIFICATE, "
        "VAKTIS_APP_TENANT_ID, VAKTIS_SERVICE_URL, VAKTIS_SMTP_URL, VAKTIS_SENDS_PER_SECOND, VAKTIS_CLOCK.",
    )
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        one = commands.add_parser(command.name, help=command.purpose, description=command.purpose)
        command.add_arguments(one)
        add_setting(one, "--database-url", purpose="where the data is")
        add_setting(one, "--language", purpose="language of what is written: sv or en")
        add_setting(one, "--log-level", purpose="least level that is logged")
        one.set_defaults(run=command.run)
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = parser().parse_args(arguments)
    start_logging(given.log_level if given.log_level in logging.getLevelNamesMapping() else "INFO")
    try:
        settings = read_settings(**{name: getattr(given, name, None) for name in _OPTIONS})
    except SettingsFaults as found:
        for fault in found.faults:
            _log.error("setting-fault", extra={"setting": fault.name, "reason": fault.fault})
        return _FAILED
    start_logging(settings.log_level)
    return _run(given, settings)


_OPTIONS = ("host", "port", "database_url", "language", "log_level")


def _run(given: argparse.Namespace, settings: Settings) -> int:
    try:
        code: int = asyncio.run(given.run(given, settings))
    except Refused as refused:
        _log.error("refused", extra={"reason": str(refused)})
        return _FAILED
    except KeyboardInterrupt:
        return _FAILED
    return code


if __name__ == "__main__":
    sys.exit(main())
