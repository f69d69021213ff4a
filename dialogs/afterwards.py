"""What is said right after something was shown, of that order or request and of nothing else."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from actions.orders import drop_draft
from actions.ports import Begin
from actions.quotes import quote_draft
from actions.requests import comment_request, my_requests, read_request
from actions.series import first_draft
from dialogs import changes, order
from dialogs.draft_inputs import LONGEST_NOTE, LONGEST_PLACE
from dialogs.my_requests import CANCELLABLE, awaiting_my_approval, cancel_by_words
from dialogs.turn import Reply, Turn, say, show
from dialogs.understanding import Intent, Understood, afterwards
from dialogs.understanding.corrections import counted_again
from domain.errors import DeskError
from domain.notices import Message
from domain.people import Role
from domain.requests import CHANGEABLE, OrderDraft, RequestKind, ServiceRequest

LONGEST = 160
"""A longer text says something of its own."""
VAGUE = frozenset({Intent.UNKNOWN, Intent.ORDER, Intent.HOURS, Intent.ASSIGNMENTS, Intent.CATALOGUE, Intent.REJECT})
"""What a sentence can be taken for that only says a time, a place or how many."""
YES = frozenset({Intent.ACCEPT, Intent.APPROVE})
WORKING = (Role.SERVICE_EMPLOYEE, Role.COORDINATOR)


async def answer_afterwards(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take a short sentence as said of what was shown last; None when it is about something else."""
    understood = turn.understood
    if understood is None or understood.number is not None or understood.more or len(turn.text) > LONGEST:
        return None
    draft = await order.live_draft(turn, begin=begin)
    if draft is not None:
        return await _first(_OF_DRAFTS, turn, draft, begin=begin)
    if any(turn.person.has_role(role) for role in WORKING):
        return None
    request = await _shown_request(turn, begin=begin)
    if request is not None and request.is_open:
        reply = await _first(_OF_REQUESTS, turn, request, begin=begin)
        if reply is not None:
            return reply
    return await _withdraw(turn, begin=begin)


async def _first(
    dialogs: Sequence[Callable[..., Awaitable[Reply | None]]],
    turn: Turn,
    subject: OrderDraft | ServiceRequest,
    *,
    begin: Begin,
) -> Reply | None:
    for dialog in dialogs:
        reply = await dialog(turn, subject, begin=begin)
        if reply is not None:
            return reply
    return None


async def _shown_request(turn: Turn, *, begin: Begin) -> ServiceRequest | None:
    kind, _, number = (turn.focus or "").partition(":")
    if kind != "request":
        return None
    request = await read_request(number, by=turn.person, catalogue=turn.catalogue, begin=begin)
    return request if request.requester == turn.person.code else None


def _names_another(turn: Turn, subject: OrderDraft | ServiceRequest) -> bool:
    """Tell whether the sentence names a service or a thing that *subject* is not about."""
    understood = turn.understood
    named = {understood.service, understood.object} - {None} if understood else set()
    return bool(named) and not named & {subject.service, subject.object}


# Of an order that is not placed yet.


async def _drop_unneeded(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    """Drop the order that is needed no more; of several, all of them when all are meant."""
    is_cancelling = turn.understood is not None and turn.understood.intent in {Intent.CANCEL, Intent.DECLINE}
    others = [str(each) for each in _listed(turn.state.get("others"))]
    if is_cancelling and others and afterwards.names_all(turn.text):
        for each in others:
            await _drop_quietly(turn, each.removeprefix("draft:"), begin=begin)
        return await order.drop_by_words(replace(turn, state={}), draft, begin=begin)
    rest = afterwards.beside_withdrawal(turn.text, is_of_fault=draft.object is not None)
    if rest is None or _names_another(_about(turn, rest), draft):
        return None
    return await order.drop_by_words(turn, draft, begin=begin)


async def _drop_quietly(turn: Turn, draft_id: str, *, begin: Begin) -> None:
    try:
        async with begin() as attempt:
            await drop_draft(draft_id, by=turn.person, begin=attempt.within(), at=turn.at)
    except DeskError:
        # Placed or dropped meanwhile: it is not among what is left.
        return


async def _leave_out(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    """Drop the one of the orders just shown that is about the thing that is to be left out: "ta bort bokhyllorna"."""
    stem = afterwards.left_out(turn.text)
    dropped = await _about_thing(turn, draft, stem, begin=begin) if stem is not None else None
    if dropped is None:
        return None
    drafts = await _drafts(turn, draft, begin=begin)
    left = [f"draft:{each.id}" for each in drafts if each.id != dropped.id]
    return await order.drop_by_words(replace(turn, state={"others": left}), dropped, begin=begin)


async def _drafts(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Sequence[OrderDraft]:
    """Return the orders that were just shown, *draft* first."""
    others = [
        await order.live_draft(replace(turn, state={"focus": each}), begin=begin)
        for each in _listed(turn.state.get("others"))
    ]
    return [draft, *(each for each in others if each is not None and each.id != draft.id)]


async def _about_thing(turn: Turn, draft: OrderDraft, stem: str, *, begin: Begin) -> OrderDraft | None:
    """Return the one of the orders just shown whose words name the thing.

    The first wish of a sentence keeps all of it as its words, so the one with the fewest words is about the thing.
    """
    naming = [each for each in await _drafts(turn, draft, begin=begin) if afterwards.names_stem(each.note or "", stem)]
    return min(naming, key=lambda each: len(each.note or ""), default=None)


async def _agree(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    if not afterwards.is_agreement(turn.text):
        return None
    return await order.place_by_words(turn, draft, begin=begin)


async def _remind(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    """Say that nothing is ordered yet to whoever thanks for it, or asks how it goes."""
    is_thanks = turn.understood is not None and turn.understood.intent is Intent.THANKS
    if is_thanks:
        return Reply(messages=(say("you-are-welcome"), say("draft-waits")))
    is_status = turn.understood is not None and turn.understood.intent is Intent.STATUS
    if not (is_status or afterwards.asks_progress(turn.text)) or _names_another(turn, draft):
        return None
    is_named = turn.understood is not None and turn.understood.service == draft.service
    mine = [] if is_named else [each for each in await my_requests(turn.person, begin=begin) if each.is_open]
    if mine or (is_status and not is_named and not afterwards.asks_progress(turn.text)):
        return None
    shown = await order.show_draft(turn, draft, begin=begin)
    return replace(shown, messages=(say("draft-waits"), *shown.messages))


async def _tell_its_cost(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    if draft.service is None or not _asks_its_cost(turn, draft):
        return None
    async with begin() as work:
        priced = first_draft(draft, at=turn.at) or draft
        quote = await quote_draft(priced, work=work, catalogue=turn.catalogue, at=turn.at)
    return Reply(messages=(_cost_told(quote.cost.included_sek, quote.cost.charged), say("draft-waits")))


def _asks_its_cost(turn: Turn, subject: OrderDraft | ServiceRequest) -> bool:
    return afterwards.asks_cost(turn.text) and not _names_another(turn, subject)


def _cost_told(included: Decimal, charged: Decimal) -> Message:
    total = str(included + charged)
    if charged == 0:
        return say("cost-told-included", total_sek=total)
    if included == 0:
        return say("cost-told-charged", total_sek=total)
    return say("cost-told-shared", total_sek=total, charged_sek=str(charged))


async def _place_it(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    """Take a sentence that is a place as the answer to where, also when a service is called alike: "matsalen"."""
    place = _place_said(turn)
    if place is None or draft.service is None:
        return None
    return await order.change_by_words(turn, draft, {"place": place}, begin=begin)


def _place_said(turn: Turn) -> str | None:
    """Return the place that the sentence is, or that it says is the right one; None when it says something else."""
    right = afterwards.right_place(turn.text)
    if right is not None and turn.understand is not None:
        found = turn.understand(f"i {right}").place
        return (found.kept if found is not None else right)[:LONGEST_PLACE]
    place = turn.understood.place if turn.understood else None
    return place.kept if place is not None and afterwards.is_only_place(turn.text, place) else None


async def _move_thing(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    """Change where the thing is wanted that one of the orders just shown is about: "whiteboarden ska vara i sal 14"."""
    said = afterwards.said_of_thing(turn.text)
    if said is None or turn.understand is None or turn.understood is None or turn.understood.object is not None:
        return None
    meant = await _about_thing(turn, draft, said[0], begin=begin)
    value = turn.understand(said[1])
    if meant is None or meant.service is None or (value.place is None and value.when is None):
        return None
    changed = order.said_changes(replace(value, count=None, hours=None), meant, at=turn.at)
    left = [each for each in await _drafts(turn, draft, begin=begin) if each.id != meant.id]
    state = {"focus": f"draft:{meant.id}", "others": [f"draft:{each.id}" for each in left]}
    return await order.change_by_words(replace(turn, state=state), meant, changed, begin=begin)


async def _add_to_draft(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    """Take more of the same into the order: "60 stolar också"."""
    changed = _added(turn, draft)
    return await order.change_by_words(turn, draft, changed, begin=begin) if changed else None


async def _count_draft(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    count = afterwards.bare_count(turn.text)
    if count is None or draft.count is None:
        return None
    return await order.change_by_words(turn, draft, {"count": count}, begin=begin)


def _added(turn: Turn, subject: OrderDraft | ServiceRequest) -> dict[str, object]:
    """Return the fields of *subject* with what the sentence wants as well; nothing when it is a wish of its own."""
    said, understood, note = afterwards.added_things(turn.text), turn.understood, subject.note or ""
    if understood is not None and _is_more_of_fault(understood):
        return {"note": f"{note}\n{turn.text.strip()}".strip()[:LONGEST_NOTE]}
    if said is None or understood is None or subject.service is None or understood.intent not in VAGUE:
        return {}
    if understood.place is not None or understood.when is not None or understood.unsettled is not None:
        return {}
    is_same = subject.service in {understood.service, *understood.alternatives}
    is_unnamed = understood.service is None and understood.object is None
    if not (is_same and afterwards.counts_things(turn.text)) and not (
        is_unnamed and understood.intent is Intent.UNKNOWN
    ):
        return {}
    again = counted_again(said, note)
    if again is not None:
        return {"count": again}
    added = {"note": f"{note}\n{turn.text.strip()}".strip()[:LONGEST_NOTE]}
    return added | ({"count": understood.count} if understood.count is not None and subject.count is None else {})


def _is_more_of_fault(understood: Understood) -> bool:
    """Tell whether a fault is told of and not what it is of: "går inte att höja" goes on about what was named."""
    return understood.intent is Intent.ISSUE and understood.object is None and understood.place is None


# Of a request.


async def _withdraw(turn: Turn, *, begin: Begin) -> Reply | None:
    """Cancel what is needed no more; None when nothing of theirs can be."""
    mine = [each for each in await my_requests(turn.person, begin=begin, limit=50) if each.status in CANCELLABLE]
    is_of_fault = any(each.kind is RequestKind.ISSUE for each in mine)
    rest = afterwards.beside_withdrawal(turn.text, is_of_fault=is_of_fault) if mine else None
    return None if rest is None else await cancel_by_words(_about(turn, rest), begin=begin)


async def _confirm(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Reply | None:
    """Tell who says yes to what was sent already that it is."""
    is_report = request.kind is RequestKind.ISSUE and afterwards.is_report(turn.text)
    is_yes = is_report or afterwards.is_agreement(turn.text) or (turn.understood and turn.understood.intent in YES)
    if not is_yes or (turn.person.has_role(Role.PRINCIPAL) and await awaiting_my_approval(turn, begin=begin)):
        return None
    return Reply(messages=(say("already-sent", request=request.id),))


async def _tell_progress(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Reply | None:  # noqa: ARG001 - all are called alike
    if not afterwards.asks_progress(turn.text) or _names_another(turn, request):
        return None
    subject = f"request:{request.id}"
    return Reply(messages=(show("request", subject),), state={"focus": subject})


async def _tell_cost(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Reply | None:  # noqa: ARG001 - as above
    if request.kind is RequestKind.ISSUE or not _asks_its_cost(turn, request):
        return None
    return Reply(messages=(_cost_told(request.included or Decimal(0), request.charged or Decimal(0)),))


async def _ask_time(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Reply | None:  # noqa: ARG001 - as above
    """Ask for which time the order is wanted sooner, or later."""
    if request.kind is RequestKind.ISSUE or request.status not in CHANGEABLE:
        return None
    return Reply(messages=(say("which-time", request=request.id),)) if afterwards.asks_sooner(turn.text) else None


async def _note_fault(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Reply | None:
    """Add to a fault's story where it is, that there is haste with it, or more of what is wrong."""
    understood = turn.understood
    if request.kind is not RequestKind.ISSUE or understood is None:
        return None
    is_haste = afterwards.is_haste(turn.text) or afterwards.asks_sooner(turn.text)
    if not (is_haste or _place_said(turn) or _is_more_of_fault(understood)):
        return None
    await comment_request(
        request.id, turn.text.strip(), by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at
    )
    return Reply(messages=(say("comment-kept"),))


async def _change_value(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Reply | None:
    """Change the request by a sentence that is nothing but a time or a place: "kl 8", "ändra till gympasalen"."""
    understood = turn.understood
    if understood is None or request.status not in CHANGEABLE:
        return None
    place = _place_said(turn)
    if place is not None:
        return await _change(turn, request, {"place": place}, begin=begin)
    count = afterwards.bare_count(turn.text)
    if count is not None and request.count is not None:
        return await _change(turn, request, {"count": count}, begin=begin)
    is_order = request.kind is not RequestKind.ISSUE
    if not is_order or understood.intent not in VAGUE or not afterwards.is_only_time(turn.text, now=turn.at):
        return None
    return await changes.change_by_words(replace(turn, text=f"nej, {turn.text}"), begin=begin)


async def _add_to_request(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Reply | None:
    changed = _added(turn, request) if request.status in CHANGEABLE else {}
    return await _change(turn, request, changed, begin=begin) if changed else None


async def _change(turn: Turn, request: ServiceRequest, changed: Mapping[str, object], *, begin: Begin) -> Reply:
    return await changes.told_with_card(turn, request, changed, begin=begin)


def _about(turn: Turn, rest: str) -> Turn:
    """Return the turn as if only *rest* had been said, which names what is meant, or nothing."""
    understood = turn.understand(rest) if turn.understand and rest else Understood(text=rest)
    return replace(turn, understood=understood)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


_OF_DRAFTS: Sequence[Callable[..., Awaitable[Reply | None]]] = (
    _drop_unneeded,
    _leave_out,
    _agree,
    _remind,
    _tell_its_cost,
    _place_it,
    _move_thing,
    _count_draft,
    _add_to_draft,
)
_OF_REQUESTS: Sequence[Callable[..., Awaitable[Reply | None]]] = (
    _confirm,
    _tell_progress,
    _tell_cost,
    _ask_time,
    _change_value,
    _note_fault,
    _add_to_request,
)
