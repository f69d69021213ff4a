"""A file is fetched by one at a time, kept once, and belongs to whoever sent it."""

import asyncio
from datetime import timedelta

import pytest

from actions.files import LEASE, attach_files, claim_files, keep_file, put_off_file, read_file, refuse_file
from domain.errors import NotFound, RequestNotFound
from domain.files import LARGEST_BYTES, MOST_ATTEMPTS, FileStatus, Refusal
from domain.notices import Message, ShownCard
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
