"""The tables of what happens: messages in and out, cards, requests, assignments, surveys, slots."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from domain.assignments import LIVE, AssignmentStatus
from domain.notices import AfterLost, OwedStatus
from domain.requests import RequestKind, RequestStatus
from storage.columns import Codes, Exact, Moment, OneOf, RowId, Span, Values, only
from storage.schema import schema

inbox = Table(
    "inbox",
    schema,
    Column("conversation", String, primary_key=True),
    Column("activity", String, primary_key=True),
    Column("received_at", Moment, nullable=False, index=True),
)
# `renewed` counts up each time a conversation is remembered, so that the newest is known without a clock.
conversations = Table(
    "conversations",
    schema,
    Column("id", String, primary_key=True),
    Column("person", String),
    Column("is_personal", Boolean, nullable=False),
    Column("is_active", Boolean, nullable=False),
    Column("address", Values, nullable=False),
    Column("state", Values, nullable=False),
    Column("version", Integer, nullable=False),
    Column("renewed", BigInteger, nullable=False, index=True),
    Index(None, "person", "renewed"),
)
# A card's number is never used again: what is owed to a card that is gone must not reach another.
cards = Table(
    "cards",
    schema,
    Column("id", RowId, primary_key=True),
    Column("conversation", String, nullable=False),
    Column("activity", String, nullable=False),
    Column("person", String),
    Column("language", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("text", String),
    Column("view", String),
    Column("subject", String, index=True),
    Column("values", Values, nullable=False),
    UniqueConstraint("conversation", "activity"),
    sqlite_autoincrement=True,
)


def _partial(name: str, *columns: str, where: str) -> Index:
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


# `lane` is the conversation or the recipient: one message at a time is under way in it. The indexes hold what is not
# finished only, so that they stay small however much has been sent.
outbox = Table(
    "outbox",
    schema,
    Column("id", RowId, primary_key=True),
    Column("kind", String, nullable=False),
    Column("dedup", String, nullable=False, unique=True),
    Column("due", Moment, nullable=False),
    Column("text", String),
    Column("view", String),
    Column("subject", String),
    Column("values", Values, nullable=False),
    Column("recipient", String),
    Column("conversation", String),
    Column("card", BigInteger),
    Column("lane", String, nullable=False),
    Column("after_lost", OneOf(AfterLost), nullable=False),
    Column("status", OneOf(OwedStatus), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("owner", String),
    Column("leased_until", Moment),
    Column("sent_at", Moment),
    Column("settled_at", Moment),
    Column("error", Text),
    only("after_lost", AfterLost),
    only("status", OwedStatus),
    _partial("ix_outbox_pending", "due", "id", where="status = 'pending'"),
    _partial("ix_outbox_sending", "leased_until", where="status = 'sending'"),
    _partial("ix_outbox_lane", "lane", "due", "id", where="status IN ('pending', 'sending')"),
    _partial("ix_outbox_refresh", "card", where="status = 'pending' AND kind = 'refresh'"),
    _partial("ix_outbox_waiting", "recipient", where="status = 'waiting'"),
    _partial("ix_outbox_undeliverable", "id", where="status = 'undeliverable'"),
    sqlite_autoincrement=True,
)
counters = Table(
    "counters",
    schema,
    Column("name", String, primary_key=True),
    Column("value", Integer, nullable=False),
)
drafts = Table(
    "drafts",
    schema,
    Column("id", String, primary_key=True),
    Column("person", String, nullable=False),
    Column("unit", ForeignKey("units.code"), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("service", ForeignKey("services.code")),
    Column("object", String),
    Column("place", Text),
    Column("note", Text),
    Column("count", Integer),
    Column("hours", Exact),
    Column("wanted_kind", String, nullable=False),
    Column("wanted_start", Moment),
    Column("wanted_end", Moment),
    Column("choices", Codes, nullable=False),
    Column("is_dropped", Boolean, nullable=False),
    Column("request", String),
    Column("version", Integer, nullable=False),
    _partial("ix_drafts_live", "person", "created_at", where="request IS NULL AND NOT is_dropped"),
)
# Three columns are worked out from the others when a request is written, for the indexes to be in the order asked for:
# `is_open`, `due_at` (the promised time, or the end of time) and `counts_at` (when its hours count: wanted, or made).
requests = Table(
    "requests",
    schema,
    Column("id", String, primary_key=True),
    Column("kind", OneOf(RequestKind), nullable=False),
    Column("status", OneOf(RequestStatus), nullable=False),
    Column("unit", ForeignKey("units.code"), nullable=False),
    Column("requester", String, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("service", ForeignKey("services.code")),
    Column("object", ForeignKey("boundary.code")),
    Column("party", ForeignKey("parties.code")),
    Column("severity", String),
    Column("deviation_of", ForeignKey("services.code")),
    Column("place", Text),
    Column("note", Text),
    Column("count", Integer),
    Column("wanted_start", Moment),
    Column("wanted_end", Moment),
    Column("promised_at", Moment),
    Column("hours", Exact),
    Column("price", Exact),
    Column("included", Exact),
    Column("charged", Exact),
    Column("approved_by", String),
    Column("done_at", Moment),
    Column("closed_at", Moment),
    Column("rating", Integer),
    Column("draft", ForeignKey("drafts.id"), unique=True),
    Column("version", Integer, nullable=False),
    Column("is_open", Boolean, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("counts_at", Moment, nullable=False),
    only("kind", RequestKind),
    only("status", RequestStatus),
    CheckConstraint("rating BETWEEN 1 AND 5", name="rating"),
    Index("ix_requests_of_requester", "requester", "is_open", "created_at", "id"),
    Index("ix_requests_in_status", "status", "due_at", "id"),
    Index("ix_requests_of_unit", "unit", "status", "due_at", "id"),
    Index("ix_requests_drawn", "unit", "counts_at"),
)
_LIVE = ", ".join(f"'{status.value}'" for status in AssignmentStatus if status in LIVE)
assignments = Table(
    "assignments",
    schema,
    Column("id", String, primary_key=True),
    Column("person", String, nullable=False),
    Column("status", OneOf(AssignmentStatus), nullable=False),
    Column("offered_at", Moment, nullable=False),
    Column("request", ForeignKey("requests.id"), index=True),
    Column("schedule", String),
    Column("planned_start", Moment),
    Column("planned_end", Moment),
    Column("accepted_at", Moment),
    Column("started_at", Moment),
    Column("running_since", Moment),
    Column("worked", Span, nullable=False),
    Column("done_at", Moment),
    Column("hours", Exact),
    Column("version", Integer, nullable=False),
    only("status", AssignmentStatus),
    _partial("ix_assignments_live", "person", "planned_start", where=f"status IN ({_LIVE})"),
)
time_entries = Table(
    "time_entries",
    schema,
    Column("id", RowId, primary_key=True),
    Column("request", ForeignKey("requests.id"), index=True),
    Column("schedule", String),
    Column("assignment", ForeignKey("assignments.id"), index=True),
    Column("person", String, nullable=False),
    Column("unit", ForeignKey("units.code"), nullable=False),
    Column("service", ForeignKey("services.code")),
    Column("day", Date, nullable=False),
    Column("hours", Exact, nullable=False),
    Column("price", Exact, nullable=False),
    Column("amount", Exact, nullable=False),
    Column("reason", Text),
    Index(None, "unit", "day"),
    sqlite_autoincrement=True,
)
events = Table(
    "events",
    schema,
    Column("id", RowId, primary_key=True),
    Column("subject", String, nullable=False),
    Column("what", String, nullable=False),
    Column("person", String),
    Column("at", Moment, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("reason", Text),
    Index(None, "subject", "id"),
    sqlite_autoincrement=True,
)
waves = Table(
    "waves",
    schema,
    Column("month", String, primary_key=True),
    Column("opened_at", Moment, nullable=False),
    Column("closes_on", Date, nullable=False),
    Column("secret", LargeBinary),
    Column("is_paused", Boolean, nullable=False),
)
# Who was asked stands apart from what was answered; neither table says when.
participation = Table(
    "participation",
    schema,
    Column("month", ForeignKey("waves.month"), primary_key=True),
    Column("person", String, primary_key=True),
    Column("question", ForeignKey("questions.code"), nullable=False),
    Column("is_answered", Boolean, nullable=False, server_default=false()),
    sqlite_with_rowid=False,
)
answers = Table(
    "answers",
    schema,
    Column("month", ForeignKey("waves.month"), primary_key=True),
    Column("question", ForeignKey("questions.code"), primary_key=True),
    Column("key", String, primary_key=True),
    Column("unit", ForeignKey("units.code")),
    Column("answer", Text, nullable=False),
    sqlite_with_rowid=False,
)
snoozes = Table(
    "snoozes",
    schema,
    Column("commitment", ForeignKey("commitments.code"), primary_key=True),
    Column("person", String, primary_key=True),
    Column("until", Date, nullable=False),
)
commitment_notes = Table(
    "commitment_notes",
    schema,
    Column("id", RowId, primary_key=True),
    Column("commitment", ForeignKey("commitments.code"), nullable=False, index=True),
    Column("person", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
slots = Table(
    "slots",
    schema,
    Column("job", String, primary_key=True),
    Column("slot", String, primary_key=True),
    Column("started_at", Moment, nullable=False, index=True),
    Column("finished_at", Moment),
    Column("outcome", Text),
)
settings = Table(
    "settings",
    schema,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)
