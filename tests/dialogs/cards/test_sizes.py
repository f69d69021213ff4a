"""Cards whose lists nobody has limited: they stay small, and say how much they leave out."""

import json
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.cards.absence import AbsenceFacts, absence_card
from dialogs.cards.elements import LARGEST_BYTES, Frame
from dialogs.cards.hours import HoursLine, WeekOfHours, hours_card
from dialogs.cards.plain import weight
from domain.absence import Absence
from tests.dialogs.cards.sample import sign
from tests.factories import NOW, TODAY

FRAME = Frame(language="sv", today=TODAY, sign=sign, subject="hours:SER1")
LONG = ["å" * 500, "\U0001f600" * 500, '"\\"' * 160]


@given(st.text(min_size=1))
def test_nobody_writes_a_card_heavier_than_it_is_weighed(words: str) -> None:
    card = {"body": [{"type": "TextBlock", "text": words}], "version": "1.5"}

    assert weight(card) >= len(json.dumps(card, separators=(",", ":")))


@pytest.mark.parametrize("reason", LONG)
@pytest.mark.parametrize("count", [30, 90])
def test_a_week_of_many_short_jobs_with_long_reasons_stays_small_and_sums_up_all(reason: str, count: int) -> None:
    lines = [
        HoursLine(
            entry=number,
            on=TODAY + timedelta(days=number * 5 // count),
            what=f"Byte av ljuskälla · sal B214 · B-2022-{number:04}",
            hours=Decimal("0.5"),
            reason=reason,
        )
        for number in range(count)
    ]

    shown = hours_card(WeekOfHours(monday=TODAY, lines=lines), FRAME)

    assert weight(shown.card) < LARGEST_BYTES
    assert f"{count // 2} timmar" in shown.text
    assert ("60 till" in shown.text) is (count == 90)


def test_an_absence_that_frees_much_work_stays_small_and_says_how_much_it_leaves_out() -> None:
    absence = Absence(id="1", person="SER1", first=TODAY, last=TODAY, reported_by="SER1", reported_at=NOW)
    work = [f"Byte av ljuskälla · sal B214 · B-2022-{number:04}" for number in range(200)]

    shown = absence_card(
        AbsenceFacts(
            absence=absence,
            name="Leo Sälg",
            is_own=False,
            may_end=True,
            offered=[(each, "Ali Bok") for each in work],
            uncovered=work,
        ),
        FRAME,
    )

    assert weight(shown.card) < LARGEST_BYTES
    assert "188 till" in shown.text
