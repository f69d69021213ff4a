"""The cards that stand in people's chats."""

from collections.abc import Mapping, Sequence
from functools import cache

from sqlalchemy import Table, bindparam, delete, select, update

from domain.errors import NotFound
from domain.notices import REFRESH, Message, OwedStatus, ShownCard
from storage.messages import columns_of, message_of
from storage.pilot_tables import agreements
from storage.repository import Repository
from storage.rows import Row, row_of, value_of
from storage.staff_tables import absences, substitutions
from storage.statements import Statement, Upsert, filled
from storage.tables import assignments, cards, order_series, outbox, requests, talks

_of_subject = select(cards).where(cards.c.subject == bindparam("of")).order_by(cards.c.id)
OF_SUBJECT = Statement(_of_subject)
OF_READER = Statement(_of_subject.where(cards.c.person == bindparam("reader")))
GET_CARD = Statement(select(cards).where(cards.c.id == bindparam("key")))
_FIND = Statement(
    select(cards).where(cards.c.conversation == bindparam("where"), cards.c.activity == bindparam("what"))
)
_SHOWN = ("person", "language", "version", "text", "view", "subject", "values")


def _hold(table: Table, key: str = "id") -> Statement:
    held = select(table.c[key]).where(table.c[key] == bindparam("key"))
    return Statement(held.with_for_update(read=True, skip_locked=True))


_HOLD: Mapping[str, Statement] = {
    "absence": _hold(absences),
    "agreement": _hold(agreements, "code"),
    "assignment": _hold(assignments),
    "request": _hold(requests),
    "series": _hold(order_series),
    "substitute": _hold(substitutions),
    "talk": _hold(talks),
}
"""What several people's cards show; a draft is its writer's alone, and held where it is read."""
_ADD = Upsert(
    cards, lambda row: row.on_conflict_do_nothing(index_elements=["conversation", "activity"]).returning(cards.c.id)
)


@cache
def _add_all(count: int) -> Statement:
    """Return the statement that adds *count* cards, whose values are numbered from 0."""
    columns = [each for each in cards.c if each.name != "id"]
    rows = [{each.name: bindparam(f"{each.name}{nth}", type_=each.type) for each in columns} for nth in range(count)]
    return Upsert(
        cards,
        lambda row: (
            row.values(rows)
            .on_conflict_do_nothing(index_elements=["conversation", "activity"])
            .returning(cards.c.conversation, cards.c.activity)
        ),
    )


_REGISTER = Upsert(
    cards,
    lambda row: row.on_conflict_do_update(
        index_elements=["conversation", "activity"], set_={name: row.excluded[name] for name in _SHOWN}
    ).returning(cards.c.id),
)


_RETARGET = Statement(update(cards).where(cards.c.subject == bindparam("of")))


class Cards(Repository):
    """Knows which card stands where and what it shows."""

    async def add(self, card: ShownCard) -> int | None:
        """Store the card and return its id; None, and nothing is stored, where one stands already."""
        number: int | None = await self._scalar(_ADD, row_of(card, "id", "message") | columns_of(card.message))
        return number

    async def add_all(self, shown: Sequence[ShownCard]) -> set[tuple[str, str]]:
        """Do as `add` for each; return the (conversation, activity) of those that were stored."""
        rows = filled([row_of(each, "id", "message") | columns_of(each.message) for each in shown])
        values = {f"{name}{nth}": value for nth, row in enumerate(rows) for name, value in row.items()}
        return {(row[0], row[1]) for row in await self._session.raw(_add_all(len(rows)), values)}

    async def register(self, card: ShownCard) -> int:
        """Store the card, or replace what stands at the same (conversation, activity); return its id."""
        number: int = await self._scalar(_REGISTER, row_of(card, "id", "message") | columns_of(card.message))
        return number

    async def get(self, card: int) -> ShownCard:
        """Return the card; raise NotFound when there is none."""
        row = await self._first(GET_CARD, {"key": card})
        if row is None:
            raise NotFound(id=card)
        return _card(row)

    async def find(self, conversation: str, activity: str) -> ShownCard | None:
        """Return the card that stands there, or None."""
        row = await self._first(_FIND, {"where": conversation, "what": activity})
        return None if row is None else _card(row)

    async def of_subject(self, subject: str) -> Sequence[ShownCard]:
        """Return the cards that show *subject*, oldest first."""
        return [_card(row) for row in await self._all(OF_SUBJECT, {"of": subject})]

    async def hold(self, subject: str) -> bool:
        """Let nobody change what *subject* names before this transaction ends; False when somebody is changing it now.

        Nobody is waited for. What has no row of its own is nobody's to hold.
        """
        self._session.known.clear()
        kind, _, key = subject.partition(":")
        statement = _HOLD.get(kind)
        return statement is None or await self._scalar(statement, {"key": key}) is not None

    async def retarget(self, subject: str, message: Message) -> None:
        """Let every card of *subject* show *message* from now on."""
        await self._do(_RETARGET, {"of": subject, **columns_of(message)})

    async def forget(self, card: int) -> None:
        """Forget the card, and skip the refresh that it is owed."""
        is_owed = (outbox.c.card == card) & (outbox.c.kind == REFRESH) & (outbox.c.status == OwedStatus.PENDING)
        await self._do(update(outbox).where(is_owed).values(status=OwedStatus.SKIPPED))
        await self._do(delete(cards).where(cards.c.id == card))


def _card(row: Row) -> ShownCard:
    return value_of(ShownCard, row, message=message_of(row))
