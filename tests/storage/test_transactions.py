import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select

from actions.ports import Begin, Work
from bot.clock import OFFSET
from domain.errors import OutOfDate, RequestNotFound
from storage.session import Session
from storage.settings import _PUT, OFTEN, REVISION
from storage.tables import counters
from storage.unit_of_work import Storage, Transaction
from tests.factories import NOW, a_request, an_event
from tests.storage.noting import Noting

Doing = str | tuple[list["Doing"], bool]
"""Something written, now or with what comes next; or what is done in a block, and whether that ends in an error."""
DOINGS: st.SearchStrategy[list[Doing]] = st.lists(
    st.recursive(
        st.sampled_from(["now", "later", "read"]),
        lambda inner: st.tuples(st.lists(inner, max_size=4), st.booleans()),
        max_leaves=12,
    ),
    max_size=5,
)
TWENTY_EIGHT_DIGITS = Decimal("12345678901234567890.12345678")


def as_port(work: Transaction) -> Work:
    """Hold, for the type checker, that the transaction is what the actions ask for."""
    return work


async def test_what_is_committed_can_be_read_by_the_next(begin: Begin) -> None:
    async with begin() as work:
        await work.requests.add(a_request())

    async with begin() as work:
        assert await work.requests.get("B-2022-0001") == a_request()


async def test_an_error_leaves_nothing_behind(begin: Begin) -> None:
    with pytest.raises(ZeroDivisionError):
        async with begin() as work:
            await work.requests.add(a_request())
            raise ZeroDivisionError

    async with begin() as work:
        with pytest.raises(RequestNotFound):
            await work.requests.get_locked("B-2022-0001")


async def test_an_error_within_undoes_the_inner_and_leaves_the_outer(begin: Begin) -> None:
    async with begin() as work:
        await work.settings.put("outer", "kept")
        with pytest.raises(ZeroDivisionError):
            async with work.within()() as inner:
                await inner.settings.put("inner", "lost")
                raise ZeroDivisionError

    async with begin() as work:
        assert await work.settings.find("outer") == "kept"
        assert await work.settings.find("inner") is None


async def test_what_is_asked_for_often_is_read_together_and_is_never_older_than_the_asking(storage: Storage) -> None:
    first, second = OFTEN
    async with storage.begin() as work:
        await work.settings.put(second, "1")
        assert (await work.settings.find(first), await work.settings.find(second)) == (None, "1")

        await work.settings.find(first)
        await work.settings.put(second, "2")
        assert await work.settings.find(second) == "2"

        await work.settings.find(second)
        assert await work.settings.put_if_absent(first, "3") == "3"
    assert {OFFSET, REVISION} == set(OFTEN)


async def test_a_transaction_within_one_within_another_is_undone_with_the_middle_one(begin: Begin) -> None:
    async with begin() as work:
        with pytest.raises(ZeroDivisionError):
            async with work.within()() as middle:
                async with middle.within()() as inner:
                    await inner.settings.put("inner", "lost")
                await middle.settings.put("middle", "lost")
                raise ZeroDivisionError
        async with work.within()() as second:
            await second.settings.put("second", "kept")

    async with begin() as work:
        names = ("inner", "middle", "second")
        assert [await work.settings.find(name) for name in names] == [None, None, "kept"]


async def test_a_broken_rule_of_the_database_within_leaves_the_outer_usable(begin: Begin) -> None:
    async with begin() as work:
        with pytest.raises(Exception, match=r"(?i)foreign key"):
            async with work.within()() as inner:
                await inner.requests.add(a_request(unit="NOWHERE"))
        await work.requests.add(a_request())

    async with begin() as work:
        assert len(await work.requests.all()) == 1


async def test_beginning_again_inside_a_transaction_is_refused_and_not_waited_for(begin: Begin) -> None:
    async with begin():
        with pytest.raises(RuntimeError, match="within"):
            async with begin():
                pass


async def test_a_task_cancelled_in_a_transaction_leaves_nothing_and_lets_others_go_on(begin: Begin) -> None:
    async def write_and_hang() -> None:
        async with begin() as work:
            await work.settings.put("half", "done")
            await asyncio.Event().wait()

    task = asyncio.create_task(write_and_hang())
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    async with begin() as work:
        assert await work.settings.find("half") is None


async def test_twenty_saves_of_one_request_at_once_have_one_winner(begin: Begin) -> None:
    async with begin() as work:
        await work.requests.add(a_request())
    saved = a_request(version=2)

    async def save() -> bool:
        try:
            async with begin() as work:
                await work.requests.save(saved)
        except OutOfDate:
            return False
        return True

    assert sorted(await asyncio.gather(*(save() for _ in range(20)))) == [False] * 19 + [True]


async def test_a_naive_moment_is_refused(begin: Begin) -> None:
    naive = NOW.replace(tzinfo=None)

    async with begin() as work:
        with pytest.raises(ValueError, match="time zone"):
            async with work.within()() as inner:
                await inner.events.put(an_event(at=naive))


async def test_a_naive_moment_is_refused_in_a_question_too(begin: Begin) -> None:
    async with begin() as work:
        with pytest.raises(ValueError, match="time zone"):
            await work.requests.done_before(NOW.replace(tzinfo=None), limit=1)


async def test_a_moment_comes_back_in_utc_to_the_microsecond(begin: Begin) -> None:
    stockholm = timezone(timedelta(hours=1))
    moment = datetime(2022, 3, 15, 10, 0, 0, 123456, tzinfo=stockholm)

    async with begin() as work:
        await work.events.put(an_event(at=moment))
        (event,) = await work.events.all()

    assert event.at == moment
    assert event.at.tzinfo is UTC


async def test_a_decimal_is_kept_to_twenty_eight_digits(begin: Begin) -> None:
    numbers = (TWENTY_EIGHT_DIGITS, Decimal("0.10"), Decimal(-7), Decimal("1E+3"))

    async with begin() as work:
        for number in numbers:
            id_ = f"B-2022-{number}"
            await work.requests.add(a_request(id=id_, price=number))
            assert (await work.requests.get(id_)).price == number


@pytest.mark.parametrize("number", [cast("Decimal", 0.5), cast("Decimal", 1), Decimal("NaN"), Decimal("Infinity")])
async def test_a_number_that_is_no_finite_decimal_is_refused(begin: Begin, number: Decimal) -> None:
    async with begin() as work:
        with pytest.raises(ValueError, match="Decimal"):
            async with work.within()() as inner:
                await inner.requests.add(a_request(price=number))


async def test_it_is_ready_when_it_is_at_head(storage: Storage) -> None:
    assert await storage.is_ready()


async def test_it_is_not_ready_once_its_file_was_moved_away(sqlite_url: str) -> None:
    opened = Storage.open(sqlite_url)
    assert await opened.is_ready()

    file = Path(sqlite_url.removeprefix("sqlite+aiosqlite:///"))
    await asyncio.to_thread(file.rename, file.with_suffix(".moved"))

    assert not await opened.is_ready()
    await opened.close()


async def test_reading_needs_nothing_of_the_others(begin: Begin) -> None:
    async def read() -> int:
        async with begin() as work:
            return len(await work.people.active())

    assert len(set(await asyncio.gather(*(read() for _ in range(30))))) == 1


async def test_an_action_that_only_reads_sets_no_savepoint(storage: Storage) -> None:
    async with storage._database.transaction() as wire:
        noting = Noting(wire)
        work = Transaction(Session(noting))

        async with work.within()() as inner:
            await inner.settings.find("seen")
        assert noting.done == []
        async with work.within()() as inner, inner.within()() as innermost:
            await innermost.settings.put("seen", "yes")

    assert noting.done == ["SAVEPOINT s1"]


async def test_of_many_actions_one_after_the_other_one_savepoint_is_set_at_a_time(storage: Storage) -> None:
    async with storage._database.transaction() as wire:
        noting = Noting(wire)
        work = Transaction(Session(noting))

        for name in ("a", "b", "c"):
            async with work.within()() as inner:
                await inner.settings.put(name, "yes")

    again = ["RELEASE SAVEPOINT s1", "SAVEPOINT s1"]
    assert noting.done == ["SAVEPOINT s1", *again, *again]


async def test_after_an_action_that_was_undone_the_next_is_undone_by_itself(storage: Storage) -> None:
    async with storage.begin() as work:
        for name in ("a", "b", "c", "d"):
            with suppress(ZeroDivisionError):
                async with work.within()() as outer, outer.within()() as inner:
                    await inner.settings.put(name, "yes")
                    if name in {"a", "c"}:
                        raise ZeroDivisionError

    async with storage.begin() as work:
        assert [name for name in "abcd" if await work.settings.find(name)] == ["b", "d"]


async def test_what_was_read_by_its_id_is_read_once_until_it_changes(storage: Storage) -> None:
    async with storage.begin() as work:
        await work.requests.add(a_request())
    async with storage._database.transaction() as wire:
        noting = Noting(wire)
        work = Transaction(Session(noting))

        first = await work.requests.get(a_request().id)
        assert await work.requests.get(first.id) is first
        assert len(noting.asked) == 1
        await work.requests.save(replace(first, note="changed", version=first.version + 1))
        assert (await work.requests.get(first.id)).note == "changed"


async def test_what_was_changed_within_an_action_that_was_undone_is_not_taken_for_known(storage: Storage) -> None:
    async with storage.begin() as work:
        await work.requests.add(a_request())
    async with storage.begin() as work:
        with pytest.raises(ZeroDivisionError):
            async with work.within()() as inner:
                before = await inner.requests.get(a_request().id)
                await inner.requests.save(replace(before, note="undone", version=before.version + 1))
                assert (await inner.requests.get(before.id)).note == "undone"
                raise ZeroDivisionError

        assert await work.requests.get(before.id) == before


async def test_whoever_holds_what_others_change_sees_what_they_have_stored(storage: Storage) -> None:
    async with storage.begin() as work:
        await work.requests.add(a_request())
    async with storage._database.transaction() as wire:
        noting = Noting(wire)
        work = Transaction(Session(noting))
        await work.requests.get(a_request().id)

        await work.cards.hold(f"request:{a_request().id}")
        asked = len(noting.asked)
        await work.requests.get(a_request().id)

    assert len(noting.asked) == asked + 1


async def test_what_is_undone_inside_leaves_what_was_written_around_it(storage: Storage) -> None:
    async with storage.begin() as work, work.within()() as outer:
        await outer.settings.put("before", "yes")
        with pytest.raises(ZeroDivisionError):
            async with outer.within()() as inner:
                await inner.settings.find("before")
                await inner.settings.put("undone", "yes")
                raise ZeroDivisionError
        await outer.settings.put("after", "yes")

    async with storage.begin() as work:
        found = [await work.settings.find(name) for name in ("before", "undone", "after")]
    assert found == ["yes", None, "yes"]


class Blocks:
    """Does what is asked in blocks within blocks, and knows by itself what is to be left of it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._work = Transaction(session)
        self._next = 0
        self.left: set[str] = set()

    async def do(self, doings: list[Doing], *, within: Transaction) -> None:
        for doing in doings:
            if isinstance(doing, str):
                await self._do_one(doing)
                continue
            before = set(self.left)
            with suppress(ZeroDivisionError):
                async with within.within()() as inner:
                    await self.do(doing[0], within=inner)
                    if doing[1]:
                        self.left = before
                        raise ZeroDivisionError

    async def _do_one(self, how: str) -> None:
        self._next += 1
        name = f"block:{self._next}"
        if how == "read":
            assert await self.found() == self.left
            return
        if how == "later":
            await self._session.later(_PUT, {"name": name, "value": how})
        else:
            await self._session.count(insert(counters), {"name": name, "value": 1})
        self.left.add(name)

    async def found(self) -> set[str]:
        counted = await self._session.raw(select(counters.c.name).where(counters.c.name.startswith("block:")), None)
        return {name for (name,) in counted} | {
            f"block:{each}" for each in await self._work.settings.starting("block:")
        }


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(doings=DOINGS)
@example(doings=[(["later", (["now"], True)], False)])
@example(doings=[([(["now", (["now"], False)], True), (["now"], False)], False)])
async def test_of_blocks_within_blocks_just_those_that_failed_are_undone(storage: Storage, doings: list[Doing]) -> None:
    with suppress(ZeroDivisionError):
        async with storage._database.transaction() as wire:
            session = Session(wire)
            blocks = Blocks(session)
            await blocks.do(doings, within=Transaction(session))
            found = await blocks.found()
            raise ZeroDivisionError

    assert found == blocks.left
