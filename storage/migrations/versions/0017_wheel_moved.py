"""Commitments that are moved or handed over; the days of those that recur were settings before."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

NEW = ("turn", "moved_to", "holder")


def upgrade() -> None:
    op.add_column("commitments", sa.Column("turn", sa.Date))
    op.add_column("commitments", sa.Column("moved_to", sa.Date))
    op.add_column("commitments", sa.Column("holder", sa.String))
    # SQLite keeps a day as its text, and knows no type of that name.
    day = "value" if op.get_bind().dialect.name == "sqlite" else "CAST(value AS DATE)"
    kept = f"SELECT {day} FROM settings WHERE name = 'commitment-due:' || commitments.code"  # noqa: S608  # fixed words
    op.execute(f"UPDATE commitments SET turn = ({kept}) WHERE recurrence IS NOT NULL")  # noqa: S608  # as above
    op.execute("DELETE FROM settings WHERE name LIKE 'commitment-due:%'")


def downgrade() -> None:
    for name in NEW:
        op.drop_column("commitments", name)
