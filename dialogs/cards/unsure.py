"""The cards that ask before a fault is reported: whether it is one, and whether somebody has reported it already."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from catalog.models import BoundaryRow
from dialogs.cards.elements import GOOD, WARNING, Frame, Shown, Writer
from dialogs.cards.request import RequestFacts, name_of, open_request, party_rows
from dialogs.cards.story import status_rows
from texts.format import moment


def unsure_card(row: BoundaryRow, asked: Mapping[str, str], frame: Frame, *, place: str) -> Shown:
    """Return the question with its button, which carries what was said; nothing is reported before it is pressed."""
    write = Writer(frame)
    name = row.object.of(frame.language)
    write.heading(name, over=write.words("unsure-over"))
    write.status(WARNING, write.words("unsure-ask"))
    write.row(write.words("label-place"), place)
    write.row(write.words("label-note"), asked["note"])
    write.hint(write.words("unsure-hint"))
    write.button(
        "issue.report",
        style="positive",
        unit=asked["unit"],
        note=asked["note"],
        place=asked["place"],
        asked=asked["asked"],
    )
    return write.finish(write.words("unsure-heading", name=name))


@dataclass(frozen=True, kw_only=True, slots=True)
class SameFacts:
    """A report that stands, and what was `said` that is likely the same; `is_joined` once the reader has joined it."""

    about: RequestFacts
    reporter: str
    said: Mapping[str, str]
    is_joined: bool = False


def same_card(facts: SameFacts, frame: Frame) -> Shown:
    """Return the question whether it is the same; nothing is reported or joined before a button is pressed."""
    request = facts.about.request
    write = open_request(facts.about, frame)
    is_asked = request.is_open and not facts.is_joined
    if is_asked:
        write.status(WARNING, write.words("same-ask"))
    elif facts.is_joined:
        write.status(GOOD, write.words("same-joined"))
    status_rows(write, request)
    reported = moment(request.created_at, write.language, frame.today)
    write.row(write.words("same-reported"), reported, more=facts.reporter)
    write.row(write.words("label-place"), request.place or "")
    if facts.about.party is not None:
        party_rows(write, facts.about.party)
    if is_asked:
        write.hint(write.words("same-hint"))
        write.button_here("request.join", style="positive")
        _another(write, facts.said)
    return write.finish(write.words("same-summary", name=name_of(facts.about, frame.language)))


def _another(write: Writer, said: Mapping[str, str]) -> None:
    """Put the button that reports what was said all the same: of a card of its own, about the object."""
    subject = f"object:{said['object']}"
    own = Writer(replace(write.frame, subject=subject, version=1))
    values = {name: said[name] for name in ("unit", "note", "place", "asked")}
    own.button("issue.report", label=own.words("same-another"), way="-", **values)
    write.buttons_here([own.actions[0]])
    write.also(write.words("way-same-another"))
