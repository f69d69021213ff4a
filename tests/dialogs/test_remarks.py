"""Internal remarks reach those who plan and do the work, and nobody of the unit, in chat, on cards and as notices."""

from collections.abc import Callable

import pytest

from tests.actions.desk import Desk
from tests.chat import Chat, texts_of

Chats = Callable[[str], Chat]
WORDS = "elskåpet är låst"
NUMBER = "B-2022-0001"


async def seen_by(chat: Chat) -> str:
    return "\n".join(await chat.reads(await chat.says(NUMBER)))


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("SAM1", f"internt {NUMBER}: {WORDS}"),
        ("SAM1", f"intern kommentar {NUMBER}: {WORDS}"),
        ("SAM1", f"kommentera internt på {NUMBER}: {WORDS}"),
        ("SAM1", f"internal note on {NUMBER}: {WORDS}"),
        ("SAM1", f"anteckna {NUMBER}: {WORDS}"),
        ("SER1", f"internt: {WORDS}"),
        ("SAM1", ""),
    ],
)
async def test_a_remark_stays_inside(chat_of: Chats, desk: Desk, who: str, said: str) -> None:
    await desk.under_way()
    before = len(await desk.owed())
    chat = chat_of(who)

    if said:
        assert texts_of(await chat.says(said)) == ["remark-kept"]
    else:
        await chat.presses("request.comment", f"request:{NUMBER}", comment=WORDS, internal="yes")

    told = (await desk.owed())[before:]
    other = "SER1" if who == "SAM1" else "SAM1"
    assert told == [("request.remarked", other)]
    assert {each: WORDS in await seen_by(chat_of(each)) for each in ("KON11", "REK1", "SAM1", "SER1")} == {
        "KON11": False,
        "REK1": False,
        "SAM1": True,
        "SER1": True,
    }


async def test_a_remark_is_not_sent_into_a_talk_that_waits(chat_of: Chats, desk: Desk) -> None:
    await desk.order()
    await chat_of("KON11").says("ring mig")

    reply = await chat_of("SAM1").says(f"internal note {NUMBER}: cupboard is locked")

    assert texts_of(reply) == ["remark-kept"]


async def test_which_one_is_asked_and_the_unit_can_write_none(chat_of: Chats, desk: Desk) -> None:
    await desk.order()

    assert texts_of(await chat_of("SAM1").says("internt: hej")) == ["remark-on-which"]
    assert "remark-kept" not in texts_of(await chat_of("KON11").says(f"internt {NUMBER}: hej"))
