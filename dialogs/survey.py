"""The monthly question as a conversation: answered by a press or in words, changed, paused. No answer is kept here."""

from datetime import date

from actions.ports import Begin
from actions.surveys import (
    answer_question,
    find_open_question,
    find_question,
    pause_all_surveys,
    pause_survey,
    resume_survey,
)
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import Intent, survey_words
from dialogs.understanding.folding import fold
from domain.errors import BadInput
from domain.surveys import AnswerKind, Question, parse_answer, subject_of

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
    if survey_words.PAUSE.search(folded):
        return await _pause(turn, is_all=_means_all(turn, folded), begin=begin)
    if survey_words.RESUME.search(folded):
        return await _resume(turn, is_all=_means_all(turn, folded), begin=begin)
    if survey_words.SHOW.fullmatch(folded):
        return await _show(turn, begin=begin)
    if survey_words.OWN.match(folded):
        return Reply(messages=(say("survey-own-hidden"),))
    if survey_words.WHO_SEES.match(folded):
        return Reply(messages=(say("survey-who-sees"),))
    return await _say(turn, folded, begin=begin)


async def press_answer(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Keep the answer that was pressed."""
    month, answer = id_in(press, SUBJECT), press.text("answer") or ""
    await answer_question(month, answer, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return Reply(toast=say("survey-noted"), state={"focus": subject_of(month)})


async def press_pause(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Leave the person in peace for about three months."""
    id_in(press, SUBJECT)
    return await _pause(turn, is_all=False, begin=begin)


async def _pause(turn: Turn, *, is_all: bool, begin: Begin) -> Reply:
    catalogue = turn.catalogue
    if is_all:
        await pause_all_surveys(is_paused=True, by=turn.person, catalogue=catalogue, begin=begin, at=turn.at)
        return Reply(messages=(say("survey-all-paused"),))
    until = await pause_survey(by=turn.person, catalogue=catalogue, begin=begin, at=turn.at)
    return Reply(messages=(say("survey-paused", until_on=until.isoformat()),))


def _means_all(turn: Turn, folded: str) -> bool:
    """Tell whether the questions to all are meant: said so, or said by who runs them and is asked none."""
    allows = turn.catalogue.permissions.allows
    is_asked = allows(turn.person, "survey.answer", is_own=True)
    return survey_words.ALL.search(folded) is not None or (allows(turn.person, "survey.manage") and not is_asked)


async def _leave(turn: Turn, *, begin: Begin) -> Reply:
    await pause_survey(by=turn.person, until=date.max, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return Reply(messages=(say("survey-left"),))


async def _resume(turn: Turn, *, is_all: bool, begin: Begin) -> Reply:
    if is_all:
        await pause_all_surveys(is_paused=False, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
        return Reply(messages=(say("survey-all-resumed"),))
    await resume_survey(by=turn.person, begin=begin)
    return Reply(messages=(say("survey-resumed"),))


async def _show(turn: Turn, *, begin: Begin) -> Reply:
    found = await find_open_question(turn.person.code, begin=begin)
    if found is None:
        return Reply(messages=(say("survey-none"),))
    subject = subject_of(found[0])
    return Reply(messages=(show("survey", subject),), state={"focus": subject})


async def _say(turn: Turn, folded: str, *, begin: Begin) -> Reply | None:
    """Take what was said as an answer when it can be nothing else."""
    prefixed = survey_words.ANSWER.match(folded)
    if not (prefixed or _is_in_focus(turn) or _is_answer_by_itself(turn)):
        return None
    found = await _find_asked(turn, begin=begin)
    if found is None:
        return None
    month, question = found
    named = prefixed or (survey_words.INSTEAD.match(folded) if _is_in_focus(turn) else None)
    said = turn.text.strip()[named.start("answer") :] if named else turn.text.strip()
    is_text = question.answer is AnswerKind.TEXT
    if prefixed is None and (is_text or parse_answer(question.answer, said) is None):
        return None
    return await _keep(turn, month, question, said, begin=begin)


async def answer_unread(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take as an answer to the question that was shown, or a try at one, what nobody else at the desk understands.

    A question that is closed takes nothing for a try.
    """
    found = await _find_asked(turn, begin=begin) if _is_in_focus(turn) and _is_unknown(turn) else None
    if found is None or (await find_open_question(turn.person.code, begin=begin)) != found:
        return None
    month, question = found
    if question.answer is not AnswerKind.TEXT and len(turn.text.split()) > MOST_WORDS_OF_AN_ATTEMPT:
        return None
    return await _keep(turn, month, question, turn.text.strip(), begin=begin)


async def _keep(turn: Turn, month: str, question: Question, said: str, *, begin: Begin) -> Reply:
    """Keep *said* as the answer; ask again when it is none."""
    try:
        await answer_question(month, said, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    except BadInput:
        name = question.answer.name.lower().replace("_", "-")
        return Reply(messages=(say(f"survey-again-{name}"),), state={"focus": subject_of(month)})
    card = (show("survey", subject_of(month)),) if question.answer is AnswerKind.TRAFFIC_LIGHT else ()
    return Reply(messages=(say("survey-noted-changeable"), *card), state={"focus": subject_of(month)})


def _is_in_focus(turn: Turn) -> bool:
    return (turn.focus or "").startswith(f"{SUBJECT}:")


def _is_answer_by_itself(turn: Turn) -> bool:
    """Tell whether the words can be an answer though something else, or nothing, was shown last.

    "Ofta" can be nothing else; a bare number is one only where it can't be a rating or a count.
    """
    kinds = _READ_ALONE if turn.focus else (*_READ_ALONE, *_MARKS)
    return any(parse_answer(kind, turn.text) is not None for kind in kinds)


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
