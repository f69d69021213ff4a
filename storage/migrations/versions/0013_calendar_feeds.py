"""At which secret addresses people read the year wheel in their own calendars."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar_feeds",
        sa.Column("person", sa.String, sa.ForeignKey("people.code"), primary_key=True),
        sa.Column("generation", sa.Integer, nullable=False),
        sa.Column("hash", sa.String, nullable=False, unique=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("calendar_feeds")
