"""The view of a substitute, for the principal and for the one who approves instead."""

from actions.substitutes import could_substitute
from dialogs.cards.elements import Shown
from dialogs.cards.substitute import SubstituteFacts, substitute_card
from dialogs.views.asked import Asked, Hidden
from texts.format import local_day


async def show_substitute(asked: Asked) -> Shown:
    """Return who approves for whom; with no subject the choice of one, for a principal."""
    if not asked.id:
        units = [unit for unit in asked.reader.units if asked.allows("order.approve", unit=unit)]
        if not units:
            raise Hidden
        people = await could_substitute(asked.work, asked.reader, units)
        return substitute_card(SubstituteFacts(choices=[(each.code, each.name) for each in people]), asked.frame())
    held = await asked.work.substitutions.get(asked.id)
    if asked.reader.code not in {held.person, held.substitute}:
        raise Hidden
    names = await asked.names([held.person, held.substitute])
    is_own = asked.reader.code == held.person
    facts = SubstituteFacts(
        substitution=held,
        principal=names.get(held.person, ""),
        substitute=names.get(held.substitute, ""),
        is_own=is_own,
        may_end=is_own and not held.is_over and held.last >= local_day(asked.at),
    )
    return substitute_card(facts, asked.frame(held.version))
