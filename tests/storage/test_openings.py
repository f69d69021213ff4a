import asyncio
from dataclasses import replace

import pytest

from actions.ports import Begin
from domain.openings import Opening
from domain.requests import OrderDraft
from tests.factories import NOW, a_conversation, a_draft, the_person

REK1 = the_person("REK1")


async def open_turn(begin: Begin, activity: str, *, aad: str | None = REK1.aad_object_id) -> Opening:
    async with begin() as work:
        return await work.openings.take("chat-1", activity, aad_object_id=aad, at=NOW)


async def test_a_turn_begins_with_who_wrote_and_where_and_once(begin: Begin) -> None:
    chat = a_conversation(id="chat-1", state={"focus": "draft:1"})
    async with begin() as work:
        await work.conversations.remember(chat)

    first = await open_turn(begin, "1", aad=REK1.aad_object_id.upper())
    again = await open_turn(begin, "1")

    assert first == Opening(is_new=True, person=REK1, chat=chat)
    assert again == Opening(is_new=False, person=REK1, chat=None)


@pytest.mark.parametrize("aad", [None, "", "nobody"])
async def test_a_turn_of_somebody_unknown_in_an_unknown_chat_begins_too(begin: Begin, aad: str | None) -> None:
    assert await open_turn(begin, "1", aad=aad) == Opening(is_new=True, person=None, chat=None)


@pytest.mark.parametrize("is_known", [True, False])
async def test_of_two_turns_at_once_the_second_begins_with_what_the_first_left(begin: Begin, *, is_known: bool) -> None:
    if is_known:
        async with begin() as work:
            await work.conversations.remember(a_conversation(id="chat-1", state={}))

    async with begin() as work:
        await work.openings.take("chat-1", "1", aad_object_id=REK1.aad_object_id, at=NOW)
        if not is_known:
            await work.conversations.remember(a_conversation(id="chat-1", state={}))
        await work.conversations.save_state("chat-1", {"focus": "draft:1"})
        second = asyncio.create_task(open_turn(begin, "2"))
        again = asyncio.create_task(open_turn(begin, "1"))
        await asyncio.sleep(0.1)
        assert not second.done()

    chat = (await second).chat
    assert chat is not None
    assert chat.state == {"focus": "draft:1"}
    assert not (await again).is_new


async def test_a_turn_that_waited_sees_what_became_of_the_draft_in_view(begin: Begin) -> None:
    draft = a_draft()
    async with begin() as work:
        await work.drafts.add(draft)
        await work.conversations.remember(a_conversation(id="chat-1", state={"focus": f"draft:{draft.id}"}))

    async def seen_by_a_turn() -> OrderDraft:
        async with begin() as work:
            await work.openings.take("chat-1", "2", aad_object_id=None, at=NOW)
            return await work.drafts.get(draft.id)

    async with begin() as work:
        await work.openings.take("chat-1", "1", aad_object_id=None, at=NOW)
        second = asyncio.create_task(seen_by_a_turn())
        await asyncio.sleep(0.1)
        assert await work.drafts.get(draft.id) == draft
        await work.drafts.save(replace(draft, is_dropped=True, version=draft.version + 1))

    assert (await second).is_dropped


async def test_a_turn_holds_its_chat_until_it_ends(begin: Begin) -> None:
    async with begin() as work:
        await work.openings.take("chat-1", "1", aad_object_id=None, at=NOW)
        held = asyncio.create_task(_lock(begin))
        await asyncio.sleep(0.05)
        assert not held.done()
    await held


async def _lock(begin: Begin) -> None:
    async with begin() as work:
        await work.conversations.lock("chat-1")
