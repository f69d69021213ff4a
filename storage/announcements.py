"""Announcements, whom they were sent to, and who has read them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update
from typing_extensions import override

from catalog.models import Recipient
from domain.announcements import Announcement, AnnouncementStatus, Piece, Reader
from domain.errors import NotFound
from domain.notices import OwedStatus
from storage.announcement_tables import announcement_readers, announcements
from storage.columns import is_one_of
from storage.pilot_tables import recipients
from storage.repository import VersionedRepository
from storage.rows import Row, row_of, value_of
from storage.statements import Statement
from storage.tables import outbox

_UNDER_WAY = Statement(
    select(announcements)
    .where(is_one_of(announcements.c.status, AnnouncementStatus.SCHEDULED, AnnouncementStatus.SENT))
    .order_by(announcements.c.id)
)
_OF_SENDER = Statement(
    select(announcements)
    .where(announcements.c.sender == bindparam("of"))
    .order_by(announcements.c.created_at.desc(), announcements.c.id.desc())
    .limit(bindparam("most"))
)
_AWAITING = Statement(
    select(announcements)
    .where(announcements.c.approver == bindparam("by"), announcements.c.status == AnnouncementStatus.ASKED)
    .order_by(announcements.c.id.desc())
)
_TO = Statement(
    select(announcements)
    .join(announcement_readers, announcement_readers.c.announcement == announcements.c.id)
    .where(announcement_readers.c.recipient == bindparam("to"))
    .order_by(announcements.c.sent_at.desc(), announcements.c.id.desc())
    .limit(bindparam("most"))
)
_IS_OF = announcement_readers.c.announcement == bindparam("of")
_READERS = Statement(select(announcement_readers).where(_IS_OF).order_by(announcement_readers.c.recipient))
_COUNTED = Statement(
    select(func.count().label("sent"), func.count(announcement_readers.c.read_at).label("read")).where(_IS_OF)
)
_IS_THEIRS = (_IS_OF, announcement_readers.c.recipient == bindparam("by"))
_READER = Statement(select(announcement_readers).where(*_IS_THEIRS))
_READ = Statement(update(announcement_readers).where(*_IS_THEIRS, announcement_readers.c.read_at.is_(None)))
_ADD_READER = Statement(insert(announcement_readers))
_REACHED = Statement(
    select(outbox.c.recipient).where(
        outbox.c.dedup >= bindparam("first"),
        outbox.c.dedup < bindparam("last"),
        outbox.c.status == OwedStatus.SENT,
    )
)
_OUTSIDE = Statement(select(recipients).order_by(recipients.c.position))


class Announcements(VersionedRepository[Announcement]):
    """Keeps the announcements."""

    _table = announcements
    _kind = Announcement

    @override
    def _row(self, value: Announcement) -> dict[str, Any]:
        return row_of(value) | {"pieces": [[each.audience, each.words, each.affects] for each in value.pieces]}

    @override
    def _value(self, row: Row) -> Announcement:
        pieces = tuple(Piece(audience=audience, words=words, affects=more) for audience, words, more in row["pieces"])
        return value_of(Announcement, row, pieces=pieces)

    async def next_id(self, year: int) -> str:
        """Return the next number of the year."""
        return f"I-{year}-{await self._count_up(f'I-{year}'):04d}"

    async def all(self) -> Sequence[Announcement]:
        """Return every announcement, in the order of their numbers."""
        return await self._values(select(announcements).order_by(announcements.c.id))

    async def under_way(self) -> Sequence[Announcement]:
        """Return what is scheduled or sent, oldest first."""
        return await self._values(_UNDER_WAY)

    async def of_sender(self, person: str, *, most: int) -> Sequence[Announcement]:
        """Return the person's own, newest first."""
        return await self._values(_OF_SENDER, {"of": person, "most": most})

    async def awaiting(self, approver: str) -> Sequence[Announcement]:
        """Return what waits for the person's approval, newest first."""
        return await self._values(_AWAITING, {"by": approver})

    async def sent_to(self, person: str, *, most: int) -> Sequence[Announcement]:
        """Return what the person was sent, newest first."""
        return await self._values(_TO, {"to": person, "most": most})

    async def put_readers(self, readers: Sequence[Reader]) -> None:
        """Keep whom it was sent to."""
        await self._do_each(_ADD_READER, [row_of(each) for each in readers])

    async def readers(self, announcement: str) -> Sequence[Reader]:
        """Return whom it was sent to, by code."""
        return [value_of(Reader, row) for row in await self._all(_READERS, {"of": announcement})]

    async def count_readers(self, announcement: str) -> tuple[int, int]:
        """Return to how many it was sent, and how many of them have read it."""
        row = await self._first(_COUNTED, {"of": announcement})
        return (0, 0) if row is None else (row["sent"], row["read"])

    async def find_reader(self, announcement: str, person: str) -> Reader | None:
        """Return the person as one whom it was sent to, or None."""
        row = await self._first(_READER, {"of": announcement, "by": person})
        return None if row is None else value_of(Reader, row)

    async def mark_read(self, announcement: str, person: str, *, at: datetime) -> bool:
        """Note that the person has read it; False when they had, or were not sent it."""
        return bool(await self._do(_READ, {"of": announcement, "by": person, "read_at": at}))

    async def reached(self, occasion: str) -> frozenset[str]:
        """Return who got a message whose `dedup` begins with *occasion*, which ends in a colon."""
        rows = await self._all(_REACHED, {"first": occasion, "last": f"{occasion[:-1]};"})
        return frozenset(row["recipient"] for row in rows if row["recipient"])

    async def outside(self) -> Mapping[str, Recipient]:
        """Return those outside Teams, by code, in order."""
        return {row["code"]: value_of(Recipient, row) for row in await self._all(_OUTSIDE)}

    async def get_outside(self, code: str) -> Recipient:
        """Return one of them; raise NotFound when there is none."""
        found = (await self.outside()).get(code)
        if found is None:
            raise NotFound(id=code)
        return found
