import asyncio
from datetime import timedelta

import pytest

from actions.ports import Begin
from domain.audit import Origin
from tests.factories import NOW, a_conversation, an_event


async def test_an_activity_is_received_once_in_its_conversation(begin: Begin) -> None:
    async with begin() as work:
        assert await work.inbox.claim("chat-1", "1", at=NOW)
        assert not await work.inbox.claim("chat-1", "1", at=NOW)
        assert await work.inbox.claim("chat-2", "1", at=NOW)

    async with begin() as work:
        assert not await work.inbox.claim("chat-1", "1", at=NOW)


async def test_an_activity_whose_turn_failed_can_be_received_again(begin: Begin) -> None:
    with pytest.raises(ZeroDivisionError):
        async with begin() as work:
            await work.inbox.claim("chat-1", "1", at=NOW)
            raise ZeroDivisionError

    async with begin() as work:
        assert await work.inbox.claim("chat-1", "1", at=NOW)


async def test_one_activity_received_ten_times_at_once_has_one_turn(begin: Begin) -> None:
    async def receive() -> bool:
        async with begin() as work:
            claimed = await work.inbox.claim("chat-1", "1", at=NOW)
            await asyncio.sleep(0.01)
            return claimed

    assert sum(await asyncio.gather(*(receive() for _ in range(10)))) == 1


async def test_a_conversation_is_remembered_and_renewed_with_its_state_kept(begin: Begin) -> None:
    async with begin() as work:
        assert await work.conversations.find("chat-1") is None
        await work.conversations.remember(a_conversation(person=None))
        await work.conversations.save_state("chat-1", {"topic": "order", "asked": ["place"]})
        await work.conversations.deactivate("chat-1")
        await work.conversations.remember(a_conversation(address={"serviceUrl": "new"}))

        found = await work.conversations.find("chat-1")
        assert found == a_conversation(
            address={"serviceUrl": "new"}, state={"topic": "order", "asked": ["place"]}, version=2
        )


async def test_the_newest_active_personal_chat_of_a_person_is_found(begin: Begin) -> None:
    async with begin() as work:
        for id_, is_personal in (("old", True), ("new", True), ("channel", False)):
            await work.conversations.remember(a_conversation(id=id_, is_personal=is_personal))
        newest = await work.conversations.find_personal("REK1")
        await work.conversations.deactivate("new")
        then = await work.conversations.find_personal("REK1")
        await work.conversations.deactivate("old")

        assert (newest and newest.id, then and then.id) == ("new", "old")
        assert await work.conversations.find_personal("REK1") is None
        assert await work.conversations.find_personal("REK2") is None


async def test_the_address_of_the_newest_active_conversation_is_found(begin: Begin) -> None:
    async with begin() as work:
        assert await work.conversations.find_any_address() is None
        for id_ in ("one", "two"):
            await work.conversations.remember(a_conversation(id=id_, address={"serviceUrl": id_}))
        await work.conversations.deactivate("two")

        assert await work.conversations.find_any_address() == {"serviceUrl": "one"}


async def test_a_conversation_can_be_locked_before_and_after_it_is_known(begin: Begin) -> None:
    async with begin() as work:
        await work.conversations.lock("chat-1")
        await work.conversations.remember(a_conversation())
        await work.conversations.lock("chat-1")


async def test_the_story_is_told_in_the_order_it_was_put(begin: Begin) -> None:
    changed = {"status": ["awaiting_approval", "queued"], "approved_by": [None, "REK1"], "rating": [None, 4]}
    story = [
        an_event(what="placed", at=NOW + timedelta(seconds=1), origin="press"),
        an_event(what="approved", person=None, before="a", after="b", reason="i tid", changed=changed, origin="job"),
    ]
    async with begin() as work:
        work.come_from(Origin.PRESS)
        for event in (*story, an_event(subject="other")):
            await work.events.put(event)

        assert await work.events.of_subject("request:B-2022-0001") == story
        assert len(await work.events.all()) == 3


async def test_a_slot_is_taken_once_and_told_newest_first(begin: Begin) -> None:
    async with begin() as work:
        assert await work.slots.last("survey") is None
        assert await work.slots.claim("survey", "2022-03", at=NOW)
        assert not await work.slots.claim("survey", "2022-03", at=NOW)
        assert await work.slots.claim("survey", "2022-02", at=NOW + timedelta(hours=1))
        await work.slots.finish("survey", "2022-03", at=NOW, outcome="sent 7")

        assert await work.slots.last("survey") == "2022-03"
        assert await work.slots.all() == [
            ("survey", "2022-02", NOW + timedelta(hours=1), None),
            ("survey", "2022-03", NOW, "sent 7"),
        ]


async def test_ten_replicas_run_a_slot_once(begin: Begin) -> None:
    async def run() -> bool:
        async with begin() as work:
            return await work.slots.claim("reminders", "2022-03-15T07:00Z", at=NOW)

    assert sum(await asyncio.gather(*(run() for _ in range(10)))) == 1


async def test_a_setting_is_shared_and_the_first_word_can_count(begin: Begin) -> None:
    async with begin() as work:
        assert await work.settings.find("offset") is None
        assert await work.settings.put_if_absent("offset", "1") == "1"
        assert await work.settings.put_if_absent("offset", "2") == "1"
        await work.settings.put("offset", "3")

        assert await work.settings.find("offset") == "3"


async def test_processes_that_start_at_once_agree_on_a_setting(begin: Begin) -> None:
    async def start(which: int) -> str:
        async with begin() as work:
            return await work.settings.put_if_absent("secret", str(which))

    assert len(set(await asyncio.gather(*(start(which) for which in range(8))))) == 1


async def test_the_newest_personal_chat_is_found_for_many_people_as_for_one(begin: Begin) -> None:
    async with begin() as work:
        for chat, person in (("chat-1", "REK1"), ("chat-2", "REK2"), ("chat-3", "REK1"), ("chat-4", "SAM1")):
            await work.conversations.remember(a_conversation(id=chat, person=person))
        await work.conversations.remember(a_conversation(id="room", person=None, is_personal=False))
        await work.conversations.deactivate("chat-4")

        found = await work.conversations.personal_of({"REK1", "REK2", "SAM1", "KON11"})

        assert {code: chat.id for code, chat in found.items()} == {"REK1": "chat-3", "REK2": "chat-2"}
        assert found["REK1"] == await work.conversations.find_personal("REK1")


async def test_many_people_are_found_as_each_of_them(begin: Begin) -> None:
    async with begin() as work:
        found = await work.people.get_many({"REK1", "SER1", "NOBODY"})

        assert found == {code: await work.people.get(code) for code in ("REK1", "SER1")}


async def test_settings_are_found_by_the_beginning_of_their_names(begin: Begin) -> None:
    async with begin() as work:
        for name in ("pause:A", "pause:B", "Pause:C", "other"):
            await work.settings.put(name, name.lower())

        assert await work.settings.starting("pause:") == {"A": "pause:a", "B": "pause:b"}
