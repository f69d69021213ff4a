"""The permission table reaches exactly as far as it says."""

import pytest

from domain.errors import NotAllowed
from domain.people import Permissions, Person, Role, Scope

TABLE = Permissions(
    table={
        "order.create": {Role.PRINCIPAL: Scope.UNIT, Role.COORDINATOR: Scope.UNITS},
        "request.rate": {Role.PRINCIPAL: Scope.OWN},
        "audit.read": {Role.ADMINISTRATOR: Scope.ALL},
    }
)


def a_person(*roles: Role, units: tuple[str, ...] = ("PV1",), is_active: bool = True) -> Person:
    return Person(
        code="X",
        name="X",
        email="x@b.example",
        aad_object_id="x",
        roles=frozenset(roles),
        units=units,
        is_active=is_active,
    )


def test_a_unit_scope_reaches_the_units_of_the_person_only() -> None:
    principal = a_person(Role.PRINCIPAL)

    assert TABLE.allows(principal, "order.create", unit="PV1")
    assert not TABLE.allows(principal, "order.create", unit="PV2", is_own=True)
    assert not TABLE.allows(principal, "order.create")


def test_an_own_scope_reaches_what_is_theirs_wherever_it_is() -> None:
    principal = a_person(Role.PRINCIPAL)

    assert TABLE.allows(principal, "request.rate", unit="PV2", is_own=True)
    assert not TABLE.allows(principal, "request.rate", unit="PV1")


def test_an_all_scope_reaches_everything() -> None:
    assert TABLE.allows(a_person(Role.ADMINISTRATOR, units=()), "audit.read")


def test_the_furthest_of_several_roles_counts() -> None:
    both = a_person(Role.PRINCIPAL, Role.ADMINISTRATOR)

    assert TABLE.allows(both, "audit.read")
    assert TABLE.allows(both, "order.create", unit="PV1")


def test_an_action_that_the_table_does_not_name_is_allowed_to_nobody() -> None:
    assert not TABLE.allows(a_person(*Role), "order.burn", unit="PV1", is_own=True)


def test_somebody_who_has_left_may_do_nothing() -> None:
    assert not TABLE.allows(a_person(*Role, is_active=False), "audit.read")


def test_a_refusal_names_the_action() -> None:
    with pytest.raises(NotAllowed) as refused:
        TABLE.demand(a_person(Role.REQUESTER), "order.create", unit="PV1")

    assert refused.value.values == {"action": "order.create"}
