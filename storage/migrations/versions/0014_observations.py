"""The outcomes of the indicators, with what was corrected."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
EXACT = sa.String().with_variant(sa.Numeric(), "postgresql")
DONE = sa.text("done_at IS NOT NULL")
REOPENED = sa.text("what = 'reopened'")
CURRENT = sa.text("is_current")


def upgrade() -> None:
    op.create_table(
        "observations",
        sa.Column("id", ROW_ID, primary_key=True),
        sa.Column("indicator", sa.String, sa.ForeignKey("indicators.code"), nullable=False),
        sa.Column("month", sa.Date, nullable=False),
        sa.Column("scope", sa.String, nullable=False),
        sa.Column("value", EXACT),
        sa.Column("basis", sa.Integer),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person", sa.String),
        sa.Column("comment", sa.Text),
        sa.Column("is_current", sa.Boolean, nullable=False),
        sqlite_autoincrement=True,
    )
    columns = ["scope", "month", "indicator"]
    op.create_index(
        "ix_observations_current",
        "observations",
        columns,
        unique=True,
        sqlite_where=CURRENT,
        postgresql_where=CURRENT,
    )
    op.create_index("ix_observations_story", "observations", ["indicator", "scope", "month"])
    op.create_index("ix_requests_done", "requests", ["done_at"], sqlite_where=DONE, postgresql_where=DONE)
    op.create_index("ix_events_reopened", "events", ["at"], sqlite_where=REOPENED, postgresql_where=REOPENED)


def downgrade() -> None:
    op.drop_index("ix_events_reopened", "events")
    op.drop_index("ix_requests_done", "requests")
    op.drop_table("observations")
