"""What only several connections at once can show."""

import asyncio
from collections.abc import Awaitable, Sequence
from datetime import timedelta

import pytest

from actions.ports import Work
from domain.absence import Absence
from domain.notices import Message, Owed, OwedStatus
from domain.requests import RequestKind
from domain.talks import Talk
from storage.unit_of_work import Storage
from tests.factories import NOW, TODAY, a_card, a_request, an_owed

LEASE = timedelta(seconds=30)
A_WHILE = 0.15


async def claim(work: Work, limit: int = 100) -> Sequence[Owed]:
    return await work.outbox.claim(now=NOW, owner="worker", lease=LEASE, limit=limit)


async def is_held_back(waiting: asyncio.Task[object]) -> bool:
    await asyncio.sleep(A_WHILE)
    return not waiting.done()


async def in_time(awaited: Awaitable[object]) -> object:
    return await asyncio.wait_for(awaited, timeout=10)


@pytest.fixture
def storage(postgresql_storage: Storage) -> Storage:
    return postgresql_storage


async def test_a_turn_holds_the_next_of_its_conversation_back_and_no_other(storage: Storage) -> None:
    async def turn(conversation: str) -> None:
        async with storage.begin() as work:
            await work.conversations.lock(conversation)

    async with storage.begin() as work:
        await work.conversations.lock("chat-1")
        second = asyncio.create_task(turn("chat-1"))
        await in_time(asyncio.create_task(turn("chat-2")))
        assert await is_held_back(second)
    await in_time(second)


@pytest.mark.parametrize("is_first_undone", [False, True])
async def test_a_replica_waits_for_another_that_holds_the_same_activity(
    storage: Storage, *, is_first_undone: bool
) -> None:
    async def receive() -> bool:
        async with storage.begin() as work:
            return await work.inbox.claim("chat-1", "1", at=NOW)

    async def first() -> asyncio.Task[bool]:
        async with storage.begin() as work:
            await work.inbox.claim("chat-1", "1", at=NOW)
            second = asyncio.create_task(receive())
            seconds.append(second)
            assert await is_held_back(second)
            if is_first_undone:
                raise ZeroDivisionError
        return second

    seconds: list[asyncio.Task[bool]] = []
    await asyncio.gather(first(), return_exceptions=True)

    assert await in_time(seconds[0]) is is_first_undone


async def test_a_locked_request_holds_its_next_writer_back(storage: Storage) -> None:
    async def cancel() -> int:
        async with storage.begin() as work:
            request = await work.requests.get_locked("B-2022-0001")
            await work.requests.save(request.cancel())
            return request.version

    async with storage.begin() as work:
        await work.requests.add(a_request())
    async with storage.begin() as work:
        request = await work.requests.get_locked("B-2022-0001")
        cancelling = asyncio.create_task(cancel())
        assert await is_held_back(cancelling)
        await work.requests.save(a_request(version=2, note="mine"))

    assert await in_time(cancelling) == request.version + 1


async def test_two_workers_never_take_the_same_row_nor_wait_for_each_other(storage: Storage) -> None:
    async with storage.begin() as work:
        for number in range(40):
            await work.outbox.put(an_owed(dedup=str(number), recipient=f"P{number}"))

    async def take_ten() -> Sequence[Owed]:
        async with storage.begin() as work:
            rows = await claim(work, limit=10)
            await asyncio.sleep(A_WHILE)
            return rows

    taken = await asyncio.wait_for(asyncio.gather(*(take_ten() for _ in range(4))), timeout=10)

    dedups = [row.dedup for rows in taken for row in rows]
    assert sorted(dedups, key=int) == [str(number) for number in range(40)]


async def test_a_reader_s_second_row_is_not_taken_while_the_first_is_being_taken(storage: Storage) -> None:
    async with storage.begin() as work:
        for number in range(2):
            await work.outbox.put(an_owed(dedup=str(number)))

    async with storage.begin() as first:
        assert [row.dedup for row in await claim(first)] == ["0"]

        async def claim_too() -> Sequence[Owed]:
            async with storage.begin() as second:
                return await claim(second)

        assert await in_time(asyncio.create_task(claim_too())) == []


async def test_a_refresh_that_serves_a_change_is_not_taken_before_the_change_is_seen(storage: Storage) -> None:
    async def claim_refreshes() -> Sequence[Owed]:
        async with storage.begin() as work:
            return await claim(work)

    async with storage.begin() as work:
        await work.cards.register(a_card())
        await work.outbox.refresh("request:B-2022-0001", at=NOW)
    async with storage.begin() as work:
        await work.outbox.refresh("request:B-2022-0001", at=NOW)
        assert await in_time(asyncio.create_task(claim_refreshes())) == []

    assert len(await claim_refreshes()) == 1


async def test_a_change_made_while_a_refresh_is_being_taken_owes_its_own(storage: Storage) -> None:
    async def refresh() -> None:
        async with storage.begin() as work:
            await work.outbox.refresh("request:B-2022-0001", at=NOW)

    async with storage.begin() as work:
        await work.cards.register(a_card())
        await work.outbox.refresh("request:B-2022-0001", at=NOW)
    async with storage.begin() as work:
        (taken,) = await claim(work)
        await in_time(asyncio.create_task(refresh()))

    async with storage.begin() as work:
        await work.outbox.settle(taken.id or 0, OwedStatus.SENT, at=NOW)
        assert len(await claim(work)) == 1


async def test_changes_that_show_the_same_cards_in_another_order_do_not_wait_for_each_other(storage: Storage) -> None:
    subjects = ["request:B-2022-0001", "assignment:U-2022-0001"]
    is_begun = asyncio.Event()

    async def change_in_reverse() -> None:
        async with storage.begin() as work:
            await work.outbox.refresh(subjects[1], at=NOW)
            is_begun.set()
            await work.outbox.refresh(subjects[0], at=NOW)

    async with storage.begin() as work:
        for subject in subjects:
            await work.cards.register(a_card(activity=subject, message=Message(view="request", subject=subject)))
            await work.outbox.refresh(subject, at=NOW)
    async with storage.begin() as work:
        await work.outbox.refresh(subjects[0], at=NOW)
        changing = asyncio.create_task(change_in_reverse())
        await is_begun.wait()
        await work.outbox.refresh(subjects[1], at=NOW)
    await in_time(changing)


async def test_what_is_held_for_a_card_is_changed_after_it_and_what_is_being_changed_is_not_held(
    storage: Storage,
) -> None:
    async def change() -> None:
        async with storage.begin() as work:
            await work.requests.get_locked("B-2022-0001")

    async with storage.begin() as work:
        await work.requests.add(a_request(id="B-2022-0001"))
    async with storage.begin() as work:
        assert await work.cards.hold("request:B-2022-0001")
        changing = asyncio.create_task(change())
        assert await is_held_back(changing)
    await in_time(changing)

    async def is_held(subject: str) -> bool:
        async with storage.begin() as work:
            return await work.cards.hold(subject)

    async with storage.begin() as work:
        await work.requests.get_locked("B-2022-0001")
        assert not await in_time(asyncio.create_task(is_held("request:B-2022-0001")))
        assert await in_time(asyncio.create_task(is_held("help:REK1")))


async def test_a_talk_or_absence_that_is_being_changed_is_not_held_for_a_card(storage: Storage) -> None:
    async def is_held(subject: str) -> bool:
        async with storage.begin() as work:
            return await work.cards.hold(subject)

    async with storage.begin() as work:
        await work.talks.add(Talk(id="1", person="PL1", asked=("SAM1", "SAM2"), created_at=NOW))
        await work.absences.add(
            Absence(id="1", person="SER1", first=TODAY, last=TODAY, reported_by="SER1", reported_at=NOW)
        )
    assert [await is_held(each) for each in ("talk:1", "absence:1")] == [True, True]

    async with storage.begin() as work:
        await work.talks.get_locked("1")
        await work.absences.get_locked("1")
        held = [await in_time(asyncio.create_task(is_held(each))) for each in ("talk:1", "absence:1")]
    assert held == [False, False]


async def test_a_number_taken_by_an_open_transaction_holds_the_next_back(storage: Storage) -> None:
    async def next_number() -> str:
        async with storage.begin() as work:
            return await work.requests.next_id(RequestKind.ORDER, 2022)

    async with storage.begin() as work:
        assert await work.requests.next_id(RequestKind.ORDER, 2022) == "B-2022-0001"
        second = asyncio.create_task(next_number())
        assert await is_held_back(second)

    assert await in_time(second) == "B-2022-0002"
