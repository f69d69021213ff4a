"""People, their roles, and the table of who may do what, where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from domain.errors import NotAllowed

PersonId = str
UnitCode = str


class Role(StrEnum):
    """What a person comes to the desk for; a person can hold several."""

    REQUESTER = "requester"
    PRINCIPAL = "principal"
    SERVICE_EMPLOYEE = "service_employee"
    COORDINATOR = "coordinator"
    PROJECT_LEADER = "project_leader"
    ECONOMIST = "economist"
    PROJECT_OWNER = "project_owner"
    ADMINISTRATOR = "administrator"


class Scope(StrEnum):
    """How far a permission reaches; `UNIT` and `UNITS` both mean the units of the person."""

    OWN = "own"
    UNIT = "unit"
    UNITS = "units"
    ALL = "all"


@dataclass(frozen=True, kw_only=True, slots=True)
class Holding:
    """A competence that a person holds, to and with *valid_to*; None is without end."""

    competence: str
    valid_to: date | None = None

    def is_valid(self, day: date) -> bool:
        """Tell whether the competence counts on *day*."""
        return self.valid_to is None or day <= self.valid_to


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Someone who uses the desk. The name lives here and nowhere else."""

    code: PersonId
    name: str
    email: str
    aad_object_id: str
    roles: frozenset[Role]
    units: tuple[UnitCode, ...] = ()
    hours_per_week: Decimal | None = None
    cost_sek_per_hour: Decimal | None = None
    language: str = "sv"
    is_active: bool = True
    holdings: tuple[Holding, ...] = ()

    def has_role(self, role: Role) -> bool:
        """Tell whether the person holds *role*."""
        return role in self.roles

    def lacks(self, demanded: Iterable[str], *, on: date) -> tuple[str, ...]:
        """Return the competences of *demanded* that the person does not hold on the day, in order."""
        valid = {holding.competence for holding in self.holdings if holding.is_valid(on)}
        return tuple(code for code in demanded if code not in valid)


@dataclass(frozen=True, kw_only=True, slots=True)
class Permissions:
    """The table of who may do what, where (`pilot/permissions.csv`): action → role → scope."""

    table: Mapping[str, Mapping[Role, Scope]] = field(default_factory=dict)

    def allows(self, person: Person, action: str, *, unit: UnitCode | None = None, is_own: bool = False) -> bool:
        """Tell whether *person* may do *action* to something of *unit* that is, or is not, their own.

        An inactive person may do nothing. An action the table does not name is allowed to nobody.
        """
        if not person.is_active:
            return False
        scopes = self.table.get(action, {})
        return any(_reaches(scopes[role], person, unit, is_own=is_own) for role in person.roles if role in scopes)

    def demand(self, person: Person, action: str, *, unit: UnitCode | None = None, is_own: bool = False) -> None:
        """Do nothing when *person* may do *action* there.

        Raises:
            NotAllowed: they may not.
        """
        if not self.allows(person, action, unit=unit, is_own=is_own):
            raise NotAllowed(action=action)


def _reaches(scope: Scope, person: Person, unit: UnitCode | None, *, is_own: bool) -> bool:
    if scope is Scope.ALL:
        return True
    if scope is Scope.OWN:
        return is_own
    return unit is not None and unit in person.units
