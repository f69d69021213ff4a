"""Somebody's day in its main states: Ellen Rosen's and Omar Lind's on Tuesday 15 March 2022."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from domain.assignments import AssignmentStatus
from domain.calendars import CalendarFeed
from domain.notices import Value
from domain.requests import RequestStatus
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.shelf import Shelf
from tests.dialogs.cards.standing_samples import standing
from tests.factories import NOW, TODAY, a_request, a_standing_day, a_time_entry, an_absence, an_assignment

A = AssignmentStatus
LAST_OF_JANUARY = datetime(2023, 1, 31, 9, 0, tzinfo=UTC)
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


def board(which: str = "", *, count: int = 2, at: datetime = NOW, **but: Value) -> Sample:
    """Return the board with *count* requests of two units, the mail that nobody has, and Moa Slån away."""
    requests = tuple(
        a_request(id=f"B-2022-{n:04}", unit=("PV1", "PV3")[n % 2], place=f"Sal B{200 + n}", requester="KON11")
        for n in range(1, count + 1)
    )
    given = tuple(an_assignment(id="U-2022-0099", request=each.id, person="SER3") for each in requests[1:2])
    shelf = Shelf(
        requests=requests,
        assignments=given,
        standing=(a_standing_day(),) if count else (),
        absences=(an_absence(person="SER3"),) if count else (),
    )
    return Sample(view="board", reader="SAM1", values={"which": which, **but}, shelf=shelf, at=at)


def training(person: str, *, reader: str = "", days_before: int | None = None, **but: Value) -> Sample:
    """Return somebody's training plan, today or so many days before the last of January 2023."""
    at = NOW if days_before is None else LAST_OF_JANUARY - timedelta(days=days_before)
    return Sample(view="training", reader=reader or person, subject=f"training:{person}", values=but, at=at)


def expiring(*, days_before: int = 60, **but: Value) -> Sample:
    """Return what runs out so many days before the last of January 2023, as Jonas Enbär sees it."""
    return Sample(view="expiring", reader="SAM2", values=but, at=LAST_OF_JANUARY - timedelta(days=days_before))


def plan(count: int = 2, *, free: int = 2, hours: str = "1", is_away: bool = False) -> Sample:
    """Return Ellen Rosen's day as Karin Vide plans it, with *count* ordered pieces, and *free* that nobody has."""
    hers = brief(count).shelf
    waiting = tuple(
        a_request(id=f"B-2022-{50 + n:04}", service="KON-MOT", place="Aulan", hours=Decimal(hours), requester="KON11")
        for n in range(free)
    )
    absences = (an_absence(person="SER10"),) if is_away else ()
    shelf = replace(hers, requests=(*hers.requests, *waiting), absences=absences)
    return Sample(view="plan", reader="SAM1", subject=f"plan:SER10@{TODAY.isoformat()}", shelf=shelf)


def handing(count: int = 2, *, is_away: bool = False, to: str = "SER3") -> Sample:
    """Return Ellen Rosen's day, with *count* ordered pieces, as Karin Vide hands it on to Omar Lind."""
    hers = brief(count).shelf
    absences = (an_absence(person=to),) if is_away else ()
    shelf = replace(hers, absences=absences)
    subject = f"plan:SER10@{TODAY.isoformat()}"
    return Sample(view="handing", reader="SAM1", subject=subject, values={"to": to}, shelf=shelf)


def handed_on() -> Sample:
    """Return Ellen Rosen's day once an ordered piece of it has gone to Omar Lind, as Karin Vide sees it."""
    hers = handing(1)
    request = a_request(id="B-2022-0060", place="Aulan", status=RequestStatus.ASSIGNED)
    had, has = (
        an_assignment(id=f"U-2022-00{nth}", request=request.id, person=who, status=status, planned_start=NOW)
        for nth, who, status in ((60, "SER10", A.WITHDRAWN), (61, "SER3", A.ACCEPTED))
    )
    return replace(hers, shelf=Shelf(requests=(request,), assignments=(had, has)))


def split(view: str, reader: str, subject: str, *, is_whole: bool = True) -> Sample:
    """Return four hours of furnishing, three of them Omar Lind's and, where *is_whole*, one Leo Sälg's."""
    request = a_request(service="VAK-MOB", hours=Decimal(4), status=RequestStatus.IN_PROGRESS, requester="KON11")
    parts = tuple(
        an_assignment(
            id=f"U-2022-000{nth}",
            request=request.id,
            person=person,
            status=status,
            planned_start=NOW,
            planned_end=NOW + timedelta(hours=hours),
        )
        for nth, (person, status, hours) in enumerate((("SER3", A.STARTED, 3), ("SER1", A.ACCEPTED, 1)), 1)
    )
    shelf = Shelf(requests=(request,), assignments=parts if is_whole else parts[:1])
    return Sample(view=view, reader=reader, subject=subject, shelf=shelf)


FEEDS = (CalendarFeed(person="PL1", generation=2, hash="", made_at=NOW),)
DAY: Mapping[str, Sample] = {
    "calendar": Sample(view="calendar", reader="PL1", subject="calendar:PL1", shelf=Shelf(feeds=FEEDS)),
    "calendar-out-of-reach": Sample(view="calendar", reader="PL1", subject="calendar:PL1"),
    "brief": brief(3),
    "brief-full": brief(10, done=Decimal("1.5")),
    "brief-none": Sample(view="brief", reader="SER10", subject=BRIEF, shelf=Shelf()),
    "brief-tomorrow": Sample(view="brief", reader="SER10", subject="brief:SER10@2022-03-16", shelf=Shelf()),
    "board": board(),
    "board-none": board(count=0),
    "board-unassigned": board("unassigned", count=12, page=2),
    "board-late": board("late", at=NOW + timedelta(days=3)),
    "board-open": board("open", unit="PV1"),
    "board-mine": board("mine"),
    "plan": plan(1, free=3, hours="0.5"),
    "plan-full": plan(9),
    "plan-away": plan(0, is_away=True),
    "handing": handing(4),
    "handing-away": handing(1, is_away=True),
    "handing-moved": handed_on(),
    "handing-none": Sample(
        view="handing", reader="SAM1", subject="plan:SER10@2022-03-16", values={"to": "SER3"}, shelf=Shelf()
    ),
    "assignment-shared": split("assignment", "SER1", "assignment:U-2022-0002"),
    "queue-shared": split("queue", "SAM1", "request:B-2022-0001"),
    "queue-part-missing": split("queue", "SAM1", "request:B-2022-0001", is_whole=False),
    "training": training("SER1"),
    "training-expires": training("SER6", days_before=7, competence="HYG"),
    "training-expired": training("SER7", reader="SAM2", days_before=-1),
    "expiring": expiring(expiring="SER6=HYG|SER7=HYG|SER8=HYG|SER12=HYG"),
    "expiring-soon": expiring(days_before=0),
    "expiring-none": expiring(days_before=200),
}
