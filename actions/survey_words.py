"""A word beside an answer, for who wants to say more than one press can."""

from actions.ports import Begin, Work
from actions.surveys import held_question
from catalog.models import Catalogue
from domain.errors import BadInput, DeskError
from domain.people import Person
from domain.surveys import AnswerKind, answer_key, parse_answer

RED = "red"
"""The answer beside which a talk is offered."""


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


async def is_talk_offered(month: str, person: Person, *, work: Work) -> bool:
    """Tell whether the card of *month* offers *person* a talk: known from their own key, and kept nowhere else.

    Whoever is in a talk already is offered none.
    """
    wave = await work.surveys.find_wave(month)
    found = await work.surveys.find_asked(month, person.code)
    if wave is None or wave.secret is None or found is None or found[0].answer is not AnswerKind.TRAFFIC_LIGHT:
        return False
    key = answer_key(wave.secret, person.code)
    if await work.surveys.own_answer(month, found[0].code, key=key) != RED:
        return False
    return all(talk.person != person.code for talk in await work.talks.live())
