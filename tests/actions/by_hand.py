"""What DESIGN §4 and `permissions.csv` say, written down and read without asking the product."""

import csv
from collections.abc import Mapping

from domain.people import Person, Role
from tests.dialogs.understanding.pilot import FOLDER

NEXT_REQUEST: Mapping[str, frozenset[str]] = {
    "": frozenset({"awaiting_approval", "queued", "forwarded"}),
    "awaiting_approval": frozenset({"queued", "rejected", "cancelled"}),
    "queued": frozenset({"assigned", "cancelled"}),
    "assigned": frozenset({"in_progress", "queued", "cancelled"}),
    "in_progress": frozenset({"waiting", "done", "queued"}),
    "waiting": frozenset({"in_progress", "assigned", "queued", "done", "cancelled"}),
    "done": frozenset({"closed", "queued"}),
    "forwarded": frozenset({"done", "queued", "cancelled"}),
    "closed": frozenset(),
    "rejected": frozenset(),
    "cancelled": frozenset(),
}
NEXT_ASSIGNMENT: Mapping[str, frozenset[str]] = {
    "": frozenset({"offered", "accepted"}),
    "offered": frozenset({"accepted", "declined", "withdrawn"}),
    "accepted": frozenset({"started", "declined", "handed_over", "withdrawn"}),
    "started": frozenset({"paused", "done", "handed_over", "withdrawn"}),
    "paused": frozenset({"started", "done", "handed_over", "withdrawn"}),
    "done": frozenset(),
    "declined": frozenset(),
    "handed_over": frozenset(),
    "withdrawn": frozenset(),
}
NEXT_STANDING = {**NEXT_ASSIGNMENT, "accepted": NEXT_ASSIGNMENT["accepted"] | {"done"}}
"""Standing work is confirmed in one press, whether it was begun by one or not."""
NEXT_AGREEMENT: Mapping[str, frozenset[str]] = {
    "": frozenset({"draft"}),
    "draft": frozenset({"draft", "offered", "ended"}),
    "offered": frozenset({"draft", "signed", "ended"}),
    "signed": frozenset({"signed", "ended"}),
    "ended": frozenset(),
}
"""What each change of an agreement can make of it: also other terms, or another last day."""
HELD = frozenset({"accepted", "started", "paused"})
UNDER_WAY = frozenset({"assigned", "in_progress", "waiting"})
OVER = frozenset({"done", "closed", "rejected", "cancelled"})


def permission_table() -> Mapping[str, Mapping[str, str]]:
    with (FOLDER / "permissions.csv").open(encoding="utf-8", newline="") as file:
        return {row["action"]: row for row in csv.DictReader(file)}


TABLE = permission_table()


def may(person: Person, action: str, *, unit: str, is_own: bool) -> bool:
    scopes = {TABLE[action][role.value] for role in person.roles}
    return (
        "all" in scopes or ("own" in scopes and is_own) or (bool(scopes & {"unit", "units"}) and unit in person.units)
    )


def signs(person: Person, unit: str) -> bool:
    """Tell whether *person* signs agreements for *unit*: only its principals do."""
    return Role.PRINCIPAL in person.roles and unit in person.units
