"""The names of known places: kept in Swedish for everybody, shown in the language of whoever reads."""

from collections.abc import Mapping
from dataclasses import replace

from catalog.models import Catalogue, Place
from domain.notices import Event
from domain.requests import ServiceRequest


def kept_place(written: str, *, unit: str, catalogue: Catalogue) -> str:
    """Return the Swedish name of the unit's place that *written* names in either language; else *written* itself."""
    known = _known(written, unit, catalogue)
    return known.name.sv if known else written


def shown_place(kept: str, *, unit: str, catalogue: Catalogue, language: str) -> str:
    """Return the unit's place as readers of *language* call it; what is no known place stays as it was written."""
    known = _known(kept, unit, catalogue)
    return known.name.of(language) if known else kept


def kept_inputs(inputs: Mapping[str, object], *, unit: str, catalogue: Catalogue) -> dict[str, object]:
    """Return *inputs* with the place as it is kept, so that a field that stands untouched changes nothing."""
    written = inputs.get("place")
    return {**inputs, "place": kept_place(str(written), unit=unit, catalogue=catalogue)} if written else {**inputs}


def in_language(request: ServiceRequest, *, catalogue: Catalogue, language: str) -> ServiceRequest:
    """Return *request* with its place as readers of *language* call it."""
    place = shown_place(request.place or "", unit=request.unit, catalogue=catalogue, language=language)
    return replace(request, place=place or None)


def event_in_language(event: Event, *, unit: str, catalogue: Catalogue, language: str) -> Event:
    """Return *event* with the places that it moved between as readers of *language* call them."""
    if event.what != "place-changed":
        return event
    was, now = (
        shown_place(each, unit=unit, catalogue=catalogue, language=language) if each else each
        for each in (event.before, event.after)
    )
    return replace(event, before=was, after=now)


def _known(written: str, unit: str, catalogue: Catalogue) -> Place | None:
    said = written.strip().casefold()
    places = catalogue.places_of(unit)
    return next((each for each in places if said in {each.name.sv.casefold(), each.name.en.casefold()}), None)
