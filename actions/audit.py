"""The audit as it is read: everything that happened to a thing and to what belongs to it, newest first."""

from collections.abc import Sequence

from actions.ports import Work
from domain.audit import without_words
from domain.notices import Event

KINDS = {"B": "request", "F": "request", "U": "assignment", "S": "series"}
"""What a number names, by its letter."""


async def subjects_of(number: str, *, work: Work) -> Sequence[str]:
    """Return the subjects that *number* names, such as an order with its assignments; of a code, what is called so."""
    kind = KINDS.get(number[:1]) if number[1:2] == "-" else None
    if kind is None:
        return [f"{each}:{number}" for each in ("agreement", "commitment", "person", "survey", "catalogue")]
    if kind != "request":
        return [f"{kind}:{number}"]
    assignments = await work.assignments.of_request(number)
    entries = [f"time:{each}" for each in await work.time_entries.ids_of_request(number)]
    return [f"request:{number}", *(f"assignment:{each.id}" for each in assignments), *entries]


async def read_audit(number: str, *, work: Work, limit: int, offset: int = 0) -> Sequence[Event]:
    """Return the events of what *number* names, or of everything where it is empty, without anybody's words."""
    subjects = await subjects_of(number, work=work) if number else None
    return [without_words(each) for each in await work.events.listed(subjects, limit=limit, offset=offset)]
