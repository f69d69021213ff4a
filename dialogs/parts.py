"""The parts of what was said: the number that it names, what is asked of a request, and what is wanted besides."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dialogs.turn import Reply, Turn
from dialogs.understanding import Intent, Understood

NUMBER = re.compile(r"\b[BFU]-20[0-9]{2}-[0-9]{4,6}\b", re.IGNORECASE)
"""The number of an order, an issue or an assignment, as people see it."""
SAID_OF_A_NUMBER = frozenset(
    {Intent.ACCEPT, Intent.DECLINE, Intent.START, Intent.PAUSE, Intent.FINISH, Intent.REOPEN, Intent.RATE}
)
IT = ("det", "it")
_JOINTS = re.compile(
    r"^(?:\W|(?:och|and|samt|sen|sedan|then)\b)+|(?:[\s,;]|\b(?:och|and|samt|sen|sedan|then)\b)+$", re.IGNORECASE
)


def with_number(turn: Turn, understood: Understood) -> Understood:
    """Return what was understood with the number that the text names, and with what is said about that number.

    "Jag tar B-2022-0001" is read as "jag tar det": a number in the place of the word hides what is done to it.
    """
    found = NUMBER.search(turn.text)
    if found is None:
        return understood
    number = understood.number or found[0].upper()
    if turn.understand is not None and understood.intent in {Intent.STATUS, Intent.UNKNOWN}:
        for it in IT:
            said = turn.understand(NUMBER.sub(it, turn.text))
            if said.intent in SAID_OF_A_NUMBER:
                return replace(said, text=understood.text, number=number)
    return replace(understood, number=number)


def text_without(text: str, parts: Sequence[Understood]) -> str:
    """Return *text* without the words of *parts*, and without the "och" between."""
    for part in parts:
        text = text.replace(part.text, " ", 1)
    return _JOINTS.sub("", text)


def both(one: Reply, other: Reply, *, asks: Reply) -> Reply:
    """Return the two as one reply; what *asks* asked is answered next, else the talk is about what it did not do."""
    rest = other if asks is one else one
    is_asking = asks.state is not None and "awaiting" in asks.state
    state = asks.state if is_asking or rest.state is None else rest.state
    return replace(rest, messages=(*one.messages, *other.messages), state=state)
