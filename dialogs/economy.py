"""What a unit has left, and how promises are kept: "hur många timmar har vi kvar?", "hur håller vi löftena i mars?"."""

import re

from actions.ports import Begin
from dialogs.around import say_not_yet
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding.folding import fold
from dialogs.understanding.month_words import month_said
from dialogs.units import unit_of
from domain.errors import BadInput, NotAllowed
from domain.notices import Message
from domain.worktime import local_date

READ = "agreement.read"
MONTH = re.compile(r"20[0-9]{2}-(?:0[1-9]|1[0-2])")
_HOURS = re.compile(r"\b(?:timmar(?:na)?|avropstimmar(?:na)?|hours)\b")
_LEFT = re.compile(r"\b(?:kvar|aterstar|forbrukat|anvant|avtalade?|left|remaining|used|agreed)\b")
MOST_WORDS = 14
SEES = "indicator.read"
_PROMISES = re.compile(
    r"\W*(?:(?:hur|manga|many|visa|vad|mig|vi|ni|haller|halls|gar|det|med|kept|how|show|me|well|do|did|are|is|we|our|the|keep|"
    r"keeping|vara|de|holl|hall|have|has|been)\s+)*(?:lofte(?:n|na)?|servicenivan?|promises|service\s+levels?)"
    r"(?:\s+(?!till|to)\w+){0,4}\W*"
)


def asks_for_hours(text: str) -> bool:
    """Tell whether *text* asks what is left of the agreed hours."""
    folded = fold(text)
    is_short = len(folded.split()) <= MOST_WORDS
    return is_short and _HOURS.search(folded) is not None and _LEFT.search(folded) is not None


async def hours_left_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show what is left of the agreed hours where that is asked by somebody who may know; None for anything else."""
    understood = turn.understood
    is_of_work = understood is not None and (understood.service is not None or understood.object is not None)
    if is_of_work or not asks_for_hours(turn.text) or not _may_read_any(turn):
        return None
    return await economy_by_words(turn, begin=begin)


def _may_read_any(turn: Turn) -> bool:
    allows = turn.catalogue.permissions.allows
    return any(allows(turn.person, READ, unit=unit) for unit in turn.catalogue.units)


async def economy_by_words(turn: Turn, *, begin: Begin) -> Reply:
    """Show the agreed hours of the month and unit that are meant; ask which unit. What is not here yet is said so.

    Raises:
        NotAllowed: the person may read no unit's agreement.
    """
    if not asks_for_hours(turn.text):
        return await say_not_yet(turn, begin=begin)
    unit = unit_of(turn, READ)
    if unit is None and _may_read_any(turn):
        return Reply(messages=(say("which-unit"),), state={"awaiting": "unit", "text": turn.text})
    turn.catalogue.permissions.demand(turn.person, READ, unit=unit)
    if unit is None:
        raise NotAllowed(action=READ)
    month = month_said(turn.text, today=local_date(turn.at))
    return Reply(messages=(_agreed(unit, f"{month:%Y-%m}"),))


async def press_agreed(turn: Turn, press: Press, *, begin: Begin) -> Reply:  # noqa: ARG001 - all dialogs are called alike
    """Show the month that the button names, in place of the one that was pressed."""
    return Reply(card=_agreed(id_in(press, "unit"), _month_in(press)))


async def promises_by_words(turn: Turn, *, begin: Begin) -> Reply | None:  # noqa: ARG001 - as above
    """Show how promises were kept in the month that is meant; None for any other sentence.

    Raises:
        NotAllowed: the person may see no unit's indicators.
    """
    if _PROMISES.fullmatch(fold(turn.text)) is None:
        return None
    allows = turn.catalogue.permissions.allows
    if not any(allows(turn.person, SEES, unit=unit) for unit in turn.catalogue.units):
        raise NotAllowed(action=SEES)
    month = month_said(turn.text, today=local_date(turn.at))
    return Reply(messages=(show("promises", month=f"{month:%Y-%m}"),))


async def press_promises(turn: Turn, press: Press, *, begin: Begin) -> Reply:  # noqa: ARG001 - as above
    """Show the month that the button names, in place of the one that was pressed."""
    return Reply(card=show("promises", month=_month_in(press)))


def _month_in(press: Press) -> str:
    month = press.text("month") or ""
    if MONTH.fullmatch(month) is None:
        raise BadInput(field="date", lowest="", highest="")
    return month


def _agreed(unit: str, month: str) -> Message:
    return show("agreed", f"unit:{unit}", month=month)
