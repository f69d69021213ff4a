"""The table of the cause log."""

from sqlalchemy import Column, Integer, String, Table, Text

from storage.columns import Moment
from storage.schema import schema

causes = Table(
    "causes",
    schema,
    Column("id", String, primary_key=True),
    Column("problem", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Column("measure", Text, nullable=False),
    Column("person", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("effect", Text),
    Column("effect_at", Moment),
    Column("about", String),
    Column("version", Integer, nullable=False),
)
