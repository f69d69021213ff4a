"""The year wheel's actions: who is reminded of what, what is missing, filled in, put off, finished."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from actions.indicator_entry import ENTER, enter_outcome
from actions.ports import Begin, Work
from actions.telling import clean
from catalog.models import Catalogue
from domain.commitments import (
    Audience,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    next_due,
    reminders_on,
    within_project,
)
from domain.errors import BadDay, BadInput
from domain.indicators import ALL
from domain.months import month_of
from domain.notices import AfterLost, Event, Message, Owed
from domain.people import Person, Role
from domain.privacy import mask_identity_numbers
from domain.worktime import CALENDAR, local_date

BETWEEN = "|"
SNOOZED_FOR = timedelta(days=7)
LONGEST_SNOOZE = timedelta(days=92)
LONGEST_NOTE = 2000
STATUS = "commitment.status"
FINISHED = "commitment.finished"
HANDED_OVER = "commitment.handed-over"
_CODE = re.compile(r"[A-Za-z]{1,3}[0-9]{1,3}")
REPORTS = frozenset({CommitmentKind.REPORT, CommitmentKind.EVALUATION, CommitmentKind.FINAL_REPORT})
BY_HAND = "manual"
"""The source of indicators that nothing computes: somebody enters their outcomes."""


def subject_of(code: str) -> str:
    """Return the subject of the cards and events of a commitment."""
    return f"commitment:{code}"


async def list_commitments(work: Work) -> Sequence[Commitment]:
    """Return the year wheel by due day, recurring commitments with the day on which they are due next.

    They come back until the project ends.
    """
    return sorted(within_project(await work.commitments.all()), key=lambda each: (each.due, each.code))


async def get_commitment(code: str, work: Work) -> Commitment:
    """Return the commitment, a recurring one with the day on which it is due next.

    Raises:
        NotFound: there is none.
    """
    found = await work.commitments.get(code)
    if found.recurrence is None:
        return found
    return next(each for each in await list_commitments(work) if each.code == code)


async def remind_commitments(day: date, *, begin: Begin, at: datetime, since: date | None = None) -> int:
    """Owe each person who is to be reminded on *day* one message; return how many are owed.

    With *since*, the days from it to *day* were missed: each commitment is reminded of once, at its latest step. What a
    person has put off is left out until their day, and comes on it.
    """
    async with begin() as work:
        wheel = {each.code: each for each in await list_commitments(work)}
        owed = 0
        for person, codes in (await _by_person(work, wheel, first=since or day, last=day)).items():
            row = await work.outbox.put(_reminding(person, [wheel[code] for code in codes], day=day, due=at))
            owed += row is not None
        return owed


Step = tuple[str, Audience]


def _steps(commitments: Iterable[Commitment], *, first: date, last: date) -> Iterable[Step]:
    """Yield who is to be reminded of what from *first* to *last*; the same pair may come on several of the days."""
    wheel = tuple(commitments)
    for number in range((last - first).days + 1):
        for commitment, reminder in reminders_on(first + timedelta(days=number), wheel, CALENDAR):
            for audience in reminder.audience:
                yield commitment.code, audience


async def _by_person(
    work: Work, wheel: Mapping[str, Commitment], *, first: date, last: date
) -> Mapping[str, Sequence[str]]:
    """Return the codes that each person is to be reminded of, by the person's code."""
    steps = set(_steps(wheel.values(), first=first, last=last))
    people = await work.people.active()
    owners = {each.code for each in people if each.has_role(Role.PROJECT_OWNER)}
    found: dict[str, list[str]] = {}
    for commitment in wheel.values():
        if commitment.status is CommitmentStatus.FINISHED:
            continue
        responsible = commitment.responsible(people)
        reminded = responsible if (commitment.code, Audience.RESPONSIBLE) in steps else frozenset()
        reminded = reminded | owners if (commitment.code, Audience.PROJECT_OWNER) in steps else reminded
        for person in sorted(reminded | responsible):
            until = await work.commitments.snoozed_until(commitment.code, person)
            if _is_today(until, is_step=person in reminded, first=first, last=last):
                found.setdefault(person, []).append(commitment.code)
    return found


def _is_today(until: date | None, *, is_step: bool, first: date, last: date) -> bool:
    """Tell whether somebody who put it off *until* is reminded from *first* to *last*; a day off moves to the next."""
    if until is None or until < first:
        return is_step
    return first <= CALENDAR.working_day_on_or_after(until) <= last or (is_step and until <= last)


def _reminding(person: str, commitments: Sequence[Commitment], *, day: date, due: datetime) -> Owed:
    codes = BETWEEN.join(each.code for each in commitments)
    days = BETWEEN.join(str((each.due - local_date(due)).days) for each in commitments)
    is_single = len(commitments) == 1
    subject = subject_of(commitments[0].code) if is_single else None
    view = "commitment" if is_single else "wheel"
    return Owed(
        kind="commitment.reminder",
        dedup=f"commitment:{day.isoformat()}:{person}",
        due=due,
        message=Message(view=view, subject=subject, values={"commitments": codes, "days": days}),
        recipient=person,
        after_lost=AfterLost.SEND_AGAIN,
    )


async def what_is_missing(commitment: Commitment, work: Work) -> tuple[str, ...]:
    """Return what a report lacks: ``outcome:K10`` for an indicator without an outcome, ``unit:PV1`` for a comment.

    Something counts as filled in when a note names its code, and an indicator when any month of the period has an
    outcome for the whole pilot. Only reports and evaluations ask for anything.
    """
    if commitment.kind not in REPORTS or commitment.status is CommitmentStatus.FINISHED:
        return ()
    catalogue = await work.catalogues.read(day=commitment.period_end or commitment.due)
    wanted = [("outcome", code) for code in await _without_outcome(commitment, work, catalogue)]
    wanted += [("unit", code) for code in _units_of(commitment, catalogue)]
    notes = [text for _, text, _ in await work.commitments.notes_of(commitment.code)]
    named = {word.upper() for text in notes for word in _CODE.findall(text)}
    return tuple(f"{kind}:{code}" for kind, code in wanted if code not in named)


async def _without_outcome(commitment: Commitment, work: Work, catalogue: Catalogue) -> Sequence[str]:
    last = commitment.period_end or commitment.due
    first = month_of(commitment.period_start or last)
    known = {each.indicator for each in await work.indicators.current([ALL], first, last) if each.value is not None}
    return [code for code in _entered_by_hand(catalogue) if code not in known]


def _entered_by_hand(catalogue: Catalogue) -> Sequence[str]:
    return [each.code for each in catalogue.indicators.values() if each.source == BY_HAND]


def _units_of(commitment: Commitment, catalogue: Catalogue) -> Sequence[str]:
    """Return the units whose agreement is signed and in force on some day of the period."""
    last = commitment.period_end or commitment.due
    first = commitment.period_start or last
    signed = {
        each.unit for each in catalogue.agreements if each.was_signed and each.start <= last and each.end >= first
    }
    return [unit for unit in catalogue.units if unit in signed]


def demand_edit(commitment: Commitment, by: Person, catalogue: Catalogue) -> None:
    """Do nothing when *by* may change it; raise NotAllowed when they may not."""
    catalogue.permissions.demand(by, "commitment.edit", is_own=commitment.is_of(by))


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """The outcome that a note tells of: `value` is a number with a comma or a point, as written."""

    indicator: str
    value: str
    comment: str | None


async def fill_in(
    code: str,
    text: str | None,
    *,
    told: Told | None = None,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
) -> tuple[str, ...]:
    """Keep what *by* fills in, personal identity numbers masked; return the codes of what is still missing.

    What is *told* in it becomes an outcome too, where *by* may enter one; else it stays a note.

    Raises:
        NotFound: there is no such commitment.
        NotAllowed: it is not theirs to edit.
        BadInput: nothing was written, more than `LONGEST_NOTE` characters, or an outcome that can't be.
    """
    async with begin() as work:
        commitment = await get_commitment(code, work)
        demand_edit(commitment, by, catalogue)
        note = mask_identity_numbers((text or "").strip()).text
        if not 0 < len(note) <= LONGEST_NOTE:
            raise BadInput(field="comment", lowest=1, highest=LONGEST_NOTE)
        if note not in {kept for person, kept, _ in await work.commitments.notes_of(code) if person == by.code}:
            await work.commitments.note(code, by.code, note, at=at)
            if told is not None and catalogue.permissions.allows(by, ENTER):
                await _enter(commitment, told, work=work, by=by, catalogue=catalogue, at=at)
            await note_change(work, Event(subject=subject_of(code), what="commitment.filled", person=by.code, at=at))
        return await what_is_missing(commitment, work)


async def _enter(
    commitment: Commitment, told: Told, *, work: Work, by: Person, catalogue: Catalogue, at: datetime
) -> None:
    """Keep the outcome of the last month of the period that has begun; none of an indicator that is not by hand."""
    if told.indicator not in _entered_by_hand(catalogue):
        return
    await enter_outcome(
        told.indicator,
        ALL,
        min(month_of(commitment.period_end or commitment.due), month_of(local_date(at))),
        value=told.value,
        comment=told.comment or commitment.code,
        by=by,
        catalogue=catalogue,
        begin=work.within(),
        at=at,
    )


async def snooze_commitment(
    code: str, until: date | None, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> date:
    """Leave the commitment out of the reminders to *by* until the day *until*, or for a week; return the day.

    Nobody is reminded on a day off: it is the working day after it.

    Raises:
        NotFound: there is no such commitment.
        NotAllowed: it is not theirs to edit.
        BadDay: the day is not later than today, or more than three months away.
    """
    today = local_date(at)
    first, last = today + timedelta(days=1), today + LONGEST_SNOOZE
    chosen = until or today + SNOOZED_FOR
    async with begin() as work:
        commitment = await get_commitment(code, work)
        demand_edit(commitment, by, catalogue)
        if not first <= chosen <= last:
            raise BadDay(field="date", lowest_on=first.isoformat(), highest_on=last.isoformat())
        chosen = CALENDAR.working_day_on_or_after(chosen)
        if await work.commitments.snoozed_until(code, by.code) != chosen:
            await work.commitments.snooze(code, by.code, until=chosen)
            what, after = "commitment.snoozed", chosen.isoformat()
            await note_change(work, Event(subject=subject_of(code), what=what, person=by.code, at=at, after=after))
    return chosen


async def set_commitment_status(
    code: str,
    status: CommitmentStatus,
    *,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
    comment: str | None = None,
) -> Commitment:
    """Set how far it has come, with a *comment* if wanted, and return it as it is now; the same again changes nothing.

    A recurring commitment that is finished is not started again until its next day; finished twice within a day, it
    moves on once.

    Raises:
        NotFound: there is no such commitment.
        NotAllowed: it is not theirs to edit.
    """
    async with begin() as work:
        before = await get_commitment(code, work)
        demand_edit(before, by, catalogue)
        said = clean(comment)
        following = next_due(before, before.due, calendar=CALENDAR) if before.recurrence else None
        if status is CommitmentStatus.FINISHED and following is not None:
            return await _move_on(work, before, following, by=by, at=at, comment=said)
        if status is before.status and (said is None or await _is_said_last(work, code, said, by=by)):
            return before
        await work.commitments.set_status(code, status)
        change = Event(
            subject=subject_of(code),
            what=STATUS,
            person=by.code,
            at=at,
            before=before.status.value,
            after=status.value,
            reason=said,
        )
        await note_change(work, change)
        return replace(before, status=status)


async def last_comment(code: str, work: Work) -> Event | None:
    """Return what was said last about how it goes; None when nobody has said anything."""
    story = await work.events.of_subject(subject_of(code))
    said = [each for each in story if each.what in {STATUS, FINISHED, HANDED_OVER} and each.reason]
    return said[-1] if said else None


async def _is_said_last(work: Work, code: str, comment: str, *, by: Person) -> bool:
    last = await last_comment(code, work)
    return last is not None and (last.person, last.reason) == (by.code, comment)


async def _move_on(
    work: Work, before: Commitment, following: date, *, by: Person, at: datetime, comment: str | None
) -> Commitment:
    subject = subject_of(before.code)
    story = await work.events.of_subject(subject)
    if any(event.what == FINISHED and at - event.at < timedelta(days=1) for event in story):
        return before
    await work.commitments.move_on(before.code, turn=following)
    await work.commitments.set_status(before.code, CommitmentStatus.NOT_STARTED)
    due, then = before.due.isoformat(), following.isoformat()
    event = Event(subject=subject, what=FINISHED, person=by.code, at=at, before=due, after=then, reason=comment)
    await note_change(work, event)
    return replace(before, due=following, turn=following, status=CommitmentStatus.NOT_STARTED)


async def note_change(work: Work, event: Event) -> None:
    """Write the event, and let the cards of the commitment show what has changed."""
    await work.events.put(event)
    await work.outbox.refresh(event.subject, at=event.at)


async def list_commitment_rows(work: Work) -> Sequence[Mapping[str, str]]:
    """Return rows for the export `commitments`: the columns of the CSV file, as things stand now."""
    return [
        {
            "code": each.code,
            "kind": each.kind.value,
            "title_sv": each.title_sv,
            "title_en": each.title_en,
            "period_start": each.period_start.isoformat() if each.period_start else "",
            "period_end": each.period_end.isoformat() if each.period_end else "",
            "due": each.due.isoformat(),
            "recurrence": each.recurrence or "",
            "responsible_role": each.responsible_role.value,
            "recipients": BETWEEN.join(each.recipients),
            "risk": each.risk or "",
            "status": each.status.value,
        }
        for each in await list_commitments(work)
    ]
