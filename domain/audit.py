"""What the audit keeps of a change: each field that became another, as codes, numbers and moments, never words.

What a person wrote (a note, a place, a reason) is told to have changed, and not what it was: names live in one row,
and the audit holds ids (DESIGN §4, *Personal data*).
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from typing import TYPE_CHECKING

from domain.notices import Event
from domain.notices import Value as Plain

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Changed = Mapping[str, Sequence[Plain]]
"""By the name of a field, what it was and what it is."""
COUNTED = frozenset({"id", "version"})
"""What names a thing or counts its changes, and is no change by itself."""
WRITTEN = frozenset({"note", "place", "reason", "text", "words"})
"""Fields that people fill with their own words."""
LEFT_HOURS, AGREED_HOURS = "left_hours", "agreed_hours"
"""What an order left of its month's hours when it was placed, and how many are agreed."""
ENTERED_HOURS = "entered_hours"
"""The hours written down for work that was handed over; of work that is done they are its own."""
_AS_THEY_ARE = frozenset({str, int, bool})
WORDED = frozenset({"place-changed"})
"""Events whose before and after are people's words, for the story that the request's card tells."""


class Origin(StrEnum):
    """Where a change came from: a sentence, a button, a job, a command of who runs the desk, a party's link."""

    CHAT = "chat"
    PRESS = "press"
    JOB = "job"
    COMMAND = "command"
    PARTY = "party"


def changes_between(before: "DataclassInstance | None", after: "DataclassInstance") -> Changed:
    """Return what is another in *after* than in *before*; of something new, all that it holds."""
    found: dict[str, Sequence[Plain]] = {}
    for name in _followed(type(after)):
        now = getattr(after, name)
        was = getattr(before, name) if before is not None else None
        if was is not now and was != now:
            found[name] = [_plain(name, was), _plain(name, now)]
    return found


@cache
def _followed(kind: "type[DataclassInstance]") -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.name not in COUNTED)


def _plain(name: str, value: object) -> Plain:
    if name in WRITTEN:
        return value is not None
    # Most are codes: those are seen first.
    if value is None or type(value) in _AS_THEY_ARE:
        return value  # type: ignore[return-value]
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return f"{value.total_seconds():.0f}" if isinstance(value, timedelta) else str(value)


def without_words(event: Event) -> Event:
    """Return *event* as the audit shows it: without what anybody wrote."""
    is_worded = event.what in WORDED
    return Event(
        subject=event.subject,
        what=event.what,
        person=event.person,
        at=event.at,
        before=None if is_worded else event.before,
        after=None if is_worded else event.after,
        changed=event.changed,
        origin=event.origin,
    )
