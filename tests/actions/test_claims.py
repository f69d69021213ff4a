"""Free work is taken by whoever is first and may, and the team's channel is told of it once."""

import asyncio
from datetime import timedelta
from decimal import Decimal

import pytest

from actions.assignments import decline_assignment
from actions.claims import claim_request, free_requests, show_free_work
from actions.requests import cancel_request
from domain.assignments import Assignment, AssignmentStatus
from domain.errors import Away, Claimed, DeskError, NoRoom, NotAllowed, NotSuitable, RequestNotFound, WrongState
from domain.notices import Owed
from domain.people import Person, Role
from domain.requests import RequestStatus
from tests.actions.desk import Desk
from tests.factories import NOW, TODAY, a_conversation, an_absence, example_pilot, the_person

SAM1, SER1, SER3 = the_person("SAM1"), the_person("SER1"), the_person("SER3")
THREAD = "19:team;messageid=1"


async def claim(desk: Desk, request: str, by: Person) -> Assignment:
    return await claim_request(request, by=by, catalogue=desk.catalogue, begin=desk.begin, at=NOW)


async def live(desk: Desk, request: str) -> list[tuple[str, str]]:
    async with desk.begin() as work:
        return [(each.person, each.status.value) for each in await work.assignments.of_request(request) if each.is_live]


async def posted(desk: Desk, conversation: str = THREAD) -> list[Owed]:
    """Return what is owed to the thread, in order; taking it ends that it is owed."""
    async with desk.begin() as work:
        return list(
            await work.outbox.claim(now=NOW, owner="test", lease=timedelta(minutes=1), limit=1, lanes=[conversation])
        )


async def shown_here(desk: Desk, *, is_shown: bool = True) -> bool:
    async with desk.begin() as work:
        await work.conversations.remember(a_conversation(id=THREAD, person=None, is_personal=False))
    return await show_free_work(THREAD, is_shown=is_shown, by=SAM1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)


async def test_whoever_takes_free_work_has_it_and_taking_it_again_changes_nothing(desk: Desk) -> None:
    request = await desk.order()

    taken = await claim(desk, request.id, SER3)
    again = await claim(desk, request.id, SER3)

    assert (taken.person, taken.status, again) == ("SER3", AssignmentStatus.ACCEPTED, taken)
    assert (await desk.request(request.id)).status is RequestStatus.ASSIGNED
    assert await desk.story(f"request:{request.id}") == ["placed", "assigned"]
    assert await desk.story(f"assignment:{taken.id}") == ["claimed"]
    assert await desk.owed() == [("request.queued", "SAM1")]


async def test_whoever_takes_it_in_a_channel_is_owed_the_card_of_the_work(desk: Desk) -> None:
    request = await desk.order()

    await claim_request(request.id, by=SER3, catalogue=desk.catalogue, begin=desk.begin, at=NOW, is_elsewhere=True)

    assert (await desk.owed())[1:] == [("assignment.claimed", "SER3")]


async def test_of_two_who_take_it_at_once_one_has_it_and_the_other_learns_who(anywhere: Desk) -> None:
    for _ in range(10):
        request = await anywhere.order()

        results = await asyncio.gather(
            *(claim(anywhere, request.id, each) for each in (SER1, SER3)), return_exceptions=True
        )

        (taken,) = [each for each in results if isinstance(each, Assignment)]
        (refused,) = [each for each in results if isinstance(each, Claimed)]
        assert refused.values == {"id": request.id, "person": taken.person, "is_asked": 0}
        assert await live(anywhere, request.id) == [(taken.person, "accepted")]
        await decline_assignment(taken.id, by=the_person(taken.person), begin=anywhere.begin, at=NOW)
        await cancel_request(request.id, by=SAM1, catalogue=anywhere.catalogue, begin=anywhere.begin, at=NOW)


async def test_what_was_offered_to_somebody_is_only_theirs_to_take(desk: Desk) -> None:
    request = await desk.order()
    await desk.offer(request, "SER3", by=SAM1)

    with pytest.raises(Claimed) as refused:
        await claim(desk, request.id, SER1)

    assert refused.value.values == {"id": request.id, "person": "SER3", "is_asked": 1}
    assert (await claim(desk, request.id, SER3)).status is AssignmentStatus.ACCEPTED


async def refusal(desk: Desk, request: str, by: Person) -> type[DeskError]:
    with pytest.raises(DeskError) as refused:
        await claim(desk, request, by)
    assert await live(desk, request) == []
    return type(refused.value)


@pytest.mark.parametrize("code", ["KON11", "REK1", "SAM1", "PL1", "EK1", "AGA1", "ADM1"])
async def test_nobody_but_an_employee_of_the_unit_takes_work(desk: Desk, code: str) -> None:
    assert await refusal(desk, (await desk.order()).id, the_person(code)) is RequestNotFound


async def test_work_of_another_unit_is_not_found(desk: Desk) -> None:
    request = await desk.order()
    others = [
        each for each in example_pilot().people if each.has_role(Role.SERVICE_EMPLOYEE) and "PV1" not in each.units
    ]

    assert {await refusal(desk, request.id, each) for each in others} == {RequestNotFound}


async def test_who_lacks_a_competence_does_not_take_it(desk: Desk) -> None:
    unable = next(
        each
        for each in example_pilot().people
        if "PV1" in each.units
        and each.has_role(Role.SERVICE_EMPLOYEE)
        and each.lacks(desk.catalogue.demanded_competences("VAK-LAM", "PV1"), on=TODAY)
    )

    assert await refusal(desk, (await desk.order()).id, unable) is NotSuitable


async def test_who_is_away_that_day_does_not_take_it(desk: Desk) -> None:
    request = await desk.order()
    async with desk.begin() as work:
        await work.absences.add(an_absence(person="SER3"))

    assert await refusal(desk, request.id, SER3) is Away


async def test_a_full_day_has_no_room_for_more(desk: Desk) -> None:
    long = await desk.order(hours=Decimal(7))
    await claim(desk, long.id, SER3)

    assert await refusal(desk, (await desk.order(hours=Decimal(4))).id, SER3) is NoRoom


async def test_what_waits_for_approval_or_is_over_is_not_free(desk: Desk) -> None:
    waiting = await desk.order(service="SAN-KLO")
    over = await desk.order()
    await cancel_request(over.id, by=SAM1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)

    assert await refusal(desk, waiting.id, SER1) is WrongState
    assert await refusal(desk, over.id, SER1) is WrongState


async def test_what_is_free_is_what_one_could_take(desk: Desk) -> None:
    free, offered = await desk.order(), await desk.order()
    await desk.offer(offered, "SER1", by=SAM1)

    found = {
        code: [
            each.id
            for each in await free_requests(the_person(code), catalogue=desk.catalogue, begin=desk.begin, at=NOW)
        ]
        for code in ("SER1", "SER3", "SAM1", "KON11", "SAM2")
    }

    assert found == {"SER1": [free.id], "SER3": [free.id], "SAM1": [free.id], "KON11": [], "SAM2": []}


async def test_the_channel_gets_one_card_of_what_is_free_and_of_what_comes(anywhere: Desk) -> None:
    first = await anywhere.order()

    assert await shown_here(anywhere)
    assert not await shown_here(anywhere)
    (card,) = await posted(anywhere)
    assert (card.kind, card.message.view, card.message.subject) == ("assignment.open", "claim", f"request:{first.id}")


async def test_the_channel_is_told_of_new_work_until_that_is_ended(desk: Desk) -> None:
    await shown_here(desk)
    request = await desk.order()
    (card,) = await posted(desk)
    assert card.message.subject == f"request:{request.id}"
    await shown_here(desk, is_shown=False)

    await desk.order()

    assert await posted(desk) == []


async def test_only_a_coordinator_says_where_free_work_is_shown(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        await show_free_work(THREAD, is_shown=True, by=SER1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)
