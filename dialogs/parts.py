"""The parts of what was said: the number that it names, what is asked of a request, and what is wanted besides."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from actions.ports import Begin
from dialogs.turn import Reply, Turn, refused
from dialogs.understanding import Intent, Understood
from dialogs.understanding.folding import fold, readable
from dialogs.understanding.request_words import read_change
from dialogs.understanding.when import find_when
from dialogs.understanding.wishes import parts_of
from domain.errors import DeskError

NUMBER = re.compile(r"\b[BFU]-20[0-9]{2}-[0-9]{4,6}\b", re.IGNORECASE)
"""The number of an order, an issue or an assignment, as people see it."""
SAID_OF_A_NUMBER = frozenset(
    {Intent.ACCEPT, Intent.DECLINE, Intent.START, Intent.PAUSE, Intent.FINISH, Intent.REOPEN, Intent.RATE}
)
IT = ("det", "it")
_WISHES, _SURE = frozenset({Intent.ORDER, Intent.ISSUE}), 0.6
_JOINTS = re.compile(
    r"^(?:\W|(?:och|and|samt|sen|sedan|then)\b)+|(?:[\s,;]|\b(?:och|and|samt|sen|sedan|then)\b)+$", re.IGNORECASE
)


_ADDS = re.compile(r"(?:\b(?:och|and|samt|dessutom|also|sen|sedan|then)\b|[.!;\n])\W*$", re.IGNORECASE)
"""What leads over to something else that is wanted, and not to why."""


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


def wanted_in_parts(turn: Turn) -> list[Understood]:
    """Return the parts of what was written that each order or report something; of one whole part, none."""
    written = readable(turn.text)
    folded = fold(written)
    spans = parts_of(folded, kept=find_when(folded, turn.at).spans, is_clause=False)
    if turn.understand is None or len(spans) == 1:
        return []
    read = [turn.understand(written[begin:end]) for begin, end in spans]
    return [each for each in read if each.intent in _WISHES and each.confidence >= _SURE]


def with_faults_beside(turn: Turn, understood: Understood) -> Understood:
    """Return what was understood with the faults that are reported beside a change of a request.

    "Ändra B-2022-0001 till torsdag och det är kallt i aulan" wants two things; "… till torsdag, det är kallt i aulan"
    says why, and words for whoever does the work are theirs.
    """
    said = None if understood.more or understood.intent in _WISHES else read_change(turn.text)
    is_named = NUMBER.search(turn.text) is not None or (turn.focus or "").startswith("request:")
    if said is None or not said.is_plain or not is_named or any(part == "note" for part, _ in said.parts):
        return understood
    written = readable(turn.text)
    beside = [each for each in wanted_in_parts(turn) if each.intent is Intent.ISSUE]
    return replace(understood, more=tuple(each for each in beside if _ADDS.search(written.partition(each.text)[0])))


class Part(Protocol):
    """What answers one part of what was said."""

    async def __call__(self, *, begin: Begin) -> Reply:
        """Return the answer."""
        ...


async def tried(part: Part, *, begin: Begin) -> Reply:
    """Return the answer to one part of several: what can't be done is told, and keeps nothing from the others."""
    try:
        async with begin() as attempt:
            return await part(begin=attempt.within())
    except DeskError as refusal:
        return Reply(messages=(refused(refusal),))


def together(done: Reply, wanted: Reply, *, is_fault: bool) -> Reply:
    """Return what was done and what was wanted besides as one reply; a fault is told of before anything.

    What *done* asks is answered next; else the talk is about *wanted*.
    """
    said = (wanted, done) if is_fault else (done, wanted)
    is_asking = done.state is not None and "awaiting" in done.state
    return replace(
        wanted,
        messages=tuple(message for reply in said for message in reply.messages),
        state=done.state if is_asking or wanted.state is None else wanted.state,
    )
