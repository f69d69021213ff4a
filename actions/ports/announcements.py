"""Port of the announcements."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from catalog.models import Recipient
from domain.announcements import Announcement, Reader


class Announcements(Protocol):
    """The announcements, whom they were sent to, and who has read them."""

    async def next_id(self, year: int) -> str:
        """Return the next number of the year."""
        ...

    async def add(self, announcement: Announcement, /) -> None:
        """Store a new one."""
        ...

    async def get(self, announcement: str, /) -> Announcement:
        """Return it; raise NotFound when there is none."""
        ...

    async def get_locked(self, announcement: str, /) -> Announcement:
        """Return it as `get` does, held against other changes until this transaction ends."""
        ...

    async def save(self, announcement: Announcement, /) -> None:
        """Store it over the version before it; raise OutOfDate when somebody else was first."""
        ...

    async def all(self) -> Sequence[Announcement]:
        """Return every announcement, in the order of their numbers."""
        ...

    async def under_way(self) -> Sequence[Announcement]:
        """Return what is scheduled or sent, oldest first."""
        ...

    async def awaiting(self, approver: str) -> Sequence[Announcement]:
        """Return what waits for the person's approval, newest first."""
        ...

    async def of_sender(self, person: str, *, most: int) -> Sequence[Announcement]:
        """Return the person's own, newest first."""
        ...

    async def sent_to(self, person: str, *, most: int) -> Sequence[Announcement]:
        """Return what the person was sent, newest first."""
        ...

    async def put_readers(self, readers: Sequence[Reader]) -> None:
        """Keep whom it was sent to."""
        ...

    async def readers(self, announcement: str) -> Sequence[Reader]:
        """Return whom it was sent to, by code."""
        ...

    async def count_readers(self, announcement: str) -> tuple[int, int]:
        """Return to how many it was sent, and how many of them have read it."""
        ...

    async def find_reader(self, announcement: str, person: str) -> Reader | None:
        """Return the person as one whom it was sent to, or None."""
        ...

    async def mark_read(self, announcement: str, person: str, *, at: datetime) -> bool:
        """Note that the person has read it; False when they had, or were not sent it."""
        ...

    async def reached(self, occasion: str) -> frozenset[str]:
        """Return who got a message whose `dedup` begins with *occasion*, which ends in a colon."""
        ...

    async def outside(self) -> Mapping[str, Recipient]:
        """Return those outside Teams, by code, in order."""
        ...

    async def get_outside(self, code: str) -> Recipient:
        """Return one of them; raise NotFound when there is none."""
        ...
