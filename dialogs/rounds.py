"""Reporting what is found on a round: by two presses, or by asking for the card in words."""

from actions.issues import Report
from actions.ports import Begin
from dialogs.issue import report_found
from dialogs.turn import Press, Reply, Turn, show
from dialogs.understanding.round_words import asks_for_round
from domain.errors import BadInput
from domain.people import Role


async def round_by_words(turn: Turn, *, begin: Begin) -> Reply | None:  # noqa: ARG001 - all dialogs are called alike
    """Show an employee the card on which object and place are chosen; None for anybody else, who may order a round."""
    if not turn.person.has_role(Role.SERVICE_EMPLOYEE) or not asks_for_round(turn.text):
        return None
    return Reply(messages=(show("round", f"round:{turn.person.code}"),))


async def press_found(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Report the object at the place that were chosen; pressed again, the card shows what was reported.

    Raises:
        BadInput: there is no such object or place.
        NotAllowed: the place is of a unit for which the person reports nothing.
    """
    given = {name: press.text(name) or "" for name in ("object", "place", "note", "asked")}
    row = turn.catalogue.boundary.get(given["object"])
    place = next((each for each in turn.catalogue.places if each.code == given["place"]), None)
    if row is None or place is None:
        raise BadInput(field="place" if row else "object", lowest="", highest="")
    note = given["note"].strip() or row.object.of(turn.language)
    report = Report(unit=place.unit, object=row.code, note=note, place=place.name.sv)
    return await report_found(turn, report, given["asked"], begin=begin)
