"""What those who lead the project tell the desk to do, in words that could be an order: done, or told how."""

from collections.abc import Callable

import pytest

from domain.announcements import AnnouncementStatus
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of

Chats = Callable[[str], Chat]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("pausa omgången", "survey-all-paused"),
        ("stoppa utskicken", "survey-all-paused"),
        ("stoppa utskicket", "survey-all-paused"),
        ("pause the wave", "survey-all-paused"),
        ("fortsätt med omgången", "survey-all-resumed"),
        ("starta utskicken igen", "survey-all-resumed"),
        ("resume the wave", "survey-all-resumed"),
    ],
)
async def test_who_runs_the_questions_pauses_what_is_sent_out(chat_of: Chats, words: str, answer: str) -> None:
    assert texts_of(await chat_of("PL1").says(words)) == [answer]


@pytest.mark.parametrize("who", ["SER1", "EK1", "REK1"])
async def test_anybody_elses_round_is_not_the_questions(chat_of: Chats, who: str) -> None:
    assert not {"survey-all-paused", "survey-paused"} & set(texts_of(await chat_of(who).says("pausa omgången")))


async def test_the_mailing_of_an_announcement_that_is_spoken_of_is_the_announcement(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("PL1")
    await chat.says("skapa information till chefer: Nu börjar vi.")
    number = await chat.focus()

    reply = await chat.says("stoppa utskicket")

    assert "survey-all-paused" not in texts_of(reply)
    async with desk.begin() as work:
        assert (await work.announcements.get(number)).status is AnnouncementStatus.RECALLED


@pytest.mark.parametrize(
    "words",
    ["skapa information", "skriv en ny information till chefer", "gör en ny information", "create an announcement"],
)
async def test_who_begins_an_announcement_is_told_how_it_is_written(chat_of: Chats, words: str) -> None:
    assert texts_of(await chat_of("PL1").says(words)) == ["announcement-new-how"]
    assert texts_of(await chat_of("EK1").says(words)) == ["error-not-allowed"]


@pytest.mark.parametrize("who", ["EK1", "PL1", "SAM1", "REK1"])
@pytest.mark.parametrize("words", ["stäng månaden", "kan du stänga mars?", "lås månaden", "close the month"])
async def test_who_wants_the_month_closed_is_told_that_it_closes_by_itself(
    chat_of: Chats, who: str, words: str
) -> None:
    assert texts_of(await chat_of(who).says(words)) == ["close-month"]


@pytest.mark.parametrize("words", ["stäng fönstret", "lås dörren till aulan", "stäng av vattnet i mars"])
async def test_what_is_closed_besides_months_is_work(chat_of: Chats, words: str) -> None:
    assert texts_of(await chat_of("REK1").says(words)) != ["close-month"]
