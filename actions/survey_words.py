"""A word beside an answer, for who wants to say more than one press can."""

from actions.ports import Begin
from actions.surveys import held_question
from catalog.models import Catalogue
from domain.errors import BadInput, DeskError
from domain.people import Person
from domain.surveys import AnswerKind, parse_answer


class AnswerFirst(DeskError):
    """There is no answer yet that the words could stand beside; nothing was kept."""

    code = "survey-answer-first"


async def say_beside(month: str, text: str, *, by: Person, catalogue: Catalogue, begin: Begin) -> None:
    """Keep *text* beside the answer of *by* to their question of *month*, in place of earlier words.

    Raises:
        NotAllowed: the person may not answer surveys.
        SurveyClosed: the wave is closed, or was never opened.
        NotAsked: the person was not asked.
        AnswerFirst: they have not answered yet.
        BadInput: there are no words.
    """
    catalogue.permissions.demand(by, "survey.answer", is_own=True)
    words = parse_answer(AnswerKind.TEXT, text)
    if words is None:
        raise BadInput(field="comment", lowest="", highest="")
    async with begin() as work:
        key, question = await held_question(work, month, by)
        if not await work.surveys.add_words(month, question.code, key=key, words=words):
            raise AnswerFirst(month=month)
