"""Orders that recur: their series, the days these have become, and the rule that a draft keeps."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

moment = sa.DateTime(timezone=True)
exact = sa.Numeric().with_variant(sa.String(), "sqlite")
ACTIVE, IN_SERIES = sa.text("status = 'active'"), sa.text("series IS NOT NULL")


def upgrade() -> None:
    op.add_column("drafts", sa.Column("rrule", sa.String))
    op.add_column("drafts", sa.Column("last_day", sa.Date))
    op.add_column("drafts", sa.Column("days_off", sa.String))
    op.add_column("requests", sa.Column("series", sa.String))
    op.create_index(
        "ix_requests_of_series",
        "requests",
        ["series", "counts_at"],
        sqlite_where=IN_SERIES,
        postgresql_where=IN_SERIES,
    )
    create_series()
    op.create_table(
        "occurrences",
        sa.Column("series", sa.String, sa.ForeignKey("order_series.id"), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("request", sa.String, sa.ForeignKey("requests.id"), unique=True),
        sa.Column("reason", sa.String),
    )


def create_series() -> None:
    op.create_table(
        "order_series",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("unit", sa.String, sa.ForeignKey("units.code"), nullable=False),
        sa.Column("requester", sa.String, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("service", sa.String, sa.ForeignKey("services.code"), nullable=False),
        sa.Column("rrule", sa.String, nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("object", sa.String),
        sa.Column("place", sa.Text),
        sa.Column("note", sa.Text),
        sa.Column("count", sa.Integer),
        sa.Column("hours", exact),
        sa.Column("last_day", sa.Date),
        sa.Column("clock", sa.Time),
        sa.Column("length", sa.BigInteger),
        sa.Column("days_off", sa.String, nullable=False),
        sa.Column("approved_by", sa.String),
        sa.Column("approved_sek", exact),
        sa.Column("draft", sa.String, sa.ForeignKey("drafts.id"), unique=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.CheckConstraint("days_off IN ('skip', 'move')", name="days_off"),
        sa.CheckConstraint("status IN ('active', 'ended')", name="status"),
    )
    op.create_index("ix_order_series_active", "order_series", ["id"], sqlite_where=ACTIVE, postgresql_where=ACTIVE)
    op.create_index("ix_order_series_of_requester", "order_series", ["requester", "id"])


def downgrade() -> None:
    op.drop_table("occurrences")
    op.drop_table("order_series")
    op.drop_index("ix_requests_of_series", "requests")
    op.drop_column("requests", "series")
    for column in ("days_off", "last_day", "rrule"):
        op.drop_column("drafts", column)
