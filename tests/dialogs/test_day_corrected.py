"""A day that is put right: a mere weekday keeps the week of what was shown, and names no service."""

from collections.abc import Callable

import pytest

from tests.chat import Chat, views_of

Chats = Callable[[str], Chat]
NEXT_WEEK = "Byt lampan i Sal C3 tisdag nästa vecka"
"""Said on Tuesday 15 March: it is Tuesday the 22nd."""


async def wanted_day(chat: Chat, *, is_placed: bool) -> str:
    focus = await chat.focus()
    async with chat.begin() as work:
        shown = await work.requests.get(focus) if is_placed else await work.drafts.get(focus)
    return f"{shown.service} {shown.wanted_start:%m-%d}"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        *(("fel dag, onsdag", "03-23"), ("nej, på fredag", "03-25"), ("wrong day, Wednesday", "03-23")),
        *(("fredag menar jag", "03-25"), ("Friday I meant", "03-25")),
        *(("oj det blev visst fel det är lördag", "03-26"), ("oops, it's Saturday", "03-26"), ("lördag", "03-26")),
        *(("nej, nu på fredag", "03-18"), ("nej, this Friday", "03-18"), ("nej, i morgon", "03-16")),
        ("nej, nästa torsdag", "03-24"),
    ],
)
@pytest.mark.parametrize("is_placed", [False, True])
async def test_a_mere_weekday_keeps_the_week_that_was_shown(
    chat_of: Chats, words: str, day: str, *, is_placed: bool
) -> None:
    chat = chat_of("REK1")
    await chat.says(NEXT_WEEK)
    if is_placed:
        await chat.says("ja")

    await chat.says(words)

    assert await wanted_day(chat, is_placed=is_placed) == f"VAK-LAM {day}"


@pytest.mark.parametrize(
    ("order", "words", "day"),
    [
        ("Byt lampan i Sal C3 på torsdag", "fel dag, måndag", "03-21"),
        ("Byt lampan i Sal C3 på torsdag", "nej, tisdag", "03-22"),
        ("Byt lampan i Sal C3 nästa vecka", "torsdag", "03-24"),
        ("Byt lampan i Sal C3 den 12 april kl 9", "nej, torsdag", "04-14"),
    ],
)
async def test_a_weekday_that_lies_behind_is_the_next_of_its_name(
    chat_of: Chats, order: str, words: str, day: str
) -> None:
    chat = chat_of("REK1")
    await chat.says(order)

    await chat.says(words)

    assert await wanted_day(chat, is_placed=False) == f"VAK-LAM {day}"


async def test_the_first_day_of_what_recurs_keeps_its_week(chat_of: Chats) -> None:
    chat = chat_of("REK1")
    await chat.says("Vattna växterna i aulan varje tisdag från 5 april")

    await chat.says("nej, på torsdag")

    assert await wanted_day(chat, is_placed=False) == "VAX-INN 04-07"


async def test_another_service_with_its_day_is_still_another_order(chat_of: Chats) -> None:
    chat = chat_of("REK1")
    await chat.says(NEXT_WEEK)
    lamp = await chat.focus()

    shown = await chat.says("putsa fönster i aulan på lördag")

    assert [view for view, _ in views_of(shown)] == ["order"]
    assert await chat.focus() != lamp
