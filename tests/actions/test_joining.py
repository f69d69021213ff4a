"""Whoever has the same fault joins what is reported, once, and is told how it goes."""

import asyncio
from decimal import Decimal

import pytest

from actions.assignments import accept_assignment, finish_assignment
from actions.issues import Report
from actions.joining import join_request, likely_same
from actions.requests import cancel_request, read_request
from domain.errors import RequestNotFound, WrongState
from domain.requests import ServiceRequest
from tests.actions.desk import Desk
from tests.factories import NOW, the_person

KON11, SER1, SAM1 = the_person("KON11"), the_person("SER1"), the_person("SAM1")


async def join(desk: Desk, request: str, code: str = "KON11") -> ServiceRequest:
    return await join_request(request, by=the_person(code), catalogue=desk.catalogue, begin=desk.begin, at=NOW)


def said(place: str | None = None, *, object_code: str = "EJSTAD", unit: str = "PV1") -> Report:
    return Report(unit=unit, object=object_code, note="ingen har städat", place=place)


async def find_same(desk: Desk, report: Report, code: str = "KON11") -> ServiceRequest | None:
    return await likely_same(report, by=the_person(code), catalogue=desk.catalogue, begin=desk.begin)


async def test_the_same_fault_at_the_same_place_is_found(desk: Desk) -> None:
    issue = await desk.report("EJSTAD", who="KON12")

    assert await find_same(desk, said()) == issue
    assert await find_same(desk, said("Aulan")) is None
    assert await find_same(desk, said(object_code="STADKVAL")) is None
    assert await find_same(desk, said(unit="PV2"), "KON21") is None
    assert await find_same(desk, said(), "KON12") is None


async def test_what_is_over_is_not_the_same(desk: Desk) -> None:
    issue = await desk.report("EJSTAD", who="KON12")
    await cancel_request(issue.id, by=SAM1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)

    assert await find_same(desk, said()) is None


async def test_joining_at_once_and_again_is_kept_once(anywhere: Desk) -> None:
    issue = await anywhere.report("EJSTAD", who="KON12")

    await asyncio.gather(*(join(anywhere, issue.id) for _ in range(8)))

    assert (await anywhere.story(f"request:{issue.id}")).count("joined") == 1


async def test_joiners_are_told_when_it_is_done_and_the_reporter_is_asked_to_rate(desk: Desk) -> None:
    issue = await desk.report("EJSTAD", who="KON12")
    await join(desk, issue.id)
    await join(desk, issue.id, "REK1")
    offered = await desk.offer(issue, "SER1", by=SAM1)
    await accept_assignment(offered.id, by=SER1, begin=desk.begin, at=NOW)

    for _ in range(2):
        await finish_assignment(offered.id, Decimal(1), by=SER1, begin=desk.begin, at=NOW)

    assert (await desk.owed())[-3:] == [
        ("request.followed", "KON11"),
        ("request.followed", "REK1"),
        ("request.done", "KON12"),
    ]


async def test_joiners_are_told_when_it_is_cancelled(desk: Desk) -> None:
    issue = await desk.report("EJSTAD", who="KON12")
    await join(desk, issue.id)
    await cancel_request(issue.id, by=SAM1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)

    assert ("request.followed", "KON11") in await desk.owed()


async def test_an_employee_who_joined_may_read_it_and_another_may_not(desk: Desk) -> None:
    issue = await desk.report("EJSTAD", who="KON12")
    with pytest.raises(RequestNotFound):
        await read_request(issue.id, by=SER1, catalogue=desk.catalogue, begin=desk.begin)

    await join(desk, issue.id, "SER1")

    assert (await read_request(issue.id, by=SER1, catalogue=desk.catalogue, begin=desk.begin)).id == issue.id


async def test_nobody_of_another_unit_joins_and_nobody_an_order(desk: Desk) -> None:
    issue, order = await desk.report("EJSTAD", who="KON12"), await desk.order("KON12")

    with pytest.raises(RequestNotFound):
        await join(desk, issue.id, "KON21")
    with pytest.raises(WrongState):
        await join(desk, order.id)
    assert await desk.story(f"request:{order.id}") == ["placed"]
