"""An employee's day in chat: asked for in words, and each piece opened and taken on from it."""

from collections.abc import Callable

import pytest

from actions.standing import make_standing_ahead
from tests.actions.desk import Desk
from tests.chat import Chat, views_of
from tests.factories import NOW, the_person

Chats = Callable[[str], Chat]
TODAYS, TOMORROWS = "brief:SER10@2022-03-15", "brief:SER10@2022-03-16"


@pytest.fixture(autouse=True)
async def standing(desk: Desk) -> None:
    await make_standing_ahead(begin=desk.begin, at=NOW)


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("vad ska jag göra idag", TODAYS),
        ("Vad har jag att göra i dag?", TODAYS),
        ("mitt pass", TODAYS),
        ("visa min dag", TODAYS),
        ("what's on today?", TODAYS),
        ("my shift", TODAYS),
        ("what's on my list today", TODAYS),
        ("min lista", TODAYS),
        ("var ska jag nu?", TODAYS),
        ("where do I go next?", TODAYS),
        ("hur många uppdrag har jag", TODAYS),
        ("har jag något på torsdag?", "brief:SER10@2022-03-17"),
        ("hur ser min dag ut", TODAYS),
        ("när börjar jag imorgon?", TOMORROWS),
        ("vad ska jag göra imorgon?", TOMORROWS),
        ("mitt pass på torsdag", "brief:SER10@2022-03-17"),
        ("what do i have to do tomorrow", TOMORROWS),
    ],
)
async def test_an_employee_asks_for_a_day(chat_of: Chats, said: str, subject: str) -> None:
    assert views_of(await chat_of("SER10").says(said)) == [("brief", subject)]


async def test_the_day_stands_in_order_of_time_under_its_unit(chat_of: Chats, desk: Desk) -> None:
    request = await desk.order(service="KON-MOT", place="Aulan")
    await desk.offer(request, "SER10", by=the_person("SAM1"))
    chat = chat_of("SER10")

    (text,) = await chat.reads(await chat.says("mitt pass"))

    parts = ["Pilotverksamhet 1", request.id, "13:00", "13:30"]
    assert sorted(parts, key=text.index) == parts


async def test_a_day_is_shown_to_nobody_else(chat_of: Chats) -> None:
    chat = chat_of("SER1")
    reply = await chat_of("SER10").says("mitt pass")

    (text,) = await chat.reads(reply)

    assert "13:00" not in text
