"""The view of a week's hours, for the one who worked them and for who coordinates where that was."""

from datetime import date, timedelta

from actions.hours import monday_of
from dialogs.cards.elements import Shown
from dialogs.cards.hours import HoursLine, WeekOfHours, hours_card
from dialogs.views.asked import Asked, Hidden
from domain.assignments import TimeEntry
from domain.errors import NotFound
from domain.people import Role
from texts.format import local_day

SUNDAY = timedelta(days=6)


async def show_hours(asked: Asked) -> Shown:
    """Return the week that the message names. A coordinator sees what was worked for the units that they look after."""
    is_own = asked.id == asked.reader.code
    if not is_own and not asked.reader.has_role(Role.COORDINATOR):
        raise Hidden
    today = local_day(asked.at)
    monday = monday_of(date.fromisoformat(asked.value("week")) if asked.value("week") else today)
    entries = await asked.work.time_entries.of_person(asked.id, monday, monday + SUNDAY)
    seen = [each for each in entries if asked.allows("time.correct", unit=each.unit, is_own=is_own)]
    week = WeekOfHours(
        monday=monday,
        lines=[await _line(asked, each, today) for each in seen],
        week_hours=asked.reader.hours_per_week if is_own else None,
        name="" if is_own else (await asked.names([asked.id])).get(asked.id, ""),
    )
    return hours_card(week, asked.frame())


async def _line(asked: Asked, entry: TimeEntry, today: date) -> HoursLine:
    service = asked.catalogue.services.get(entry.service or "")
    unit = asked.catalogue.units.get(entry.unit)
    name = service.name.of(asked.language) if service else ""
    parts = (name, await _place(asked, entry) or (unit.name.of(asked.language) if unit else ""), entry.request or "")
    return HoursLine(
        entry=entry.id or 0,
        on=entry.day,
        what=" · ".join(each for each in parts if each),
        hours=entry.hours,
        reason=entry.reason or "",
        is_open=entry.is_open(today),
    )


async def _place(asked: Asked, entry: TimeEntry) -> str:
    try:
        request = await asked.work.requests.get(entry.request or "")
        return asked.place(request.place, unit=request.unit)
    except NotFound:
        return ""
