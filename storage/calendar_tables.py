"""The table of people's calendar feeds."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from storage.columns import Moment
from storage.schema import schema

# Whoever reads the database learns nobody's address.
calendar_feeds = Table(
    "calendar_feeds",
    schema,
    Column("person", ForeignKey("people.code"), primary_key=True),
    Column("generation", Integer, nullable=False),
    Column("hash", String, nullable=False, unique=True),
    Column("made_at", Moment, nullable=False),
    sqlite_with_rowid=False,
)
