"""Talks with a human being, and what was written in them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

moment = sa.DateTime(timezone=True)
codes = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
LIVE = sa.text("status IN ('waiting', 'taken')")


def upgrade() -> None:
    op.create_table(
        "talks",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("person", sa.String, nullable=False),
        sa.Column("asked", codes, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("about", sa.String),
        sa.Column("coordinator", sa.String),
        sa.Column("ended_at", moment),
        sa.Column("ended_by", sa.String),
        sa.Column("version", sa.Integer, nullable=False),
        sa.CheckConstraint("status IN ('waiting', 'taken', 'ended')", name="status"),
    )
    op.create_index("ix_talks_live", "talks", ["person"], sqlite_where=LIVE, postgresql_where=LIVE)
    op.create_table(
        "talk_lines",
        sa.Column("talk", sa.String, sa.ForeignKey("talks.id"), primary_key=True),
        sa.Column("nth", sa.Integer, primary_key=True),
        sa.Column("person", sa.String, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("at", moment, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("talk_lines")
    op.drop_table("talks")
