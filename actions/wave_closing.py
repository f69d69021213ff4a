"""Closing a wave: what can be shown of it is decided once, kept, and told to those who were asked."""

from collections.abc import Sequence
from datetime import date, datetime

from actions.ports import Work
from domain.indicators import Observation
from domain.notices import AfterLost, Event, Message, Owed
from domain.people import Person
from domain.survey_results import Closed, close_question
from domain.surveys import subject_of
from domain.worktime import WorkCalendar, local_date

CALENDAR = WorkCalendar()


async def close_wave(month: str, *, work: Work, at: datetime) -> None:
    """Close the wave of *month*: no answer can be changed any more, or be traced to who gave it.

    Safe to run again: a closed wave stays as it is.
    """
    given = await work.surveys.closing(month)
    if given is None:
        return
    participants = await work.surveys.participants(month)
    people = await work.people.get_many(list(participants))
    units = (await work.catalogues.read(day=local_date(at))).units
    administrations = {code: unit.administration.sv for code, unit in units.items()}
    closed = [
        close_question(
            question,
            [each for each in given if each.question == question.question],
            [answers_for(people.get(code)) for code, asked in participants.items() if asked == question.question],
            administrations,
        )
        for question in await work.surveys.asked_in(month)
    ]
    await work.surveys.close_wave(month, closed)
    await work.surveys.show_waiting_words()
    await _keep_outcomes(work, month, closed, at=at)
    await work.events.put(Event(subject=subject_of(month), what="survey.closed", person=None, at=at))
    await work.outbox.refresh(subject_of(month), at=at)
    await work.outbox.put_all([_telling(month, code, at=at) for code in participants if _is_here(people.get(code))])


def answers_for(person: Person | None) -> str | None:
    """Return the unit that the person's answer counts for: None for people of several, whose it would stand alone."""
    return person.units[0] if person is not None and len(person.units) == 1 else None


def _is_here(person: Person | None) -> bool:
    return person is not None and person.is_active


def _telling(month: str, person: str, *, at: datetime) -> Owed:
    return Owed(
        kind="survey.result",
        dedup=f"survey:{month}:{person}:result",
        due=CALENDAR.next_opening(at),
        message=Message(view="result", subject=subject_of(month)),
        recipient=person,
        after_lost=AfterLost.SKIP,
    )


async def _keep_outcomes(work: Work, month: str, closed: Sequence[Closed], *, at: datetime) -> None:
    """Keep what the wave says of each indicator: of two questions for one, what most have answered."""
    best: dict[str, Closed] = {}
    asked = {each.question: each.indicator for each in await work.surveys.asked_in(month)}
    for each in sorted(closed, key=lambda one: (-one.answered, one.question)):
        indicator = asked[each.question]
        if indicator is not None:
            best.setdefault(indicator, each)
    first = date.fromisoformat(f"{month}-01")
    for indicator, each in sorted(best.items()):
        kept = [
            Observation(indicator=indicator, month=first, scope=scope, value=value, at=at)
            for scope, value in sorted(each.values.items())
        ]
        await work.indicators.settle(kept)
