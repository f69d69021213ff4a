"""Each view in its main states, as messages to readers of the example pilot on Tuesday 15 March 2022, 10:00."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from domain.assignments import AssignmentStatus
from domain.files import Refusal
from domain.notices import Event, Message, Owed, Value
from domain.people import Role
from domain.requests import RequestStatus
from domain.talks import Talk, TalkLine
from tests.dialogs.cards.announcement_samples import ANNOUNCED
from tests.dialogs.cards.approval_samples import APPROVALS
from tests.dialogs.cards.cause_samples import CAUSES
from tests.dialogs.cards.day_samples import DAY
from tests.dialogs.cards.indicator_samples import INDICATORS
from tests.dialogs.cards.same_samples import SAME
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.shelf import Shelf
from tests.dialogs.cards.standing_samples import STANDING
from tests.dialogs.cards.substitute_samples import DECIDED
from tests.dialogs.cards.survey_samples import SURVEYS
from tests.dialogs.cards.wheel_samples import WHEEL
from tests.factories import (
    NOW,
    TODAY,
    a_draft,
    a_file,
    a_request,
    a_series,
    a_time_entry,
    an_absence,
    an_assignment,
    an_issue,
    example_pilot,
)

A, S = AssignmentStatus, RequestStatus
ORDER, ISSUE = "request:B-2022-0001", "request:F-2022-0001"
LATER = datetime(2022, 3, 17, 8, 0, tzinfo=UTC)
GOOD_FRIDAY = datetime(2022, 4, 15, 8, 0, tzinfo=UTC)
BEFORE_8 = datetime(2022, 3, 16, 7, 0, tzinfo=UTC)
FRIDAY = datetime(2022, 3, 18, 6, 0, tzinfo=UTC)
LAMP = {"place": "Sal B214", "hours": Decimal("0.5"), "wanted_kind": "before", "wanted_end": BEFORE_8}
LAMP_DRAFT = a_draft(**LAMP)
LAMP_ORDER = a_request(
    place="Sal B214",
    hours=Decimal("0.5"),
    included=Decimal(210),
    wanted_end=BEFORE_8,
    promised_at=BEFORE_8,
    requester="KON11",
)
LEAK = an_issue(object="LACKA", severity="emergency", party="property", place="Aulan", status=S.FORWARDED)
AUGUST = datetime(2022, 8, 23, 5, 0, tzinfo=UTC)
RECURRING: dict[str, Any] = {
    "place": "Matsalen",
    "rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "last_day": date(2022, 12, 24),
    "wanted_kind": "recurring",
    "wanted_start": AUGUST,
    "wanted_end": None,
}
SERIES = a_series(place="Matsalen", clock=time(7), last_day=date(2022, 12, 24), requester="KON11")
OF_SERIES = a_request(place="Matsalen", requester="KON11", wanted_start=AUGUST, promised_at=AUGUST, series=SERIES.id)


def order(reader: str = "REK1", *, used: int = 0, **but: object) -> Sample:
    """Return an order card of a draft that is the lamp's *but* for something."""
    draft = replace(LAMP_DRAFT, person=reader, **but)  # type: ignore[arg-type]
    return Sample(
        view="order",
        reader=reader,
        subject="draft:draft-1",
        shelf=Shelf(drafts=(draft,), hours_drawn=Decimal(used)),
    )


def on_lamp(
    view: str, reader: str, status: RequestStatus, *, work: AssignmentStatus | None = None, **but: object
) -> Sample:
    """Return a view of the lamp's order in *status*, with Omar Lind's assignment in the status *work*."""
    request = replace(LAMP_ORDER, status=status, **but)  # type: ignore[arg-type]
    given = () if work is None else (an_assignment(request="B-2022-0001", person="SER3", status=work),)
    shelf = Shelf(requests=(request,), assignments=given, events=_story(work))
    return Sample(view=view, reader=reader, subject=ORDER, shelf=shelf)


def _story(work: AssignmentStatus | None) -> tuple[Event, ...]:
    story = (
        Event(subject=ORDER, what="placed", person="KON11", at=NOW, after="queued"),
        Event(subject=ORDER, what="assigned", person="SER3", at=NOW + timedelta(minutes=12), after="assigned"),
    )
    return story[:1] if work in {None, A.OFFERED} else story


def on_issue(view: str, reader: str, **but: object) -> Sample:
    """Return a view of the leak, *but* for something."""
    return Sample(view=view, reader=reader, subject=ISSUE, shelf=Shelf(requests=(replace(LEAK, **but),)))  # type: ignore[arg-type]


def working(status: AssignmentStatus, **but: object) -> Sample:
    """Return Omar Lind's card of the lamp in *status*."""
    given = replace(an_assignment(request="B-2022-0001", person="SER3", status=status), **but)  # type: ignore[arg-type]
    shelf = Shelf(requests=(replace(LAMP_ORDER, status=S.ASSIGNED),), assignments=(given,))
    return Sample(view="assignment", reader="SER3", subject="assignment:U-2022-0001", shelf=shelf)


def absence(reader: str, values: Mapping[str, Value] | None = None, **but: object) -> Sample:
    """Return Omar Lind's absence, with what became of the lamp and the leak where *values* tell."""
    shelf = Shelf(absences=(an_absence(**but),), requests=(LAMP_ORDER, LEAK))
    return Sample(view="absence", reader=reader, subject="absence:1", shelf=shelf, values=values or {})


def hours_worked() -> Sample:
    """Return Omar Lind's week with the lamp of yesterday and, put right, of today."""
    lamp = a_time_entry(id=1, person="SER3", request=LAMP_ORDER.id, day=TODAY - timedelta(days=1))
    shelf = Shelf(requests=(LAMP_ORDER,), entries=(lamp, replace(lamp, id=2, day=TODAY, reason="Det var två lampor.")))
    return Sample(view="hours", reader="SER3", subject="hours:SER3", shelf=shelf)


def talk(reader: str, *, has_answer: bool = True, is_over: bool = False) -> Sample:
    """Return Emil's talk about the lamp, asked of both coordinators and answered by the first."""
    held = Talk(id="1", person="KON11", asked=("SAM1", "SAM2"), created_at=NOW, about=ORDER)
    held = held.write("SAM1") if has_answer else held
    held = held.end("SAM1", at=LATER) if is_over else held
    said = (("KON11", "Hur kommer vi in i sal B214 på lördag?"), ("SAM1", "Jag lämnar nyckeln i receptionen."))
    lines = tuple(
        TalkLine(talk="1", nth=nth, person=who, words=words, at=NOW)
        for nth, (who, words) in enumerate(said[: 1 + has_answer], 1)
    )
    return Sample(view="talk", reader=reader, subject="talk:1", shelf=Shelf(talks=(held,), lines=lines))


def _with_files(sample: Sample) -> Sample:
    files = (
        a_file(id="photo", subject="draft:draft-1").keep("image/jpeg", 9),
        a_file(id="plan", subject="draft:draft-1", name="plan.pdf").keep("application/pdf", 9),
        a_file(id="coming", subject="draft:draft-1"),
        a_file(id="refused", subject="draft:draft-1").refuse(Refusal.KIND),
    )
    return replace(sample, shelf=replace(sample.shelf, files=files))


def _with_remark(sample: Sample) -> Sample:
    said = "Elskåpet är låst. Nyckeln finns hos oss."
    remark = Event(subject=ORDER, what="remarked", person="SAM1", at=NOW + timedelta(hours=1), reason=said)
    return replace(sample, shelf=replace(sample.shelf, events=(*sample.shelf.events, remark)))


def _with_long_story(sample: Sample) -> Sample:
    told = [
        ("time-changed", f"/{BEFORE_8.isoformat()}", f"{FRIDAY.isoformat()}/"),
        ("place-changed", "Sal B214", "Matsalen"),
        ("hours-changed", "0.5", "2"),
        ("cost-changed", "0.00", "420.00"),
        ("note-changed", None, None),
        ("file-added", None, None),
    ]
    changes = [
        Event(subject=ORDER, what=what, person="KON11", at=NOW + timedelta(hours=n), before=before, after=after)
        for n, (what, before, after) in enumerate(told, start=1)
    ]
    comments = [
        Event(subject=ORDER, what="commented", person="SER3", at=NOW + timedelta(days=n), reason=f"Kommentar {n}")
        for n in range(1, 25)
    ]
    return replace(sample, shelf=replace(sample.shelf, events=(*sample.shelf.events, *changes, *comments)))


def _nobody_at_work(sample: Sample) -> Sample:
    others = tuple(each for each in example_pilot().people if not each.has_role(Role.SERVICE_EMPLOYEE))
    return replace(sample, shelf=replace(sample.shelf, people=others))


def _many_requests() -> Shelf:
    lamps = [replace(LAMP_ORDER, id=f"B-2022-{n:04}", requester="REK1", status=s) for n, s in enumerate(S, start=1)]
    return Shelf(requests=(*lamps, replace(LEAK, requester="REK1")))


def _many_assignments() -> Shelf:
    live = (A.STARTED, A.ACCEPTED, A.OFFERED)
    given = [
        an_assignment(id=f"U-2022-{n:04}", request=f"B-2022-{n:04}", person="SER3", status=status)
        for n, status in enumerate(live, start=1)
    ]
    services = ("VAK-LAM", "VAK-MOB", "VAK-MON")
    requests = [
        replace(LAMP_ORDER, id=f"B-2022-{n:04}", service=each, place=["Sal B214", "Aulan", "Biblioteket"][n - 1])
        for n, each in enumerate(services, start=1)
    ]
    return Shelf(requests=tuple(requests), assignments=tuple(given))


def _unreached() -> tuple[Owed, ...]:
    offer = Message(view="assignment", subject="assignment:U-2022-0001")
    mail = Message(view="receipt", subject=ISSUE)
    return (
        Owed(kind="assignment.offer", dedup="1", due=NOW, message=offer, recipient="SER3"),
        Owed(kind="issue.forwarded", dedup="2", due=NOW, message=mail, recipient="party:property"),
        Owed(
            kind="reply",
            dedup="3",
            due=NOW,
            message=Message(view="order", subject=f"draft:{LAMP_DRAFT.id}"),
            conversation="chat-KON12",
        ),
        Owed(kind="reply", dedup="4", due=NOW, message=Message(text="unknown-person"), conversation="chat-NOBODY"),
        Owed(kind="request.done", dedup="5", due=NOW, message=Message(view="rating", subject=ORDER), recipient="GONE"),
    )


def _undelivered() -> Shelf:
    given = an_assignment(request="B-2022-0001", person="SER3", status=A.OFFERED)
    return Shelf(undeliverable=_unreached(), assignments=(given,), drafts=(replace(LAMP_DRAFT, request="B-2022-0002"),))


def _service(code: str, reader: str, *, used: int = 0) -> Sample:
    shelf = Shelf(hours_drawn=Decimal(used))
    return Sample(view="service", reader=reader, subject=f"catalogue:{code}", shelf=shelf)


NOT_OPEN = next(each.code for each in example_pilot().catalogue.services.values() if not each.is_orderable)
RUNNING = {"started_at": NOW - timedelta(minutes=35), "running_since": NOW - timedelta(minutes=35)}
DONE = {"done_at": BEFORE_8, "hours": Decimal("0.5")}

SAMPLES: Mapping[str, Sample] = {
    "order": order(),
    "order-wished": order(wanted_end=NOW + timedelta(hours=1)),
    "order-recurring": order(**RECURRING),
    "order-recurring-no-day": order(**RECURRING | {"rrule": "FREQ=WEEKLY;BYDAY=SA", "wanted_start": FRIDAY}),
    "request-recurring": Sample(
        view="request",
        reader="KON11",
        subject=ORDER,
        shelf=Shelf(requests=(OF_SERIES,), series=(SERIES,)),
    ),
    "approval-recurring": Sample(
        view="approval",
        reader="REK1",
        subject=ORDER,
        shelf=Shelf(requests=(replace(OF_SERIES, status=S.AWAITING_APPROVAL),), series=(SERIES,)),
    ),
    "series": Sample(
        view="series",
        reader="KON11",
        subject="series:S-2022-0001",
        shelf=Shelf(requests=(OF_SERIES,), series=(SERIES,)),
    ),
    "series-ended": Sample(
        view="series", reader="REK1", subject="series:S-2022-0001", shelf=Shelf(series=(SERIES.end(),))
    ),
    "order-shared": order(
        used=10,
        service="LOK-FON",
        hours=Decimal(4),
        place="Aulan",
        wanted_kind="day",
        wanted_start=FRIDAY,
        wanted_end=FRIDAY + timedelta(hours=9),
        note="Fönstren mot gården, tack. Stegen står i förrådet.",
    ),
    "order-mandatory": order(service="LOK-REG", hours=Decimal(1), wanted_kind="none", wanted_end=None, place=None),
    "order-approval": order("KON11", service="NYC-KOR", count=2),
    "order-no-agreement": order("CHE7", unit="PV7"),
    "order-not-here": order(service="BAD-SER"),
    "order-files": _with_files(order("KON11")),
    "order-dropped": order(is_dropped=True),
    "choice": replace(order(service=None, choices=("VAK-MOB", "KON-MOT", "EVE-RIG"), place="Aulan"), view="choice"),
    "choice-none": replace(order(service=None, place=None, wanted_kind="none", wanted_end=None), view="choice"),
    "request-queued": on_lamp("request", "KON11", S.QUEUED),
    "request-awaiting": on_lamp("request", "KON11", S.AWAITING_APPROVAL, charged=Decimal(210), included=Decimal(0)),
    "request-assigned": on_lamp("request", "KON11", S.ASSIGNED, work=A.ACCEPTED),
    "request-remarked": _with_remark(on_lamp("request", "SAM1", S.ASSIGNED, work=A.ACCEPTED)),
    "request-done": on_lamp("request", "KON11", S.DONE, work=A.DONE, done_at=BEFORE_8),
    "request-rated": on_lamp("request", "KON11", S.DONE, work=A.DONE, done_at=BEFORE_8, rating=5),
    "request-cancelled": on_lamp("request", "KON11", S.CANCELLED),
    "request-leak": on_issue("request", "REK1"),
    "receipt-emergency": on_issue("receipt", "REK1"),
    "receipt-ours": on_issue("receipt", "REK1", object="EJSTAD", severity="normal", party="service", status=S.QUEUED),
    "unsure": Sample(
        view="unsure",
        subject="object:LACKA",
        reader="KON11",
        values={
            "unit": "PV1",
            "note": "Det kanske läcker i taket",
            "place": "Aulan",
            "asked": NOW.isoformat(),
        },
    ),
    "request-story": _with_long_story(on_lamp("request", "KON11", S.ASSIGNED, work=A.ACCEPTED)),
    "request-files": _with_files(on_lamp("request", "KON11", S.QUEUED, draft="draft-1")),
    "approval": on_lamp("approval", "REK1", S.AWAITING_APPROVAL, charged=Decimal(3360), included=Decimal(0)),
    "approval-given": on_lamp("approval", "REK1", S.QUEUED, charged=Decimal(3360), included=Decimal(0)),
    "queue": on_lamp("queue", "SAM1", S.QUEUED),
    "request-late": replace(on_lamp("request", "KON11", S.ASSIGNED, work=A.ACCEPTED), at=LATER),
    "requests-late": Sample(view="requests", reader="REK1", shelf=_many_requests(), at=LATER),
    "assignments-late": Sample(view="assignments", reader="SER3", shelf=_many_assignments(), at=LATER),
    "assignment-late": replace(working(A.ACCEPTED), at=LATER),
    "queue-late": replace(on_lamp("queue", "SAM1", S.QUEUED), at=LATER),
    "request-reopened": on_lamp("request", "KON11", S.QUEUED, work=A.DONE),
    "queue-reopened": on_lamp("queue", "SAM1", S.QUEUED, work=A.DONE),
    "order-no-place": order(place=None),
    "queue-no-place": on_lamp("queue", "SAM1", S.QUEUED, place=None),
    "order-good-friday": order(wanted_kind="at", wanted_start=GOOD_FRIDAY, wanted_end=GOOD_FRIDAY),
    "welcome-care-home": Sample(view="welcome", reader="CHE5"),
    "queue-long": on_lamp("queue", "SAM1", S.QUEUED, hours=Decimal(20)),
    "queue-offered": on_lamp("queue", "SAM1", S.QUEUED, work=A.OFFERED),
    "queue-assigned": on_lamp("queue", "SAM1", S.ASSIGNED, work=A.ACCEPTED),
    "claim": on_lamp("claim", "SER3", S.QUEUED, note="Lampan ovanför Emils plats"),
    "claim-taken": on_lamp("claim", "SER1", S.ASSIGNED, work=A.ACCEPTED),
    "queue-done": on_lamp("queue", "SAM1", S.DONE, work=A.DONE, done_at=BEFORE_8),
    "queue-nobody": _nobody_at_work(on_lamp("queue", "SAM1", S.QUEUED)),
    "assignment-offered": working(A.OFFERED),
    "assignment-changed": replace(working(A.ACCEPTED), values={"changed": "time|place", "by_person": "KON11"}),
    "assignment-accepted": working(A.ACCEPTED),
    "assignment-remarked": _with_remark(working(A.ACCEPTED)),
    "assignment-started": working(A.STARTED, **RUNNING),
    "assignment-paused": working(A.PAUSED, worked=timedelta(minutes=35)),
    "assignment-done": working(A.DONE, **DONE),
    "assignment-declined": working(A.DECLINED),
    "assignment-handed-over": working(A.HANDED_OVER),
    **STANDING,
    **DAY,
    **DECIDED,
    **SAME,
    **APPROVALS,
    **INDICATORS,
    "hours": hours_worked(),
    "hours-none": Sample(view="hours", reader="SER3", subject="hours:SER3"),
    "absence": absence("SER3"),
    "absence-since": absence("SER3", {"since": "2022-03-15T12:00:00+01:00"}),
    "absence-over": absence("SER3", is_over=True),
    "absence-nothing": absence("SAM1", last=TODAY + timedelta(days=4)),
    "absence-offered": absence("SAM1", {"offered": "B-2022-0001=SER1"}),
    "absence-uncovered": absence("SAM1", {"offered": "B-2022-0001=SER1", "uncovered": "F-2022-0001"}),
    "rating": on_lamp("rating", "KON11", S.DONE, work=A.DONE, done_at=BEFORE_8),
    "rating-given": on_lamp("rating", "KON11", S.DONE, work=A.DONE, done_at=BEFORE_8, rating=4),
    "requests": Sample(view="requests", reader="REK1", shelf=_many_requests()),
    "requests-last": Sample(view="requests", reader="REK1", values={"page": 2}, shelf=_many_requests()),
    "requests-over": Sample(
        view="requests", reader="REK1", values={"which": "over", "scope": "unit"}, shelf=_many_requests()
    ),
    "requests-none": Sample(view="requests", reader="REK1"),
    "assignments": Sample(view="assignments", reader="SER3", shelf=_many_assignments()),
    "assignments-none": Sample(view="assignments", reader="SER3"),
    "catalogue": Sample(view="catalogue", reader="REK1"),
    "catalogue-category": Sample(view="catalogue", reader="REK1", values={"category": "call_off", "page": 2}),
    "catalogue-found": Sample(view="catalogue", reader="KON21", values={"query": "stolar"}),
    "catalogue-nothing-found": Sample(view="catalogue", reader="KON11", values={"query": "xyzzy *_[x](y)"}),
    "catalogue-leader": Sample(view="catalogue", reader="PL1", values={"category": "add_on"}),
    "service": Sample(view="service", reader="REK1", subject="catalogue:LOK-FON"),
    "service-shared": _service("LOK-FON", "KON11", used=10),
    "service-add-on": _service("NYC-KOR", "KON11"),
    "service-mandatory": _service("LOK-REG", "KON11"),
    "service-not-open": _service(NOT_OPEN, "KON11"),
    "service-not-here": _service("BAD-SER", "KON11"),
    "service-no-agreement": _service("LOK-FON", "CHE7"),
    "service-leader": _service("LOK-FON", "PL1"),
    "service-employee": _service("LOK-FON", "SER3"),
    "service-posted": replace(_service("LOK-FON", "REK1"), values={"posted": True}),
    "help-requester": Sample(view="help", reader="KON11"),
    "help-employee": Sample(view="help", reader="SER3"),
    "help-coordinator": Sample(view="help", reader="SAM1"),
    "help-leader": Sample(view="help", reader="PL1"),
    "welcome-principal": Sample(view="welcome", reader="REK1"),
    "welcome-employee": Sample(view="welcome", reader="SER3"),
    **SURVEYS,
    **WHEEL,
    **ANNOUNCED,
    **CAUSES,
    "choice-recurring": replace(order(service=None, choices=("VAK-LAM", "LOK-FON"), **RECURRING), view="choice"),
    "requests-late-only": Sample(
        view="requests", reader="REK1", values={"which": "late", "scope": "unit"}, shelf=_many_requests(), at=LATER
    ),
    "requests-none-late": Sample(view="requests", reader="REK1", values={"which": "late"}),
    "talk": talk("KON11"),
    "talk-coordinator": talk("SAM1"),
    "talk-waiting": talk("SAM1", has_answer=False),
    "talk-waiting-asker": talk("KON11", has_answer=False),
    "talk-reminder": replace(talk("SAM1", has_answer=False), values={"reminder": 1}),
    "talk-taken": talk("SAM2"),
    "talk-over": talk("SAM1", is_over=True),
    "undeliverable": Sample(view="undeliverable", reader="SAM1", shelf=_undelivered()),
}
