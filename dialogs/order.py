"""Ordering in a sentence: a card that says what, where, when and at what cost; then one press, or a word."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from uuid import NAMESPACE_OID, uuid5

from actions.orders import change_draft, drop_draft, keep_draft, place_order
from actions.ports import Begin
from actions.quotes import cost_of_draft
from actions.series import first_draft
from dialogs.draft_inputs import LARGEST_COUNT, asked_time
from dialogs.draft_inputs import changes as input_changes
from dialogs.inputs import read_hours
from dialogs.place_names import kept_inputs
from dialogs.subjects import id_in
from dialogs.turn import SUBJECT_SEPARATOR, Press, Reply, Turn, say, show
from dialogs.understanding import Understood
from dialogs.understanding.amounts import wrongly_counted
from dialogs.understanding.folding import fold
from dialogs.units import unit_of
from dialogs.wanted import said_of_series, wanted_in, wanted_otherwise
from domain.errors import BadInput, NoAgreement, NotFound, NotOrderable, OutOfDate
from domain.notices import Message
from domain.requests import OrderDraft
from texts import LANGUAGES
from texts import say as worded

SURE = 0.6
"""From this confidence on the service is taken as said; below it the likely ones are offered."""
MOST_CHOICES = 3
ORDER_VERBS = frozenset({"bestall", "bestalla", "bestaller", "lagg", "order", "place"})
ORDER_WORDS = ORDER_VERBS | {
    *("ja", "jo", "ok", "okej", "tack", "nu", "den", "det", "detta", "jag", "vill", "bestallningen", "ordern"),
    *("yes", "okay", "please", "now", "it", "this", "the", "i", "want", "to"),
}
"""What a sentence, folded, is made of that only says to order what was shown."""


async def start_order(turn: Turn, understood: Understood, nth: int, *, begin: Begin) -> Reply:
    """Keep the wish as a draft and show its card; with several services that fit, offer up to three."""
    unit = unit_of(turn, "order.create")
    if unit is None:
        turn.catalogue.permissions.demand(turn.person, "order.create", unit=next(iter(turn.person.units), None))
        return Reply(messages=(say("which-unit"),), state={"awaiting": "unit", "text": turn.text})
    draft = wish_as_draft(turn, understood, unit, nth)
    if draft.service is None and not draft.choices:
        return Reply(messages=(say("which-service"),), state={"awaiting": "wish", "text": turn.text})
    kept = await keep_draft(draft, by=turn.person, catalogue=turn.catalogue, begin=begin)
    return await show_draft(turn, kept, begin=begin)


async def show_draft(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply:
    """Show the draft's card; the conversation is about it now, and remembers what the card says is charged."""
    return Reply(messages=(card_of(draft),), state=await _about(turn, draft, begin=begin))


async def _about(turn: Turn, draft: OrderDraft, *, begin: Begin) -> dict[str, object]:
    subject = f"draft:{draft.id}"
    state: dict[str, object] = {"focus": subject}
    if draft.service is not None:
        async with begin() as work:
            priced = first_draft(draft, at=turn.at) or draft
            cost = await cost_of_draft(priced, work=work, catalogue=turn.catalogue, at=turn.at)
        state["charged"] = str(cost.charged)
    others = [each for each in _others(turn) if each != subject]
    return state | {"others": others} if others else state


def _others(turn: Turn) -> list[str]:
    """Return the other drafts that the same sentence made."""
    others = turn.state.get("others")
    return [str(each) for each in others] if isinstance(others, list) else []


def card_of(draft: OrderDraft) -> Message:
    """Return the card that fits *draft*: which service, or the order itself."""
    subject = f"draft:{draft.id}"
    if draft.service is None:
        return show("choice", subject, services="|".join(draft.choices))
    return show("order", subject)


def draft_id_of(conversation: str, activity: str, nth: int) -> str:
    """Return the id of the draft that the *nth* wish of a message makes; the same message always makes the same."""
    return uuid5(NAMESPACE_OID, f"{conversation}|{activity}|{nth}").hex


def wish_as_draft(turn: Turn, understood: Understood, unit: str, nth: int) -> OrderDraft:
    """Return the draft that the wish makes, with its service or with those to choose between.

    Raises:
        BadInput: the hours or the number are none that an order can have.
    """
    draft = _draft_from(turn, understood, unit, nth)
    choices = _choices(turn, understood, unit)
    return replace(draft, service=None, choices=choices) if choices else draft


async def change_in_place(
    turn: Turn, draft: OrderDraft, changed: Mapping[str, object], *, begin: Begin
) -> dict[str, object]:
    """Change the draft where its card stands; return what the conversation is to remember."""
    after = await change_draft(draft.id, changed, by=turn.person, begin=begin, at=turn.at)
    await _retarget(after, begin=begin)
    return await _about(turn, after, begin=begin)


def _draft_from(turn: Turn, understood: Understood, unit: str, nth: int) -> OrderDraft:
    """Return the wish as a draft. Its id comes from the message, so that the same message makes the same draft."""
    draft = OrderDraft(
        id=draft_id_of(turn.conversation, turn.activity, nth),
        person=turn.person.code,
        unit=unit,
        created_at=turn.at,
        service=understood.service,
        object=understood.object,
        place=understood.place.kept if understood.place else None,
        note=_note(turn, understood),
        count=_count_said(turn, understood),
        hours=_hours_said(understood),
    )
    return replace(draft, **wanted_in(understood))  # type: ignore[arg-type]


def _note(turn: Turn, understood: Understood) -> str | None:
    """Return the words as they go with the order; those that only name its service say nothing more."""
    service = turn.catalogue.services.get(understood.service or "")
    said = fold(understood.text).strip(" .!")
    if service is not None and any(
        said == fold(worded("service-order-words", language, name=service.name.of(language))) for language in LANGUAGES
    ):
        return None
    return understood.text.strip()[:2000] or None


def _choices(turn: Turn, understood: Understood, unit: str) -> tuple[str, ...]:
    """Return the services to choose between, or none when one is meant clearly enough.

    What the unit can't have is no choice while it can have another.
    """
    if understood.service is not None and (understood.confidence >= SURE or not understood.alternatives):
        return ()
    likely = [understood.service, *understood.alternatives]
    services = [code for code in likely if code is not None and code in turn.catalogue.services]
    had = [code for code in services if _is_had(turn, code, unit)]
    if had == [understood.service]:
        return ()
    distinct = tuple(dict.fromkeys(had if len(had) > 1 else services))[:MOST_CHOICES]
    return distinct if len(distinct) > 1 or understood.service is None else ()


def _is_had(turn: Turn, code: str, unit: str) -> bool:
    service = turn.catalogue.services[code]
    return service.is_orderable and turn.catalogue.units[unit].unit_type in service.unit_types


def _hours_said(understood: Understood) -> Decimal | None:
    """Return the hours that were said, to the hundredth.

    Raises:
        BadInput: a card would not take them either.
    """
    return None if understood.hours is None else read_hours(f"{understood.hours:f}")


def _count_said(turn: Turn, understood: Understood) -> int | None:
    """Return how many were said.

    Raises:
        BadInput: things that can be ordered are counted by a number that a card would not take either.
    """
    if understood.count is None and understood.object is None:
        counted = wrongly_counted(fold(understood.text))
        if counted is not None and turn.understand is not None and turn.understand(counted).service is not None:
            raise BadInput(field="count", lowest=1, highest=LARGEST_COUNT)
    return understood.count


def said_changes(understood: Understood, draft: OrderDraft, *, at: datetime) -> dict[str, object]:
    """Return the fields of *draft* that a follow-up sentence gives, such as the day of "nej, på torsdag".

    Raises:
        BadInput: the hours or the day are none that an order can have.
    """
    said: dict[str, object] = {}
    has_time = understood.when is not None and understood.when.kind != "none"
    if has_time or understood.unsettled is not None:
        said |= wanted_otherwise(understood, draft, at=at)
    if understood.place is not None:
        said["place"] = understood.place.kept
    if understood.hours is not None:
        said["hours"] = _hours_said(understood)
    if understood.count is not None:
        said["count"] = understood.count
    return said


def said_choice(draft: OrderDraft, understood: Understood) -> str | None:
    """Return the one of the services offered that the sentence names, or None."""
    if draft.service is not None:
        return None
    named = [understood.service, *understood.alternatives]
    return next((code for code in named if code is not None and code in draft.choices), None)


def is_order_word(turn: Turn) -> bool:
    """Tell whether the whole sentence only says to order what was shown: "beställ", "order it"."""
    words = re.findall(r"\w+", fold(turn.text))
    return bool(words) and all(word in ORDER_WORDS for word in words) and bool(ORDER_VERBS & set(words))


async def change_by_words(turn: Turn, draft: OrderDraft, said: Mapping[str, object], *, begin: Begin) -> Reply:
    """Change the draft by what a follow-up sentence said, and show it as it is now."""
    kept = said_of_series(draft, said)
    changed = await change_draft(draft.id, kept, by=turn.person, begin=begin, at=turn.at)
    await _retarget(changed, begin=begin)
    return await show_draft(turn, changed, begin=begin)


async def press_change(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Change the draft by the inputs of its card, or choose its service; the card shows the result in place."""
    draft_id = id_in(press, "draft")
    changed = await _changes_in(turn, press, draft_id, begin=begin)
    draft = await change_draft(draft_id, changed, by=turn.person, begin=begin, at=turn.at)
    await _retarget(draft, begin=begin)
    return Reply(card=card_of(draft), state=await _about(turn, draft, begin=begin))


async def _retarget(draft: OrderDraft, *, begin: Begin) -> None:
    async with begin() as work:
        await work.cards.retarget(f"draft:{draft.id}", card_of(draft))


async def press_drop(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Drop the draft; its card says so."""
    draft_id = id_in(press, "draft")
    await drop_draft(draft_id, by=turn.person, begin=begin, at=turn.at)
    return Reply(state={} if turn.focus == f"draft:{draft_id}" else None)


async def press_place(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Place the draft with what was filled in; its card becomes the request's.

    Where that would be charged otherwise than the card said, the draft is kept with what was filled in and shown with
    its cost: nobody orders at a cost that they have not seen.
    """
    draft_id = id_in(press, "draft")
    changed = await _changes_in(turn, press, draft_id, begin=begin)
    if await _asks_when(turn, draft_id, changed, begin=begin):
        raise BadInput(field="wanted", lowest="", highest="")
    try:
        return await _place(turn, draft_id, changed, begin=begin, charged_as_shown=press.text("charged"))
    except OutOfDate:
        draft = await change_draft(draft_id, changed, by=turn.person, begin=begin, at=turn.at)
        state = await _about(turn, draft, begin=begin)
        return Reply(card=card_of(draft), toast=say("order-cost-changed"), state=state)


async def ask_what_to_change(turn: Turn, *, begin: Begin) -> Reply | None:
    """Ask what of the order is to be otherwise when only "ändra" was said; None for anything else."""
    if fold(turn.text).strip(" .!") not in {"andra", "change"} or await live_draft(turn, begin=begin) is None:
        return None
    return Reply(messages=(say("change-how"),))


async def place_by_words(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply:
    """Place the draft that was shown last; what happened is also said, since the card may have scrolled away."""
    if draft.service is None or asked_time(draft, at=turn.at) is not None:
        shown = await show_draft(turn, draft, begin=begin)
        return shown if draft.service else replace(shown, messages=(say("choose-first"), *shown.messages))
    charged = turn.state.get("charged") if turn.focus == f"draft:{draft.id}" else None
    seen = charged if isinstance(charged, str) else None
    try:
        placed = await _place(turn, draft.id, {}, begin=begin, charged_as_shown=seen)
    except OutOfDate:
        again = await show_draft(turn, draft, begin=begin)
        return replace(again, messages=(say("order-cost-changed"), *again.messages))
    except (NoAgreement, NotOrderable):
        # The card says why, what is possible instead, and whom to ask.
        return await show_draft(turn, draft, begin=begin)
    told = (placed.card,) if placed.card is not None else ()
    return await _go_on(turn, draft, replace(placed, messages=told, card=None), begin=begin)


async def drop_by_words(turn: Turn, draft: OrderDraft, *, begin: Begin) -> Reply:
    """Drop the draft that was shown last, and say so."""
    await drop_draft(draft.id, by=turn.person, begin=begin, at=turn.at)
    return await _go_on(turn, draft, Reply(messages=(say("draft-dropped"),), state={}), begin=begin)


async def _go_on(turn: Turn, settled: OrderDraft, reply: Reply, *, begin: Begin) -> Reply:
    """Show the next draft of the same sentence, so that the next word settles that one."""
    others = [each for each in _others(turn) if each != f"draft:{settled.id}"]
    waiting = [draft for each in others if (draft := await _find_live(turn, each, begin=begin)) is not None]
    if not waiting:
        return reply
    left = replace(turn, state={"others": [f"draft:{each.id}" for each in waiting]})
    shown = await show_draft(left, waiting[0], begin=begin)
    return replace(shown, messages=(*reply.messages, *shown.messages))


async def _place(
    turn: Turn,
    draft_id: str,
    changed: Mapping[str, object],
    *,
    begin: Begin,
    charged_as_shown: str | None = None,
) -> Reply:
    request = await place_order(
        draft_id,
        changed,
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
        charged_as_shown=charged_as_shown,
    )
    return Reply(card=show("request", f"request:{request.id}"), state={"focus": f"request:{request.id}"})


async def _asks_when(turn: Turn, draft_id: str, changed: Mapping[str, object], *, begin: Begin) -> bool:
    """Tell whether the draft, with what was filled in, still has no time that can be kept."""
    async with begin() as work:
        draft = await work.drafts.get(draft_id)
    return draft.is_live and asked_time(draft.change(**changed), at=turn.at) is not None


async def _changes_in(turn: Turn, press: Press, draft_id: str, *, begin: Begin) -> dict[str, object]:
    async with begin() as work:
        draft = await work.drafts.get(draft_id)
    if not draft.is_live:
        return {}
    inputs = kept_inputs(press.data, unit=draft.unit, catalogue=turn.catalogue)
    return input_changes(draft, inputs, at=turn.at) | _other_service(turn, press, draft)


def _other_service(turn: Turn, press: Press, draft: OrderDraft) -> dict[str, object]:
    """Return the service that was chosen instead; what was said to be broken belongs to the one before.

    Raises:
        BadInput: the catalogue has no such service.
    """
    service = press.text("service")
    if service is None or service == draft.service:
        return {}
    if service not in turn.catalogue.services:
        raise BadInput(field="service", lowest="", highest="")
    return {"service": service, "choices": (), "object": None if draft.service else draft.object}


async def live_draft(turn: Turn, *, begin: Begin) -> OrderDraft | None:
    """Return the draft that the conversation is about, if it can still be placed."""
    return await _find_live(turn, turn.focus or "", begin=begin)


async def _find_live(turn: Turn, subject: str, *, begin: Begin) -> OrderDraft | None:
    kind, _, draft_id = subject.partition(SUBJECT_SEPARATOR)
    if kind != "draft":
        return None
    async with begin() as work:
        try:
            draft = await work.drafts.get(draft_id)
        except NotFound:
            return None
    return draft if draft.is_live and draft.person == turn.person.code else None
