"""Which unit a sentence is about, for people who have several or none of their own."""

from dialogs.turn import Turn
from domain.people import Scope


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
    place = turn.understood.place.code if turn.understood and turn.understood.place else None
    owners = [each.unit for each in turn.catalogue.places if each.code == place and each.unit in candidates]
    return owners[0] if owners else None


def _units_for(turn: Turn, action: str) -> list[str]:
    scopes = turn.catalogue.permissions.table.get(action, {})
    if any(scopes.get(role) is Scope.ALL for role in turn.person.roles):
        return sorted(turn.catalogue.units)
    return list(turn.person.units)


def _is_named(turn: Turn, code: str) -> bool:
    unit = turn.catalogue.units[code]
    text = f" {turn.text.casefold()} "
    return any(name.casefold() in text for name in (f" {code} ", unit.name.sv, unit.name.en))
