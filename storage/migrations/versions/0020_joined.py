"""Whoever has joined a report finds it among their own: an index of who joined what."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

JOINED = sa.text("what = 'joined'")


def upgrade() -> None:
    op.create_index("ix_events_joined", "events", ["person"], sqlite_where=JOINED, postgresql_where=JOINED)


def downgrade() -> None:
    op.drop_index("ix_events_joined", "events")
