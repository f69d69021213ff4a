"""The rota is changed without breaking a series."""

from dataclasses import replace

import pytest

from domain.questions import AnswerMisfit, QuestionOverlaps, check_new, next_code, retired, worded
from domain.surveys import AnswerKind
from tests.factories import example_pilot

ROTA = example_pilot().questions
F2 = next(each for each in ROTA if each.code == "F2")


def test_other_words_leave_what_is_measured_and_the_same_ones_leave_all() -> None:
    changed = worded(F2, text_sv="Nöjd?", text_en="Happy?")

    assert (changed.text_sv, changed.version, changed.answer, changed.indicator) == ("Nöjd?", 2, F2.answer, "K2")
    assert worded(F2, text_sv=F2.text_sv, text_en=F2.text_en) is F2
    assert retired(retired(F2)).version == 2


def test_two_questions_of_one_indicator_share_no_month() -> None:
    new = replace(F2, code="F8", months=frozenset({1, 11}))

    with pytest.raises(QuestionOverlaps):
        check_new(new, ROTA, unit="score_1_5")
    check_new(replace(new, months=frozenset({1})), ROTA, unit="score_1_5")
    check_new(new, [retired(each) if each is F2 else each for each in ROTA], unit="score_1_5")
    check_new(replace(new, indicator=None, answer=AnswerKind.TEXT), ROTA, unit=None)


@pytest.mark.parametrize("unit", ["score_1_10", "percent", "sek"])
def test_answers_that_do_not_come_to_the_measure_are_no_answers_for_it(unit: str) -> None:
    with pytest.raises(AnswerMisfit):
        check_new(replace(F2, months=frozenset({1})), ROTA, unit=unit)


def test_a_new_code_follows_the_highest() -> None:
    assert (next_code(["F2", "F11", "X"]), next_code([])) == ("F12", "F1")
