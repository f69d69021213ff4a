"""The coordinator's board in chat: each part by words, by unit, its pages and its lines, standing work included."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from actions.standing import make_standing_ahead
from dialogs.understanding.board_words import board_asked
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.factories import NOW, the_person

Chats = Callable[[str], Chat]


@pytest.fixture(autouse=True)
async def standing(desk: Desk) -> None:
    await make_standing_ahead(begin=desk.begin, at=NOW)


async def board(chat: Chat, said: str) -> str:
    reply = await chat.says(said)
    assert [view for view, _ in views_of(reply)] == ["board"]
    return (await chat.reads(reply))[0]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("visa tavlan", ("", "")),
        ("Tavlan!", ("", "")),
        ("show the board", ("", "")),
        ("tavlan för PV3", ("", "pv3")),
        ("otilldelat på PV3", ("unassigned", "pv3")),
        ("visa ofördelade ärenden på Pilotverksamhet 1", ("unassigned", "pilotverksamhet 1")),
        ("unassigned at PV1", ("unassigned", "pv1")),
        ("sena ärenden", ("late", "")),
        ("öppna ärenden på PV2", ("open", "pv2")),
        ("det jag har gett", ("mine", "")),
        ("är du sen?", None),
        ("öppna dörren på PV1", None),
    ],
)
def test_only_a_wish_for_the_board_is_one(said: str, asked: tuple[str, str] | None) -> None:
    assert board_asked(said) == asked


async def test_the_board_holds_what_nobody_has_and_what_is_late_of_ones_units(chat_of: Chats, desk: Desk) -> None:
    request = await desk.order()
    await chat_of("SER10").says("jag är sjuk idag")
    await chat_of("SER3").says("jag är sjuk idag")

    text = await board(chat_of("SAM1"), "visa tavlan")

    assert "1 att fördela" in text
    assert "Öppna ärenden: 1" in text
    assert f"{request.id}: Har ingen" in text
    assert "Ellen Rosen och Omar Lind" in text
    assert request.id not in await board(chat_of("SAM2"), "visa tavlan")


async def test_unassigned_of_a_unit_leaves_out_what_somebody_is_asked_for(chat_of: Chats, desk: Desk) -> None:
    free, asked = await desk.order(), await desk.order()
    await desk.offer(asked, "SER3", by=the_person("SAM1"))
    chat = chat_of("SAM1")

    here, elsewhere = await board(chat, "otilldelat på PV1"), await board(chat, "otilldelat på PV3")

    assert free.id in here
    assert asked.id not in here
    assert free.id not in elsewhere
    assert texts_of(await chat.says("otilldelat på PV6")) == ["board-which-unit"]


async def test_standing_work_stands_beside_orders_in_every_part(chat_of: Chats) -> None:
    await chat_of("SER10").says("jag är sjuk idag")
    chat = chat_of("SAM1")
    given = await chat.says("ge PV1-POST-IN-1300 till Omar")
    assert texts_of(given) == ["given-person"]

    mine, everything = await board(chat, "det jag har gett"), await board(chat, "öppna ärenden på PV1")
    chat.at = NOW + timedelta(days=1)
    late = await board(chat, "sena ärenden på PV1")

    assert "PV1-POST-IN-1300: Omar Lind" in mine
    assert "PV1-LOK-REG-0700: Leo Sälg" in everything
    assert "PV1-LOK-REG-0700: Leo Sälg · Inte bekräftat" in late


async def test_a_line_opens_below_and_pages_turn_by_a_word(chat_of: Chats, desk: Desk) -> None:
    for _ in range(9):
        await desk.order()
    chat = chat_of("SAM1")
    first = await board(chat, "otilldelat")
    second = await board(chat, "nästa sida")

    opened = await chat.presses("board.show", "", entry="request:B-2022-0009")

    assert "B-2022-0001" in first
    assert "B-2022-0009" in second
    assert views_of(opened) == [("queue", "request:B-2022-0009")]


@pytest.mark.parametrize("said", ["what's on today?", "vad har jag att göra idag", "vad är på gång idag"])
async def test_a_coordinators_day_is_the_board(chat_of: Chats, said: str) -> None:
    await board(chat_of("SAM1"), said)


async def test_nobody_but_a_coordinator_sees_the_board(chat_of: Chats) -> None:
    assert "board" not in [view for view, _ in views_of(await chat_of("SER1").says("visa tavlan"))]
    assert texts_of(await chat_of("SER1").presses("board.show", "", which="")) == ["error-bad-input"]
