"""`chat`: the bot in a terminal, as one of the desk's people.

Works on the database of the settings; needs no server, and can run beside one: it takes no single-server lock.
What is owed the person is shown here; what is owed others stays owed, for `serve` or until they chat.

A line is a message. A number presses that button; its fields are asked for one by one, and Enter keeps what
stands in brackets. `2 hours=3 comment=Done` fills in fields at once, `2!` takes all as they stand, and `> 2` writes
the number as a message.
/as CODE      let another person sit down
/clock +1d    tell the time, or move the clock: +30m +2h +1d +1w, or an ISO moment
/help         tell this
/quit         end, as Ctrl-D does

Reads lines from a pipe too, and writes them beside the answers. Exit 0 when all that was written could be done.
"""

import argparse
import logging
import signal
import sys

from typing_extensions import override

from bot.commands.frame import Command, Refused
from bot.console.chat import ConsoleChat, Keyboard
from bot.console.screen import Screen
from bot.settings import Settings
from bot.wiring import at_console
from domain.errors import NotFound


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = __doc__
    parser.add_argument("--as", dest="person", metavar="PERSON", required=True, help="code of who chats, as REK1")


class Terminal(Keyboard):
    """A person at a terminal; their lines can be edited."""

    @override
    def read(self, prompt: str) -> str | None:
        """Return the next line; None at Ctrl-D."""
        try:
            return input(prompt)
        except EOFError:
            return None


class Pipe(Keyboard):
    """Lines of a script; each is written out, so that the output reads as a chat."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    @override
    def read(self, prompt: str) -> str | None:
        """Return the next line; None after the last."""
        line = sys.stdin.readline()
        if not line:
            return None
        self._screen.line(prompt + line.rstrip("\r\n"))
        return line.rstrip("\r\n")


async def _run(arguments: argparse.Namespace, settings: Settings) -> int:
    if not settings.is_development:
        raise Refused("in production people come through Teams, which vouches for who they are")
    if arguments.log_level is None:
        logging.getLogger().setLevel(logging.WARNING)
    # Nothing else runs while a line is waited for, so Ctrl-C may break it off at once.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    screen = Screen()
    keyboard = Terminal() if sys.stdin.isatty() else Pipe(screen)
    async with at_console(settings, screen) as desk:
        chat = ConsoleChat(desk, screen=screen, keyboard=keyboard)
        try:
            await chat.sit_down(arguments.person.upper())
        except NotFound:
            raise Refused(f"--as: nobody has the code {arguments.person}") from None
        await chat.run()
    return 0 if chat.is_flawless or sys.stdin.isatty() else 1


COMMAND = Command(add_arguments=_add_arguments, run=_run)
