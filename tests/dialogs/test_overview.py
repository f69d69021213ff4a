"""How it goes as a whole, asked by who leads or owns the project; anybody else asks of one thing."""

from collections.abc import Callable

import pytest

from dialogs.understanding.overview_words import asks_how_it_goes
from tests.chat import Chat, views_of

Chats = Callable[[str], Chat]


@pytest.mark.parametrize(
    ("is_asked", "sentences"),
    [
        (True, "hur går det?|Hur gar de|hej, hur går det|hur går det med piloten?|hur ligger vi till?|läget?|översikt"),
        (True, "hur gick det i februari?|hur ser det ut i mars|hur går projektet?|status|hur är läget"),
        (True, "how is it going?|how's it going|how are we doing|how did it go in February?|how is the project going?"),
        (
            False,
            "hur går enkäten?|hur går det med B-2022-0001?|hur går det med lampan?|hur går det för Leo?|hur är det",
        ),
        (False, "statusen på min beställning|how is the survey going|how is my order|visa nyckeltalen|läget i hissen"),
    ],
)
def test_how_everything_goes_is_told_from_how_one_thing_does(is_asked: bool, sentences: str) -> None:  # noqa: FBT001
    assert [each for each in sentences.split("|") if asks_how_it_goes(each) is not is_asked] == []


@pytest.mark.parametrize(
    ("who", "words", "month"),
    [
        ("PL1", "hur går det?", "2022-03"),
        ("PL1", "how did it go in February?", "2022-02"),
        ("AGA1", "läget?", "2022-03"),
        ("EK1", "hur går det?", "2022-03"),
    ],
)
async def test_who_leads_the_project_sees_the_months_indicators_and_what_is_due(
    chat_of: Chats, *, who: str, words: str, month: str
) -> None:
    reply = await chat_of(who).says(words)

    assert [(each.view, each.values["month"]) for each in reply.messages] == [("indicators", month), ("wheel", month)]


async def test_what_is_talked_of_and_what_others_ask_is_still_a_request(chat_of: Chats) -> None:
    leader = chat_of("PL1")
    await leader.says("det är kallt i biblioteket på PV1")

    assert views_of(await leader.says("hur går det?")) == [("request", "request:F-2022-0001")]
    assert [views_of(await chat_of(each).says("hur går det?"))[0][0] for each in ("REK1", "SAM1")] == ["requests"] * 2
