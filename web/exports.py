"""Exports: what the desk holds, as rows of plain values under the contract's names (DESIGN §7, *Exports*)."""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from actions.announcements import announcement_reach
from actions.commitments import list_commitment_rows
from actions.ports import Work
from actions.survey_results import list_survey_results
from catalog.models import Catalogue
from domain.assignments import Assignment, TimeEntry
from domain.audit import without_words
from domain.notices import Event, Owed
from domain.requests import ServiceRequest
from domain.worktime import STOCKHOLM

Row = Mapping[str, object]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "requests": (
        *("id", "kind", "status", "unit", "requester", "service", "object", "party", "place", "wanted_start"),
        *("wanted_end", "promised_at", "hours", "price", "included", "charged", "created_at", "done_at", "closed_at"),
        *("rating", "series"),
    ),
    "assignments": ("id", "request", "schedule", "person", "status", "planned_start", "started_at", "done_at"),
    "time": (
        *("id", "request", "schedule", "person", "unit", "service", "date", "hours", "price", "amount", "reason"),
    ),
    "notices": ("id", "kind", "recipient", "due", "sent_at", "status", "attempts"),
    "agreements": (
        *("unit", "agreement", "status", "start", "end"),
        *("category", "hours_per_month", "amount_sek_per_month", "approval_limit_sek"),
    ),
    "catalogue": (
        *("code", "name_sv", "name_en", "category", "price_sek_per_hour", "service_level_working_hours"),
        *("typical_hours", "competences", "unit_types", "orderable"),
    ),
    "people": ("code", "name", "email", "roles", "units", "hours_per_week", "cost_sek_per_hour", "language"),
    "audit": ("subject", "what", "person", "at", "before", "after", "origin", "changed"),
    "commitments": (
        *("code", "kind", "title_sv", "title_en", "period_start", "period_end", "due", "recurrence"),
        *("responsible_role", "recipients", "risk", "status"),
    ),
    "indicators": ("indicator", "month", "scope", "value", "basis", "person", "comment", "at", "current"),
    "announcements": (
        *("id", "status", "sender", "approver", "units", "audience", "words", "affects", "created_at", "send_at"),
        *("sent_at", "recalled_at", "sent", "reached", "read"),
    ),
    "survey-results": ("month", "question", "indicator", "answers", "answer", "count"),
}
"""What each export has, in order, also when it has no rows."""


async def export(kind: str, *, work: Work, at: datetime) -> Sequence[Row]:
    """Return the rows of *kind* as they are at *at*: ISO times with offset, decimals and codes as strings, or None.

    Raises:
        KeyError: there is no such export; `KINDS` has them all.
    """
    rows = await KINDS[kind](work, at)
    return [{name: plain(row.get(name)) for name in FIELDS[kind]} for row in rows]


def plain(value: object) -> object:
    """Return *value* as JSON takes it; nothing is None, whatever kind of nothing it is."""
    if isinstance(value, datetime):
        return value.astimezone(STOCKHOLM).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | frozenset):
        return "|".join(sorted(str(plain(each)) for each in value)) or None
    return None if value == "" else value


async def _requests(work: Work, _: datetime) -> Sequence[Row]:
    return [_request_row(each) for each in await work.requests.all()]


def _request_row(request: ServiceRequest) -> Row:
    return {name: getattr(request, name) for name in FIELDS["requests"]}


async def _assignments(work: Work, _: datetime) -> Sequence[Row]:
    def row(assignment: Assignment) -> Row:
        return {name: getattr(assignment, name) for name in FIELDS["assignments"]}

    return [row(each) for each in await work.assignments.all()]


async def _time(work: Work, _: datetime) -> Sequence[Row]:
    def row(entry: TimeEntry) -> Row:
        own = {name: getattr(entry, name) for name in FIELDS["time"] if name != "date"}
        return own | {"date": entry.day}

    return [row(each) for each in await work.time_entries.all()]


async def _notices(work: Work, _: datetime) -> Sequence[Row]:
    def row(owed: Owed) -> Row:
        return {name: getattr(owed, name) for name in FIELDS["notices"]}

    return [row(each) for each in await work.outbox.list_notices()]


async def _agreements(work: Work, at: datetime) -> Sequence[Row]:
    catalogue = await work.catalogues.read(day=at.astimezone(STOCKHOLM).date())
    return [row for agreement in catalogue.agreements for row in _agreement_rows(catalogue, agreement.code)]


def _agreement_rows(catalogue: Catalogue, code: str) -> Sequence[Row]:
    agreement = next(each for each in catalogue.agreements if each.code == code)
    shared = {
        "unit": agreement.unit,
        "agreement": agreement.code,
        "status": agreement.status,
        "start": agreement.start,
        "end": agreement.end,
    }
    fields = ["category", "hours_per_month", "amount_sek_per_month", "approval_limit_sek"]
    return [shared | {name: getattr(line, name) for name in fields} for line in agreement.lines]


async def _catalogue(work: Work, at: datetime) -> Sequence[Row]:
    catalogue = await work.catalogues.read(day=at.astimezone(STOCKHOLM).date())
    return [
        {
            "code": each.code,
            "name_sv": each.name.sv,
            "name_en": each.name.en,
            "category": each.category,
            "price_sek_per_hour": each.price_sek_per_hour,
            "service_level_working_hours": each.service_level_hours,
            "typical_hours": each.typical_hours,
            "competences": "|".join(each.competences),
            "unit_types": "|".join(each.unit_types),
            "orderable": "yes" if each.is_orderable else "no",
        }
        for each in catalogue.services.values()
    ]


async def _people(work: Work, _: datetime) -> Sequence[Row]:
    return [
        {
            "code": each.code,
            "name": each.name,
            "email": each.email,
            "roles": each.roles,
            "units": "|".join(each.units),
            "hours_per_week": each.hours_per_week,
            "cost_sek_per_hour": each.cost_sek_per_hour,
            "language": each.language,
        }
        for each in await work.people.active()
    ]


async def _audit(work: Work, _: datetime) -> Sequence[Row]:
    def row(event: Event) -> Row:
        own = {name: getattr(event, name) for name in ("subject", "what", "person", "at", "before", "after", "origin")}
        changed = json.dumps(event.changed, sort_keys=True) if event.changed else None
        return own | {"changed": changed}

    return [row(without_words(each)) for each in await work.events.all()]


async def _commitments(work: Work, _: datetime) -> Sequence[Row]:
    return await list_commitment_rows(work)


async def _indicators(work: Work, _: datetime) -> Sequence[Row]:
    """Return every outcome that was kept, also those that were corrected; an empty value is one of too few answers."""
    return [
        {
            "indicator": each.indicator,
            "month": f"{each.month:%Y-%m}",
            "scope": each.scope,
            "value": each.value,
            "basis": each.basis,
            "person": each.person,
            "comment": each.comment,
            "at": each.at,
            "current": "yes" if each.is_current else "no",
        }
        for each in await work.indicators.all()
    ]


async def _announcements(work: Work, _: datetime) -> Sequence[Row]:
    """Return a row for each audience of each announcement: what it reads, how many were sent it and have read it."""
    rows = []
    for each in await work.announcements.all():
        shared = {name: getattr(each, name) for name in FIELDS["announcements"] if hasattr(each, name)}
        reach = {row.audience: row for row in await announcement_reach(each, work)}
        for piece in each.pieces:
            row, is_sent = reach[piece.audience], each.sent_at is not None
            counts = {"sent": row.sent, "reached": row.reached, "read": row.read} if is_sent else {}
            own = {"audience": piece.audience, "words": piece.words, "affects": piece.affects}
            rows.append(shared | own | counts)
    return rows


async def _survey_results(work: Work, at: datetime) -> Sequence[Row]:
    return await list_survey_results(work, at=at)


KINDS: Mapping[str, Callable[[Work, datetime], Awaitable[Sequence[Row]]]] = {
    "requests": _requests,
    "assignments": _assignments,
    "time": _time,
    "notices": _notices,
    "agreements": _agreements,
    "catalogue": _catalogue,
    "people": _people,
    "audit": _audit,
    "commitments": _commitments,
    "indicators": _indicators,
    "announcements": _announcements,
    "survey-results": _survey_results,
}
"""Every export there is; `economy` is added with what it exports."""
