"""Announcements are kept as they are, with whom they were sent to and who has got and read them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.announcements import Announcement, AnnouncementStatus, Piece, Reader
from domain.errors import NotFound, OutOfDate
from domain.notices import Message, Owed, OwedStatus
from storage.unit_of_work import Storage
from tests.factories import NOW

FIRST = Announcement(
    id="I-2022-0001",
    sender="PL1",
    created_at=NOW,
    pieces=(Piece(audience="principal", words="Å", affects="Ä"), Piece(audience="unions", words="Ö")),
    units=("PV1", "PV2"),
)


async def test_it_comes_back_as_it_was_and_by_whose_it_is_and_how_far_it_has_come(storage: Storage) -> None:
    later = replace(FIRST, id="I-2022-0002", created_at=NOW + timedelta(hours=1)).ask("AGA1")
    async with storage.begin() as work:
        assert [await work.announcements.next_id(2022) for _ in range(2)] == ["I-2022-0001", "I-2022-0002"]
        await work.announcements.add(FIRST)
        await work.announcements.add(later)
        assert await work.announcements.awaiting("AGA1") == [later]
        assert await work.announcements.awaiting("SAM1") == []
        sent = FIRST.schedule(NOW).send(at=NOW)
        await work.announcements.save(replace(sent, version=2))

    async with storage.begin() as work:
        kept = await work.announcements.get_locked(FIRST.id)
        assert kept == replace(sent, version=2)
        assert await work.announcements.under_way() == [kept]
        assert await work.announcements.of_sender("PL1", most=9) == [later, kept]
        assert await work.announcements.of_sender("SAM1", most=9) == []
        with pytest.raises(OutOfDate):
            await work.announcements.save(replace(kept, status=AnnouncementStatus.RECALLED))


async def test_a_reader_reads_once_and_who_got_it_is_told_from_others(storage: Storage) -> None:
    async with storage.begin() as work:
        await work.announcements.add(FIRST)
        readers = [Reader(announcement=FIRST.id, recipient=each, audience="principal") for each in ("REK2", "REK1")]
        await work.announcements.put_readers(readers)
        for occasion, recipient in (("a:1:", "REK1"), ("a:1:", "REK2"), ("a:10:", "REK3")):
            owed = Owed(
                kind="a", dedup=f"{occasion}{recipient}", due=NOW, message=Message(text="x"), recipient=recipient
            )
            row = await work.outbox.put(owed)
            if row is not None and recipient != "REK2":
                await work.outbox.settle(row, OwedStatus.SENT, at=NOW)

    async with storage.begin() as work:
        assert await work.announcements.mark_read(FIRST.id, "REK1", at=NOW)
        assert not await work.announcements.mark_read(FIRST.id, "REK1", at=NOW + timedelta(days=1))
        assert not await work.announcements.mark_read(FIRST.id, "REK9", at=NOW)
        assert await work.announcements.readers(FIRST.id) == [replace(readers[1], read_at=NOW), readers[0]]
        assert await work.announcements.count_readers(FIRST.id) == (2, 1)
        assert await work.announcements.find_reader(FIRST.id, "REK9") is None
        assert [each.id for each in await work.announcements.sent_to("REK1", most=9)] == [FIRST.id]
        assert await work.announcements.reached("a:1:") == {"REK1"}
        assert await work.outbox.withdraw("a:1:", at=NOW) == {"REK1"}
        rows = {each.recipient: each.status for each in await work.outbox.list_notices()}
        assert rows == {"REK1": OwedStatus.SENT, "REK2": OwedStatus.SKIPPED, "REK3": OwedStatus.SENT}


async def test_who_is_outside_teams_is_found_by_code(storage: Storage) -> None:
    async with storage.begin() as work:
        assert (await work.announcements.get_outside("unions")).address == "fack@vaktis.example"
        with pytest.raises(NotFound):
            await work.announcements.get_outside("gubbar")
