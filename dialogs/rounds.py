"""Reporting what is found on a round: by two presses, or by asking for the card in words."""

from actions.issues import Report
from actions.ports import Begin
from dialogs.draft_inputs import LONGEST_PLACE
from dialogs.issue import report_found
from dialogs.listening import only_of
from dialogs.turn import Press, Reply, Turn, show
from dialogs.understanding.round_words import asks_for_round
from domain.errors import BadInput
from domain.people import Role


@only_of(Role.SERVICE_EMPLOYEE)
async def round_by_words(turn: Turn, *, begin: Begin) -> Reply | None:  # noqa: ARG001 - all dialogs are called alike
    """Show an employee the card on which object and place are chosen; None for anybody else, who may order a round."""
    if not asks_for_round(turn.text):
        return None
    return Reply(messages=(show("round", f"round:{turn.person.code}"),))


async def press_found(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Report the object at the place that were chosen; pressed again, the card shows what was reported.

    Raises:
        BadInput: there is no such object or place.
        NotAllowed: the place is of a unit for which the person reports nothing.
    """
    given = {name: (press.text(name) or "").strip() for name in ("object", "place", "note", "asked")}
    row = turn.catalogue.boundary.get(given["object"])
    if row is None or not given["place"]:
        raise BadInput(field="place" if row else "object", lowest="", highest="")
    unit, place = _where(turn, given["place"])
    report = Report(unit=unit, object=row.code, note=given["note"] or row.object.of(turn.language), place=place)
    return await report_found(turn, report, given["asked"], begin=begin)


def _where(turn: Turn, place: str) -> tuple[str, str]:
    """Return unit and name of the place, a known one by its code; any other is of the only unit that they have.

    Raises:
        BadInput: they have several units, and nobody knows the place.
    """
    known = next((each for each in turn.catalogue.places if each.code == place), None)
    if known is not None:
        return known.unit, known.name.sv
    if len(turn.person.units) != 1:
        raise BadInput(field="place", lowest="", highest="")
    return turn.person.units[0], place[:LONGEST_PLACE]
