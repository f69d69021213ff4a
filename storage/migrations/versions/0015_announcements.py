"""Announcements: a text for each audience, whom they were sent to, and who has read them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "announcements",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("sender", sa.String, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("pieces", JSON, nullable=False),
        sa.Column("units", JSON, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("approver", sa.String),
        sa.Column("approved_at", MOMENT),
        sa.Column("send_at", MOMENT),
        sa.Column("sent_at", MOMENT),
        sa.Column("reminded_at", MOMENT),
        sa.Column("recalled_at", MOMENT),
        sa.Column("version", sa.Integer, nullable=False),
        sa.CheckConstraint("status IN ('draft', 'asked', 'scheduled', 'sent', 'recalled')", name="status"),
    )
    op.create_index("ix_announcements_status", "announcements", ["status"])
    op.create_table(
        "announcement_readers",
        sa.Column("announcement", sa.String, sa.ForeignKey("announcements.id"), primary_key=True),
        sa.Column("recipient", sa.String, primary_key=True),
        sa.Column("audience", sa.String, nullable=False),
        sa.Column("read_at", MOMENT),
    )
    op.create_index("ix_announcement_readers_recipient", "announcement_readers", ["recipient"])


def downgrade() -> None:
    op.drop_table("announcement_readers")
    op.drop_table("announcements")
