"""When a competence warns, what is lost when it runs out, and what a training plan holds."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.people import Holding
from domain.training import Standing, standing_of, training_plan, warning_of, work_lost
from tests.factories import the_person

END = date(2023, 1, 31)
BEFORE = END - timedelta(days=1)


@pytest.mark.parametrize(
    ("on", "days"),
    [
        (date(2022, 12, 1), None),
        (date(2022, 12, 2), 60),
        (date(2022, 12, 29), 60),
        # 30 days before is New Year's Day, a Sunday, and Friday the 30th the working day before it.
        (date(2022, 12, 30), 30),
        (date(2023, 1, 23), 30),
        (date(2023, 1, 24), 7),
        (END, 7),
        (END + timedelta(days=1), None),
    ],
)
def test_a_warning_is_due_from_its_day_until_the_next(on: date, days: int | None) -> None:
    assert warning_of(END, on) == days


@pytest.mark.parametrize(
    ("valid_to", "standing"),
    [
        (None, Standing.VALID),
        (END + timedelta(days=61), Standing.VALID),
        (END + timedelta(days=60), Standing.SOON),
        (END, Standing.SOON),
        (BEFORE, Standing.EXPIRED),
    ],
)
def test_a_competence_stands_as_its_last_day_says(valid_to: date | None, standing: Standing) -> None:
    assert standing_of(Holding(competence="HYG", valid_to=valid_to), END) is standing


def test_only_what_nobody_else_can_do_is_lost() -> None:
    ends, goes_on = the_person("SER6"), the_person("SER12")
    goes_on = replace(goes_on, holdings=(Holding(competence="HYG"),))
    demands = {("PV5", "TVA-TEX"): ["HYG"], ("PV5", "BAD-SER"): ["HYG", "VARD"], ("PV5", "SAN-KLO"): ["KEMI"]}

    assert work_lost(demands, [ends, goes_on], after=END) == [("PV5", "BAD-SER")]
    assert work_lost(demands, [ends, goes_on], after=BEFORE) == []


def test_a_plan_tells_what_is_missing_where_and_what_would_open_most() -> None:
    person = replace(
        the_person("SER6"),
        holdings=(Holding(competence="BEMOT"), Holding(competence="HYG", valid_to=BEFORE), Holding(competence="VARD")),
    )
    required = {"PV5": ["BEMOT", "HYG"], "PV6": ["BEMOT", "HYG", "VARD"]}
    services = {"TVA-TEX": ["HYG"], "AVT-NAR": ["AV"], "VAK-LAM": ["VAKT"], "NYC-KOR": ["VAKT"], "POST-IN": []}

    plan = training_plan(person, required=required, services=services, on=END)

    assert plan.missing == {"HYG": ["PV5", "PV6"]}
    assert list(plan.widening.items()) == [("VAKT", ["VAK-LAM", "NYC-KOR"]), ("AV", ["AVT-NAR"])]
    assert [(each.competence, standing) for each, standing in plan.held] == [
        ("HYG", Standing.EXPIRED),
        ("BEMOT", Standing.VALID),
        ("VARD", Standing.VALID),
    ]
