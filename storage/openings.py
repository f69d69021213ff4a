"""How a turn begins: what came is remembered, its chat is held, and who and where it is are read.

On PostgreSQL that is one trip to the server, and its parts keep the order that they have by themselves: it claims
first, holds the chat next, and reads it last, as whoever held it before has left it. The draft that the chat is about
comes along, since nearly every sentence is first asked whether it speaks of that.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Executable, String, bindparam, case, exists, func, literal, select, true
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Dialect

from domain.notices import Conversation
from domain.openings import Opening
from domain.people import Person
from domain.requests import OrderDraft
from storage.conversations import Conversations
from storage.inbox import Inbox
from storage.people import ALL_PEOPLE, People, person_of
from storage.repository import Repository
from storage.rows import value_of
from storage.settings import OFTEN, Settings
from storage.statements import Statement
from storage.tables import conversations, drafts, inbox, settings

_PERSON, _CHAT = tuple(ALL_PEOPLE.selected_columns.keys()), tuple(conversations.c.keys())
_DRAFT = tuple(drafts.c.keys())
_FOCUS = "draft:"
_HELD_END = 2
_OFTEN_END = _HELD_END + len(OFTEN)
_PERSON_END = _OFTEN_END + len(_PERSON)
_CHAT_END = _PERSON_END + len(_CHAT)


class Openings(Repository):
    """Begins turns."""

    async def take(self, conversation: str, activity: str, *, aad_object_id: str | None, at: datetime) -> Opening:
        """Claim the activity, hold its chat when it is new, and return who wrote and where."""
        if not self._is_postgresql:
            return await self._one_by_one(conversation, activity, aad_object_id, at=at)
        values = {"conversation": conversation, "activity": activity, "received_at": at}
        (found,) = await self._session.raw(_BEGIN, values | {"aad": (aad_object_id or "").lower()})
        claimed, has_waited, often = found[0], found[1], found[_HELD_END:_OFTEN_END]
        person, chat = _person(found[_OFTEN_END:_PERSON_END]), _chat(found[_PERSON_END:_CHAT_END])
        self._session.known.clear()
        # Whoever was waited for may have changed it after the statement began.
        if chat is not None and not has_waited and (draft := _draft(found[_CHAT_END:])) is not None:
            self._session.known[OrderDraft, draft.id] = draft
        Settings(self._session).keep_often(dict(zip(OFTEN, often, strict=True)))
        if claimed and chat is None:
            # One that wrote here for the first time may have been waited for; the statement began before it ended.
            chat = await Conversations(self._session).find(conversation)
        return Opening(is_new=bool(claimed), person=person, chat=chat)

    async def _one_by_one(
        self, conversation: str, activity: str, aad_object_id: str | None, *, at: datetime
    ) -> Opening:
        is_new = await Inbox(self._session).claim(conversation, activity, at=at)
        person = await People(self._session).find_by_aad(aad_object_id) if aad_object_id else None
        chat = await Conversations(self._session).find(conversation) if is_new else None
        return Opening(is_new=is_new, person=person, chat=chat)


def _statement(_: Dialect) -> Executable:
    of = bindparam("conversation", type_=String)
    claim = postgresql.insert(inbox).values(
        conversation=of, activity=bindparam("activity"), received_at=bindparam("received_at")
    )
    claimed = claim.on_conflict_do_nothing().returning(inbox.c.activity).cte("claimed")
    held = select(_lock(func.hashtextextended(of, 0)).label("has_waited")).select_from(claimed).cte("held")
    # What is locked is read as it is by then, however old the statement's own sight is.
    is_mine = (conversations.c.id == of) & exists(select(held.c.has_waited))
    chat = select(conversations).where(is_mine).with_for_update(key_share=True).cte("chat")
    person = ALL_PEOPLE.where(ALL_PEOPLE.selected_columns.aad_object_id == bindparam("aad")).subquery("person")
    focus = func.jsonb_extract_path_text(chat.c.state, literal("focus", String), type_=String)
    draft = select(drafts).where(drafts.c.id == func.substr(focus, len(_FOCUS) + 1)).lateral("draft")
    return select(
        # Counted here, so that the chat is held also when it has no row.
        select(func.count()).select_from(held).scalar_subquery().label("claimed"),
        select(held.c.has_waited).scalar_subquery().label("has_waited"),
        *_often(),
        *(each.label(f"person_{each.key}") for each in person.c),
        *(each.label(f"chat_{each.key}") for each in chat.c),
        *(each.label(f"draft_{each.key}") for each in draft.c),
    ).select_from(_nothing().outerjoin(person, true()).outerjoin(chat, true()).outerjoin(draft, true()))


def _lock(number: Any) -> Any:  # noqa: ANN401  # SQLAlchemy's own
    """Hold the chat until the transaction ends; tell whether somebody else held it."""
    waited = func.pg_advisory_xact_lock(number).cast(String).is_not(None)
    return case((func.pg_try_advisory_xact_lock(number, type_=Boolean), literal(False)), else_=waited)


def _often() -> list[Any]:
    values = (select(settings.c.value).where(settings.c.name == literal(name)) for name in OFTEN)
    return [each.scalar_subquery() for each in values]


def _nothing() -> Any:  # noqa: ANN401  # SQLAlchemy's own
    """Return a row, so that there is one also when nobody is known."""
    return select(literal(1).label("one")).subquery("nothing")


_BEGIN = Statement(_statement)


def _person(values: Sequence[Any]) -> Person | None:
    row = dict(zip(_PERSON, values, strict=True))
    return person_of(row) if row["code"] is not None else None


def _draft(values: Sequence[Any]) -> OrderDraft | None:
    row = dict(zip(_DRAFT, values, strict=True))
    return value_of(OrderDraft, row) if row["id"] is not None else None


def _chat(values: Sequence[Any]) -> Conversation | None:
    row = dict(zip(_CHAT, values, strict=True))
    return value_of(Conversation, row) if row["id"] is not None else None
