import asyncio
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import ParamSpec, TypeVar

import pytest
from typing_extensions import override

from storage.sqlite_driver import Connection, _set
from storage.unit_of_work import AlreadyServed, Storage
from tests.factories import NOW
from tests.stores import sqlite_at

P = ParamSpec("P")
T = TypeVar("T")
ROOT = Path(__file__).parents[2]
WRITES_AND_HANGS = """
import asyncio, sys
from datetime import UTC, datetime
from storage.unit_of_work import Storage

async def main():
    storage = Storage.open(sys.argv[1])
    await storage.upgrade()
    async with storage.begin() as work:
        await work.settings.put("committed", "yes")
    async with storage.begin() as work:
        await work.settings.put("uncommitted", "yes")
        print("written", flush=True)
        await asyncio.Event().wait()

asyncio.run(main())
"""
UPGRADES_AND_WRITES = """
import asyncio, sys
from storage.unit_of_work import Storage

async def main():
    storage = Storage.open(sys.argv[1])
    await storage.upgrade()
    for number in range(10):
        async with storage.begin() as work:
            count = int(await work.settings.find("count") or 0)
            await work.settings.put("count", str(count + 1))
    await storage.close()

asyncio.run(main())
"""


async def start(program: str, url: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, url, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


async def test_what_was_committed_is_there_after_a_kill_and_what_was_not_is_gone(file: Path) -> None:
    process = await start(WRITES_AND_HANGS, sqlite_at(file))
    assert process.stdout is not None
    assert await process.stdout.readline() == b"written\n"
    process.kill()
    await process.wait()

    storage = Storage.open(sqlite_at(file))
    async with storage.begin() as work:
        assert await work.settings.find("committed") == "yes"
        assert await work.settings.find("uncommitted") is None
    await storage.close()


async def test_two_processes_that_start_at_once_on_a_new_file_both_get_their_turn(file: Path) -> None:
    processes = [await start(UPGRADES_AND_WRITES, sqlite_at(file)) for _ in range(2)]
    for process in processes:
        await process.communicate()

    assert [process.returncode for process in processes] == [0, 0]
    storage = Storage.open(sqlite_at(file))
    async with storage.begin() as work:
        assert await work.settings.find("count") == "20"
    await storage.close()


async def test_a_writer_elsewhere_is_waited_for_and_holds_up_nobody_else(file: Path) -> None:
    storage = Storage.open(sqlite_at(file))
    await storage.upgrade()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def write() -> None:
        async with storage.begin() as work:
            await work.settings.put("waited", "yes")

    writing = asyncio.create_task(write())
    before = monotonic()
    await asyncio.sleep(0.2)
    assert monotonic() - before < 5
    assert not writing.done()
    other.execute("ROLLBACK")
    other.close()

    await writing
    await storage.close()


async def test_a_file_is_set_up_to_be_durable_and_held_to_its_keys(file: Path) -> None:
    storage = Storage.open(sqlite_at(file))
    names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    async with storage.begin() as work:
        values = [(await work._session._wire.rows(f"PRAGMA {name}", ()))[0][0] for name in names]
    await storage.close()

    assert values == ["wal", 2, 1, 1]


async def test_a_second_server_on_one_file_is_refused_until_the_first_ends(file: Path) -> None:
    first, second = Storage.open(sqlite_at(file)), Storage.open(sqlite_at(file))

    with first.hold_single_server():
        with pytest.raises(AlreadyServed), second.hold_single_server():
            pass
        await second.upgrade()
    with second.hold_single_server():
        pass

    for storage in (first, second):
        await storage.close()


async def test_a_database_in_memory_works_and_is_gone_when_closed() -> None:
    storage = Storage.open("sqlite+aiosqlite:///:memory:")
    await storage.upgrade()
    with storage.hold_single_server():
        async with storage.begin() as work:
            assert await work.inbox.claim("chat-1", "1", at=NOW)
    await storage.close()


async def test_many_tasks_queue_instead_of_failing(storage: Storage) -> None:
    async def count_up() -> None:
        async with storage.begin() as work:
            count = int(await work.settings.find("count") or 0)
            await asyncio.sleep(0)
            await work.settings.put("count", str(count + 1))

    await asyncio.gather(*(count_up() for _ in range(50)))

    async with storage.begin() as work:
        assert await work.settings.find("count") == "50"


async def test_work_that_is_cancelled_at_any_point_leaves_the_connection_whole(storage: Storage) -> None:
    async def write(name: str) -> None:
        async with storage.begin() as work:
            await work.settings.put(name, "written")
            await work.events.all()

    for number in range(60):
        task = asyncio.create_task(write(f"cancelled-{number}"))
        for _ in range(number % 20):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    await write("last")
    async with storage.begin() as work:
        assert await work.settings.find("last") == "written"


@pytest.fixture
def url(sqlite_url: str) -> str:
    return sqlite_url


async def test_a_refusal_that_python_finds_no_reason_for_is_tried_again(tmp_path: Path) -> None:
    refused: list[str] = []

    class Contended(Connection):
        @override
        async def in_turn(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
            if not refused:
                refused.append(str(args[0]))
                raise SystemError("returned NULL without setting an exception")
            return await super().in_turn(call, *args, **kwargs)

    connection = Contended(str(tmp_path / "new.db"))
    await _set(connection, "PRAGMA journal_mode = WAL")

    assert refused == ["PRAGMA journal_mode = WAL"]
    assert list(await connection.rows("PRAGMA journal_mode", ())) == [("wal",)]
    await connection.close()
