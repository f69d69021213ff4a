"""Counts in the chat: "hur många fel har vi skickat till hyresvärden i mars?", "avvikelser förra månaden"."""

from actions.counts import units_read_by
from actions.ports import Begin
from catalog.boundary import OUR_PARTY
from dialogs.turn import Reply, Turn, show
from dialogs.understanding.counted_words import asks_for_deviations, asks_for_forwarded, parties_said
from dialogs.understanding.month_words import month_said
from texts.format import local_day


async def count_by_words(turn: Turn, *, begin: Begin) -> Reply | None:  # noqa: ARG001 - all dialogs are called alike
    """Count what was sent to other parties, or the deviations, in the month that is said; None for anything else.

    Raises:
        NotAllowed: the person sees the requests of no unit.
    """
    kind = "forwarded" if asks_for_forwarded(turn.text) else "deviations" if asks_for_deviations(turn.text) else None
    if kind is None:
        return None
    units_read_by(turn.person, turn.catalogue)
    month = month_said(turn.text, today=local_day(turn.at))
    party = "|".join(others_said(turn)) if kind == "forwarded" else ""
    return Reply(messages=(show(kind, f"{kind}:{month:%Y-%m}", party=party),))


def others_said(turn: Turn) -> list[str]:
    """Return the codes of the other parties that the sentence names, by name or as the property's owner."""
    catalogue = turn.catalogue
    others = {code: each for code, each in catalogue.parties.items() if code != OUR_PARTY}
    names = {code: (each.name.sv, each.name.en) for code, each in others.items()}
    # Whoever answers for an object at one kind of property and not at the other, does so as its owner.
    rows = [row for row in catalogue.boundary.values() if row.municipal_party != row.external_party]
    owners = sorted({code for row in rows for code in (row.municipal_party, row.external_party)})
    return parties_said(turn.text, names, owners=owners)
