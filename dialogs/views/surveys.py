"""The views of the monthly question, and of what became of it."""

from collections.abc import Sequence
from datetime import date

from actions.survey_words import is_talk_offered
from actions.surveys import paused_until
from dialogs.cards.elements import Shown
from dialogs.cards.survey import SurveyFacts, survey_card
from dialogs.cards.survey_result import QuestionResult, ResultFacts, result_card
from dialogs.views.asked import Asked, Hidden
from domain.months import month_after, month_before
from domain.survey_results import AskedIn
from texts.format import local_day

MANAGE = "survey.manage"


async def show_survey(asked: Asked) -> Shown:
    """Return the question that the reader was asked; those who were not asked see none."""
    surveys, month = asked.work.surveys, asked.id
    wave = await surveys.find_wave(month)
    found = await surveys.find_asked(month, asked.reader.code)
    if wave is None or found is None:
        raise Hidden
    question, is_answered = found
    facts = SurveyFacts(
        question=question,
        month=month,
        closes_on=wave.closes_on,
        is_answered=is_answered,
        is_closed=wave.secret is None or local_day(asked.at) > wave.closes_on,
        paused_until=await paused_until(asked.reader.code, work=asked.work, at=asked.at),
        wants_talk=is_answered and await is_talk_offered(month, asked.reader, work=asked.work),
    )
    return survey_card(facts, asked.frame())


async def show_result(asked: Asked) -> Shown:
    """Return what became of the wave: to who was asked, of their own question; to who manages surveys, of all.

    Raises:
        Hidden: the reader was asked nothing in that wave, and does not manage surveys.
    """
    surveys, month = asked.work.surveys, asked.id
    wave = await surveys.find_wave(month)
    own = await surveys.find_asked(month, asked.reader.code)
    is_manager = asked.allows(MANAGE)
    if own is None and not is_manager:
        raise Hidden
    is_open = wave is not None and wave.secret is not None
    questions = [each for each in await surveys.asked_in(month) if is_manager or _is_own(own, each)]
    results = await surveys.results(month) if wave is not None and not is_open else {}
    progress = await surveys.progress(month, at=asked.at) if is_manager and is_open else None
    facts = ResultFacts(
        month=month,
        closes_on=wave.closes_on if wave is not None and is_open else None,
        results=[await _result(asked, each, results.get(each.question, ())) for each in questions],
        months=_around(asked, month) if is_manager else (),
        progress=progress if progress is not None and progress.of else None,
        unit_names=[(code, unit.name.of(asked.language)) for code, unit in asked.catalogue.units.items()],
    )
    return result_card(facts, asked.frame())


def _is_own(own: object, question: AskedIn) -> bool:
    return isinstance(own, tuple) and own[0].code == question.question


async def _result(asked: Asked, question: AskedIn, answers: Sequence[str]) -> QuestionResult:
    if not asked.allows(MANAGE):
        return QuestionResult(question=question, answers=answers)
    surveys = asked.work.surveys
    then = await surveys.words(question.question, month=question.month)
    some_time = await surveys.words(question.question, month=None)
    return QuestionResult(question=question, answers=answers, words=[*then, *some_time])


def _around(asked: Asked, month: str) -> Sequence[str]:
    """Return the months beside *month*, the later one where it has begun."""
    first = date.fromisoformat(f"{month}-01")
    beside = (month_before(first), month_after(first))
    return [f"{each:%Y-%m}" for each in beside if each <= local_day(asked.at)]
