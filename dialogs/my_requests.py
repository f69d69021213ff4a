"""A person's own requests: how it goes, cancel, reopen, rate, say something; and a principal's yes or no."""

from collections.abc import Collection, Sequence

from actions.assignments import todays_assignments
from actions.joining import joined_requests
from actions.ports import Begin
from actions.remarks import remark_on_request
from actions.requests import (
    approve_request,
    cancel_request,
    my_requests,
    rate_request,
    read_request,
    reject_request,
    reopen_request,
)
from actions.substitutes import may_answer
from actions.waiting import answer_requester
from catalog.models import BoundaryRow
from dialogs.listing import list_message, listed
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import Understood
from dialogs.understanding.asides import is_wrong_mark, reason_in, said_beside_mark
from dialogs.understanding.folding import fold, keys_of
from dialogs.understanding.request_words import says_all
from domain.errors import BadInput
from domain.requests import OPEN, RequestStatus, ServiceRequest

CANCELLABLE = frozenset(status for status in OPEN if status is not RequestStatus.IN_PROGRESS)


async def tell_status(turn: Turn, *, begin: Begin) -> Reply:
    """Show one request when the sentence points at one, otherwise the person's list.

    Who has its work under way is shown the work instead: that card alone has the buttons to go on with.
    """
    number = turn.number
    if number is not None:
        request = await read_request(number, by=turn.person, catalogue=turn.catalogue, begin=begin)
        return await _shown_work(turn, request, begin=begin) or _shown(request)
    fitting = [each for each in await my_requests(turn.person, begin=begin) if _is_meant(turn, each)]
    if not fitting:
        fitting = [each for each in await joined_requests(turn.person, begin=begin) if _is_meant(turn, each)]
    if len(fitting) == 1:
        return _shown(fitting[0])
    return listed(turn, list_message())


async def press_request(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Show the request that a line of the list opens, below the list."""
    number = press.text("request") or ""
    return _shown(await read_request(number, by=turn.person, catalogue=turn.catalogue, begin=begin))


def _shown(request: ServiceRequest) -> Reply:
    subject = f"request:{request.id}"
    return Reply(messages=(show("request", subject),), state={"focus": subject})


async def _shown_work(turn: Turn, request: ServiceRequest, *, begin: Begin) -> Reply | None:
    """Return the card of the person's own work on somebody else's request; None when they have none."""
    if request.requester == turn.person.code:
        return None
    mine = [each for each in await todays_assignments(turn.person, begin=begin) if each.request == request.id]
    if not mine:
        return None
    subject = f"assignment:{mine[0].id}"
    return Reply(messages=(show("assignment", subject),), state={"focus": subject})


def _is_meant(turn: Turn, request: ServiceRequest) -> bool:
    """Tell whether the sentence names the request's service or object, while it is open."""
    understood, row = turn.understood, turn.catalogue.boundary.get(request.object or "")
    if understood is None or not request.is_open:
        return False
    named = {understood.service, understood.object} - {None}
    return bool(named & {request.service, request.object}) or (row is not None and _says_thing(understood, row))


def _says_thing(understood: Understood, row: BoundaryRow) -> bool:
    """Tell whether a question says what is broken in a word of *row*, as "hissen" and "läckan" are."""
    phrases = (row.object.sv, row.object.en, *row.keywords.sv, *row.keywords.en)
    keys = {key for each in phrases if " " not in each for key in keys_of(fold(each))}
    return any(not keys.isdisjoint(keys_of(word)) for word in understood.beside)


async def find_meant(turn: Turn, statuses: Collection[RequestStatus], *, begin: Begin) -> Sequence[ServiceRequest]:
    """Return the person's requests in *statuses* that the sentence can mean.

    A number counts first, then a service or day that it names, then what the conversation is about, then all.
    """
    number = turn.number
    if number is not None:
        return [await read_request(number, by=turn.person, catalogue=turn.catalogue, begin=begin)]
    fitting = [each for each in await my_requests(turn.person, begin=begin, limit=50) if each.status in statuses]
    for narrow in (_is_named, _is_on_day, _is_in_focus):
        fitting = [each for each in fitting if narrow(turn, each)] or fitting
    return fitting


def is_meant_surely(turn: Turn, request: ServiceRequest) -> bool:
    """Tell whether nothing that the sentence names, a service or a day, speaks against *request*."""
    if turn.understood is None or turn.understood.number is not None:
        return True
    names_service = turn.understood.service is not None or turn.understood.object is not None
    names_day = (
        turn.understood.when is not None and (turn.understood.when.start or turn.understood.when.end) is not None
    )
    return (not names_service or _is_named(turn, request)) and (not names_day or _is_on_day(turn, request))


def _is_named(turn: Turn, request: ServiceRequest) -> bool:
    named = {turn.understood.service, turn.understood.object} - {None} if turn.understood else set()
    return bool(named & {request.service, request.object})


def _is_on_day(turn: Turn, request: ServiceRequest) -> bool:
    when = turn.when
    wanted = request.wanted_start or request.wanted_end
    first = (when.start or when.end) if when else None
    return first is not None and wanted is not None and wanted.astimezone(first.tzinfo).date() == first.date()


def _is_in_focus(turn: Turn, request: ServiceRequest) -> bool:
    return turn.focus == f"request:{request.id}"


def ask_which(turn: Turn, requests: Sequence[ServiceRequest], none: str) -> Reply:
    """Ask which of several is meant, or say with the sentence *none* that there is none.

    What was said waits for the number.
    """
    if not requests:
        return Reply(messages=(say(none),))
    numbers = ", ".join(each.id for each in requests[:8])
    state = {**turn.state, "awaiting": "number", "text": turn.text}
    return Reply(messages=(say("which-request", numbers=numbers),), state=state)


async def cancel_by_words(turn: Turn, *, begin: Begin) -> Reply:
    """Cancel the request that the sentence means; with several, ask which. Said to a question, it only drops that."""
    if "awaiting" in turn.state and _names_nothing(turn):
        return Reply(messages=(say("all-right"),))
    meant = await find_meant(turn, CANCELLABLE, begin=begin)
    if len(meant) != 1 or not is_meant_surely(turn, meant[0]):
        return ask_which(turn, meant, "nothing-to-cancel")
    request = await cancel_request(meant[0].id, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return _said(request, "request-cancelled")


def _names_nothing(turn: Turn) -> bool:
    said = turn.understood
    return said is None or (said.number, said.service, said.object, said.when) == (None, None, None, None)


def _said(request: ServiceRequest, text: str) -> Reply:
    return Reply(messages=(say(text, request=request.id),), state={"focus": f"request:{request.id}"})


async def press_cancel(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Cancel the request of the card."""
    await cancel_request(
        id_in(press, "request"),
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
        reason=press.text("reason"),
    )
    return Reply()


async def press_reopen(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Put the request of the card back in the queue."""
    await reopen_request(
        id_in(press, "request"),
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
        reason=press.text("comment"),
    )
    return Reply()


async def reopen_by_words(turn: Turn, *, begin: Begin) -> Reply:
    """Reopen the done request that the sentence means."""
    meant = await find_meant(turn, {RequestStatus.DONE}, begin=begin)
    if len(meant) != 1:
        return ask_which(turn, meant, "nothing-to-reopen")
    reason = reason_in(turn.text)
    request = await reopen_request(
        meant[0].id, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at, reason=reason
    )
    return _said(request, "request-reopened")


async def press_rate(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Rate the request of the card with what was chosen."""
    rating = press.text("rating") or ""
    await rate_request(
        id_in(press, "request"),
        int(rating) if rating in {"1", "2", "3", "4", "5"} else _no_rating(),
        press.text("comment"),
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
    )
    return Reply(toast=say("rating-thanks"))


def _no_rating() -> int:
    raise BadInput(field="rating", lowest=1, highest=5)


async def rate_by_words(turn: Turn, *, begin: Begin) -> Reply:
    """Rate the done request that the sentence means, with the word that came along.

    Raises:
        BadInput: the mark is none of 1 to 5.
    """
    if is_wrong_mark(turn.text):
        raise BadInput(field="rating", lowest=1, highest=5)
    rating = turn.understood.rating if turn.understood else None
    done = await find_meant(turn, {RequestStatus.DONE}, begin=begin)
    meant = done if len(done) == 1 else [each for each in done if each.rating is None] or done
    if len(meant) != 1:
        return ask_which(turn, meant, "nothing-to-rate")
    if rating is None:
        return Reply(messages=(show("rating", f"request:{meant[0].id}"),), state={"focus": f"request:{meant[0].id}"})
    request = await rate_request(
        meant[0].id,
        rating,
        said_beside_mark(turn.text),
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
    )
    return _said(request, "rating-thanks")


async def press_comment(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Add what was written to the request's story, or as an internal remark where the button says so."""
    is_internal = press.text("internal") is not None
    add = remark_on_request if is_internal else answer_requester
    await add(
        id_in(press, "request"),
        press.text("comment"),
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
    )
    return Reply(toast=say("remark-kept" if is_internal else "comment-kept"))


async def press_approve(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Approve the order of the card."""
    await approve_request(id_in(press, "request"), by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return Reply()


async def press_reject(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Say no to the order of the card."""
    await reject_request(
        id_in(press, "request"),
        press.text("reason"),
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
    )
    return Reply()


async def awaiting_my_approval(turn: Turn, *, begin: Begin) -> Sequence[ServiceRequest]:
    """Return the orders that wait for this principal or substitute, or the one that the sentence names."""
    number = turn.number
    if number is not None:
        return [await read_request(number, by=turn.person, catalogue=turn.catalogue, begin=begin)]
    mine = await mine_to_answer(turn, begin=begin)
    return [each for each in mine if _is_in_focus(turn, each)] or mine


async def is_asked_for_another(turn: Turn, *, begin: Begin) -> bool:
    """Tell whether an order waits for this person in a principal's place: any, or the one that the sentence names."""
    number = turn.number
    return any(number in {None, each.id} for each in await mine_to_answer(turn, begin=begin))


async def mine_to_answer(turn: Turn, *, begin: Begin) -> Sequence[ServiceRequest]:
    """Return the orders that wait for this person's approval, as a principal or in the place of one."""
    async with begin() as work:
        waiting = await work.requests.in_status({RequestStatus.AWAITING_APPROVAL}, units=turn.person.units, limit=20)
        return [
            each
            for each in waiting
            if await may_answer(each, turn.person, work=work, catalogue=turn.catalogue, at=turn.at)
        ]


async def _approve_all(turn: Turn, *, begin: Begin) -> Reply:
    mine = await mine_to_answer(turn, begin=begin)
    if not mine:
        return Reply(messages=(say("nothing-to-approve"),))
    for each in mine:
        await approve_request(each.id, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return Reply(messages=tuple(say("request-approved", request=each.id) for each in mine))


async def decide_by_words(turn: Turn, *, is_yes: bool, begin: Begin) -> Reply:
    """Approve or reject the order that waits for this principal; with several, ask which, or approve "alla"."""
    if is_yes and says_all(turn.text):
        return await _approve_all(turn, begin=begin)
    meant = await awaiting_my_approval(turn, begin=begin)
    if len(meant) != 1:
        return ask_which(turn, meant, "nothing-to-approve")
    if is_yes:
        request = await approve_request(meant[0].id, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
        return _said(request, "request-approved")
    request = await reject_request(
        meant[0].id, reason_in(turn.text), by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at
    )
    return _said(request, "request-rejected")
