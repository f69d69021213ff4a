"""Who takes part, as the example pilot has them."""

import csv
from dataclasses import dataclass

from tests.e2e.programs import PILOT

ORDERS, PLANS = "REK1", "SAM1"
CAST = (ORDERS, PLANS)
"""Who is there from the start; whoever the desk suggests for the work comes when their name stands on the card."""
NEIGHBOURS = 5
"""The Playground's file names so many people beside the one who sits at its page, neither more nor fewer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """A person of the pilot."""

    code: str
    name: str
    email: str
    directory_id: str


def read_people() -> dict[str, Person]:
    """Return the people of the pilot by their codes."""
    with (PILOT / "people.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: Person(
                code=row["code"], name=row["name"], email=row["email"], directory_id=row["aad_object_id"]
            )
            for row in csv.DictReader(file)
        }


def beside(code: str) -> list[Person]:
    """Return the person *code* and those whom the Playground knows beside them: the cast first."""
    people = read_people()
    order = dict.fromkeys([code, *CAST, *people])
    return [people[each] for each in list(order)[: NEIGHBOURS + 1]]
