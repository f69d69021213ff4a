"""The commands: `python -m emulator --bot URL --people FILE`, and `python -m emulator play STORY.json`."""

import argparse
import asyncio
import json
import logging
import math
import signal
import sys
from pathlib import Path
from urllib.parse import urlsplit

from emulator.guards import is_loopback
from emulator.limits import APP_PER_SECOND
from emulator.people import PeopleFileError, load_people
from emulator.player import PATIENCE_SECONDS, StoryFailed, play, told
from emulator.server import Settings, running
from emulator.stories import StoryError, read_story
from emulator.wire import JsonObject

_log = logging.getLogger("emulator")
_HIGHEST_PORT = 65535
_SHORTEST_SCALE, _LONGEST_SCALE = 1e-6, 1e6


def _number(written: str, *, low: float, high: float = math.inf) -> float:
    """Return a number of an option; argparse says what is wrong with another."""
    try:
        number = float(written)
    except ValueError:
        message = f"{written}: expected a number"
        raise argparse.ArgumentTypeError(message) from None
    if not low <= number <= high:
        message = f"{written}: expected {low:g} or more" + (f", at most {high:g}" if high < math.inf else "")
        raise argparse.ArgumentTypeError(message)
    return number


def _whole_number(written: str, *, high: float = 1e9) -> int:
    number = _number(written, low=0, high=high)
    if not number.is_integer():
        message = f"{written}: expected a whole number"
        raise argparse.ArgumentTypeError(message)
    return int(number)


def _port(written: str) -> int:
    return _whole_number(written, high=_HIGHEST_PORT)


def _scale(written: str) -> float:
    return _number(written, low=_SHORTEST_SCALE, high=_LONGEST_SCALE)


def _address(written: str) -> str:
    if not (urlsplit(written).scheme in {"http", "https"} and urlsplit(written).hostname):
        message = f"{written}: expected an address such as http://127.0.0.1:3978"
        raise argparse.ArgumentTypeError(message)
    return written


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m emulator", description="A local stand-in for Microsoft Teams.")
    parser.add_argument("--host", default="127.0.0.1", help="loopback address to listen on (default 127.0.0.1)")
    parser.add_argument("--port", type=_port, default=3979, help="0 takes any free port (default 3979)")
    parser.add_argument(
        "--bot", type=_address, default="http://127.0.0.1:3978/api/messages", help="where the bot takes activities"
    )
    parser.add_argument("--bot-name", default="Vaktis", help="what the bot is called (default Vaktis)")
    parser.add_argument("--people", type=Path, default=Path("catalog/pilot/people.csv"), help="CSV file of people")
    parser.add_argument("--time-scale", type=_scale, default=1.0, help="stretches or shortens Teams' waits (default 1)")
    parser.add_argument("--limits", action="store_true", help="refuse calls above Teams' limits")
    parser.add_argument(
        "--app-limit", type=_whole_number, default=APP_PER_SECOND, help="calls a second in all, 0 for no such limit"
    )
    parser.add_argument("--stories", type=Path, default=Path("var/stories"), help="where stories are saved")
    parser.add_argument("--node-modules", type=Path, help="where npm put adaptivecards (default beside the program)")
    return parser


def _settings(arguments: argparse.Namespace) -> Settings:
    if not is_loopback(arguments.host):
        message = f"--host {arguments.host}: only loopback addresses; everything here is open to whoever reaches it"
        raise SystemExit(message)
    try:
        people = load_people(arguments.people)
    except PeopleFileError as error:
        raise SystemExit(str(error)) from error
    return Settings(
        bot=arguments.bot,
        people=people,
        host=arguments.host,
        port=arguments.port,
        bot_name=arguments.bot_name,
        time_scale=arguments.time_scale,
        has_limits=arguments.limits,
        app_per_second=arguments.app_limit,
        stories=arguments.stories,
        node_modules=arguments.node_modules,
    )


async def _serve(settings: Settings) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with running(settings) as emulator:
        sys.stdout.write(json.dumps({"url": emulator.url}) + "\n")
        sys.stdout.flush()
        _log.info("ready on %s for the bot at %s", emulator.url, settings.bot)
        await stop.wait()


def _play(arguments: list[str]) -> None:
    """Play a story: a line for each step on stderr, and the end with 1 at the first that fails."""
    parser = argparse.ArgumentParser(prog="python -m emulator play", description="Play a recorded story.")
    parser.add_argument("story", type=Path, help="a story as the page saves it")
    parser.add_argument("--emulator", type=_address, default="http://127.0.0.1:3979", help="where the emulator listens")
    parser.add_argument("--patience", type=_scale, default=PATIENCE_SECONDS, help="seconds to look for what is seen")
    given = parser.parse_args(arguments)
    try:
        story = read_story(given.story.read_bytes())
        steps = asyncio.run(play(story, given.emulator, patience_seconds=given.patience, tell=_say_step))
    except (OSError, StoryError, StoryFailed) as error:
        raise SystemExit(f"{given.story}: {error}") from error
    sys.stdout.write(json.dumps({"story": story.name, "played": steps}) + "\n")


def _say_step(number: int, step: JsonObject) -> None:
    _log.info("%d %s", number, told(step))


def main() -> None:
    """Run until interrupted; stdout gets one JSON line with the address, logs go to stderr."""
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(name)s %(message)s")
    if sys.argv[1:2] == ["play"]:
        _play(sys.argv[2:])
        return
    settings = _settings(_parser().parse_args())
    try:
        asyncio.run(_serve(settings))
    except OSError as error:
        raise SystemExit(f"{settings.host}:{settings.port}: {error.strerror or error}") from error


if __name__ == "__main__":
    main()
