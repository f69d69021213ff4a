"""Ordering again what was ordered before: a new draft of it, moved to the next such day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import NAMESPACE_OID, uuid5

from actions.orders import keep_draft
from actions.ports import Begin
from actions.requests import my_requests, read_request
from dialogs.my_requests import ask_which
from dialogs.order import said_changes, show_draft
from dialogs.request_inputs import as_draft, weeks_on, weeks_to_come
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn
from dialogs.understanding import Understood
from dialogs.understanding.request_words import AgainSaid, read_again
from domain.errors import BadInput
from domain.requests import OrderDraft, RequestKind, RequestStatus, ServiceRequest
from domain.worktime import STOCKHOLM

UNDONE = frozenset({RequestStatus.CANCELLED, RequestStatus.REJECTED})
MOST_LOOKED_AT = 50


async def press_again(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Make a draft like the request of the card, and show it as a new card below."""
    request = await read_request(id_in(press, "request"), by=turn.person, catalogue=turn.catalogue, begin=begin)
    return await _again(turn, request, None, begin=begin)


async def again_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Make a draft like the order that the sentence means; None when it asks for no such thing."""
    said = read_again(turn.text)
    if said is None or turn.understand is None:
        return None
    rest = turn.understand(said.rest) if said.rest else None
    meant = await _find_meant(turn, said, begin=begin)
    if len(meant) != 1:
        return ask_which(turn, meant, "nothing-to-repeat")
    return await _again(turn, meant[0], rest, begin=begin)


async def _find_meant(turn: Turn, said: AgainSaid, *, begin: Begin) -> Sequence[ServiceRequest]:
    """Return the orders that can be meant: by number, by what it was, of last week, the one in focus, or the last."""
    number = turn.number
    if number is not None:
        return [await read_request(number, by=turn.person, catalogue=turn.catalogue, begin=begin)]
    mine = [each for each in await my_requests(turn.person, begin=begin, limit=MOST_LOOKED_AT) if _is_order(each)]
    rest = turn.understand(said.rest) if turn.understand and said.rest else None
    if rest is not None and rest.service is not None:
        mine = [each for each in mine if each.service == rest.service] or mine
    if said.is_last_week:
        return [each for each in mine if _is_of_last_week(each, turn.at)]
    focused = [each for each in mine if turn.focus == f"request:{each.id}"]
    return focused or sorted(mine, key=lambda each: each.created_at, reverse=True)[:1]


def _is_order(request: ServiceRequest) -> bool:
    return request.kind is RequestKind.ORDER


def _is_of_last_week(request: ServiceRequest, at: datetime) -> bool:
    today = at.astimezone(STOCKHOLM).date()
    wanted = request.wanted_start or request.wanted_end or request.created_at
    week = wanted.astimezone(STOCKHOLM).date().isocalendar()[:2]
    return week == (today - timedelta(days=7)).isocalendar()[:2]


async def _again(turn: Turn, request: ServiceRequest, rest: Understood | None, *, begin: Begin) -> Reply:
    if not _is_order(request):
        raise BadInput(field="request", lowest="", highest="")
    draft = replace(repeated(request, at=turn.at), person=turn.person.code)
    if rest is not None:
        draft = draft.change(**said_changes(rest, draft, at=turn.at))
    named = uuid5(NAMESPACE_OID, f"{turn.conversation}|{turn.activity}|again").hex
    kept = await keep_draft(replace(draft, id=named), by=turn.person, catalogue=turn.catalogue, begin=begin)
    return await show_draft(turn, kept, begin=begin)


def repeated(request: ServiceRequest, *, at: datetime) -> OrderDraft:
    """Return a draft like *request*, made at *at*: its wanted time whole weeks on, to the next that is to come.

    What was cancelled or rejected can be wanted for the same day still; anything else is wanted once more, later.
    """
    draft = replace(as_draft(request), created_at=at)
    first = draft.wanted_start or draft.wanted_end
    if first is None:
        return draft
    weeks = weeks_to_come(first, at=at, least=0 if request.status in UNDONE else 1)
    start, end = (weeks_on(each, weeks) if each else None for each in (draft.wanted_start, draft.wanted_end))
    return replace(draft, wanted_start=start, wanted_end=end)
