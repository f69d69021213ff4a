"""The command line, in processes of its own: what it writes where, and how it ends."""

import asyncio
import json
import logging
import os
import signal
import sys
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.__main__ import main, parser
from bot.commands.export import _csv
from bot.opening import opened
from bot.settings import read_settings
from jobs.runner import TROUBLE
from jobs.schedule import TICKS
from storage.unit_of_work import Storage
from tests.bot.activities import chat_of, message
from tests.bot.connector_server import ConnectorServer, Fault
from tests.factories import NOW
from web.exports import FIELDS, KINDS, export

ROOT = Path(__file__).parents[2]
LAMP = "Kan någon byta lysröret i sal B214 imorgon före 8?"
MISSING = "sqlite+aiosqlite:////tmp/no-such-folder-of-vaktis/desk.db"
CLOCK = {"VAKTIS_CLOCK": "2022-03-15T10:00:00+01:00"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Ended:
    code: int
    out: str
    err: str


def environment(given: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VAKTIS_")}
    return kept | given | {"PYTHONPATH": str(ROOT)}


async def run(*arguments: str, **settings: str) -> Ended:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", *arguments),
        cwd=ROOT,
        env=environment({f"VAKTIS_{name.upper()}": value for name, value in settings.items()}),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    return Ended(code=process.returncode or 0, out=out.decode(), err=err.decode())


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path}/desk.db"


async def test_load_brings_an_empty_database_to_head_and_is_safe_to_repeat(database: str) -> None:
    first = await run("load", "catalog/pilot", database_url=database, clock=CLOCK["VAKTIS_CLOCK"])
    again = await run("load", "catalog/pilot", database_url=database)
    told = await run("clock", database_url=database)

    assert (first.code, again.code, told.code) == (0, 0, 0)
    assert json.loads(first.out)["loaded"]["services"] == 35
    assert json.loads(again.out)["changed"] == 0
    assert json.loads(told.out)["now"].startswith("2022-03-15T09:0")


async def test_load_makes_the_standing_work_of_the_week_which_is_exported_by_its_schedule(database: str) -> None:
    for _ in range(2):
        await run("load", "catalog/pilot", database_url=database, clock=CLOCK["VAKTIS_CLOCK"])
    rows = json.loads((await run("export", "assignments", database_url=database)).out)

    assert len(rows) == 6 * 18 + 6
    (floors,) = [
        each for each in rows if each["schedule"] == "PV1-LOK-REG-0700" and each["planned_start"][:10] == "2022-03-15"
    ]
    assert floors | {"id": ""} == {
        "id": "",
        "request": None,
        "schedule": "PV1-LOK-REG-0700",
        "person": "SER1",
        "status": "accepted",
        "planned_start": "2022-03-15T07:00:00+01:00",
        "started_at": None,
        "done_at": None,
    }


async def test_a_faulty_pilot_is_told_of_with_its_places_and_nothing_is_loaded(database: str, tmp_path: Path) -> None:
    for file in (ROOT / "catalog" / "pilot").glob("*.csv"):
        text = file.read_text(encoding="utf-8")
        (tmp_path / file.name).write_text(text.replace("PV7", "PV9", 1), encoding="utf-8")

    ended = await run("load", str(tmp_path), database_url=database)

    assert ended.code == 1
    assert ended.out == ""
    assert ".csv:" in ended.err
    assert "Traceback" not in ended.err


def exists(database: str) -> bool:
    return Path(database.partition(":///")[2]).exists()


async def test_understand_needs_no_database_and_masks_what_it_is_told(database: str) -> None:
    ended = await run(
        "understand", "--at", "2022-03-15T10:00:00+01:00", "--as", "REK1", LAMP, "811228-9874", database_url=database
    )

    first, second = [json.loads(line) for line in ended.out.splitlines()]
    assert (first["intent"], first["service"], first["when"]["end"][:16]) == ("order", "VAK-LAM", "2022-03-16T08:00")
    assert "9874" not in second["text"]
    assert not exists(database)


@pytest.fixture
def own_logging() -> Generator[None]:
    """Put the logging back as it was."""
    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    yield
    root.handlers[:], _ = before
    root.setLevel(before[1])


@pytest.mark.usefixtures("own_logging")
def test_check_names_what_keeps_parties_from_being_reached(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    production = {"DATABASE_URL": sqlite_url, "APP_ID": "app", "APP_PASSWORD": "x", "LOG_LEVEL": "ERROR"}
    for name, value in production.items():
        monkeypatch.setenv(f"VAKTIS_{name}", value)

    assert main(["check"]) == 0

    warnings = " ".join(json.loads(capsys.readouterr().out)["warnings"])
    for word in (
        "VAKTIS_SMTP_URL is not set: nothing reaches landlord, meals, property",
        "it: a webhook's address begins with https://",
        "VAKTIS_WEBHOOK_SECRET is not set",
        "parties none to answer by",
    ):
        assert word in warnings


@pytest.mark.parametrize(
    ("arguments", "settings"),
    [
        (("serve",), {"host": "0.0.0.0"}),  # noqa: S104  # that it is refused is the point
        (("clock", "--to", "2022-03-14T10:00:00"), {"clock": "2022-03-15"}),
        (("serve", "--port", "many"), {}),
        (("export", "requests", "-o", "/nonexistent/x.csv"), {}),
        (("export", "requests"), {"database_url": MISSING}),
        (("jobs",), {"database_url": MISSING}),
        (("check",), {"database_url": MISSING}),
        (("clock",), {"database_url": MISSING}),
        (("understand", "--database-url", MISSING, "hej"), {}),
        (("clock",), {"app_id": "app", "app_password": "x"}),
        (("understand", "--as", "NOBODY", "hej"), {}),
        (("export", "nothing"), {}),
        (("export", "requests", "--format", "xlsx"), {}),
    ],
)
def test_what_can_not_be_done_is_said_on_stderr_without_a_traceback(
    sqlite_url: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    own_logging: None,  # noqa: ARG001  # keeps what the command sets up to itself
    *,
    arguments: tuple[str, ...],
    settings: dict[str, str],
) -> None:
    for name, value in ({"database_url": sqlite_url} | settings).items():
        monkeypatch.setenv(f"VAKTIS_{name.upper()}", value)

    code = main(arguments)

    out, err = capsys.readouterr()
    assert (code, out) == (1, "")
    assert "Traceback" not in err
    assert json.loads(err.splitlines()[-1])["level"] == "error"


def test_asking_makes_no_database() -> None:
    assert not exists(MISSING)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("fly",),
        ("understand",),
        ("understand", "--at", "noon", "hej"),
        ("clock", "--to", "0001-01-01"),
        ("load", "catalog/pilot", "--from", "soon"),
        ("export", "requests", "--format", "pdf"),
        ("check", "--loud"),
    ],
)
def test_a_wrong_use_is_told_on_stderr(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    out, err = capsys.readouterr()
    assert (ended.value.code, out) == (1, "")
    assert "error:" in err
    assert ("Stockholm" in err) is bool({"--at", "--to", "--from"} & set(arguments))


def test_moments_and_days_without_an_offset_are_stockholms() -> None:
    said = parser("understand").parse_args(["understand", "--at", "2022-03-15T10:00", "hej"])
    moved = parser("clock").parse_args(["clock", "--to", "2022-06-01"])
    loaded = parser("load").parse_args(["load", "--from", "2022-04-01", "x"])

    assert said.at == datetime(2022, 3, 15, 9, tzinfo=UTC)
    assert moved.to == datetime(2022, 5, 31, 22, tzinfo=UTC)
    assert loaded.prices_from == date(2022, 4, 1)


@pytest.mark.parametrize("kind", FIELDS)
async def test_every_export_has_its_header_and_null_for_nothing(sqlite_url: str, kind: str) -> None:
    settings = read_settings({"VAKTIS_DATABASE_URL": sqlite_url})
    async with opened(settings) as (storage, clock), storage.begin() as work:
        rows = await export(kind, work=work, at=clock.now())
        own = await KINDS[kind](work, clock.now())

    assert _csv(rows, FIELDS[kind]).splitlines()[0] == ",".join(FIELDS[kind])
    assert all(set(row) == set(FIELDS[kind]) for row in own)
    assert not [row for row in rows if "" in row.values()]


async def test_the_list_of_commands_is_told_without_what_they_need() -> None:
    words = "import sys; from bot.__main__ import parser; parser().format_help(); print('pydantic' in sys.modules)"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", words, cwd=ROOT, env=environment({}), stdout=asyncio.subprocess.PIPE
    )

    assert (await process.communicate())[0].strip() == b"False"


async def test_help_names_the_variable_behind_each_option() -> None:
    ended = await run("serve", "--help")

    assert ended.code == 0
    for name in ("VAKTIS_HOST", "VAKTIS_PORT", "VAKTIS_DATABASE_URL", "VAKTIS_LANGUAGE", "VAKTIS_LOG_LEVEL"):
        assert name in ended.out


@asynccontextmanager
async def a_bot(url: str) -> AsyncGenerator[tuple[asyncio.subprocess.Process, aiohttp.ClientSession]]:
    """Serve in a process of its own; gives it, and a client of it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "serve", "--port", "0"),
        cwd=ROOT,
        env=environment({"VAKTIS_DATABASE_URL": url} | CLOCK),
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stderr is not None
    port = 0
    while not port:
        line = json.loads(await process.stderr.readline())
        port = line["port"] if line["event"] == "serving" else 0
    drain = asyncio.create_task(process.stderr.read())
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        yield process, session
    if process.returncode is None:
        process.kill()
    await process.wait()
    await drain


async def test_what_was_acknowledged_is_sent_after_a_kill(sqlite_url: str, connector: ConnectorServer) -> None:
    connector.faults.append(Fault(status=502))
    async with a_bot(sqlite_url) as (process, session):
        async with session.post("/api/messages", json=message(LAMP, by="REK1", service_url=connector.url)) as response:
            assert response.status == 200
        process.send_signal(signal.SIGKILL)
        await process.wait()
    before = len(connector.sent())

    async with a_bot(sqlite_url):
        async with asyncio.timeout(60):
            while len(connector.sent()) <= before:  # noqa: ASYNC110  # it is another process that is waited for
                await asyncio.sleep(0.1)

    assert len(connector.sent()) - before == 1


async def test_the_same_message_on_two_servers_over_one_postgresql_has_one_effect(
    postgresql_url: str, connector: ConnectorServer
) -> None:
    activity = message(LAMP, by="REK1", service_url=connector.url)
    async with a_bot(postgresql_url) as (_, one), a_bot(postgresql_url) as (_, other):

        async def post(session: aiohttp.ClientSession) -> int:
            async with session.post("/api/messages", json=activity) as response:
                return response.status

        assert await asyncio.gather(*(post(session) for session in (one, other, one, other))) == [200] * 4
        await connector.wait_for(1, conversation=chat_of("REK1"))
        await asyncio.sleep(1.5)

    assert len(connector.sent()) == 1
    storage = Storage.open(postgresql_url)
    async with storage.begin() as work:
        assert await work.drafts.latest_live("REK1") is not None
    await storage.close()


async def test_a_server_told_to_stop_ends_well(sqlite_url: str) -> None:
    async with a_bot(sqlite_url) as (process, _):
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(15):
            assert await process.wait() == 0


@pytest.mark.usefixtures("own_logging")
def test_jobs_tells_each_run_with_its_outcome_and_what_is_to_be_tried_again(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def note() -> None:
        storage = Storage.open(sqlite_url, is_durable=False)
        async with storage.begin() as work:
            await work.slots.claim("brief", "2022-03-15", at=NOW)
            await work.slots.finish("brief", "2022-03-15", at=NOW, outcome="skipped")
            for slot, again in (("2022-03-15", NOW), ("2022-03-01", NOW - timedelta(days=14))):
                trouble = json.dumps({"attempts": 2, "again": again.isoformat()})
                await work.settings.put(f"{TROUBLE}surveys:{slot}", trouble)
        await storage.close()

    asyncio.run(note())
    for name, value in {"DATABASE_URL": sqlite_url, "CLOCK": CLOCK["VAKTIS_CLOCK"], "LOG_LEVEL": "ERROR"}.items():
        monkeypatch.setenv(f"VAKTIS_{name}", value)

    assert main(["jobs"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert {each["job"]: each["missed"] for each in told["next"]} == {each.name: each.missed for each in TICKS}
    assert [(each["job"], each["slot"], each["outcome"]) for each in told["ran"]] == [
        ("brief", "2022-03-15", "skipped")
    ]
    assert [(each["slot"], each["attempts"]) for each in told["failing"]] == [("2022-03-15", 2)]
