"""What the database itself refuses: an event is only added, never rewritten or taken away (DESIGN §4, *Audit*).

What a person wrote can be forgotten, since they can ask for that: the reason, and the words of a place that was
changed. Everything else stands as it was written.
"""

from collections.abc import Mapping

from sqlalchemy import DDL, event

from storage.tables import events

WORDS = "events are only added to"
KEPT = ("id", "subject", "what", "person", "at", "changed", "origin")
STORY = ("before", "after")


def _rules(same: str) -> str:
    kept = " AND ".join(f'new."{each}" {same} old."{each}"' for each in KEPT)
    story = " AND ".join(
        f"""(new."{each}" {same} old."{each}" OR (new."{each}" IS NULL AND old.what = 'place-changed'))"""
        for each in STORY
    )
    return f"({kept} AND {story} AND (new.reason {same} old.reason OR new.reason IS NULL))"


REFUSALS: Mapping[str, tuple[str, ...]] = {
    "sqlite": (
        f"CREATE TRIGGER events_are_kept BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, '{WORDS}'); END",
        (
            f"CREATE TRIGGER events_are_not_rewritten BEFORE UPDATE ON events WHEN NOT {_rules('IS')} "
            f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
        ),
    ),
    "postgresql": (
        (
            "CREATE FUNCTION refuse_event() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{WORDS}'; END $$"
        ),
        "CREATE TRIGGER events_are_kept BEFORE DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_event()",
        "CREATE TRIGGER events_are_not_emptied BEFORE TRUNCATE ON events EXECUTE FUNCTION refuse_event()",
        (
            "CREATE TRIGGER events_are_not_rewritten BEFORE UPDATE ON events FOR EACH ROW "
            f"WHEN (NOT {_rules('IS NOT DISTINCT FROM')}) EXECUTE FUNCTION refuse_event()"
        ),
    ),
}
"""By database, what makes it refuse; the newest migration that names events says the same."""

for _dialect, _statements in REFUSALS.items():
    for _words in _statements:
        event.listen(events, "after_create", DDL(_words).execute_if(dialect=_dialect))  # type: ignore[no-untyped-call]
