"""What is late, asked in words: of each what they answer for, and on to the whole by press and by typing."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from dialogs.turn import Reply
from dialogs.understanding.late_words import LateKind, late_asked
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.factories import NOW

Chats = Callable[[str], Chat]
LATER = NOW + timedelta(days=30)
ASKED = {"sv": "vad är försenat?", "en": "what is late?"}
NUMBERS = tuple(f"B-2022-000{number}" for number in range(1, 4))


async def opened(chat: Chat, language: str) -> Chat:
    async with chat.begin() as work:
        await work.people.set_language(chat.person, language)
    chat.at = LATER
    return chat


async def numbers(chat: Chat, reply: Reply) -> list[str]:
    (text,) = await chat.reads(reply)
    return [each for each in NUMBERS if each in text]


@pytest.fixture
async def ordered(desk: Desk) -> None:
    """Two orders that are late thirty days on, one of each of two people, and one that is not."""
    await desk.order("KON11")
    await desk.order("KON12")
    await desk.order("KON11", at=LATER)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    ("who", "late", "whole"),
    [("KON11", NUMBERS[:1], NUMBERS[::2]), ("REK1", NUMBERS[:2], NUMBERS), ("SAM1", NUMBERS[:2], NUMBERS)],
)
@pytest.mark.usefixtures("ordered")
async def test_each_sees_the_late_requests_they_answer_for_and_goes_on_to_all(
    chat_of: Chats, *, who: str, late: tuple[str, ...], whole: tuple[str, ...], language: str
) -> None:
    chat = await opened(chat_of(who), language)

    asked = await chat.says(ASKED[language])
    scope = "" if who == "KON11" else "unit"
    pressed = await chat.presses("requests.show", "", which="", scope=scope, page=1)

    assert tuple(await numbers(chat, asked)) == late
    assert tuple(await numbers(chat, pressed)) == whole


@pytest.mark.parametrize(("words", "count"), [("alla ärenden på verksamheten", 3), ("all requests of the unit", 3)])
@pytest.mark.usefixtures("ordered")
async def test_the_whole_list_is_asked_for_in_words_too(chat_of: Chats, words: str, count: int) -> None:
    chat = await opened(chat_of("SAM1"), "sv")
    await chat.says(ASKED["sv"])

    assert len(await numbers(chat, await chat.says(words))) == count


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("who", ["PL1", "AGA1"])
async def test_who_leads_or_owns_the_project_sees_the_late_commitments(chat_of: Chats, who: str, language: str) -> None:
    chat = await opened(chat_of(who), language)

    asked = await chat.says(ASKED[language])
    pressed = await chat.presses("wheel.show", "")
    typed = await chat.says({"sv": "visa årshjulet", "en": "show the year wheel"}[language])

    (late,), (whole,) = await chat.reads(asked), await chat.reads(pressed)
    assert views_of(asked) == [("wheel", None)]
    assert {"sv": "Försenat", "en": "late"}[language] in late
    assert {"sv": "dagar kvar", "en": "days left"}[language] not in late
    assert {"sv": "dagar kvar", "en": "days left"}[language] in whole
    assert await chat.reads(typed) == [whole]


async def test_when_nothing_is_late_that_is_said(chat_of: Chats, desk: Desk) -> None:
    await desk.order("KON11")
    chat = chat_of("KON11")

    assert "Inget är försenat" in (await chat.reads(await chat.says(ASKED["sv"])))[0]


async def test_an_employee_sees_the_work_and_a_requester_no_year_wheel(chat_of: Chats) -> None:
    assert views_of(await chat_of("SER1").says(ASKED["sv"])) == [("assignments", None)]
    assert texts_of(await chat_of("KON11").says("vilka åtaganden är försenade?")) == ["error-not-allowed"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Vad är försenat just nu?", LateKind.ANY),
        ("är något försenat?", LateKind.ANY),
        ("anything overdue?", LateKind.ANY),
        ("mina försenade ärenden", LateKind.REQUESTS),
        ("show late requests", LateKind.REQUESTS),
        ("vilka rapporter är försenade", LateKind.COMMITMENTS),
        ("vad är försenat i årshjulet?", LateKind.COMMITMENTS),
        ("what is overdue in the year wheel?", LateKind.COMMITMENTS),
        ("late", None),
        ("är min beställning försenad?", None),
        ("städningen är försenad", None),
        ("jag är sen", None),
    ],
)
def test_only_a_question_of_what_is_late_is_one(words: str, kind: LateKind | None) -> None:
    assert late_asked(words) is kind
