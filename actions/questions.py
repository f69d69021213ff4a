"""Changing the rota of questions: other words, one more, or one less. Open waves stay as they are."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from actions.indicator_entry import get_indicator
from actions.ports import Begin, Work
from actions.telling import clean
from catalog.models import Catalogue
from domain.errors import BadInput, NotFound
from domain.notices import Event
from domain.people import Person, Role
from domain.questions import LONGEST_QUESTION, check_new, next_code, retired, worded
from domain.surveys import AnswerKind, Question

MANAGE = "survey.manage"
ASKED = (Role.REQUESTER, Role.PRINCIPAL, Role.SERVICE_EMPLOYEE)
"""Who can be asked: those who may answer surveys."""
PRIORITY = 1


async def get_question(work: Work, code: str) -> Question:
    """Return the question; raise NotFound when there is none."""
    found = next((each for each in await work.surveys.questions() if each.code == code), None)
    if found is None:
        raise NotFound(id=code)
    return found


async def change_question(
    code: str,
    *,
    text_sv: str,
    text_en: str,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
) -> Question:
    """Ask the question in other words from the next wave on.

    Raises:
        NotAllowed: the person may not manage surveys.
        NotFound: there is no such question.
        BadInput: there are no words in one of the languages, or too many.
    """
    catalogue.permissions.demand(by, MANAGE)
    async with begin() as work:
        before = await get_question(work, code)
        after = worded(before, text_sv=_words(text_sv), text_en=_words(text_en))
        return await _save(work, before, after, "question-changed", by=by, at=at)


async def retire_question(code: str, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime) -> Question:
    """Ask the question no more; what was answered stays, and so does its series.

    Raises:
        NotAllowed: the person may not manage surveys.
        NotFound: there is no such question.
    """
    catalogue.permissions.demand(by, MANAGE)
    async with begin() as work:
        before = await get_question(work, code)
        return await _save(work, before, retired(before), "question-retired", by=by, at=at)


async def add_question(
    *,
    text_sv: str,
    text_en: str,
    audience: str,
    months: Collection[int],
    answer: str,
    indicator: str | None,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
) -> Question:
    """Ask one more question from its first month on; return it with its code.

    Raises:
        NotAllowed: the person may not manage surveys.
        BadInput: who, when or how is missing or can't be.
        NotFound: there is no such indicator.
        AnswerMisfit, QuestionOverlaps: it would break the series of its indicator.
    """
    catalogue.permissions.demand(by, MANAGE)
    async with begin() as work:
        others = await work.surveys.questions()
        new = Question(
            code=next_code(each.code for each in others),
            indicator=indicator,
            audience=_audience(audience),
            months=_months(months),
            priority=PRIORITY,
            text_sv=_words(text_sv),
            text_en=_words(text_en),
            answer=_answer(answer),
            version=2,
        )
        check_new(new, others, unit=_unit_of(indicator, catalogue))
        await work.surveys.put_question(new)
        await _tell(work, new, "question-added", by=by, at=at)
        return new


async def _save(work: Work, before: Question, after: Question, what: str, *, by: Person, at: datetime) -> Question:
    if after is not before:
        # What was changed here is no longer what its file says, also where it was new.
        kept = replace(after, version=max(after.version, 2))
        await work.surveys.put_question(kept)
        await _tell(work, kept, what, by=by, at=at)
    return after


async def _tell(work: Work, question: Question, what: str, *, by: Person, at: datetime) -> None:
    await work.events.put(Event(subject=f"question:{question.code}", what=what, person=by.code, at=at))


def _unit_of(indicator: str | None, catalogue: Catalogue) -> str | None:
    return None if indicator is None else get_indicator(indicator, catalogue).unit


def _words(text: str) -> str:
    words = clean(text)
    if words is None or len(words) > LONGEST_QUESTION:
        raise BadInput(field="question", lowest="", highest="")
    return " ".join(words.split())


def _audience(code: str) -> Role:
    found = next((role for role in ASKED if role == code), None)
    if found is None:
        raise BadInput(field="audience", lowest="", highest="")
    return found


def _months(months: Collection[int]) -> frozenset[int]:
    if not months or not set(months) <= set(range(1, 13)):
        raise BadInput(field="months", lowest="", highest="")
    return frozenset(months)


def _answer(name: str) -> AnswerKind:
    found = next((kind for kind in AnswerKind if name in {kind.value, kind.name.lower()}), None)
    if found is None:
        raise BadInput(field="kind", lowest="", highest="")
    return found


def in_order(questions: Sequence[Question]) -> Sequence[Question]:
    """Return *questions* by audience and code, those that are retired last."""
    return sorted(questions, key=lambda each: (each.is_retired, each.audience, len(each.code), each.code))
