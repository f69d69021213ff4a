"""What is clearly said to the desk, also in the middle of a talk with a human being: "visa nyckeltalen"."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from dialogs.understanding.announced_words import announced_asked
from dialogs.understanding.board_words import board_asked
from dialogs.understanding.calendar_words import asks_calendar
from dialogs.understanding.cause_words import asks_causes, asks_risks, cause_said, effect_said
from dialogs.understanding.folding import fold
from dialogs.understanding.indicator_words import asks_for_indicators, code_asked_for, entry_said
from dialogs.understanding.question_words import addition_said, change_said, retire_said
from dialogs.understanding.training_words import is_asking_what_expires
from dialogs.understanding.values import Intent
from dialogs.understanding.wheel_words import wheel_month

MOST_WORDS = 8
_SAID: Sequence[Callable[[str], object]] = (
    *(code_asked_for, entry_said, cause_said, effect_said, change_said, retire_said, addition_said),
)
"""What nobody says to a human being in those words."""
_SHOWABLE: Sequence[Callable[[str], object]] = (
    *(
        announced_asked,
        asks_for_indicators,
        asks_risks,
        asks_causes,
        board_asked,
        asks_calendar,
        is_asking_what_expires,
    ),
)
"""What is a command when it begins with a word such as "visa"."""
_SHOWN = frozenset(
    {Intent.CATALOGUE, Intent.ECONOMY, Intent.INDICATORS, Intent.REPORTS, Intent.ASSIGNMENTS, Intent.HOURS}
)
_SHOW = re.compile(r"^\W*(?:visa|lista|oppna|show|list|open)\b(?!\s+(?:mig|honom|henne|dem|me|him|her|them)\b)")
_OF_A_CODE = re.compile(
    r"^\W*(?:(?:visa|oppna|fyll\s+i|flytta|skjut\s+upp|lamna\s+over|klar\s+med|paminn\s+mig\s+om|"
    r"show|open|fill\s+in|move|snooze|hand\s+over|done\s+with|remind\s+me\s+of)\s+)[a-z]{1,3}[0-9]{1,3}\b"
)
_NAME = re.compile(
    r"\W*(?:(?:visa|oppna|show|open)\s+)?(?:the\s+)?(?:arshjul(?:et)?|nyckeltal(?:en)?|risk(?:erna|matrisen)|orsaksloggen|"
    r"(?:manadens\s+|alla\s+)?fragor(?:na)?|year\s+wheel|indicators|risks?(?:\s+matrix)?|cause\s+log|questions)"
    r"(?:\s+(?:for|i|in)\s+\w+)?\W*"
)
_MEANT = re.compile(
    r"\W*(?:(?:nej|oj|no|oops)\W+)?(?:det\s+(?:dar\s+)?(?:var|ar)\s+till\s+vaktis|that\s+(?:was|is)\s+(?:meant\s+)?for\s+vaktis)\W*"
)
_BY_NAME = re.compile(r"\W*(?:(?:hej|hi|hello)\s+)?vaktis\s*[,:!]\s*(?P<rest>\w.*)", re.DOTALL)


def is_command(text: str, intent: Intent, *, today: date) -> bool:
    """Tell whether *text*, read as *intent*, is clearly meant for the desk and for no human being."""
    folded = fold(text)
    if _NAME.fullmatch(folded) or _OF_A_CODE.match(folded) or wheel_month(text, today=today) is not None:
        return True
    if any(says(text) for says in _SAID):
        return True
    is_shown = _SHOW.match(folded) is not None and len(folded.split()) <= MOST_WORDS
    return is_shown and (intent in _SHOWN or any(asks(text) for asks in _SHOWABLE))


def says_it_was_for_the_desk(text: str) -> bool:
    """Tell whether *text* says that what was written last was meant for the desk: "det var till Vaktis"."""
    return _MEANT.fullmatch(fold(text)) is not None


def said_by_name(text: str) -> str | None:
    """Return what is said to the desk by its name: "Vaktis, visa riskerna"; None for anything else."""
    found = _BY_NAME.fullmatch(fold(text))
    return text[found.start("rest") :].strip() if found else None
