import asyncio

import pytest
from sqlalchemy.engine import make_url

from storage import connections
from storage.connections import Connections
from storage.postgresql import PostgresqlWire


@pytest.fixture
def lent(postgresql_url: str) -> Connections:
    _, options = PostgresqlWire.dialect.create_connect_args(make_url(postgresql_url))
    return Connections(options, most=1)


async def process_of(lent: Connections, *words: str) -> int:
    async with lent.lend() as connection:
        for sql in words:
            await connection.execute(sql)
        return int(connection.get_server_pid())


async def test_a_connection_is_lent_again_unless_its_transaction_is_still_open_or_it_was_idle_for_long(
    lent: Connections, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = await process_of(lent), await process_of(lent, "BEGIN")
    third = await process_of(lent)
    monkeypatch.setattr(connections, "LONGEST_IDLE_SECONDS", 0.0)
    fourth = await process_of(lent)
    await lent.close()

    assert first == second
    assert len({second, third, fourth}) == 3


async def test_no_more_than_the_most_are_lent_and_nobody_waits_for_ever(
    lent: Connections, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "PATIENCE_SECONDS", 0.05)
    async with lent.lend():
        with pytest.raises(TimeoutError):
            await process_of(lent)
    waiting = [process_of(lent) for _ in range(3)]

    assert len(set(await asyncio.gather(*waiting))) == 1
    await lent.close()
