"""The monthly question as a conversation: answered by a press or in words, changed, paused. No answer is kept here."""

from dataclasses import replace
from datetime import date, timedelta

from actions.ports import Begin
from actions.survey_times import find_closed_question, next_question_on
from actions.survey_words import say_beside
from actions.surveys import (
    SurveyClosed,
    answer_question,
    find_open_question,
    find_question,
    pause_all_surveys,
    pause_survey,
    resume_survey,
)
from dialogs.inputs import day_said
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import Intent, survey_words
from dialogs.understanding.folding import fold
from dialogs.understanding.spans import days_said
from domain.errors import BadInput
from domain.notices import Message
from domain.surveys import AnswerKind, Question, parse_answer, subject_of
from texts.format import local_day

SUBJECT = "survey"
MOST_WORDS_OF_AN_ATTEMPT = 4
_READ_ALONE = (AnswerKind.FREQUENCY, AnswerKind.TRAFFIC_LIGHT)
_MARKS = (AnswerKind.SCALE_1_10, AnswerKind.SCALE_1_5, AnswerKind.NUMBER_HOURS)


async def answer_survey(turn: Turn, *, begin: Begin) -> Reply | None:
    """Answer words about the monthly question; None when the turn is about something else.

    Raises:
        DeskError: the survey is closed, or the person was not asked.
    """
    folded = fold(turn.text.strip())
    if survey_words.LEAVE.search(folded):
        return await _leave(turn, begin=begin)
    if survey_words.PAUSE.search(folded) or (survey_words.PAUSE_WAVE.match(folded) and _runs(turn)):
        return await _pause(turn, is_all=_means_all(turn, folded), begin=begin)
    if survey_words.RESUME.search(folded) or (survey_words.RESUME_WAVE.match(folded) and _runs(turn)):
        return await _resume(turn, is_all=_means_all(turn, folded), begin=begin)
    if survey_words.SHOW.fullmatch(folded):
        return await _show(turn, begin=begin)
    if survey_words.CHANGE.match(folded) or (_is_in_focus(turn) and survey_words.MIND.match(folded)):
        return await _show(turn, begin=begin)
    told = _wondered(turn, folded)
    reasoned = await _answer_with_reason(turn, folded, begin=begin) if told is None else None
    if reasoned is not None:
        return reasoned
    return Reply(messages=(say(told),)) if told else await _say(turn, folded, begin=begin)


def _wondered(turn: Turn, folded: str) -> str | None:
    """Return the sentence that answers what somebody wonders about the question or their answer; None for no such."""
    if survey_words.OWN.match(folded):
        return "survey-own-hidden"
    if survey_words.WHO_SEES.match(folded):
        return "survey-who-sees"
    return "survey-why" if _is_in_focus(turn) and survey_words.WHY.match(folded) else None


async def press_answer(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Keep the answer that was pressed."""
    month, answer = id_in(press, SUBJECT), press.text("answer") or ""
    try:
        await answer_question(month, answer, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    except SurveyClosed:
        return Reply(toast=await say_closed(turn, month, begin=begin))
    return Reply(toast=say("survey-noted"), state={"focus": subject_of(month)})


async def press_pause(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Leave the person in peace for about three months."""
    id_in(press, SUBJECT)
    return await _pause(turn, is_all=False, begin=begin)


async def press_resume(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Ask the person again."""
    id_in(press, SUBJECT)
    return await _resume(turn, is_all=False, begin=begin)


async def _pause(turn: Turn, *, is_all: bool, begin: Begin) -> Reply:
    catalogue = turn.catalogue
    if not is_all and survey_words.FOR_GOOD.search(fold(turn.text)):
        return await _leave(turn, begin=begin)
    if is_all:
        await pause_all_surveys(is_paused=True, by=turn.person, catalogue=catalogue, begin=begin, at=turn.at)
        return Reply(messages=(say("survey-all-paused"),))
    chosen = _rests_until(turn)
    until = await pause_survey(by=turn.person, until=chosen, catalogue=catalogue, begin=begin, at=turn.at)
    return Reply(messages=(say("survey-paused", until_on=until.isoformat()),))


def _rests_until(turn: Turn) -> date | None:
    """Return the day until which the sentence wants peace, or after which time; None where it says neither."""
    days = days_said(turn.text)
    return day_said(turn) if days is None else local_day(turn.at) + timedelta(days=days)


def _means_all(turn: Turn, folded: str) -> bool:
    """Tell whether the questions to all are meant: said so, or said by who runs them and is asked none."""
    return survey_words.ALL.search(folded) is not None or _runs(turn)


def _runs(turn: Turn) -> bool:
    """Tell whether the person runs the questions, and is asked none."""
    allows = turn.catalogue.permissions.allows
    return allows(turn.person, "survey.manage") and not allows(turn.person, "survey.answer", is_own=True)


async def _leave(turn: Turn, *, begin: Begin) -> Reply:
    await pause_survey(by=turn.person, until=date.max, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return Reply(messages=(say("survey-left"),))


async def _resume(turn: Turn, *, is_all: bool, begin: Begin) -> Reply:
    if is_all:
        await pause_all_surveys(is_paused=False, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
        return Reply(messages=(say("survey-all-resumed"),))
    await resume_survey(by=turn.person, begin=begin, at=turn.at)
    return Reply(messages=(say("survey-resumed"),))


async def _show(turn: Turn, *, begin: Begin) -> Reply:
    found = await find_open_question(turn.person.code, begin=begin)
    if found is None:
        return Reply(messages=(await say_none_open(turn, begin=begin),))
    subject = subject_of(found[0])
    return Reply(messages=(show("survey", subject),), state={"focus": subject})


async def say_none_open(turn: Turn, *, begin: Begin) -> Message:
    """Return that nothing is asked: what was closed lately and since when, and when the next question comes."""
    async with begin() as work:
        closed = await find_closed_question(turn.person, work=work, at=turn.at)
        next_on = await next_question_on(turn.person, work=work, at=turn.at)
    if closed is not None:
        return _closed(closed[0].closes_on, next_on)
    return say("survey-none-next", next_on=next_on.isoformat()) if next_on else say("survey-none")


async def say_closed(turn: Turn, month: str, *, begin: Begin) -> Message:
    """Return since when the question of *month* is closed, and when the next one comes."""
    async with begin() as work:
        wave = await work.surveys.find_wave(month)
        next_on = await next_question_on(turn.person, work=work, at=turn.at)
    return say("error-survey-closed") if wave is None else _closed(wave.closes_on, next_on)


def _closed(closed_on: date, next_on: date | None) -> Message:
    if next_on is None:
        return say("survey-closed-on", closed_on=closed_on.isoformat())
    return say("survey-closed-on-next", closed_on=closed_on.isoformat(), next_on=next_on.isoformat())


async def _say(turn: Turn, folded: str, *, begin: Begin) -> Reply | None:
    """Take what was said as an answer when it can be nothing else."""
    prefixed = survey_words.ANSWER.match(folded)
    if not (prefixed or _is_in_focus(turn) or _is_answer_by_itself(turn)):
        return None
    found = await _find_asked(turn, begin=begin)
    named = prefixed or (survey_words.INSTEAD.match(folded) if _is_in_focus(turn) else None)
    said = turn.text.strip()[named.start("answer") :] if named else turn.text.strip()
    if found is None:
        return await _too_late(turn, said, begin=begin) if prefixed else None
    month, question = found
    is_text = question.answer is AnswerKind.TEXT
    if prefixed is None and is_text:
        return None
    if prefixed is None and parse_answer(question.answer, said) is None:
        felt = survey_words.FELT.match(fold(said)) if _is_in_focus(turn) else None
        said = said[felt.start("answer") : felt.end("answer")] if felt else said
        is_try = _is_in_focus(turn) and survey_words.NUMBER.fullmatch(said) is not None
        if parse_answer(question.answer, said) is None and not is_try:
            return None
    return await _keep(turn, month, question, said, begin=begin)


async def _too_late(turn: Turn, said: str, *, begin: Begin) -> Reply | None:
    """Say since when the question is closed to which *said* would be an answer; None where it would be none.

    Who was asked nothing lately, and says what can only be an answer, is told that nothing is asked.
    """
    async with begin() as work:
        closed = await find_closed_question(turn.person, work=work, at=turn.at)
    kinds = _READ_ALONE if closed is None else (closed[1].answer,)
    is_answer = any(parse_answer(kind, said) is not None for kind in kinds if kind is not AnswerKind.TEXT)
    return Reply(messages=(await say_none_open(turn, begin=begin),)) if is_answer else None


async def answer_unread(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take as an answer to the question that was shown, or a try at one, what nobody else at the desk understands.

    A question that is closed takes nothing for a try; a mere "röd" that would have answered it is told so.
    """
    if not turn.focus and _is_unknown(turn) and _is_only_an_answer(turn):
        return await _late_word(turn, begin=begin)
    found = await _find_asked(turn, begin=begin) if _is_in_focus(turn) and _is_unknown(turn) else None
    if found is None or (await find_open_question(turn.person.code, begin=begin)) != found:
        return None
    month, question = found
    if question.answer is not AnswerKind.TEXT and len(turn.text.split()) > MOST_WORDS_OF_AN_ATTEMPT:
        return None
    return await _keep(turn, month, question, turn.text.strip(), begin=begin)


async def _late_word(turn: Turn, *, begin: Begin) -> Reply | None:
    """Say since when the question is closed that the word would have answered; None where none was asked so lately."""
    async with begin() as work:
        closed = await find_closed_question(turn.person, work=work, at=turn.at)
    if closed is None or parse_answer(closed[1].answer, turn.text) is None:
        return None
    return Reply(messages=(await say_closed(turn, closed[0].month, begin=begin),))


async def _keep(turn: Turn, month: str, question: Question, said: str, *, begin: Begin) -> Reply:
    """Keep *said* as the answer; ask again when it is none."""
    try:
        await answer_question(month, said, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    except SurveyClosed:
        return Reply(messages=(await say_closed(turn, month, begin=begin),))
    except BadInput:
        name = question.answer.name.lower().replace("_", "-")
        return Reply(messages=(say(f"survey-again-{name}"),), state={"focus": subject_of(month)})
    card = (show("survey", subject_of(month)),) if question.answer is AnswerKind.TRAFFIC_LIGHT else ()
    return Reply(messages=(say("survey-noted-changeable"), *card), state={"focus": subject_of(month)})


async def _answer_with_reason(turn: Turn, folded: str, *, begin: Begin) -> Reply | None:
    """Keep an answer that can be nothing else, and why it is that; None where nothing is asked that it answers."""
    said = survey_words.REASONED.match(folded)
    found = await find_open_question(turn.person.code, begin=begin) if said else None
    if said is None or found is None or found[1].answer not in _READ_ALONE:
        return None
    text = turn.text.strip()
    answer = parse_answer(found[1].answer, text[: said.end("answer")])
    if answer is None or parse_answer(found[1].answer, text) is not None:
        return None
    kept = await _keep(turn, *found, answer, begin=begin)
    await say_beside(found[0], text[said.start("why") :], by=turn.person, catalogue=turn.catalogue, begin=begin)
    return replace(kept, messages=(*kept.messages, say("survey-words-noted")))


def _is_in_focus(turn: Turn) -> bool:
    return (turn.focus or "").startswith(f"{SUBJECT}:")


def _is_answer_by_itself(turn: Turn) -> bool:
    """Tell whether the words can be an answer though something else, or nothing, was shown last.

    "Ofta" can be nothing else; a bare number is one only where it can't be a rating or a count.
    """
    kinds = () if turn.focus else _MARKS
    return _is_only_an_answer(turn) or any(parse_answer(kind, turn.text) is not None for kind in kinds)


def _is_only_an_answer(turn: Turn) -> bool:
    return any(parse_answer(kind, turn.text) is not None for kind in _READ_ALONE)


async def _find_asked(turn: Turn, *, begin: Begin) -> tuple[str, Question] | None:
    """Return the month and question that the conversation is about, or else the newest one that is open."""
    if not _is_in_focus(turn):
        return await find_open_question(turn.person.code, begin=begin)
    month = (turn.focus or "").partition(":")[2]
    async with begin() as work:
        question = await find_question(work, month, turn.person.code)
    return None if question is None else (month, question)


def _is_unknown(turn: Turn) -> bool:
    return turn.understood is None or turn.understood.intent is Intent.UNKNOWN
