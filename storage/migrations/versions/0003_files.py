"""Photos and files that go with an order or a request, and lists of a unit's requests."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

moment = sa.DateTime(timezone=True)
PENDING = sa.text("status = 'pending'")


def upgrade() -> None:
    op.create_table(
        "files",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("person", sa.String, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("subject", sa.String),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("source", sa.Text),
        sa.Column("due", moment, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("kind", sa.String),
        sa.Column("size", sa.Integer),
        sa.Column("reason", sa.String),
        sa.Column("version", sa.Integer, nullable=False),
        sa.CheckConstraint("status IN ('pending', 'kept', 'refused')", name="status"),
    )
    op.create_index("ix_files_subject", "files", ["subject"])
    op.create_index("ix_files_pending", "files", ["due", "id"], sqlite_where=PENDING, postgresql_where=PENDING)
    op.create_table(
        "file_contents",
        sa.Column("file", sa.String, sa.ForeignKey("files.id"), primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_requests_listed", "requests", ["unit", "is_open", "created_at", "id"])


def downgrade() -> None:
    op.drop_index("ix_requests_listed", "requests")
    op.drop_table("file_contents")
    op.drop_table("files")
