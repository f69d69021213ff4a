"""One model for each CSV file of a pilot: a row as it comes in, checked cell by cell."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainValidator

from catalog import cells
from catalog.cells import (
    AboveZero,
    ClockTime,
    Code,
    Codes,
    Day,
    Email,
    FromZero,
    Guid,
    Number,
    OneRole,
    OptionalAboveZero,
    OptionalCode,
    OptionalDay,
    OptionalFromZero,
    OptionalNumber,
    OptionalRisk,
    OptionalRule,
    OptionalText,
    Rule,
    SomeCodes,
    SomeRoles,
    SomeTexts,
    Text,
    Texts,
    Yes,
)
from catalog.models import AgreementStatus, Category, PropertyOwner, Severity
from domain.commitments import CommitmentKind, CommitmentStatus
from domain.people import Scope
from domain.surveys import AnswerKind

OptionalScope = Annotated[Scope | None, PlainValidator(cells.optional(cells.member(Scope)))]


class Row(BaseModel):
    """A row of a file: every column of the model and no other."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class UnitRow(Row):
    """A row of `units.csv`."""

    code: Code
    name_sv: Text
    name_en: Text
    unit_type: Code
    administration_sv: Text
    administration_en: Text
    property_owner: Annotated[PropertyOwner, PlainValidator(cells.member(PropertyOwner))]
    note_sv: OptionalText


class PlaceRow(Row):
    """A row of `places.csv`."""

    unit: Code
    code: Code
    name_sv: Text
    name_en: Text


class ServiceRow(Row):
    """A row of `services.csv`."""

    code: Code
    name_sv: Text
    name_en: Text
    category: Annotated[Category, PlainValidator(cells.member(Category))]
    price_sek_per_hour: AboveZero
    service_level_working_hours: AboveZero
    typical_hours: AboveZero
    competences: Codes
    unit_types: SomeCodes
    orderable: Yes
    keywords_sv: SomeTexts
    keywords_en: SomeTexts
    description_sv: Text
    description_en: Text


class BoundaryFileRow(Row):
    """A row of `boundary.csv`."""

    code: Code
    object_sv: Text
    object_en: Text
    keywords_sv: SomeTexts
    keywords_en: SomeTexts
    municipal_party: Code
    external_party: Code
    severity: Annotated[Severity, PlainValidator(cells.member(Severity))]
    escalate_words: Texts
    escalated_severity: Annotated[Severity | None, PlainValidator(cells.optional(cells.member(Severity)))]
    service: OptionalCode
    competences: Codes
    deviation_of: OptionalCode
    first_aid_sv: OptionalText
    first_aid_en: OptionalText


class PartyRow(Row):
    """A row of `parties.csv`."""

    code: Code
    name_sv: Text
    name_en: Text
    channel: Annotated[str, PlainValidator(cells.one_of("teams", "email", "webhook"))]
    address: Text
    phone: Text
    emergency_phone: OptionalText
    hours: Text


class AgreementRow(Row):
    """A row of `agreements.csv`: one line of an agreement."""

    unit: Code
    agreement: Code
    status: Annotated[AgreementStatus, PlainValidator(cells.member(AgreementStatus))]
    start: Day
    end: Day
    category: Annotated[Category, PlainValidator(cells.member(Category))]
    hours_per_month: FromZero
    amount_sek_per_month: FromZero
    approval_limit_sek: FromZero


class ScheduleRow(Row):
    """A row of `schedules.csv`."""

    unit: Code
    service: Code
    rrule: Rule
    start_time: ClockTime
    hours: AboveZero
    person: Code


class PersonRow(Row):
    """A row of `people.csv`."""

    code: Code
    name: Text
    email: Email
    aad_object_id: Guid
    roles: SomeRoles
    units: Codes
    hours_per_week: OptionalAboveZero
    cost_sek_per_hour: OptionalFromZero
    language: Annotated[str, PlainValidator(cells.one_of("sv", "en"))]


class CompetenceRow(Row):
    """A row of `competences.csv`."""

    code: Code
    name_sv: Text
    name_en: Text
    required_by_unit_type: Codes
    months_valid: Annotated[int | None, PlainValidator(cells.optional(cells.whole(1, 600)))]


class HoldingRow(Row):
    """A row of `person_competences.csv`."""

    person: Code
    competence: Code
    valid_to: OptionalDay


class PermissionRow(Row):
    """A row of `permissions.csv`: a column for each role."""

    action: Code
    requester: OptionalScope
    principal: OptionalScope
    service_employee: OptionalScope
    coordinator: OptionalScope
    project_leader: OptionalScope
    economist: OptionalScope
    project_owner: OptionalScope
    administrator: OptionalScope


class IndicatorRow(Row):
    """A row of `indicators.csv`."""

    code: Code
    name_sv: Text
    name_en: Text
    area: Annotated[str, PlainValidator(cells.one_of("customer", "efficiency", "economy", "work_environment"))]
    kind: Annotated[str, PlainValidator(cells.one_of("leading", "lagging"))]
    unit: Code
    better: Annotated[str, PlainValidator(cells.one_of("up", "down", "none"))]
    baseline: OptionalNumber
    baseline_date: OptionalDay
    target: OptionalNumber
    target_date: OptionalDay
    source: Code
    units: Codes
    note_sv: OptionalText


class QuestionRow(Row):
    """A row of `questions.csv`."""

    code: Code
    indicator: OptionalCode
    audience: OneRole
    months: Annotated[tuple[int, ...], PlainValidator(cells.some(cells.whole(1, 12)))]
    priority: Annotated[int, PlainValidator(cells.whole(0, 1000))]
    text_sv: Text
    text_en: Text
    answer: Annotated[AnswerKind, PlainValidator(cells.member(AnswerKind))]


class CommitmentRow(Row):
    """A row of `commitments.csv`."""

    code: Code
    kind: Annotated[CommitmentKind, PlainValidator(cells.member(CommitmentKind))]
    title_sv: Text
    title_en: Text
    period_start: OptionalDay
    period_end: OptionalDay
    due: Day
    recurrence: OptionalRule
    responsible_role: OneRole
    recipients: Codes
    risk: OptionalRisk
    status: Annotated[CommitmentStatus, PlainValidator(cells.member(CommitmentStatus))]


class RecipientRow(Row):
    """A row of `recipients.csv`."""

    code: Code
    name_sv: Text
    name_en: Text
    channel: Annotated[str, PlainValidator(cells.one_of("teams", "email", "webhook"))]
    address: Text


class BudgetRow(Row):
    """A row of `budget.csv`."""

    year: Annotated[int, PlainValidator(cells.whole(2000, 2199))]
    unit: OptionalCode
    account: Code
    amount_sek: Number
    note_sv: OptionalText
