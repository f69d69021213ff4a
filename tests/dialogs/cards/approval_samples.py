"""An order that waits for a principal: what a yes leaves, what was asked before it, and who answered."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from actions.requests import ANSWERED, ASKED
from domain.audit import changes_between
from domain.economy import Draw
from domain.notices import Event
from domain.requests import RequestStatus
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.shelf import Shelf
from tests.factories import NOW, a_request, a_time_entry

S = RequestStatus
ORDER = "request:B-2022-0001"
GRAFFITI = a_request(
    service="SAN-KLO",
    status=S.AWAITING_APPROVAL,
    requester="KON11",
    place="Skolgården",
    note="Det syns från gatan.",
    hours=Decimal(3),
    price=Decimal(520),
    included=Decimal(1040),
    charged=Decimal(520),
)
DRAWS = (
    Draw(category="add_on", is_done=False, hours=Decimal(3), charged=Decimal(520)),
    Draw(category="call_off", is_done=True, hours=Decimal(2), charged=Decimal("840.50")),
)


MAY = datetime(2022, 5, 2, 8, 0, tzinfo=UTC)
WEEK = Shelf(entries=(a_time_entry(id=1, hours=Decimal("1.5")), a_time_entry(id=2, service="LOK-REG")))


def _told(what: str, person: str, minutes: int, reason: str = "") -> Event:
    at = NOW + timedelta(minutes=minutes)
    return Event(subject=ORDER, what=what, person=person, at=at, after="awaiting_approval", reason=reason or None)


ASKING = (_told("placed", "KON11", 0), _told(ASKED, "REK1", 20, "Kan det vänta till sommaren?"))
WITH_ANSWER = (*ASKING, _told(ANSWERED, "KON11", 45, "Nej, föräldrarna kommer på tisdag."))


def _shown(view: str, reader: str, *events: Event, budget: str | None = None) -> Sample:
    held = None if budget is None else Decimal(budget)
    shelf = Shelf(requests=(GRAFFITI,), events=events, draws=DRAWS, budget=held)
    return Sample(view=view, reader=reader, subject=ORDER, shelf=shelf)


def _answered(person: str) -> Sample:
    request = replace(GRAFFITI, status=S.QUEUED, approved_by=person)
    story = (*WITH_ANSWER, replace(_told("approved", person, 50), before="awaiting_approval", after="queued"))
    return Sample(view="approval", reader="REK1", subject=ORDER, shelf=Shelf(requests=(request,), events=story))


def _agreed(reader: str) -> Sample:
    entries = (a_time_entry(unit="PV1", schedule="PV1-LOK-REG-0700", hours=Decimal("6.25")),)
    return Sample(view="agreed", reader=reader, subject="unit:PV1", shelf=Shelf(draws=DRAWS, entries=entries))


def _log(reader: str, number: str, page: int = 1) -> Sample:
    """Return the log as an administrator reads it, of an order and of all."""
    told = _told("placed", "KON11", 0)
    placed = replace(told, changed=changes_between(None, GRAFFITI), origin="chat")
    given = changes_between(GRAFFITI, replace(GRAFFITI, status=S.QUEUED, approved_by="REK1"))
    approved = replace(_told("approved", "REK1", 50), changed=given, origin="press")
    warned = replace(_told("promise-warned", "", 90), person=None, origin="job")
    events = (placed, *[replace(each, origin="press") for each in WITH_ANSWER[1:]], approved, warned)
    shelf = Shelf(requests=(GRAFFITI,), events=events * (3 if not number else 1))
    return Sample(view="audit", reader=reader, values={"number": number, "page": page}, shelf=shelf)


def _promises(reader: str, *lines: str) -> Sample:
    """Return how promises were kept, of units that are named by their subjects here."""
    events = tuple(
        Event(subject=f"unit:{unit}", what=what, person=None, at=NOW) for unit, what in (each.split() for each in lines)
    )
    return Sample(view="promises", reader=reader, shelf=Shelf(events=events))


APPROVALS: Mapping[str, Sample] = {
    "approval-add-on": _shown("approval", "REK1", *ASKING[:1]),
    "approval-budget": _shown("approval", "REK1", *ASKING[:1], budget="1000"),
    "approval-answered": _shown("approval", "REK1", *WITH_ANSWER),
    "approval-by-substitute": _answered("KON12"),
    "agreed": _agreed("REK1"),
    "agreed-requester": _agreed("KON11"),
    "agreed-none": replace(_agreed("REK1"), values={"month": "2021-12"}),
    "audit": _log("ADM1", "B-2022-0001"),
    "audit-all": _log("ADM1", "", 2),
    "audit-none": _log("ADM1", "B-2022-0009"),
    "promises": _promises("SAM1", *["PV1 promise-kept"] * 11, "PV1 promise-broken", *["PV2 promise-kept"] * 4),
    "promises-none": _promises("SAM1"),
    "hours-of-another": Sample(view="hours", reader="SAM1", subject="hours:SER1", shelf=WEEK),
    "hours-closed": Sample(
        view="hours", reader="SER1", subject="hours:SER1", values={"week": "2022-03-14"}, shelf=WEEK, at=MAY
    ),
    "request-asked-about": _shown("request", "KON11", *ASKING),
}
