"""Closing a wave: what can be shown of it is decided once, kept, and told to those who were asked."""

from datetime import datetime

from actions.ports import Work
from domain.notices import AfterLost, Event, Message, Owed
from domain.people import Person
from domain.survey_results import close_question, outcomes_of
from domain.surveys import subject_of
from domain.worktime import CALENDAR, local_date


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
    asked = await work.surveys.asked_in(month)
    closed = [
        close_question(
            question,
            [each for each in given if each.question == question.question],
            [answers_for(people.get(code)) for code, theirs in participants.items() if theirs == question.question],
            administrations,
        )
        for question in asked
    ]
    await work.surveys.close_wave(month, closed)
    await work.surveys.show_waiting_words()
    await work.indicators.settle(outcomes_of(asked, closed, at=at))
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
