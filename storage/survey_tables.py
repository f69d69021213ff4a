"""The tables of the monthly question: who was asked what, what was answered, and what was said in words."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, LargeBinary, String, Table, Text, false

from domain.surveys import AnswerKind
from storage.columns import Moment, OneOf
from storage.schema import schema

waves = Table(
    "waves",
    schema,
    Column("month", String, primary_key=True),
    Column("opened_at", Moment, nullable=False),
    Column("closes_on", Date, nullable=False),
    Column("secret", LargeBinary),
    Column("is_paused", Boolean, nullable=False),
)
# What was asked stands as it was asked, whatever becomes of the question. The counts are there once it is closed.
wave_questions = Table(
    "wave_questions",
    schema,
    Column("month", ForeignKey("waves.month"), primary_key=True),
    Column("question", ForeignKey("questions.code"), primary_key=True),
    Column("indicator", String),
    Column("text_sv", Text, nullable=False),
    Column("text_en", Text, nullable=False),
    Column("answer", OneOf(AnswerKind), nullable=False),
    Column("asked", Integer),
    Column("answered", Integer),
    sqlite_with_rowid=False,
)
# Who was asked stands apart from what was answered; neither table says when.
participation = Table(
    "participation",
    schema,
    Column("month", ForeignKey("waves.month"), primary_key=True),
    Column("person", String, primary_key=True),
    Column("question", ForeignKey("questions.code"), nullable=False),
    Column("is_answered", Boolean, nullable=False, server_default=false()),
    sqlite_with_rowid=False,
)
answers = Table(
    "answers",
    schema,
    Column("month", ForeignKey("waves.month"), primary_key=True),
    Column("question", ForeignKey("questions.code"), primary_key=True),
    Column("key", String, primary_key=True),
    Column("unit", ForeignKey("units.code")),
    Column("answer", Text, nullable=False),
    Column("words", Text),
    sqlite_with_rowid=False,
)
# Words of closed waves, apart from the answers that they came with; of few people they tell no month and no unit.
survey_words = Table(
    "survey_words",
    schema,
    Column("key", String, primary_key=True),
    Column("question", ForeignKey("questions.code"), nullable=False, index=True),
    Column("month", String),
    Column("unit", ForeignKey("units.code")),
    Column("words", Text, nullable=False),
    Column("is_shown", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
