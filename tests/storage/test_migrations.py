import asyncio
import re
from collections.abc import AsyncGenerator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from storage.pilot_tables import units
from storage.schema import schema
from storage.tables import requests
from storage.unit_of_work import Storage
from storage.upgrade import HEAD, config

# What the comparison by Alembic does not see.
CHECKS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'alembic%' ORDER BY name",
    "postgresql": """
        SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conname NOT LIKE 'alembic%'
        UNION SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE 'alembic%'
        UNION SELECT table_name || '.' || column_name, collation_name FROM information_schema.columns
        WHERE table_schema = 'public' AND collation_name IS NOT NULL
    """,
}


@pytest.fixture
async def bare(bare_url: str) -> AsyncGenerator[Storage]:
    opened = Storage.open(bare_url)
    yield opened
    await opened.close()


def differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), schema))


def rules(connection: Connection) -> set[tuple[str, str]]:
    """Return every constraint and index; on SQLite line by line, since a table keeps the text it was made from.

    A column that was added later stands there on the line of the one before it.
    """
    found = set()
    for name, definition in connection.execute(text(CHECKS[connection.dialect.name])):
        lines = re.split(r"\n|, (?=[a-z_]+ [A-Z])", definition.removesuffix(")")) if definition else []
        found |= {(name, re.sub(r"\s+", " ", line).strip(" ,").replace('"', "")) for line in lines if line.strip()}
    return found


def drop_everything(connection: Connection) -> None:
    told = config()
    told.attributes["connection"] = connection
    command.downgrade(told, "base")


async def test_an_upgrade_from_empty_makes_the_tables_of_the_code(bare: Storage) -> None:
    assert not await bare.is_ready()

    await bare.upgrade()

    assert await bare.is_ready()
    async with bare._database.engine().begin() as connection:
        assert await connection.run_sync(differences) == []


async def test_constraints_and_indexes_are_those_of_the_code(bare: Storage) -> None:
    await bare.upgrade()
    async with bare._database.engine().begin() as connection:
        migrated = await connection.run_sync(rules)
        await connection.run_sync(drop_everything)
        assert {name for name, _ in await connection.run_sync(rules)} <= {"sqlite_sequence"}
        await connection.run_sync(schema.create_all)
        coded = await connection.run_sync(rules)

    assert migrated == coded


def test_the_newest_file_is_what_alembic_calls_the_head() -> None:
    assert ScriptDirectory.from_config(config()).get_heads() == [HEAD]


async def test_an_upgrade_at_head_changes_nothing(bare: Storage) -> None:
    await bare.upgrade()
    await bare.upgrade()

    assert await bare.is_ready()


async def test_two_processes_can_upgrade_at_once(bare_url: str) -> None:
    storages = [Storage.open(bare_url) for _ in range(4)]

    await asyncio.gather(*(storage.upgrade() for storage in storages))

    assert all([await storage.is_ready() for storage in storages])
    for storage in storages:
        await storage.close()


async def test_a_failed_upgrade_leaves_nothing(bare: Storage) -> None:
    async with bare._database.engine().begin() as connection:
        await connection.run_sync(lambda sync: schema.create_all(sync, tables=[units]))

    with pytest.raises(Exception, match="already exists"):
        await bare.upgrade()

    async with bare._database.engine().begin() as connection:
        assert not await connection.run_sync(lambda sync: sync.dialect.has_table(sync, requests.name))


async def test_a_database_that_is_not_there_is_not_ready() -> None:
    storage = Storage.open("postgresql+asyncpg://postgres@127.0.0.1:1/nowhere")

    assert not await storage.is_ready()

    await storage.close()


async def test_messages_of_an_occasion_are_found_also_where_the_database_sorts_swedish_words(
    postgresql_storage: Storage,
) -> None:
    collation = (
        "SELECT collation_name FROM information_schema.columns WHERE (table_name, column_name) = ('outbox', 'dedup')"
    )

    async with postgresql_storage._database.engine().begin() as connection:
        # There "wave:SER1" comes after "wave;", and a range between the two would hold nothing.
        assert (await connection.scalars(text(collation))).one() == "C"
