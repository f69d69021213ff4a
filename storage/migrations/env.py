"""Alembic's way in: on the connection that `Storage.upgrade` hands over, or on ``-x url=…`` from the command line."""

import asyncio

from alembic import context
from sqlalchemy import Connection

from storage import (
    announcement_tables,
    calendar_tables,
    cause_tables,
    indicator_tables,
    party_tables,
    pilot_tables,
    staff_tables,
    survey_tables,
    tables,
)
from storage.databases import open_database
from storage.schema import schema

# Reading them is what fills the schema.
KNOWN = (
    tables,
    pilot_tables,
    staff_tables,
    party_tables,
    calendar_tables,
    cause_tables,
    indicator_tables,
    announcement_tables,
    survey_tables,
)


def run(connection: Connection) -> None:
    """Run the migrations in the transaction of *connection*."""
    context.configure(connection=connection, target_metadata=schema, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


async def run_at(url: str) -> None:
    """Run the migrations on the database at *url*, in one transaction."""
    database = open_database(url, is_durable=True)
    async with database.engine().begin() as connection:
        await connection.run_sync(run)
    await database.close()


handed_over = context.config.attributes.get("connection")
if handed_over is not None:
    run(handed_over)
else:
    asyncio.run(run_at(context.get_x_argument(as_dictionary=True)["url"]))
