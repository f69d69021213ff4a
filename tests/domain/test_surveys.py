"""One question a person and month, sent and reminded on working days, answered in words or digits, kept apart."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.people import Person, Role
from domain.surveys import (
    LONGEST_ANSWER,
    AnswerKind,
    Question,
    answer_key,
    month_of,
    options,
    parse_answer,
    question_for,
    wave_plan,
)
from domain.worktime import CALENDAR

MONTHS = st.dates(date(2020, 1, 1), date(2040, 12, 31)).map(month_of)


def a_person(*roles: Role, is_active: bool = True) -> Person:
    return Person(
        code="REK1", name="A", email="a@b.example", aad_object_id="x", roles=frozenset(roles), is_active=is_active
    )


def a_question(code: str, *, audience: Role, months: set[int], priority: int = 1) -> Question:
    return Question(
        code=code,
        indicator=None,
        audience=audience,
        months=frozenset(months),
        priority=priority,
        text_sv="?",
        text_en="?",
        answer=AnswerKind.TEXT,
    )


ROTA = (
    a_question("F1", audience=Role.REQUESTER, months={1, 4, 7, 10}),
    a_question("F3", audience=Role.REQUESTER, months={3, 9}),
    a_question("F4", audience=Role.PRINCIPAL, months={3, 6, 9, 12}, priority=2),
    a_question("F7", audience=Role.REQUESTER, months={6, 12}),
    a_question("F8", audience=Role.REQUESTER, months={6, 12}),
)


@pytest.mark.parametrize(
    ("roles", "month", "code"),
    [
        ((Role.PRINCIPAL, Role.REQUESTER), "2022-03", "F4"),
        ((Role.REQUESTER,), "2022-03", "F3"),
        ((Role.PRINCIPAL, Role.REQUESTER), "2022-04", "F1"),
        ((Role.PRINCIPAL,), "2022-04", None),
        ((Role.REQUESTER,), "2022-06", "F7"),
        ((Role.COORDINATOR,), "2022-03", None),
    ],
)
def test_a_person_gets_the_question_of_highest_priority(roles: tuple[Role, ...], month: str, code: str | None) -> None:
    found = question_for(a_person(*roles), month, reversed(ROTA))

    assert (found.code if found else None) == code


def test_what_is_retired_is_asked_no_more() -> None:
    rota = [replace(each, is_retired=each.code == "F4") for each in ROTA]

    found = question_for(a_person(Role.PRINCIPAL, Role.REQUESTER), "2022-03", rota)

    assert found is not None
    assert found.code == "F3"


def test_somebody_who_has_left_is_asked_nothing() -> None:
    assert question_for(a_person(Role.REQUESTER, is_active=False), "2022-03", ROTA) is None


@pytest.mark.parametrize(
    ("month", "opens", "reminds", "closes"),
    [
        ("2022-03", "2022-03-15", ["2022-03-18", "2022-03-21"], "2022-03-29"),  # day 5 is a Sunday
        ("2022-04", "2022-04-19", ["2022-04-22", "2022-04-25"], "2022-05-03"),  # the 15th is Good Friday
        ("2022-05", "2022-05-16", ["2022-05-19", "2022-05-23"], "2022-05-30"),  # the 15th is a Sunday; day 5 a Saturday
        ("2022-06", "2022-06-15", ["2022-06-20", "2022-06-21"], "2022-06-29"),  # day 3 and 5 both move to the Monday
        ("2022-12", "2022-12-15", ["2022-12-19", "2022-12-20"], "2022-12-29"),  # day 3 is a Sunday
        ("2024-02", "2024-02-15", ["2024-02-19", "2024-02-20"], "2024-02-29"),  # it closes on the leap day
        ("2023-12", "2023-12-15", ["2023-12-18", "2023-12-20"], "2023-12-29"),  # between Christmas and New Year
        ("2022-10", "2022-10-17", ["2022-10-20", "2022-10-24"], "2022-10-31"),  # over the end of summer time
    ],
)
def test_a_wave_goes_by_working_days(month: str, opens: str, reminds: list[str], closes: str) -> None:
    plan = wave_plan(month, CALENDAR)

    assert (str(plan.opens_on), [str(day) for day in plan.reminds_on], str(plan.closes_on)) == (opens, reminds, closes)


def test_a_wave_that_opened_late_is_counted_from_then() -> None:
    plan = wave_plan("2022-03", CALENDAR, opened_on=date(2022, 3, 21))

    assert plan.reminds_on == (date(2022, 3, 24), date(2022, 3, 28))
    assert plan.closes_on == date(2022, 4, 4)


@settings(deadline=None)
@given(month=MONTHS)
def test_nobody_is_written_to_on_a_day_off_or_twice_a_day(month: str) -> None:
    plan = wave_plan(month, CALENDAR)

    days = [plan.opens_on, *plan.reminds_on]
    assert all(CALENDAR.is_working_day(day) for day in days)
    assert days == sorted(set(days))
    assert days[-1] < plan.closes_on == plan.opens_on + timedelta(days=14)


@pytest.mark.parametrize("month", ["2022", "2022-13", "mars"])
def test_what_is_no_month_has_no_wave(month: str) -> None:
    with pytest.raises(ValueError, match=r"month|isoformat"):
        wave_plan(month, CALENDAR)


def test_the_key_of_an_answer_is_the_same_while_the_secret_lives_and_tells_nothing() -> None:
    key = answer_key(b"secret", "REK1")

    assert key == answer_key(b"secret", "REK1")
    assert key != answer_key(b"other", "REK1")
    assert key != answer_key(b"secret", "REK2")
    assert "REK1" not in key
    with pytest.raises(ValueError, match="secret"):
        answer_key(b"", "REK1")


@pytest.mark.parametrize(
    ("kind", "text", "answer"),
    [
        (AnswerKind.SCALE_1_10, "8", "8"),
        (AnswerKind.SCALE_1_10, " Åtta. ", "8"),
        (AnswerKind.SCALE_1_10, "eight", "8"),
        (AnswerKind.SCALE_1_10, "8/10", "8"),
        (AnswerKind.SCALE_1_10, "8 av 10", "8"),
        (AnswerKind.SCALE_1_5, "8/10", None),
        (AnswerKind.SCALE_1_5, "4/10", None),
        (AnswerKind.SCALE_1_5, "5", "5"),
        (AnswerKind.SCALE_1_5, "6", None),
        (AnswerKind.SCALE_1_5, "0", None),
        (AnswerKind.SCALE_1_5, "4.5", None),
        (AnswerKind.SCALE_1_5, "\u0663", None),
        (AnswerKind.SCALE_1_5, "", None),
        (AnswerKind.FREQUENCY, "Alltid!", "always"),
        (AnswerKind.FREQUENCY, "often", "often"),
        (AnswerKind.FREQUENCY, "sällan", "seldom"),
        (AnswerKind.FREQUENCY, "kanske", None),
        (AnswerKind.TRAFFIC_LIGHT, "grön", "green"),
        (AnswerKind.TRAFFIC_LIGHT, "rött", "red"),
        (AnswerKind.TRAFFIC_LIGHT, "yellow", "yellow"),
        (AnswerKind.TRAFFIC_LIGHT, "blå", None),
        (AnswerKind.NUMBER_HOURS, "2,5 timmar", "2.5"),
        (AnswerKind.NUMBER_HOURS, "2.50", "2.5"),
        (AnswerKind.NUMBER_HOURS, "ungefär 3 h i veckan", "3"),
        (AnswerKind.NUMBER_HOURS, "två och en halv timme", "2.5"),
        (AnswerKind.NUMBER_HOURS, "en halv timme", "0.5"),
        (AnswerKind.NUMBER_HOURS, "half an hour", "0.5"),
        (AnswerKind.NUMBER_HOURS, "30 min", "0.5"),
        (AnswerKind.NUMBER_HOURS, "10", "10"),
        (AnswerKind.NUMBER_HOURS, "inga", "0"),
        (AnswerKind.NUMBER_HOURS, "0", "0"),
        (AnswerKind.NUMBER_HOURS, "169", None),
        (AnswerKind.NUMBER_HOURS, "-1", None),
        (AnswerKind.NUMBER_HOURS, "många", None),
        (AnswerKind.TEXT, "  Fler städtimmar. ", "Fler städtimmar."),
        (AnswerKind.TEXT, "   ", None),
        (AnswerKind.TEXT, "fråga 811228-9874", "fråga ••••••-••••"),
    ],
)
def test_an_answer_is_read_in_digits_or_words_of_either_language(
    kind: AnswerKind, text: str, answer: str | None
) -> None:
    assert parse_answer(kind, text) == answer


def test_an_answer_in_words_is_cut_where_it_gets_too_long() -> None:
    answer = parse_answer(AnswerKind.TEXT, "x" * 600)

    assert answer == "x" * LONGEST_ANSWER


@given(kind=st.sampled_from(AnswerKind), text=st.text())
def test_what_was_read_reads_the_same_again(kind: AnswerKind, text: str) -> None:
    answer = parse_answer(kind, text)

    assert answer is None or parse_answer(kind, answer.strip() or "-") in {answer, answer.strip(), "-"}


@pytest.mark.parametrize("kind", list(AnswerKind))
def test_what_is_offered_is_an_answer(kind: AnswerKind) -> None:
    assert [parse_answer(kind, each) for each in options(kind)] == list(options(kind))
