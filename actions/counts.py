"""Counts of what was reported in a month: what went to other parties, and where our own services fell short."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from actions.ports import Work
from catalog.boundary import OUR_PARTY
from catalog.models import Catalogue
from domain.months import month_after, month_of
from domain.parties import IssueCount
from domain.people import Person
from domain.requests import Listing, RequestKind, ServiceRequest
from domain.worktime import at_local

MOST_OPEN = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class PartyCount:
    """What one party was sent in a month: by object (code, number), most first; how many are open or came back."""

    party: str
    objects: Sequence[tuple[str, int]]
    open: int
    returned: int

    @property
    def total(self) -> int:
        """Return how many it was sent."""
        return sum(number for _, number in self.objects)


def units_read_by(person: Person, catalogue: Catalogue) -> list[str]:
    """Return the units of which *person* may see every request.

    Raises:
        NotAllowed: there is none.
    """
    units, permissions = sorted(catalogue.units), catalogue.permissions
    allowed = [unit for unit in units if permissions.allows(person, "request.read", unit=unit)]
    if not allowed:
        permissions.demand(person, "request.read", unit=next(iter(units), None))
    return allowed


async def count_forwarded(month: date, *, units: Collection[str], work: Work) -> Sequence[PartyCount]:
    """Return what was sent to other parties of what was reported at *units* in the month, most first."""
    start, end = _span(month)
    counted = [each for each in await work.parties.counted(units, start=start, end=end) if _is_forwarded(each)]
    returned = await work.parties.returned(units, start=start, end=end)
    found = [
        PartyCount(
            party=party,
            objects=_by(theirs, "object"),
            open=sum(each.count for each in theirs if each.is_open),
            returned=returned.get(party, 0),
        )
        for party in sorted({each.party or "" for each in counted})
        for theirs in [[each for each in counted if each.party == party]]
    ]
    return sorted(found, key=lambda each: -each.total)


async def count_deviations(month: date, *, units: Collection[str], work: Work) -> Sequence[tuple[str, int]]:
    """Return, by unit, how many deviations from its agreement were reported in the month, most first."""
    start, end = _span(month)
    counted = await work.parties.counted(units, start=start, end=end)
    return _by([each for each in counted if each.deviation_of is not None], "unit")


async def open_deviations(*, units: Collection[str], work: Work) -> Sequence[ServiceRequest]:
    """Return the deviations of *units* that nobody has put right yet, newest first."""
    found = await work.requests.listed(Listing(units=tuple(units), is_open=True), limit=MOST_OPEN)
    return [each for each in found if each.kind is RequestKind.ISSUE and each.deviation_of is not None]


def _span(month: date) -> tuple[datetime, datetime]:
    return at_local(month_of(month), time()), at_local(month_after(month), time())


def _is_forwarded(counted: IssueCount) -> bool:
    return counted.party not in {None, OUR_PARTY}


def _by(counted: Sequence[IssueCount], name: str) -> list[tuple[str, int]]:
    totals: dict[str, int] = {}
    for each in counted:
        key = str(getattr(each, name))
        totals[key] = totals.get(key, 0) + each.count
    return sorted(totals.items(), key=lambda total: (-total[1], total[0]))
