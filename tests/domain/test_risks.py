"""What a likelihood and a consequence come to."""

import pytest

from domain.risks import Risk, matrix, read_risk
from tests.factories import example_pilot


@pytest.mark.parametrize(
    ("written", "value", "level"),
    [("1x3", 3, "low"), ("2x2", 4, "medium"), ("2x4", 8, "medium"), ("3x3", 9, "high"), ("5x5", 25, "high")],
)
def test_a_risk_is_its_likelihood_times_its_consequence(written: str, value: int, level: str) -> None:
    risk = read_risk(written)

    assert risk is not None
    assert (risk.value, risk.level) == (value, level)


@pytest.mark.parametrize("written", ["0x3", "6x1", "3", "axb"])
def test_what_is_no_risk_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=written):
        read_risk(written)


def test_the_matrix_holds_the_controls_the_highest_first() -> None:
    found = matrix(example_pilot().commitments)

    assert list(found.items()) == [
        (Risk(likelihood=4, consequence=4), ("KM4",)),
        (Risk(likelihood=3, consequence=3), ("KM3",)),
        (Risk(likelihood=2, consequence=4), ("KM1", "KM2")),
    ]
