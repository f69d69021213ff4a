"""What is owed: written with its cause, taken under a lease, sent after it."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import (
    ColumnElement,
    FromClause,
    and_,
    case,
    exists,
    func,
    insert,
    literal,
    literal_column,
    or_,
    select,
    update,
)

from domain.notices import REFRESH, REPLY, AfterLost, Owed, OwedStatus
from storage.columns import Moment
from storage.messages import columns_of, message_of
from storage.repository import Repository
from storage.rows import Row, row_of, value_of
from storage.tables import cards, outbox

_LOST = "the lease ran out"


def _is(status: OwedStatus, table: FromClause = outbox) -> ColumnElement[bool]:
    # Written out and not bound: only so do both databases see that an index of unfinished rows serves.
    is_status: ColumnElement[bool] = table.c.status == literal_column(f"'{status.value}'")
    return is_status


class Outbox(Repository):
    """Gives out each owed message to one sender at a time, and one message at a time to each reader."""

    async def put(self, owed: Owed) -> int | None:
        """Owe it; None when the same `dedup` is owed or sent already."""
        row = self._insert(outbox).values(_row(owed)).on_conflict_do_nothing(index_elements=["dedup"])
        number: int | None = await self._scalar(row.returning(outbox.c.id))
        return number

    async def refresh(self, subject: str, *, at: datetime) -> None:
        """Owe a refresh to every card that shows *subject*; one that is still pending serves.

        The pending ones are written, so that nobody takes them before what this transaction changes can be seen.
        """
        shown = select(cards.c.id).where(cards.c.subject == subject)
        is_pending = and_(_is(OwedStatus.PENDING), outbox.c.kind == literal_column(f"'{REFRESH}'"))
        served = update(outbox).where(is_pending, outbox.c.card.in_(shown)).values(due=outbox.c.due)
        serving = set(await self._scalars(served.returning(outbox.c.card)))
        showing = select(cards).where(cards.c.subject == subject).order_by(cards.c.id)
        owed = [_refresh(card, at) for card in await self._all(showing) if card["id"] not in serving]
        if owed:
            await self._connection.execute(insert(outbox), owed)

    async def claim(self, *, now: datetime, owner: str, lease: timedelta, limit: int) -> Sequence[Owed]:
        """Take up to *limit* due rows, in order; rows of lost leases come back as their `after_lost` says.

        Never a row whose conversation or recipient has an earlier row that is pending and due, or being sent.
        """
        await self._take_back(now)
        due = select(outbox.c.id).where(_is(OwedStatus.PENDING), outbox.c.due <= now, ~_has_earlier(now, but=()))
        due = due.order_by(outbox.c.due, outbox.c.id).limit(limit).with_for_update(skip_locked=True)
        return await self._lease(outbox.c.id.in_(due), owner=owner, until=now + lease)

    async def take(self, rows: Collection[int], *, now: datetime, owner: str, lease: timedelta) -> Sequence[Owed]:
        """Take these rows, those that are due and that nobody else has; never past an earlier row of another turn."""
        if not rows:
            return []
        own = select(outbox.c.id).where(outbox.c.id.in_(rows), _is(OwedStatus.PENDING), outbox.c.due <= now)
        own = own.where(~_has_earlier(now, but=rows)).with_for_update(skip_locked=True)
        return await self._lease(outbox.c.id.in_(own), owner=owner, until=now + lease)

    async def settle(self, row: int, status: OwedStatus, *, at: datetime, error: str | None = None) -> None:
        """Note how it ended."""
        ended = {"status": status, "settled_at": at, "error": error, "owner": None, "leased_until": None}
        sent = {"sent_at": at} if status is OwedStatus.SENT else {}
        await self._do(update(outbox).where(outbox.c.id == row).values(ended | sent))

    async def retry(self, row: int, *, due: datetime, error: str) -> None:
        """Put it back as pending from *due*."""
        again = {"status": OwedStatus.PENDING, "due": due, "error": error, "owner": None, "leased_until": None}
        await self._do(update(outbox).where(outbox.c.id == row).values(again))

    async def wake(self, recipient: str, *, now: datetime) -> None:
        """Make what waits for *recipient* pending; each is due when it was, so their order stays, or now."""
        is_theirs = and_(_is(OwedStatus.WAITING), outbox.c.recipient == recipient)
        due = case((outbox.c.due > now, literal(now, Moment)), else_=outbox.c.due)
        await self._do(update(outbox).where(is_theirs).values(status=OwedStatus.PENDING, due=due))

    async def next_due(self) -> datetime | None:
        """Return when the next pending row falls due or the next lease runs out, or None when nothing is under way."""
        pending = await self._scalar(select(func.min(outbox.c.due)).where(_is(OwedStatus.PENDING)))
        sending = await self._scalar(select(func.min(outbox.c.leased_until)).where(_is(OwedStatus.SENDING)))
        return min((moment for moment in (pending, sending) if moment is not None), default=None)

    async def list_undeliverable(self, limit: int) -> Sequence[Owed]:
        """Return what could not be delivered, newest first."""
        found = select(outbox).where(_is(OwedStatus.UNDELIVERABLE)).order_by(outbox.c.id.desc()).limit(limit)
        return [_owed(row) for row in await self._all(found)]

    async def list_notices(self) -> Sequence[Owed]:
        """Return all rows that are owed a person or party (no replies, no refreshes), oldest first."""
        is_notice = and_(outbox.c.recipient.is_not(None), outbox.c.kind.not_in([REPLY, REFRESH]))
        return [_owed(row) for row in await self._all(select(outbox).where(is_notice).order_by(outbox.c.id))]

    async def _take_back(self, now: datetime) -> None:
        is_lost = and_(_is(OwedStatus.SENDING), outbox.c.leased_until <= now)
        is_skipped = outbox.c.after_lost == AfterLost.SKIP
        lost = (
            update(outbox)
            .where(is_lost)
            .values(
                status=case((is_skipped, OwedStatus.SKIPPED.value), else_=OwedStatus.PENDING.value),
                settled_at=case((is_skipped, literal(now, Moment)), else_=None),
                error=_LOST,
                owner=None,
                leased_until=None,
            )
        )
        await self._do(lost)

    async def _lease(self, chosen: ColumnElement[bool], *, owner: str, until: datetime) -> Sequence[Owed]:
        taken = (
            update(outbox)
            .where(chosen)
            .values(status=OwedStatus.SENDING, owner=owner, leased_until=until, attempts=outbox.c.attempts + 1)
        )
        rows = await self._all(taken.returning(outbox))
        return [_owed(row) for row in sorted(rows, key=lambda row: (row["due"], row["id"]))]


def _has_earlier(now: datetime, *, but: Collection[int]) -> ColumnElement[bool]:
    """Tell whether another row of the same reader, none of *but*, has to go first."""
    other = outbox.alias("other")
    is_before = or_(other.c.due < outbox.c.due, and_(other.c.due == outbox.c.due, other.c.id < outbox.c.id))
    is_first = and_(_is(OwedStatus.PENDING, other), other.c.due <= now, is_before)
    is_other = and_(other.c.lane == outbox.c.lane, other.c.id != outbox.c.id, other.c.id.not_in(but))
    return exists().where(is_other, or_(_is(OwedStatus.SENDING, other), is_first)).correlate(outbox)


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
