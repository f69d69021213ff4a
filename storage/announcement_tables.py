"""The tables of announcements and of whom they were sent to."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from domain.announcements import AnnouncementStatus
from storage.columns import Codes, Json, Moment, OneOf, only
from storage.schema import schema

announcements = Table(
    "announcements",
    schema,
    Column("id", String, primary_key=True),
    Column("sender", String, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("pieces", Json, nullable=False),
    Column("units", Codes, nullable=False),
    Column("status", OneOf(AnnouncementStatus), nullable=False, index=True),
    Column("approver", String),
    Column("approved_at", Moment),
    Column("send_at", Moment),
    Column("sent_at", Moment),
    Column("reminded_at", Moment),
    Column("recalled_at", Moment),
    Column("version", Integer, nullable=False),
    only("status", AnnouncementStatus),
)
announcement_readers = Table(
    "announcement_readers",
    schema,
    Column("announcement", ForeignKey("announcements.id"), primary_key=True),
    Column("recipient", String, primary_key=True, index=True),
    Column("audience", String, nullable=False),
    Column("read_at", Moment),
)
