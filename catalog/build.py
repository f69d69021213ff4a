"""Turning checked rows of a pilot into the values that the rest of the desk works with."""

from collections.abc import Iterable, Mapping

from catalog import rows
from catalog.models import (
    Agreement,
    AgreementLine,
    BoundaryRow,
    BudgetLine,
    Competence,
    Indicator,
    Keywords,
    Party,
    Place,
    Recipient,
    Schedule,
    Service,
    Unit,
    Words,
)
from domain.commitments import Commitment
from domain.people import Holding, Permissions, Person, Role, Scope
from domain.surveys import Question


def unit(row: rows.UnitRow) -> Unit:
    """Return the unit of a row."""
    return Unit(
        code=row.code,
        name=Words(sv=row.name_sv, en=row.name_en),
        unit_type=row.unit_type,
        administration=Words(sv=row.administration_sv, en=row.administration_en),
        property_owner=row.property_owner,
    )


def place(row: rows.PlaceRow) -> Place:
    """Return the place of a row."""
    return Place(code=row.code, unit=row.unit, name=Words(sv=row.name_sv, en=row.name_en))


def service(row: rows.ServiceRow) -> Service:
    """Return the service of a row."""
    return Service(
        code=row.code,
        name=Words(sv=row.name_sv, en=row.name_en),
        category=row.category,
        price_sek_per_hour=row.price_sek_per_hour,
        service_level_hours=row.service_level_working_hours,
        typical_hours=row.typical_hours,
        competences=row.competences,
        unit_types=row.unit_types,
        is_orderable=row.orderable,
        keywords=Keywords(sv=row.keywords_sv, en=row.keywords_en),
        description=Words(sv=row.description_sv, en=row.description_en),
    )


def boundary_row(row: rows.BoundaryFileRow) -> BoundaryRow:
    """Return the object of the boundary list of a row."""
    first_aid = Words(sv=row.first_aid_sv, en=row.first_aid_en) if row.first_aid_sv and row.first_aid_en else None
    return BoundaryRow(
        code=row.code,
        object=Words(sv=row.object_sv, en=row.object_en),
        keywords=Keywords(sv=row.keywords_sv, en=row.keywords_en),
        municipal_party=row.municipal_party,
        external_party=row.external_party,
        severity=row.severity,
        escalate_words=row.escalate_words,
        escalated_severity=row.escalated_severity,
        service=row.service,
        competences=row.competences,
        deviation_of=row.deviation_of,
        first_aid=first_aid,
    )


def party(row: rows.PartyRow) -> Party:
    """Return the party of a row."""
    return Party(
        code=row.code,
        name=Words(sv=row.name_sv, en=row.name_en),
        channel=row.channel,
        address=row.address,
        phone=row.phone,
        emergency_phone=row.emergency_phone,
        hours=row.hours,
    )


def agreements(lines: Iterable[rows.AgreementRow]) -> tuple[Agreement, ...]:
    """Return each agreement with its lines, in the order of the file; all lines of one agree on unit, status, dates."""
    grouped: dict[str, list[rows.AgreementRow]] = {}
    for line in lines:
        grouped.setdefault(line.agreement, []).append(line)
    return tuple(_agreement(of_one) for of_one in grouped.values())


def _agreement(lines: list[rows.AgreementRow]) -> Agreement:
    first = lines[0]
    return Agreement(
        code=first.agreement,
        unit=first.unit,
        status=first.status,
        start=first.start,
        end=first.end,
        lines=tuple(
            AgreementLine(
                category=line.category,
                hours_per_month=line.hours_per_month,
                amount_sek_per_month=line.amount_sek_per_month,
                approval_limit_sek=line.approval_limit_sek,
            )
            for line in lines
        ),
    )


def schedule(row: rows.ScheduleRow) -> Schedule:
    """Return the schedule of a row."""
    return Schedule(
        unit=row.unit,
        service=row.service,
        rrule=row.rrule,
        start_time=row.start_time,
        hours=row.hours,
        person=row.person,
    )


def people(lines: Iterable[rows.PersonRow], holdings: Iterable[rows.HoldingRow]) -> tuple[Person, ...]:
    """Return everybody with the competences they hold, in the order of the files."""
    held: dict[str, list[Holding]] = {}
    for row in holdings:
        held.setdefault(row.person, []).append(Holding(competence=row.competence, valid_to=row.valid_to))
    return tuple(
        Person(
            code=row.code,
            name=row.name,
            email=row.email,
            aad_object_id=row.aad_object_id,
            roles=frozenset(row.roles),
            units=tuple(dict.fromkeys(row.units)),
            hours_per_week=row.hours_per_week,
            cost_sek_per_hour=row.cost_sek_per_hour,
            language=row.language,
            holdings=tuple(held.get(row.code, ())),
        )
        for row in lines
    )


def competence(row: rows.CompetenceRow) -> Competence:
    """Return the competence of a row."""
    return Competence(
        code=row.code,
        name=Words(sv=row.name_sv, en=row.name_en),
        required_by_unit_type=row.required_by_unit_type,
        months_valid=row.months_valid,
    )


def permissions(lines: Iterable[rows.PermissionRow]) -> Permissions:
    """Return the table of who may do what, where; an empty cell is not in it."""
    return Permissions(table={line.action: _scopes(line) for line in lines})


def _scopes(line: rows.PermissionRow) -> Mapping[Role, Scope]:
    scopes: dict[Role, Scope | None] = {role: getattr(line, role.value) for role in Role}
    return {role: scope for role, scope in scopes.items() if scope is not None}


def indicator(row: rows.IndicatorRow) -> Indicator:
    """Return the indicator of a row."""
    return Indicator(
        code=row.code,
        name=Words(sv=row.name_sv, en=row.name_en),
        area=row.area,
        kind=row.kind,
        unit=row.unit,
        better=row.better,
        baseline=row.baseline,
        baseline_date=row.baseline_date,
        target=row.target,
        target_date=row.target_date,
        source=row.source,
        units=row.units,
        note=row.note_sv or "",
    )


def question(row: rows.QuestionRow) -> Question:
    """Return the question of a row."""
    return Question(
        code=row.code,
        indicator=row.indicator,
        audience=row.audience,
        months=frozenset(row.months),
        priority=row.priority,
        text_sv=row.text_sv,
        text_en=row.text_en,
        answer=row.answer,
    )


def commitment(row: rows.CommitmentRow) -> Commitment:
    """Return the commitment of a row."""
    return Commitment(
        code=row.code,
        kind=row.kind,
        title_sv=row.title_sv,
        title_en=row.title_en,
        period_start=row.period_start,
        period_end=row.period_end,
        due=row.due,
        recurrence=row.recurrence,
        responsible_role=row.responsible_role,
        recipients=row.recipients,
        risk=row.risk,
        status=row.status,
    )


def recipient(row: rows.RecipientRow) -> Recipient:
    """Return the recipient of a row."""
    return Recipient(
        code=row.code, name=Words(sv=row.name_sv, en=row.name_en), channel=row.channel, address=row.address
    )


def budget_line(row: rows.BudgetRow) -> BudgetLine:
    """Return the budget line of a row."""
    return BudgetLine(
        year=row.year, unit=row.unit, account=row.account, amount_sek=row.amount_sek, note=row.note_sv or ""
    )
