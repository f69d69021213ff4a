"""How the rota of questions is changed without breaking the series of an indicator."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from domain.errors import DeskError
from domain.surveys import AnswerKind, Question

LONGEST_QUESTION = 200
FITTING: Mapping[str, AnswerKind] = {
    "score_1_10": AnswerKind.SCALE_1_10,
    "score_1_5": AnswerKind.SCALE_1_5,
    "percent": AnswerKind.FREQUENCY,
    "hours_per_week": AnswerKind.NUMBER_HOURS,
    "traffic_light": AnswerKind.TRAFFIC_LIGHT,
}
"""How a question must be answered for an indicator that is measured so; no other gives it an outcome."""


class QuestionOverlaps(DeskError):
    """Another question asks for the same indicator in one of the months: two series would become one."""

    code = "question-overlaps"


class AnswerMisfit(DeskError):
    """The answers would not be of the indicator's measure, so the series would break."""

    code = "answer-misfit"


def worded(question: Question, *, text_sv: str, text_en: str) -> Question:
    """Return *question* in other words, the same one when they are the same. What it measures can't be changed."""
    if (question.text_sv, question.text_en) == (text_sv, text_en):
        return question
    return replace(question, text_sv=text_sv, text_en=text_en, version=question.version + 1)


def retired(question: Question) -> Question:
    """Return *question* as one that is asked no more; retiring again changes nothing."""
    return question if question.is_retired else replace(question, is_retired=True, version=question.version + 1)


def check_new(new: Question, others: Iterable[Question], *, unit: str | None) -> None:
    """Do nothing when *new* can be asked beside *others*; *unit* is what its indicator is measured in, if it has one.

    Raises:
        AnswerMisfit: its answers don't come to the indicator's measure.
        QuestionOverlaps: another one asks for the same indicator in one of its months.
    """
    if unit is not None and FITTING.get(unit) is not new.answer:
        raise AnswerMisfit(indicator=new.indicator)
    for each in others:
        is_same = new.indicator is not None and each.indicator == new.indicator and not each.is_retired
        if is_same and each.months & new.months:
            raise QuestionOverlaps(question=each.code)


def next_code(codes: Iterable[str]) -> str:
    """Return the code of the question after all *codes*, which are F1, F2 and so on."""
    return f"F{max((int(code[1:]) for code in codes if code[1:].isdigit()), default=0) + 1}"
