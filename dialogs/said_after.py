"""What a short sentence says of an order or a request: what it names, costs, adds and moves."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from actions.ports import Begin
from dialogs import order
from dialogs.draft_inputs import LONGEST_NOTE, LONGEST_PLACE
from dialogs.turn import Reply, Turn, say
from dialogs.understanding import Intent, Understood, afterwards
from dialogs.understanding.asides import added_in, is_mashed
from dialogs.understanding.corrections import counted_again
from domain.notices import Message
from domain.requests import OrderDraft, ServiceRequest
from domain.worktime import STOCKHOLM, at_local

VAGUE = frozenset({Intent.UNKNOWN, Intent.ORDER, Intent.HOURS, Intent.ASSIGNMENTS, Intent.CATALOGUE, Intent.REJECT})
"""What a sentence can be taken for that only says a time, a place or how many."""


async def first(
    dialogs: Sequence[Callable[..., Awaitable[Reply | None]]],
    turn: Turn,
    subject: OrderDraft | ServiceRequest,
    *,
    begin: Begin,
) -> Reply | None:
    """Return what the first of *dialogs* answers that knows what is meant, or None."""
    for dialog in dialogs:
        reply = await dialog(turn, subject, begin=begin)
        if reply is not None:
            return reply
    return None


def names_another(turn: Turn, subject: OrderDraft | ServiceRequest) -> bool:
    """Tell whether the sentence names a service or a thing that *subject* is not about."""
    understood = turn.understood
    named = {understood.service, understood.object} - {None} if understood else set()
    return bool(named) and not named & {subject.service, subject.object}


def asks_its_cost(turn: Turn, subject: OrderDraft | ServiceRequest) -> bool:
    """Tell whether the sentence asks what *subject* costs."""
    return afterwards.asks_cost(turn.text) and not names_another(turn, subject)


def cost_told(included: Decimal, charged: Decimal) -> Message:
    """Return the sentence that tells a cost, of which *included* and *charged* are SEK."""
    total = str(included + charged)
    if charged == 0:
        return say("cost-told-included", total_sek=total)
    if included == 0:
        return say("cost-told-charged", total_sek=total)
    return say("cost-told-shared", total_sek=total, charged_sek=str(charged))


def without_service(turn: Turn, text: str, understood: Understood) -> Understood:
    """Return what was understood of *text* without the service that a mere time, maybe with a place, sounds like.

    "Lördag" and "i rum 3 innan helgen" want no staff for the weekend.
    """
    if understood.service is None or understood.when is None or not afterwards.may_be_value(understood.beside):
        return understood
    rest = text.replace(understood.place.text, " ", 1) if understood.place is not None else text
    if not afterwards.is_only_time(rest, now=turn.at):
        return understood
    return replace(understood, service=None, object=None, alternatives=())


def place_said(turn: Turn) -> str | None:
    """Return the place that the sentence is, or that it says is the right one; None when it says something else."""
    right = afterwards.right_place(turn.text)
    if right is not None and turn.understand is not None:
        found = turn.understand(f"i {right}")
        if found.place is not None and found.when is None:
            return found.place.kept[:LONGEST_PLACE]
        if afterwards.is_wrong_place(turn.text):
            return right[:LONGEST_PLACE]
    place = turn.understood.place if turn.understood else None
    return place.kept if place is not None and afterwards.is_only_place(turn.text, place) else None


def added(turn: Turn, subject: OrderDraft | ServiceRequest) -> dict[str, object]:
    """Return the fields of *subject* with what the sentence wants as well; nothing when it is a wish of its own."""
    said, understood, note = afterwards.added_things(turn.text), turn.understood, subject.note or ""
    is_told = added_in(turn.text) is not None or afterwards.wants_new(turn.text)
    if is_told or (understood is not None and is_more_of_fault(understood)):
        return {"note": f"{note}\n{turn.text.strip()}".strip()[:LONGEST_NOTE]}
    if said is None or understood is None or subject.service is None or understood.intent not in VAGUE:
        return {}
    if understood.service is None and is_mashed(said):
        return {}
    if understood.place is not None or understood.when is not None or understood.unsettled is not None:
        return {}
    is_unsure = understood.service is not None and understood.confidence < order.SURE
    is_same = is_unsure or subject.service in {understood.service, *understood.alternatives}
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


def is_more_of_fault(understood: Understood) -> bool:
    """Tell whether a fault is told of and not what it is of: "går inte att höja" goes on about what was named."""
    return understood.intent is Intent.ISSUE and understood.object is None and understood.place is None


def moved(turn: Turn, subject: OrderDraft | ServiceRequest, by: timedelta) -> dict[str, object]:
    """Return the wanted times of *subject*, moved by the clock on the wall; nothing when it has none.

    "Kvällen innan" is the evening of that day, whatever time was wanted before.
    """
    first, when = subject.wanted_start or subject.wanted_end, turn.when
    if first is None:
        return {}
    ends = {"wanted_start": subject.wanted_start, "wanted_end": subject.wanted_end}
    if when is not None and when.is_clock_only and when.start is not None and when.end is not None:
        day = (first.astimezone(STOCKHOLM) + by).date()
        ends = {"wanted_start": at_local(day, when.start.time()), "wanted_end": at_local(day, when.end.time())}
        return dict(ends)
    return {name: moment and _by_the_wall(moment, by) for name, moment in ends.items()}


def _by_the_wall(moment: datetime, by: timedelta) -> datetime:
    wall = moment.astimezone(STOCKHOLM) + by
    return at_local(wall.date(), wall.time())


def about(turn: Turn, rest: str) -> Turn:
    """Return the turn as if only *rest* had been said, which names what is meant, or nothing."""
    understood = turn.understand(rest) if turn.understand and rest else Understood(text=rest)
    return replace(turn, understood=understood)
