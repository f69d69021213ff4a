"""What people say of the month's question in sentences of their own: answers, reasons, pauses, and how they are."""

from collections.abc import Callable

import pytest

from actions.ports import Begin
from dialogs.survey import answer_survey
from tests.chat import Chat
from tests.dialogs.turns import says, texts_of
from tests.surveys import results

Chats = Callable[[str], Chat]
MARCH = "survey:2022-03"


@pytest.mark.parametrize(
    ("person", "text", "kept"),
    [
        ("SER1", "jag mår grönt idag", "green"),
        ("SER1", "I feel red", "red"),
        ("REK1", "det är 2 timmar", "2"),
        ("REK1", "-3", "survey-again-number-hours"),
        ("REK1", "2000", "survey-again-number-hours"),
        ("SER1", "-3", "survey-again-traffic-light"),
    ],
)
async def test_an_answer_in_a_sentence_counts_and_a_number_that_is_none_is_asked_again_where_it_was_asked(
    wave: Begin, person: str, text: str, kept: str
) -> None:
    reply = await answer_survey(says(person, text, focus=MARCH), begin=wave)

    answers = [each for answers in (await results(wave)).values() for each in answers]
    is_again = kept.startswith("survey")
    assert [*answers, *texts_of(reply)[:1]] == ([kept] if is_again else [kept, "survey-noted-changeable"])


@pytest.mark.parametrize(
    ("person", "text", "kept"),
    [
        ("SER1", "röd eftersom det är kallt", "red"),
        ("KON11", "ofta, men inte alltid", "often"),
        ("KON11", "ofta läcker det i taket", None),
    ],
)
async def test_an_answer_with_a_reason_is_kept_with_it_and_a_fault_is_none(
    wave: Begin, person: str, text: str, kept: str | None
) -> None:
    reply = await answer_survey(says(person, text), begin=wave)

    answers = [each for answers in (await results(wave)).values() for each in answers]
    assert answers == ([kept] if kept else [])
    assert kept is None or "survey-words-noted" in texts_of(reply)
    assert "kallt" not in repr(reply)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("pausa frågorna för alltid", "survey-left"),
        ("vill inte ha fler frågor", "survey-left"),
        ("ge mig frågor igen", "survey-resumed"),
        ("jag har det dåligt på jobbet", "survey-talk-offer"),
        ("I feel stressed at work", "survey-talk-offer"),
        ("jag mår dåligt", "absence"),
        ("jag mår bra på jobbet", "not-understood"),
    ],
)
async def test_leaving_coming_back_and_not_being_well_are_heard_as_they_are_said(
    chat_of: Chats, text: str, answer: str
) -> None:
    (message,) = (await chat_of("SER1").says(text)).messages

    assert (message.text or message.view) == answer


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("pausa frågorna", "2022-06-14"),
        ("pausa frågorna till 1 maj", "2022-05-01"),
        ("pausa frågorna i två veckor", "2022-03-29"),
        ("pause the questions for a month", "2022-04-14"),
    ],
)
async def test_a_pause_is_as_long_as_is_said(wave: Begin, text: str, until: str) -> None:
    reply = await answer_survey(says("SER1", text), begin=wave)

    assert reply is not None
    assert reply.messages[0].values == {"until_on": until}


@pytest.mark.usefixtures("wave")
@pytest.mark.parametrize("text", ["vad är månadens fråga?", "what is the question of the month?"])
async def test_what_the_question_is_shows_it_and_no_result(chat_of: Chats, text: str) -> None:
    assert [each.view for each in (await chat_of("SER1").says(text)).messages] == ["survey"]
