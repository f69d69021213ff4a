"""Handing on: a coordinator gives what one employee has of a day to another, in one go, or one piece of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from actions.assignments import ASSIGNABLE, assign_request
from actions.confirming import standing_day_of
from actions.covering import assign_standing, held_of
from actions.day import UNDER_WAY, Piece, pieces_of
from actions.planning import read_day, tell_days
from actions.ports import Begin, Work
from actions.queue import demanded_competences, length_of
from actions.telling import record, refresh_day, tell_taken_back
from catalog.models import Catalogue
from domain.assignments import Assignment, AssignmentStatus
from domain.day import plan_subject
from domain.errors import BadInput, WrongState
from domain.people import Person
from domain.splitting import at_work, missing_of
from domain.standing import StandingDay
from domain.worktime import local_date


class Kept(StrEnum):
    """Why a piece of work stays with whoever has it."""

    BEGUN = "begun"
    SHARED = "shared"
    OTHER_UNIT = "other-unit"
    AWAY = "away"
    COMPETENCE = "competence"
    ROOM = "room"


@dataclass(frozen=True, kw_only=True, slots=True)
class Handing:
    """What `giver` has of a day: what goes to `taker`, and what stays, each with why."""

    giver: Person
    taker: Person
    day: date
    moving: Sequence[Piece]
    staying: Sequence[tuple[Piece, Kept]]


async def read_handing(
    people: tuple[Person, Person], day: date, *, by: Person, work: Work, catalogue: Catalogue, at: datetime
) -> Handing:
    """Return what of the day of the first of *people* can go to the second, filling that day in the order of the work.

    Nothing moves that was begun or is shared with somebody, that another coordinator looks after, that the second lacks
    a competence for, or that has no room in their day.
    """
    giver, taker = people
    planned = await read_day(taker, day, units=(), work=work, catalogue=catalogue, at=at)
    room = planned.room - planned.load
    moving: list[Piece] = []
    staying: list[tuple[Piece, Kept]] = []
    for piece in await pieces_of(giver.code, day, work=work, today=local_date(at)):
        kept = await _find_kept(piece, by=by, work=work, catalogue=catalogue)
        kept = kept or (Kept.AWAY if planned.is_away else _find_unfit(piece, taker, day, room, catalogue=catalogue))
        if kept is not None:
            staying.append((piece, kept))
            continue
        moving.append(piece)
        room -= piece.hours
    return Handing(giver=giver, taker=taker, day=day, moving=moving, staying=staying)


async def read_moved(people: tuple[Person, Person], day: date, *, work: Work, at: datetime) -> Sequence[Piece]:
    """Return what the second of *people* has to do on *day* that was taken back from the first."""
    giver, taker = people
    held = await pieces_of(taker.code, day, work=work, today=local_date(at))
    return [each for each in held if await _was_had_by(each, giver.code, work=work)]


async def _was_had_by(piece: Piece, person: str, *, work: Work) -> bool:
    if piece.standing is not None:
        had = [(each.person, each.status) for each in await held_of(piece.standing, work=work)]
    else:
        given = await work.assignments.of_request(piece.assignment.request or "")
        had = [(each.person, each.status) for each in given]
    return (person, AssignmentStatus.WITHDRAWN) in had


async def _find_kept(piece: Piece, *, by: Person, work: Work, catalogue: Catalogue) -> Kept | None:
    """Return why the work can be given to nobody else, whoever it is; None where it can."""
    if not catalogue.permissions.allows(by, "request.assign", unit=piece.unit):
        return Kept.OTHER_UNIT
    request = piece.request
    if piece.assignment.status in UNDER_WAY or (request is not None and request.status not in ASSIGNABLE):
        return Kept.BEGUN
    if request is None:
        return None
    given = await work.assignments.of_request(request.id)
    has_part = any(
        each.id != piece.assignment.id and (each.is_live or each.status is AssignmentStatus.DONE) for each in given
    )
    is_missing = bool(at_work(given)) and bool(missing_of(length_of(request), given))
    return Kept.SHARED if has_part or is_missing else None


def _find_unfit(piece: Piece, taker: Person, day: date, room: Decimal, *, catalogue: Catalogue) -> Kept | None:
    if taker.lacks(_demanded(piece, catalogue), on=day):
        return Kept.COMPETENCE
    return Kept.ROOM if piece.hours > room else None


def _demanded(piece: Piece, catalogue: Catalogue) -> Sequence[str]:
    if piece.request is not None:
        return demanded_competences(piece.request, catalogue)
    service = piece.standing.service if piece.standing is not None else ""
    return catalogue.demanded_competences(service, piece.unit)


async def hand_on_day(
    giver: str, taker: str, day: date, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> Sequence[Assignment]:
    """Give what *giver* has of *day* to *taker*, accepted at once, and return it; what can't move stays as it is.

    The taker gets one card of the day, and the giver is told of each piece. Handed on already, nothing happens.

    Raises:
        BadInput: both are the same, or the day lies behind.
        NotAllowed: *by* gives work to nobody of any unit.
    """
    if giver == taker:
        raise BadInput(field="person", lowest="", highest="")
    if day < local_date(at):
        raise BadInput(field="date", lowest=local_date(at).isoformat(), highest="")
    catalogue.permissions.demand(by, "request.assign", unit=next(iter(by.units), None))
    async with begin() as work:
        people = (await work.people.get(giver), await work.people.get(taker))
        await work.standing.hold()
        # Held in the order of their numbers, as all who hold several do, lest two wait in a ring.
        glance = await read_handing(people, day, by=by, work=work, catalogue=catalogue, at=at)
        for number in sorted(each.request.id for each in glance.moving if each.request is not None):
            await work.requests.get_locked(number)
        held = await read_handing(people, day, by=by, work=work, catalogue=catalogue, at=at)
        given = [await _hand_on(work, each, taker, by=by, catalogue=catalogue, at=at) for each in held.moving]
        if given:
            await tell_days(work, given, at=at)
            await work.outbox.refresh(plan_subject(giver, day), at=at)
        return given


@dataclass(frozen=True, kw_only=True, slots=True)
class HandedOn:
    """One piece of work as it was given, and who had it before; None where nobody had taken it on."""

    assignment: Assignment
    giver: str | None


async def hand_on_piece(
    number: str, taker: str, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> HandedOn:
    """Give the work of the assignment *number* to *taker*, accepted at once, whoever has it now; both are told.

    Theirs already, nothing happens. As whatever is given to somebody by name, it may be more than their day has room
    for.

    Raises:
        AssignmentNotFound: there is none of that number.
        Away, NotAllowed, NotSuitable: as for `assign_request`.
        BadInput: its day lies behind.
        WrongState: it was begun, is over, or is shared with somebody.
    """
    async with begin() as work:
        glance = await work.assignments.get(number)
        if glance.request is None:
            day = await standing_day_of(glance, work=work)
            whole = work.within()
            return await hand_on_standing(day.schedule, day.day, taker, by=by, catalogue=catalogue, begin=whole, at=at)
        request = await work.requests.get_locked(glance.request)
        catalogue.permissions.demand(by, "request.assign", unit=request.unit)
        held = await work.assignments.get_locked(number)
        if not held.is_live:
            raise WrongState(id=request.id, status=held.status.value)
        piece = Piece(assignment=held, request=request)
        if await _find_kept(piece, by=by, work=work, catalogue=catalogue) is Kept.SHARED:
            raise WrongState(id=request.id, status=Kept.SHARED.value)
        given = await _hand_on(work, piece, taker, by=by, catalogue=catalogue, at=at, is_told=True)
        had = held.person if held.status is not AssignmentStatus.OFFERED and held.person != taker else None
        return HandedOn(assignment=given, giver=had)


async def hand_on_standing(
    schedule: str, on: date, taker: str, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> HandedOn:
    """Give the standing work of a day to *taker*, as `hand_on_piece` does.

    Raises:
        NotFound: there is no such work.
        Away, BadInput, NotAllowed, NotSuitable, WrongState: as for `hand_on_piece`.
    """
    async with begin() as work:
        await work.standing.hold()
        day = await work.standing.get_locked(schedule, on)
        catalogue.permissions.demand(by, "request.assign", unit=day.unit)
        taken = [each for each in await held_of(day, work=work) if each.status is AssignmentStatus.ACCEPTED]
        had = next((each for each in taken if each.person != taker), None)
        if had is not None:
            if on < local_date(at):
                raise BadInput(field="date", lowest=local_date(at).isoformat(), highest="")
            await _take_back(work, await work.assignments.get(had.assignment), day, taker, by=by, at=at)
        given = await assign_standing(schedule, on, taker, by=by, catalogue=catalogue, begin=work.within(), at=at)
        return HandedOn(assignment=given, giver=had.person if had is not None else None)


async def _hand_on(
    work: Work, piece: Piece, taker: str, *, by: Person, catalogue: Catalogue, at: datetime, is_told: bool = False
) -> Assignment:
    if piece.request is not None:
        planned = piece.assignment.planned_start
        return await assign_request(
            piece.request.id,
            taker,
            by=by,
            catalogue=catalogue,
            begin=work.within(),
            at=at,
            start=planned if planned is not None and local_date(planned) >= local_date(at) else None,
            is_told=is_told,
        )
    assert piece.standing is not None  # noqa: S101  # a piece is of a request or of standing work
    day = piece.standing
    await _take_back(work, piece.assignment, day, taker, by=by, at=at)
    return await assign_standing(
        day.schedule, day.day, taker, by=by, catalogue=catalogue, begin=work.within(), at=at, is_told=is_told
    )


async def _take_back(work: Work, glance: Assignment, day: StandingDay, taker: str, *, by: Person, at: datetime) -> None:
    """Take standing work back from whoever has it, and tell them what it was and who has it now."""
    before = await work.assignments.get_locked(glance.id)
    after = before.withdraw()
    await work.assignments.save(after)
    await record(work, before, after, "withdrawn", by=by.code, at=at)
    await refresh_day(work, after, at=at)
    await tell_taken_back(work, after, day, to=taker, at=at)
