"""What has happened to a request, as lines that a person reads: the last few events, newest last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from dialogs.cards.elements import GOOD, OVER, STANDING, STOP, UNDER_WAY, WARNING, Tone, Writer
from dialogs.cards.when import wanted
from domain.notices import Event
from domain.requests import RequestStatus, ServiceRequest
from texts import has
from texts.format import hours, moment, money

S = RequestStatus
MOST_EVENTS = 4
MOST_OLDER = 20
TONES: Mapping[RequestStatus, Tone] = {
    S.SUBMITTED: STANDING,
    S.AWAITING_APPROVAL: WARNING,
    S.QUEUED: STANDING,
    S.ASSIGNED: UNDER_WAY,
    S.IN_PROGRESS: UNDER_WAY,
    S.WAITING: WARNING,
    S.DONE: GOOD,
    S.CLOSED: GOOD,
    S.REJECTED: STOP,
    S.CANCELLED: OVER,
    S.FORWARDED: UNDER_WAY,
}
CHANGES = frozenset({"time-changed", "place-changed", "hours-changed", "count-changed", "cost-changed"})
"""Events that tell what a part was and is."""
STEPS: Mapping[RequestStatus, int] = {
    S.SUBMITTED: 0,
    S.QUEUED: 1,
    S.ASSIGNED: 2,
    S.IN_PROGRESS: 3,
    S.WAITING: 3,
    S.DONE: 4,
    S.CLOSED: 4,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """An event with the name of who did it; `name` is empty for the desk itself."""

    event: Event
    name: str = ""


def status_rows(write: Writer, request: ServiceRequest) -> None:
    """Put where the request stands: the status in words, and the line of steps where it is on that road."""
    write.status(TONES[request.status], write.words(f"status-{_dashed(request.status)}"))
    step = STEPS.get(request.status)
    if step is not None:
        names = [write.words(f"step-{name}") for name in ("received", "queued", "assigned", "started", "done")]
        write.steps(names, step)


def story_rows(write: Writer, story: Sequence[Told], *, has_older: bool = False) -> None:
    """Put the last events, oldest of them first; nothing when there are none that a person has words for.

    With *has_older* those before them stand in a section that opens, as many as a card has room for.
    """
    lines = [line for told in story if (line := _line(write, told))]
    if not lines:
        return
    write.title(write.words("story-title"))
    for line in lines[-MOST_EVENTS:]:
        write.hint(line)
    if has_older and len(lines) > MOST_EVENTS:
        _older(write, lines[:-MOST_EVENTS])


def _older(write: Writer, lines: Sequence[str]) -> None:
    write.toggle(write.words("story-whole"), "story")
    with write.section("story", is_hidden=True, style="emphasis"):
        if len(lines) > MOST_OLDER:
            write.hint(write.words("story-before", count=len(lines) - MOST_OLDER))
        for line in lines[-MOST_OLDER:]:
            write.hint(line)


def _line(write: Writer, told: Told) -> str:
    event = told.event
    what = _what(write, event)
    if not what:
        return ""
    at = moment(event.at, write.language, write.frame.today)
    by = write.words("story-by", what=what, name=told.name) if told.name else what
    line = write.words("story-line", moment=at, what=by)
    return write.words("story-reason", line=line, reason=event.reason) if event.reason else line


def _what(write: Writer, event: Event) -> str:
    """Return what happened: the sentence of the event itself, or else of the status that it led to."""
    if event.what in CHANGES and (event.before or event.after):
        was, now = (_part(write, event.what, each) for each in (event.before, event.after))
        return write.words("event-changed", what=write.words(f"event-{event.what}"), before=was, after=now)
    for key in (f"event-{_dashed(event.what)}", f"event-to-{_dashed(event.after or '')}"):
        if has(key):
            return write.words(key)
    return ""


def _part(write: Writer, what: str, value: str | None) -> str:
    """Return what a part was, or is, in words."""
    if what == "time-changed":
        start, _, end = (value or "/").partition("/")
        ends = [datetime.fromisoformat(each) if each else None for each in (start, end)]
        return wanted(ends[0], ends[1], write.language, write.frame.today)
    if not value:
        return write.words("part-none")
    if what == "cost-changed":
        return money(Decimal(value), write.language)
    return hours(Decimal(value), write.language) if what == "hours-changed" else value


def _dashed(code: str) -> str:
    return code.replace(".", "-").replace("_", "-")
