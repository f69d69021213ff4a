"""The chats that the bot can write to."""

from collections.abc import Collection, Mapping

from sqlalchemy import String, bindparam, func, select, update

from domain.notices import CONSOLE, Conversation, Value
from storage.repository import Repository
from storage.rows import row_of, value_of
from storage.statements import Statement, Upsert, Values, filled
from storage.tables import conversations

_FIND = Statement(select(conversations).where(conversations.c.id == bindparam("of")))
_SAVE_STATE = Statement(
    update(conversations)
    .where(conversations.c.id == bindparam("of"))
    .values(state=bindparam("state"), version=conversations.c.version + 1)
)
_LOCK = Statement(select(func.pg_advisory_xact_lock(func.hashtextextended(bindparam("of", type_=String), 0))))
_TRY_LOCK = Statement(select(func.pg_try_advisory_xact_lock(func.hashtextextended(bindparam("of", type_=String), 0))))
_IS_ON_THE_NET = ~conversations.c.id.startswith(CONSOLE)
_NEXT = select(func.coalesce(func.max(conversations.c.renewed), 0) + 1).scalar_subquery()
_RENEWED = ("address", "person", "is_personal", "is_active", "renewed")
_REMEMBER = Upsert(
    conversations,
    lambda row: row.values(renewed=_NEXT).on_conflict_do_update(
        index_elements=["id"], set_={name: row.excluded[name] for name in _RENEWED}
    ),
)
_NEWEST = (
    select(conversations)
    .where(conversations.c.is_active, _IS_ON_THE_NET)
    .order_by(conversations.c.renewed.desc())
    .limit(1)
)
_PERSONAL_OF = Statement(
    select(conversations)
    .where(conversations.c.is_active, _IS_ON_THE_NET, conversations.c.is_personal)
    .where(conversations.c.person.in_(bindparam("codes", expanding=True)))
    # The newest is last, and so the one that stays.
    .order_by(conversations.c.renewed)
)
_PERSONAL = Statement(_NEWEST.where(conversations.c.person == bindparam("of"), conversations.c.is_personal))
_ANY = Statement(_NEWEST)


class Conversations(Repository):
    """Keeps each chat's address and the state of its dialog."""

    async def find(self, conversation: str) -> Conversation | None:
        """Return the conversation, or None."""
        return await self._find(_FIND, {"of": conversation})

    async def lock(self, conversation: str) -> None:
        """Hold other turns of the conversation back until this transaction ends, also before it has a row."""
        if self._is_postgresql:
            await self._do(_LOCK, {"of": conversation})
            self._session.known.clear()

    async def try_lock(self, conversation: str) -> bool:
        """Do as `lock`, but wait for nobody; False when a turn of the conversation goes on."""
        return not self._is_postgresql or bool(await self._scalar(_TRY_LOCK, {"of": conversation}))

    async def find_personal(self, person: str) -> Conversation | None:
        """Return the active personal chat of *person*, the newest first; never one in a terminal."""
        return await self._find(_PERSONAL, {"of": person})

    async def personal_of(self, people: Collection[str], /) -> Mapping[str, Conversation]:
        """Return what `find_personal` does for each of *people* who has one."""
        found = [
            value_of(Conversation, row) for row in await self._all(_PERSONAL_OF, {"codes": filled(sorted(people))})
        ]
        return {each.person: each for each in found if each.person is not None}

    async def remember(self, conversation: Conversation) -> None:
        """Store or renew it (address, person, active) as the newest; its state is kept."""
        await self._do(_REMEMBER, row_of(conversation))

    async def save_state(self, conversation: str, state: Mapping[str, object]) -> None:
        """Keep *state*; whoever writes it holds the conversation's lock."""
        await self._session.later(_SAVE_STATE, {"of": conversation, "state": state})

    async def deactivate(self, conversation: str) -> None:
        """Write no more to it until it is remembered again."""
        await self._do(update(conversations).where(conversations.c.id == conversation).values(is_active=False))

    async def find_any_address(self) -> Mapping[str, Value] | None:
        """Return the address of the newest active conversation, or None; never that of a terminal."""
        found = await self._find(_ANY)
        return None if found is None else found.address

    async def _find(self, statement: Statement, values: Values | None = None) -> Conversation | None:
        row = await self._first(statement, values)
        return None if row is None else value_of(Conversation, row)
