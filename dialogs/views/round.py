"""The view of what can be reported on a round: what the reader may report, where they are."""

from collections.abc import Sequence

from catalog.models import Place
from dialogs.cards.elements import Shown
from dialogs.cards.round import RoundFacts, round_card
from dialogs.views.asked import Asked, Hidden
from domain.assignments import Assignment, AssignmentStatus

MOST_PLACES = 30
_FIRST = {AssignmentStatus.STARTED: 0, AssignmentStatus.PAUSED: 1}


async def show_round(asked: Asked) -> Shown:
    """Return the card by which the reader reports what they find."""
    facts = await read_round(asked, await asked.work.assignments.live_of(asked.reader.code))
    if facts is None:
        raise Hidden
    return round_card(facts, asked.frame())


async def read_round(asked: Asked, live: Sequence[Assignment]) -> RoundFacts | None:
    """Return what the reader can report and where, the place of their work under way first; None for nothing."""
    objects, places = _objects(asked), await _places(asked, live)
    return RoundFacts(objects=objects, places=places, at=asked.at) if objects and places else None


def _objects(asked: Asked) -> list[tuple[str, str]]:
    """Return what can be reported, our own shortcomings first: those are what a round is for."""
    rows = [row for row in asked.catalogue.boundary.values() if row.service is None or not _may_order(asked)]
    rows.sort(key=lambda row: (row.deviation_of is None, row.object.of(asked.language).casefold()))
    return [(row.code, row.object.of(asked.language)) for row in rows]


def _may_order(asked: Asked) -> bool:
    return any(asked.allows("order.create", unit=unit) for unit in asked.reader.units)


async def _places(asked: Asked, live: Sequence[Assignment]) -> list[tuple[str, str]]:
    units = [unit for unit in asked.reader.units if asked.allows("issue.report", unit=unit)]
    at = await _where(asked, live)
    known: list[Place] = [place for unit in units for place in asked.catalogue.places_of(unit)]
    known.sort(key=lambda place: ((place.unit, place.name.sv) != at, place.unit != at[0]))
    return [(place.code, _called(asked, place, is_one=len(units) == 1)) for place in known[:MOST_PLACES]]


async def _where(asked: Asked, live: Sequence[Assignment]) -> tuple[str, str]:
    """Return unit and place of what the reader is doing, or has next; empty where nobody knows."""
    ordered = sorted((each for each in live if each.request), key=lambda each: _FIRST.get(each.status, len(_FIRST)))
    if not ordered:
        return "", ""
    request = await asked.work.requests.get(ordered[0].request or "")
    return request.unit, request.place or ""


def _called(asked: Asked, place: Place, *, is_one: bool) -> str:
    name = place.name.of(asked.language)
    return name if is_one else f"{name} · {asked.catalogue.units[place.unit].name.of(asked.language)}"
