"""The indicators in the chat: "visa nyckeltalen för mars", "nyckeltal för PV1", "show the indicators for March"."""

from actions.indicators import administrations, scopes_read_by
from actions.ports import Begin
from dialogs.economy import MONTH
from dialogs.turn import Press, Reply, Turn, show
from dialogs.understanding.folding import fold
from dialogs.understanding.indicator_words import asks_for_indicators, means_all
from dialogs.understanding.month_words import month_said
from dialogs.units import unit_of
from domain.errors import BadInput
from domain.indicators import ADMINISTRATION, ALL, UNIT
from texts.format import local_day


async def indicators_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show the indicators of the month and scope that are said; None for any other sentence.

    Raises:
        NotAllowed: the person may see no unit's indicators.
    """
    if not asks_for_indicators(turn.text):
        return None
    return await show_indicators(turn, begin=begin)


async def show_indicators(turn: Turn, *, begin: Begin) -> Reply:  # noqa: ARG001 - all dialogs are called alike
    """Show the indicators of the month and scope that are said, or of this month and what the person sees first.

    Raises:
        NotAllowed: the person may see no unit's indicators.
    """
    scope = _scope_said(turn)
    month = month_said(turn.text, today=local_day(turn.at))
    return Reply(messages=(show("indicators", month=f"{month:%Y-%m}", scope=scope),))


def _scope_said(turn: Turn) -> str:
    scopes = scopes_read_by(turn.person, turn.catalogue)
    unit = unit_of(turn, "indicator.read")
    folded = fold(turn.text)
    named = [each for each in administrations(turn.catalogue) if fold(each.removeprefix(ADMINISTRATION)) in folded]
    wanted = named[0] if named else f"{UNIT}{unit}" if unit else ALL if means_all(turn.text) else scopes[0]
    return wanted if wanted in scopes else scopes[0]


async def press_show(turn: Turn, press: Press, *, begin: Begin) -> Reply:  # noqa: ARG001 - as above
    """Show the month and scope that the button names, in place of the card that was pressed.

    Raises:
        BadInput: there is no such month or scope, or the person may not see it.
    """
    scopes = scopes_read_by(turn.person, turn.catalogue)
    month, scope = press.text("month") or "", press.text("unit") or scopes[0]
    if MONTH.fullmatch(month) is None or scope not in scopes:
        raise BadInput(field="date", lowest="", highest="")
    return Reply(card=show("indicators", month=month, scope=scope))
