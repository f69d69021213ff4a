"""Training plans in chat: one's own, another's, and what runs out with what nobody can do then."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.chat import Chat, texts_of, views_of

Chats = Callable[[str], Chat]
DECEMBER = datetime(2022, 12, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("who", "said", "subject"),
    [
        ("SER1", "min utbildningsplan", "training:SER1"),
        ("SER1", "mina kompetenser", "training:SER1"),
        ("SER1", "my training plan", "training:SER1"),
        ("SAM1", "visa utbildningsplanen för Leo", "training:SER1"),
        ("SAM1", "show the training plan for Omar Lind", "training:SER3"),
        ("PL1", "utbildningsplanen för SER6", "training:SER6"),
    ],
)
async def test_a_plan_is_asked_for_in_words(chat_of: Chats, who: str, said: str, subject: str) -> None:
    assert views_of(await chat_of(who).says(said)) == [("training", subject)]


async def test_a_plan_is_shown_to_its_owner_and_who_answers_for_them_alone(chat_of: Chats) -> None:
    seen = {}
    for who in ("SER1", "SAM1", "SAM2", "SER2", "REK1"):
        reply = await chat_of(who).presses("training.show", "", person="SER1")
        (seen[who],) = await chat_of(who).reads(reply)

    assert {who for who, text in seen.items() if "Golvvård med maskin" in text} == {"SER1", "SAM1"}


async def test_the_coordinator_sees_which_units_are_left_without_anybody(chat_of: Chats) -> None:
    chat = chat_of("SAM2")
    chat.at = DECEMBER

    (text,) = await chat.reads(await chat.says("vilka kompetenser går ut?"))

    assert "Efter tisdag 31 januari 2023 kan ingen arbeta på Pilotverksamhet 5 eller Pilotverksamhet 6" in text
    other = chat_of("SAM1")
    other.at = DECEMBER
    assert "Ingen kompetens går ut" in (await other.reads(await other.says("vilka kompetenser går ut?")))[0]


async def test_a_name_that_nobody_has_is_asked_about(chat_of: Chats) -> None:
    assert texts_of(await chat_of("SAM1").says("visa utbildningsplanen för Kalle")) == ["training-who"]
