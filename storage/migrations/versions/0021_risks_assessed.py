"""A risk that is assessed anew, and what an entry of the cause log is about."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("commitments", sa.Column("chosen_risk", sa.String))
    op.add_column("causes", sa.Column("about", sa.String))


def downgrade() -> None:
    op.drop_column("causes", "about")
    op.drop_column("commitments", "chosen_risk")
