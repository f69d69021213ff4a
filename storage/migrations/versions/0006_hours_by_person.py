"""A person's hours, found by day."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_time_entries_person_day", "time_entries", ["person", "day"])


def downgrade() -> None:
    op.drop_index("ix_time_entries_person_day", "time_entries")
