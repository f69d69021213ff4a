"""The permission table that ships, held cell by cell against what the desk allows."""

import csv
from datetime import date
from pathlib import Path

import pytest

from catalog.loader import read_pilot
from domain.people import Person, Role

PILOT = Path(__file__).parents[2] / "catalog" / "pilot"
PERMISSIONS = read_pilot(PILOT, day=date(2022, 3, 15)).catalogue.permissions
# What a scope allows: something of another unit, of a unit of theirs, theirs in another unit, and theirs at home.
REACHES = {
    "": (False, False, False, False),
    "own": (False, False, True, True),
    "unit": (False, True, False, True),
    "units": (False, True, False, True),
    "all": (True, True, True, True),
}


def cells() -> list[tuple[str, str, str]]:
    with (PILOT / "permissions.csv").open(encoding="utf-8", newline="") as file:
        return [(row["action"], role.value, row[role.value]) for row in csv.DictReader(file) for role in Role]


@pytest.mark.parametrize(("action", "role", "scope"), cells())
def test_each_cell_allows_what_it_says_and_no_more(action: str, role: str, scope: str) -> None:
    person = Person(
        code="X", name="X", email="x@b.example", aad_object_id="x", roles=frozenset({Role(role)}), units=("PV1",)
    )

    found = tuple(
        PERMISSIONS.allows(person, action, unit=unit, is_own=is_own)
        for is_own in (False, True)
        for unit in ("PV2", "PV1")
    )

    assert found == REACHES[scope]
