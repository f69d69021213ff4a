"""Risks: assessed anew, and how they were assessed before."""

from dataclasses import replace
from datetime import datetime

from actions.commitments import demand_edit, get_commitment, note_change, subject_of
from actions.ports import Begin, Work
from actions.telling import clean
from catalog.models import Catalogue
from domain.commitments import Commitment
from domain.notices import Event
from domain.people import Person
from domain.risks import Risk

ASSESSED = "commitment.assessed"


async def assess_risk(
    code: str, risk: Risk, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime, reason: str | None = None
) -> Commitment:
    """Let the commitment guard against *risk* as it is assessed now, and return it; as it was, nothing happens.

    Raises:
        NotFound: there is no such commitment.
        NotAllowed: it is not theirs to edit.
    """
    async with begin() as work:
        before = await get_commitment(code, work)
        demand_edit(before, by, catalogue)
        if before.risk == risk.written:
            return before
        await work.commitments.assess(code, risk.written)
        event = Event(subject=subject_of(code), what=ASSESSED, person=by.code, at=at)
        await note_change(work, replace(event, before=before.risk, after=risk.written, reason=clean(reason)))
        return replace(before, risk=risk.written)


async def last_assessment(code: str, work: Work) -> Event | None:
    """Return when the risk was assessed anew last, and from what; None when it is as it was in the files."""
    story = await work.events.of_subject(subject_of(code))
    return next((each for each in reversed(story) if each.what == ASSESSED), None)
