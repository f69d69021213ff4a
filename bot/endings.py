"""How sendings ended, written down: what arrived, which cards stand now, and what is to be tried again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from actions.ports import Work
from bot import failures
from bot.settlements import Ending
from dialogs.present import version_of
from domain.notices import REFRESH, REPLY, Message, Owed, ShownCard
from domain.requests import OrderDraft

LOOK_AGAIN = timedelta(seconds=1)
_DRAFT = "draft:"


async def write_down(work: Work, endings: Sequence[Ending], at: datetime) -> list[datetime | None]:
    """Write all of them down; return for each when it is to be tried again, None when it is done with."""
    arrived = [each for each in endings if each.sent.is_ok]
    if arrived:
        await work.outbox.settle_sent([each.parcel.row for each in arrived], at=at)
    for each in arrived:
        if each.parcel.message.is_quoting:
            await work.outbox.forget_words(each.parcel.row)
    await _register_all(work, [each for each in arrived if each.address is not None and each.parcel.card], at=at)
    return [await _note(work, each, at=at) for each in endings]


async def _note(work: Work, ending: Ending, *, at: datetime) -> datetime | None:
    if ending.sent.is_ok:
        return None
    return await failures.note(work, ending.parcel, sent=ending.sent, address=ending.address, at=at)


async def _register_all(work: Work, endings: Sequence[Ending], *, at: datetime) -> None:
    """Keep where the cards stand: the new ones of drafts, which are most, in two statements; the others one by one."""
    new = {each.parcel.row: each for each in endings if _is_of_new_draft(each)}
    drafts = await work.drafts.hold({_draft_of(each) for each in new.values()}) if new else {}
    shown = {row: _as_draft(each.parcel.message, drafts[_draft_of(each)]) for row, each in new.items()}
    cards = {row: _card(each, each.sent.id or "", shown[row][0]) for row, each in new.items()}
    added = await work.cards.add_all(list(cards.values())) if cards else set()
    for ending in endings:
        card = cards.get(ending.parcel.row)
        if card is None or (card.conversation, card.activity) not in added:
            await _register(work, ending, at=at)
        elif card.message.subject is not None and shown[ending.parcel.row] != (
            ending.parcel.message,
            ending.parcel.version,
        ):
            await work.outbox.refresh(card.message.subject, at=at)


def _is_of_new_draft(ending: Ending) -> bool:
    parcel = ending.parcel
    is_new = parcel.replaces is None and parcel.owed.kind == REPLY and ending.sent.id is not None
    return is_new and (parcel.message.subject or "").startswith(_DRAFT)


def _draft_of(ending: Ending) -> str:
    return (ending.parcel.message.subject or "").removeprefix(_DRAFT)


def _card(ending: Ending, activity: str, message: Message) -> ShownCard:
    assert ending.address is not None  # noqa: S101  # whoever has a card has a chat
    parcel = ending.parcel
    return ShownCard(
        conversation=ending.address.conversation,
        activity=activity,
        message=message,
        language=parcel.reader.language,
        version=parcel.version,
        person=parcel.reader.code or None,
    )


async def _register(work: Work, ending: Ending, *, at: datetime) -> None:
    """Keep where the card stands; when its subject has changed meanwhile, owe a refresh."""
    parcel, sent = ending.parcel, ending.sent
    is_update = parcel.replaces is not None and sent.code != "SentAnew"
    activity = parcel.replaces if is_update else sent.id
    if activity is None:
        return
    if parcel.replaces is not None and not is_update and parcel.owed.card is not None:
        await work.cards.forget(parcel.owed.card)
    is_held = parcel.message.subject is None or await work.cards.hold(parcel.message.subject)
    message, version = await _as_it_has_become(parcel.message, work)
    card = _card(ending, activity, message)
    number = await work.cards.add(card)
    if number is None:
        number = await _stand_in(work, card, shown=parcel.message, at=at)
    if number is None:
        return
    await _owe_again(work, replace(card, id=number), at=at, seconds=parcel.again_seconds)
    subject = message.subject
    if not is_held:
        # Whoever is changing it does not see this card yet, and what they change can't be seen here: look again soon.
        await _owe_look(work, replace(card, id=number), row=parcel.row, at=at + LOOK_AGAIN)
        return
    if subject is not None and not is_update and parcel.owed.kind != REPLY:
        await _draw_attention(work, card.conversation, subject)
    if subject is not None and (message is not parcel.message or version != parcel.version):
        await work.outbox.refresh(subject, at=at)


async def _stand_in(work: Work, card: ShownCard, *, shown: Message, at: datetime) -> int | None:
    """Let the card stand where *shown* stood and return its id; None when something else stands there by now."""
    standing = await work.cards.find(card.conversation, card.activity)
    if standing is None or standing.message == shown:
        return await work.cards.register(card)
    # It was pressed, or became something else, while it was on its way: what it is to show now was decided there.
    if standing.message.subject is not None:
        await work.outbox.refresh(standing.message.subject, at=at)
    return None


async def _owe_look(work: Work, card: ShownCard, *, row: int, at: datetime) -> None:
    """Owe the card one refresh, beside those that others owe it."""
    await work.outbox.put(
        Owed(
            kind=REFRESH,
            dedup=f"refresh:{card.id}:after:{row}:{at.isoformat()}",
            due=at,
            message=card.message,
            card=card.id,
            conversation=card.conversation,
        )
    )


async def _owe_again(work: Work, card: ShownCard, *, at: datetime, seconds: int) -> None:
    """Owe the card a refresh at the next of the moments that lie so many *seconds* apart: one, however often shown.

    With no seconds, it changes by what people do only.
    """
    if not seconds:
        return
    nth = int(at.timestamp()) // seconds + 1
    due = datetime.fromtimestamp(nth * seconds, UTC)
    refresh = f"refresh:{card.id}:again:{nth}"
    await work.outbox.put(
        Owed(kind=REFRESH, dedup=refresh, due=due, message=card.message, card=card.id, conversation=card.conversation)
    )


async def _draw_attention(work: Work, conversation: str, subject: str) -> None:
    """Let a bare "ja" or "8" that follows be about the notice, unless the person is in the middle of something."""
    if not await work.conversations.try_lock(conversation):
        return
    chat = await work.conversations.find(conversation)
    if chat is None or not chat.is_personal or set(chat.state) - {"focus"}:
        return
    if not str(chat.state.get("focus") or "").startswith("draft:"):
        await work.conversations.save_state(conversation, {"focus": subject})


async def _as_it_has_become(message: Message, work: Work) -> tuple[Message, int]:
    """Return what the card is to show from now on, and its version: an order placed meanwhile is a request.

    The draft is held, so that it can't be placed between this and the registration.
    """
    subject = message.subject or ""
    if not subject.startswith(_DRAFT):
        return message, await version_of(message.subject, work=work)
    return _as_draft(message, await work.drafts.get_locked(subject.removeprefix(_DRAFT)))


def _as_draft(message: Message, draft: OrderDraft) -> tuple[Message, int]:
    if draft.request is None:
        return message, draft.version
    return Message(view="request", subject=f"request:{draft.request}"), draft.version
