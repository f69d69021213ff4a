"""Orders that recur, in conversation: mine, leave the next out, change all from here, end them, and days off."""

import re
from collections.abc import Awaitable, Callable, Sequence
from datetime import date, time, timedelta
from decimal import Decimal

from actions.ports import Begin
from actions.series_changes import (
    SeriesChange,
    change_series,
    end_series,
    read_series,
    series_of_person,
    skip_day,
    skip_next,
)
from dialogs import order, series_rules
from dialogs.draft_inputs import LONGEST_PLACE, recurring_from
from dialogs.inputs import day_in, read_clock, read_hours
from dialogs.place_names import kept_place
from dialogs.turn import SUBJECT_SEPARATOR, Press, Reply, Turn, say, show
from dialogs.understanding import Intent, WhenKind
from dialogs.understanding.folding import fold
from dialogs.understanding.rule_words import rule_said
from dialogs.understanding.series_words import bound_in, days_off_in, is_stop, names_days_off, says_start
from domain.errors import BadInput, NotFound
from domain.requests import OrderDraft
from domain.series import DaysOff, OrderSeries
from domain.worktime import STOCKHOLM, local_date
from texts.format import day as day_in_words
from texts.format import listed

MOST_SHOWN = 5
LONGEST_SKIP = timedelta(days=62)
ENDING = "series-end"
"""What the conversation waits for when it has asked whether all of a series is to end."""
_HAS_SERIES = ("series:", "request:")
"""Begins what a conversation can be about when a series is meant: the series itself, or one of its orders."""
NUMBER = re.compile(r"\bS-20[0-9]{2}-[0-9]{4,6}\b", re.IGNORECASE)
_RECURRING = r"\b(?:aterkommande|recurring|serie(?:n|r|rna)?|series)\b"
_END = re.compile(r"\b(?:avsluta|stoppa|stopp|sluta|avboka|avbestall|stop|end|cancel|quit)\b")
_SKIP = re.compile(r"\b(?:hoppa\s+over|skippa|skip)\b.*\b(?:nasta|next)\b")
_SKIPPING = re.compile(r"\b(?:hoppa\s+over|skippa|skip|leave\s+out)\b")
_WHICH_OUT = re.compile(
    r"\b(?:vilka|which|what)\s+(?:\w+\s+){0,3}?(?:dagar|days|holidays|dates)\b.*"
    r"\b(?:hoppas\s+over|hoppar\s+(?:ni|du)\s+over|uteblir|utgar|left\s+out|skipped|skip)\b"
)
_CHANGE = re.compile(r"\b(?:andra|flytta|byt|change|move)\b")
_ALL = re.compile(r"\b(?:alla|allihop|harifran|framover|all|from\s+(?:here|now))\b")

OnSeries = Callable[..., Awaitable[Reply]]


async def answer_series(turn: Turn, *, begin: Begin) -> Reply | None:
    """Answer what is said of orders that recur; None when the sentence is about something else."""
    words = fold(turn.text)
    waiting = turn.state.get("text")
    if turn.state.get("awaiting") == "series" and isinstance(waiting, str) and NUMBER.search(turn.text):
        words = f"{fold(waiting)} {words}"
    of_shown = await _answer_known(turn, words, begin=begin)
    if of_shown is not None:
        return of_shown
    does = _meant(words) or (_skip_on if _SKIPPING.search(words) and _days_to_skip(turn) else None)
    if does is None or _is_order(turn, does, words):
        return None
    meant = await _series_meant(turn, words, begin=begin)
    if does is _show_mine and NUMBER.search(words) is None:
        return await _show_all(turn, begin=begin)
    if not meant:
        return None if does is _skip_on else Reply(messages=(say("series-none"),))
    if len(meant) > 1:
        numbers = ", ".join(each.id for each in meant[:MOST_SHOWN])
        text = turn.text if turn.state.get("awaiting") != "series" else str(waiting)
        return Reply(
            messages=(say("which-series", numbers=numbers),), state={**turn.state, "awaiting": "series", "text": text}
        )
    return await does(turn, meant[0], begin=begin)


async def _answer_known(turn: Turn, words: str, *, begin: Begin) -> Reply | None:
    """Answer what is said of the draft or the series that the sentence or the conversation points at; else None."""
    return (
        await _answer_draft(turn, begin=begin)
        or await _answer_left_out(turn, words, begin=begin)
        or await _answer_days_off(turn, words, begin=begin)
        or await _answer_shown(turn, words, begin=begin)
        or await _answer_service(turn, begin=begin)
    )


def _meant(words: str) -> OnSeries | None:
    is_named = re.search(_RECURRING, words) is not None or NUMBER.search(words) is not None
    if _SKIP.search(words):
        return _skip
    if not is_named:
        return None
    if _END.search(words):
        return _end
    if _CHANGE.search(words) or _ALL.search(words) or says_start(words):
        return _change
    return _show_mine


def _is_order(turn: Turn, does: OnSeries, words: str) -> bool:
    """Tell whether the sentence orders something that recurs, or a series of something, and is about none there is."""
    understood = turn.understood
    if understood is None or understood.intent is not Intent.ORDER or NUMBER.search(words):
        return False
    recurs = understood.when is not None and understood.when.kind is WhenKind.RECURRING
    return does is _show_mine or (does is _change and recurs)


async def _answer_draft(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take what is said of days off, of the beginning or of the end as about the order card that recurs."""
    draft = await order.live_draft(turn, begin=begin)
    if draft is None or draft.rrule is None or NUMBER.search(turn.text):
        return None
    chosen = days_off_in(turn.text)
    changes = {"days_off": chosen.value} if chosen is not None else _bound_said(turn, draft)
    said = None if changes else rule_said(turn.text)
    if said is not None:
        changes = series_rules.of_draft(said, draft, at=turn.at)
        if not changes:
            return Reply(messages=(say("series-no-day-left"),))
    return await order.change_by_words(turn, draft, changes, begin=begin) if changes else None


def _bound_said(turn: Turn, draft: OrderDraft) -> dict[str, object]:
    """Return the fields for "från 5 april" and "till jul": the rule stays, only where it begins or ends is another."""
    bound, when = bound_in(turn.text), turn.when
    day = (when.start or when.end) if when is not None and when.kind is not WhenKind.RECURRING else None
    if bound is None or day is None or (when is not None and when.is_clock_only):
        return {}
    if not bound.is_start:
        return {"last_day": day.date()}
    return recurring_from(draft, day.date(), at=turn.at)


async def _answer_days_off(turn: Turn, words: str, *, begin: Begin) -> Reply | None:
    """Take what is said of days off as about the series that is meant; None where it can be about a single order."""
    chosen = days_off_in(turn.text)
    is_shown = (turn.focus or "").startswith("series:")
    if chosen is None or not (is_shown or names_days_off(words) or NUMBER.search(words)):
        return None
    meant = await _series_meant(turn, words, begin=begin)
    return await _change(turn, meant[0], begin=begin) if len(meant) == 1 else None


async def _answer_shown(turn: Turn, words: str, *, begin: Begin) -> Reply | None:
    """Take "stop it" and "bara måndagar" as said of the series that the conversation is about; None without one.

    Right after one of its orders it is asked whether all of it is to stop.
    """
    is_yes = turn.understood is not None and turn.understood.intent in {Intent.ACCEPT, Intent.APPROVE}
    is_answer = turn.state.get("awaiting") == ENDING and is_yes
    is_stopping = is_stop(words)
    if not (turn.focus or "").startswith(_HAS_SERIES):
        return None
    said = None if is_answer or is_stopping else series_rules.change_said(turn)
    series = await _in_focus(turn, begin=begin) if is_answer or is_stopping or said is not None else None
    if series is None or not series.is_active:
        return None
    subject = f"series:{series.id}"
    if said is not None:
        return await series_rules.change_rule(turn, series, said, begin=begin)
    if is_answer or turn.focus == subject:
        return await _end(turn, series, begin=begin)
    asked = say("series-end-all", series=series.id)
    return Reply(messages=(asked,), state={"focus": subject, "awaiting": ENDING})


async def _answer_service(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take "ändra fönsterputsen till varannan vecka" as said of the one series of that service; None without one."""
    said = series_rules.service_rule_said(turn)
    service = turn.understood.service if turn.understood else None
    mine = [] if said is None else await series_of_person(turn.person, begin=begin)
    found = [each for each in mine if each.service == service]
    return (
        None if said is None or len(found) != 1 else await series_rules.change_rule(turn, found[0], said, begin=begin)
    )


async def _series_meant(turn: Turn, words: str, *, begin: Begin) -> Sequence[OrderSeries]:
    """Return the series of the number, or of the conversation, or of the service named, or all of the person's."""
    number = NUMBER.search(words)
    if number is not None:
        found = await read_series(number[0].upper(), by=turn.person, catalogue=turn.catalogue, begin=begin)
        return [found]
    in_focus = await _in_focus(turn, begin=begin)
    mine = await series_of_person(turn.person, begin=begin)
    service = turn.understood.service if turn.understood else None
    named = [each for each in mine if each.service == service]
    return named or ([in_focus] if in_focus is not None and in_focus.is_active else mine)


async def _in_focus(turn: Turn, *, begin: Begin) -> OrderSeries | None:
    try:
        series_id, _ = await _named_by(turn.focus or "", begin=begin)
        return await read_series(series_id, by=turn.person, catalogue=turn.catalogue, begin=begin)
    except (BadInput, NotFound):
        return None


async def _named_by(subject: str, *, begin: Begin) -> tuple[str, str | None]:
    """Return the id of the series that *subject* is or belongs to, and of the order if it is one.

    Raises:
        BadInput: it is neither.
    """
    kind, _, identity = subject.partition(SUBJECT_SEPARATOR)
    if kind == "series" and identity:
        return identity, None
    if kind == "request" and identity:
        async with begin() as work:
            request = await work.requests.get(identity)
        if request.series is not None:
            return request.series, request.id
    raise BadInput(field="subject", lowest="", highest="")


async def _show_all(turn: Turn, *, begin: Begin) -> Reply:
    mine = await series_of_person(turn.person, begin=begin)
    if not mine:
        return Reply(messages=(say("series-none"),))
    cards = tuple(show("series", f"series:{each.id}") for each in mine[:MOST_SHOWN])
    return Reply(messages=cards, state={"focus": f"series:{mine[0].id}"})


async def _show_mine(turn: Turn, series: OrderSeries, *, begin: Begin) -> Reply:  # noqa: ARG001  # called as the others
    subject = f"series:{series.id}"
    return Reply(messages=(show("series", subject),), state={"focus": subject})


async def _end(turn: Turn, series: OrderSeries, *, begin: Begin) -> Reply:
    await end_series(series.id, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return _said(series, say("series-ended", series=series.id))


async def _skip(turn: Turn, series: OrderSeries, *, begin: Begin) -> Reply:
    day = await skip_next(series.id, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return _said(series, say("series-skipped", series=series.id, day_on=day.isoformat()))


async def _answer_left_out(turn: Turn, words: str, *, begin: Begin) -> Reply | None:
    """Tell which days are left out, and of a draft that single days are left out once it is ordered."""
    is_asked = _WHICH_OUT.search(words) is not None
    if not is_asked and _SKIPPING.search(words) is None:
        return None
    draft = await order.live_draft(turn, begin=begin)
    if draft is None or draft.rrule is None:
        meant = await _series_meant(turn, words, begin=begin) if is_asked else ()
        return await _show_mine(turn, meant[0], begin=begin) if len(meant) == 1 else None
    card = show("order", f"draft:{draft.id}")
    if is_asked:
        return Reply(messages=(card,))
    is_skipping = _days_to_skip(turn) is not None and not NUMBER.search(words)
    return Reply(messages=(say("series-skip-later"), card)) if is_skipping else None


def _days_to_skip(turn: Turn) -> tuple[date, date] | None:
    """Return the first and last day that the sentence names, or the one before it, where it only told which series."""
    waiting = str(turn.state.get("text")) if turn.state.get("awaiting") == "series" else ""
    is_number = bool(waiting) and NUMBER.search(turn.text) is not None
    said = turn.understand(waiting) if is_number and turn.understand is not None else turn.understood
    when = said.when if said is not None else None
    if when is None or when.kind is WhenKind.RECURRING or when.start is None or when.is_clock_only:
        return None
    first = when.start.date()
    last = when.end.date() if when.end is not None else first
    return (first, last) if last - first <= LONGEST_SKIP else None


async def _skip_on(turn: Turn, series: OrderSeries, *, begin: Begin) -> Reply:
    first, last = _days_to_skip(turn) or (date.max, date.min)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    skipped = [
        day
        for day in days
        if await skip_day(series.id, day, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    ]
    if not skipped:
        return _said(series, say("series-not-on", series=series.id, day_on=first.isoformat()))
    today = local_date(turn.at)
    named = listed([day_in_words(each, turn.language, today) for each in skipped], turn.language)
    return _said(series, say("series-skipped-days", series=series.id, days=named))


async def _change(turn: Turn, series: OrderSeries, *, begin: Begin) -> Reply:
    days_off = days_off_in(turn.text)
    # "Nästa vardag" names no day to move to.
    change = SeriesChange(days_off=days_off) if days_off is not None else _said_change(turn)
    said = series_rules.change_said(turn) if days_off is None else None
    if said is not None:
        return await series_rules.change_rule(turn, series, said, begin=begin)
    if change == SeriesChange():
        return _said(series, say("series-nothing-to-change", series=series.id))
    await change_series(series.id, change, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return _said(series, say("series-changed", series=series.id))


def _said(series: OrderSeries, *messages: object) -> Reply:
    return Reply(messages=messages, state={"focus": f"series:{series.id}"})  # type: ignore[arg-type]


def _said_change(turn: Turn) -> SeriesChange:
    """Return what the sentence wants otherwise. A mere time of day moves no day."""
    understood = turn.understood
    if understood is not None and turn.understand is not None:
        # A number looks like a year and a time to those who look for times.
        understood = turn.understand(NUMBER.sub("", turn.text))
    if understood is None:
        return SeriesChange()
    # "Till kl 10" can be read as a deadline: either way it is the time to change to.
    said = (understood.when.start or understood.when.end) if understood.when else None
    start = said.astimezone(STOCKHOLM) if said is not None else None
    is_timed = understood.when is not None and not understood.when.whole_days
    has_day = start is not None and (not is_timed or _names_day(NUMBER.sub("", turn.text)))
    return SeriesChange(
        day=start.date() if start is not None and has_day else None,
        clock=start.time() if start is not None and is_timed else None,
        place=understood.place.kept if understood.place else None,
        hours=understood.hours,
    )


def _names_day(text: str) -> bool:
    return (
        re.search(r"\b(?:man|tis|ons|tors|fre|lor|son|mon|tue|wed|thu|fri|sat|sun)\w*|\b[0-9]{1,2}/[0-9]", fold(text))
        is not None
    )


async def press_end(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """End the series of the card."""
    series_id, _ = await _named_by(press.text("subject") or "", begin=begin)
    await end_series(series_id, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return Reply(toast=say("series-ended", series=series_id))


async def press_skip(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Leave out the day that the card of a series shows as its next; pressed again, that day and no other."""
    series_id, _ = await _named_by(press.text("subject") or "", begin=begin)
    day = await skip_next(
        series_id,
        day=day_in(press, "date"),
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
    )
    return Reply(toast=say("series-skipped", series=series_id, day_on=day.isoformat()))


async def press_change(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Change the series of the card from its occurrence on, by what was filled in."""
    series_id, request = await _named_by(press.text("subject") or "", begin=begin)
    async with begin() as work:
        unit = (await work.series.get(series_id)).unit
    place = kept_place(_place(press), unit=unit, catalogue=turn.catalogue) or None
    change = SeriesChange(
        day=day_in(press, "series-date"),
        clock=_clock(press),
        place=place,
        hours=_hours(press),
        days_off=_days_off(press),
    )
    await change_series(
        series_id, change, since=request, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at
    )
    return Reply(toast=say("series-changed", series=series_id))


def _days_off(press: Press) -> DaysOff | None:
    text = press.text("series-daysoff")
    return DaysOff(text) if text in set(DaysOff) else None


def _clock(press: Press) -> time | None:
    text = press.text("series-time")
    return read_clock(text) if text else None


def _place(press: Press) -> str:
    return (press.text("series-place") or "")[:LONGEST_PLACE]


def _hours(press: Press) -> Decimal | None:
    text = press.text("series-hours")
    return read_hours(text) if text else None
