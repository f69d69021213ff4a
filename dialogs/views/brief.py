"""The view of somebody's day."""

from actions.day import Piece, brief_version, done_of, pieces_of
from dialogs.cards.brief import BriefFacts, BriefLine, brief_card
from dialogs.cards.elements import Shown
from dialogs.cards.request import name_of
from dialogs.views.asked import Asked, Hidden
from dialogs.views.requests import plain_facts
from domain.day import read_subject
from texts.format import local_day


async def show_brief(asked: Asked) -> Shown:
    """Return a day to whoever has it, and to nobody else."""
    person, on = read_subject(asked.id)
    if person != asked.reader.code:
        raise Hidden
    version = await brief_version(asked.id, work=asked.work)
    pieces = await pieces_of(person, on, work=asked.work, today=local_day(asked.at))
    count, worked = await done_of(person, on, work=asked.work)
    facts = BriefFacts(on=on, lines=[line_of(asked, each) for each in pieces], count_done=count, hours_done=worked)
    return brief_card(facts, asked.frame(version))


def line_of(asked: Asked, piece: Piece) -> BriefLine:
    """Return one piece of a day as its card shows it."""
    assignment, request = piece.assignment, piece.request
    unit = asked.catalogue.units.get(piece.unit)
    begun = assignment.started_at is not None
    about = plain_facts(asked, request) if request is not None else None
    return BriefLine(
        assignment=assignment,
        number=request.id if request is not None else assignment.id,
        name=name_of(about, asked.language) if about is not None else _standing_name(asked, piece),
        unit=unit.name.of(asked.language) if unit else piece.unit,
        place=(about.request.place or "") if about is not None else "",
        hours=piece.hours,
        filled=assignment.suggested_hours(asked.at) if begun else piece.hours,
        is_late=about is not None and about.is_late,
    )


def _standing_name(asked: Asked, piece: Piece) -> str:
    code = piece.standing.service if piece.standing is not None else ""
    service = asked.catalogue.services.get(code)
    return service.name.of(asked.language) if service else code
