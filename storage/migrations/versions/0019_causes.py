"""The cause log: a problem, its cause, the measure against it, and the effect."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0017"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "causes",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("problem", sa.Text, nullable=False),
        sa.Column("cause", sa.Text, nullable=False),
        sa.Column("measure", sa.Text, nullable=False),
        sa.Column("person", sa.String, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("effect", sa.Text),
        sa.Column("effect_at", MOMENT),
        sa.Column("version", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("causes")
