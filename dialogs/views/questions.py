"""The views of the rota, for those who manage surveys."""

from actions.questions import MANAGE, get_question, in_order
from dialogs.cards.elements import Shown
from dialogs.cards.questions import QuestionFacts, question_card, questions_card
from dialogs.views.asked import Asked, Hidden
from domain.questions import FITTING


async def show_questions(asked: Asked) -> Shown:
    """Return the whole rota."""
    return questions_card(await _facts(asked), asked.frame())


async def show_question(asked: Asked) -> Shown:
    """Return the one question that the subject names."""
    facts = await _facts(asked)
    return question_card(await get_question(asked.work, asked.id), facts, asked.frame())


async def _facts(asked: Asked) -> QuestionFacts:
    if not asked.allows(MANAGE):
        raise Hidden
    known = [each for each in asked.catalogue.indicators.values() if each.unit in FITTING]
    return QuestionFacts(
        questions=in_order(await asked.work.surveys.questions()),
        indicators={each.code: f"{each.code} {each.name.of(asked.language)}" for each in known},
    )
