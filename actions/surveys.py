"""The monthly micro-survey: asked, reminded, answered without anybody knowing who said what, and closed."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from actions.ports import Begin, Work
from actions.wave_closing import answers_for, close_wave
from catalog.models import Catalogue
from domain.errors import BadInput, DeskError
from domain.notices import AfterLost, Event, Message, Owed, Progress
from domain.people import Person
from domain.surveys import (
    ASKED_AS,
    Question,
    Wave,
    answer_key,
    month_of,
    parse_answer,
    question_for,
    subject_of,
    wave_plan,
)
from domain.worktime import CALENDAR, local_date

SECRET_BYTES = 32
LEFT_IN_PEACE = timedelta(days=91)
"""How long somebody is not asked who does not say how long."""
ALL_PAUSED = "surveys-paused"
PERSON_PAUSED = "survey-paused:"


class SurveyClosed(DeskError):
    """The month's survey is over, or has never been opened; nothing was kept."""

    code = "survey-closed"


class NotAsked(DeskError):
    """The person was not asked anything in that month."""

    code = "survey-not-asked"


async def run_surveys(day: date, *, begin: Begin, at: datetime) -> None:
    """Do what the plan of the month says for *day*: close, remind, open. Safe to run again."""
    await close_waves(day, begin=begin, at=at)
    await remind_waves(day, begin=begin, at=at)
    await open_wave(day, begin=begin, at=at)


async def open_wave(day: date, *, begin: Begin, at: datetime) -> Wave | None:
    """Open the wave of the month if *day* is its day, and owe each participant their one question.

    None when it is another day, surveys are paused, or the wave was opened before. Outside working time the questions
    wait for the next morning, and the wave counts from there. A wave with nobody to ask is fine.
    """
    month = month_of(day)
    if day != wave_plan(month, CALENDAR).opens_on:
        return None
    asked_at = CALENDAR.next_opening(at)
    closes_on = wave_plan(month, CALENDAR, opened_on=local_date(asked_at)).closes_on
    wave = Wave(month=month, opened_at=asked_at, closes_on=closes_on, secret=secrets.token_bytes(SECRET_BYTES))
    async with begin() as work:
        if await work.settings.find(ALL_PAUSED) or not await work.surveys.claim_wave(wave):
            return None
        await work.events.put(Event(subject=subject_of(month), what="survey.opened", person=None, at=at))
        asked = await _participants(work, month, local_date(asked_at))
        await work.surveys.ask(month, {person.code: question for person, question in asked})
        await work.outbox.put_all([_asking(month, person.code, due=asked_at) for person, _ in asked])
        return wave


async def _participants(work: Work, month: str, day: date) -> Sequence[tuple[Person, Question]]:
    questions = await work.surveys.questions()
    asked = [(person, question_for(person, month, questions)) for person in await work.people.active()]
    resting = await _left_in_peace(work, day)
    return [(person, question) for person, question in asked if question is not None and person.code not in resting]


def _asking(month: str, person: str, *, due: datetime) -> Owed:
    return Owed(
        kind=ASKED_AS,
        dedup=f"survey:{month}:{person}",
        due=due,
        message=Message(view="survey", subject=subject_of(month)),
        recipient=person,
    )


async def progress_of_waves(work: Work, *, at: datetime) -> Mapping[str, Progress]:
    """Return how far the questions of each open wave have come, by month: counts of messages, nothing of answers."""
    return {wave.month: await work.surveys.progress(wave.month, at=at) for wave in await work.surveys.open_waves()}


async def remind_waves(day: date, *, begin: Begin, at: datetime) -> int:
    """Owe a reminder to everybody who has not answered, for each open wave that reminds on *day*; return how many.

    Caught up late, only the latest reminder goes out, and none when the wave is to be closed by now.
    """
    owed = 0
    async with begin() as work:
        for wave in await work.surveys.open_waves():
            number = _reminder_on(wave, day, today=local_date(at))
            if number is not None and not wave.is_paused and not await work.settings.find(ALL_PAUSED):
                owed += await _remind(work, wave.month, number, at=at)
    return owed


def _reminder_on(wave: Wave, day: date, *, today: date) -> int | None:
    """Return how many days after opening the reminder of *day* was planned; None when none is to go out."""
    opened_on = local_date(wave.opened_at)
    reminds_on = wave_plan(wave.month, CALENDAR, opened_on=opened_on).reminds_on
    if day not in reminds_on or today >= wave.closes_on:
        return None
    is_overtaken = any(day < later <= today for later in reminds_on)
    return None if is_overtaken else reminds_on.index(day) + 1


async def _remind(work: Work, month: str, number: int, *, at: datetime) -> int:
    awake = {person.code for person in await work.people.active()} - await _left_in_peace(work, local_date(at))
    owed = 0
    for person in await work.surveys.unanswered(month):
        if person in awake:
            row = await work.outbox.put(_reminding(month, person, number, due=CALENDAR.next_opening(at)))
            owed += row is not None
    return owed


def _reminding(month: str, person: str, number: int, *, due: datetime) -> Owed:
    return Owed(
        kind="survey.reminder",
        dedup=f"survey:{month}:{person}:reminder:{number}",
        due=due,
        message=Message(view="survey", subject=subject_of(month), values={"reminder": number}),
        recipient=person,
        # Being reminded twice is worse than being reminded once too little.
        after_lost=AfterLost.SKIP,
    )


async def close_waves(day: date, *, begin: Begin, at: datetime) -> Sequence[str]:
    """Close every wave whose two weeks are over on *day*; return their months. Its secret is gone after that."""
    async with begin() as work:
        over = [wave.month for wave in await work.surveys.open_waves() if wave.closes_on <= day]
        for month in over:
            await close_wave(month, work=work, at=at)
    return over


async def answer_question(
    month: str, text: str, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> Question:
    """Keep what *by* answers to their question of *month*, in place of an earlier answer; return the question.

    Nothing of the answer is in what this returns, in an event, or in a message.

    Raises:
        NotAllowed: the person may not answer surveys.
        SurveyClosed: the wave is closed, or was never opened.
        NotAsked: the person was not asked.
        BadInput: *text* is no answer to the question.
    """
    catalogue.permissions.demand(by, "survey.answer", is_own=True)
    async with begin() as work:
        key, question = await held_question(work, month, by)
        answer = parse_answer(question.answer, text)
        if answer is None:
            raise BadInput(field="answer", lowest="", highest="")
        unit = answers_for(by)
        await work.surveys.put_answer(month, question.code, key=key, unit=unit, answer=answer)
        await work.surveys.mark_answered(month, by.code)
        # All others' cards show what they did before.
        await work.outbox.refresh(subject_of(month), at=at, reader=by.code)
        return question


async def held_question(work: Work, month: str, by: Person) -> tuple[str, Question]:
    """Return the key of *by*'s answer and their question of *month*, the wave held open while it is answered.

    Raises:
        SurveyClosed: the wave is closed, or was never opened.
        NotAsked: the person was not asked.
    """
    wave = await work.surveys.find_wave_held(month)
    if wave is None or wave.secret is None:
        raise SurveyClosed(month=month)
    question = await find_question(work, month, by.code)
    if question is None:
        raise NotAsked(month=month)
    return answer_key(wave.secret, by.code), question


async def find_question(work: Work, month: str, person: str) -> Question | None:
    """Return what the person was asked in *month*, as it was asked, or None."""
    found = await work.surveys.find_asked(month, person)
    return None if found is None else found[0]


async def find_open_question(person: str, *, begin: Begin) -> tuple[str, Question] | None:
    """Return the month and question of the newest open wave in which *person* was asked, or None."""
    async with begin() as work:
        for wave in sorted(await work.surveys.open_waves(), key=lambda each: each.month, reverse=True):
            question = await find_question(work, wave.month, person)
            if question is not None:
                return wave.month, question
    return None


async def pause_survey(
    *, by: Person, until: date | None = None, catalogue: Catalogue, begin: Begin, at: datetime
) -> date:
    """Leave *by* in peace until the day *until*, or about three months; return the day. What was answered stays.

    Raises:
        NotAllowed: the person is not asked anything in the first place.
        BadInput: *until* is not later than today.
    """
    catalogue.permissions.demand(by, "survey.answer", is_own=True)
    today = local_date(at)
    chosen = until or today + LEFT_IN_PEACE
    if chosen <= today:
        raise BadInput(field="date", lowest=(today + timedelta(days=1)).isoformat(), highest="")
    async with begin() as work:
        await work.settings.put(f"{PERSON_PAUSED}{by.code}", chosen.isoformat())
        await _refresh_own(work, by, at=at)
    return chosen


async def resume_survey(*, by: Person, begin: Begin, at: datetime) -> None:
    """Ask *by* again from the next wave on."""
    async with begin() as work:
        if await work.settings.find(f"{PERSON_PAUSED}{by.code}"):
            await work.settings.put(f"{PERSON_PAUSED}{by.code}", "")
            await _refresh_own(work, by, at=at)


async def _refresh_own(work: Work, by: Person, *, at: datetime) -> None:
    """Let the cards of the questions that *by* can answer say whether the questions are paused for them."""
    for wave in await work.surveys.open_waves():
        await work.outbox.refresh(subject_of(wave.month), at=at, reader=by.code)


async def paused_until(person: str, *, work: Work, at: datetime) -> date | None:
    """Return until when *person* is left in peace, `date.max` for good; None where they are asked as usual."""
    until = await work.settings.find(f"{PERSON_PAUSED}{person}")
    chosen = date.fromisoformat(until) if until else None
    return chosen if chosen is not None and chosen > local_date(at) else None


async def pause_all_surveys(*, is_paused: bool, by: Person, catalogue: Catalogue, begin: Begin, at: datetime) -> None:
    """Open no wave and send no reminder until they are resumed. Waves that are open can be answered, and close.

    Raises:
        NotAllowed: the person may not manage surveys.
    """
    catalogue.permissions.demand(by, "survey.manage")
    async with begin() as work:
        await work.settings.put(ALL_PAUSED, "yes" if is_paused else "")
        what = "survey.paused" if is_paused else "survey.resumed"
        await work.events.put(Event(subject="survey:all", what=what, person=by.code, at=at))


async def _left_in_peace(work: Work, day: date) -> set[str]:
    """Return the codes of those who are not to be asked on *day*."""
    pauses = await work.settings.starting(PERSON_PAUSED)
    return {person for person, until in pauses.items() if until and day < date.fromisoformat(until)}
