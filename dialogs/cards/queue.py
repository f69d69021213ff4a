"""The coordinator's cards: a request to be given to somebody, and messages that reached nobody."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dialogs.cards.elements import GOOD, STANDING, URGENT, WARNING, Frame, Shown, Writer
from dialogs.cards.request import (
    RequestFacts,
    changed_row,
    cost_row,
    first_aid_rows,
    late_row,
    name_of,
    open_request,
    party_rows,
    said_rows,
    where_rows,
    whose_rows,
)
from dialogs.cards.story import status_rows, story_rows
from domain.assignments import SMALLEST_HOURS
from domain.dispatch import Suggestion
from domain.money import NOTHING
from domain.requests import RequestStatus
from domain.splitting import shares
from texts.format import hours, listed, number, opening

S = RequestStatus
MOST_CANDIDATES = 12
TITLES = {"too-long": "queue-too-long", "little-room": "queue-little-room", "no-room": "queue-full"}
"""Reasons for which the work does not fit in the day, and how the choice of a person says so."""


def queue_card(
    facts: RequestFacts,
    candidates: Sequence[Suggestion],
    frame: Frame,
    *,
    bundled: Sequence[str] = (),
    missing: Decimal = NOTHING,
) -> Shown:
    """Return the card by which a coordinator gives a request to somebody, alone or with small jobs beside it.

    *missing* is how many hours nobody has of what was split, while somebody else has the rest.
    """
    write = open_request(facts, frame)
    request = facts.request
    if request.severity == "emergency" and request.is_open:
        first_aid_rows(write, facts)
    if request.severity in {"urgent", "emergency"} and request.is_open:
        write.status(URGENT, write.words(f"severity-{request.severity}"))
    _standing(write, facts)
    said_rows(write, facts)
    late_row(write, facts)
    changed_row(write, facts)
    whose_rows(write, replace(facts, is_elsewhere=True))
    write.row(write.words("label-employee-before"), facts.done_before_by)
    where_rows(write, facts, no_place=write.words("place-none"))
    cost_row(write, request)
    if request.status is S.QUEUED and not facts.offered_to and "request.assign" in facts.may:
        _giving(write, facts, candidates)
        _bundling(write, facts, candidates, bundled)
        _splitting(write, facts, candidates)
    elif missing and "request.assign" in facts.may:
        write.status(WARNING, write.words("split-missing", hours=hours(missing, write.language)))
        if _choosing(write, facts, candidates):
            write.button("assignment.assign", style="positive")
    elif request.status is not S.QUEUED:
        story_rows(write, facts.story)
    summary = write.words("queue-summary", name=name_of(facts, frame.language), unit=facts.unit.name.of(frame.language))
    return write.finish(summary)


def _standing(write: Writer, facts: RequestFacts) -> None:
    request = facts.request
    if request.status is S.QUEUED and facts.offered_to:
        write.status(STANDING, write.words("queue-offered", name=facts.offered_to))
    elif request.status is S.QUEUED:
        write.status(WARNING, write.words("queue-uncovered" if facts.is_uncovered else "queue-to-give"))
    elif facts.employee and request.status in {S.DONE, S.CLOSED}:
        write.status(GOOD, write.words("queue-done", name=facts.employee))
    else:
        status_rows(write, request)
        write.row(write.words("label-employee"), facts.employee)
    if request.status is S.FORWARDED and facts.party is not None:
        party_rows(write, facts.party)


def _giving(write: Writer, facts: RequestFacts, candidates: Sequence[Suggestion]) -> None:
    """Put who is suggested and why, the others to choose from, and the two ways to give it."""
    if _choosing(write, facts, candidates):
        write.button("assignment.offer", style="positive")
        write.button("assignment.assign")


def _choosing(write: Writer, facts: RequestFacts, candidates: Sequence[Suggestion]) -> bool:
    """Put who is suggested and why, and the others to choose from; return whether there is anybody."""
    if not candidates:
        write.status(WARNING, write.words("queue-nobody"))
        write.hint(write.words("queue-nobody-more"))
        return False
    first = candidates[0]
    with write.section(style="emphasis"):
        write.line(write.words("queue-suggested", name=first.person.name), weight="bolder")
        write.points(_reasons(write, first, facts))
        choices = [(each.person.code, _title(write, each)) for each in candidates[:MOST_CANDIDATES]]
        write.choice_input("person", write.words("queue-person"), choices, value=first.person.code)
    if len(choices) > 1:
        others = listed([title for _, title in choices[1:]], write.language, is_choice=True)
        write.speak(write.words("queue-others", names=others))
    return True


def _splitting(write: Writer, facts: RequestFacts, candidates: Sequence[Suggestion]) -> None:
    """Put a section that opens to share the work between whom is chosen and somebody else."""
    whole = facts.request.hours
    if whole is None or whole < 2 * SMALLEST_HOURS or len(candidates) < 2:  # noqa: PLR2004 - it takes two
        return
    write.toggle(write.words("split-open"), "split")
    with write.section("split", is_hidden=True, style="emphasis"):
        others = [(each.person.code, _title(write, each)) for each in candidates[1:MOST_CANDIDATES]]
        write.choice_input("second", write.words("split-second"), others, value=others[0][0])
        first, _ = shares(whole)
        write.hours_input(write.words("split-hours"), f"{first.normalize():f}")
        names = [each.person.name.split()[0] for each in candidates[:2]]
        way = write.words("way-assignment-split", id=facts.request.id, first=names[0], second=names[1])
        write.button_here("assignment.split", way=way)


def _bundling(write: Writer, facts: RequestFacts, candidates: Sequence[Suggestion], bundled: Sequence[str]) -> None:
    """Put what can be done at the same unit on the same day, and the press that gives it all to whom is chosen."""
    if not bundled or not candidates:
        return
    numbers = [facts.request.id, *bundled]
    unit = facts.unit.name.of(write.language)
    write.hint(write.words("bundle-hint", count=len(bundled), unit=unit, numbers=listed(bundled, write.language)))
    name = candidates[0].person.name.split()[0]
    way = write.words("way-assignment-bundle", numbers=listed(numbers, write.language), name=name)
    label = write.words("bundle-give", count=len(numbers))
    write.button("assignment.bundle", label=label, way=way, requests="|".join(numbers))


def _reasons(write: Writer, candidate: Suggestion, facts: RequestFacts) -> list[str]:
    values = {
        "unit": facts.unit.name.of(write.language),
        "load": number(candidate.load_hours, write.language),
        "day": number(candidate.day_hours, write.language),
        "hours": hours(candidate.hours, write.language),
    }
    return [write.words(f"suggested-{code}", **values) for code in candidate.reasons]


def _title(write: Writer, candidate: Suggestion) -> str:
    name = candidate.person.name
    key = next((key for reason, key in TITLES.items() if reason in candidate.reasons), None)
    return name if key is None else write.words(key, name=name)


@dataclass(frozen=True, kw_only=True, slots=True)
class Unreached:
    """One who could not be reached. `about` is what the message was for, or empty."""

    name: str
    about: str = ""


def undeliverable_card(unreached: Sequence[Unreached], total: int, frame: Frame) -> Shown:
    """Return the card that tells a coordinator who could not be reached, so that somebody can call them."""
    write = Writer(frame)
    write.heading(write.words("undeliverable-heading"))
    if not total:
        write.status(GOOD, write.words("undeliverable-none"))
        return write.finish(write.words("undeliverable-none"))
    write.status(WARNING, write.words("undeliverable-count", count=total))
    write.points([_lost(write, each) for each in unreached])
    if total > len(unreached):
        write.hint(write.words("list-more", count=total - len(unreached)))
    write.hint(write.words("undeliverable-hint"))
    names = listed([each.name for each in unreached[:3]], frame.language)
    return write.finish(write.words("undeliverable-summary", names=names))


def _lost(write: Writer, unreached: Unreached) -> str:
    return opening(write.words("undeliverable-line", name=unreached.name, about=unreached.about))
