"""Standing work: made under an agreement, given to who is at work and may do it, asked about when it is forgotten."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest

from actions.absence import report_absence
from actions.confirming import confirm_day
from actions.forgotten import ask_forgotten, close_month
from actions.standing import make_standing_ahead
from catalog.models import AgreementStatus
from domain.assignments import Assignment, AssignmentStatus
from domain.worktime import at_local
from tests.actions.desk import Desk
from tests.factories import NOW, TODAY, a_conversation, example_pilot, the_person

A = AssignmentStatus
MORNING = at_local(TODAY, time(5))
AFTERNOON = at_local(TODAY, time(16))
WEEK = timedelta(days=7)


async def standing(desk: Desk, day: date = TODAY) -> list[Assignment]:
    async with desk.begin() as work:
        return list(await work.assignments.standing(at_local(day, time()), at_local(day, time(23))))


async def holders(desk: Desk, schedule: str, day: date = TODAY) -> list[tuple[str, AssignmentStatus]]:
    return [(each.person, each.status) for each in await standing(desk, day) if each.schedule == schedule]


async def load(desk: Desk, **but: object) -> None:
    async with desk.begin() as work:
        await work.catalogues.load(replace(example_pilot(), **but), prices_from=TODAY)  # type: ignore[arg-type]


async def chats(desk: Desk, *people: str) -> None:
    async with desk.begin() as work:
        for person in people:
            await work.conversations.remember(a_conversation(id=f"chat-{person}", person=person))


async def test_a_week_ahead_is_made_and_a_second_run_makes_nothing(desk: Desk) -> None:
    made = await make_standing_ahead(begin=desk.begin, at=MORNING)
    again = await make_standing_ahead(begin=desk.begin, at=MORNING)

    assert (made, again) == (6 * 18 + 6, 0)
    assert await holders(desk, "PV1-LOK-REG-0700", TODAY + WEEK) == [("SER1", A.ACCEPTED)]
    assert await standing(desk, TODAY + WEEK + timedelta(days=1)) == []


async def test_a_day_off_makes_nothing_but_what_was_missed(desk: Desk) -> None:
    saturday = TODAY + timedelta(days=4)

    assert await make_standing_ahead(begin=desk.begin, at=at_local(saturday, time(5))) == 0
    assert await make_standing_ahead(begin=desk.begin, at=at_local(saturday, time(5)), since=TODAY) > 0
    assert await holders(desk, "PV1-LOK-REG-0700") == [("SER1", A.ACCEPTED)]


async def test_who_is_away_has_none_and_somebody_able_with_room_is_asked(desk: Desk) -> None:
    await report_absence(
        "SER10", TODAY, TODAY, by=the_person("SER10"), catalogue=desk.catalogue, begin=desk.begin, at=MORNING
    )
    await make_standing_ahead(begin=desk.begin, at=MORNING)

    ((person, status),) = await holders(desk, "PV1-POST-IN-1300")
    assert status is A.OFFERED
    assert person != "SER10"
    assert ("assignment.offer", person) in await desk.owed()
    assert await holders(desk, "PV1-POST-IN-1300", TODAY + timedelta(days=1)) == [("SER10", A.ACCEPTED)]


async def test_what_nobody_has_answered_is_shown_to_the_coordinators_on_the_day(desk: Desk) -> None:
    tomorrow = TODAY + timedelta(days=1)
    await make_standing_ahead(begin=desk.begin, at=MORNING)
    await report_absence(
        "SER10", tomorrow, tomorrow, by=the_person("SER10"), catalogue=desk.catalogue, begin=desk.begin, at=NOW
    )
    before = await desk.owed()
    await make_standing_ahead(begin=desk.begin, at=at_local(tomorrow, time(5)))

    assert ("standing.uncovered", "SAM1") not in before
    assert [each for each in await desk.owed() if each[0] == "standing.uncovered"] == [("standing.uncovered", "SAM1")]


async def test_a_competence_that_has_run_out_keeps_work_from_whom_the_schedule_names(desk: Desk) -> None:
    day = date(2023, 2, 1)
    await make_standing_ahead(begin=desk.begin, at=at_local(day, time(5)))

    assert await holders(desk, "PV5-LOK-REG-0700", day) == []
    assert await holders(desk, "PV1-LOK-REG-0700", day) == [("SER1", A.ACCEPTED)]


async def test_what_is_to_come_is_taken_back_when_the_agreement_ends(desk: Desk) -> None:
    await make_standing_ahead(begin=desk.begin, at=MORNING)
    pilot = example_pilot()
    ended = tuple(
        replace(each, status=AgreementStatus.ENDED) if each.unit == "PV1" else each
        for each in pilot.catalogue.agreements
    )
    await load(desk, catalogue=replace(pilot.catalogue, agreements=ended))
    tomorrow = TODAY + timedelta(days=1)
    await make_standing_ahead(begin=desk.begin, at=at_local(tomorrow, time(5)))

    assert await holders(desk, "PV1-LOK-REG-0700", tomorrow) == [("SER1", A.WITHDRAWN)]
    assert await holders(desk, "PV1-LOK-REG-0700") == [("SER1", A.ACCEPTED)]
    assert await holders(desk, "PV2-LOK-REG-0700", tomorrow) == [("SER2", A.ACCEPTED)]


@pytest.mark.parametrize(("hour", "told"), [(5, []), (10, [("assignment.withdrawn", "SER1")])])
async def test_what_is_taken_back_of_a_day_that_has_begun_is_told(
    desk: Desk, hour: int, told: list[tuple[str, str]]
) -> None:
    await make_standing_ahead(begin=desk.begin, at=MORNING)
    async with desk.begin() as work:
        kept = [each for each in await work.standing.schedules() if each.person != "SER1"]
    await load(desk, schedules=tuple(kept))

    await make_standing_ahead(begin=desk.begin, at=at_local(TODAY, time(hour)))

    assert await holders(desk, "PV1-LOK-REG-0700") == [("SER1", A.WITHDRAWN)]
    assert [each for each in await desk.owed() if each[0] == "assignment.withdrawn"] == told


async def test_a_price_is_that_of_the_day_of_the_work(desk: Desk) -> None:
    dearer = {
        code: replace(each, price_sek_per_hour=Decimal("401.37")) if code == "POST-IN" else each
        for code, each in example_pilot().catalogue.services.items()
    }
    pilot = replace(example_pilot(), catalogue=replace(example_pilot().catalogue, services=dearer))
    async with desk.begin() as work:
        await work.catalogues.load(pilot, prices_from=TODAY + timedelta(days=1))
    await make_standing_ahead(begin=desk.begin, at=MORNING)
    for day in (TODAY, TODAY + timedelta(days=1)):
        at = at_local(day, time(16))
        await confirm_day(day, {}, by=the_person("SER10"), catalogue=desk.catalogue, begin=desk.begin, at=at)

    async with desk.begin() as work:
        amounts = [each.amount for each in await work.time_entries.all() if each.service == "POST-IN"]
    assert amounts == [Decimal("192.50"), Decimal("200.69")]


async def test_who_forgot_is_asked_once_when_the_day_ends(desk: Desk) -> None:
    await make_standing_ahead(begin=desk.begin, at=MORNING)
    await chats(desk, "SER1", "SER10", "REK1")
    await confirm_day(
        TODAY, {}, by=the_person("SER10"), catalogue=desk.catalogue, begin=desk.begin, at=at_local(TODAY, time(15))
    )

    asked = [await ask_forgotten(TODAY, begin=desk.begin, at=AFTERNOON) for _ in range(2)]

    assert asked == [1, 1]
    assert await desk.owed() == [("time.forgotten", "SER1")]


async def test_a_forgotten_day_is_asked_about_again_before_its_month_closes(desk: Desk) -> None:
    await make_standing_ahead(begin=desk.begin, at=MORNING)
    await chats(desk, "SER10")

    await ask_forgotten(date(2022, 4, 7), begin=desk.begin, at=at_local(date(2022, 4, 7), time(16)))
    assert await desk.owed() == []

    await ask_forgotten(date(2022, 4, 8), begin=desk.begin, at=at_local(date(2022, 4, 8), time(16)))
    async with desk.begin() as work:
        (owed,) = await work.outbox.list_notices()
    assert (owed.kind, owed.message.subject) == ("time.forgotten", "standing:SER10@2022-03-15")


async def test_nobody_is_asked_on_a_day_off(desk: Desk) -> None:
    await make_standing_ahead(begin=desk.begin, at=MORNING)
    await chats(desk, "SER10")

    assert await ask_forgotten(date(2022, 4, 9), begin=desk.begin, at=at_local(date(2022, 4, 9), time(16))) == 0


async def test_a_month_closes_without_the_hours_that_nobody_confirmed_and_that_is_told(desk: Desk) -> None:
    await make_standing_ahead(begin=desk.begin, at=MORNING)
    await close_month(begin=desk.begin, at=datetime(2022, 4, 10, 12, tzinfo=UTC))
    assert await holders(desk, "PV1-POST-IN-1300") == [("SER10", A.ACCEPTED)]

    closed = [await close_month(begin=desk.begin, at=datetime(2022, 4, 11, 3, tzinfo=UTC)) for _ in range(2)]

    assert closed == [114, 0]
    assert await holders(desk, "PV1-POST-IN-1300") == [("SER10", A.WITHDRAWN)]
    async with desk.begin() as work:
        assert await work.time_entries.all() == []
    owed = await desk.owed()
    assert [who for kind, who in owed if kind == "time.closed" and who == "SER10"] == ["SER10"]
    assert {who for kind, who in owed if kind == "time.closed"} >= {"SER1", "SAM1", "SAM2"}


@pytest.mark.parametrize("hours", ["0.25", "24"])
async def test_hours_from_a_quarter_to_a_day_can_be_confirmed(desk: Desk, hours: str) -> None:
    await make_standing_ahead(begin=desk.begin, at=MORNING)
    mail = next(each for each in await standing(desk) if each.person == "SER10")

    await confirm_day(
        TODAY, {mail.id: Decimal(hours)}, by=the_person("SER10"), catalogue=desk.catalogue, begin=desk.begin, at=NOW
    )

    assert (await desk.assignment(mail.id)).hours == Decimal(hours)
    assert (await desk.assignment(mail.id)).started_at == NOW
