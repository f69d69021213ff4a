"""Bringing a database to head, by Alembic, which is asked only when the database is not there."""

from pathlib import Path
from typing import TYPE_CHECKING

from storage.session import Wire

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine

_MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = max(file.name.partition("_")[0] for file in (_MIGRATIONS / "versions").glob("[0-9]*_*.py"))
"""The newest migration: each file is named by its number."""
# Any number, the same for every replica.
_LOCK = 7_104_226_051


def config() -> "Config":
    """Return what Alembic has to be told."""
    from alembic.config import Config  # noqa: PLC0415  # a database at head waits for none of it

    found = Config()
    found.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return found


async def upgrade(engine: "AsyncEngine") -> None:
    """Run what is missing in one transaction; others wait, then find nothing missing."""
    from sqlalchemy import text  # noqa: PLC0415  # as above

    async with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        await connection.run_sync(_upgrade)


def _upgrade(connection: "Connection") -> None:
    from alembic import command  # noqa: PLC0415  # as above

    told = config()
    told.attributes["connection"] = connection
    command.upgrade(told, "head")


async def is_at_head(wire: Wire) -> bool:
    """Tell whether the database has every migration and no later one.

    Raises:
        Exception: it has none at all, in the driver's words.
    """
    return [row[0] for row in await wire.rows("SELECT version_num FROM alembic_version", ())] == [HEAD]
