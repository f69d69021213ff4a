"""What waits for approval is reminded of and handed on, and whoever answers is kept."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from actions.approvals import ask_about, next_reminder, remind_approvers
from actions.economy import outlook_of
from actions.requests import ANSWERED, ASKED, approve_request, comment_request, reject_request
from actions.substitutes import end_substitution, name_substitute
from domain.errors import BadInput, NotAllowed, NotSubstitute, RequestNotFound, WrongState
from domain.requests import RequestStatus, ServiceRequest
from domain.substitutes import Substitution
from domain.worktime import STOCKHOLM
from tests.actions.desk import Desk
from tests.factories import NOW, TODAY, the_person

REK1, KON11, KON12 = the_person("REK1"), the_person("KON11"), the_person("KON12")
A_DAY, TWO_DAYS = timedelta(days=1), timedelta(days=2)
KINDS = {"approval.reminder", "approval.substitute", "approval.unanswered"}


async def waiting(desk: Desk, *, at: datetime = NOW) -> ServiceRequest:
    request = await desk.order("KON12", service="SAN-KLO", at=at)
    assert request.status is RequestStatus.AWAITING_APPROVAL
    return request


async def named(desk: Desk, code: str = "KON11", *, first: date = TODAY, last: date = TODAY) -> Substitution:
    return await name_substitute(code, (first, last), by=REK1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)


async def tick(desk: Desk, at: datetime) -> list[tuple[str, str | None]]:
    """Look twice at what waits, as two replicas may; return what is owed because of it."""
    before = len(await desk.owed())
    for _ in range(2):
        await remind_approvers(begin=desk.begin, at=at)
    return [each for each in (await desk.owed())[before:] if each[0] in KINDS]


async def test_the_principal_is_reminded_after_a_working_day_and_the_coordinator_told_after_two(anywhere: Desk) -> None:
    await waiting(anywhere)

    assert await next_reminder(begin=anywhere.begin, after=NOW) == NOW + A_DAY
    assert await tick(anywhere, NOW + A_DAY - timedelta(minutes=1)) == []
    assert await tick(anywhere, NOW + A_DAY) == [("approval.reminder", "REK1")]
    assert await next_reminder(begin=anywhere.begin, after=NOW + A_DAY) == NOW + TWO_DAYS
    assert await tick(anywhere, NOW + TWO_DAYS) == [("approval.unanswered", "SAM1")]
    assert await tick(anywhere, NOW + timedelta(days=6)) == []


async def test_the_substitute_of_the_day_gets_it_after_two_working_days(anywhere: Desk) -> None:
    await waiting(anywhere)
    await named(anywhere, first=TODAY + TWO_DAYS, last=TODAY + timedelta(days=4))

    await tick(anywhere, NOW + A_DAY)

    assert await tick(anywhere, NOW + TWO_DAYS) == [("approval.substitute", "KON11")]


@pytest.mark.parametrize(
    ("asked", "reminded"),
    [
        ("2022-03-18T14:00", "2022-03-21T14:00"),  # a Friday
        ("2022-03-18T20:00", "2022-03-22T07:00"),  # on a Friday evening: from Monday's opening
        ("2022-04-13T10:00", "2022-04-14T10:00"),  # Maundy Thursday is a working day
        ("2022-04-14T10:00", "2022-04-19T10:00"),  # over Easter
        ("2022-06-23T09:00", "2022-06-27T09:00"),  # over Midsummer
        ("2022-03-25T09:00", "2022-03-28T09:00"),  # over the change of the clock
    ],
)
async def test_a_working_day_is_one_of_the_calendar(desk: Desk, asked: str, reminded: str) -> None:
    at, due = (datetime.fromisoformat(each).replace(tzinfo=STOCKHOLM) for each in (asked, reminded))
    await waiting(desk, at=at)

    assert await next_reminder(begin=desk.begin, after=at) == due
    assert await tick(desk, due - timedelta(minutes=1)) == []
    assert await tick(desk, due) == [("approval.reminder", "REK1")]


async def test_a_question_does_not_put_the_reminder_off(desk: Desk) -> None:
    request = await waiting(desk)
    at = NOW + timedelta(hours=3)
    await comment_request(request.id, "Varför?", by=REK1, catalogue=desk.catalogue, begin=desk.begin, at=at)

    assert await tick(desk, NOW + A_DAY) == [("approval.reminder", "REK1")]


async def test_nobody_is_reminded_of_what_is_answered(desk: Desk) -> None:
    request = await waiting(desk)
    await approve_request(request.id, by=REK1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)

    assert await next_reminder(begin=desk.begin, after=NOW) is None
    assert await tick(desk, NOW + TWO_DAYS) == []


async def test_a_substitute_approves_on_the_days_and_that_they_did_is_kept(anywhere: Desk) -> None:
    request = await waiting(anywhere)
    with pytest.raises(NotAllowed):
        await approve_request(request.id, by=KON11, catalogue=anywhere.catalogue, begin=anywhere.begin, at=NOW)
    await named(anywhere)

    approved = await approve_request(request.id, by=KON11, catalogue=anywhere.catalogue, begin=anywhere.begin, at=NOW)

    assert (approved.status, approved.approved_by) == (RequestStatus.QUEUED, "KON11")
    assert [(each.what, each.person) for each in await anywhere.events(f"request:{request.id}")][-1] == (
        "approved",
        "KON11",
    )


@pytest.mark.parametrize("days", [-1, 1])
async def test_a_substitute_approves_on_no_other_day(desk: Desk, days: int) -> None:
    await named(desk, first=TODAY + A_DAY, last=TODAY + A_DAY)
    request = await waiting(desk)

    with pytest.raises(NotAllowed):
        await reject_request(
            request.id,
            "nej",
            by=KON11,
            catalogue=desk.catalogue,
            begin=desk.begin,
            at=NOW + A_DAY + timedelta(days=days),
        )


async def test_another_than_the_substitute_still_may_not(desk: Desk) -> None:
    await named(desk)
    request = await waiting(desk)

    with pytest.raises(NotAllowed):
        await approve_request(request.id, by=KON12, catalogue=desk.catalogue, begin=desk.begin, at=NOW)


async def test_the_substitute_is_told_and_gets_what_waits_and_what_comes(desk: Desk) -> None:
    await waiting(desk)

    await named(desk)
    await named(desk)
    await waiting(desk)

    assert await desk.owed() == [
        ("request.approval", "REK1"),
        ("substitute.named", "KON11"),
        ("request.approval", "KON11"),
        ("request.approval", "REK1"),
        ("request.approval", "KON11"),
    ]


async def test_naming_another_ends_the_first_and_being_back_ends_all(desk: Desk) -> None:
    first = await named(desk)
    second = await named(desk, "KON12")
    async with desk.begin() as work:
        standing = await work.substitutions.of_days(TODAY, TODAY)
    assert [each.id for each in standing] == [second.id]

    for _ in range(2):
        await end_substitution(second.id, by=REK1, begin=desk.begin, at=NOW)

    async with desk.begin() as work:
        assert await work.substitutions.of_days(TODAY, TODAY) == []
    assert await desk.story(f"substitute:{first.id}") == ["named", "ended"]
    with pytest.raises(NotAllowed):
        await end_substitution(second.id, by=KON11, begin=desk.begin, at=NOW)


@pytest.mark.parametrize("code", ["REK1", "KON21", "SAM1", "SER1", "NOBODY"])
async def test_only_somebody_of_the_unit_stands_in(desk: Desk, code: str) -> None:
    with pytest.raises(NotSubstitute):
        await named(desk, code)


@pytest.mark.parametrize("code", ["KON12", "SAM1", "PL1", "ADM1"])
async def test_only_who_approves_names_a_substitute(desk: Desk, code: str) -> None:
    with pytest.raises(NotAllowed):
        await name_substitute(
            "KON11", (TODAY, TODAY), by=the_person(code), catalogue=desk.catalogue, begin=desk.begin, at=NOW
        )


async def test_days_that_lie_behind_are_refused(desk: Desk) -> None:
    with pytest.raises(BadInput):
        await named(desk, first=TODAY - A_DAY, last=TODAY)


async def test_a_question_goes_to_who_ordered_and_the_answer_to_who_asked(desk: Desk) -> None:
    request = await waiting(desk)
    await comment_request(request.id, "Varför?", by=REK1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)
    await comment_request(request.id, "Det syns utifrån", by=KON12, catalogue=desk.catalogue, begin=desk.begin, at=NOW)

    told = [each for each in await desk.owed() if each[0] == "request.commented"]
    assert told == [
        ("request.commented", "KON12"),
        ("request.commented", "SAM1"),
        ("request.commented", "SAM1"),
        ("request.commented", "REK1"),
    ]


async def test_what_is_asked_before_the_answer_comes_back_with_it_and_the_order_goes_on_waiting(anywhere: Desk) -> None:
    request = await waiting(anywhere)
    asking = {"catalogue": anywhere.catalogue, "begin": anywhere.begin}
    before = len(await anywhere.owed())
    await ask_about(request.id, "Kan det vänta?", by=REK1, **asking, at=NOW)  # type: ignore[arg-type]
    await comment_request(request.id, "Nej", by=KON12, **asking, at=NOW)  # type: ignore[arg-type]

    assert (await anywhere.owed())[before:] == [("approval.question", "KON12"), ("approval.answered", "REK1")]
    assert (await anywhere.request(request.id)).status is RequestStatus.AWAITING_APPROVAL
    told = [(each.what, each.person, each.reason) for each in await anywhere.events(f"request:{request.id}")]
    assert told[1:] == [(ASKED, "REK1", "Kan det vänta?"), (ANSWERED, "KON12", "Nej")]


@pytest.mark.parametrize(("who", "refusal"), [("KON12", NotAllowed), ("SAM1", NotAllowed), ("REK2", RequestNotFound)])
async def test_only_who_may_answer_asks_before_it(desk: Desk, who: str, refusal: type[Exception]) -> None:
    request = await waiting(desk)

    with pytest.raises(refusal):
        await ask_about(request.id, "?", by=the_person(who), catalogue=desk.catalogue, begin=desk.begin, at=NOW)


async def test_what_is_decided_is_asked_about_no_more(desk: Desk) -> None:
    request = await waiting(desk)
    await approve_request(request.id, by=REK1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)

    with pytest.raises(WrongState):
        await ask_about(request.id, "Varför?", by=REK1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)


async def test_a_yes_is_shown_what_it_leaves_of_the_month_and_of_the_year(desk: Desk) -> None:
    march = await desk.order("KON12", service="SAN-KLO", hours=Decimal(3))
    await desk.order("KON12", service="SAN-KLO", hours=Decimal("2.5"))
    april = await desk.order("KON12", service="SAN-KLO", hours=Decimal(1), wanted_start=NOW + timedelta(days=30))

    async with desk.begin() as work:
        now = await outlook_of(march, work=work, catalogue=desk.catalogue)
        later = await outlook_of(april, work=work, catalogue=desk.catalogue)

    assert now.hours is not None
    stands = [now.hours.agreed, now.hours.booked, now.hours.left, now.hours.beyond]
    assert stands == [Decimal(4), Decimal("5.5"), Decimal(0), Decimal("1.5")]
    assert later.hours is not None
    assert later.hours.left == 3
    assert later.spending.left is None
    assert now.spending.charged == later.spending.charged == (march.price or 0) * Decimal("1.5")
