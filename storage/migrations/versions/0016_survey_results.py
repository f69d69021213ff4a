"""What a wave asked stands as it was asked; words beside an answer; questions that are edited or retired."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "wave_questions",
        sa.Column("month", sa.String, sa.ForeignKey("waves.month"), primary_key=True),
        sa.Column("question", sa.String, sa.ForeignKey("questions.code"), primary_key=True),
        sa.Column("indicator", sa.String),
        sa.Column("text_sv", sa.Text, nullable=False),
        sa.Column("text_en", sa.Text, nullable=False),
        sa.Column("answer", sa.String, nullable=False),
        sa.Column("asked", sa.Integer),
        sa.Column("answered", sa.Integer),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "survey_words",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("question", sa.String, sa.ForeignKey("questions.code"), nullable=False, index=True),
        sa.Column("month", sa.String),
        sa.Column("unit", sa.String, sa.ForeignKey("units.code")),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("is_shown", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    op.add_column("answers", sa.Column("words", sa.Text))
    op.add_column("questions", sa.Column("is_retired", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("questions", sa.Column("version", sa.Integer, nullable=False, server_default="1"))
    op.execute(
        "INSERT INTO wave_questions (month, question, indicator, text_sv, text_en, answer) "
        "SELECT DISTINCT p.month, q.code, q.indicator, q.text_sv, q.text_en, q.answer "
        "FROM participation p JOIN questions q ON q.code = p.question"
    )


def downgrade() -> None:
    op.drop_column("questions", "version")
    op.drop_column("questions", "is_retired")
    op.drop_column("answers", "words")
    op.drop_table("survey_words")
    op.drop_table("wave_questions")
