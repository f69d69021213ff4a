"""The tables of what parties outside the desk may answer, and have answered."""

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table, Text

from domain.parties import PartyStep
from storage.columns import Moment, OneOf, only
from storage.schema import schema

# Of the token in a link only its hash is kept, so that nobody who reads the database can answer for a party.
party_links = Table(
    "party_links",
    schema,
    Column("hash", String, primary_key=True),
    Column("request", ForeignKey("requests.id"), nullable=False, index=True),
    Column("party", String, nullable=False),
    Column("made_at", Moment, nullable=False),
)
party_answers = Table(
    "party_answers",
    schema,
    Column("request", ForeignKey("requests.id"), primary_key=True),
    Column("nth", Integer, primary_key=True),
    Column("form", String, nullable=False),
    Column("party", String, nullable=False),
    Column("step", OneOf(PartyStep), nullable=False),
    Column("at", Moment, nullable=False),
    Column("words", Text),
    Column("expected_on", Date),
    only("step", PartyStep),
    sqlite_with_rowid=False,
)
