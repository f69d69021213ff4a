"""A no in words: who can do it, whom to ask, and what the asker can say instead."""

from collections.abc import Mapping, Sequence

from dialogs.views.asked import Asked
from domain.people import Role, Scope
from texts import has, say
from texts.format import listed, opening

REFUSED = "error-not-allowed"
OF_UNITS = frozenset({"announcement.send", "economy.read", "indicator.enter", "indicator.read"})
"""What somebody may do for some units and not for others, where nothing else decides."""
INSTEAD = (
    ("order.create", "requests"),
    ("assignment.work", "assignments"),
    ("request.assign", "board"),
    ("indicator.read", "indicators"),
    ("commitment.read", "wheel"),
    ("agreement.edit", "agreements"),
)
"""What is shown to those who may do the one when they ask for the other; the most useful first."""
MOST_TRIED = 3


async def say_not_allowed(asked: Asked) -> str:
    """Return that the reader may not do what the message's `action` names, who may, and what they can say instead."""
    action = asked.value("action")
    scopes = asked.catalogue.permissions.table.get(action, {})
    key, roles = f"refused-who-{action.replace('.', '-')}", _who(scopes)
    if not asked.reader.roles.isdisjoint(roles):
        return _elsewhere(asked, action)
    if not roles or not has(key):
        return say(REFUSED, asked.language)
    names = [say(f"role-{role.replace('_', '-')}", asked.language) for role in roles]
    who = opening(say(key, asked.language, roles=listed(names, asked.language)))
    return " ".join([who, *await _whom(asked, roles, scopes), *_instead(asked)])


def _elsewhere(asked: Asked, action: str) -> str:
    """Return that it is of a unit that is not the reader's, or else that it is another's."""
    known = asked.catalogue.units
    units = [known[code].name.of(asked.language) for code in asked.reader.units if code in known]
    if action not in OF_UNITS or not units:
        return say(REFUSED, asked.language)
    return say("refused-elsewhere", asked.language, units=listed(units, asked.language))


def _who(scopes: Mapping[Role, Scope]) -> Sequence[Role]:
    """Return the roles that may do it to more than their own, else those that may to that."""
    wide = [role for role in Role if scopes.get(role, Scope.OWN) is not Scope.OWN]
    return wide or [role for role in Role if role in scopes]


async def _whom(asked: Asked, roles: Sequence[Role], scopes: Mapping[Role, Scope]) -> Sequence[str]:
    """Return whom to ask: who may do it for all, or near by; nobody where each does it for themselves."""
    role = next((each for each in roles if scopes[each] is Scope.ALL), roles[0])
    if scopes[role] is Scope.OWN:
        return []
    found = await asked.work.people.with_role(role)
    near = [each for each in found if not set(each.units).isdisjoint(asked.reader.units)] or found
    return [say("refused-ask", asked.language, name=each.name) for each in near[:1]]


def _instead(asked: Asked) -> Sequence[str]:
    tried = [say(f"refused-try-{what}", asked.language) for action, what in INSTEAD if _may(asked, action)]
    examples = listed(tried[:MOST_TRIED], asked.language, is_choice=True)
    return [say("refused-instead", asked.language, examples=examples)] if tried else []


def _may(asked: Asked, action: str) -> bool:
    """Tell whether the reader may do it to what is their own or their units'."""
    units = asked.reader.units or (None,)
    return any(asked.allows(action, unit=unit, is_own=True) for unit in units)
