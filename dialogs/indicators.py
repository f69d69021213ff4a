"""The indicators in the chat: "visa nyckeltalen för mars", "nyckeltal för PV1", "show the indicators for March"."""

from dataclasses import replace
from datetime import date

from actions.indicator_entry import ENTER, enter_outcome
from actions.indicators import READ, administrations, scopes_read_by
from actions.ports import Begin
from dialogs.economy import MONTH
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding.folding import fold
from dialogs.understanding.indicator_words import (
    EntrySaid,
    asks_for_indicators,
    code_asked_for,
    entry_said,
    lacks_number,
    means_all,
    units_in,
)
from dialogs.understanding.month_words import month_said
from dialogs.units import unit_of
from domain.errors import BadInput, NotFound
from domain.indicators import ADMINISTRATION, ALL, UNIT
from domain.notices import Message
from texts.format import local_day


async def indicators_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show the indicators of the month and scope that are said; None for any other sentence.

    Raises:
        NotAllowed: the person may see no unit's indicators.
    """
    if lacks_number(turn.text):
        raise BadInput(field="value", lowest="", highest="")
    entered = entry_said(turn.text)
    if entered is not None:
        return await _enter(turn, entered, begin=begin)
    code = code_asked_for(turn.text)
    if code is not None:
        return Reply(messages=(_one(turn, code),), state={"focus": f"indicator:{code}"})
    if not asks_for_indicators(turn.text):
        return None
    return await show_indicators(turn, begin=begin)


def _one(turn: Turn, code: str) -> Message:
    month = month_said(turn.text, today=local_day(turn.at))
    return show("indicator", f"indicator:{code}", month=f"{month:%Y-%m}", scope=_scope_said(turn))


async def _enter(turn: Turn, entered: EntrySaid, *, begin: Begin) -> Reply:
    """Keep the outcome that is said, of the month and scope that stand before the number."""
    where = replace(turn, text=entered.where)
    month = month_said(entered.where, today=local_day(turn.at))
    scope = _scope_entered(where, entered)
    await enter_outcome(
        entered.code,
        scope,
        month,
        value=entered.value,
        comment=entered.comment,
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
    )
    shown = show("indicator", f"indicator:{entered.code}", month=f"{month:%Y-%m}", scope=scope)
    return Reply(messages=(say("outcome-noted"), shown), state={"focus": f"indicator:{entered.code}"})


def _scope_entered(turn: Turn, entered: EntrySaid) -> str:
    """Return where the outcome is entered: the unit whose code is said, whoever may enter it there.

    Raises:
        NotFound: there is no such unit; what is meant for one is never kept for all.
    """
    for code in units_in(entered.where, beside=entered.code):
        if code not in turn.catalogue.units:
            raise NotFound(id=code)
        return f"{UNIT}{code}"
    return _scope_said(turn, ENTER)


async def press_enter(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Keep the outcome that was filled in, and show the indicator with it.

    Raises:
        BadInput: there is no such month, or what was filled in is no number.
    """
    month, scope = press.text("month") or "", press.text("scope") or ""
    if MONTH.fullmatch(month) is None:
        raise BadInput(field="date", lowest="", highest="")
    code = id_in(press, "indicator")
    await enter_outcome(
        code,
        scope,
        date.fromisoformat(f"{month}-01"),
        value=press.text("value") or "",
        comment=press.text("comment"),
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
    )
    shown = show("indicator", f"indicator:{code}", month=month, scope=scope)
    return Reply(card=shown, toast=say("outcome-noted"))


async def show_indicators(turn: Turn, *, begin: Begin) -> Reply:  # noqa: ARG001 - all dialogs are called alike
    """Show the indicators of the month and scope that are said, or of this month and what the person sees first.

    Raises:
        NotAllowed: the person may see no unit's indicators.
    """
    scope = _scope_said(turn)
    month = month_said(turn.text, today=local_day(turn.at))
    return Reply(messages=(show("indicators", month=f"{month:%Y-%m}", scope=scope),))


def _scope_said(turn: Turn, action: str = READ) -> str:
    """Return the scope that the sentence names, as far as the person may see it; else the first that they see."""
    scopes = scopes_read_by(turn.person, turn.catalogue)
    unit = unit_of(turn, action)
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
    code = press.text("indicator")
    if code is not None:
        return Reply(messages=(show("indicator", f"indicator:{code}", month=month, scope=scope),))
    return Reply(card=show("indicators", month=month, scope=scope))
