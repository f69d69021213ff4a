"""By which links parties outside the desk answer, and what they have answered."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "party_links",
        sa.Column("hash", sa.String, primary_key=True),
        sa.Column("request", sa.String, sa.ForeignKey("requests.id"), nullable=False),
        sa.Column("party", sa.String, nullable=False),
        sa.Column("made_at", moment, nullable=False),
    )
    op.create_index("ix_party_links_request", "party_links", ["request"])
    op.create_table(
        "party_answers",
        sa.Column("request", sa.String, sa.ForeignKey("requests.id"), primary_key=True),
        sa.Column("nth", sa.Integer, primary_key=True),
        sa.Column("form", sa.String, nullable=False),
        sa.Column("party", sa.String, nullable=False),
        sa.Column("step", sa.String, nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("words", sa.Text),
        sa.Column("expected_on", sa.Date),
        sa.CheckConstraint("step IN ('received', 'started', 'asked', 'done', 'returned')", name="step"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("party_answers")
    op.drop_table("party_links")
