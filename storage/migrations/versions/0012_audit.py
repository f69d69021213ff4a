"""What happened tells where it came from and what changed, and is only ever added to."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0010"
branch_labels = None
depends_on = None

VALUES = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
KEPT = ("id", "subject", "what", "person", "at", "changed", "origin")
STORY = ("before", "after")
SETTLED = ("promise-kept", "promise-broken")


def upgrade() -> None:
    op.add_column("events", sa.Column("changed", VALUES))
    op.add_column("events", sa.Column("origin", sa.String))
    settled = sa.text(f"what IN {SETTLED!r}")
    op.create_index("ix_events_promises", "events", ["at"], sqlite_where=settled, postgresql_where=settled)
    for words in POSTGRESQL if op.get_context().dialect.name == "postgresql" else SQLITE:
        op.execute(words)


def downgrade() -> None:
    is_postgresql = op.get_context().dialect.name == "postgresql"
    for name in ("events_are_kept", "events_are_not_rewritten", "events_are_not_emptied"):
        if is_postgresql:
            op.execute(f"DROP TRIGGER IF EXISTS {name} ON events")
        elif name != "events_are_not_emptied":
            op.execute(f"DROP TRIGGER {name}")
    if is_postgresql:
        op.execute("DROP FUNCTION refuse_event()")
    op.drop_index("ix_events_promises", "events")
    op.drop_column("events", "origin")
    op.drop_column("events", "changed")


# What a person wrote can be forgotten, and nothing else: the reason, and the words of a place that was changed.
def _rules(same: str) -> str:
    kept = " AND ".join(f'new."{each}" {same} old."{each}"' for each in KEPT)
    story = " AND ".join(
        f"""(new."{each}" {same} old."{each}" OR (new."{each}" IS NULL AND old.what = 'place-changed'))"""
        for each in STORY
    )
    return f"({kept} AND {story} AND (new.reason {same} old.reason OR new.reason IS NULL))"


SQLITE = (
    "CREATE TRIGGER events_are_kept BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are only added to'); END",
    (
        f"CREATE TRIGGER events_are_not_rewritten BEFORE UPDATE ON events WHEN NOT {_rules('IS')} "
        "BEGIN SELECT RAISE(ABORT, 'events are only added to'); END"
    ),
)
POSTGRESQL = (
    (
        "CREATE FUNCTION refuse_event() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'events are only added to'; END $$"
    ),
    "CREATE TRIGGER events_are_kept BEFORE DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_event()",
    "CREATE TRIGGER events_are_not_emptied BEFORE TRUNCATE ON events EXECUTE FUNCTION refuse_event()",
    (
        "CREATE TRIGGER events_are_not_rewritten BEFORE UPDATE ON events FOR EACH ROW "
        f"WHEN (NOT {_rules('IS NOT DISTINCT FROM')}) EXECUTE FUNCTION refuse_event()"
    ),
)
