"""The announcements and the cause log of one sample."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalog.models import Recipient
from domain.announcements import Announcement, AnnouncementStatus, Reader
from domain.causes import Cause
from domain.errors import NotFound
from tests.factories import example_pilot


@dataclass(kw_only=True)
class Announcements:
    held: tuple[Announcement, ...]
    sent_to_whom: tuple[Reader, ...]
    got: frozenset[str]

    async def get(self, announcement: str) -> Announcement:
        for each in self.held:
            if each.id == announcement:
                return each
        raise NotFound(id=announcement)

    async def outside(self) -> Mapping[str, Recipient]:
        return {each.code: each for each in example_pilot().recipients}

    async def readers(self, announcement: str) -> Sequence[Reader]:
        return [each for each in self.sent_to_whom if each.announcement == announcement]

    async def count_readers(self, announcement: str) -> tuple[int, int]:
        found = await self.readers(announcement)
        return len(found), sum(each.read_at is not None for each in found)

    async def of_sender(self, person: str, *, most: int) -> Sequence[Announcement]:
        return [each for each in self.held if each.sender == person][:most]

    async def awaiting(self, approver: str) -> Sequence[Announcement]:
        return [each for each in self.held if each.approver == approver and each.status is AnnouncementStatus.ASKED]

    async def sent_to(self, person: str, *, most: int) -> Sequence[Announcement]:
        mine = {each.announcement for each in self.sent_to_whom if each.recipient == person}
        return [each for each in self.held if each.id in mine][:most]

    async def find_reader(self, announcement: str, person: str) -> Reader | None:
        return next((each for each in await self.readers(announcement) if each.recipient == person), None)

    async def reached(self, occasion: str) -> frozenset[str]:
        del occasion
        return self.got


@dataclass(kw_only=True)
class Causes:
    held: tuple[Cause, ...]

    async def newest(self, most: int) -> Sequence[Cause]:
        return self.held[:most]
