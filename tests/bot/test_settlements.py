import asyncio
from collections.abc import Sequence
from datetime import datetime

import pytest

from actions.ports import Work
from bot.clock import DeskClock
from bot.connector import Sent
from bot.parcels import Parcel
from bot.settlements import Ending, Settlements
from domain.errors import NotFound
from domain.notices import Message, Owed
from storage.unit_of_work import Storage
from tests.factories import NOW, the_person


class Ledger:
    """Writes the row of each ending down; refuses some, and counts the transactions."""

    def __init__(self, *, refused: frozenset[int] = frozenset()) -> None:
        self.refused = refused
        self.transactions: list[Work] = []

    async def write(self, work: Work, endings: Sequence[Ending], at: datetime) -> list[datetime | None]:
        self.transactions.append(work)
        for ending in endings:
            await work.settings.put(f"row-{ending.parcel.row}", "settled")
            if ending.parcel.row in self.refused:
                raise NotFound(row=ending.parcel.row)
        return [None if each.sent.is_ok else at for each in endings]


def an_ending(row: int, *, status: int = 200) -> Ending:
    owed = Owed(kind="reply", dedup=f"{row}", due=NOW, message=Message(text="help"), recipient="REK1")
    parcel = Parcel(owed=owed, row=row, reader=the_person("REK1"), message=owed.message, text="")
    return Ending(parcel=parcel, sent=Sent(status=status), address=None)


def settlements(storage: Storage, ledger: Ledger) -> Settlements:
    return Settlements(begin=storage.begin, clock=DeskClock(is_development=False), write=ledger.write)


async def settled(storage: Storage, rows: range) -> list[int]:
    async with storage.begin() as work:
        return [row for row in rows if await work.settings.find(f"row-{row}") == "settled"]


async def test_endings_that_come_at_once_are_stored_in_few_transactions(storage: Storage) -> None:
    ledger = Ledger()
    books = settlements(storage, ledger)

    ends = await asyncio.gather(*(books.settle(an_ending(row)) for row in range(20)))

    assert ends == [None] * 20
    assert await settled(storage, range(20)) == list(range(20))
    assert len(ledger.transactions) <= 2


async def test_one_that_is_to_be_tried_again_is_told_when_and_the_others_that_they_are_done(storage: Storage) -> None:
    books = settlements(storage, Ledger())

    done, again = await asyncio.gather(books.settle(an_ending(1)), books.settle(an_ending(2, status=502)))

    assert done is None
    assert again is not None


async def test_one_that_can_not_be_stored_takes_no_other_with_it(storage: Storage) -> None:
    books = settlements(storage, Ledger(refused=frozenset({3})))

    ends = await asyncio.gather(*(books.settle(an_ending(row)) for row in range(6)), return_exceptions=True)

    assert [row for row, end in enumerate(ends) if isinstance(end, NotFound)] == [3]
    assert await settled(storage, range(6)) == [0, 1, 2, 4, 5]


async def test_a_sending_that_is_cancelled_holds_up_no_other(storage: Storage) -> None:
    books = settlements(storage, Ledger())
    cancelled = asyncio.create_task(books.settle(an_ending(1)))
    await asyncio.sleep(0)
    cancelled.cancel()

    assert await books.settle(an_ending(2)) is None
    with pytest.raises(asyncio.CancelledError):
        await cancelled
    assert 2 in await settled(storage, range(3))
