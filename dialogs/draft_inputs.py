"""The inputs of an order card: how a draft fills them in, and what a person changed in them."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from dialogs.inputs import read_clock, read_day, read_hours
from domain.errors import BadInput
from domain.recurrence import first_day_from, moved_rule
from domain.requests import OrderDraft
from domain.series import DaysOff
from domain.worktime import CLOSES, OPENS, STOCKHOLM, at_local

LONGEST_PLACE = 120
LONGEST_NOTE = 2000
LARGEST_COUNT = 9999
FURTHEST_AHEAD = timedelta(days=3 * 365)
MOST_DIGITS = len(str(LARGEST_COUNT))
ASKED = frozenset({"past", "season", "unreal"})
"""Kinds of wanted time that name none that can be kept: the card asks for one."""
UNTIMED = frozenset({"day", "week", "asap", "none", "recurring"}) | ASKED
"""Kinds of wanted time that name no time of day."""


def asked_time(draft: OrderDraft, *, at: datetime) -> str | None:
    """Return why the wanted time has to be asked for before the draft can be placed, or None.

    ``past`` lies behind at the moment *at*, also by waiting; ``season`` is a time whose days nobody has said;
    ``unreal`` does not exist.
    """
    if draft.wanted_kind in ASKED:
        return draft.wanted_kind
    if draft.wanted_kind in {"from", "recurring"}:
        return None
    closes = draft.wanted_end or draft.wanted_start
    return "past" if closes is not None and closes <= at else None


def prefilled(draft: OrderDraft) -> dict[str, str]:
    """Return what the inputs hold before the person touches them: ISO date, HH:MM, and a decimal point in hours."""
    moment = draft.wanted_start or draft.wanted_end
    local = moment.astimezone(STOCKHOLM) if moment else None
    return {
        "date": local.date().isoformat() if local else "",
        "time": local.strftime("%H:%M") if local and _is_timed(draft) else "",
        "place": draft.place or "",
        "hours": f"{draft.hours.normalize():f}" if draft.hours is not None else "",
        "count": str(draft.count) if draft.count is not None else "",
        "note": draft.note or "",
        "daysoff": draft.days_off or DaysOff.SKIP.value,
    }


def _is_timed(draft: OrderDraft) -> bool:
    if draft.rrule is not None:
        return draft.wanted_end is None
    return draft.wanted_kind not in UNTIMED


def changes(draft: OrderDraft, inputs: Mapping[str, object], *, at: datetime) -> dict[str, object]:
    """Return the fields of *draft* that *inputs* change; an input that is missing or as prefilled changes nothing.

    Raises:
        BadInput: an input can't be read, or lies outside what the desk takes; ``field`` names it.
    """
    before = prefilled(draft)
    given = {name: str(inputs[name]).strip() for name in before if inputs.get(name) is not None}
    new = {name: value for name, value in given.items() if value != before[name]}
    changed: dict[str, object] = {}
    if "place" in new:
        changed["place"] = new["place"][:LONGEST_PLACE] or None
    if "note" in new:
        changed["note"] = new["note"][:LONGEST_NOTE] or None
    if "hours" in new:
        changed["hours"] = read_hours(new["hours"]) if new["hours"] else None
    if "count" in new:
        changed["count"] = _read_count(new["count"]) if new["count"] else None
    if new.get("daysoff") in set(DaysOff):
        changed["days_off"] = new["daysoff"]
    if "date" in new or "time" in new:
        merged = before | given
        changed |= _wanted(draft, day=merged["date"], clock=merged["time"], at=at)
    return changed


def _read_count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS and int(text) > 0):
        raise BadInput(field="count", lowest=1, highest=LARGEST_COUNT)
    return int(text)


def _wanted(draft: OrderDraft, *, day: str, clock: str, at: datetime) -> dict[str, object]:
    """Return the wanted time of a date and, maybe, a time of day. A deadline stays one, and so does an open end."""
    if not day and not clock:
        return {"wanted_kind": "none", "wanted_start": None, "wanted_end": None}
    today = at.astimezone(STOCKHOLM).date()
    wanted_day = read_day(day) if day else today
    if not today <= wanted_day <= today + FURTHEST_AHEAD:
        raise BadInput(field="date", lowest=today.isoformat(), highest=(today + FURTHEST_AHEAD).isoformat())
    if draft.rrule is not None:
        return _recurring(draft, wanted_day, read_clock(clock) if clock else None)
    if draft.wanted_kind == "before":
        deadline = at_local(wanted_day, read_clock(clock) if clock else CLOSES)
        return {"wanted_kind": "before", "wanted_start": None, "wanted_end": deadline}
    if not clock:
        return {"wanted_kind": "day", **span(wanted_day, wanted_day)}
    moment = at_local(wanted_day, read_clock(clock))
    if draft.wanted_kind == "from":
        return {"wanted_kind": "from", "wanted_start": moment, "wanted_end": None}
    length = _length(draft) if draft.wanted_kind == "between" else None
    end = moment + length if length else None
    return {"wanted_kind": "between" if end else "at", "wanted_start": moment, "wanted_end": end}


def _recurring(draft: OrderDraft, day: date, clock: time | None) -> dict[str, object]:
    """Return the first time of a recurrence on another day or at another time; its rule moves along.

    Raises:
        BadInput: the rule can't say that.
    """
    before = draft.wanted_start.astimezone(STOCKHOLM).date() if draft.wanted_start else day
    rrule = moved_rule(draft.rrule or "", since=before, to=day) if day != before else draft.rrule
    if rrule is None:
        raise BadInput(field="date", lowest="", highest="")
    wanted = span(day, day) if clock is None else {"wanted_start": at_local(day, clock), "wanted_end": None}
    return {"wanted_kind": "recurring", "rrule": rrule, **wanted}


def recurring_from(draft: OrderDraft, day: date, *, at: datetime) -> dict[str, object]:
    """Return the first time of a draft that recurs, on the first day of its rule that is *day* or later.

    Raises:
        BadInput: *day* lies behind or too far ahead, or the rule has no day after it.
    """
    today = at.astimezone(STOCKHOLM).date()
    first = first_day_from(draft.rrule or "", day)
    if first is None or not today <= day <= today + FURTHEST_AHEAD:
        raise BadInput(field="date", lowest=today.isoformat(), highest=(today + FURTHEST_AHEAD).isoformat())
    clock = prefilled(draft)["time"]
    wanted = {"wanted_start": at_local(first, read_clock(clock)), "wanted_end": None} if clock else span(first, first)
    return {"wanted_kind": "recurring", **wanted}


def _length(draft: OrderDraft) -> timedelta | None:
    if draft.wanted_start is None or draft.wanted_end is None:
        return None
    return draft.wanted_end - draft.wanted_start


def span(first: date, last: date) -> dict[str, object]:
    """Return the wanted time of whole days: from opening on the first to closing on the last."""
    return {"wanted_start": at_local(first, OPENS), "wanted_end": at_local(last, CLOSES)}
