"""When somebody was asked last, and when they are asked next."""

from datetime import date, datetime, timedelta

from actions.ports import Work
from actions.surveys import ALL_PAUSED, paused_until
from domain.months import month_after, month_before, month_of
from domain.people import Person
from domain.surveys import Question, Wave, question_for, wave_plan
from domain.worktime import CALENDAR, local_date

MONTHS_AHEAD, MONTHS_BACK = 12, 3
REMEMBERED = timedelta(days=31)
"""How long after its closing a question can still be what somebody speaks of."""


async def next_question_on(person: Person, *, work: Work, at: datetime) -> date | None:
    """Return the day on which *person* is asked next, as the rota stands; None where nothing is to come.

    While all questions are paused, nobody knows when they go on.
    """
    if await work.settings.find(ALL_PAUSED):
        return None
    rests = await paused_until(person.code, work=work, at=at) or date.min
    questions = await work.surveys.questions()
    month = month_of(local_date(at))
    for _ in range(MONTHS_AHEAD):
        name = f"{month:%Y-%m}"
        opens_on = wave_plan(name, CALENDAR).opens_on
        is_asked = opens_on >= rests and question_for(person, name, questions) is not None
        if is_asked and await _is_ahead(name, opens_on, work=work, at=at):
            return opens_on
        month = month_after(month)
    return None


async def _is_ahead(month: str, opens_on: date, *, work: Work, at: datetime) -> bool:
    today = local_date(at)
    return opens_on > today or (opens_on == today and await work.surveys.find_wave(month) is None)


async def find_closed_question(person: Person, *, work: Work, at: datetime) -> tuple[Wave, Question] | None:
    """Return the newest wave in which *person* was asked, with their question, if it was closed not long ago."""
    month = month_of(local_date(at))
    for _ in range(MONTHS_BACK):
        name = f"{month:%Y-%m}"
        wave, asked = await work.surveys.find_wave(name), await work.surveys.find_asked(name, person.code)
        if wave is not None and asked is not None:
            is_over = wave.secret is None and local_date(at) - wave.closes_on <= REMEMBERED
            return (wave, asked[0]) if is_over else None
        month = month_before(month)
    return None
