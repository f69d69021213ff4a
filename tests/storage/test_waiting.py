from collections.abc import Mapping

import pytest

from actions.ports import Begin, Work
from domain.errors import NotFound
from storage.session import Session
from storage.unit_of_work import Storage, Transaction
from tests.factories import NOW, a_conversation, a_draft, a_request, an_owed
from tests.storage.noting import Noting
from tests.storage.test_outbox import LEASE


@pytest.fixture
async def chat(begin: Begin) -> str:
    async with begin() as work:
        await work.conversations.remember(a_conversation(id="chat-1"))
    return "chat-1"


async def state_of(begin: Begin, chat: str) -> Mapping[str, object]:
    async with begin() as work:
        found = await work.conversations.find(chat)
    assert found is not None
    return found.state


async def order(work: Work, chat: str, *, draft: str = "new") -> None:
    """Do what an order's turn writes."""
    async with work.within()() as action:
        await action.drafts.add(a_draft(id=draft))
    await work.requests.all()
    await work.conversations.save_state(chat, {"focus": f"draft:{draft}"})
    await work.outbox.put_leased(an_owed(dedup=draft), now=NOW, owner="w", lease=LEASE)


async def test_what_an_order_writes_is_one_trip_to_postgresql(postgresql_storage: Storage) -> None:
    async with postgresql_storage._database.transaction() as wire:
        noting = Noting(wire)
        await order(Transaction(Session(noting)), "chat-1")

    assert noting.done == []
    assert len(noting.asked) == 2
    written, _ = noting.asked[-1]
    assert ["INTO drafts" in written, "UPDATE conversations" in written, "INTO outbox" in written] == [True] * 3


async def test_what_an_order_writes_is_all_stored(begin: Begin, chat: str) -> None:
    async with begin() as work:
        await order(work, chat)

    async with begin() as work:
        assert (await work.drafts.get("new")).id == "new"
        assert await work.outbox.put(an_owed(dedup="new")) is None
    assert await state_of(begin, chat) == {"focus": "draft:new"}


async def test_what_waits_when_the_transaction_ends_is_stored_and_with_its_own_block_undone(
    begin: Begin, chat: str
) -> None:
    async with begin() as work:
        await work.conversations.save_state(chat, {"nth": 1})
        with pytest.raises(ZeroDivisionError):
            async with work.within()() as inner:
                await inner.drafts.add(a_draft(id="lost"))
                async with inner.within()() as innermost:
                    await innermost.drafts.add(a_draft(id="lost too"))
                raise ZeroDivisionError
        async with work.within()() as inner:
            await inner.drafts.add(a_draft(id="kept"))

    assert await state_of(begin, chat) == {"nth": 1}
    async with begin() as work:
        assert set(await work.drafts.hold(["kept"])) == {"kept"}
        for lost in ("lost", "lost too"):
            with pytest.raises(NotFound):
                await work.drafts.get(lost)


async def test_what_waited_outside_a_block_is_not_undone_with_it(begin: Begin, chat: str) -> None:
    async with begin() as work:
        await work.conversations.save_state(chat, {"nth": 1})
        with pytest.raises(ZeroDivisionError):
            async with work.within()() as inner:
                await inner.drafts.add(a_draft(id="lost"))
                await inner.settings.put("inner", "lost")
                raise ZeroDivisionError

    assert await state_of(begin, chat) == {"nth": 1}
    async with begin() as work:
        assert await work.settings.find("inner") is None


async def test_who_looks_sees_what_waits(begin: Begin, chat: str) -> None:
    async with begin() as work:
        await work.conversations.save_state(chat, {"nth": 1})
        await work.conversations.save_state(chat, {"nth": 2})
        await work.drafts.add(a_draft(id="new", place="A12"))

        found = await work.conversations.find(chat)
        assert found is not None
        assert found.state == {"nth": 2}
        assert (await work.drafts.hold(["new"]))["new"].place == "A12"


async def test_a_draft_that_stands_already_is_seen_as_it_stands_once_that_is_known(begin: Begin) -> None:
    async with begin() as work:
        await work.drafts.add(a_draft(id="old", place="Aulan"))

    async with begin() as work:
        await work.drafts.add(a_draft(id="old", place="A12"))
        await work.outbox.put_leased(an_owed(dedup="1"), now=NOW, owner="w", lease=LEASE)
        assert (await work.drafts.get("old")).place == "Aulan"


async def test_what_names_what_waits_comes_after_it(begin: Begin) -> None:
    async with begin() as work:
        await work.drafts.add(a_draft(id="new"))
        await work.requests.add(a_request(draft="new"))
        assert len(await work.requests.all()) == 1
