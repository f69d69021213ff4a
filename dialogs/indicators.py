"""The indicators in the chat: "visa nyckeltalen för mars", "nyckeltal för PV1", "show the indicators for March"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from actions.indicator_entry import ENTER, enter_outcome, may_enter
from actions.indicators import READ, administrations, scopes_read_by
from actions.ports import Begin
from catalog.models import Indicator
from dialogs.economy import MONTH
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import Intent, Understood
from dialogs.understanding.folding import fold
from dialogs.understanding.indicator_names import (
    Named,
    indicators_named,
    named_asked,
    place_unknown,
    says_indicator,
    year_end,
)
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
from dialogs.understanding.outcome_words import lacks_month, named_entry, numbered_unit, with_codes
from dialogs.units import unit_of, units_named, units_said
from domain.errors import BadInput, NotAllowed, OtherMeasure, UnitNotFound
from domain.indicators import ADMINISTRATION, ALL, UNIT
from domain.notices import Message
from domain.people import Role
from texts.format import listed, local_day

SCOPE = "scope"
"""What a conversation waits for when it is asked of which unit an outcome is."""
_LEADING = re.compile(
    r"^\W*(?:(?:det\s+(?:är|gäller)|gäller|den|för|i|på|till|it\s+is|it's|for|of|in|at)\s+)+", re.IGNORECASE
)
_LOOSE = frozenset(
    {Intent.UNKNOWN, Intent.INDICATORS, Intent.ECONOMY, Intent.REPORTS, Intent.HELP, Intent.ISSUE, Intent.STATUS}
)
_OF_EMPLOYEES = frozenset({Intent.ABSENCE, Intent.HOURS})
"""What the bare name of an indicator reads as: to a service employee it can be their own absence or hours."""


async def indicators_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show the indicators of the month and scope that are said; None for any other sentence.

    Raises:
        NotAllowed: the person may see no unit's indicators.
    """
    if lacks_number(turn.text):
        raise BadInput(field="value", lowest="", highest="")
    text, code = with_codes(turn.text, _units(turn)), code_asked_for(turn.text)
    entered = entry_said(text, written=turn.text)
    if (entered or code) and numbered_unit(text, _units(turn)):
        raise UnitNotFound(id=numbered_unit(text, _units(turn)))
    if entered is not None:
        return await _enter(turn, entered, begin=begin)
    if code is not None:
        return Reply(messages=(_one(turn, code),), state={"focus": f"indicator:{code}"})
    named = _by_name(turn) or await _enter_by_name(turn, text, begin=begin)
    if named is not None:
        return named
    if not asks_for_indicators(turn.text):
        return None
    return await show_indicators(turn, begin=begin)


def _by_name(turn: Turn) -> Reply | None:
    """Show the one indicator whose name is said, or ask which of several; None where no name is."""
    found = _find_named(turn, turn.text, turn.understood)
    if len(found) == 1:
        return Reply(messages=(_one(turn, found[0].code),), state={"focus": f"indicator:{found[0].code}"})
    return _ask_which(turn, found) if found else None


async def _enter_by_name(turn: Turn, text: str, *, begin: Begin) -> Reply | None:
    """Keep an outcome that is told of an indicator's name, or ask of which of several; None where no name is.

    *text* is what was said, with the codes of units in the place of their names.
    """
    told = named_entry(text)
    # Most numbers are of rooms and days: what it wants is asked only where the words before could be a name.
    if told is None or turn.understand is None:
        return None
    if _named_in(turn, told.head) is None:
        _demand_known(turn, told.head)
        return None
    # What it is to be done with it ("rätta …") and why ("… fel avläst") are of no thing that is ordered or broken.
    found = _find_named(turn, told.head, turn.understand(told.head))
    if not found:
        return None
    if len(found) > 1:
        return _ask_which(turn, found)
    whole = told.of(found[0].code)
    entered = entry_said(whole, written=told.of(found[0].code, written=turn.text))
    return await _enter(replace(turn, text=whole), entered, begin=begin) if entered else None


def _demand_known(turn: Turn, head: str) -> None:
    """Raise UnitNotFound where *head* names an indicator and beside it a code like those of units, which none has."""
    for code in _unknown_units(turn, head):
        if _named_in(turn, re.sub(rf"(?<![\w-]){code}(?![\w-])", " ", head, flags=re.IGNORECASE)) is not None:
            raise UnitNotFound(id=code)


def _unknown_units(turn: Turn, text: str) -> Sequence[str]:
    """Return the codes in *text* that look like those of units, and none has."""
    known = turn.catalogue.units
    prefixes = {each.rstrip("0123456789") for each in known}
    codes = units_in(text, beside="")
    return [each for each in codes if each not in known and each.rstrip("0123456789") in prefixes]


def _find_named(turn: Turn, text: str, understood: Understood | None) -> Sequence[Indicator]:
    """Return the indicators that *text* can mean by their names; none where it rather wants something else."""
    if understood is None or ((understood.service or understood.object) and not says_indicator(text)):
        return ()
    found = _named_in(turn, text)
    if found is None:
        return ()
    named, indicators = found
    is_meant = named.is_said or _is_loose(turn, understood.intent, is_asking=named.is_asking)
    return indicators if is_meant else ()


def _named_in(turn: Turn, text: str) -> tuple[Named, Sequence[Indicator]] | None:
    """Return the indicators that have all the words of *text* that could name one; None where there is none."""
    named, indicators = named_asked(text, places=_places(turn)), turn.catalogue.indicators
    if named is None:
        return None
    found = indicators_named(named, {code: (each.name.sv, each.name.en) for code, each in indicators.items()})
    return (named, [indicators[code] for code in found]) if found else None


def _ask_which(turn: Turn, found: Sequence[Indicator]) -> Reply:
    scopes_read_by(turn.person, turn.catalogue)
    called = [f"{each.code} {each.name.of(turn.language)}" for each in found]
    month = f"{_month_said(turn):%Y-%m}"
    choice = listed(called, turn.language, is_choice=True)
    return Reply(messages=(say("indicator-which", names=choice, code=found[0].code, month=month),))


def _units(turn: Turn) -> Mapping[str, tuple[str, str]]:
    return {code: (unit.name.sv, unit.name.en) for code, unit in turn.catalogue.units.items()}


def _places(turn: Turn) -> set[str]:
    """Return what units and administrations are called."""
    units = turn.catalogue.units
    texts = [text for each in units.values() for text in (each.name, each.administration)]
    return {*units, *(name for each in texts for name in (each.sv, each.en))}


def _is_loose(turn: Turn, intent: Intent, *, is_asking: bool) -> bool:
    """Tell whether words read as *intent* can be an indicator's name: an employee's can mean their own absence, hours.

    What is asked or of a month is no report of either.
    """
    if turn.person.has_role(Role.SERVICE_EMPLOYEE):
        return intent in _LOOSE
    return is_asking or intent in _LOOSE | _OF_EMPLOYEES


def _one(turn: Turn, code: str) -> Message:
    return show("indicator", f"indicator:{code}", month=f"{_month_said(turn):%Y-%m}", scope=_scope_said(turn))


def _month_said(turn: Turn) -> date:
    """Return the month that is said, the last one of an earlier year that is, or this one."""
    today = local_day(turn.at)
    return year_end(turn.text, today=today) or month_said(turn.text, today=today)


async def _enter(turn: Turn, entered: EntrySaid, *, begin: Begin) -> Reply:
    """Keep the outcome that is said, of the month and scope that stand before the number."""
    if lacks_month(entered.where):
        return Reply(messages=(say("outcome-which-month", code=entered.code, value=entered.value),))
    where = replace(turn, text=entered.where)
    month = month_said(entered.where, today=local_day(turn.at))
    indicators = turn.catalogue.indicators
    names = [name for each in indicators.values() for name in (each.name.sv, each.name.en)]
    scope = _scope_entered(where, entered, names=names)
    if scope is None:
        return _ask_unit(turn)
    indicator = indicators.get(entered.code)
    # Who may not enter it is told that, by the action, whatever it was said to be of.
    if indicator is not None and may_enter(turn.person, scope, indicator, turn.catalogue):
        _demand_measure(entered, indicator)
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


def _demand_measure(entered: EntrySaid, indicator: Indicator) -> None:
    """Raise OtherMeasure where the number is said to be of what *indicator* is not measured in."""
    if not entered.is_measured_as(indicator.unit):
        raise OtherMeasure(code=indicator.code, said=entered.measure or "")


def _scope_entered(turn: Turn, entered: EntrySaid, *, names: Sequence[str]) -> str | None:
    """Return where the outcome is entered: the unit that is said, or the only one where the person may; None to ask.

    Whoever may enter it everywhere means all where they name no unit.

    Raises:
        UnitNotFound: there is no such unit; what is meant for one is never kept for all.
        NotAllowed: it is meant for what they may not enter it for.
    """
    permissions, units = turn.catalogue.permissions, turn.catalogue.units
    named = units_in(entered.where, beside=entered.code) or units_said(turn)
    for code in named:
        if code not in units:
            raise UnitNotFound(id=code)
        return f"{UNIT}{code}"
    unknown = place_unknown(entered.where, places=_places(turn), names=names)
    if unknown is not None:
        raise UnitNotFound(id=unknown)
    if permissions.allows(turn.person, ENTER):
        return _scope_said(turn, ENTER)
    theirs = _enters_for(turn)
    if not theirs or means_all(turn.text) or _administration_said(turn) is not None:
        raise NotAllowed(action=ENTER)
    return f"{UNIT}{theirs[0]}" if len(theirs) == 1 else None


def _enters_for(turn: Turn) -> Sequence[str]:
    allows = turn.catalogue.permissions.allows
    return [code for code in turn.catalogue.units if allows(turn.person, ENTER, unit=code)]


def _ask_unit(turn: Turn) -> Reply:
    """Ask which of the person's units the outcome is of; what was said waits."""
    theirs = _enters_for(turn)
    names = listed([f"{code} {turn.catalogue.units[code].name.of(turn.language)}" for code in theirs], turn.language)
    asked = say("outcome-which-unit", names=names, code=theirs[0])
    return Reply(messages=(asked,), state={**turn.state, "awaiting": SCOPE, "text": turn.text})


def with_unit(turn: Turn, waiting: str) -> Turn | None:
    """Return the outcome that was waiting, said of the unit that is named now; None where none is."""
    entered, named = entry_said(waiting), units_named(_LEADING.sub("", turn.text).strip(" .!?"), turn.catalogue) or ()
    if entered is None or len(named) != 1 or turn.understand is None:
        return None
    start = fold(waiting).index(entered.code.lower()) + len(entered.code)
    whole = f"{waiting[:start]} {named[0]}{waiting[start:]}"
    kept = {name: each for name, each in turn.state.items() if name not in {"awaiting", "text"}}
    return replace(turn, text=whole, understood=turn.understand(whole), state=kept)


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
    """Return the scope that the sentence names, else the first that the person sees.

    Raises:
        UnitNotFound: it names a code that looks like those of units, and none has it.
        NotAllowed: it names a unit or an administration that the person may not see.
    """
    scopes = scopes_read_by(turn.person, turn.catalogue)
    if unknown := _unknown_units(turn, turn.text):
        raise UnitNotFound(id=unknown[0])
    administration = _administration_said(turn)
    named = [administration] if administration else [f"{UNIT}{code}" for code in units_said(turn)]
    if named and set(named).isdisjoint(scopes):
        raise NotAllowed(action=READ)
    unit = unit_of(turn, action)
    wanted = administration or (f"{UNIT}{unit}" if unit else ALL if means_all(turn.text) else scopes[0])
    return wanted if wanted in scopes else scopes[0]


def _administration_said(turn: Turn) -> str | None:
    folded = fold(turn.text)
    scopes = administrations(turn.catalogue)
    return next((each for each in scopes if fold(each.removeprefix(ADMINISTRATION)) in folded), None)


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
