"""Transactions of one process that end while others wait are committed as one."""

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from domain.errors import Unavailable
from storage.databases import MOST_TOGETHER, SqliteDatabase
from storage.sqlite_driver import COMMIT, Connection
from storage.unit_of_work import Storage

Outcome = BaseException | None


@pytest.fixture
def url(sqlite_url: str) -> str:
    return sqlite_url


@pytest.fixture
async def commits(storage: Storage) -> list[str]:
    """Return what grows with each commit."""
    connection = await connection_of(storage)
    kept: list[str] = []
    connection.raw.set_trace_callback(lambda sql: kept.append(sql) if sql == COMMIT else None)
    return kept


async def connection_of(storage: Storage) -> Connection:
    assert isinstance(storage._database, SqliteDatabase)
    return await storage._database._connected()


def writing(storage: Storage, name: str, *, then: Callable[[], object] = bool) -> Coroutine[Any, Any, None]:
    async def write() -> None:
        async with storage.begin() as work:
            await asyncio.sleep(0)  # so that the others come meanwhile
            await work.settings.put(name, "written")
            then()

    return write()


def fail() -> None:
    raise ValueError("no")


async def found(storage: Storage, *names: str) -> list[str]:
    async with storage.begin() as work:
        return [name for name in names if await work.settings.find(name)]


async def test_those_that_wait_for_each_other_wait_for_the_disk_once(storage: Storage, commits: list[str]) -> None:
    names = [f"n{number}" for number in range(MOST_TOGETHER)]

    await asyncio.gather(*(writing(storage, name) for name in names))

    assert len(commits) == 1
    assert await found(storage, *names) == names


async def test_no_more_are_kept_waiting_than_the_most(storage: Storage, commits: list[str]) -> None:
    await asyncio.gather(*(writing(storage, f"n{number}") for number in range(MOST_TOGETHER + 1)))

    assert len(commits) == 2


async def test_one_alone_is_committed_at_its_end(storage: Storage, commits: list[str]) -> None:
    await writing(storage, "alone")

    assert len(commits) == 1


@pytest.mark.parametrize("failing", [0, 1, 2])
async def test_what_one_of_some_wrote_is_undone_and_the_others_are_stored(storage: Storage, failing: int) -> None:
    works = [writing(storage, f"n{number}", then=fail if number == failing else bool) for number in range(3)]

    outcomes: list[Outcome] = await asyncio.gather(*works, return_exceptions=True)

    assert [isinstance(each, ValueError) for each in outcomes] == [number == failing for number in range(3)]
    assert await found(storage, "n0", "n1", "n2") == [f"n{number}" for number in range(3) if number != failing]


async def test_a_commit_that_fails_is_told_to_each_of_them(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = await connection_of(storage)
    run = connection.do

    async def do(*words: str) -> None:
        if COMMIT in words:
            fault = sqlite3.OperationalError("disk full")
            fault.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise fault
        await run(*words)

    monkeypatch.setattr(connection, "do", do)
    outcomes: list[Outcome] = await asyncio.gather(
        *(writing(storage, f"n{number}") for number in range(3)), return_exceptions=True
    )
    monkeypatch.undo()

    assert [type(each) for each in outcomes] == [Unavailable] * 3
    assert await found(storage, "n0", "n1", "n2") == []


async def test_where_sqlite_undoes_all_by_itself_nobody_is_told_that_it_is_stored(storage: Storage) -> None:
    connection = await connection_of(storage)

    def undo_all() -> None:
        connection.raw.rollback()
        fault = sqlite3.OperationalError("disk full")
        fault.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise fault

    works = [writing(storage, "n0"), writing(storage, "n1", then=undo_all), writing(storage, "n2")]
    outcomes: list[Outcome] = await asyncio.gather(*works, return_exceptions=True)

    assert [type(each) for each in outcomes] == [Unavailable, Unavailable, type(None)]
    assert await found(storage, "n0", "n1", "n2") == ["n2"]


async def test_one_that_goes_while_it_waits_leaves_nobody_without_a_commit(storage: Storage) -> None:
    for pause in range(12):
        first = asyncio.create_task(writing(storage, f"stays-{pause}"))
        second = asyncio.create_task(writing(storage, f"goes-{pause}"))
        for _ in range(pause):
            await asyncio.sleep(0)
        second.cancel()

        await asyncio.wait_for(first, 5)
        await asyncio.gather(second, return_exceptions=True)

    assert len(await found(storage, *(f"stays-{pause}" for pause in range(12)))) == 12
