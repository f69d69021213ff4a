"""How often something is to recur instead: only on some days, not on some, or at another pace."""

import re
from dataclasses import dataclass
from datetime import time

from dialogs.understanding.folding import fold
from dialogs.understanding.when.clock import find_times
from dialogs.understanding.when.pieces import Reader
from dialogs.understanding.when.recurrence import Recurrence, find_recurrence
from dialogs.understanding.when.vocabulary import WEEKDAYS

_NAMES = {**WEEKDAYS, "man": 0, "lor": 5, "son": 6, "sat": 5, "sun": 6}
_DAY = rf"(?:{'|'.join(sorted(_NAMES, key=len, reverse=True))})(?:en|ar|arna|arnas|s)?"
_PLURAL = re.compile(r"\w+(?:dagar(?:na)?|days)\b")
_DAYS = re.compile(rf"\b{_DAY}(?:\s*(?:,|och\b|o\b|and\b|&|samt\b|eller\b|or\b)\s*(?:(?:pa|on|the)\s+)?{_DAY})*\b")
_ONLY = re.compile(r"\b(?:bara|endast|enbart|only|just|racker|enough|sufficient|istallet|i\s+stallet|instead)\b")
_NOT = re.compile(
    r"\b(?:hoppa\w*\s+over|skippa\w*|skip|inte|ej|utan|ta\s+bort|stryk|slopa|strunta\s+i|not|no|except|forutom|without|drop|remove|"
    r"leave\s+out)\b"
)
_SECOND = re.compile(r"\b(?:varannan|every\s+(?:other|second)(?:\s+one)?)\b")
_ONCE = re.compile(r"\b(?:en\s+gang|once)\b")
# All that may stand around a rule for the sentence to say nothing else.
_AROUND = re.compile(
    r"\b(?:nej|nja|no|oj|ok|okej|okay|ja|yes|men|but|och|and|det|den|dem|them|it|that|vi|we|ni|you|jag|i|s|behover|behovs|need\w*|vill|want|"
    r"ha|have|med|with|pa|on|the|att|to|kommer|komma|come|is|ar|be|vara|blir|bli|will|do|would|could|can|kan|kunde|ska|should|gor|gora|make|ta|"
    r"take|nog|tack|please|snalla|egentligen|actually|forresten|bra|fine|good|visst|val|hellre|helst|rather|tycker|tror|think|battre|better|passar|suits?|works?|funkar|"
    r"dagarna|days|for|us|oss|alla|all|over|andra|byta?|flytta|change|move|switch|serien?|series|dag(?:en)?|day|till|framover|fran|from|now|nu|harifran)\b"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleSaid:
    """What a rule is to become: on these `only` days, `without` those (0 for Monday), or at the pace of `rrule`.

    `is_once` says that it is once in that pace, whatever days it had. `clock` is the time of day that stands beside it.
    """

    only: tuple[int, ...] = ()
    without: tuple[int, ...] = ()
    rrule: str | None = None
    is_once: bool = False
    clock: time | None = None


def rule_said(text: str) -> RuleSaid | None:
    """Return what the whole of *text* says of how often something recurs; None when it says something else too.

    A single weekday by itself ("på torsdag") is no rule: "bara på torsdag" and "på torsdagar" are.
    """
    folded = fold(text)
    reader = Reader(folded)
    recurrence = find_recurrence(reader)
    days = _DAYS.search(folded)
    if "?" in text and _ONLY.search(folded) is None and _NOT.search(folded) is None:
        return None
    second = _SECOND.search(folded) if recurrence is None and days is None else None
    if second is not None:
        recurrence = Recurrence(rrule="FREQ=WEEKLY;INTERVAL=2", span=second.span())
    spans = [recurrence.span] if recurrence is not None else []
    if days is not None:
        spans.append(days.span())
    times = [each for each in find_times(reader) if not each.part and each.end is None]
    spans += [each.span for each in times]
    rest = _without(folded, spans)
    if not spans or re.search(r"\w", _AROUND.sub(" ", _NOT.sub(" ", _ONLY.sub(" ", rest)))):
        return None
    clock = times[0].start if times else None
    if days is not None:
        named = tuple(
            sorted({_NAMES[each] for each in re.findall("|".join(sorted(_NAMES, key=len, reverse=True)), days[0])})
        )
        return _of_days(rest, days[0], named, rrule=recurrence.rrule if recurrence else None, clock=clock)
    if recurrence is None or _NOT.search(rest):
        return None
    is_once = _ONCE.search(folded[slice(*recurrence.span)]) is not None
    return RuleSaid(rrule=recurrence.rrule, is_once=is_once, clock=clock)


def _of_days(
    rest: str, written: str, named: tuple[int, ...], *, rrule: str | None, clock: time | None
) -> RuleSaid | None:
    if _NOT.search(rest):
        return RuleSaid(without=named, clock=clock)
    if rrule is not None and ("INTERVAL" in rrule or "WEEKLY" not in rrule):
        return RuleSaid(rrule=rrule, clock=clock)
    is_rule = rrule is not None or len(named) > 1 or _PLURAL.search(written) is not None
    return RuleSaid(only=named, clock=clock) if is_rule or _ONLY.search(rest) else None


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
