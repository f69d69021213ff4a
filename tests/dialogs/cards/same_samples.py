"""A fault that is likely reported already, or that a party has answered for, in its main states."""

from collections.abc import Mapping

from domain.notices import Event
from domain.requests import RequestStatus
from tests.dialogs.cards.party_samples import PARTIES
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.shelf import Shelf
from tests.factories import NOW, an_issue

SAID = {"unit": "PV1", "note": "Ingen har städat i aulan", "place": "Aulan", "asked": NOW.isoformat()}


def same(object_code: str = "EJSTAD", *, is_joined: bool = False, **but: object) -> Sample:
    """Return Emil Gran's report of the hall as Maja Ek is asked about it, *but* for something."""
    issue = an_issue(
        **{"object": object_code, "place": "Aulan", "party": "service", "requester": "KON11", "status": "queued"} | but
    )
    joined = Event(subject=f"request:{issue.id}", what="joined", person="REK1", at=NOW)
    shelf = Shelf(requests=(issue,), events=(joined,) if is_joined else ())
    values = SAID | {"object": object_code}
    return Sample(view="same", reader="REK1", subject=f"request:{issue.id}", shelf=shelf, values=values)


SAME: Mapping[str, Sample] = {
    "same": same(status=RequestStatus.QUEUED),
    "same-joined": same(status=RequestStatus.QUEUED, is_joined=True),
    "same-forwarded": same(
        "LACKA", status=RequestStatus.FORWARDED, party="property", severity="emergency", promised_at=None
    ),
    **PARTIES,
}
