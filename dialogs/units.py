"""Which unit a sentence is about, for people who have several or none of their own."""

import re

from catalog.models import Catalogue
from dialogs.turn import Turn
from domain.people import Scope

_BETWEEN = re.compile(r"\s*,\s*(?:och\s+|and\s+)?|\s+(?:och|and|samt|&)\s+")


def unit_of(turn: Turn, action: str) -> str | None:
    """Return the code of the unit that the person means for *action*, or None when they must be asked.

    A unit named in the text counts first, then the unit of the known place that was named, then the only one they have.
    """
    candidates = _units_for(turn, action)
    if len(candidates) == 1:
        return candidates[0]
    named = [code for code in candidates if _is_named(turn, code)]
    if len(named) == 1:
        return named[0]
    owners = _owners(turn) & set(candidates)
    return owners.pop() if len(owners) == 1 else None


def units_said(turn: Turn) -> list[str]:
    """Return the codes of all units that the text names, whosoever they are."""
    return [code for code in turn.catalogue.units if _is_named(turn, code)]


def units_named(text: str, catalogue: Catalogue) -> tuple[str, ...] | None:
    """Return the units that *text* lists by code or name ("PV3 och PV4"); None where a part of it names none."""
    found = []
    for part in _BETWEEN.split(text.strip()):
        said = _spaced(part)
        names = {code: (code, unit.name.sv, unit.name.en) for code, unit in catalogue.units.items()}
        meant = [code for code, called in names.items() if said in {_spaced(name) for name in called}]
        if not meant:
            return None
        found += meant
    return tuple(dict.fromkeys(found))


def _owners(turn: Turn) -> set[str]:
    """Return the units that have a known place of the name that was said: several have a library."""
    said = turn.understood.place if turn.understood else None
    if said is None or said.code is None:
        return set()
    names = {name for each in turn.catalogue.places if each.code == said.code for name in (each.name.sv, each.name.en)}
    return {each.unit for each in turn.catalogue.places if each.name.sv in names or each.name.en in names}


def _units_for(turn: Turn, action: str) -> list[str]:
    scopes = turn.catalogue.permissions.table.get(action, {})
    if any(scopes.get(role) is Scope.ALL for role in turn.person.roles):
        return sorted(turn.catalogue.units)
    return list(turn.person.units)


def _is_named(turn: Turn, code: str) -> bool:
    unit = turn.catalogue.units[code]
    text = _spaced(turn.text)
    return any(_spaced(name) in text for name in (code, unit.name.sv, unit.name.en))


def _spaced(text: str) -> str:
    """Return the words of *text* between single spaces, so that ``PV1`` is not found in ``PV10``."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return f" {' '.join(words)} "
