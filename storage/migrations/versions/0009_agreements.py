"""What the units and the administration agree on in the product: amendments, who signed, what they chose."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

CODES = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
NEW = ("replaces", "since", "services", "indicators", "signed_by", "signed_at", "ended_on", "version")


def upgrade() -> None:
    op.add_column("agreements", sa.Column("replaces", sa.String))
    op.add_column("agreements", sa.Column("since", sa.Date))
    op.add_column("agreements", sa.Column("services", CODES, nullable=False, server_default="[]"))
    op.add_column("agreements", sa.Column("indicators", CODES, nullable=False, server_default="[]"))
    op.add_column("agreements", sa.Column("signed_by", sa.String))
    op.add_column("agreements", sa.Column("signed_at", sa.DateTime(timezone=True)))
    op.add_column("agreements", sa.Column("ended_on", sa.Date))
    op.add_column("agreements", sa.Column("version", sa.Integer, nullable=False, server_default="1"))


def downgrade() -> None:
    for column in NEW:
        op.drop_column("agreements", column)
