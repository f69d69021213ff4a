"""The year wheel in people's own calendars: who sees what, a day that is moved, an address that is renewed."""

import csv
from collections.abc import AsyncGenerator
from datetime import date, datetime
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from icalendar import Calendar, Event

import catalog
from actions.calendars import address_of, open_calendar, renew_calendar
from actions.commitments import set_commitment_status
from actions.moving import move_commitment
from actions.ports import Begin
from catalog.models import Catalogue
from domain.commitments import CommitmentStatus
from domain.errors import NotAllowed
from domain.people import Person, Role
from tests.factories import NOW, example_pilot, the_person
from web.calendar import CalendarDoor

WHEEL = Path(catalog.__file__).parent / "pilot" / "commitments.csv"
CATALOGUE = example_pilot().catalogue
LEADER = next(each for each in example_pilot().people if each.has_role(Role.PROJECT_LEADER))


def wheel_as_written() -> dict[str, tuple[date, str]]:
    """Return the day and the responsible role of each commitment, read plainly from the pilot's file."""
    with WHEEL.open(encoding="utf-8", newline="") as file:
        return {row["code"]: (date.fromisoformat(row["due"]), row["responsible_role"]) for row in csv.DictReader(file)}


@pytest.fixture
async def client(begin: Begin) -> AsyncGenerator[TestClient[web.Request, web.Application]]:
    async def now() -> datetime:
        return NOW

    async def current(_at: datetime) -> Catalogue:
        return CATALOGUE

    app = web.Application()
    app.add_routes(CalendarDoor(begin=begin, now=now, catalogue=current).routes())
    async with TestClient(TestServer(app)) as client:
        yield client


async def address(begin: Begin, person: Person) -> str:
    await open_calendar(person, begin=begin, catalogue=CATALOGUE, at=NOW)
    async with begin() as work:
        return f"/calendar/{await address_of(person, work=work)}.ics"


async def events_at(client: TestClient[web.Request, web.Application], path: str) -> dict[str, Event]:
    answer = await client.get(path)
    assert (answer.status, answer.content_type) == (200, "text/calendar")
    calendar = Calendar.from_ical(await answer.read())
    return {str(each["uid"]): each for each in calendar.events}


async def test_a_leader_has_the_whole_wheel_and_a_coordinator_what_is_theirs(
    begin: Begin, client: TestClient[web.Request, web.Application]
) -> None:
    wheel = wheel_as_written()

    leaders = await events_at(client, await address(begin, LEADER))
    coordinators = await events_at(client, await address(begin, the_person("SAM1")))

    assert {uid: each.start for uid, each in leaders.items()} == {
        f"commitment-{code.lower()}@vaktis": due for code, (due, _) in wheel.items()
    }
    assert set(coordinators) == {
        f"commitment-{code.lower()}@vaktis" for code, (_, role) in wheel.items() if role == "coordinator"
    }


async def test_a_day_that_moves_moves_the_same_event_and_makes_it_newer(
    begin: Begin, client: TestClient[web.Request, web.Application]
) -> None:
    path = await address(begin, LEADER)
    recurring = next(each for each in example_pilot().commitments if each.recurrence)
    uid = f"commitment-{recurring.code.lower()}@vaktis"
    before = await events_at(client, path)

    await set_commitment_status(
        recurring.code, CommitmentStatus.FINISHED, by=LEADER, catalogue=CATALOGUE, begin=begin, at=NOW
    )

    after = await events_at(client, path)
    assert after.keys() == before.keys()
    assert after[uid].start > before[uid].start
    assert int(str(after[uid]["sequence"])) > int(str(before[uid]["sequence"]))


async def test_a_report_that_is_moved_moves_and_is_moved_back(
    begin: Begin, client: TestClient[web.Request, web.Application]
) -> None:
    path, sequences = await address(begin, LEADER), []
    first = (await events_at(client, path))["commitment-u1@vaktis"]

    for day in (date(2022, 6, 15), first.start):
        await move_commitment("U1", day, by=LEADER, catalogue=CATALOGUE, begin=begin, at=NOW)
        event = (await events_at(client, path))["commitment-u1@vaktis"]
        assert event.start == day
        sequences.append(int(str(event["sequence"])))

    assert int(str(first["sequence"])) < sequences[0] < sequences[1]


async def test_an_address_that_is_renewed_leads_nowhere_and_the_new_one_does(
    begin: Begin, client: TestClient[web.Request, web.Application]
) -> None:
    old = await address(begin, LEADER)
    assert await address(begin, LEADER) == old

    await renew_calendar(LEADER, begin=begin, catalogue=CATALOGUE, at=NOW)

    assert (await client.get(old)).status == 404
    assert await events_at(client, await address(begin, LEADER))


async def test_who_asks_again_for_what_is_unchanged_is_told_so(
    begin: Begin, client: TestClient[web.Request, web.Application]
) -> None:
    path = await address(begin, LEADER)
    first = await client.get(path)

    again = await client.get(path, headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status, await again.read()) == (304, b"")


@pytest.mark.parametrize("path", ["/calendar/x.ics", f"/calendar/{'0' * 64}.ics", "/calendar/.ics"])
async def test_an_address_that_nobody_has_is_not_found(
    client: TestClient[web.Request, web.Application], path: str
) -> None:
    assert (await client.get(path)).status == 404


async def test_whoever_may_see_no_commitment_gets_no_address(begin: Begin) -> None:
    with pytest.raises(NotAllowed):
        await open_calendar(the_person("KON11"), begin=begin, catalogue=CATALOGUE, at=NOW)
