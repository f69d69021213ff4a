"""Who approves orders instead of a principal, and when."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

STANDING = sa.text("NOT is_over")


def upgrade() -> None:
    op.create_table(
        "substitutions",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("person", sa.String, nullable=False),
        sa.Column("substitute", sa.String, nullable=False),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("last", sa.Date, nullable=False),
        sa.Column("named_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_over", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index(
        "ix_substitutions_standing", "substitutions", ["last"], sqlite_where=STANDING, postgresql_where=STANDING
    )


def downgrade() -> None:
    op.drop_table("substitutions")
