"""The morning brief: one card each to those who have something to do, and only on working days."""

from datetime import datetime, timedelta

import pytest

from actions.briefs import send_briefs
from actions.standing import make_standing_ahead
from domain.worktime import STOCKHOLM, local_date
from tests.actions.desk import Desk
from tests.factories import NOW, TODAY, a_conversation, an_absence, the_person

MORNING = datetime(2022, 3, 15, 6, 45, tzinfo=STOCKHOLM)
SATURDAY = datetime(2022, 3, 19, 6, 45, tzinfo=STOCKHOLM)


@pytest.fixture(autouse=True)
async def chats(desk: Desk) -> None:
    async with desk.begin() as work:
        for code in ("SER1", "SER3", "SER6", "SER10"):
            await work.conversations.remember(a_conversation(id=f"chat-{code}", person=code))
    await make_standing_ahead(begin=desk.begin, at=MORNING - timedelta(hours=2))


async def told(desk: Desk) -> list[str]:
    return sorted(str(who) for kind, who in await desk.owed() if kind == "brief.day")


async def test_who_has_work_gets_one_brief_however_often_it_is_sent(desk: Desk) -> None:
    for _ in range(2):
        await send_briefs(TODAY, begin=desk.begin, at=MORNING)

    # Omar Lind has rounds on Mondays only, and Hanna Pil, who has work, has never been in touch.
    assert await told(desk) == ["SER1", "SER10", "SER6"]


async def test_who_is_away_or_has_a_day_off_gets_none(desk: Desk) -> None:
    async with desk.begin() as work:
        # As it is stored, without what is done to their work: they have some, and get no brief all the same.
        await work.absences.add(an_absence(person="SER6", first=TODAY, last=TODAY))
    await send_briefs(TODAY, begin=desk.begin, at=MORNING)
    assert await told(desk) == ["SER1", "SER10"]

    await send_briefs(local_date(SATURDAY), begin=desk.begin, at=SATURDAY)

    assert await told(desk) == ["SER1", "SER10"]


async def test_every_coordinator_gets_the_board_once(desk: Desk) -> None:
    async with desk.begin() as work:
        await work.conversations.remember(a_conversation(id="chat-SAM1", person="SAM1"))
    for _ in range(2):
        await send_briefs(TODAY, begin=desk.begin, at=MORNING)

    assert [each for each in await desk.owed() if each[0] == "brief.desk"] == [("brief.desk", "SAM1")]


async def test_an_order_that_is_left_from_the_day_before_is_in_the_brief(desk: Desk) -> None:
    await desk.offer(await desk.order(), "SER3", by=the_person("SAM1"), at=NOW)
    later = NOW + timedelta(days=1)

    await send_briefs(local_date(later), begin=desk.begin, at=later)

    assert "SER3" in await told(desk)
