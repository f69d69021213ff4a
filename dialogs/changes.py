"""Changing a request that nobody has begun: by the fields of its card, or in a sentence."""

import re
from collections.abc import Mapping
from dataclasses import replace

from actions.changes import Changed, change_request
from actions.ports import Begin
from actions.requests import read_request
from dialogs.draft_inputs import LONGEST_NOTE, LONGEST_PLACE
from dialogs.draft_inputs import changes as input_changes
from dialogs.my_requests import ask_which, find_meant
from dialogs.order import live_draft, said_changes
from dialogs.place_names import kept_inputs
from dialogs.request_inputs import as_draft
from dialogs.said_after import without_service
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import Intent, Understood, When, WhenKind
from dialogs.understanding.corrections import wanted_instead
from dialogs.understanding.request_words import ChangeSaid, read_change
from dialogs.wanted import wanted_fields
from domain.errors import BadInput
from domain.notices import Message
from domain.requests import CHANGEABLE, RequestStatus, ServiceRequest

CLOCK_ONLY = re.compile(r"(?:kl\.?|klockan|at)?\s*\d{1,2}(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?", re.IGNORECASE)
CORRECTING = frozenset({Intent.UNKNOWN, Intent.ORDER, Intent.HOURS, Intent.ASSIGNMENTS})
"""What "på torsdag" or "40 chairs" can be taken for by itself."""
ONLY_OF_SERIES = frozenset({"rrule", "last_day"})
BARE_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


async def press_change(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Change the request of the card by what was filled in; the card shows it as it is then."""
    request = await read_request(id_in(press, "request"), by=turn.person, catalogue=turn.catalogue, begin=begin)
    inputs = kept_inputs(press.data, unit=request.unit, catalogue=turn.catalogue)
    changed = _without_kind(input_changes(as_draft(request), inputs, at=turn.at))
    done = await _change(turn, request, changed, begin=begin)
    return Reply(toast=_told(done)) if done.parts else Reply()


async def change_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Change the request that the sentence means; None when it asks for no such change."""
    said = read_change(turn.text)
    if said is None or turn.understand is None:
        return await _correct_by_words(turn, begin=begin)
    number = turn.number
    if number is None and await live_draft(turn, begin=begin) is not None:
        return None
    meant = await find_meant(_about(turn, said), CHANGEABLE, begin=begin)
    if not said.is_plain:
        meant = [each for each in meant if _is_service(_about(turn, said), each)]
        if not meant or not _read_when(turn, said.parts[0][1]):
            return None
    if len(meant) != 1:
        return ask_which(turn, meant, "nothing-to-change")
    return await _changed_by(turn, meant[0], said, begin=begin)


async def _correct_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Change the request that the conversation is about by "nej, på torsdag"; None when that corrects nothing of it."""
    kind, _, number = (turn.focus or "").partition(":")
    wanted = wanted_instead(turn.text) if kind == "request" else None
    if wanted is None or turn.understand is None:
        return None
    instead = without_service(turn, wanted, turn.understand(wanted))
    if instead.number is not None or instead.more or instead.intent not in CORRECTING:
        return None
    request = await read_request(number, by=turn.person, catalogue=turn.catalogue, begin=begin)
    names_another = {instead.service, instead.object} - {None, request.service, request.object}
    if request.status not in CHANGEABLE or request.requester != turn.person.code or names_another:
        return None
    said = _without_kind(said_changes(instead, as_draft(request), at=turn.at))
    if said.pop("rrule", None) or not said.keys() - ONLY_OF_SERIES:
        return None
    changed = {name: value for name, value in said.items() if name not in ONLY_OF_SERIES}
    return await told_with_card(turn, request, changed, begin=begin)


async def _changed_by(turn: Turn, request: ServiceRequest, said: ChangeSaid, *, begin: Begin) -> Reply:
    changed = _read_parts(turn, request, said)
    return await told_with_card(turn, request, changed, begin=begin)


async def told_with_card(turn: Turn, request: ServiceRequest, changed: Mapping[str, object], *, begin: Begin) -> Reply:
    """Change *request* and say what came of it, with its card; with nothing to change, ask what."""
    subject = f"request:{request.id}"
    card, state = show("request", subject), {"focus": subject}
    if not changed:
        return Reply(messages=(say("change-what", request=request.id), card), state=state)
    done = await _change(turn, request, changed, begin=begin)
    told = _told(done) if done.parts else say("change-nothing", request=request.id)
    return Reply(messages=(told, card), state=state)


async def _change(turn: Turn, request: ServiceRequest, changed: Mapping[str, object], *, begin: Begin) -> Changed:
    return await change_request(request.id, changed, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)


def _told(done: Changed) -> Message:
    """Return what to say of the change: that it awaits approval, what is charged now, or just that it is done."""
    after = done.after
    if after.status is RequestStatus.AWAITING_APPROVAL and after.status is not done.before.status:
        return say("request-changed-approval", request=after.id, charged_sek=str(after.charged))
    if after.charged != done.before.charged:
        return say("request-changed-cost", request=after.id, charged_sek=str(after.charged))
    return say("request-changed", request=after.id)


def _about(turn: Turn, said: ChangeSaid) -> Turn:
    """Return the turn as if only the request had been named: the new day says nothing of which one is meant."""
    number = turn.number
    understood = turn.understand(said.target) if turn.understand and said.target else Understood(text=said.target)
    return replace(turn, understood=replace(understood, number=number, when=None))


def _is_service(turn: Turn, request: ServiceRequest) -> bool:
    named = turn.understood
    return named is not None and bool({named.service, named.object} - {None} & {request.service, request.object})


def _read_parts(turn: Turn, request: ServiceRequest, said: ChangeSaid) -> dict[str, object]:
    changed: dict[str, object] = {}
    for part, words in said.parts:
        understood = turn.understand(words) if turn.understand else Understood(text=words)
        if part == "time":
            changed |= _read_time(turn, request, words)
        elif part == "place":
            changed["place"] = (understood.place.kept if understood.place else words)[:LONGEST_PLACE]
        elif part == "note":
            changed["note"] = words[:LONGEST_NOTE]
        else:
            changed |= _read_amount(turn, request, part, words)
    return changed


def _read_amount(turn: Turn, request: ServiceRequest, part: str, words: str) -> dict[str, object]:
    """Return the hours or the count in *words*, read as the field of the card reads it."""
    bare = BARE_NUMBER.match(words)
    hours = turn.understand(words).hours if turn.understand and part == "hours" else None
    written = f"{hours:f}" if hours is not None else bare[0] if bare else words
    return _without_kind(input_changes(as_draft(request), {part: written}, at=turn.at))


def _read_time(turn: Turn, request: ServiceRequest, words: str) -> dict[str, object]:
    """Return the wanted time in *words*: a day keeps the time of day, a time of day keeps the day.

    Raises:
        BadInput: there is none in them.
    """
    when = _read_when(turn, words)
    if when is None:
        raise BadInput(field="date", lowest="", highest="")
    inputs = _as_inputs(when, words)
    if inputs is None:
        return _without_kind(wanted_fields(when))
    return _without_kind(input_changes(as_draft(request), inputs, at=turn.at))


def _as_inputs(when: When, words: str) -> Mapping[str, object] | None:
    """Return a single day or moment as the card's fields have it; None for any other time."""
    if when.start is None or (when.end is not None and when.end != when.start):
        return None
    clock, day = when.start.strftime("%H:%M"), when.start.date().isoformat()
    if when.kind is WhenKind.AT:
        return {"time": clock} if CLOCK_ONLY.fullmatch(words.strip()) else {"date": day, "time": clock}
    return {"date": day} if when.kind is WhenKind.DAY else None


def _read_when(turn: Turn, words: str) -> When | None:
    when = turn.understand(words).when if turn.understand else None
    return None if when is None or when.kind is WhenKind.NONE else when


def _without_kind(changed: Mapping[str, object]) -> dict[str, object]:
    """Return the fields that a request has: how a time was said is known of drafts only."""
    return {name: value for name, value in changed.items() if name != "wanted_kind"}
