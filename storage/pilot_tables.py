"""The tables of what seldom changes: the catalogue, the people, and the rest of a pilot.

`position` is the row's place in its file. Texts come in two columns, Swedish (`_sv`) and English (`_en`).
"""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, SmallInteger, String, Table, Text, Time, false, true

from catalog.models import AgreementStatus, Category, PropertyOwner, Severity
from domain.commitments import CommitmentKind, CommitmentStatus
from domain.people import Role, Scope
from domain.surveys import AnswerKind
from storage.columns import Codes, Exact, Moment, Months, OneOf, only
from storage.schema import schema


def _position() -> Column[int]:
    return Column("position", Integer, nullable=False)


units = Table(
    "units",
    schema,
    Column("code", String, primary_key=True),
    _position(),
    Column("name_sv", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("unit_type", String, nullable=False),
    Column("administration_sv", Text, nullable=False),
    Column("administration_en", Text, nullable=False),
    Column("property_owner", OneOf(PropertyOwner), nullable=False),
    only("property_owner", PropertyOwner),
)
places = Table(
    "places",
    schema,
    Column("code", String, primary_key=True),
    _position(),
    Column("unit", ForeignKey("units.code"), nullable=False, index=True),
    Column("name_sv", Text, nullable=False),
    Column("name_en", Text, nullable=False),
)
services = Table(
    "services",
    schema,
    Column("code", String, primary_key=True),
    _position(),
    Column("name_sv", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("category", OneOf(Category), nullable=False),
    Column("service_level_hours", Exact, nullable=False),
    Column("typical_hours", Exact, nullable=False),
    Column("competences", Codes, nullable=False),
    Column("unit_types", Codes, nullable=False),
    Column("is_orderable", Boolean, nullable=False),
    Column("keywords_sv", Codes, nullable=False),
    Column("keywords_en", Codes, nullable=False),
    Column("description_sv", Text, nullable=False),
    Column("description_en", Text, nullable=False),
    only("category", Category),
)
service_prices = Table(
    "service_prices",
    schema,
    Column("service", ForeignKey("services.code"), primary_key=True),
    Column("valid_from", Date, primary_key=True),
    Column("price_sek_per_hour", Exact, nullable=False),
)
parties = Table(
    "parties",
    schema,
    Column("code", String, primary_key=True),
    _position(),
    Column("name_sv", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("channel", String, nullable=False),
    Column("address", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("emergency_phone", Text),
    Column("hours", Text, nullable=False),
)
boundary = Table(
    "boundary",
    schema,
    Column("code", String, primary_key=True),
    _position(),
    Column("object_sv", Text, nullable=False),
    Column("object_en", Text, nullable=False),
    Column("keywords_sv", Codes, nullable=False),
    Column("keywords_en", Codes, nullable=False),
    Column("municipal_party", ForeignKey("parties.code"), nullable=False),
    Column("external_party", ForeignKey("parties.code"), nullable=False),
    Column("severity", OneOf(Severity), nullable=False),
    Column("escalate_words", Codes, nullable=False),
    Column("escalated_severity", OneOf(Severity)),
    Column("service", ForeignKey("services.code")),
    Column("competences", Codes, nullable=False),
    Column("deviation_of", ForeignKey("services.code")),
    Column("first_aid_sv", Text),
    Column("first_aid_en", Text),
    only("severity", Severity),
)
# One whose version is above 1 was changed in the product, and is no longer what its file says.
agreements = Table(
    "agreements",
    schema,
    Column("code", String, primary_key=True),
    _position(),
    Column("unit", ForeignKey("units.code"), nullable=False, index=True),
    Column("status", OneOf(AgreementStatus), nullable=False),
    Column("start", Date, nullable=False),
    Column("end", Date, nullable=False),
    Column("replaces", String),
    Column("since", Date),
    Column("services", Codes, nullable=False, server_default="[]"),
    Column("indicators", Codes, nullable=False, server_default="[]"),
    Column("signed_by", String),
    Column("signed_at", Moment),
    Column("ended_on", Date),
    Column("version", Integer, nullable=False, server_default="1"),
    only("status", AgreementStatus),
)
agreement_lines = Table(
    "agreement_lines",
    schema,
    Column("agreement", ForeignKey("agreements.code"), primary_key=True),
    Column("category", OneOf(Category), primary_key=True),
    _position(),
    Column("hours_per_month", Exact, nullable=False),
    Column("amount_sek_per_month", Exact, nullable=False),
    Column("approval_limit_sek", Exact, nullable=False),
    only("category", Category),
)
competences = Table(
    "competences",
    schema,
    Column("code", String, primary_key=True),
    _position(),
    Column("name_sv", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("required_by_unit_type", Codes, nullable=False),
    Column("months_valid", Integer),
)
permissions = Table(
    "permissions",
    schema,
    Column("action", String, primary_key=True),
    Column("role", OneOf(Role), primary_key=True),
    _position(),
    Column("scope", OneOf(Scope), nullable=False),
    only("role", Role),
    only("scope", Scope),
)
# A person's code stands in the other tables without a foreign key: an erased person's row goes, what they did stays.
people = Table(
    "people",
    schema,
    Column("code", String, primary_key=True),
    _position(),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("aad_object_id", String, nullable=False, unique=True),
    Column("hours_per_week", Exact),
    Column("cost_sek_per_hour", Exact),
    Column("language", String, nullable=False),
    Column("chosen_language", String),
    Column("is_active", Boolean, nullable=False, server_default=true()),
)
person_roles = Table(
    "person_roles",
    schema,
    Column("person", ForeignKey("people.code", ondelete="CASCADE"), primary_key=True),
    Column("role", OneOf(Role), primary_key=True, index=True),
    only("role", Role),
)
person_units = Table(
    "person_units",
    schema,
    Column("person", ForeignKey("people.code", ondelete="CASCADE"), primary_key=True),
    Column("unit", ForeignKey("units.code"), primary_key=True, index=True),
    _position(),
)
holdings = Table(
    "holdings",
    schema,
    Column("person", ForeignKey("people.code", ondelete="CASCADE"), primary_key=True),
    Column("competence", ForeignKey("competences.code"), primary_key=True),
    _position(),
    Column("valid_to", Date),
)
schedules = Table(
    "schedules",
    schema,
    Column("unit", ForeignKey("units.code"), primary_key=True),
    Column("service", ForeignKey("services.code"), primary_key=True),
    Column("person", String, primary_key=True),
    Column("rrule", String, primary_key=True),
    Column("start_time", Time, primary_key=True),
    _position(),
    Column("hours", Exact, nullable=False),
)
indicators = Table(
    "indicators",
    schema,
    Column("code", String, primary_key=True),
    _position(),
    Column("name_sv", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("area", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("unit", String, nullable=False),
    Column("better", String, nullable=False),
    Column("baseline", Exact),
    Column("baseline_date", Date),
    Column("target", Exact),
    Column("target_date", Date),
    Column("source", String, nullable=False),
    Column("units", Codes, nullable=False),
    Column("note", Text, nullable=False),
)
# One whose version is above 1 was changed in the product, and is no longer what its file says.
questions = Table(
    "questions",
    schema,
    Column("code", String, primary_key=True),
    _position(),
    Column("indicator", ForeignKey("indicators.code")),
    Column("audience", OneOf(Role), nullable=False),
    Column("months", Months, nullable=False),
    Column("priority", SmallInteger, nullable=False),
    Column("text_sv", Text, nullable=False),
    Column("text_en", Text, nullable=False),
    Column("answer", OneOf(AnswerKind), nullable=False),
    Column("is_retired", Boolean, nullable=False, server_default=false()),
    Column("version", Integer, nullable=False, server_default="1"),
    only("audience", Role),
    only("answer", AnswerKind),
)
# `status` and `risk` are those of the file until somebody sets them in the product.
commitments = Table(
    "commitments",
    schema,
    Column("code", String, primary_key=True),
    _position(),
    Column("kind", OneOf(CommitmentKind), nullable=False),
    Column("title_sv", Text, nullable=False),
    Column("title_en", Text, nullable=False),
    Column("period_start", Date),
    Column("period_end", Date),
    Column("due", Date, nullable=False),
    Column("recurrence", String),
    Column("responsible_role", OneOf(Role), nullable=False),
    Column("recipients", Codes, nullable=False),
    Column("risk", String),
    Column("status", OneOf(CommitmentStatus), nullable=False),
    Column("chosen_status", OneOf(CommitmentStatus)),
    Column("turn", Date),
    Column("moved_to", Date),
    Column("holder", String),
    Column("chosen_risk", String),
    only("kind", CommitmentKind),
    only("responsible_role", Role),
    only("status", CommitmentStatus),
    only("chosen_status", CommitmentStatus),
)
recipients = Table(
    "recipients",
    schema,
    Column("code", String, primary_key=True),
    _position(),
    Column("name_sv", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("channel", String, nullable=False),
    Column("address", Text, nullable=False),
)
# `unit` is empty for the whole pilot, since no part of a key can be absent.
budget = Table(
    "budget",
    schema,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("unit", String, primary_key=True),
    Column("account", String, primary_key=True),
    _position(),
    Column("amount_sek", Exact, nullable=False),
    Column("note", Text, nullable=False),
)
