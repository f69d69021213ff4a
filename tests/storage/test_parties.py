"""What parties may answer and have answered, and counts of what they were sent, on both databases."""

from datetime import date, timedelta
from typing import Any

import pytest

from actions.ports import Begin
from domain.errors import NotFound
from domain.parties import IssueCount, PartyAnswer, PartyLink, PartyStep
from domain.requests import RequestStatus
from tests.factories import NOW, a_request, an_issue

HOUR = timedelta(hours=1)


def an_answer(step: PartyStep, **but: Any) -> PartyAnswer:
    ordinary = {"form": f"form-{step}", "request": "F-2022-0001", "party": "property", "step": step, "at": NOW}
    return PartyAnswer(**{**ordinary, **but})


async def test_answers_come_back_in_order_and_a_link_by_its_hash_alone(begin: Begin) -> None:
    link = PartyLink(hash="h" * 64, request="F-2022-0001", party="property", made_at=NOW)
    said = [
        an_answer(PartyStep.RECEIVED, expected_on=date(2022, 3, 18)),
        an_answer(PartyStep.ASKED, words="Var?"),
        an_answer(PartyStep.DONE),
    ]
    async with begin() as work:
        await work.requests.add(an_issue())
        await work.parties.put_link(link)
        for each in said:
            await work.parties.put_answer(each)

    async with begin() as work:
        assert await work.parties.answers("F-2022-0001") == said
        assert await work.parties.link("h" * 64) == link
        with pytest.raises(NotFound):
            await work.parties.link("x" * 64)


async def test_issues_alike_are_counted_together_within_their_time_and_units(begin: Begin) -> None:
    async with begin() as work:
        issues: list[dict[str, Any]] = [
            {"object": "VENT", "party": "property", "status": RequestStatus.FORWARDED},
            {"object": "VENT", "party": "property", "status": RequestStatus.FORWARDED},
            {"object": "VENT", "party": "property", "status": RequestStatus.DONE},
            {"object": "VENT", "party": "property", "created_at": NOW - HOUR},
            {"object": "VENT", "party": "property", "unit": "PV2", "requester": "REK2"},
            {"object": "EJSTAD", "party": "service", "deviation_of": "LOK-REG"},
        ]
        for nth, but in enumerate(issues, start=1):
            await work.requests.add(an_issue(id=f"F-2022-000{nth}", **but))
        await work.requests.add(a_request())
        for form in ("one", "two"):
            await work.parties.put_answer(an_answer(PartyStep.RETURNED, form=form))
        await work.parties.put_answer(an_answer(PartyStep.RETURNED, request="F-2022-0004"))

    async with begin() as work:
        counted = await work.parties.counted(["PV1"], start=NOW, end=NOW + HOUR)
        returned = await work.parties.returned(["PV1"], start=NOW, end=NOW + HOUR)

    vent = {"unit": "PV1", "object": "VENT", "party": "property"}
    expected = [
        IssueCount(**vent, is_open=True, count=2),
        IssueCount(**vent, is_open=False, count=1),
        IssueCount(unit="PV1", object="EJSTAD", party="service", deviation_of="LOK-REG", is_open=True, count=1),
    ]
    assert sorted(counted, key=str) == sorted(expected, key=str)
    assert returned == {"property": 1}
