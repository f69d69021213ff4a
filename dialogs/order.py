"""Ordering in a sentence: a card that says what, where, when and at what cost; then one press, or a word."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import NAMESPACE_OID, uuid5

from actions.orders import change_draft, drop_draft, keep_draft, place_order
from actions.ports import Begin
from dialogs.draft_inputs import changes as input_changes
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import Understood
from dialogs.units import unit_of
from dialogs.wanted import wanted_fields
from domain.errors import NotFound
from domain.notices import Message
from domain.requests import OrderDraft

SURE = 0.6
"""From this confidence on the service is taken as said; below it the likely ones are offered."""
MOST_CHOICES = 3


async def start_order(turn: Turn, understood: Understood, nth: int, *, begin: Begin) -> Reply:
    """Keep the wish as a draft and show its card; with several services that fit, offer up to three."""
    unit = unit_of(turn, "order.create")
    if unit is None:
        turn.catalogue.permissions.demand(turn.person, "order.create", unit=next(iter(turn.person.units), None))
        return Reply(messages=(say("which-unit"),), state={"awaiting": "unit", "text": turn.text})
    draft = _draft_from(turn, understood, unit, nth)
    choices = _choices(turn, understood)
    if not choices and draft.service is None:
        return Reply(messages=(say("which-service"),))
    kept = await keep_draft(
        replace(draft, service=None, choices=choices) if choices else draft,
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
    )
    return Reply(messages=(card_of(kept),), state={"focus": f"draft:{kept.id}"})


def card_of(draft: OrderDraft) -> Message:
    """Return the card that fits *draft*: which service, or the order itself."""
    subject = f"draft:{draft.id}"
    if draft.service is None:
        return show("choice", subject, services="|".join(draft.choices))
    return show("order", subject)


def _draft_from(turn: Turn, understood: Understood, unit: str, nth: int) -> OrderDraft:
    """Return the wish as a draft. Its id comes from the message, so that the same message makes the same draft."""
    draft = OrderDraft(
        id=uuid5(NAMESPACE_OID, f"{turn.conversation}|{turn.activity}|{nth}").hex,
        person=turn.person.code,
        unit=unit,
        created_at=turn.at,
        service=understood.service,
        object=understood.object,
        place=understood.place.text if understood.place else None,
        note=understood.text.strip()[:2000] or None,
        count=understood.count,
        hours=understood.hours,
    )
    return replace(draft, **wanted_fields(understood.when))  # type: ignore[arg-type]


def _choices(turn: Turn, understood: Understood) -> tuple[str, ...]:
    """Return the services to choose between, or none when one is meant clearly enough."""
    if understood.service is not None and (understood.confidence >= SURE or not understood.alternatives):
        return ()
    likely = [understood.service, *understood.alternatives]
    services = [code for code in likely if code is not None and code in turn.catalogue.services]
    distinct = tuple(dict.fromkeys(services))[:MOST_CHOICES]
    return distinct if len(distinct) > 1 or understood.service is None else ()


async def change_by_words(turn: Turn, draft_id: str, *, begin: Begin) -> Reply | None:
    """Change the draft by what a follow-up sentence says ("nej, på torsdag"); None when it says nothing of the kind."""
    understood = turn.understood
    if understood is None:
        return None
    changed: dict[str, object] = {}
    if understood.when is not None and understood.when.kind != "none":
        changed |= wanted_fields(understood.when)
    if understood.place is not None:
        changed["place"] = understood.place.text
    if understood.hours is not None:
        changed["hours"] = understood.hours
    if understood.count is not None:
        changed["count"] = understood.count
    if not changed:
        return None
    draft = await change_draft(draft_id, changed, by=turn.person, begin=begin)
    return Reply(messages=(card_of(draft),), state={"focus": f"draft:{draft.id}"})


async def press_change(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Change the draft by the inputs of its card, or choose its service; the card shows the result in place."""
    draft_id = id_in(press, "draft")
    changed = await _changes_in(turn, press, draft_id, begin=begin)
    service = press.text("service")
    if service is not None and service in turn.catalogue.services:
        changed |= {"service": service, "choices": ()}
    draft = await change_draft(draft_id, changed, by=turn.person, begin=begin)
    await _retarget(draft, begin=begin)
    return Reply(card=card_of(draft), state={"focus": f"draft:{draft.id}"})


async def _retarget(draft: OrderDraft, *, begin: Begin) -> None:
    async with begin() as work:
        await work.cards.retarget(f"draft:{draft.id}", card_of(draft))


async def press_drop(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Drop the draft; its card says so."""
    await drop_draft(id_in(press, "draft"), by=turn.person, begin=begin)
    return Reply(state={})


async def press_place(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Place the draft with what was filled in; its card becomes the request's."""
    draft_id = id_in(press, "draft")
    changed = await _changes_in(turn, press, draft_id, begin=begin)
    return await _place(turn, draft_id, changed, begin=begin, charged_as_shown=press.text("charged"))


async def place_by_words(turn: Turn, draft_id: str, *, begin: Begin) -> Reply:
    """Place the draft that was shown last; what happened is also said, since the card may have scrolled away."""
    reply = await _place(turn, draft_id, {}, begin=begin)
    return replace(reply, messages=(show("request", reply.state["focus"] if reply.state else None),))  # type: ignore[arg-type]


async def drop_by_words(turn: Turn, draft_id: str, *, begin: Begin) -> Reply:
    """Drop the draft that was shown last, and say so."""
    await drop_draft(draft_id, by=turn.person, begin=begin)
    await _refresh(turn, f"draft:{draft_id}", begin=begin)
    return Reply(messages=(say("draft-dropped"),), state={})


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


async def _refresh(turn: Turn, subject: str, *, begin: Begin) -> None:
    async with begin() as work:
        await work.outbox.refresh(subject, at=turn.at)


async def _changes_in(turn: Turn, press: Press, draft_id: str, *, begin: Begin) -> dict[str, object]:
    async with begin() as work:
        draft = await work.drafts.get(draft_id)
    return input_changes(draft, press.data, at=turn.at) if draft.is_live else {}


async def live_draft(turn: Turn, *, begin: Begin) -> str | None:
    """Return the id of the draft that the conversation is about, if it can still be placed."""
    if turn.focus is None or not turn.focus.startswith("draft:"):
        return None
    async with begin() as work:
        try:
            draft = await work.drafts.get(turn.focus.removeprefix("draft:"))
        except NotFound:
            return None
    return draft.id if draft.is_live and draft.person == turn.person.code else None
