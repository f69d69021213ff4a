"""The log, as an administrator reads it: what happened, when, by whom, from where, and what became another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialogs.cards.elements import STANDING, Frame, Shown, Writer
from domain.notices import Event, Value
from texts import has
from texts.format import moment

MOST_LISTED = 10
MOST_CHANGES = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class AuditFacts:
    """A page of the log, newest first: of what `number` names, or of everything where it is empty."""

    events: Sequence[Event]
    number: str = ""
    page: int = 1
    has_more: bool = False
    names: Mapping[str, str]


def audit_card(facts: AuditFacts, frame: Frame) -> Shown:
    """Return a page of the log."""
    write = Writer(frame)
    heading = write.words("audit-heading", number=facts.number) if facts.number else write.words("audit-heading-all")
    write.heading(heading)
    if not facts.events:
        write.status(STANDING, write.words("audit-none"))
    for each in facts.events:
        _event(write, each, facts)
    if facts.page > 1 or facts.has_more:
        write.hint(write.words("requests-page", page=str(facts.page)))
    _turning(write, facts)
    return write.finish(heading)


def _event(write: Writer, event: Event, facts: AuditFacts) -> None:
    at = moment(event.at, write.language, write.frame.today)
    who = facts.names.get(event.person or "") or event.person or write.words("audit-desk")
    origin = write.words(f"origin-{event.origin}") if has(f"origin-{event.origin}") else ""
    about = event.subject.partition(":")[2] if event.subject.partition(":")[2] != facts.number else ""
    write.title(" · ".join(part for part in (at, about, _what(write, event)) if part))
    write.line(" · ".join(part for part in (f"{who} ({event.person})" if event.person else who, origin) if part))
    write.hint(_changes(event))


def _what(write: Writer, event: Event) -> str:
    """Return what happened in the words of the story, or else by its code."""
    code = _dashed(event.what)
    for key in (f"event-{code}", f"event-to-{code}", f"logged-{code}"):
        if has(key):
            return write.words(key)
    return event.what


def _changes(event: Event) -> str:
    """Return which fields became others, by code: `status queued → assigned`."""
    told = [_change(name, was, now) for name, (was, now) in sorted((event.changed or {}).items())]
    if not told and event.before is not None and event.before != event.after:
        told = [f"{_value(event.before)} → {_value(event.after)}"]
    more = [f"+{len(told) - MOST_CHANGES}"] if len(told) > MOST_CHANGES else []
    return ", ".join([*told[:MOST_CHANGES], *more])


def _change(name: str, was: Value, now: Value) -> str:
    return f"{name} {_value(now)}" if was is None else f"{name} {_value(was)} → {_value(now)}"


def _value(value: Value) -> str:
    return "–" if value is None else str(value)


def _turning(write: Writer, facts: AuditFacts) -> None:
    turns = [(facts.page + 1, "audit-older", facts.has_more), (facts.page - 1, "audit-newer", facts.page > 1)]
    for page, key, is_there in turns:
        if is_there:
            key_of_way = "way-audit-page" if facts.number else "way-audit-page-all"
            way = write.words(key_of_way, number=facts.number, page=str(page))
            write.button("audit.show", label=write.words(key), way=way, number=facts.number, page=page)
    if facts.number:
        way = write.words("way-audit-show")
        write.button("audit.show", label=write.words("audit-all"), way=way, number="", page=1)


def _dashed(code: str) -> str:
    return code.replace(".", "-").replace("_", "-")
