"""A statement is worked out once for each shape of what it is given."""

import pytest
from sqlalchemy import bindparam, select

from storage.session import Session
from storage.statements import Statement, filled
from storage.tables import settings
from storage.unit_of_work import Storage

IS_NAMED = Statement(select(settings.c.name).where(settings.c.name.in_(bindparam("names", expanding=True))))


async def test_a_longer_list_or_tuple_than_the_first_one_is_looked_for_whole(storage: Storage) -> None:
    async with storage.begin() as work:
        for name in ("one", "two", "three"):
            await work.settings.put(name, "yes")

    async with storage._database.transaction() as wire:
        session = Session(wire)
        found = [
            len(await session.raw(IS_NAMED, {"names": names}))
            for names in (("one",), ("one", "two"), ["one", "two", "three"], (), ["one"])
        ]

    assert found == [1, 2, 3, 0, 1]


@pytest.mark.parametrize(("count", "length"), [(0, 0), (1, 1), (2, 4), (4, 4), (5, 8), (9, 16), (32, 32)])
def test_a_list_is_filled_up_with_its_last_to_one_of_few_lengths(count: int, length: int) -> None:
    given = list(range(count))

    assert filled(given) == given + given[-1:] * (length - count)
