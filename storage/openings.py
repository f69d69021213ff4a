"""How a turn begins: what came is remembered, its chat is held, and who and where it is are read.

On PostgreSQL that is one trip to the server, and its parts keep the order that they have by themselves: it claims
first, holds the chat next, and reads it last, as whoever held it before has left it.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Executable, String, bindparam, exists, func, literal, select, true
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Dialect

from domain.notices import Conversation
from domain.openings import Opening
from domain.people import Person
from storage.conversations import Conversations
from storage.inbox import Inbox
from storage.people import ALL_PEOPLE, People, person_of
from storage.repository import Repository
from storage.rows import value_of
from storage.settings import OFTEN, Settings
from storage.statements import Statement
from storage.tables import conversations, inbox, settings

_PERSON, _CHAT = tuple(ALL_PEOPLE.selected_columns.keys()), tuple(conversations.c.keys())
_OFTEN_END = 1 + len(OFTEN)
_PERSON_END = _OFTEN_END + len(_PERSON)


class Openings(Repository):
    """Begins turns."""

    async def take(self, conversation: str, activity: str, *, aad_object_id: str | None, at: datetime) -> Opening:
        """Claim the activity, hold its chat when it is new, and return who wrote and where."""
        if not self._is_postgresql:
            return await self._one_by_one(conversation, activity, aad_object_id, at=at)
        values = {"conversation": conversation, "activity": activity, "received_at": at}
        (found,) = await self._session.raw(_BEGIN, values | {"aad": (aad_object_id or "").lower()})
        claimed, often = found[0], found[1:_OFTEN_END]
        person, chat = _person(found[_OFTEN_END:_PERSON_END]), _chat(found[_PERSON_END:])
        self._session.known.clear()
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
    lock = func.pg_advisory_xact_lock(func.hashtextextended(of, 0)).label("it")
    held = select(lock).select_from(claimed).cte("held")
    # What is locked is read as it is by then, however old the statement's own sight is.
    is_mine = (conversations.c.id == of) & exists(select(held.c.it))
    chat = select(conversations).where(is_mine).with_for_update(key_share=True).cte("chat")
    person = ALL_PEOPLE.where(ALL_PEOPLE.selected_columns.aad_object_id == bindparam("aad")).subquery("person")
    return select(
        # Counted here, so that the chat is held also when it has no row.
        select(func.count()).select_from(held).scalar_subquery().label("claimed"),
        *_often(),
        *(each.label(f"person_{each.key}") for each in person.c),
        *(each.label(f"chat_{each.key}") for each in chat.c),
    ).select_from(_nothing().outerjoin(person, true()).outerjoin(chat, true()))


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


def _chat(values: Sequence[Any]) -> Conversation | None:
    row = dict(zip(_CHAT, values, strict=True))
    return value_of(Conversation, row) if row["id"] is not None else None
