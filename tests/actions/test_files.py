"""A file is fetched by one at a time, kept once, and belongs to whoever sent it."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from actions.erasing import FILES_DAYS, erase_outlived_files, take_back_files
from actions.files import LEASE, attach_files, claim_files, keep_file, put_off_file, read_file, refuse_file
from actions.orders import drop_draft
from domain.errors import NotFound, RequestNotFound
from domain.files import LARGEST_BYTES, MOST_ATTEMPTS, FileStatus, Refusal
from domain.notices import Message, ShownCard
from domain.requests import RequestStatus
from tests.actions.desk import Desk
from tests.factories import NOW, a_file, the_person

PNG = b"\x89PNG\r\n\x1a\nrest"


async def sent(desk: Desk, **but: object) -> None:
    async with desk.begin() as work:
        await work.files.add(a_file(**but))


async def attach(desk: Desk, subject: str, who: str = "REK1") -> int:
    person = the_person(who)
    attached = await attach_files(["file-1"], subject, by=person, catalogue=desk.catalogue, begin=desk.begin, at=NOW)
    return len(attached)


async def test_a_file_is_taken_by_one_and_by_another_only_when_the_lease_is_over(anywhere: Desk) -> None:
    await sent(anywhere)

    taken = await asyncio.gather(*(claim_files(begin=anywhere.begin, at=NOW, limit=9) for _ in range(3)))

    assert sorted(len(each) for each in taken) == [0, 0, 1]
    assert await claim_files(begin=anywhere.begin, at=NOW + LEASE - timedelta(seconds=1), limit=9) == []
    assert len(await claim_files(begin=anywhere.begin, at=NOW + LEASE, limit=9)) == 1


async def test_a_file_that_two_have_fetched_is_kept_once(anywhere: Desk) -> None:
    await sent(anywhere)

    await asyncio.gather(*(keep_file("file-1", PNG, begin=anywhere.begin, at=NOW) for _ in range(2)))

    file, content = await read_file("file-1", begin=anywhere.begin)
    assert (file.status, file.size, content) == (FileStatus.KEPT, len(PNG), PNG)


@pytest.mark.parametrize(
    ("content", "reason"), [(b"MZ\x90\0", "kind"), (PNG + b"\0" * LARGEST_BYTES, "too-large"), (b"", "kind")]
)
async def test_what_is_not_kept_is_told_once_and_can_not_be_read(desk: Desk, content: bytes, reason: str) -> None:
    await sent(desk)

    await keep_file("file-1", content, begin=desk.begin, at=NOW)
    refused = await keep_file("file-1", content, begin=desk.begin, at=NOW)

    assert (refused.status, refused.reason) == (FileStatus.REFUSED, reason)
    assert await desk.owed() == [("file.refused", "REK1")]
    with pytest.raises(NotFound):
        await read_file("file-1", begin=desk.begin)


async def test_it_is_put_off_with_growing_pauses_and_then_refused(desk: Desk) -> None:
    await sent(desk)
    at, pauses = NOW, []
    for _ in range(MOST_ATTEMPTS):
        assert len(await claim_files(begin=desk.begin, at=at, limit=1)) == 1
        due = (await put_off_file("file-1", begin=desk.begin, at=at)).due
        pauses.append(due - at)
        at = due

    assert pauses[:3] == [timedelta(seconds=2), timedelta(seconds=4), timedelta(seconds=8)]
    assert await desk.owed() == [("file.refused", "REK1")]
    assert (await refuse_file("file-1", Refusal.KIND, begin=desk.begin, at=at)).reason == Refusal.UNREACHABLE


async def test_one_can_not_put_files_to_what_is_anothers_nor_anothers_files_to_ones_own(desk: Desk) -> None:
    await sent(desk)
    request, draft = await desk.order("KON21"), await desk.draft("KON11")
    own = await desk.order("KON11")

    with pytest.raises(RequestNotFound):
        await attach(desk, f"request:{request.id}")
    with pytest.raises(NotFound):
        await attach(desk, f"draft:{draft.id}")
    assert await attach(desk, f"request:{own.id}", "KON11") == 0
    assert await attach(desk, f"request:{own.id}") == 1
    assert await attach(desk, f"request:{own.id}") == 0
    assert (await desk.story(f"request:{own.id}"))[-1] == "file-added"


async def test_the_cards_of_whoever_has_it_are_shown_anew_when_a_photo_of_its_draft_has_come(desk: Desk) -> None:
    order = await desk.order("REK1")
    offer = await desk.offer(order, "SER1", by=the_person("SAM1"))
    await sent(desk, subject=f"draft:{order.draft}")
    async with desk.begin() as work:
        for nth, subject in enumerate([f"request:{order.id}", f"assignment:{offer.id}"]):
            message = Message(view=subject.partition(":")[0], subject=subject)
            await work.cards.register(
                ShownCard(conversation="c", activity=str(nth), message=message, language="sv", version=1)
            )

    await keep_file("file-1", PNG, begin=desk.begin, at=NOW)

    async with desk.begin() as work:
        due = await work.outbox.claim(now=NOW, owner="w", lease=LEASE, limit=9)
    assert "refresh" in {each.kind for each in due}


async def kept(desk: Desk, subject: str, who: str = "KON11") -> None:
    await sent(desk, person=who, subject=subject)
    await keep_file("file-1", PNG, begin=desk.begin, at=NOW)


async def is_there(desk: Desk) -> bool:
    async with desk.begin() as work:
        found = await work.files.of_subjects(["draft:draft-1", "request:B-2022-0001"])
        return bool(found) or await work.files.content("file-1") is not None


async def test_a_dropped_order_loses_its_files_and_a_placed_one_keeps_them(desk: Desk) -> None:
    placed, dropped = await desk.draft(), await desk.draft()
    await desk.place(placed)
    for each in (placed, dropped):
        await sent(desk, id=f"of-{each.id}", person="KON11", subject=f"draft:{each.id}")

    await drop_draft(dropped.id, by=the_person("KON11"), begin=desk.begin, at=NOW)

    async with desk.begin() as work:
        left = await work.files.of_subjects([f"draft:{placed.id}", f"draft:{dropped.id}"])
    assert [each.id for each in left] == [f"of-{placed.id}"]


async def test_files_of_a_message_taken_back_are_gone_and_the_story_says_so(desk: Desk) -> None:
    order = await desk.order()
    await kept(desk, f"request:{order.id}")

    other = await take_back_files(["file-1"], by=the_person("REK1"), begin=desk.begin, at=NOW)
    gone = await take_back_files(["file-1", "none"], by=the_person("KON11"), begin=desk.begin, at=NOW)
    again = await take_back_files(["file-1"], by=the_person("KON11"), begin=desk.begin, at=NOW)

    assert (other, gone, again) == (0, 1, 0)
    assert not await is_there(desk)
    assert (await desk.story(f"request:{order.id}"))[-1] == "file-removed"


async def test_what_was_taken_back_is_attached_to_nothing_and_kept_by_nobody(desk: Desk) -> None:
    draft = await desk.draft("REK1")
    await sent(desk)
    await take_back_files(["file-1"], by=the_person("REK1"), begin=desk.begin, at=NOW)

    assert await attach(desk, f"draft:{draft.id}") == 0
    with pytest.raises(NotFound):
        await keep_file("file-1", PNG, begin=desk.begin, at=NOW)


@pytest.mark.parametrize(("days", "after", "stays"), [(None, 364, True), (None, 366, False), ("30", 31, False)])
async def test_files_are_kept_a_year_after_the_request_is_closed_or_as_long_as_is_set(
    anywhere: Desk, days: str | None, after: int, *, stays: bool
) -> None:
    order = await anywhere.order()
    await kept(anywhere, f"request:{order.id}")
    async with anywhere.begin() as work:
        done = replace(order, status=RequestStatus.CLOSED, closed_at=NOW, version=order.version + 1)
        await work.requests.save(done)
        if days is not None:
            await work.settings.put(FILES_DAYS, days)

    erased = await erase_outlived_files(begin=anywhere.begin, at=NOW + timedelta(days=after))

    assert erased == (0 if stays else 1)
    assert await is_there(anywhere) is stays
