"""Photos and files: they belong to what they came with, to what is spoken of, or to what is said next."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of

Chats = Callable[[str], Chat]
LAMP = "byt lampan i sal B214 på torsdag"
LAMP_IN_ENGLISH = "replace the light in room B214 on Thursday"


async def subject_of(desk: Desk, file: str) -> str | None:
    async with desk.begin() as work:
        return (await work.files.get(file)).subject


@pytest.mark.parametrize("sentence", [LAMP, LAMP_IN_ENGLISH])
async def test_a_photo_with_an_order_belongs_to_its_draft_and_then_to_the_order(
    chat_of: Chats, desk: Desk, sentence: str
) -> None:
    chat = chat_of("KON11")

    reply = await chat.says(sentence, files=("a", "b"))

    assert len(reply.messages) == 1
    assert await subject_of(desk, "a") == f"draft:{await chat.focus()}"
    assert "2 bilder" in (await chat.reads(reply))[0]
    assert "2 bilder" in (await chat.reads(await chat.says("ja")))[0]


async def test_a_photo_with_a_report_belongs_to_the_issue(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")

    await chat.says("Det läcker vatten från taket i aulan", files=("a",))

    assert await subject_of(desk, "a") == f"request:{await chat.focus()}"


async def test_a_photo_without_words_goes_to_what_is_spoken_of_and_it_is_said(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says(LAMP)
    drafted = await chat.says("", files=("a",))
    await chat.says("ja")

    ordered = await chat.says("", files=("b",))

    assert texts_of(drafted) == ["files-added-draft"]
    assert await chat.reads(ordered) == ["Jag har lagt bilden till B-2022-0001."]
    assert await subject_of(desk, "b") == "request:B-2022-0001"
    assert (await desk.story("request:B-2022-0001"))[-1] == "file-added"


async def test_a_photo_is_not_put_to_a_request_that_its_sender_may_not_see(chat_of: Chats, desk: Desk) -> None:
    """What one speaks of can be somebody else's by now: the photo waits for the sentence that says what it is about."""
    await chat_of("KON11").says(LAMP)
    await chat_of("KON11").says("ja")
    other = chat_of("SER1")
    await other.says("hjälp")
    async with desk.begin() as work:
        await work.conversations.save_state(other.conversation, {"focus": "request:B-2022-0001"})

    told = await other.says("", files=("a",))

    assert texts_of(told) == ["files-without-words"]
    assert await subject_of(desk, "a") is None


@pytest.mark.parametrize("between", [None, "hjälp"])
async def test_a_photo_without_words_waits_for_the_sentence_that_says_what_it_is_about(
    chat_of: Chats, desk: Desk, between: str | None
) -> None:
    chat = chat_of("KON11")

    assert texts_of(await chat.says("", files=("a",))) == ["files-without-words"]
    if between:
        await chat.says(between)
    reply = await chat.says(LAMP)

    assert views_of(reply) == [("order", f"draft:{await chat.focus()}")]
    assert await subject_of(desk, "a") == f"draft:{await chat.focus()}"


async def test_several_that_wait_go_together_and_once(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says("", files=("a",))
    await chat.says("", files=("b",))
    await chat.says(LAMP)
    first = await chat.focus()

    await chat.says("putsa fönstren i aulan på fredag")

    assert [await subject_of(desk, each) for each in ("a", "b")] == [f"draft:{first}"] * 2


async def test_after_an_hour_it_waits_no_longer(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says("", files=("a",))
    chat.at += timedelta(minutes=61)

    await chat.says(LAMP)

    assert await subject_of(desk, "a") is None


async def test_another_units_request_gets_no_photo(chat_of: Chats, desk: Desk) -> None:
    await desk.order()
    chat = chat_of("KON21")

    await chat.says("status B-2022-0001", files=("a",))

    assert await subject_of(desk, "a") is None


@pytest.mark.parametrize("word", ["beställ", "ja", "order it"])
async def test_a_half_typed_order_is_still_there_after_a_week(chat_of: Chats, desk: Desk, word: str) -> None:
    chat = chat_of("KON11")
    await chat.says("byt lampan i sal B214", files=("a",))
    draft = await chat.focus()
    chat.at += timedelta(days=7)

    await chat.says(word)

    order = await desk.request("B-2022-0001")
    assert (order.draft, order.created_at) == (draft, chat.at)
    # Four working hours from 10:00 are over at 14:00, as if it had been written now.
    assert order.promised_at == chat.at + timedelta(hours=4)
    assert order.charged == 0


async def test_after_a_week_another_cost_than_was_shown_is_asked_about_again(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says("putsa fönstren i aulan")
    await desk.order("REK1", service="LOK-FON", hours=desk.catalogue.services["LOK-FON"].typical_hours * 3)
    chat.at += timedelta(days=7)

    first = await chat.says("beställ")

    assert texts_of(first) == ["order-cost-changed"]
    await chat.says("beställ")
    assert (await desk.request("B-2022-0002")).requester == "KON11"
