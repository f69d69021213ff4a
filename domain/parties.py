"""What a party outside the desk says of an issue that was forwarded to it, and what becomes of the issue then."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.errors import BadInput, WrongState
from domain.requests import RequestStatus, ServiceRequest

FURTHEST = timedelta(days=730)
"""A date further away than this is a slip of the pen."""


class PartyStep(StrEnum):
    """What a party can say: it has it, has begun, has a question, is done, or that it is not theirs."""

    RECEIVED = "received"
    STARTED = "started"
    ASKED = "asked"
    DONE = "done"
    RETURNED = "returned"


WITH_DATE = frozenset({PartyStep.RECEIVED, PartyStep.STARTED})
"""What can come with the day by which the party expects to be done."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PartyLink:
    """The right to answer for `party` about `request`, by whoever knows the token of which this is the hash."""

    hash: str
    request: str
    party: str
    made_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class PartyAnswer:
    """One thing that a party said. `form` is the page it was said on, so that the same press counts once."""

    form: str
    request: str
    party: str
    step: PartyStep
    at: datetime
    words: str | None = None
    expected_on: date | None = None


def is_repeated(answer: PartyAnswer, before: Sequence[PartyAnswer]) -> bool:
    """Tell whether the party has said just this before: from the same page, or as the last thing it said."""
    theirs = [each for each in before if each.party == answer.party]
    return any(
        replace(answer, form=each.form, at=each.at) == each
        for each in theirs
        if each.form == answer.form or each is theirs[-1]
    )


def check_answer(answer: PartyAnswer, *, today: date) -> None:
    """Do nothing when *answer* can be so.

    Raises:
        BadInput: a question without words, or a day that has been or is more than two years away.
    """
    if answer.step is PartyStep.ASKED and answer.words is None:
        raise BadInput(field="words", lowest="", highest="")
    if answer.expected_on is not None and not today <= answer.expected_on <= today + FURTHEST:
        raise BadInput(field="date", lowest=today.isoformat(), highest=(today + FURTHEST).isoformat())


def after_answer(issue: ServiceRequest, step: PartyStep, *, at: datetime) -> ServiceRequest:
    """Return *issue* as it is once its party has said *step*: done, in our queue again, or forwarded still.

    Raises:
        WrongState: no party has it now.
    """
    if issue.status is not RequestStatus.FORWARDED:
        raise WrongState(id=issue.id, status=issue.status.value, wanted=step.value)
    if step is PartyStep.DONE:
        return issue.finish(at=at)
    return issue.queue() if step is PartyStep.RETURNED else issue.touch()


@dataclass(frozen=True, kw_only=True, slots=True)
class IssueCount:
    """How many issues of a unit and an object, with the same party and service that they deviate from, there are."""

    unit: str
    object: str
    count: int
    is_open: bool
    party: str | None = None
    deviation_of: str | None = None
