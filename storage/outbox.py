"""What is owed: written with its cause, taken under a lease, sent after it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    FromClause,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    insert,
    literal,
    literal_column,
    or_,
    select,
    true,
    update,
)

from domain.notices import BULK, REFRESH, REPLY, SHOWN_ANEW_PER_SECOND, AfterLost, Owed, OwedStatus
from storage.cards import GET_CARD, OF_READER, OF_SUBJECT
from storage.columns import Moment, is_one_of
from storage.messages import columns_of, message_of
from storage.repository import Repository
from storage.rows import Row, row_of, value_of
from storage.statements import Statement, Upsert, filled
from storage.tables import cards, outbox

MOST_CAUGHT_UP = 30
"""How many cards of a chat are shown anew when it can be written to again: what is older nobody scrolls back to."""
_LOST = "the lease ran out"
_REFRESHES: ColumnElement[str] = literal_column(f"'{REFRESH}'")


def _is(*statuses: OwedStatus, table: FromClause = outbox) -> ColumnElement[bool]:
    return is_one_of(table.c.status, *statuses)


def _is_bulk(table: FromClause = outbox) -> ColumnElement[bool]:
    return table.c.kind.in_([literal_column(f"'{kind}'") for kind in BULK])


def _has_earlier(but: ColumnElement[bool] | None = None) -> ColumnElement[bool]:
    """Tell whether another row of the same reader has to go first: it is being sent, or is due and before this one.

    What is pending goes first only where it is as *but* says.
    """
    is_before = or_(_other.c.due < outbox.c.due, and_(_other.c.due == outbox.c.due, _other.c.id < outbox.c.id))
    is_pending = _is(OwedStatus.PENDING, table=_other)
    is_first = and_(is_pending, _other.c.due <= _now, is_before, true() if but is None else but)
    is_under_way = _is(OwedStatus.PENDING, OwedStatus.SENDING, table=_other)
    is_other = and_(_other.c.lane == outbox.c.lane, is_under_way, _other.c.id != outbox.c.id)
    return exists().where(is_other, or_(_is(OwedStatus.SENDING, table=_other), is_first)).correlate(outbox)


def _lease(chosen: Select[tuple[int]]) -> Statement:
    taken = update(outbox).where(outbox.c.id.in_(chosen.with_for_update(skip_locked=True)))
    leased = taken.values(
        status=OwedStatus.SENDING,
        owner=bindparam("by"),
        leased_until=bindparam("until"),
        attempts=outbox.c.attempts + 1,
    )
    return Statement(leased.returning(outbox))


_other = outbox.alias("other")
_now = bindparam("now", type_=Moment)
_rows: BindParameter[Any] = bindparam("rows", expanding=True)
_is_due = and_(_is(OwedStatus.PENDING), outbox.c.due <= _now)
_is_skipped = outbox.c.after_lost == AfterLost.SKIP

_IS_OF = and_(outbox.c.dedup >= bindparam("first"), outbox.c.dedup < bindparam("last"))
_WITHDRAWN = update(outbox).values(status=OwedStatus.SKIPPED, settled_at=bindparam("at", type_=Moment))
_WITHDRAW_WAITING = Statement(_WITHDRAWN.where(_IS_OF, _is(OwedStatus.WAITING)))
_WITHDRAW = Statement(
    _WITHDRAWN.where(_IS_OF, _is(OwedStatus.PENDING)).returning(outbox.c.recipient, outbox.c.attempts)
)
_GONE = Statement(select(outbox.c.recipient).where(_IS_OF, _is(OwedStatus.SENT, OwedStatus.SENDING)))

_PUT = Upsert(outbox, lambda row: row.on_conflict_do_nothing(index_elements=["dedup"]).returning(outbox.c.id))
_PUT_ALL = Upsert(outbox, lambda row: row.on_conflict_do_nothing(index_elements=["dedup"]))
_CLAIM = _lease(
    select(outbox.c.id)
    .where(_is_due, ~_has_earlier())
    .order_by(outbox.c.due, outbox.c.id)
    .limit(bindparam("most", type_=Integer))
)
_CLAIM_PROMPT = _lease(
    select(outbox.c.id)
    .where(_is_due, ~_is_bulk(), ~_has_earlier(~_is_bulk(_other)))
    .order_by(outbox.c.due, outbox.c.id)
    .limit(bindparam("most", type_=Integer))
)
_CLAIM_OF = _lease(
    select(outbox.c.id)
    .where(outbox.c.lane.in_(bindparam("lanes", expanding=True)), _is_due, ~_has_earlier())
    .order_by(outbox.c.due, outbox.c.id)
    .limit(bindparam("most", type_=Integer))
)
_is_ahead = exists().where(
    outbox.c.lane == bindparam("in_lane"),
    _is(OwedStatus.PENDING, OwedStatus.SENDING),
    or_(_is(OwedStatus.SENDING), and_(_is(OwedStatus.PENDING), outbox.c.due <= _now)),
    outbox.c.id.not_in(_rows),
)
_PUT_LEASED = Upsert(
    outbox,
    lambda row: (
        row.values(
            status=case((_is_ahead, OwedStatus.PENDING.value), else_=OwedStatus.SENDING.value),
            attempts=case((_is_ahead, 0), else_=1),
            owner=bindparam("by"),
            leased_until=bindparam("until"),
        )
        .on_conflict_do_nothing(index_elements=["dedup"])
        .returning(outbox.c.id, outbox.c.status, outbox.c.attempts)
    ),
)
_TAKE_BACK = Statement(
    update(outbox)
    .where(_is(OwedStatus.SENDING), outbox.c.leased_until <= _now)
    .values(
        status=case((_is_skipped, OwedStatus.SKIPPED.value), else_=OwedStatus.PENDING.value),
        settled_at=case((_is_skipped, _now), else_=None),
        error=_LOST,
        owner=None,
        leased_until=None,
    )
)


def _serve(shown: Select[tuple[int]], *but: ColumnElement[bool]) -> Statement:
    # What another transaction holds is left to it and owed once more: two that wait for each other's would never end.
    pending = select(outbox.c.id).where(
        _is(OwedStatus.PENDING), outbox.c.kind == _REFRESHES, outbox.c.card.in_(shown), *but
    )
    serving = update(outbox).where(outbox.c.id.in_(pending.with_for_update(skip_locked=True)))
    return Statement(serving.values(due=outbox.c.due).returning(outbox.c.card))


_shown = select(cards.c.id).where(cards.c.subject == bindparam("of"))
_SERVE = _serve(_shown)
_SERVE_READER = _serve(_shown.where(cards.c.person == bindparam("reader")))
_SERVE_CARD = _serve(select(cards.c.id).where(cards.c.id == bindparam("key")), or_(_is_due, outbox.c.attempts > 0))
_NOT_OWED = ~exists().where(outbox.c.card == cards.c.id, _is(OwedStatus.PENDING), outbox.c.kind == _REFRESHES)
_NEWEST_SHOWN = Statement(
    select(cards)
    .where(cards.c.conversation == bindparam("where"), cards.c.subject.is_not(None), _NOT_OWED)
    .order_by(cards.c.id.desc())
    .limit(MOST_CAUGHT_UP)
)
_NEXT_PENDING = Statement(select(func.min(outbox.c.due)).where(_is(OwedStatus.PENDING)))
_NEXT_LOST = Statement(select(func.min(outbox.c.leased_until)).where(_is(OwedStatus.SENDING)))
_CHANGE = Statement(update(outbox).where(outbox.c.id == bindparam("row")))
_CHANGE_ALL = Statement(update(outbox).where(outbox.c.id.in_(bindparam("rows", expanding=True))))
_ADD = Statement(insert(outbox))


_NOTICES = Statement(
    select(outbox).where(outbox.c.recipient.is_not(None), outbox.c.kind.not_in([REPLY, REFRESH])).order_by(outbox.c.id)
)


class Outbox(Repository):
    """Gives out each owed message to one sender at a time, and one message at a time to each reader."""

    async def put(self, owed: Owed) -> int | None:
        """Owe it; None when the same `dedup` is owed or sent already."""
        number: int | None = await self._scalar(_PUT, _row(owed))
        return number

    async def put_all(self, owed: Collection[Owed]) -> None:
        """Owe them all, those that are not owed or sent already."""
        await self._do_each(_PUT_ALL, [_row(each) for each in owed])

    async def refresh(self, subject: str, *, at: datetime, reader: str | None = None) -> None:
        """Owe a refresh to every card that shows *subject*, or to those of *reader*; one still pending serves.

        The pending ones are written, so that nobody takes them before what this transaction changes can be seen.
        """
        if reader is None:
            await self._refresh(_SERVE, OF_SUBJECT, {"of": subject}, at=at)
        else:
            await self._refresh(_SERVE_READER, OF_READER, {"of": subject, "reader": reader}, at=at)

    async def refresh_card(self, card: int, *, at: datetime) -> None:
        """Owe one card a refresh, whatever it shows; one still pending serves, unless it is for later only."""
        await self._refresh(_SERVE_CARD, GET_CARD, {"key": card, "now": at}, at=at)

    async def _refresh(self, serve: Statement, shown: Statement, which: Mapping[str, Any], *, at: datetime) -> None:
        serving = set(await self._scalars(serve, which))
        owing = [card for card in await self._all(shown, which) if card["id"] not in serving]
        moments = [at + timedelta(seconds=number // SHOWN_ANEW_PER_SECOND) for number in range(len(owing))]
        await self._do_each(_ADD, [_refresh(card, due) for card, due in zip(owing, moments, strict=True)])

    async def catch_up(self, conversation: str, *, at: datetime) -> None:
        """Owe a refresh to the newest cards of a chat that could not be written to for a while."""
        showing = await self._all(_NEWEST_SHOWN, {"where": conversation})
        await self._do_each(_ADD, [_refresh(card, at) for card in reversed(showing)])

    async def claim(
        self, *, now: datetime, owner: str, lease: timedelta, limit: int, lanes: Collection[str] | None = None
    ) -> Sequence[Owed]:
        """Take up to *limit* due rows, in order; rows of lost leases come back as their `after_lost` says.

        Never a row whose conversation or recipient has an earlier row that is pending and due, or being sent. With
        *lanes*, only rows of those conversations and recipients.
        """
        await self._do(_TAKE_BACK, {"now": now})
        values = {"now": now, "most": limit, "by": owner, "until": now + lease}
        if lanes is None:
            return _in_order(await self._all(_CLAIM, values))
        return _in_order(await self._all(_CLAIM_OF, values | {"lanes": list(lanes)}))

    async def claim_prompt(self, *, now: datetime, owner: str, lease: timedelta, limit: int) -> Sequence[Owed]:
        """Take up to *limit* due rows as `claim` does, but those of `BULK` neither go nor hold up what comes after."""
        values = {"now": now, "most": limit, "by": owner, "until": now + lease}
        return _in_order(await self._all(_CLAIM_PROMPT, values))

    async def put_leased(
        self, owed: Owed, *, now: datetime, owner: str, lease: timedelta, beside: Collection[int] = ()
    ) -> Owed | None:
        """Owe what is due and take it in the same breath; None when the same `dedup` is owed or sent already.

        It stays pending where another row than those *beside* it has to go first to the same reader.
        """
        kept = {name: value for name, value in _row(owed).items() if name not in {"status", "attempts"}}
        leased = {"now": now, "by": owner, "until": now + lease, "rows": list(beside), "in_lane": kept["lane"]}
        row = await self._first(_PUT_LEASED, kept | leased)
        return None if row is None else replace(owed, **row)

    async def settle(self, row: int, status: OwedStatus, *, at: datetime, error: str | None = None) -> None:
        """Note how it ended."""
        ended = {"status": status, "settled_at": at, "error": error, "owner": None, "leased_until": None}
        sent = {"sent_at": at} if status is OwedStatus.SENT else {}
        await self._do(_CHANGE, {"row": row} | ended | sent)

    async def settle_sent(self, rows: Sequence[int], /, *, at: datetime) -> None:
        """Note that all of *rows* were sent."""
        ended = {"status": OwedStatus.SENT, "settled_at": at, "error": None, "owner": None, "leased_until": None}
        await self._session.later(_CHANGE_ALL, {"rows": filled(list(rows)), "sent_at": at} | ended)

    async def withdraw(self, occasion: str, *, at: datetime) -> frozenset[str]:
        """Send no more of the messages whose `dedup` begins with *occasion*, which ends in a colon.

        Return who has got one or may get it still: it was sent, is being sent, or was tried and nobody knows. One that
        is being taken at this moment is waited for, so each is either withdrawn or among them.
        """
        of = {"first": occasion, "last": f"{occasion[:-1]};"}
        await self._do(_WITHDRAW_WAITING, of | {"at": at})
        withdrawn = await self._all(_WITHDRAW, of | {"at": at})
        tried = [row["recipient"] for row in withdrawn if row["attempts"]]
        return frozenset([*tried, *await self._scalars(_GONE, of)])

    async def forget_words(self, row: int) -> None:
        """Keep what fills the sentence no longer: it has gone out, and quotes somebody."""
        await self._do(_CHANGE, {"row": row, "values": {}})

    async def retry(self, row: int, *, due: datetime, error: str) -> None:
        """Put it back as pending from *due*."""
        again = {"status": OwedStatus.PENDING, "due": due, "error": error, "owner": None, "leased_until": None}
        await self._do(_CHANGE, {"row": row} | again)

    async def wake(self, recipient: str, *, now: datetime) -> None:
        """Make what waits for *recipient* pending; each is due when it was, so their order stays, or now."""
        is_theirs = and_(_is(OwedStatus.WAITING), outbox.c.recipient == recipient)
        due = case((outbox.c.due > now, literal(now, Moment)), else_=outbox.c.due)
        await self._do(update(outbox).where(is_theirs).values(status=OwedStatus.PENDING, due=due))

    async def next_due(self) -> datetime | None:
        """Return when the next pending row falls due or the next lease runs out, or None when nothing is under way."""
        pending, sending = await self._scalar(_NEXT_PENDING), await self._scalar(_NEXT_LOST)
        return min((moment for moment in (pending, sending) if moment is not None), default=None)

    async def list_undeliverable(self, limit: int) -> Sequence[Owed]:
        """Return what could not be delivered, newest first."""
        found = select(outbox).where(_is(OwedStatus.UNDELIVERABLE)).order_by(outbox.c.id.desc()).limit(limit)
        return [_owed(row) for row in await self._all(found)]

    async def list_notices(self) -> Sequence[Owed]:
        """Return all rows that are owed a person or party (no replies, no refreshes), oldest first."""
        return [_owed(row) for row in await self._all(_NOTICES)]


def _in_order(rows: Sequence[Row]) -> Sequence[Owed]:
    return [_owed(row) for row in sorted(rows, key=lambda row: (row["due"], row["id"]))]


def _row(owed: Owed) -> dict[str, Any]:
    lane = owed.conversation if owed.conversation is not None else owed.recipient
    return row_of(owed, "id", "message") | columns_of(owed.message) | {"lane": lane}


def _refresh(card: Row, at: datetime) -> dict[str, Any]:
    owed = Owed(
        kind=REFRESH,
        dedup=f"refresh:{card['id']}:{uuid4().hex}",
        due=at,
        message=message_of(card),
        conversation=card["conversation"],
        card=card["id"],
    )
    return _row(owed)


def _owed(row: Row) -> Owed:
    return value_of(Owed, row, message=message_of(row))
