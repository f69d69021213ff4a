"""Outcomes are kept with those they replaced, and the facts they are worked out of are found, on both databases."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from actions.ports import Begin
from domain.indicators import DoneOrder, Observation
from domain.notices import Event
from domain.requests import RequestStatus
from tests.factories import NOW, TODAY, a_request, a_time_entry, an_issue

MARCH, APRIL = date(2022, 3, 1), date(2022, 4, 1)
HOUR = timedelta(hours=1)


def an_outcome(**but: Any) -> Observation:
    ordinary: dict[str, Any] = {"indicator": "K10", "month": MARCH, "scope": "all", "value": Decimal("93.5"), "at": NOW}
    return Observation(**{**ordinary, "person": "PL1", **but})


async def test_a_corrected_outcome_stays_beside_the_one_that_counts(begin: Begin) -> None:
    async with begin() as work:
        await work.indicators.put(an_outcome(comment="Enligt fakturorna"))
        await work.indicators.put(an_outcome(month=APRIL))
        await work.indicators.put(an_outcome(value=Decimal("94.10"), comment="Två fakturor saknades"))

    async with begin() as work:
        story = await work.indicators.story("K10", "all", MARCH)
        current = await work.indicators.current(["all", "unit:PV1"], MARCH, MARCH)
        assert await work.indicators.current([], MARCH, APRIL) == []
    assert [(str(each.value), each.comment, each.is_current) for each in story] == [
        ("93.5", "Enligt fakturorna", False),
        ("94.10", "Två fakturor saknades", True),
    ]
    assert current == [story[1]]


async def test_what_is_settled_by_itself_replaces_nothing(begin: Begin) -> None:
    async with begin() as work:
        await work.indicators.put(an_outcome())
        for _ in range(2):
            await work.indicators.settle(
                [an_outcome(value=Decimal(1), person=None), an_outcome(scope="unit:PV1", value=None, person=None)]
            )

    async with begin() as work:
        found = await work.indicators.current(["all", "unit:PV1"], MARCH, MARCH)
    assert {each.scope: each.value for each in found} == {"all": Decimal("93.5"), "unit:PV1": None}


async def test_what_was_done_in_a_span_comes_with_what_it_brought(begin: Begin) -> None:
    until = NOW + HOUR
    done: dict[str, Any] = {"status": RequestStatus.DONE, "draft": None}
    async with begin() as work:
        await work.requests.add(a_request(**done, done_at=NOW, promised_at=until))
        await work.requests.add(a_request(id="B-2022-0002", **done, done_at=until))
        await work.requests.add(an_issue(status=RequestStatus.DONE, done_at=NOW))
        for hours in ("1", "0.5"):
            entry = a_time_entry(request="B-2022-0001", day=TODAY, hours=Decimal(hours), amount=Decimal(hours) * 420)
            await work.time_entries.add(entry)

    async with begin() as work:
        found = {each: facts for each, _, facts in await work.indicators.done(NOW, until)}
    assert found == {
        "B-2022-0001": DoneOrder(
            unit="PV1",
            created_at=NOW,
            wanted_start=None,
            promised_at=until,
            done_at=NOW,
            income=Decimal(630),
        ),
        "F-2022-0001": None,
    }


async def test_what_was_reopened_in_a_span_is_found_once(begin: Begin) -> None:
    def reopened(at: datetime) -> Event:
        return Event(subject="request:B-2022-0001", what="reopened", person="REK1", at=at)

    async with begin() as work:
        await work.requests.add(a_request())
        await work.events.put_all([reopened(NOW), reopened(NOW + HOUR / 2), reopened(NOW + HOUR)])

    async with begin() as work:
        assert await work.indicators.reopened(NOW, NOW + HOUR) == {"B-2022-0001": "PV1"}
        assert await work.indicators.reopened(NOW + HOUR * 2, NOW + HOUR * 3) == {}
