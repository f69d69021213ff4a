"""A fault that another party has, as its reporter and the coordinator see it; and what was sent to parties, counted."""

from collections.abc import Mapping
from datetime import date, timedelta

from domain.assignments import AssignmentStatus
from domain.notices import Event
from domain.parties import IssueCount, PartyAnswer, PartyStep
from domain.requests import RequestStatus
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.shelf import Shelf
from tests.factories import NOW, a_request, an_assignment, an_issue

S = RequestStatus


DOING = (a_request(status=S.IN_PROGRESS, place="Matsalen"),)
HERS = (an_assignment(person="SER3", status=AssignmentStatus.STARTED, request=DOING[0].id, accepted_at=NOW),)


def said(
    step: PartyStep,
    *,
    words: str | None = None,
    expected: date | None = None,
    status: RequestStatus = S.FORWARDED,
    view: str = "request",
    reader: str = "REK1",
) -> Sample:
    """Return the report of stuffy air in room B214, of which the property management has said *step*."""
    promised_at = NOW + timedelta(days=2) if status is S.QUEUED else None
    issue = an_issue(object="VENT", place="Sal B214", party="property", status=status, promised_at=promised_at)
    subject = f"request:{issue.id}"
    answer = PartyAnswer(
        form="1", request=issue.id, party="property", step=step, at=NOW, words=words, expected_on=expected
    )
    told = Event(
        subject=subject, what=f"party-{step}", person="party:property", at=NOW, after=status.value, reason=words
    )
    return Sample(
        view=view,
        reader=reader,
        subject=subject,
        shelf=Shelf(requests=(issue,), events=(told,), party_answers=(answer,)),
    )


def counted(view: str, *, reader: str = "PL1", party: str = "", is_none: bool = False) -> Sample:
    """Return what was reported in March: nine faults to two parties, three deviations of which two are open."""
    objects = [("VARME", "property", 4), ("VENT", "property", 2), ("HISS", "landlord", 3)]
    counts = [
        *(IssueCount(unit="PV1", object=code, party=to, is_open=True, count=number) for code, to, number in objects),
        IssueCount(unit="PV1", object="EJSTAD", party="service", deviation_of="LOK-REG", is_open=True, count=2),
        IssueCount(unit="PV6", object="STADKVAL", party="service", deviation_of="LOK-REG", is_open=False, count=1),
    ]
    missed = {"object": "EJSTAD", "party": "service", "deviation_of": "LOK-REG", "status": S.QUEUED}
    still = tuple(
        an_issue(id=f"F-2022-000{nth}", place=place, **missed) for nth, place in ((1, "Aulan"), (2, "Matsalen"))
    )
    shelf = Shelf() if is_none else Shelf(requests=still, issue_counts=tuple(counts))
    return Sample(view=view, reader=reader, subject=f"{view}:2022-03", shelf=shelf, values={"party": party})


PARTIES: Mapping[str, Sample] = {
    "request-party-received": said(PartyStep.RECEIVED, expected=date(2022, 3, 18)),
    "request-party-asked": said(PartyStep.ASKED, words="Går det att öppna ett fönster?"),
    "receipt-party-started": said(PartyStep.STARTED, words="Vi är på väg.", view="receipt"),
    "queue-party-returned": said(
        PartyStep.RETURNED, words="Fläkten är er egen.", status=S.QUEUED, view="queue", reader="SAM1"
    ),
    "round": Sample(view="round", reader="SER1", subject="round:SER1"),
    "round-doing": Sample(
        view="round", reader="SER3", subject="round:SER3", shelf=Shelf(requests=DOING, assignments=HERS)
    ),
    "forwarded": counted("forwarded"),
    "forwarded-to": counted("forwarded", party="property"),
    "forwarded-none": counted("forwarded", is_none=True),
    "deviations": counted("deviations"),
    "deviations-unit": counted("deviations", reader="SAM2"),
    "deviations-none": counted("deviations", is_none=True),
}
