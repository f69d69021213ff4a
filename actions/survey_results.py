"""What became of the waves: how many answered, and once a wave is closed what can be shown of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from actions.ports import Work
from domain.survey_results import AskedIn, survey_value
from domain.surveys import AnswerKind
from domain.worktime import local_date

_FIRST_MONTH = "ticks-since"


async def list_survey_results(work: Work, *, at: datetime) -> Sequence[Mapping[str, str]]:
    """Return rows for the export `survey-results`: how many gave each answer, of closed waves only.

    A question with too few answers has no row: none of them is kept. A wave that is open has none: two exports would
    tell what was answered between them. Answers in words are no answers here, and hours come as their mean: a single
    one could be known.
    """
    since = await work.settings.find(_FIRST_MONTH)
    if since is None:
        return ()
    return [
        row
        for month in _months(local_date(datetime.fromisoformat(since)), local_date(at))
        if await is_closed(work, month)
        for question in await work.surveys.asked_in(month)
        for row in _counted(question, (await work.surveys.results(month)).get(question.question, ()))
    ]


async def is_closed(work: Work, month: str) -> bool:
    """Tell whether *month* has a wave that is over."""
    wave = await work.surveys.find_wave(month)
    return wave is not None and wave.secret is None


def _counted(question: AskedIn, answers: Sequence[str]) -> Sequence[Mapping[str, str]]:
    common = {"month": question.month, "question": question.question, "indicator": question.indicator or ""}
    common["answers"] = str(len(answers))
    if question.answer is AnswerKind.NUMBER_HOURS:
        mean = survey_value(question.answer, answers)
        return [] if mean is None else [{**common, "answer": f"{mean:f}", "count": common["answers"]}]
    return [{**common, "answer": answer, "count": str(count)} for answer, count in sorted(Counter(answers).items())]


def _months(first: date, last: date) -> Sequence[str]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    start = first.year * 12 + first.month - 1
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, start + count)]
