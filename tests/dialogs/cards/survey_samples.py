"""The month's question of each kind, before and after it is answered."""

from dataclasses import replace
from datetime import date

from domain.surveys import Wave
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.shelf import Shelf
from tests.factories import NOW

WAVE = Wave(month="2022-03", opened_at=NOW, closes_on=date(2022, 3, 29), secret=b"made up")


def survey(reader: str, question: str, **but: object) -> Sample:
    """Return the month's question to *reader*."""
    shelf = Shelf(wave=WAVE, asked={reader: question})
    return Sample(view="survey", reader=reader, subject="survey:2022-03", shelf=replace(shelf, **but))  # type: ignore[arg-type]


SURVEYS = {
    "survey-frequency": survey("REK1", "F3"),
    "survey-scale-5": survey("REK1", "F2"),
    "survey-scale-10": survey("REK1", "F1"),
    "survey-hours": survey("REK1", "F4"),
    "survey-light": survey("SER3", "F5"),
    "survey-text": survey("REK1", "F7"),
    "survey-answered": survey("REK1", "F3", answered=frozenset({"REK1"})),
    "survey-closed": survey("REK1", "F3", wave=replace(WAVE, secret=None)),
}
