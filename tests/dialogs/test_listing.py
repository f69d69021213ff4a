"""The list of requests: its pages, which ones, and the way on from an empty one."""

from collections.abc import Callable

import pytest

from dialogs.turn import Reply
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of

Chats = Callable[[str], Chat]


async def read(chat: Chat, reply: Reply) -> str:
    return (await chat.reads(reply))[0]


def numbers_in(text: str) -> list[str]:
    return [f"B-2022-{n:04}" for n in range(1, 30) if f"B-2022-{n:04}" in text]


async def ordered(desk: Desk, how_many: int) -> None:
    for _ in range(how_many):
        await desk.order()


async def test_a_press_shows_the_next_page_in_place_and_a_word_below(chat_of: Chats, desk: Desk) -> None:
    await ordered(desk, 10)
    chat = chat_of("KON11")

    first = await read(chat, await chat.says("mina ärenden"))
    pressed = await chat.presses("requests.show", "", page=2, which="", scope="")
    said = await chat.says("tillbaka")

    assert numbers_in(first) == [f"B-2022-{n:04}" for n in range(3, 11)]
    assert pressed.card is not None
    assert pressed.messages == ()
    assert numbers_in(await read(chat, pressed)) == ["B-2022-0001", "B-2022-0002"]
    assert numbers_in(await read(chat, said)) == numbers_in(first)


async def test_a_press_on_a_line_opens_its_request_below(chat_of: Chats, desk: Desk) -> None:
    await ordered(desk, 2)
    chat = chat_of("KON11")

    pressed = await chat.presses("request.show", "", request="B-2022-0001")

    assert pressed.card is None
    assert "Beställning B-2022-0001" in await read(chat, pressed)


@pytest.mark.parametrize("word", ["fler", "Visa fler", "more", "show more", "nästa"])
async def test_a_word_turns_the_page(chat_of: Chats, desk: Desk, word: str) -> None:
    await ordered(desk, 10)
    chat = chat_of("KON11")
    await chat.says("mina ärenden")

    assert numbers_in(await read(chat, await chat.says(word))) == ["B-2022-0001", "B-2022-0002"]


OVER, OPEN = "B-2022-0001", "B-2022-0002"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("mina klara ärenden", OVER),
        ("my finished requests", OVER),
        ("visa avslutade ärenden", OVER),
        ("mina öppna ärenden", OPEN),
        ("my open requests", OPEN),
    ],
)
async def test_those_that_are_over_or_open_can_be_asked_for(
    chat_of: Chats, desk: Desk, words: str, number: str
) -> None:
    await desk.done()
    await desk.order()
    chat = chat_of("KON11")

    assert numbers_in(await read(chat, await chat.says(words))) == [number]


@pytest.mark.parametrize("words", ["alla beställningar på enheten", "alla ärenden på skolan", "all orders of our unit"])
async def test_a_principal_sees_all_of_the_unit_and_nothing_of_another(chat_of: Chats, desk: Desk, words: str) -> None:
    await desk.order("KON11")
    await desk.order("KON12")
    await desk.order("KON21")
    chat = chat_of("REK1")

    assert numbers_in(await read(chat, await chat.says(words))) == ["B-2022-0001", "B-2022-0002"]


async def test_an_employee_who_asks_for_a_units_list_sees_only_their_own(chat_of: Chats, desk: Desk) -> None:
    await desk.order("KON11")
    chat = chat_of("SER1")

    reply = await chat.presses("requests.show", "", page=1, which="", scope="unit")

    assert numbers_in(await read(chat, reply)) == []


@pytest.mark.parametrize("page", ["0", "-1", "x", "", "99999999999", "9999"])
async def test_a_page_that_is_none_is_no_fault(chat_of: Chats, desk: Desk, page: str) -> None:
    await ordered(desk, 1)
    chat = chat_of("KON11")

    assert await read(chat, await chat.presses("requests.show", "", page=page))


async def test_more_without_a_list_is_nothing_of_it(chat_of: Chats) -> None:
    assert texts_of(await chat_of("KON11").says("fler")) != []


async def test_an_empty_list_says_so_and_shows_a_way_on(chat_of: Chats) -> None:
    chat = chat_of("KON11")

    text = await read(chat, await chat.says("mina ärenden"))

    assert "Du har inga ärenden än" in text
    assert "visa katalogen" in text
