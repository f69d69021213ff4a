"""A message that its writer has edited or deleted: the drafts that it made follow it while they can."""

from collections.abc import Mapping
from dataclasses import fields, replace

from actions.erasing import take_back_files
from actions.orders import drop_draft
from actions.ports import Begin
from dialogs import order
from dialogs.turn import Reply, Turn, say
from dialogs.understanding import Intent, Understood
from domain.errors import NotFound
from domain.notices import Message
from domain.requests import OrderDraft

MOST_DRAFTS = 6
NO_EFFECT = frozenset({Intent.UNKNOWN, Intent.THANKS, Intent.HELP})
OWN = frozenset({"id", "person", "unit", "created_at", "is_dropped", "request", "version"})
FOLLOWING = tuple(each.name for each in fields(OrderDraft) if each.name not in OWN)
"""What of a draft follows the sentence; what was changed in the card stays where the sentence says as before."""


async def answer_edit(turn: Turn, *, begin: Begin) -> Reply:
    """Let the drafts of the message follow what it says now; what has been ordered stays, and that is said.

    Raises:
        DeskError: what it says now can't be kept.
    """
    drafts = await _made_by(turn, begin=begin)
    if turn.is_deleted:
        await take_back_files(turn.files, by=turn.person, begin=begin, at=turn.at)
        return await _forget(turn, drafts, begin=begin)
    wishes = [] if turn.understood is None else [turn.understood, *turn.understood.more]
    orders = [each for each in wishes if each.intent is Intent.ORDER]
    settled = tuple(_too_late(each) for each in drafts.values() if not each.is_live)
    if not drafts and not orders:
        is_harmless = all(each.intent in NO_EFFECT for each in wishes)
        return Reply() if is_harmless else Reply(messages=(say("edited-too-late"),))
    if settled:
        return Reply(messages=settled)
    if not orders:
        return Reply(messages=(say("edited-no-order"),))
    return await _follow(turn, drafts, orders, begin=begin)


async def _follow(turn: Turn, drafts: Mapping[int, OrderDraft], orders: list[Understood], *, begin: Begin) -> Reply:
    """Change the draft of each wish in its place; a wish more gets its own card, one less drops its draft."""
    reply = Reply()
    said = replace(turn, activity=turn.edited or turn.activity)
    for nth, wish in enumerate(orders):
        draft = drafts.get(nth)
        if draft is None:
            new = await order.start_order(replace(said, understood=wish), wish, nth, begin=begin)
            reply = replace(new, messages=(*reply.messages, *new.messages))
        else:
            reply = replace(reply, state=await _change(said, draft, wish, nth, begin=begin))
    for nth, draft in drafts.items():
        if nth >= len(orders):
            await drop_draft(draft.id, by=turn.person, begin=begin, at=turn.at)
    return reply


async def _change(turn: Turn, draft: OrderDraft, wish: Understood, nth: int, *, begin: Begin) -> Mapping[str, object]:
    before = turn.understand(draft.note) if turn.understand and draft.note else None
    was = None if before is None else order.wish_as_draft(turn, before, draft.unit, nth)
    now = order.wish_as_draft(turn, wish, draft.unit, nth)
    changed = {
        name: getattr(now, name) for name in FOLLOWING if was is None or getattr(was, name) != getattr(now, name)
    }
    return await order.change_in_place(turn, draft, changed, begin=begin)


async def _forget(turn: Turn, drafts: Mapping[int, OrderDraft], *, begin: Begin) -> Reply:
    placed = tuple(say("deleted-placed", request=each.request) for each in drafts.values() if each.request)
    live = [each for each in drafts.values() if each.is_live]
    for draft in live:
        await drop_draft(draft.id, by=turn.person, begin=begin, at=turn.at)
    is_about = turn.focus in {f"draft:{each.id}" for each in live}
    return Reply(messages=placed, state={} if is_about else None)


def _too_late(draft: OrderDraft) -> Message:
    if draft.request is not None:
        return say("edited-placed", request=draft.request)
    return say("edited-dropped")


async def _made_by(turn: Turn, *, begin: Begin) -> Mapping[int, OrderDraft]:
    """Return the drafts that the message made, by the place of their wish in it."""
    found = {}
    async with begin() as work:
        for nth in range(MOST_DRAFTS):
            try:
                draft = await work.drafts.get(order.draft_id_of(turn.conversation, turn.edited or "", nth))
            except NotFound:
                continue
            if draft.person == turn.person.code:
                found[nth] = draft
    return found
