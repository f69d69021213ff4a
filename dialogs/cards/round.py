"""What somebody finds on a round: object and place on one card, and sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dialogs.cards.elements import Frame, Shown, Writer
from dialogs.draft_inputs import LONGEST_NOTE


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundFacts:
    """What can be chosen: objects and places as (code, title), the place where the reader is first; and the moment."""

    objects: Sequence[tuple[str, str]]
    places: Sequence[tuple[str, str]]
    at: datetime


def round_card(facts: RoundFacts, frame: Frame) -> Shown:
    """Return the card by which a fault is reported in a press."""
    write = Writer(frame)
    heading = write.words("round-heading")
    write.heading(heading)
    write.hint(write.words("round-hint"))
    said = write.words(
        "way-issue-found", object=facts.objects[0][1].lower(), place=facts.places[0][1].partition(" · ")[0]
    )
    _fields(write, facts, way=said)
    return write.finish(heading)


def round_section(write: Writer, facts: RoundFacts | None) -> None:
    """Put a section that opens to the same, on a card about something else; nothing where nothing can be reported."""
    if facts is None:
        return
    write.toggle(write.words("round-open"), "round")
    with write.section("round", is_hidden=True, style="emphasis"):
        _fields(write, facts, way=write.words("way-round"))


def _fields(write: Writer, facts: RoundFacts, *, way: str) -> None:
    write.choice_input("object", write.words("round-object"), facts.objects, value=facts.objects[0][0])
    write.choice_input("place", write.words("label-place"), facts.places, value=facts.places[0][0])
    write.text_input("note", write.words("round-note"), longest=LONGEST_NOTE)
    asked = facts.at.isoformat(timespec="seconds")
    write.button_here("issue.found", style="positive", way=way, asked=asked)
