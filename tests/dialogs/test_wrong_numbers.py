"""A number of things that no order has is told as one, and no other figure is taken for it."""

from collections.abc import Callable

import pytest

from tests.chat import Chat

Chats = Callable[[str], Chat]


@pytest.mark.parametrize(
    "words",
    [
        "0 stolar",
        "-5 stolar till aulan",
        "99999999999 stolar till aulan",
        "kan ni ställa fram 12000 st stolar i aulan på torsdag",
        "set up 0 chairs in the hall",
    ],
)
async def test_a_number_that_no_order_has_is_told_and_nothing_shown_without_it(chat_of: Chats, words: str) -> None:
    chat = chat_of("REK1")

    reply = await chat.says(words)

    assert await chat.reads(reply) == ["Antalet ska vara ett heltal från 1 till 9\u00a0999."]
    assert not await chat.focus()


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("flytta stolar från sal 10000 till aulan", None),
        ("behöver i aulan:\n-20 stolar\n-5 bord", None),
        ("vi har 0 stolar i aulan", None),
        ("0 lampor lyser i aulan", None),
        ("0 toapapper på toan", None),
        ("ring 0701234567 när ni kommer, 20 stolar till aulan", 20),
        ("ansvar 55012 lokalvård i aulan", None),
    ],
)
async def test_a_figure_that_counts_nothing_wanted_keeps_no_order_back(
    chat_of: Chats, words: str, count: int | None
) -> None:
    chat = chat_of("REK1")

    await chat.says(words)

    assert (await chat.draft()).count == count
