"""From a wanted time as it was said to the moments that a draft keeps."""

from dataclasses import replace
from datetime import UTC, datetime

from dialogs.draft_inputs import span
from dialogs.understanding import Understood, When, WhenKind


def wanted_in(understood: Understood) -> dict[str, object]:
    """Return the draft's fields for the time that a sentence names; one that has to be asked about is kept as that."""
    if understood.unsettled is not None:
        return {"wanted_kind": understood.unsettled.value, "wanted_start": None, "wanted_end": None}
    return wanted_fields(understood.when)


def wanted_fields(when: When | None) -> dict[str, object]:
    """Return the draft's fields for *when*: kind, start and end in UTC; whole days run from opening to closing.

    Of a recurrence the first time counts: an order is for one time, and its last day is no time that it is wanted.
    """
    if when is None or when.kind is WhenKind.NONE:
        return {"wanted_kind": "none", "wanted_start": None, "wanted_end": None}
    if when.kind is WhenKind.RECURRING:
        when = replace(when, end=None)
    if not when.whole_days:
        return {"wanted_kind": when.kind.value, "wanted_start": _utc(when.start), "wanted_end": _utc(when.end)}
    return {"wanted_kind": when.kind.value, **_whole_days(when)}


def _whole_days(when: When) -> dict[str, object]:
    first, last = when.start or when.end, when.end or when.start
    if first is None or last is None:
        return {"wanted_start": None, "wanted_end": None}
    days = span(first.date(), last.date())
    if when.kind is WhenKind.BEFORE:
        return {"wanted_start": None, "wanted_end": days["wanted_end"]}
    if when.kind is WhenKind.FROM:
        return {"wanted_start": days["wanted_start"], "wanted_end": None}
    return days


def _utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment is not None else None
