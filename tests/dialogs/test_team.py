"""A coordinator asks who is at work, how much they have, and who is away."""

from collections.abc import Callable

import pytest

from actions.standing import make_standing_ahead
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of
from tests.factories import NOW

Chats = Callable[[str], Chat]
AT_WORK = ["vem jobbar idag?", "vilka är på jobbet", "vem har minst att göra?", "who has time today?", "bemanning"]


@pytest.mark.parametrize("words", AT_WORK)
async def test_who_is_at_work_stands_with_their_hours_and_who_has_room_first(
    chat_of: Chats, desk: Desk, words: str
) -> None:
    await make_standing_ahead(begin=desk.begin, at=NOW)
    chat = chat_of("SAM1")
    await chat.says("Hanna Pil är borta idag")

    (said,) = await chat.reads(await chat.says(words))

    assert "Leo Sälg (6,25 av 8 timmar)" in said
    assert said.index("Omar Lind") < said.index("Leo Sälg")
    assert said.endswith("Borta: Hanna Pil.")
    assert "Moa Slån" not in said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("vem är ledig på torsdag?", "absence-on"),
        ("who is away on Thursday", "absence-on"),
        ("vem är borta idag?", "absence-nobody"),
        ("vem jobbar på lördag?", "team-day-off"),
    ],
)
async def test_the_day_that_is_named_is_told_of(chat_of: Chats, words: str, told: str) -> None:
    chat = chat_of("SAM1")
    await chat.says("Leo är ledig på torsdag")

    reply = await chat.says(words)

    assert texts_of(reply) == [told]
    assert await chat.reads(reply)


async def test_nobody_else_is_told_who_works(chat_of: Chats) -> None:
    assert texts_of(await chat_of("KON11").says("vem jobbar idag?")) == ["not-understood"]
