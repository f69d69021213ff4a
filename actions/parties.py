"""How a party outside the desk answers for an issue that it was sent, without an account."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from actions.joining import joiners_of, tell_joiners
from actions.placing import tell_next
from actions.ports import Begin, Work
from actions.telling import clean, occasion_of, record, subject_of, tell
from catalog.boundary import answer_by
from catalog.models import Severity
from domain.audit import Origin
from domain.errors import WrongState
from domain.files import FileStatus, SentFile
from domain.notices import Message
from domain.parties import (
    WITH_DATE,
    PartyAnswer,
    PartyLink,
    PartyStep,
    after_answer,
    check_answer,
    is_repeated,
)
from domain.requests import RequestStatus, ServiceRequest
from domain.tokens import hash_of
from domain.worktime import CALENDAR, local_date

TOKEN_BYTES = 32
PARTY = "party:"


@dataclass(frozen=True, kw_only=True, slots=True)
class PartyCase:
    """An issue as its party may see it. `party` is whose the link is; `answers` are theirs, oldest first.

    `files` are the photos and files that came with it, while it is theirs.
    """

    request: ServiceRequest
    party: str
    answers: Sequence[PartyAnswer] = ()
    files: Sequence[SentFile] = ()

    @property
    def is_theirs(self) -> bool:
        """Tell whether they can answer for it now."""
        return self.request.status is RequestStatus.FORWARDED and self.request.party == self.party

    @property
    def is_over(self) -> bool:
        """Tell whether the issue is closed for good, so that the link leads nowhere any more."""
        return self.request.status in {RequestStatus.CLOSED, RequestStatus.CANCELLED, RequestStatus.REJECTED}


@dataclass(frozen=True, kw_only=True, slots=True)
class PartySays:
    """What somebody sends from the page of a link."""

    step: PartyStep
    form: str
    words: str | None = None
    expected_on: date | None = None


async def make_party_link(work: Work, request: ServiceRequest, party: str, *, at: datetime) -> str:
    """Return the token of a new link by which *party* answers for *request*; only its hash is kept."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    await work.parties.put_link(PartyLink(hash=hash_of(token), request=request.id, party=party, made_at=at))
    return token


async def open_party_case(token: str, *, begin: Begin) -> PartyCase:
    """Return what the link of *token* is about.

    Raises:
        NotFound: there is no such link.
    """
    async with begin() as work:
        link = await work.parties.link(hash_of(token))
        return await _case(work, link, await work.requests.get(link.request))


async def _case(work: Work, link: PartyLink, request: ServiceRequest) -> PartyCase:
    said = [each for each in await work.parties.answers(request.id) if each.party == link.party]
    case = PartyCase(request=request, party=link.party, answers=said)
    if not case.is_theirs:
        return case
    sent = await work.files.of_subjects([subject_of(request)])
    return replace(case, files=[each for each in sent if each.status is FileStatus.KEPT])


async def answer_for_party(token: str, says: PartySays, *, begin: Begin, at: datetime) -> PartyCase:
    """Take what a party says of its issue, and tell the reporter and those who joined; said before, nothing happens.

    Raises:
        NotFound: there is no such link.
        BadInput: a question has no words, or the day can't be.
        WrongState: the party has the issue no more.
    """
    async with begin() as work:
        work.come_from(Origin.PARTY)
        link = await work.parties.link(hash_of(token))
        before = await work.requests.get_locked(link.request)
        answer = _answer(link, says, at=at)
        if is_repeated(answer, await work.parties.answers(before.id)):
            return await _case(work, link, before)
        check_answer(answer, today=local_date(at))
        if before.party != link.party:
            raise WrongState(id=before.id, status=before.status.value, wanted=says.step.value)
        return await _case(work, link, await take_answer(work, before, answer, by=f"{PARTY}{link.party}", at=at))


def _answer(link: PartyLink, says: PartySays, *, at: datetime) -> PartyAnswer:
    return PartyAnswer(
        form=says.form,
        request=link.request,
        party=link.party,
        step=says.step,
        at=at,
        words=clean(says.words),
        expected_on=says.expected_on if says.step in WITH_DATE else None,
    )


async def take_answer(
    work: Work, before: ServiceRequest, answer: PartyAnswer, *, by: str, at: datetime
) -> ServiceRequest:
    """Let the issue become what *answer* makes of it, and tell whoever is concerned.

    Raises:
        WrongState: no party has the issue now.
    """
    after = after_answer(before, answer.step, at=at)
    if answer.step is PartyStep.RETURNED:
        # From now on we answer for it, so it gets the time that an issue of ours has.
        after = replace(after, promised_at=answer_by(Severity(after.severity or Severity.NORMAL), at, CALENDAR))
    await work.requests.save(after)
    await work.parties.put_answer(answer)
    await record(work, before, after, f"party-{answer.step}", by=by, at=at, reason=answer.words)
    await _tell_others(work, after, answer.step, at=at)
    return after


async def _tell_others(work: Work, issue: ServiceRequest, step: PartyStep, *, at: datetime) -> None:
    """Owe the reporter and those who joined what the party said, and the coordinators what came back."""
    occasion = occasion_of(issue)
    if step is PartyStep.DONE:
        asked = Message(view="rating", subject=subject_of(issue))
        await tell(work, "request.done", [issue.requester], asked, occasion=occasion, at=at)
        return await tell_joiners(work, issue, at=at)
    concerned = [issue.requester, *await joiners_of(work, issue)]
    card = Message(view="request", subject=subject_of(issue))
    await tell(work, f"issue.{step}", concerned, card, occasion=occasion, at=at)
    return await tell_next(work, issue, at=at) if step is PartyStep.RETURNED else None
