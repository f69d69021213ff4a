"""Splitting a request between two: both are given their part at once, and it is done when both are."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from actions.assignments import demand_to_give
from actions.giving import give_part, part_of, save_request, tell_employee
from actions.ports import Begin, Work
from actions.queue import length_of
from actions.requests import withdraw_assignments
from catalog.models import Catalogue
from domain.assignments import Assignment
from domain.errors import BadInput
from domain.people import Person
from domain.requests import ServiceRequest
from domain.splitting import at_work, shares

_HOUR = Decimal(3600)


async def split_request(  # what, between whom and by whom is what it is
    request_id: str,
    people: tuple[str, str],
    hours: Decimal | None,
    *,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
) -> Sequence[Assignment]:
    """Give each of *people* a part of the request, accepted at once: the first *hours*, or half, the other the rest.

    Whoever had it before is told that they have it no more; split so already, nothing happens.

    Raises:
        BadInput: the two are one, or a part would be less than a quarter of an hour.
        NotAllowed, NotSuitable, Away, WrongState: as for `assign_request`.
    """
    if people[0] == people[1]:
        raise BadInput(field="second", lowest="", highest="")
    async with begin() as work:
        request = await demand_to_give(work, request_id, by, catalogue)
        whole = Decimal(round(length_of(request).total_seconds())) / _HOUR
        parts = dict(zip(people, shares(whole, hours), strict=True))
        standing = at_work(await work.assignments.of_request(request.id))
        if {each.person: part_of(each) for each in standing} == parts:
            return standing
        await withdraw_assignments(work, request, by=by.code, at=at)
        given = [
            await give_part(work, request, person, part, by=by, catalogue=catalogue, at=at)
            for person, part in parts.items()
        ]
        await _tell(work, request, given, by=by, at=at)
        return given


async def _tell(work: Work, request: ServiceRequest, given: Sequence[Assignment], *, by: Person, at: datetime) -> None:
    await save_request(work, request, request.assign(), "assigned", by=by.code, at=at)
    for each in given:
        await tell_employee(work, each, "assignment.assigned", at=at)
