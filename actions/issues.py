"""Reporting faults: the boundary list decides who gets it, and nobody has to know that list."""

from dataclasses import dataclass, replace
from datetime import datetime

from actions.placing import tell_next
from actions.ports import Begin, Work
from actions.telling import coordinators_of, occasion_of, record, subject_of, tell
from catalog.boundary import Judgement, JudgementKind, answer_by, judge_issue
from catalog.models import BoundaryRow, Catalogue, Severity
from domain.errors import BadInput
from domain.notices import Message
from domain.people import Person
from domain.requests import RequestKind, RequestStatus, ServiceRequest
from domain.worktime import CALENDAR, STOCKHOLM


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What somebody says is wrong, where, in their own words."""

    unit: str
    object: str
    note: str
    place: str | None = None


async def report_issue(
    report: Report, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> ServiceRequest:
    """Make an issue of *report*, and send it where the boundary list says: our own queue, or another party.

    Raises:
        NotAllowed: *by* may not report for the unit.
        BadInput: the boundary list has no such object, or it is one that *by* orders and does not report.
    """
    catalogue.permissions.demand(by, "issue.report", unit=report.unit)
    row = catalogue.boundary.get(report.object)
    if row is None:
        raise BadInput(field="object", lowest="", highest="")
    judgement = judge_issue(row, catalogue.units[report.unit], report.note, catalogue)
    if judgement.kind is JudgementKind.ORDER:
        if catalogue.permissions.allows(by, "order.create", unit=report.unit):
            raise BadInput(field="object", lowest="", highest="")
        # Who can't order for the unit has found it on a round: the coordinator gives it to somebody all the same.
        judgement = replace(judgement, kind=JudgementKind.ASSIGNMENT)
    async with begin() as work:
        reported = await _make_issue(work, report, row, judgement, by=by, at=at)
        issue = reported.forward() if judgement.kind is JudgementKind.FORWARD else reported.queue()
        await work.requests.add(issue)
        await record(work, reported, issue, "reported", by=by.code, at=at, is_new=True)
        await _tell_party_or_queue(work, issue, at=at)
        return issue


async def _make_issue(
    work: Work, report: Report, row: BoundaryRow, judgement: Judgement, *, by: Person, at: datetime
) -> ServiceRequest:
    is_ours = judgement.kind is not JudgementKind.FORWARD
    return ServiceRequest(
        id=await work.requests.next_id(RequestKind.ISSUE, at.astimezone(STOCKHOLM).year),
        kind=RequestKind.ISSUE,
        status=RequestStatus.SUBMITTED,
        unit=report.unit,
        requester=by.code,
        created_at=at,
        object=report.object,
        party=judgement.party,
        severity=judgement.severity.value,
        deviation_of=row.deviation_of if judgement.is_deviation else None,
        place=report.place,
        note=report.note,
        promised_at=answer_by(judgement.severity, at, CALENDAR) if is_ours else None,
    )


async def _tell_party_or_queue(work: Work, issue: ServiceRequest, *, at: datetime) -> None:
    """Owe the party the issue; an emergency is also shown to the coordinators, whoever answers for it."""
    if issue.status is not RequestStatus.FORWARDED:
        await tell_next(work, issue, at=at)
        return
    message = Message(view="forward", subject=subject_of(issue))
    occasion = occasion_of(issue)
    await tell(work, "issue.forwarded", [f"party:{issue.party}"], message, occasion=occasion, at=at)
    if issue.severity == Severity.EMERGENCY:
        coordinators = await coordinators_of(work, issue.unit)
        aware = Message(view="request", subject=subject_of(issue))
        await tell(work, "issue.emergency", coordinators, aware, occasion=occasion, at=at)
