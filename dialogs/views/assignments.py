"""The views of a service employee."""

from decimal import Decimal

from actions.giving import part_of
from actions.offers import waits_until
from dialogs.cards.assignment import AssignmentFacts, assignment_card, assignments_card
from dialogs.cards.elements import Shown
from dialogs.views.asked import Asked
from dialogs.views.requests import plain_facts, read_request
from dialogs.views.round import read_round
from dialogs.views.standing import read_standing, show_piece
from domain.assignments import LARGEST_HOURS, SMALLEST_HOURS, Assignment, AssignmentStatus
from domain.splitting import TAKEN_ON, at_work
from texts.format import listed


async def show_assignment(asked: Asked) -> Shown:
    """Return the card of one assignment: to work on for whom it is given to, to read for others."""
    assignment = await asked.work.assignments.get(asked.id)
    if assignment.request is None:
        return await show_piece(asked, assignment)
    about = await read_request(asked, assignment.request)
    given = await asked.work.assignments.of_request(assignment.request)
    others = [each.person for each in at_work(given, but=assignment.id)] if assignment.status in TAKEN_ON else []
    names = await asked.names([assignment.person, *others])
    share = part_of(assignment) if 0 < part_of(assignment) < (about.request.hours or 0) else about.request.hours
    facts = AssignmentFacts(
        assignment=assignment,
        request=about,
        hours=_suggested(asked, assignment, share),
        is_mine=assignment.person == asked.reader.code,
        employee=names.get(assignment.person, ""),
        share=share,
        shared_with=listed([names[each] for each in others if each in names], asked.language) if others else "",
        answer_by=waits_until(assignment, about.request) if assignment.status is AssignmentStatus.OFFERED else None,
    )
    return assignment_card(facts, asked.frame(assignment.version))


def _suggested(asked: Asked, assignment: Assignment, ordered: Decimal | None) -> Decimal:
    """Return the hours to fill in beforehand: those worked, or of what has not begun those that were ordered."""
    if assignment.status is AssignmentStatus.ACCEPTED and ordered is not None:
        return min(max(ordered, SMALLEST_HOURS), LARGEST_HOURS)
    return assignment.suggested_hours(asked.at)


async def show_assignments(asked: Asked) -> Shown:
    """Return what the reader has been asked to do and has taken on."""
    live = await asked.work.assignments.live_of(asked.reader.code)
    mine = [facts for each in live if (facts := await _listed(asked, each)) is not None]
    standing, found = await read_standing(asked, live), await read_round(asked, live)
    return assignments_card(mine, asked.frame(), standing, found)


async def _listed(asked: Asked, assignment: Assignment) -> AssignmentFacts | None:
    if assignment.request is None:
        return None
    request = await asked.work.requests.get(assignment.request)
    return AssignmentFacts(
        assignment=assignment, request=plain_facts(asked, request), hours=assignment.suggested_hours(asked.at)
    )
