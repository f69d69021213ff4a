"""The table of the indicators' outcomes."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text, text

from storage.columns import Exact, Moment, RowId
from storage.schema import schema

CURRENT = text("is_current")
"""In these words alone SQLite finds what counts by its index."""

# What was corrected stays, and counts no longer.
observations = Table(
    "observations",
    schema,
    Column("id", RowId, primary_key=True),
    Column("indicator", ForeignKey("indicators.code"), nullable=False),
    Column("month", Date, nullable=False),
    Column("scope", String, nullable=False),
    Column("value", Exact),
    Column("basis", Integer),
    Column("at", Moment, nullable=False),
    Column("person", String),
    Column("comment", Text),
    Column("is_current", Boolean, nullable=False),
    Index(
        "ix_observations_current",
        "scope",
        "month",
        "indicator",
        unique=True,
        sqlite_where=CURRENT,
        postgresql_where=CURRENT,
    ),
    Index("ix_observations_story", "indicator", "scope", "month"),
    sqlite_autoincrement=True,
)
