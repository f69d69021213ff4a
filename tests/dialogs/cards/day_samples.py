"""Somebody's day in its main states: Ellen Rosen's and Omar Lind's on Tuesday 15 March 2022."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from domain.assignments import AssignmentStatus
from domain.requests import RequestStatus
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.shelf import Shelf
from tests.dialogs.cards.standing_samples import standing
from tests.factories import NOW, TODAY, a_request, a_time_entry, an_assignment

A = AssignmentStatus
ORDERED = (A.OFFERED, A.ACCEPTED, A.STARTED, A.PAUSED)
BRIEF = f"brief:SER10@{TODAY.isoformat()}"


def brief(count: int = 1, *, done: Decimal | None = None) -> Sample:
    """Return Ellen Rosen's day of mail, waste and *count* ordered pieces in units by turns."""
    requests = tuple(
        a_request(
            id=f"B-2022-{n:04}", unit=("PV1", "PV7")[n % 2], place=f"Sal B{200 + n}", status=RequestStatus.ASSIGNED
        )
        for n in range(1, count + 1)
    )
    ordered = tuple(
        an_assignment(
            id=f"U-2022-{10 + n:04}",
            request=each.id,
            person="SER10",
            status=ORDERED[n % 4],
            planned_start=NOW - timedelta(days=1) + timedelta(hours=20 + n),
            planned_end=NOW - timedelta(days=1) + timedelta(hours=21 + n),
        )
        for n, each in enumerate(requests, 1)
    )
    mail = standing(A.ACCEPTED).shelf
    entries = () if done is None else (a_time_entry(person="SER10", day=TODAY, hours=done),)
    shelf = replace(mail, requests=requests, assignments=(*mail.assignments, *ordered), entries=entries)
    return Sample(view="brief", reader="SER10", subject=BRIEF, shelf=shelf)


DAY: Mapping[str, Sample] = {
    "brief": brief(3),
    "brief-full": brief(10, done=Decimal("1.5")),
    "brief-none": Sample(view="brief", reader="SER10", subject=BRIEF, shelf=Shelf()),
    "brief-tomorrow": Sample(view="brief", reader="SER10", subject="brief:SER10@2022-03-16", shelf=Shelf()),
}
