"""The month's question of each kind, before and after it is answered."""

from dataclasses import replace
from datetime import date

from domain.notices import Progress
from domain.survey_results import AskedIn, Words
from domain.surveys import Wave
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.shelf import Shelf
from tests.factories import NOW, example_pilot

WAVE = Wave(month="2022-03", opened_at=NOW, closes_on=date(2022, 3, 29), secret=b"made up")


def survey(reader: str, question: str, **but: object) -> Sample:
    """Return the month's question to *reader*."""
    shelf = Shelf(wave=WAVE, asked={reader: question})
    return Sample(view="survey", reader=reader, subject="survey:2022-03", shelf=replace(shelf, **but))  # type: ignore[arg-type]


def asked(question: str, count: int, answered: int) -> AskedIn:
    """Return a question of the pilot as it was asked of *count* people in March."""
    it = next(each for each in example_pilot().questions if each.code == question)
    return AskedIn(
        month="2022-03",
        question=question,
        indicator=it.indicator,
        text_sv=it.text_sv,
        text_en=it.text_en,
        answer=it.answer,
        asked=count,
        answered=answered,
    )


def result(reader: str, *, is_open: bool = False, own: str = "F3", sent: int = 0) -> Sample:
    """Return what became of March: F3 with enough answers, F5 with too few, F7 in words, F4 in hours."""
    words = [Words(question="F3", words="Snabbt och vänligt", month="2022-03", unit="PV1", is_shown=True)]
    words.append(Words(question="F7", words="Fler städtimmar", is_shown=True))
    shelf = Shelf(
        wave=WAVE if is_open else replace(WAVE, secret=None),
        asked={"REK1": own},
        asked_in=(asked("F3", 20, 12), asked("F4", 7, 6), asked("F5", 9, 3), asked("F7", 4, 2), asked("F1", 20, 9)),
        answers={
            "F3": ["always"] * 4 + ["often"] * 5 + ["sometimes"] * 2 + ["seldom"],
            "F4": ["2.5", "3", "0", "4", "1.5", "8"],
            "F1": ["8"] * 5 + ["9"] * 3 + ["10"],
        },
        survey_words=tuple(words),
        progress=Progress(sent=sent, of=500 if sent else 0, is_going=0 < sent < 500),
    )
    return Sample(view="result", reader=reader, subject="survey:2022-03", shelf=shelf)


SURVEYS = {
    "result": result("REK1"),
    "result-few": result("REK1", own="F5"),
    "result-leader": result("PL1"),
    "result-open": result("PL1", is_open=True),
    "result-going": result("PL1", is_open=True, sent=340),
    "result-gone": result("PL1", is_open=True, sent=500),
    "result-none": Sample(view="result", reader="PL1", subject="survey:2022-02"),
    "questions": Sample(view="questions", reader="PL1"),
    "question": Sample(view="question", reader="PL1", subject="question:F3"),
    "question-none": Sample(view="question", reader="PL1", subject="question:F7"),
    "survey-red": survey("SER3", "F5", answered=frozenset({"SER3"}), answers={"F5": ["red"]}),
    "survey-frequency": survey("REK1", "F3"),
    "survey-scale-5": survey("REK1", "F2"),
    "survey-scale-10": survey("REK1", "F1"),
    "survey-hours": survey("REK1", "F4"),
    "survey-light": survey("SER3", "F5"),
    "survey-text": survey("REK1", "F7"),
    "survey-answered": survey("REK1", "F3", answered=frozenset({"REK1"})),
    "survey-paused": survey("REK1", "F3", settings={"survey-paused:REK1": "2022-06-13"}),
    "survey-left": survey(
        "REK1", "F3", answered=frozenset({"REK1"}), settings={"survey-paused:REK1": date.max.isoformat()}
    ),
    "survey-closed": survey("REK1", "F3", wave=replace(WAVE, secret=None)),
}
