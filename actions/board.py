"""The coordinator's board: what is open, unassigned, late, or given by them, ordered and standing work alike."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from actions.confirming import UNCONFIRMED, standing_day_of
from actions.covering import open_between
from actions.ports import Work
from domain.assignments import Assignment, AssignmentStatus, first_open_day
from domain.people import Role
from domain.requests import OPEN, Listing, RequestStatus, ServiceRequest
from domain.standing import AHEAD, StandingDay, day_of
from domain.worktime import at_local, local_date

MOST_READ = 100
_NEVER = datetime.max.replace(tzinfo=UTC)
LIVE = frozenset({AssignmentStatus.OFFERED, *UNCONFIRMED})


class Which(StrEnum):
    """What of the board is asked for; `ALL` is what needs somebody now."""

    ALL = ""
    OPEN = "open"
    UNASSIGNED = "unassigned"
    LATE = "late"
    MINE = "mine"


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One line of the board: a request, or a day of a schedule; `assignment` is who has it or was asked, if anybody."""

    request: ServiceRequest | None = None
    standing: StandingDay | None = None
    assignment: Assignment | None = None
    asked: str | None = None
    is_late: bool = False

    @property
    def unit(self) -> str:
        """Return the unit that it is for."""
        return self.request.unit if self.request else self.standing.unit if self.standing else ""

    @property
    def due(self) -> datetime:
        """Return by when it is to be done, or of standing work when it begins."""
        if self.request is not None:
            return self.request.promised_at or _NEVER
        return self.standing.start if self.standing is not None else _NEVER


@dataclass(frozen=True, kw_only=True, slots=True)
class Board:
    """How the desk stands for some units: lines by when they are due, and who is away today."""

    unassigned: Sequence[Row]
    asked: Sequence[Row]
    late: Sequence[Row]
    away: Sequence[str]

    @property
    def pressing(self) -> Sequence[Row]:
        """Return what needs somebody now, each once: what is late, and what nobody has."""
        keys = {_key(each): each for each in (*self.late, *self.unassigned)}
        return _by_due(keys.values())


async def read_board(units: Collection[str], *, work: Work, at: datetime) -> Board:
    """Return how the desk stands for *units*; standing work is looked at for a week ahead, as it is made."""
    queued = await _with_holders(await _in(RequestStatus.QUEUED, units, work), work=work, at=at)
    standing = [each for each in await _standing_open(units, work=work, at=at) if each.standing is not None]
    rows = [*queued, *standing]
    return Board(
        unassigned=_by_due(each for each in rows if each.asked is None),
        asked=_by_due(each for each in rows if each.asked is not None),
        late=await rows_of(Which.LATE, units, by="", work=work, at=at),
        away=await _away(units, work=work, at=at),
    )


async def rows_of(which: Which, units: Collection[str], *, by: str, work: Work, at: datetime) -> Sequence[Row]:
    """Return the lines of *units* that *which* asks for, by when they are due; `MINE` are those that *by* has given."""
    if which is Which.LATE:
        listing = Listing(units=tuple(units), is_open=True, late_at=at)
        late = [_row(each, at=at) for each in await work.requests.listed(listing, limit=MOST_READ)]
        return _by_due([*late, *await _unconfirmed(units, work=work, at=at)])
    if which is Which.OPEN:
        found = await work.requests.in_status(OPEN, units=units, limit=MOST_READ)
        return _by_due([*(_row(each, at=at) for each in found), *await _standing_today(units, work=work, at=at)])
    if which is Which.MINE:
        return await _given_by(by, units, work=work, at=at)
    board = await read_board(units, work=work, at=at)
    return board.unassigned if which is Which.UNASSIGNED else board.pressing


async def with_holders(rows: Iterable[Row], *, work: Work, at: datetime) -> Sequence[Row]:
    """Return *rows* with who has the work on each request, or was asked."""
    shown = list(rows)
    asked = [each.request for each in shown if each.request and each.assignment is None]
    held = {each.request.id: each for each in await _with_holders(asked, work=work, at=at) if each.request}
    return [held.get(each.request.id, each) if each.request else each for each in shown]


def _row(request: ServiceRequest, *, at: datetime, assignment: Assignment | None = None) -> Row:
    is_asked = assignment is not None and assignment.status is AssignmentStatus.OFFERED
    asked = assignment.person if assignment is not None and is_asked else None
    return Row(request=request, assignment=assignment, asked=asked, is_late=request.is_late(at))


async def _in(status: RequestStatus, units: Collection[str], work: Work) -> Sequence[ServiceRequest]:
    return await work.requests.in_status({status}, units=units, limit=MOST_READ)


async def _with_holders(requests: Sequence[ServiceRequest], *, work: Work, at: datetime) -> Sequence[Row]:
    live = await work.assignments.live_of_requests([each.id for each in requests])
    last = {each.request: each for each in live}
    return [_row(each, at=at, assignment=last.get(each.id)) for each in requests]


async def _standing_open(units: Collection[str], *, work: Work, at: datetime) -> Sequence[Row]:
    today = local_date(at)
    found = await open_between(today, today + AHEAD, work=work)
    return [Row(standing=day, asked=person) for day, person in found if day.unit in units]


async def _standing_today(units: Collection[str], *, work: Work, at: datetime) -> Sequence[Row]:
    today = local_date(at)
    days = {each.schedule: each for each in await work.standing.days(today, today) if each.unit in units}
    given = await work.assignments.standing(at_local(today, time()), at_local(today + timedelta(days=1), time()))
    live = {each.schedule: each for each in given if each.status in LIVE}
    done = {each.schedule for each in given if each.status is AssignmentStatus.DONE}
    return [_of_day(day, live.get(code)) for code, day in days.items() if code not in done]


def _of_day(day: StandingDay, assignment: Assignment | None, *, is_late: bool = False) -> Row:
    is_asked = assignment is not None and assignment.status is AssignmentStatus.OFFERED
    asked = assignment.person if assignment is not None and is_asked else None
    return Row(standing=day, assignment=assignment, asked=asked, is_late=is_late)


async def _unconfirmed(units: Collection[str], *, work: Work, at: datetime) -> Sequence[Row]:
    """Return the standing work of days before today that waits for its hours while they can still be given."""
    today = local_date(at)
    first = first_open_day(today)
    found = [
        each
        for each in await work.assignments.live_standing(before=at_local(today, time()))
        if each.status in UNCONFIRMED and day_of(each) >= first
    ]
    if not found:
        return []
    days = {(each.schedule, each.day): each for each in await work.standing.days(first, today)}
    rows = [(each, days[each.schedule or "", day_of(each)]) for each in found]
    return [_of_day(day, each, is_late=True) for each, day in rows if day.unit in units]


async def _given_by(person: str, units: Collection[str], *, work: Work, at: datetime) -> Sequence[Row]:
    rows: list[Row] = []
    for each in await work.assignments.given_by(person, limit=MOST_READ):
        if each.request is not None:
            rows.append(_row(await work.requests.get(each.request), at=at, assignment=each))
        else:
            rows.append(_of_day(await standing_day_of(each, work=work), each))
    return _by_due(each for each in rows if each.unit in units)


async def _away(units: Collection[str], *, work: Work, at: datetime) -> Sequence[str]:
    """Return who of those that serve *units* is away today."""
    today = local_date(at)
    away = {each.person for each in await work.absences.of_days(today, today)}
    employees = await work.people.with_role(Role.SERVICE_EMPLOYEE) if away else ()
    return [each.code for each in employees if each.code in away and set(each.units) & set(units)]


def _key(row: Row) -> tuple[str, str]:
    if row.request is not None:
        return row.request.id, ""
    return (row.standing.schedule, row.standing.day.isoformat()) if row.standing is not None else ("", "")


def _by_due(rows: Iterable[Row]) -> Sequence[Row]:
    return sorted(rows, key=lambda each: (each.due, _key(each)))
