"""A fault that another party has, as its reporter and the coordinator see what that party has said."""

from collections.abc import Mapping
from datetime import date, timedelta

from domain.notices import Event
from domain.parties import PartyAnswer, PartyStep
from domain.requests import RequestStatus
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.shelf import Shelf
from tests.factories import NOW, an_issue

S = RequestStatus


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


PARTIES: Mapping[str, Sample] = {
    "request-party-received": said(PartyStep.RECEIVED, expected=date(2022, 3, 18)),
    "request-party-asked": said(PartyStep.ASKED, words="Går det att öppna ett fönster?"),
    "receipt-party-started": said(PartyStep.STARTED, words="Vi är på väg.", view="receipt"),
    "queue-party-returned": said(
        PartyStep.RETURNED, words="Fläkten är er egen.", status=S.QUEUED, view="queue", reader="SAM1"
    ),
}
