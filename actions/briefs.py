"""The morning brief: what each employee has to do today, and how the desk stands for each coordinator."""

from datetime import date, datetime

from actions.day import is_of_day
from actions.ports import Begin, Work
from domain.day import brief_subject
from domain.notices import Message, Owed
from domain.people import Role
from domain.worktime import CALENDAR


async def send_briefs(day: date, *, begin: Begin, at: datetime) -> int:
    """Owe every employee at work with something to do on *day* one card of it, and every coordinator the board.

    On days off nobody is told anything. Only those are told whom a message can reach now: nothing is piled up for
    others, whose list shows the same. Return how many are told.
    """
    if not CALENDAR.is_working_day(day):
        return 0
    async with begin() as work:
        owed = [*await _of_employees(work, day, at=at), *await _of_coordinators(work, day, at=at)]
        reachable = await work.conversations.personal_of({each.recipient or "" for each in owed}) if owed else {}
        told = [each for each in owed if each.recipient in reachable]
        await work.outbox.put_all(told)
        return len(told)


async def _of_employees(work: Work, day: date, *, at: datetime) -> list[Owed]:
    away = {each.person for each in await work.absences.of_days(day, day)}
    employees = await work.people.with_role(Role.SERVICE_EMPLOYEE)
    at_work = [each.code for each in employees if each.code not in away]
    return [_brief(code, day, at=at) for code in at_work if await _has_work(work, code, day)]


async def _has_work(work: Work, person: str, day: date) -> bool:
    return any(is_of_day(each, day, today=day) for each in await work.assignments.live_of(person))


def _brief(person: str, day: date, *, at: datetime) -> Owed:
    message = Message(view="brief", subject=brief_subject(person, day))
    dedup = f"brief.day:{day.isoformat()}:{person}"
    return Owed(kind="brief.day", dedup=dedup, due=at, recipient=person, message=message)


async def _of_coordinators(work: Work, day: date, *, at: datetime) -> list[Owed]:
    return [_board(each.code, day, at=at) for each in await work.people.with_role(Role.COORDINATOR)]


def _board(person: str, day: date, *, at: datetime) -> Owed:
    dedup = f"brief.desk:{day.isoformat()}:{person}"
    return Owed(kind="brief.desk", dedup=dedup, due=at, recipient=person, message=Message(view="board"))
