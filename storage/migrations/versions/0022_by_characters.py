"""What makes a message one of its own is compared by its characters, whatever language the database sorts by.

The messages of an occasion are those between "occasion:" and "occasion;": none, where words are sorted as in Swedish.
"""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _sort_by("C")


def downgrade() -> None:
    _sort_by("default")


def _sort_by(collation: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f'ALTER TABLE outbox ALTER COLUMN dedup TYPE VARCHAR COLLATE "{collation}"')
