"""Sentences of all kinds, in both languages.

`examples` and `moments` were written before the grammar was tuned, `more_examples` while it was.
"""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from tests.dialogs.understanding.test_utterances import fits, heard, when_cell

FOLDER = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows("examples") + rows("more_examples"), ids=lambda row: row["text"])
def test_a_sentence_is_understood(row: dict[str, str]) -> None:
    understood = heard(row["text"])

    assert understood.intent == row["intent"]
    if row["code"]:
        assert (understood.service or understood.object) in row["code"].split("|")
    if row["when"]:
        assert fits(row["when"], when_cell(understood))
    if row["place"]:
        assert understood.place is not None
        assert row["place"].casefold() in understood.place.text.casefold()
    if row["count"] or row["hours"]:
        assert (understood.count, understood.hours) == (
            int(row["count"]) if row["count"] else None,
            Decimal(row["hours"]) if row["hours"] else None,
        )


@pytest.mark.parametrize("row", rows("moments"), ids=lambda row: row["text"])
def test_a_time_is_understood(row: dict[str, str]) -> None:
    understood = heard(f"städning {row['text']}")

    said = when_cell(understood)
    assert fits(row["when"], said) if row["when"] else said == ""
