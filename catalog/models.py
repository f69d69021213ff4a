"""What the municipality can offer: units, places, services, agreements, the boundary list, and the rest of a pilot.

All values are immutable. Codes are those of the CSV files; texts come in Swedish (``sv``) and English (``en``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from domain.agreements import Agreement as Agreement  # noqa: PLC0414  # what is agreed on is part of a catalogue
from domain.agreements import AgreementLine as AgreementLine  # noqa: PLC0414
from domain.agreements import AgreementStatus as AgreementStatus  # noqa: PLC0414
from domain.agreements import Category as Category  # noqa: PLC0414
from domain.commitments import Commitment
from domain.people import Permissions, Person
from domain.surveys import Question


class PropertyOwner(StrEnum):
    """Who owns the premises of a unit; decides which party an issue goes to."""

    MUNICIPAL = "municipal"
    EXTERNAL = "external"


class Severity(StrEnum):
    """How soon an issue must be answered."""

    NORMAL = "normal"
    URGENT = "urgent"
    EMERGENCY = "emergency"


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """A text in both languages."""

    sv: str
    en: str

    def of(self, language: str) -> str:
        """Return the text in *language*; anything but ``en`` reads Swedish."""
        return self.en if language == "en" else self.sv


@dataclass(frozen=True, kw_only=True, slots=True)
class Keywords:
    """The words by which people call something, in both languages, as written in the catalogue."""

    sv: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """A school, care home or house of culture that orders."""

    code: str
    name: Words
    unit_type: str
    administration: Words
    property_owner: PropertyOwner


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A known place of a unit."""

    code: str
    unit: str
    name: Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Service:
    """A service of the catalogue, at the price in force on the day the catalogue was read for.

    `price_sek_per_hour` in SEK an hour; `service_level_hours` in working hours; `typical_hours` in clock hours of work.
    """

    code: str
    name: Words
    category: Category
    price_sek_per_hour: Decimal
    service_level_hours: Decimal
    typical_hours: Decimal
    competences: tuple[str, ...]
    unit_types: tuple[str, ...]
    is_orderable: bool
    keywords: Keywords
    description: Words


@dataclass(frozen=True, kw_only=True, slots=True)
class BoundaryRow:
    """One object of the boundary list (gränsdragningslista): who looks after it and how urgent a fault is.

    With a `service` a reported fault is an order for that service; without one it is an issue for the party of the
    property's owner. `deviation_of` names the mandatory service that the fault is a deviation from.
    """

    code: str
    object: Words
    keywords: Keywords
    municipal_party: str
    external_party: str
    severity: Severity
    escalate_words: tuple[str, ...] = ()
    escalated_severity: Severity | None = None
    service: str | None = None
    competences: tuple[str, ...] = ()
    deviation_of: str | None = None
    first_aid: Words | None = None

    def party_for(self, owner: PropertyOwner) -> str:
        """Return the code of the party that answers for the object in premises of *owner*."""
        return self.external_party if owner is PropertyOwner.EXTERNAL else self.municipal_party


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """Who answers for objects of the boundary list, and how to reach them."""

    code: str
    name: Words
    channel: str
    address: str
    phone: str
    emergency_phone: str | None
    hours: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Schedule:
    """Standing work of a mandatory service at a unit; `rrule` as in RFC 5545, `start_time` on the local clock."""

    unit: str
    service: str
    rrule: str
    start_time: time
    hours: Decimal
    person: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Competence:
    """Something an employee can be trained for; demanded of everybody who works at units of `required_by_unit_type`."""

    code: str
    name: Words
    required_by_unit_type: tuple[str, ...]
    months_valid: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Indicator:
    """An indicator (nyckeltal) as defined; outcomes are kept elsewhere. `units` empty means every unit."""

    code: str
    name: Words
    area: str
    kind: str
    unit: str
    better: str
    baseline: Decimal | None
    baseline_date: date | None
    target: Decimal | None
    target_date: date | None
    source: str
    units: tuple[str, ...]
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Recipient:
    """Who gets reports."""

    code: str
    name: Words
    channel: str
    address: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BudgetLine:
    """A yearly sum of the pilot; costs are negative. `unit` None means the whole pilot."""

    year: int
    unit: str | None
    account: str
    amount_sek: Decimal
    note: str


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Everything that changes seldom and is read often, as one value; `revision` grows with each load."""

    revision: int
    units: Mapping[str, Unit] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    services: Mapping[str, Service] = field(default_factory=dict)
    boundary: Mapping[str, BoundaryRow] = field(default_factory=dict)
    parties: Mapping[str, Party] = field(default_factory=dict)
    agreements: tuple[Agreement, ...] = ()
    competences: Mapping[str, Competence] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    permissions: Permissions = field(default_factory=Permissions)

    def places_of(self, unit: str) -> tuple[Place, ...]:
        """Return the known places of *unit*, in the order of the file."""
        return self._places_by_unit.get(unit, ())

    @cached_property
    def _places_by_unit(self) -> Mapping[str, tuple[Place, ...]]:
        grouped: dict[str, list[Place]] = {}
        for place in self.places:
            grouped.setdefault(place.unit, []).append(place)
        return {unit: tuple(places) for unit, places in grouped.items()}

    def agreement_in_force(self, unit: str, day: date) -> Agreement | None:
        """Return the agreement under which *unit* can order for *day*, or None."""
        return next((each for each in self.agreements if each.unit == unit and each.is_in_force(day)), None)

    def agreed_until(self, unit: str, day: date) -> date | None:
        """Return the last day until which *unit* can order from *day* on, one agreement taking over from another."""
        last = None
        while (agreement := self.agreement_in_force(unit, day)) is not None:
            last, day = agreement.end, agreement.end + timedelta(days=1)
        return last

    def demanded_competences(self, service: str, unit: str) -> tuple[str, ...]:
        """Return every competence that *service* and the type of *unit* demand, each once."""
        return tuple(dict.fromkeys([*self.services[service].competences, *self.unit_competences(unit)]))

    def unit_competences(self, unit: str) -> tuple[str, ...]:
        """Return what is demanded of everybody who works at *unit*, by its type."""
        unit_type = self.units[unit].unit_type
        return tuple(each.code for each in self.competences.values() if unit_type in each.required_by_unit_type)


@dataclass(frozen=True, kw_only=True)
class Pilot:
    """A whole pilot as read from its CSV files: checked, complete, not yet stored.

    `prices_from` is the day from which the prices of the files hold; an older price holds until the day before.
    """

    prices_from: date
    catalogue: Catalogue
    people: tuple[Person, ...]
    schedules: tuple[Schedule, ...]
    questions: tuple[Question, ...]
    commitments: tuple[Commitment, ...]
    recipients: tuple[Recipient, ...]
    budget: tuple[BudgetLine, ...]
