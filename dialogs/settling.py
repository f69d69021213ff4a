"""A short sentence about the order that was just shown: yes, no, or what is to be otherwise."""

from collections.abc import Mapping

from actions.ports import Begin
from dialogs import my_requests, order
from dialogs.draft_inputs import LONGEST_NOTE, asked_time
from dialogs.said_after import without_service
from dialogs.turn import Reply, Turn, say
from dialogs.understanding import Intent, Understood, afterwards
from dialogs.understanding.asides import is_any_time
from dialogs.understanding.corrections import counted_again, note_in, wanted_instead
from dialogs.wanted import wanted_fields
from domain.people import Role
from domain.requests import OrderDraft

SETTLING = frozenset({Intent.APPROVE, Intent.ACCEPT})
CHANGING = frozenset(
    {
        Intent.UNKNOWN,
        Intent.ORDER,
        Intent.REJECT,
        Intent.CANCEL,
        Intent.DECLINE,
        Intent.HOURS,
        Intent.ASSIGNMENTS,
        Intent.CATALOGUE,
        Intent.THANKS,
    }
)
"""What a short sentence can be taken for that only says how the order is to be otherwise: "nej, på torsdag", "idag"."""


async def settle_draft(turn: Turn, *, begin: Begin) -> Reply | None:
    """Let a short sentence settle the order that was just shown; None when it is about something else."""
    draft = await order.live_draft(turn, begin=begin)
    understood = turn.understood
    if draft is None or understood is None or understood.number is not None:
        return None
    if await _is_about_approval(turn, begin=begin):
        return None
    if _is_its_cancelling(draft, understood):
        return await order.drop_by_words(turn, draft, begin=begin)
    if order.said_choice(draft, understood) is None:
        understood = without_service(turn, turn.text, understood)
    return await _settle_otherwise(turn, draft, understood, begin=begin)


async def _settle_otherwise(turn: Turn, draft: OrderDraft, understood: Understood, *, begin: Begin) -> Reply | None:
    note = note_in(turn.text)
    if note is not None:
        return await order.change_by_words(turn, draft, {"note": note[:LONGEST_NOTE]}, begin=begin)
    if afterwards.denies_time(turn.text, now=turn.at):
        return Reply(messages=(say("change-how"),))
    corrected = _corrected(turn, draft)
    if corrected:
        return await order.change_by_words(turn, draft, corrected, begin=begin)
    said = order.said_changes(understood, draft, at=turn.at) if understood.intent in SETTLING | CHANGING else {}
    if asked_time(draft, at=turn.at) is not None and is_any_time(turn.text):
        said |= wanted_fields(None)
    choice = order.said_choice(draft, understood)
    if choice is not None and understood.intent in CHANGING:
        said |= {"service": choice, "choices": ()}
    elif understood.service is not None or understood.object is not None:
        return None
    return await _settle(turn, draft, said, begin=begin)


def _is_its_cancelling(draft: OrderDraft, understood: Understood) -> bool:
    """Tell whether the sentence wants the draft's own service no more: "strunta i lampan"."""
    return understood.intent is Intent.CANCEL and understood.service in {draft.service} - {None}


def _corrected(turn: Turn, draft: OrderDraft) -> dict[str, object]:
    """Return what a correction such as "nej, fönsterputs istället" wants otherwise; nothing when it is none."""
    counted = counted_again(turn.text, draft.note or "")
    if counted is not None and draft.service is not None:
        return {"count": counted}
    wanted = wanted_instead(turn.text)
    if wanted is None or turn.understand is None or draft.service is None:
        return {}
    instead = without_service(turn, wanted, turn.understand(wanted))
    if instead.intent not in CHANGING or instead.more or (instead.object is not None and instead.service is None):
        return {}
    said = order.said_changes(instead, draft, at=turn.at)
    return said | _other_service(draft, instead, is_amount=bool({"count", "hours"} & said.keys()))


def _other_service(draft: OrderDraft, instead: Understood, *, is_amount: bool) -> dict[str, object]:
    """Return the service that is wanted instead. "30 stolar" of an order of chairs only says how many."""
    named = instead.service
    if named in {None, draft.service} or (is_amount and draft.service in instead.alternatives):
        return {}
    return {"service": named, "choices": (), "object": None}


async def _settle(turn: Turn, draft: OrderDraft, said: Mapping[str, object], *, begin: Begin) -> Reply | None:
    """Change what was said to be otherwise, or else place or drop the draft.

    A yes or no that says something else too only changes: it is shown again before it is ordered.
    """
    intent = turn.understood.intent if turn.understood else Intent.UNKNOWN
    if intent is Intent.CANCEL and said:
        return None
    if order.is_order_word(turn) or (intent in {Intent.APPROVE, Intent.ACCEPT} and not _differs(draft, said)):
        return await order.place_by_words(turn, draft, begin=begin)
    if said and intent in SETTLING | CHANGING:
        return await order.change_by_words(turn, draft, said, begin=begin)
    if intent in {Intent.REJECT, Intent.CANCEL, Intent.DECLINE}:
        return await order.drop_by_words(turn, draft, begin=begin)
    return None


def _differs(draft: OrderDraft, said: Mapping[str, object]) -> bool:
    return any(getattr(draft, name) != value for name, value in said.items())


async def _is_about_approval(turn: Turn, *, begin: Begin) -> bool:
    """Tell whether an explicit "godkänn" or "avslå" is a principal's, and an order waits for it."""
    is_explicit = turn.understood is not None and turn.understood.intent in {Intent.APPROVE, Intent.REJECT}
    if not is_explicit or not turn.person.has_role(Role.PRINCIPAL):
        return False
    return bool(await my_requests.awaiting_my_approval(turn, begin=begin))
