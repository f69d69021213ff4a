"""From a wanted time as it was said to the moments that a draft keeps."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from dialogs.draft_inputs import changes, prefilled, span
from dialogs.understanding import Understood, When, WhenKind
from domain.recurrence import moved_rule
from domain.requests import OrderDraft
from domain.worktime import STOCKHOLM, at_local


def wanted_in(understood: Understood) -> dict[str, object]:
    """Return the draft's fields for the time that a sentence names; one that has to be asked about is kept as that."""
    if understood.unsettled is not None:
        return wanted_fields(None) | {"wanted_kind": understood.unsettled.value}
    return wanted_fields(understood.when)


def wanted_otherwise(understood: Understood, draft: OrderDraft, *, at: datetime) -> dict[str, object]:
    """Return the draft's fields for another time: a mere day keeps the time of day, a mere time of day the day.

    That is what the fields of its card do as well. A deadline is left with its day: "nej, på torsdag" is all of it.
    A mere weekday keeps the week that was wanted, unless that day of it lies behind.

    Raises:
        BadInput: the day lies too far ahead.
    """
    when, first = understood.when, draft.wanted_start or draft.wanted_end
    if when is None or understood.unsettled is not None or first is None:
        return wanted_in(understood)
    if when.is_weekday_only:
        when = _in_week_of(first.astimezone(STOCKHOLM).date(), when, at=at)
    if draft.rrule is not None:
        return wanted_fields(when)
    before = {name: getattr(draft, name) for name in ("wanted_kind", "wanted_start", "wanted_end")}
    is_timed = draft.wanted_kind != "before" and bool(prefilled(draft)["time"])
    if when.kind is WhenKind.DAY and when.start is not None and is_timed:
        return before | changes(draft, {"date": when.start.date().isoformat()}, at=at)
    if when.is_clock_only and when.kind is WhenKind.AT and when.start is not None:
        return before | changes(draft, {"time": when.start.strftime("%H:%M")}, at=at)
    if when.is_clock_only:
        day = first.astimezone(STOCKHOLM).date()
        when = replace(when, start=_on(day, when.start), end=_on(day, when.end))
    return wanted_fields(when)


def _in_week_of(day: date, when: When, *, at: datetime) -> When:
    """Return *when*, which named a mere weekday, in the week of *day*; as it is where that does not lie ahead."""
    named = when.start or when.end
    if named is None:
        return when
    by = _monday_of(day) - _monday_of(named.date())
    if (named + by).date() <= at.astimezone(STOCKHOLM).date():
        return when
    return replace(when, start=when.start and when.start + by, end=when.end and when.end + by)


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _on(day: date, moment: datetime | None) -> datetime | None:
    return moment and at_local(day, moment.time()).astimezone(STOCKHOLM)


def wanted_fields(when: When | None) -> dict[str, object]:
    """Return the draft's fields for *when*: kind, start and end in UTC; whole days run from opening to closing.

    Of a recurrence that is its first time; its rule and last day stand by themselves.
    """
    once: dict[str, object] = {"rrule": None, "last_day": None}
    if when is None or when.kind is WhenKind.NONE:
        return {"wanted_kind": "none", "wanted_start": None, "wanted_end": None, **once}
    if when.kind is WhenKind.RECURRING:
        once = {"rrule": when.rrule, "last_day": when.end.date() if when.end else None}
        when = replace(when, end=None)
    if not when.whole_days:
        ends = {"wanted_start": _utc(when.start), "wanted_end": _utc(when.end)}
        return {"wanted_kind": when.kind.value, **ends, **once}
    return {"wanted_kind": when.kind.value, **_whole_days(when), **once}


def said_of_series(draft: OrderDraft, said: Mapping[str, object]) -> Mapping[str, object]:
    """Return what was said of a draft that recurs, so that it goes on recurring: another time, or another day.

    "Nej, kl 9" keeps its days, "nej, på torsdag" moves its rule there. What says a rule of its own stays as it is.
    """
    start = said.get("wanted_start")
    if draft.rrule is None or draft.wanted_start is None or said.get("rrule") or not isinstance(start, datetime):
        return said
    end = said.get("wanted_end")
    is_part_of_day = (
        isinstance(end, datetime) and end.astimezone(STOCKHOLM).date() == start.astimezone(STOCKHOLM).date()
    )
    if said.get("wanted_kind") not in {"at", "day"} and not (said.get("wanted_kind") == "between" and is_part_of_day):
        return said
    kept = {name: value for name, value in said.items() if name not in {"rrule", "last_day", "wanted_kind"}}
    before, new = draft.wanted_start.astimezone(STOCKHOLM), start.astimezone(STOCKHOLM)
    rrule = moved_rule(draft.rrule, since=before.date(), to=new.date())
    if said.get("wanted_kind") == "day":
        timed = {"wanted_start": at_local(new.date(), before.time()), "wanted_end": None}
        return kept | {"rrule": rrule or draft.rrule} | (timed if draft.wanted_end is None else {})
    return kept | {"wanted_start": at_local(before.date(), new.time()), "wanted_end": None}


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
