from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from actions.ports import Begin
from actions.surveys import close_waves, open_wave
from dialogs.survey import answer_survey, answer_unread
from dialogs.turn import Turn
from domain.errors import BadInput, NotAllowed
from tests.chat import Chat, views_of
from tests.dialogs.turns import pressed, presses, says, texts_of
from tests.factories import TODAY
from tests.surveys import AFTERNOON, results

Chats = Callable[[str], Chat]
MARCH = "survey:2022-03"


async def test_one_press_answers_and_another_one_changes_it(wave: Begin) -> None:
    first = await pressed(presses("KON11", "survey.answer", MARCH, answer="often"), begin=wave)
    await pressed(presses("KON11", "survey.answer", MARCH, answer="always"), begin=wave)

    assert texts_of(first) == ["survey-noted"]
    assert await results(wave) == {"F3": ["always"]}


@pytest.mark.parametrize(
    ("person", "text", "kept"),
    [
        ("KON11", "ofta", "often"),
        ("KON11", "Alltid!", "always"),
        ("KON11", "svar: ibland", "sometimes"),
        ("KON11", "ändra mitt svar till sällan", "seldom"),
        ("SER1", "grön", "green"),
        ("SER1", "mitt svar är röd", "red"),
        ("REK1", "8", "8"),
        ("REK1", "2,5 timmar", "2.5"),
        ("KON21", "sometimes", "sometimes"),
    ],
)
async def test_an_answer_can_be_typed_also_when_nothing_was_shown_before(
    wave: Begin, person: str, text: str, kept: str
) -> None:
    reply = await answer_survey(says(person, text), begin=wave)

    card = ["survey"] if person == "SER1" else []
    assert texts_of(reply) == ["survey-noted-changeable", *card]
    assert list((await results(wave)).values()) == [[kept]]


async def test_a_bare_number_answers_nothing_while_the_talk_is_about_something_else(wave: Begin) -> None:
    assert await answer_survey(says("REK1", "4", focus="request:B-2022-0001"), begin=wave) is None
    assert await results(wave) == {}


async def test_a_word_that_can_only_be_an_answer_counts_whatever_the_talk_is_about(wave: Begin) -> None:
    await answer_survey(says("KON11", "sällan", focus="request:B-2022-0001"), begin=wave)

    assert await results(wave) == {"F3": ["seldom"]}


@pytest.mark.parametrize("text", ["mycket bra", "11 av 10", "njae"])
async def test_a_try_that_failed_is_asked_for_again(wave: Begin, text: str) -> None:
    reply = await answer_unread(says("SER1", text, focus=MARCH), begin=wave)

    assert texts_of(reply) == ["survey-again-traffic-light"]
    assert await results(wave) == {}


@pytest.mark.parametrize(
    "text", ["Kan någon byta lysröret i sal B214 imorgon?", "mina uppdrag", "hjälp", "I feel sick"]
)
async def test_what_is_no_answer_goes_on_to_the_rest_of_the_desk(wave: Begin, text: str) -> None:
    assert await answer_survey(says("SER1", text, focus=MARCH), begin=wave) is None


async def test_what_is_asked_right_after_an_answer_is_answered_and_not_taken_for_a_try(
    chat_of: Chats, wave: Begin
) -> None:
    chat = chat_of("REK1")
    await chat.presses("survey.answer", MARCH, answer="2,5")

    shown = [texts_of(await chat.says(words))[0] for words in ("visa k12", "kalender", "visa nyckeltalen")]
    await chat.says("visa frågan")
    again = texts_of(await chat.says("njae"))
    await chat.says("visa frågan")
    await close_waves(date(2022, 4, 1), begin=wave, at=AFTERNOON + timedelta(days=17))
    closed = texts_of(await chat.says("njae"))

    assert shown == ["indicator", "error-not-allowed", "indicators"]
    assert (again, closed) == (["survey-again-number-hours"], ["not-understood"])


async def test_who_was_not_asked_is_understood_as_before(wave: Begin) -> None:
    assert await answer_survey(says("PL1", "ofta"), begin=wave) is None


async def test_nothing_of_the_answer_is_in_the_reply_or_the_memory_of_the_chat(wave: Begin) -> None:
    reply = await answer_survey(says("KON11", "alltid"), begin=wave)

    assert "alltid" not in repr(reply)
    assert "always" not in repr(reply)


@pytest.mark.parametrize(
    "turn",
    [
        presses("SER1", "survey.pause", MARCH),
        says("SER1", "pausa frågorna"),
        says("SER1", "Pausa månadens enkät, tack"),
        says("SER1", "pause the survey"),
    ],
)
async def test_the_questions_can_be_paused_by_a_press_or_in_words(wave: Begin, turn: Turn) -> None:
    said = await (pressed if turn.press else answer_survey)(turn, begin=wave)

    assert texts_of(said) == ["survey-paused"]
    for again in ("fortsätt frågorna", "börja fråga mig igen", "start asking me"):
        assert texts_of(await answer_survey(says("SER1", again), begin=wave)) == ["survey-resumed"]


async def test_pausing_for_all_is_the_project_leaders_word(wave: Begin) -> None:
    assert texts_of(await answer_survey(says("PL1", "pausa alla frågor"), begin=wave)) == ["survey-all-paused"]
    with pytest.raises(NotAllowed):
        await answer_survey(says("REK1", "pausa alla frågor"), begin=wave)


async def test_pausing_an_assignment_is_not_pausing_the_questions(wave: Begin) -> None:
    assert await answer_survey(says("SER1", "pausa"), begin=wave) is None


async def test_the_question_can_be_shown_again(wave: Begin) -> None:
    shown = await answer_survey(says("SER1", "visa frågan"), begin=wave)
    none = await answer_survey(says("PL1", "visa frågan"), begin=wave)

    assert texts_of(shown) == ["survey"]
    assert texts_of(none) == ["survey-none"]


async def test_a_press_without_an_answer_is_refused(wave: Begin) -> None:
    with pytest.raises(BadInput):
        await pressed(presses("SER1", "survey.answer", MARCH), begin=wave)


CLOSED, NEXT = "Frågan stängde tisdag 29 mars", "Nästa fråga kommer tisdag 19 april"


@pytest.mark.parametrize(
    ("person", "talk", "answer"),
    [
        ("SER1", "röd", CLOSED),
        ("SER1", "Röd!", NEXT),
        ("SER1", "red", CLOSED),
        ("SER1", "svar röd", NEXT),
        ("SER1", "ändra mitt svar till grön", CLOSED),
        ("SER1", "jag vill ändra mitt svar", CLOSED),
        ("SER1", "I want to change my answer", NEXT),
        ("SER1", "jag svarade fel", CLOSED),
        ("SER1", "ett ord om frågan: bra", CLOSED),
        ("KON11", "ofta", CLOSED),
        ("REK1", "svar 8", CLOSED),
        ("PL1", "svar röd", "Du har ingen fråga att svara på just nu"),
        # What is no answer to one's own question, or said of something else, is not taken for a late answer.
        ("PL1", "röd", "Det förstod jag inte"),
        ("KON11", "röd", "Det förstod jag inte"),
        ("REK1", "8", "Det förstod jag inte"),
        ("KON11", "byt lampan i B214 | ofta", "Det förstod jag inte"),
        ("KON11", "byt lampan i B214 | röd", "Det förstod jag inte"),
        ("KON11", "jag vill ändra min beställning", "Dina ärenden"),
        ("SER1", "svara Emil: röd", "Jag vet inte vem du vill svara"),
    ],
)
async def test_who_answers_too_late_is_told_since_when_it_is_closed_and_when_the_next_comes(
    chat_of: Chats, wave: Begin, *, person: str, talk: str, answer: str
) -> None:
    later = AFTERNOON + timedelta(days=17)
    await close_waves(date(2022, 4, 1), begin=wave, at=later)
    chat = chat_of(person)
    chat.at = later
    replies = [await chat.says(each) for each in talk.split(" | ")]

    assert answer in (await chat.reads(replies[-1]))[0]
    assert await results(wave) == {}


async def test_a_press_on_a_closed_question_says_since_when_and_a_pause_or_nobody_to_ask_promises_no_next(
    chat_of: Chats, wave: Begin
) -> None:
    await close_waves(TODAY + timedelta(days=14), begin=wave, at=AFTERNOON + timedelta(days=14))
    chat = chat_of("SER1")
    chat.at = AFTERNOON + timedelta(days=17)
    pressed_late = await chat.reads(await chat.presses("survey.answer", MARCH, answer="green"))
    await chat.says("pausa frågorna")
    rested = await chat.reads(await chat.says("svar röd"))
    await chat.says("sluta fråga mig")
    left = await chat.reads(await chat.says("svar röd"))

    assert CLOSED in pressed_late[0]
    assert NEXT in pressed_late[0]
    assert "Nästa fråga kommer fredag 15 juli" in rested[0]
    assert left == ["Frågan stängde tisdag 29 mars, så svar går inte att lämna eller ändra längre. Tack ändå!"]


@pytest.mark.parametrize(
    ("person", "text", "answer"),
    [
        ("SAM1", "hur går enkäten?", "går till dem som fick den, och till Sara Kastanj"),
        ("EK1", "how many have answered?", "går till dem som fick den"),
        ("ADM1", "visa svarsfrekvensen", "Resultatet av frågan i mars 2022"),
        ("REK1", "hur gick enkäten i februari?", "Ingen fråga gick ut i februari 2022"),
    ],
)
async def test_who_may_not_see_the_result_is_told_kindly_who_does(
    chat_of: Chats, wave: Begin, *, person: str, text: str, answer: str
) -> None:
    assert wave is not None
    assert answer in (await chat_of(person).reads(await chat_of(person).says(text)))[0]


async def test_only_who_says_red_is_asked_about_a_talk_and_only_a_yes_tells_anyone(chat_of: Chats, wave: Begin) -> None:
    asks, chats = "Vill du prata med någon", {code: chat_of(code) for code in ("SER1", "SER2")}
    replies = {code: await chat.says(said) for (code, chat), said in zip(chats.items(), ("grön", "röd"), strict=True)}
    shown = {code: await chats[code].reads(replies[code]) for code in chats}

    async with wave() as work:
        before = await work.talks.live()
    yes = await chats["SER2"].presses("survey.talk", MARCH)
    shown_then = await chats["SER2"].reads(await chats["SER2"].says("röd"))
    async with wave() as work:
        after = await work.talks.live()
        lines = await work.talks.lines(after[0].id)

    assert replies["SER1"].messages == replies["SER2"].messages
    assert [asks in shown[code][1] for code in chats] == [False, True]
    assert not [each for each in shown_then if asks in each]
    assert texts_of(yes) == ["survey-talk-told"]
    assert (before, [each.person for each in after]) == ([], ["SER2"])
    assert not [each.words for each in lines if "röd" in each.words]


@pytest.mark.parametrize(
    ("answer", "word", "told", "talks"),
    [("röd", "ja", "survey-talk-told", 1), ("röd", "nej", "all-right", 0), ("grön", "ja", "nothing-offered", 0)],
)
async def test_the_offered_talk_is_answered_by_a_word_too(
    chat_of: Chats, wave: Begin, *, answer: str, word: str, told: str, talks: int
) -> None:
    chat = chat_of("SER2")
    await chat.presses("survey.answer", MARCH, answer=answer)
    reply = await chat.says(word)

    async with wave() as work:
        assert len(await work.talks.live()) == talks
    assert texts_of(reply) == [told]


@pytest.mark.parametrize("said", ["varför frågar ni?", "Why do you ask?", "vad ska ni ha svaren till?"])
async def test_who_wonders_what_the_question_is_for_is_told(chat_of: Chats, wave: Begin, said: str) -> None:
    assert wave is not None
    chat = chat_of("KON12")
    await chat.says("frågan")

    assert texts_of(await chat.says(said)) == ["survey-why"]


async def test_who_may_change_their_mind_gets_the_question_again(chat_of: Chats, wave: Begin) -> None:
    assert wave is not None
    chat = chat_of("KON12")
    await chat.says("frågan")

    assert views_of(await chat.says("kan jag ändra mig?")) == views_of(await chat.says("kan jag ångra mig"))
    assert [view for view, _ in views_of(await chat.says("can I change my mind?"))] == ["survey"]


async def test_who_wants_no_more_questions_orders_nothing_by_saying_so(chat_of: Chats, wave: Begin) -> None:
    assert wave is not None
    assert texts_of(await chat_of("KON11").says("sluta skicka frågor")) == ["survey-left"]
    assert texts_of(await chat_of("KON12").says("vad svarade jag?")) == ["survey-own-hidden"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        *((each, "survey-resumed") for each in ("jag vill ha frågor igen", "fråga mig igen", "ask me again")),
        *((each, "survey-who-sees") for each in ("kan min chef se vad jag svarar?", "vem ser mitt svar?")),
        *((each, "survey-who-sees") for each in ("Is it anonymous?", "can my boss see my answer?")),
    ],
)
async def test_who_changes_their_mind_or_wonders_who_sees_it_is_answered(
    chat_of: Chats, wave: Begin, *, said: str, told: str
) -> None:
    assert wave is not None
    assert texts_of(await chat_of("KON12").says(said)) == [told]


@pytest.mark.parametrize("said", ["ofta tack", "nej, ofta", "ändra till ofta", "I meant often", "Often, please!"])
async def test_an_answer_with_a_word_of_thanks_or_another_one_right_after_the_first_counts(
    chat_of: Chats, wave: Begin, said: str
) -> None:
    chat = chat_of("KON11")
    await chat.presses("survey.answer", MARCH, answer="never")

    assert texts_of(await chat.says(said)) == ["survey-noted-changeable"]
    assert await results(wave) == {"F3": ["often"]}


async def test_who_runs_the_questions_pauses_them_for_all_without_saying_all(chat_of: Chats) -> None:
    assert texts_of(await chat_of("PL1").says("pausa enkäten")) == ["survey-all-paused"]
    assert texts_of(await chat_of("PL1").says("starta enkäten igen")) == ["survey-all-resumed"]


@pytest.mark.parametrize(
    ("person", "text", "month"),
    [
        ("PL1", "hur går enkäten?", "2022-03"),
        ("PL1", "how is the survey going", "2022-03"),
        ("PL1", "visa svarsfrekvensen", "2022-03"),
        ("PL1", "hur många har svarat", "2022-03"),
        ("PL1", "how did the survey go in February?", "2022-02"),
        ("REK1", "visa resultatet av frågan", "2022-03"),
        ("PL1", "survey results for March", "2022-03"),
    ],
)
async def test_what_became_of_a_wave_is_asked_in_words(
    chat_of: Chats, wave: Begin, *, person: str, text: str, month: str
) -> None:
    del wave

    assert views_of(await chat_of(person).says(text)) == [("result", f"survey:{month}")]


async def test_who_wants_no_more_questions_gets_none_until_they_say_so(wave: Begin) -> None:
    assert texts_of(await answer_survey(says("SER1", "sluta fråga mig"), begin=wave)) == ["survey-left"]
    assert texts_of(await answer_survey(says("SER2", "never ask me again"), begin=wave)) == ["survey-left"]

    await answer_survey(says("SER2", "fortsätt frågorna"), begin=wave)
    await open_wave(date(2023, 9, 15), begin=wave, at=datetime.fromisoformat("2023-09-15T15:00+02:00"))

    async with wave() as work:
        asked = await work.surveys.participants("2023-09")
    assert {"SER1", "SER2"} & set(asked) == {"SER2"}
