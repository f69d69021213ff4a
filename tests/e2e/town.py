"""A town to prove things in: the real emulator, one or two real bots on one database, and the people's hands and eyes.

Everything is reached over HTTP and the command line, as in life. Nothing waits by sleeping a guessed time: `until` asks
again and again, and a failure shows the chats and the ends of the logs.
"""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Self, TypeVar

import aiohttp

from tests.e2e import books
from tests.e2e.chats import Chat, JsonObject, Said, read_chat
from tests.e2e.programs import PILOT, START, Program, free_port, run_forked
from tests.e2e.watch import Watch

T = TypeVar("T")
PATIENCE_SECONDS = 120.0
LOOK_EVERY_SECONDS = 0.05
CALL_SECONDS = 120.0
GONE = "ActivityNotFoundInConversation"
OLD_CARD = re.compile(r"Kortet var gammalt|\bdet går inte(?: längre| nu|,)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came of a message or press: the bot's HTTP status (0: none), and the body of an invoke's answer.

    One that `is_gone` was never sent: the card had just become another, without that button.
    """

    status: int
    result: JsonObject
    is_gone: bool = False

    @property
    def is_taken(self) -> bool:
        """Tell whether the bot acknowledged it."""
        return self.status == 200

    @property
    def is_old(self) -> bool:
        """Tell whether the pressed card was an old one, so that nothing happened and the person looks again."""
        return OLD_CARD.search(str(self.result.get("value", ""))) is not None

    @property
    def card(self) -> JsonObject | None:
        """Return the card that a press was answered with."""
        value = self.result.get("value")
        return value if isinstance(value, dict) and value.get("type") == "AdaptiveCard" else None


@dataclass(kw_only=True)
class Town:
    """The processes and the one who plays all people. Used as `async with Town(…) as town`.

    The *database* has the example pilot already. *settings* are the bot's own, beside those that the town gives it.
    With *door* the emulator sends to that address instead of the first bot's. `people` are those of the emulator.
    """

    folder: Path
    database: str
    bots: int = 1
    door: str = ""
    time_scale: float = 1.0
    people: Path = PILOT / "people.csv"
    settings: Mapping[str, str] = field(default_factory=dict)
    seen: dict[str, Chat] = field(default_factory=dict)
    watch: Watch | None = None

    async def __aenter__(self) -> Self:
        """Start everything and wait until it is ready."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=CALL_SECONDS))
        self.ports = [free_port() for _ in range(max(self.bots, 1))]
        self.emulator = self._emulator()
        self.programs = [
            Program(name=f"bot{number + 1}", arguments=["bot", "serve"], folder=self.folder, is_forked=True)
            for number in range(self.bots)
        ]
        try:
            await self._start()
        except BaseException:
            await self.__aexit__()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop everything, also what never came up."""
        if self.watch is not None:
            await self.watch.end()
        for program in [*self.programs, self.emulator]:
            await asyncio.to_thread(program.stop)
        await self.session.close()

    def _emulator(self) -> Program:
        towards = self.door or f"{self.bot_url()}/api/messages"
        scale = f"{self.time_scale}"
        options = ["--bot", towards, "--people", f"{self.people}", "--port", "0", "--time-scale", scale]
        return Program(name="emulator", arguments=["emulator", *options], folder=self.folder, is_forked=True)

    async def _start(self) -> None:
        self.emulator.start()
        self.url = str(json.loads(await self.until(self._emulator_line, what="the emulator says where it is"))["url"])
        self.watch = Watch(self.session, self.url)
        await self.watch.begin()
        await asyncio.gather(*(self.start(number) for number in range(self.bots)))

    async def _emulator_line(self) -> str:
        assert self.emulator.is_running, f"the emulator ended:\n{self.emulator.said()}"
        said = self.emulator.output.read_text()
        return said if said.endswith("\n") else ""

    # The processes

    def bot_url(self, number: int = 0) -> str:
        """Return where a bot is."""
        return f"http://127.0.0.1:{self.ports[number]}"

    def bot_settings(self) -> dict[str, str]:
        """Return what every process of the bot is told."""
        own = {"VAKTIS_DATABASE_URL": self.database, "VAKTIS_CLOCK": START, "VAKTIS_SERVICE_URL": f"{self.url}/"}
        return {**own, **self.settings}

    async def bot(self, *arguments: str) -> str:
        """Run `python -m bot …` to its end and return what it wrote on stdout."""
        return await asyncio.to_thread(
            run_forked, ["bot", *arguments], folder=self.folder, settings=self.bot_settings()
        )

    async def export(self, kind: str) -> list[dict[str, str]]:
        """Return the rows of `export KIND --format json`."""
        rows = json.loads(await self.bot("export", kind, "--format", "json"))
        assert isinstance(rows, list)
        return rows

    async def until_ready(self, number: int = 0) -> None:
        """Wait until a bot answers that it is ready."""

        async def is_ready() -> bool:
            assert self.programs[number].is_running, f"the bot ended:\n{self.programs[number].said()}"
            try:
                async with self.session.get(f"{self.bot_url(number)}/readyz") as response:
                    return response.status == 200
            except aiohttp.ClientError:
                return False

        await self.until(is_ready, what=f"bot {number + 1} is ready")

    def kill(self, number: int = 0) -> None:
        """End a bot as a power cut does."""
        self.programs[number].kill()

    async def start(self, number: int = 0) -> None:
        """Start a bot, also again after a kill, on the same database and port; wait until it is ready."""
        self.programs[number].start({**self.bot_settings(), "VAKTIS_PORT": str(self.ports[number])})
        await self.until_ready(number)

    async def clock_to(self, moment: str) -> None:
        """Move the clock by the command line; it returns when all that fell due has been sent."""
        await self.bot("clock", "--to", moment)

    async def now(self) -> datetime:
        """Return the desk's time."""
        return datetime.fromisoformat(str((await self.call("GET", "/api/clock"))["now"]))

    # The people

    async def call(self, method: str, path: str, body: object = None) -> JsonObject:
        """Call the emulator's JSON API; anything but success fails the test."""
        async with self.session.request(method, self.url + path, json=body) as response:
            answer = await response.json()
            assert response.status < 300, f"{method} {path}: {response.status} {answer}"
            assert isinstance(answer, dict)
            return answer

    async def open(self, *codes: str) -> None:
        """Install the bot for each person."""
        for code in codes:
            await self.call("POST", f"/api/chats/{code}/open", {})

    async def chat(self, code: str) -> Chat:
        """Return what a person sees now."""
        self.seen[code] = read_chat(code, await self.call("GET", f"/api/chats/{code}"))
        return self.seen[code]

    async def say(self, code: str, text: str) -> Answer:
        """Write as a person; returns when the delivery is over, with all its retries."""
        return _answer(await self.call("POST", f"/api/chats/{code}/messages", {"text": text}))

    async def press(self, code: str, card: Said, verb: str, **inputs: str) -> Answer:
        """Press a button of *card*, with its inputs as prefilled but for those given."""
        body = {"activity": card.id, "action": verb, "inputs": inputs}
        return _answer(await self.call("POST", f"/api/chats/{code}/press", body))

    async def try_to_press(self, code: str, card: Said, verb: str, inputs: Mapping[str, str]) -> Answer:
        """Press as `press` does; where the card has just become another without that button, nothing comes of it."""
        body = {"activity": card.id, "action": verb, "inputs": inputs}
        async with self.session.post(f"{self.url}/api/chats/{code}/press", json=body) as response:
            answer = await response.json()
            is_gone = response.status == 404 and answer["error"]["code"] in {"ActionNotFound", GONE}
            assert is_gone or response.status < 300, f"{code} presses {verb}: {response.status} {answer}"
            return Answer(status=0, result={}, is_gone=True) if is_gone else _answer(answer)

    async def glance(self, code: str, look: Callable[[Chat], T | None], *, seconds: float = 0.0) -> T | None:
        """Return what *look* finds in a person's chat, as soon as it stands there; None after *seconds* in vain."""
        assert self.watch is not None, "nothing runs"
        return await self.watch.until(code, look, seconds=seconds)

    async def see(self, code: str, *words: str, verb: str = "") -> Said:
        """Wait until a person sees a message with *words* (and a button *verb*), and return the newest."""

        async def look() -> Said | None:
            chat = await self.chat(code)
            return chat.with_verb(verb, *words) if verb else chat.find(*words)

        sought = [*words, *([f"[{verb}]"] if verb else [])]
        return await self.until(look, what=f"{code} sees {' '.join(sought)}")

    async def log(self, kind: str) -> list[JsonObject]:
        """Return the emulator's journal of `delivery` or `connector`."""
        entries = (await self.call("GET", f"/api/log?kind={kind}"))["entries"]
        assert isinstance(entries, list)
        return entries

    async def until(
        self, condition: Callable[[], Awaitable[T | None]], *, what: str, seconds: float = PATIENCE_SECONDS
    ) -> T:
        """Return what *condition* gives once that is something; fail with all that was seen after *seconds*."""
        end = monotonic() + seconds
        while not (found := await condition()):
            if monotonic() > end:
                raise AssertionError(f"in vain for {seconds:.0f} s: {what}\n{self.told()}")
            await asyncio.sleep(LOOK_EVERY_SECONDS)
        return found

    async def until_settled(self, *also: str, seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until the desk owes nobody anything: each message is sent or not needed any more, or one of *also*."""

        async def is_settled() -> bool:
            return set(await books.statuses(self.database)) <= {"sent", "skipped", *also}

        await self.until(is_settled, what="every row of the outbox is settled", seconds=seconds)

    def told(self, *codes: str) -> str:
        """Return the chats as last seen, or those of *codes*, and the ends of the logs."""
        watched = {code: self.watch.chat(code) for code in codes} if self.watch is not None else {}
        chats = [chat.told() for chat in (watched or self.seen).values()]
        logs = [f"--- {each.name}\n{each.said(3000)}" for each in [*self.programs, self.emulator]]
        return "\n".join([*chats, *logs])


def _answer(body: Mapping[str, object]) -> Answer:
    status, result = body.get("status"), body.get("result")
    assert isinstance(status, int)
    return Answer(status=status, result=result if isinstance(result, dict) else {})
