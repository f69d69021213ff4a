"""What a closed wave tells of the indicators."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from domain.survey_results import AskedIn, Closed, outcomes_of
from domain.surveys import AnswerKind

AT = datetime(2022, 3, 29, 14, tzinfo=UTC)


def asked(question: str, indicator: str | None) -> AskedIn:
    return AskedIn(
        month="2022-03",
        question=question,
        indicator=indicator,
        text_sv="?",
        text_en="?",
        answer=AnswerKind.SCALE_1_10,
    )


def closed(question: str, *, answered: int, value: int | None) -> Closed:
    values = {"all": None if value is None else Decimal(value)}
    return Closed(question=question, values=values, answers=(), words=(), asked=9, answered=answered)


@pytest.mark.parametrize(("first", "second", "counts"), [(5, 6, 2), (6, 5, 1), (6, 6, 1)])
def test_of_two_questions_for_one_indicator_the_one_that_most_have_answered_counts(
    first: int, second: int, counts: int
) -> None:
    kept = [closed("F2", answered=second, value=2), closed("F1", answered=first, value=1)]

    (found,) = outcomes_of([asked("F2", "K3"), asked("F1", "K3")], kept, at=AT)

    assert (found.indicator, found.month, found.scope, found.value) == ("K3", date(2022, 3, 1), "all", Decimal(counts))


def test_a_question_without_an_indicator_tells_of_none_and_one_not_shown_has_no_value() -> None:
    kept = [closed("F1", answered=9, value=1), closed("F2", answered=3, value=None)]

    found = outcomes_of([asked("F1", None), asked("F2", "K4")], kept, at=AT)

    assert [(each.indicator, each.value) for each in found] == [("K4", None)]
