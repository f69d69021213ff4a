from datetime import date

import pytest

from dialogs.inputs import read_day
from domain.errors import BadInput


def test_a_day_is_read_as_a_calendar_writes_it() -> None:
    assert read_day("2022-03-15") == date(2022, 3, 15)


@pytest.mark.parametrize("written", ["", "15/3", "2022-02-30", "0001-01-01", "9999-12-31"])
def test_what_is_no_day_that_anybody_means_is_refused(written: str) -> None:
    with pytest.raises(BadInput):
        read_day(written)
