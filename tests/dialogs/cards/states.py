"""The rarer states of each view: shown in the gallery and held by the rules, but not stored."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from domain.assignments import AssignmentStatus
from domain.commitments import CommitmentStatus
from domain.notices import Event
from domain.people import Role
from domain.requests import RequestStatus
from domain.series import DaysOff
from tests.dialogs.cards.announcement_samples import RARER
from tests.dialogs.cards.cause_samples import RARER as CAUSES_RARER
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.samples import (
    AUGUST,
    BEFORE_8,
    FRIDAY,
    LAMP_ORDER,
    LATER,
    OF_SERIES,
    ORDER,
    RECURRING,
    SAMPLES,
    SERIES,
    on_issue,
    on_lamp,
    order,
    working,
)
from tests.dialogs.cards.shelf import Shelf
from tests.dialogs.cards.wheel_samples import commitment
from tests.factories import NOW, TODAY, a_substitution, an_assignment, example_pilot

A, S, C = AssignmentStatus, RequestStatus, CommitmentStatus
MONDAY = datetime(2022, 3, 21, 7, 0, tzinfo=UTC)
EASTER = datetime(2022, 4, 11, 5, 0, tzinfo=UTC)
JANUARY = datetime(2022, 1, 25, 9, 0, tzinfo=UTC)
DAY = timedelta(hours=9)
KEY_ORDER: dict[str, Any] = {"service": "NYC-KOR", "wanted_kind": "none", "wanted_end": None}
RULES = {
    "daily": "FREQ=DAILY;INTERVAL=2",
    "workdays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "two-days": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
    "monthly": "FREQ=MONTHLY;BYDAY=-1FR",
    "date": "FREQ=MONTHLY;INTERVAL=3",
    "months": "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
    "yearly": "FREQ=YEARLY",
    "odd": "FREQ=WEEKLY;BYDAY=1MO",
}
READERS = {
    "principal": "REK1",
    "requester": "KON11",
    "employee": "SER3",
    "coordinator": "SAM1",
    "leader": "PL1",
    "owner": "AGA1",
    "economist": "EK1",
    "administrator": "ADM1",
}


def wanted(kind: str, start: datetime | None, end: datetime | None = None) -> Sample:
    """Return an order card that is wanted then."""
    return order(wanted_kind=kind, wanted_start=start, wanted_end=end)


def without(role: Role, sample: Sample) -> Sample:
    """Return *sample* where nobody holds *role*."""
    left = tuple(each for each in example_pilot().people if not each.has_role(role))
    return replace(sample, shelf=replace(sample.shelf, people=left))


def series(**but: object) -> Sample:
    """Return the card of the series *but* for something."""
    shelf = Shelf(series=(replace(SERIES, **but),))  # type: ignore[arg-type]
    return Sample(view="series", reader="KON11", subject=f"series:{SERIES.id}", shelf=shelf)


def over_christmas(days_off: DaysOff) -> Sample:
    """Return the card, in December, of a series of every weekday until the end of May, with its many days off."""
    every_weekday = series(rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", last_day=date(2023, 5, 31), days_off=days_off)
    return replace(every_weekday, at=datetime(2022, 12, 10, 9, tzinfo=UTC))


def told(sample: Sample, *whats: tuple[str, str | None]) -> Sample:
    """Return *sample* with events of each (what, status that it led to), an hour apart."""
    subject = sample.subject or ""
    events = tuple(
        Event(subject=subject, what=what, person="KON11", at=NOW + timedelta(hours=nth), after=after)
        for nth, (what, after) in enumerate(whats, start=1)
    )
    return replace(sample, shelf=replace(sample.shelf, events=events))


def declined_by_all(sample: Sample) -> Sample:
    """Return *sample* where every employee has said no."""
    codes = [each.code for each in example_pilot().people if each.has_role(Role.SERVICE_EMPLOYEE)]
    declined = tuple(
        an_assignment(id=f"U-2022-{n:04}", request="B-2022-0001", person=code, status=A.DECLINED)
        for n, code in enumerate(codes, start=1)
    )
    return replace(sample, shelf=replace(sample.shelf, assignments=declined))


def _stood_in_for(sample: Sample) -> Sample:
    """Return *sample* as the one sees it who approves today for the principal."""
    named = a_substitution(first=TODAY, last=TODAY)
    return replace(sample, reader="KON11", shelf=replace(sample.shelf, substitutions=(named,)))


def many_words(sample: Sample) -> Sample:
    """Return *sample* with so many long words that its card has to be shortened."""
    wordy = tuple(
        Event(subject=ORDER, what="commented", person="KON11", at=NOW + timedelta(hours=n), reason="å👩‍👩‍👧‍👦" * 300)
        for n in range(30)
    )
    return replace(sample, shelf=replace(sample.shelf, events=wordy))


def rejected(status: RequestStatus, what: str, reason: str) -> Sample:
    """Return an order that is over in *status*, with why."""
    sample = on_lamp("request", "KON11", status)
    event = Event(subject=ORDER, what=what, person="REK1", at=NOW, after=status.value, reason=reason)
    return replace(sample, shelf=replace(sample.shelf, events=(*sample.shelf.events, event)))


def notes(sample: Sample) -> Sample:
    """Return a reminder that something was filled in for, and that was put off."""
    filled = (("PL1", "Klart för tre verksamheter.", NOW),)
    return replace(sample, shelf=replace(sample.shelf, notes=filled, snoozed_until=date(2022, 5, 27)))


def of_person(view: str) -> Mapping[str, Sample]:
    """Return *view* as each group of readers gets it."""
    return {f"{view}-{group}": Sample(view=view, reader=reader) for group, reader in READERS.items()}


def at_night(sample: Sample) -> Sample:
    """Return *sample* after the month's working hours."""
    return replace(sample, at=datetime(2022, 3, 15, 21, 30, tzinfo=UTC))


ORDERS: Mapping[str, Sample] = {
    "order-asap": wanted("asap", None),
    "order-from": wanted("from", FRIDAY),
    "order-between": wanted("between", MONDAY, MONDAY + timedelta(hours=4)),
    "order-week": wanted("week", EASTER, EASTER + timedelta(days=4) + DAY),
    "order-span": wanted("between", MONDAY, MONDAY + timedelta(days=2, hours=3)),
    "order-past": wanted("past", None),
    "order-past-by-waiting": replace(order(), at=LATER),
    "order-season": wanted("season", None),
    "order-unreal": wanted("unreal", None),
    "order-at-night": at_night(order()),
    "order-approved-by-you": order(**KEY_ORDER),
    "order-approval-nobody": without(Role.PRINCIPAL, order("KON11", **KEY_ORDER)),
    "order-not-open": order(service="MAL-VAR"),
    "order-not-begun": replace(order("REK2", unit="PV2", wanted_end=JANUARY), at=JANUARY - timedelta(days=5)),
    "order-over": wanted("at", datetime(2024, 2, 5, 9, 0, tzinfo=UTC), datetime(2024, 2, 5, 9, 0, tzinfo=UTC)),
    "order-refused-nobody": without(Role.COORDINATOR, order("CHE7", unit="PV7")),
    "order-long-note": order(note="Stegen står i förrådet bakom scenen. " * 40, place="Lilla salen bredvid aulan"),
    "order-outlasts": order(**RECURRING | {"last_day": date(2024, 12, 24)}),
    "order-moved": order(**RECURRING | {"days_off": DaysOff.MOVE.value}),
}
REQUESTS: Mapping[str, Sample] = {
    "request-submitted": on_lamp("request", "KON11", S.SUBMITTED),
    "request-in-progress": on_lamp("request", "KON11", S.IN_PROGRESS, work=A.STARTED),
    "request-waiting": on_lamp("request", "KON11", S.WAITING, work=A.PAUSED),
    "request-closed": on_lamp("request", "KON11", S.CLOSED, work=A.DONE, done_at=BEFORE_8, rating=2),
    "request-done-late": on_lamp("request", "KON11", S.DONE, work=A.DONE, done_at=LATER),
    "request-done-reader": on_lamp("request", "KON12", S.DONE, work=A.DONE, done_at=BEFORE_8),
    "request-rejected": rejected(S.REJECTED, "rejected", "Vi väntar till nästa månad."),
    "request-cancelled-why": rejected(S.CANCELLED, "cancelled", "Vi bytte lampan själva."),
    "request-whole-life": told(
        on_lamp("request", "KON11", S.CLOSED, done_at=BEFORE_8),
        ("placed", "awaiting_approval"),
        ("approved", "queued"),
        ("count-changed", None),
        ("x", "submitted"),
        ("x", "assigned"),
        ("x", "in_progress"),
        ("x", "waiting"),
        ("x", "done"),
        ("reopened", "queued"),
        ("rated", None),
        ("x", "closed"),
        ("x", "forwarded"),
        ("x", "rejected"),
        ("x", "cancelled"),
    ),
    "request-many-words": many_words(on_lamp("request", "KON11", S.QUEUED)),
    "request-counted": on_lamp("request", "KON11", S.QUEUED, count=30, note="30 stolar i rader om tio."),
    "issue-submitted": told(on_issue("request", "REK1", status=S.SUBMITTED, severity="normal"), ("reported", None)),
    "issue-done": on_issue("request", "REK1", status=S.DONE, severity="normal", done_at=BEFORE_8),
    "receipt-urgent": on_issue("receipt", "REK1", object="EJSTAD", severity="urgent", party="service", status=S.QUEUED),
    "receipt-cancelled": on_issue("receipt", "REK1", status=S.CANCELLED, severity="normal"),
    "approval-rejected": rejected(S.REJECTED, "rejected", "För dyrt."),
    "approval-reminded": replace(SAMPLES["approval"], values={"asked_at": NOW.isoformat()}, at=LATER),
    "approval-substitute": _stood_in_for(SAMPLES["approval"]),
    "approval-reader": replace(SAMPLES["approval"], reader="KON11"),
    "rating-reader": replace(SAMPLES["rating"], reader="KON12"),
    "rating-closed": on_lamp("rating", "KON11", S.CLOSED, work=A.DONE, done_at=BEFORE_8, rating=1),
    "request-of-ended-series": Sample(
        view="request", reader="KON11", subject=ORDER, shelf=Shelf(requests=(OF_SERIES,), series=(SERIES.end(),))
    ),
    "requests-open": replace(SAMPLES["requests"], values={"which": "open"}),
    "requests-one": Sample(view="requests", reader="KON11", shelf=Shelf(requests=(LAMP_ORDER,))),
    "requests-none-open": Sample(view="requests", reader="REK1", values={"which": "open"}),
    "requests-none-over": Sample(view="requests", reader="REK1", values={"which": "over"}),
    "queue-uncovered": declined_by_all(on_lamp("queue", "SAM1", S.QUEUED)),
    "queue-soon": replace(on_lamp("queue", "SAM1", S.QUEUED), values={"soon": True}),
    "queue-urgent": on_issue("queue", "SAM1", object="EJSTAD", severity="urgent", party="service", status=S.QUEUED),
    "queue-emergency": on_issue("queue", "SAM1"),
    "queue-in-progress": on_lamp("queue", "SAM1", S.IN_PROGRESS, work=A.STARTED),
    "queue-awaiting": on_lamp("queue", "SAM1", S.AWAITING_APPROVAL, charged=Decimal(210), included=Decimal(0)),
    "claim-offered": on_lamp("claim", "SER1", S.QUEUED, work=A.OFFERED),
    "claim-cancelled": on_lamp("claim", "SER1", S.CANCELLED),
    "claim-emergency": on_issue("claim", "SER1", status=S.QUEUED),
    "claim-late": replace(on_lamp("claim", "SER1", S.QUEUED), at=LATER),
    "queue-cancelled": on_lamp("queue", "SAM1", S.CANCELLED),
    "queue-changed": replace(
        on_lamp("queue", "SAM1", S.QUEUED), values={"changed": "hours|count|note", "by_person": "KON11"}
    ),
    "queue-six-hours": on_lamp("queue", "SAM1", S.QUEUED, hours=Decimal(7)),
    "queue-reader": on_lamp("queue", "PL1", S.QUEUED),
}
WORK: Mapping[str, Sample] = {
    "assignment-waiting": replace(
        working(A.PAUSED), shelf=replace(working(A.PAUSED).shelf, requests=(replace(LAMP_ORDER, status=S.WAITING),))
    ),
    "assignment-soon": replace(working(A.STARTED), values={"soon": True}),
    "assignment-handed-over": working(A.HANDED_OVER),
    "assignment-withdrawn": working(A.WITHDRAWN),
    "assignment-of-another": replace(working(A.ACCEPTED), reader="SAM1"),
    "assignment-noted": replace(
        working(A.OFFERED),
        shelf=Shelf(
            requests=(replace(LAMP_ORDER, status=S.QUEUED, note="Lysröret vid tavlan blinkar.", count=2),),
            assignments=working(A.OFFERED).shelf.assignments,
        ),
    ),
    "assignments-paused": replace(
        SAMPLES["assignments"],
        shelf=replace(
            SAMPLES["assignments"].shelf,
            assignments=tuple(replace(each, status=A.PAUSED) for each in SAMPLES["assignments"].shelf.assignments),
        ),
    ),
}
OTHERS: Mapping[str, Sample] = {
    **{f"series-{name}": series(rrule=rule) for name, rule in RULES.items()},
    "series-moved": series(days_off=DaysOff.MOVE, length=timedelta(hours=2), clock=time(7)),
    "series-holidays": replace(over_christmas(DaysOff.SKIP), values={"holidays": True}),
    "series-holidays-moved": over_christmas(DaysOff.MOVE),
    "series-endless": series(last_day=None, clock=None),
    "series-none-left": replace(series(last_day=date(2022, 9, 1)), at=AUGUST + timedelta(days=20)),
    **of_person("help"),
    **of_person("welcome"),
    "catalogue-none": Sample(view="catalogue", reader="KON11", values={"query": "qqqq"}),
    "catalogue-mandatory": Sample(view="catalogue", reader="KON51", values={"category": "mandatory"}),
    "catalogue-employee": Sample(view="catalogue", reader="SER3"),
    "service-own-approval": Sample(view="service", reader="REK1", subject="catalogue:NYC-KOR"),
    "service-not-open-leader": Sample(view="service", reader="PL1", subject="catalogue:MAL-VAR"),
    "service-nobody-approves": without(
        Role.PRINCIPAL, Sample(view="service", reader="KON11", subject="catalogue:NYC-KOR")
    ),
    "commitment-noted": notes(SAMPLES["commitment"]),
    "commitment-reader": replace(SAMPLES["commitment"], reader="AGA1"),
    **{f"commitment-{code}": commitment(code) for code in ("V1", "P1", "S1", "KM1", "SU1", "AT1")},
    "commitment-due": commitment(at=datetime(2022, 5, 31, 6, 0, tzinfo=UTC)),
    "wheel-reminder": Sample(view="wheel", reader="PL1", values={"commitments": "U1|M1|M2"}),
    "wheel-month-none": Sample(view="wheel", reader="PL1", values={"month": "2022-07"}, shelf=Shelf(commitments=())),
    "wheel-month-later": Sample(view="wheel", reader="SAM1", values={"month": "2022-08"}),
    **RARER,
    **CAUSES_RARER,
    "wheel-none": Sample(view="wheel", reader="PL1", shelf=Shelf(commitments=())),
    "undeliverable-none": Sample(view="undeliverable", reader="SAM1"),
}
STATES: Mapping[str, Sample] = {**ORDERS, **REQUESTS, **WORK, **OTHERS}
GALLERY: Mapping[str, Sample] = {**SAMPLES, **STATES}
"""Every card that the product has, in every state that looks otherwise."""
