"""Values for tests: each says only what its test is about; codes are those of the example pilot."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from catalog.loader import read_pilot
from catalog.models import Pilot
from domain.absence import Absence
from domain.agreements import Agreement, AgreementStatus, Category
from domain.assignments import Assignment, AssignmentStatus, TimeEntry
from domain.files import SentFile
from domain.notices import Conversation, Event, Message, Owed, ShownCard
from domain.people import Person, Role
from domain.requests import OrderDraft, RequestKind, RequestStatus, ServiceRequest
from domain.series import OrderSeries, SeriesStatus
from domain.standing import StandingDay
from domain.substitutes import Substitution
from domain.surveys import Wave
from domain.worktime import at_local

NOW = datetime(2022, 3, 15, 9, 0, tzinfo=UTC)
"""When the example pilot runs: Tuesday 2022-03-15, 10:00 in Stockholm."""
TODAY = date(2022, 3, 15)
_PILOT = Path(__file__).parent.parent / "catalog" / "pilot"


@cache
def example_pilot() -> Pilot:
    """Return the example pilot, read from its files once."""
    return read_pilot(_PILOT, day=TODAY)


def the_person(code: str) -> Person:
    """Return a person of the example pilot, such as REK1, SER1 or SAM1."""
    return next(person for person in example_pilot().people if person.code == code)


def a_person(**but: Any) -> Person:
    """Return a principal of PV1 who is not in the example pilot."""
    ordinary: dict[str, Any] = {
        "code": "NEW1",
        "name": "Siv Lind",
        "email": "siv@vaktis.example",
        "aad_object_id": "10000000-0000-4000-8000-000000000001",
        "roles": frozenset({Role.PRINCIPAL}),
        "units": ("PV1",),
    }
    return Person(**ordinary | but)


def a_request(**but: Any) -> ServiceRequest:
    """Return a queued order of an hour's lamp change at PV1, made by its principal at `NOW`."""
    ordinary: dict[str, Any] = {
        "id": "B-2022-0001",
        "kind": RequestKind.ORDER,
        "status": RequestStatus.QUEUED,
        "unit": "PV1",
        "requester": "REK1",
        "created_at": NOW,
        "service": "VAK-LAM",
        "hours": Decimal(1),
        "price": Decimal(420),
        "included": Decimal(420),
        "charged": Decimal(0),
        "promised_at": NOW + timedelta(days=2),
    }
    return ServiceRequest(**ordinary | but)


def an_issue(**but: Any) -> ServiceRequest:
    """Return a submitted issue about a light fitting at PV1."""
    ordinary: dict[str, Any] = {
        "id": "F-2022-0001",
        "kind": RequestKind.ISSUE,
        "status": RequestStatus.SUBMITTED,
        "service": None,
        "object": "ARMATUR",
        "severity": "normal",
        "hours": None,
        "price": None,
        "included": None,
        "charged": None,
    }
    return a_request(**ordinary | but)


def a_draft(**but: Any) -> OrderDraft:
    """Return an open draft of a lamp change at PV1, made by its principal at `NOW`."""
    ordinary: dict[str, Any] = {
        "id": "draft-1",
        "person": "REK1",
        "unit": "PV1",
        "created_at": NOW,
        "service": "VAK-LAM",
        "hours": Decimal(1),
    }
    return OrderDraft(**ordinary | but)


def a_series(**but: Any) -> OrderSeries:
    """Return an active series of a lamp change at PV1 every other Tuesday from 2022-08-23, made by its principal."""
    ordinary: dict[str, Any] = {
        "id": "S-2022-0001",
        "status": SeriesStatus.ACTIVE,
        "unit": "PV1",
        "requester": "REK1",
        "created_at": NOW,
        "service": "VAK-LAM",
        "rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "first_day": date(2022, 8, 23),
    }
    return OrderSeries(**ordinary | but)


def an_absence(**but: Any) -> Absence:
    """Return that SER3 is away today, as they have said themselves."""
    ordinary: dict[str, Any] = {
        "id": "1",
        "person": "SER3",
        "first": TODAY,
        "last": TODAY,
        "reported_by": "SER3",
        "reported_at": NOW,
    }
    return Absence(**ordinary | but)


def a_substitution(**but: Any) -> Substitution:
    """Return that KON11 approves for REK1 from 4 to 8 April."""
    ordinary: dict[str, Any] = {
        "id": "1",
        "person": "REK1",
        "substitute": "KON11",
        "first": date(2022, 4, 4),
        "last": date(2022, 4, 8),
        "named_at": NOW,
    }
    return Substitution(**ordinary | but)


def an_agreement(hours: str = "12", **but: Any) -> Agreement:
    """Return an offer to PV1 that is to take over on 1 May, with so many *hours* to call off a month."""
    before = example_pilot().catalogue.agreements[0]
    lines = tuple(
        replace(each, hours_per_month=Decimal(hours)) if each.category is Category.CALL_OFF else each
        for each in before.lines
    )
    ordinary: dict[str, Any] = {
        "code": "AVT-PV1-2",
        "status": AgreementStatus.OFFERED,
        "start": date(2022, 5, 1),
        "lines": lines,
        "replaces": before.code,
        "since": before.start,
    }
    return replace(before, **ordinary | but)


def an_assignment(**but: Any) -> Assignment:
    """Return an offer to SER1 of tomorrow's hour from 07:00 UTC, of no request."""
    start = NOW.replace(hour=7) + timedelta(days=1)
    ordinary: dict[str, Any] = {
        "id": "U-2022-0001",
        "person": "SER1",
        "status": AssignmentStatus.OFFERED,
        "offered_at": NOW,
        "planned_start": start,
        "planned_end": start + timedelta(hours=1),
    }
    return Assignment(**ordinary | but)


def a_standing_day(**but: Any) -> StandingDay:
    """Return the half hour of mail at PV1 today from 13:00 in Stockholm."""
    ordinary: dict[str, Any] = {
        "schedule": "PV1-POST-IN-1300",
        "day": TODAY,
        "unit": "PV1",
        "service": "POST-IN",
        "hours": Decimal("0.5"),
        "price": Decimal(385),
    }
    whole = ordinary | but
    return StandingDay(**{"start": at_local(whole["day"], time(13))} | whole)


def a_time_entry(**but: Any) -> TimeEntry:
    """Return an hour of SER1 for PV1, of no request."""
    ordinary: dict[str, Any] = {
        "person": "SER1",
        "unit": "PV1",
        "service": "VAK-LAM",
        "day": TODAY,
        "hours": Decimal(1),
        "price": Decimal(420),
        "amount": Decimal(420),
    }
    return TimeEntry(**ordinary | but)


def an_event(**but: Any) -> Event:
    """Return the event of an order that was placed."""
    ordinary: dict[str, Any] = {"subject": "request:B-2022-0001", "what": "placed", "person": "REK1", "at": NOW}
    return Event(**ordinary | but)


def a_conversation(**but: Any) -> Conversation:
    """Return the personal chat of REK1."""
    ordinary: dict[str, Any] = {
        "id": "chat-1",
        "person": "REK1",
        "is_personal": True,
        "is_active": True,
        "address": {"serviceUrl": "http://127.0.0.1:9/", "tenant": "tenant-1"},
    }
    return Conversation(**ordinary | but)


def a_card(**but: Any) -> ShownCard:
    """Return the card of a request, in the chat of REK1."""
    ordinary: dict[str, Any] = {
        "conversation": "chat-1",
        "activity": "activity-1",
        "message": Message(view="request", subject="request:B-2022-0001"),
        "language": "sv",
        "version": 1,
        "person": "REK1",
    }
    return ShownCard(**ordinary | but)


def an_owed(**but: Any) -> Owed:
    """Return a notice that REK1 is owed, due at `NOW`."""
    ordinary: dict[str, Any] = {
        "kind": "request.placed",
        "dedup": "placed:B-2022-0001",
        "due": NOW,
        "message": Message(text="placed", values={"id": "B-2022-0001"}),
    }
    if "conversation" not in but:
        ordinary["recipient"] = "REK1"
    return Owed(**ordinary | but)


def a_wave(**but: Any) -> Wave:
    """Return the open wave of March 2022."""
    ordinary: dict[str, Any] = {
        "month": "2022-03",
        "opened_at": NOW,
        "closes_on": date(2022, 3, 29),
        "secret": b"a secret of the wave",
    }
    return Wave(**ordinary | but)


def a_file(**but: Any) -> SentFile:
    """Return a photo that REK1 sent at `NOW`, to be fetched."""
    ordinary: dict[str, Any] = {
        "id": "file-1",
        "person": "REK1",
        "created_at": NOW,
        "due": NOW,
        "name": "lampan.jpg",
        "source": "https://contoso.sharepoint.com/lampan.jpg",
    }
    return SentFile(**ordinary | but)
