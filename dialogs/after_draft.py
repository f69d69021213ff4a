"""What is said right after an order was shown that is not placed yet."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from actions.orders import drop_draft
from actions.ports import Begin
from actions.quotes import cost_of_draft
from actions.requests import my_requests
from actions.series import first_draft
from dialogs import order
from dialogs.said_after import about, added, asks_its_cost, cost_told, first, moved, names_another, place_said
from dialogs.turn import Reply, Turn, say
from dialogs.understanding import Intent, WhenKind, afterwards
from dialogs.understanding.asides import is_any_time
from dialogs.wanted import wanted_fields
from domain.errors import DeskError
from domain.requests import OrderDraft


async def answer_of_draft(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    """Take a short sentence as said of the order that was shown; None when it is about something else."""
    return await first(_OF_DRAFTS, turn, draft, begin=begin)


async def _drop_unneeded(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    """Drop the order that is needed no more; of several, all of them when all are meant."""
    is_cancelling = turn.understood is not None and turn.understood.intent in {Intent.CANCEL, Intent.DECLINE}
    others = [str(each) for each in _listed(turn.state.get("others"))]
    if is_cancelling and others and afterwards.names_all(turn.text):
        for each in others:
            await _drop_quietly(turn, each.removeprefix("draft:"), begin=begin)
        return await order.drop_by_words(replace(turn, state={}), draft, begin=begin)
    named = {turn.understood.service, *turn.understood.alternatives} if turn.understood else set()
    is_of_choice = draft.service is None and bool(named & set(draft.choices))
    if turn.understood is not None and turn.understood.intent is Intent.CANCEL and is_of_choice:
        return await order.drop_by_words(turn, draft, begin=begin)
    rest = afterwards.beside_withdrawal(turn.text, is_of_fault=draft.object is not None)
    if rest is None or (not afterwards.points_back(rest) and names_another(about(turn, rest), draft)):
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
    understood = turn.understood
    is_thanks = understood is not None and understood.intent is Intent.THANKS and understood.when is None
    if is_thanks and not afterwards.wants_new(turn.text):
        return Reply(messages=(say("you-are-welcome"), say("draft-waits")))
    is_status = turn.understood is not None and turn.understood.intent is Intent.STATUS
    if not (is_status or afterwards.asks_progress(turn.text)) or names_another(turn, draft):
        return None
    is_named = turn.understood is not None and turn.understood.service == draft.service
    mine = [] if is_named else [each for each in await my_requests(turn.person, begin=begin) if each.is_open]
    if mine or (is_status and not is_named and not afterwards.asks_progress(turn.text)):
        return None
    shown = await order.show_draft(turn, draft, begin=begin)
    return replace(shown, messages=(say("draft-waits"), *shown.messages))


async def _tell_its_cost(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    if draft.service is None or not asks_its_cost(turn, draft):
        return None
    async with begin() as work:
        priced = first_draft(draft, at=turn.at) or draft
        cost = await cost_of_draft(priced, work=work, catalogue=turn.catalogue, at=turn.at)
    return Reply(messages=(cost_told(cost.included_sek, cost.charged), say("draft-waits")))


async def _place_it(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    """Take a sentence that is a place as the answer to where, also when a service is called alike: "matsalen"."""
    place = place_said(turn)
    is_choice = turn.understood is not None and order.said_choice(draft, turn.understood) is not None
    if place is None or is_choice:
        return None
    return await order.change_by_words(turn, draft, {"place": place}, begin=begin)


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


async def _hurry(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    """Take the same kind of work, wanted at once and nowhere else, as said of the order: "behöver städ direkt!!"."""
    understood = turn.understood
    wanted = turn.catalogue.services.get(draft.service or "")
    if understood is None or wanted is None or draft.place is None or understood.place is not None:
        return None
    is_at_once = understood.when is not None and understood.when.kind is WhenKind.ASAP
    names = (wanted.name.sv, wanted.name.en)
    if not is_at_once or not any(afterwards.names_part_of(turn.text, name) for name in names):
        return None
    return await order.change_by_words(turn, draft, wanted_fields(understood.when), begin=begin)


async def _add_to_draft(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    """Take more of the same into the order: "60 stolar också"."""
    changed = added(turn, draft)
    return await order.change_by_words(turn, draft, changed, begin=begin) if changed else None


async def _count_draft(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    count = afterwards.bare_count(turn.text)
    if count is None or draft.service is None:
        return None
    return await order.change_by_words(turn, draft, {"count": count}, begin=begin)


async def _shift_draft(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    by = afterwards.shift_in(turn.text)
    if by is None or draft.rrule is not None or names_another(turn, draft):
        return None
    wanted = moved(turn, draft, by)
    if not wanted:
        return Reply(messages=(say("change-how"),))
    return await order.change_by_words(turn, draft, wanted, begin=begin)


async def _any_time(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply | None:
    """Take "whenever you can" as the wanted time."""
    is_vague = turn.understood is not None and turn.understood.intent in {Intent.UNKNOWN, Intent.DECLINE}
    if not is_vague or not is_any_time(turn.text) or draft.service is None:
        return None
    return await order.change_by_words(turn, draft, wanted_fields(None), begin=begin)


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
    _shift_draft,
    _any_time,
    _hurry,
    _count_draft,
    _add_to_draft,
)
