"""What is said right after a request was shown, or when something is needed no more."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from actions.ports import Begin
from actions.requests import comment_request, my_requests, read_request
from catalog.boundary import severity_of
from catalog.models import Severity
from dialogs import changes
from dialogs.my_requests import CANCELLABLE, awaiting_my_approval, cancel_by_words
from dialogs.said_after import (
    VAGUE,
    about,
    added,
    asks_its_cost,
    cost_told,
    first,
    is_more_of_fault,
    moved,
    names_another,
    place_said,
)
from dialogs.turn import Reply, Turn, say, show
from dialogs.understanding import Intent, Understood, afterwards
from dialogs.understanding.asides import is_insult, is_mashed
from dialogs.understanding.corrections import counted_again
from domain.people import Role
from domain.requests import CHANGEABLE, RequestKind, ServiceRequest

TAKING_SURE = 0.85
"""How sure "jag tar det" is as a yes: said of work, which is none that a requester takes."""
YES = frozenset({Intent.ACCEPT, Intent.APPROVE})


async def answer_of_request(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Reply | None:
    """Take a short sentence as said of the request that was shown; None when it is about something else."""
    return await first(_OF_REQUESTS, turn, request, begin=begin)


async def shown_request(turn: Turn, *, begin: Begin) -> ServiceRequest | None:
    """Return the person's own request that the conversation is about, or None."""
    kind, _, number = (turn.focus or "").partition(":")
    if kind != "request":
        return None
    request = await read_request(number, by=turn.person, catalogue=turn.catalogue, begin=begin)
    return request if request.requester == turn.person.code else None


async def withdraw(turn: Turn, *, begin: Begin) -> Reply | None:
    """Cancel what is needed no more; None when nothing of theirs can be."""
    # Words that withdraw nothing, not even a fault, need nothing to be read.
    if afterwards.beside_withdrawal(turn.text, is_of_fault=True) is None:
        return None
    mine = [each for each in await my_requests(turn.person, begin=begin, limit=50) if each.status in CANCELLABLE]
    is_of_fault = any(each.object is not None for each in mine)
    rest = afterwards.beside_withdrawal(turn.text, is_of_fault=is_of_fault) if mine else None
    if rest is None:
        return None
    # "Det är lagat" names nothing by itself, whatever the words sound like.
    shown = await shown_request(turn, begin=begin)
    is_of_shown = shown is not None and shown in mine and afterwards.shares_word(rest, shown.note or "")
    named = "" if is_of_shown or afterwards.points_back(rest) else rest
    return await cancel_by_words(about(turn, named), begin=begin)


async def _confirm(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Reply | None:
    """Tell who says yes to what was sent already that it is."""
    is_report = request.kind is RequestKind.ISSUE and afterwards.is_report(turn.text)
    is_yes = is_report or afterwards.is_agreement(turn.text) or (turn.understood and _is_plain_yes(turn.understood))
    if not is_yes or (turn.person.has_role(Role.PRINCIPAL) and await awaiting_my_approval(turn, begin=begin)):
        return None
    return Reply(messages=(say("already-sent", request=request.id),))


def _is_plain_yes(understood: Understood) -> bool:
    """Tell whether a yes says nothing else: "vi tar det kvällen innan" only sounds like one."""
    is_more = understood.when is not None or understood.place is not None or understood.count is not None
    return understood.intent in YES and not is_more and understood.confidence != TAKING_SURE


async def _tell_progress(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Reply | None:  # noqa: ARG001 - all are called alike
    if not afterwards.asks_progress(turn.text):
        return None
    if names_another(turn, request) and not afterwards.points_back(turn.text):
        return None
    subject = f"request:{request.id}"
    return Reply(messages=(show("request", subject),), state={"focus": subject})


async def _tell_cost(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Reply | None:  # noqa: ARG001 - as above
    if request.kind is RequestKind.ISSUE or not asks_its_cost(turn, request):
        return None
    return Reply(messages=(cost_told(request.included or Decimal(0), request.charged or Decimal(0)),))


async def _ask_time(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Reply | None:  # noqa: ARG001 - as above
    """Ask for which time the order is wanted sooner, or later."""
    if request.kind is RequestKind.ISSUE or request.status not in CHANGEABLE:
        return None
    return _which_time(request) if afterwards.asks_sooner(turn.text) else None


async def _note_fault(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Reply | None:
    """Add to a fault's story where it is, that there is haste with it, or more of what is wrong."""
    understood = turn.understood
    if request.kind is not RequestKind.ISSUE or understood is None:
        return None
    is_haste = afterwards.is_haste(turn.text) or afterwards.asks_sooner(turn.text)
    is_rubbish = is_insult(turn.text) or is_mashed(turn.text)
    is_more = understood.intent is Intent.UNKNOWN and afterwards.tells_more(turn.text) and not is_rubbish
    is_more = is_more or afterwards.wants_new(turn.text)
    is_same = _is_same_fault(turn, understood, request) or afterwards.denies_harm(turn.text)
    if not (is_haste or is_more or is_same or place_said(turn) or is_more_of_fault(understood)):
        return None
    await comment_request(
        request.id, turn.text.strip(), by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at
    )
    return Reply(messages=(say("comment-kept"),))


def _is_same_fault(turn: Turn, understood: Understood, request: ServiceRequest) -> bool:
    """Tell whether the fault just reported is told of again; an emergency is always a report of its own."""
    row = turn.catalogue.boundary.get(understood.object or "")
    is_named_again = row is not None and understood.object == request.object and understood.place is None
    return is_named_again and row is not None and severity_of(row, turn.text) is not Severity.EMERGENCY


async def _change_value(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Reply | None:
    """Change the request by a sentence that is nothing but a time or a place: "kl 8", "ändra till gympasalen"."""
    understood = turn.understood
    if understood is None or request.status not in CHANGEABLE:
        return None
    place = place_said(turn)
    if place is not None:
        return await _change(turn, request, {"place": place}, begin=begin)
    is_order = request.kind is not RequestKind.ISSUE
    count = afterwards.bare_count(turn.text) or counted_again(turn.text, request.note or "")
    if is_order and count is not None:
        return await _change(turn, request, {"count": count}, begin=begin)
    if not is_order or understood.intent not in VAGUE or not afterwards.is_only_time(turn.text, now=turn.at):
        return None
    return await changes.change_by_words(replace(turn, text=f"nej, {turn.text}"), begin=begin)


async def _shift(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Reply | None:
    """Move the order by what was said: "kan det bli veckan efter?"; one without a time is asked for it."""
    by = afterwards.shift_in(turn.text)
    if (
        by is None
        or request.kind is RequestKind.ISSUE
        or request.status not in CHANGEABLE
        or names_another(turn, request)
    ):
        return None
    wanted = moved(turn, request, by)
    return await _change(turn, request, wanted, begin=begin) if wanted else _which_time(request)


def _which_time(request: ServiceRequest) -> Reply:
    return Reply(messages=(say("which-time", request=request.id),))


async def _add_to_request(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Reply | None:
    changed = added(turn, request) if request.status in CHANGEABLE else {}
    return await _change(turn, request, changed, begin=begin) if changed else None


async def _change(turn: Turn, request: ServiceRequest, changed: Mapping[str, object], *, begin: Begin) -> Reply:
    return await changes.told_with_card(turn, request, changed, begin=begin)


_OF_REQUESTS: Sequence[Callable[..., Awaitable[Reply | None]]] = (
    _confirm,
    _tell_progress,
    _tell_cost,
    _shift,
    _ask_time,
    _change_value,
    _note_fault,
    _add_to_request,
)
