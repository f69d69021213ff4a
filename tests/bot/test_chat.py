"""The bot in a terminal: a whole order in one run, what is written by a script, and what is left to the others."""

import asyncio
import sys
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from typing_extensions import override

from bot.console.chat import ConsoleChat, Keyboard
from bot.console.choices import choices_of
from bot.console.screen import Screen
from bot.settings import Settings
from bot.wiring import at_console
from domain.notices import Owed
from storage.unit_of_work import Storage
from tests.bot.test_commands import CLOCK, LAMP, ROOT, Ended, environment
from tests.dialogs.cards.samples import SAMPLES

STORY = f"""{LAMP}
1
/as SAM1
1!
/as SER1
1
1
1 hours=0.75 comment=Klart
/as REK1
hur går det med lampan?
"""


class Lines(Keyboard):
    """The lines of a script."""

    def __init__(self, screen: Screen, lines: str) -> None:
        self._screen = screen
        self._left = iter(lines.splitlines())

    @override
    def read(self, prompt: str) -> str | None:
        line = next(self._left, None)
        self._screen.line(f"{prompt}{line}")
        return line


async def chat(settings: Settings, lines: str, *, by: str = "REK1") -> tuple[bool, str]:
    """Return whether all of the lines could be done, and what the screen shows."""
    out = StringIO()
    screen = Screen(out)
    async with at_console(settings, screen) as desk:
        console = ConsoleChat(desk, screen=screen, keyboard=Lines(screen, lines))
        await console.sit_down(by)
        await console.run()
    return console.is_flawless, out.getvalue()


async def in_a_process(url: str, lines: str, *options: str, by: str = "REK1") -> Ended:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "chat", "--as", by, *options),
        cwd=ROOT,
        env=environment({"VAKTIS_DATABASE_URL": url} | CLOCK),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate(lines.encode())
    return Ended(code=process.returncode or 0, out=out.decode(), err=err.decode())


async def statuses(url: str) -> tuple[list[str], list[Owed]]:
    """Return the statuses of all requests, and all notices."""
    storage = Storage.open(url)
    async with storage.begin() as work:
        mine = await work.requests.by_requester("REK1", limit=10)
        notices = await work.outbox.list_notices()
    await storage.close()
    return [each.status.value for each in mine], list(notices)


async def test_an_order_is_placed_given_accepted_and_done_in_one_run(sqlite_url: str) -> None:
    ended = await in_a_process(sqlite_url, STORY)

    found, notices = await statuses(sqlite_url)
    assert (ended.code, found, ended.err) == (0, ["done"], "")
    assert {each.status.value for each in notices if each.recipient in {"REK1", "SAM1", "SER1"}} == {"sent"}
    assert "SER1> 1 hours=0.75 comment=Klart" in ended.out


async def test_what_is_owed_somebody_else_stays_owed_until_they_sit_down(settings: Settings, sqlite_url: str) -> None:
    await chat(settings, f"{LAMP}\nja\n")
    _, before = await statuses(sqlite_url)
    _, shown = await chat(settings, "", by="SAM1")
    _, after = await statuses(sqlite_url)

    assert [(each.recipient, each.status.value) for each in before] == [("SAM1", "pending")]
    assert [(each.recipient, each.status.value) for each in after] == [("SAM1", "sent")]
    assert "B-2022-0001" in shown


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "/quit\nhej\n/dance\n",
        "hjälp\n/help\n\n   \n> 4\n4\n",
        "/as SAM1\n/as rek1\n",
        "/clock\n/clock +1d\n/clock 2022-03-20T08:00:00+01:00\n",
        "visa katalogen\n1\n1\n",
        f"{LAMP}\n2\n\n",
    ],
)
async def test_a_script_ends_well_when_all_of_it_could_be_done(settings: Settings, lines: str) -> None:
    is_flawless, shown = await chat(settings, lines)

    assert is_flawless
    assert "Maja Ek" in shown


@pytest.mark.parametrize("line", ["/as NOBODY", "/dance", "7!", "7 hours=2", "/clock -1d", "/clock yesterday"])
async def test_what_can_not_be_done_is_said_and_the_chat_goes_on(settings: Settings, line: str) -> None:
    is_flawless, shown = await chat(settings, f"{line}\nhjälp\n")

    assert not is_flawless
    assert shown.index("-- ", shown.index(line)) < shown.index("REK1> hjälp")


async def test_fields_are_asked_for_one_by_one_with_what_they_hold(settings: Settings, sqlite_url: str) -> None:
    _, shown = await chat(settings, f"{LAMP}\n2\ngolvvård\nAulan\n\n\n2\n\n\n1\n")

    storage = Storage.open(sqlite_url)
    async with storage.begin() as work:
        placed = await work.requests.get("B-2022-0001")
    await storage.close()
    assert (placed.service, placed.place, placed.hours) == ("LOK-GOL", "Aulan", Decimal(2))
    assert "Plats [Sal B214]: Aulan" in shown


async def test_a_terminal_is_no_address_that_others_could_write_to(settings: Settings, sqlite_url: str) -> None:
    await chat(settings, "hjälp\n")

    storage = Storage.open(sqlite_url)
    async with storage.begin() as work:
        assert await work.conversations.find("console:REK1") is not None
        assert await work.conversations.find_personal("REK1") is None
        assert await work.conversations.find_any_address() is None
    await storage.close()


async def test_nobody_chats_as_someone_who_is_not_there(sqlite_url: str) -> None:
    ended = await in_a_process(sqlite_url, "", by="NOBODY")

    assert (ended.code, ended.out) == (1, "")
    assert "NOBODY" in ended.err
    assert "Traceback" not in ended.err


async def test_help_names_all_that_can_be_written(tmp_path: Path) -> None:
    ended = await in_a_process(f"sqlite+aiosqlite:///{tmp_path}/none.db", "", "--help")

    assert ended.code == 0
    for word in ("--as", "/as", "/clock", "/help", "/quit", "Ctrl-D", "VAKTIS_DATABASE_URL", "single-server"):
        assert word in ended.out


@pytest.mark.parametrize("name", SAMPLES)
async def test_every_button_of_every_card_can_be_chosen_once(name: str) -> None:
    presented = await SAMPLES[name].shown()
    chosen = choices_of(presented.card or {})

    assert all(choice.title and choice.verb and choice.data["verb"] == choice.verb for choice in chosen)
    assert all(field.label for choice in chosen for field in choice.asks)
