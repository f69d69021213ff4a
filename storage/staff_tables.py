"""The tables of who works when."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, text

from storage.columns import Exact, Moment
from storage.schema import schema

STANDING = text("NOT is_over")
"""In these words alone SQLite finds what is not over by its index."""

# Nothing tells why somebody is away.
absences = Table(
    "absences",
    schema,
    Column("id", String, primary_key=True),
    Column("person", String, nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("reported_by", String, nullable=False),
    Column("reported_at", Moment, nullable=False),
    Column("is_over", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Index("ix_absences_standing", "last", sqlite_where=STANDING, postgresql_where=STANDING),
)
substitutions = Table(
    "substitutions",
    schema,
    Column("id", String, primary_key=True),
    Column("person", String, nullable=False),
    Column("substitute", String, nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("named_at", Moment, nullable=False),
    Column("is_over", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Index("ix_substitutions_standing", "last", sqlite_where=STANDING, postgresql_where=STANDING),
)
# A day of a schedule stands here once, whoever does its work and however often it is made: that keeps it single.
standing_days = Table(
    "standing_days",
    schema,
    Column("day", Date, primary_key=True),
    Column("schedule", String, primary_key=True),
    Column("unit", ForeignKey("units.code"), nullable=False),
    Column("service", ForeignKey("services.code"), nullable=False),
    Column("start", Moment, nullable=False),
    Column("hours", Exact, nullable=False),
    Column("price", Exact, nullable=False),
)
