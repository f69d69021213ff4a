"""The days of the schedules, and the assignments of standing work by time."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

IS_STANDING = sa.text("schedule IS NOT NULL")


def upgrade() -> None:
    exact = sa.Numeric().with_variant(sa.String(), "sqlite")
    op.create_table(
        "standing_days",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("schedule", sa.String, primary_key=True),
        sa.Column("unit", sa.String, sa.ForeignKey("units.code"), nullable=False),
        sa.Column("service", sa.String, sa.ForeignKey("services.code"), nullable=False),
        sa.Column("start", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hours", exact, nullable=False),
        sa.Column("price", exact, nullable=False),
    )
    op.create_index(
        "ix_assignments_standing",
        "assignments",
        ["planned_start"],
        sqlite_where=IS_STANDING,
        postgresql_where=IS_STANDING,
    )


def downgrade() -> None:
    op.drop_index("ix_assignments_standing", "assignments")
    op.drop_table("standing_days")
