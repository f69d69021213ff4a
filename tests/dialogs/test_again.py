"""Ordering again: the same, wanted on the next such day, and shown before it is ordered."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.factories import NOW

Chats = Callable[[str], Chat]
ONE = "B-2022-0001"
THURSDAY = datetime(2022, 3, 10, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "words",
    [
        None,
        "samma som förra veckan",
        "Samma som förra veckan, tack!",
        "beställ samma igen",
        "beställ B-2022-0001 igen",
        "order again",
        "same as last week",
        "order the same again",
    ],
)
async def test_a_press_and_a_word_make_the_same_draft_of_what_was_ordered(
    chat_of: Chats, desk: Desk, words: str | None
) -> None:
    await desk.order(
        service="LOK-FON",
        place="Aulan",
        hours=Decimal(3),
        count=4,
        note="mot gården",
        wanted_kind="at",
        wanted_start=THURSDAY,
        at=THURSDAY - timedelta(days=1),
    )
    chat = chat_of("KON11")

    reply = await (chat.presses("request.again", f"request:{ONE}") if words is None else chat.says(words))

    draft = await chat.draft()
    assert views_of(reply) == [("order", f"draft:{draft.id}")]
    assert (draft.service, draft.place, draft.hours, draft.count) == ("LOK-FON", "Aulan", Decimal(3), 4)
    assert (draft.note, draft.wanted_start) == ("mot gården", THURSDAY + timedelta(days=7))
    await chat.says("ja")
    assert (await desk.request("B-2022-0002")).wanted_start == THURSDAY + timedelta(days=7)


async def test_the_next_such_day_keeps_the_time_of_day_across_the_clock_change(chat_of: Chats, desk: Desk) -> None:
    await desk.order(wanted_kind="at", wanted_start=datetime(2022, 3, 24, 9, 0, tzinfo=UTC))
    chat = chat_of("KON11")
    chat.at = datetime(2022, 3, 25, 9, 0, tzinfo=UTC)

    await chat.says("beställ samma igen")

    # 10:00 in Stockholm before and after the last Sunday of March.
    assert (await chat.draft()).wanted_start == datetime(2022, 3, 31, 8, 0, tzinfo=UTC)


async def test_another_day_can_be_said_with_it(chat_of: Chats, desk: Desk) -> None:
    await desk.order(place="Aulan", wanted_kind="at", wanted_start=THURSDAY, at=THURSDAY - timedelta(days=1))
    chat = chat_of("KON11")

    await chat.says("samma som förra veckan fast på fredag kl 13")

    assert (await chat.draft()).wanted_start == datetime(2022, 3, 18, 12, 0, tzinfo=UTC)


async def test_what_was_cancelled_can_be_wanted_for_the_same_day_still(chat_of: Chats, desk: Desk) -> None:
    friday = NOW + timedelta(days=3)
    await desk.order(wanted_kind="at", wanted_start=friday)
    chat = chat_of("KON11")
    await chat.says("avboka B-2022-0001")

    await chat.presses("request.again", f"request:{ONE}")

    assert (await chat.draft()).wanted_start == friday


async def test_of_several_last_week_the_number_is_asked_for(chat_of: Chats, desk: Desk) -> None:
    for _ in range(2):
        await desk.order(wanted_kind="at", wanted_start=THURSDAY, at=THURSDAY - timedelta(days=1))
    chat = chat_of("KON11")

    assert texts_of(await chat.says("samma som förra veckan")) == ["which-request"]
    reply = await chat.says("B-2022-0002")

    assert views_of(reply) == [("order", f"draft:{await chat.focus()}")]


async def test_without_such_an_order_it_is_said(chat_of: Chats, desk: Desk) -> None:
    await desk.order()

    assert texts_of(await chat_of("KON11").says("samma som förra veckan")) == ["nothing-to-repeat"]
    assert texts_of(await chat_of("KON12").says("order again")) == ["nothing-to-repeat"]


async def test_another_units_order_is_not_repeated(chat_of: Chats, desk: Desk) -> None:
    await desk.order()

    assert texts_of(await chat_of("KON21").presses("request.again", f"request:{ONE}")) == ["error-request-not-found"]


@pytest.mark.parametrize("words", ["öppna igen", "byt samma lampa som förra gången i sal C3", "fungerar lampan igen?"])
async def test_other_sentences_with_such_words_make_no_copy(chat_of: Chats, desk: Desk, words: str) -> None:
    await desk.order(place="Aulan")

    reply = await chat_of("KON11").says(words)

    assert "nothing-to-repeat" not in texts_of(reply)
