"""Competences of the example pilot that run out: HYG on 31 January 2023, which all of PV5's and PV6's people hold."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

from actions.standing import make_standing_ahead
from actions.training import warn_expiring
from domain.assignments import AssignmentStatus
from storage.unit_of_work import Storage
from tests.actions.desk import Desk

HOLDERS = ("SER12", "SER6", "SER7", "SER8")
SIXTY, THIRTY, SEVEN = date(2022, 12, 2), date(2022, 12, 30), date(2023, 1, 24)


def morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 6, 0, tzinfo=UTC)


async def warned(desk: Desk) -> Counter[tuple[str, str | None]]:
    return Counter(each for each in await desk.owed() if each[0].startswith("competence."))


async def test_everybody_is_warned_once_for_each_of_60_30_and_7_days(anywhere: Desk) -> None:
    day = SIXTY - timedelta(days=7)
    while day <= date(2023, 2, 7):
        await warn_expiring(day, begin=anywhere.begin, at=morning(day))
        day += timedelta(days=1)

    told = await warned(anywhere)
    assert told == {
        **{("competence.expires", person): 3 for person in HOLDERS},
        ("competence.expiring", "SAM2"): 3,
    }


async def test_a_restart_in_between_warns_nobody_again_and_a_missed_warning_is_made_up_for(
    sqlite_url: str, desk: Desk
) -> None:
    await warn_expiring(SIXTY, begin=desk.begin, at=morning(SIXTY))
    again = Storage.open(sqlite_url, is_durable=False)
    try:
        assert await warn_expiring(SIXTY, begin=again.begin, at=morning(SIXTY) + timedelta(hours=1)) == 0
        # Nothing ran on 30 December, nor until 25 January: only the warning of 7 days is left to give.
        late = SEVEN + timedelta(days=1)
        assert await warn_expiring(late, begin=again.begin, at=morning(late)) == len(HOLDERS)
    finally:
        await again.close()

    assert (await warned(desk))["competence.expires", "SER6"] == 2


async def test_what_ran_out_stops_assigning_on_the_day_after(desk: Desk) -> None:
    async with desk.begin() as work:
        before = {each.id for each in await work.assignments.all()}
    await make_standing_ahead(begin=desk.begin, at=morning(date(2023, 1, 30)))

    async with desk.begin() as work:
        made = [each for each in await work.assignments.all() if each.id not in before]
        open_days = await work.standing.days(date(2023, 2, 1), date(2023, 2, 1))
    care = [each for each in made if str(each.schedule).startswith(("PV5", "PV6"))]
    assert {each.planned_start.date() for each in care if each.planned_start} == {date(2023, 1, 30), date(2023, 1, 31)}
    assert {each.status for each in care} == {AssignmentStatus.ACCEPTED}
    assert len([each for each in open_days if each.unit in {"PV5", "PV6"}]) > 0
    assert ("standing.uncovered", "SAM2") in await desk.owed()
