"""The view of free work, the same for all who read the team's channel."""

from dataclasses import replace

from dialogs.cards.claim import claim_card
from dialogs.cards.elements import Shown
from dialogs.views.asked import Asked
from dialogs.views.requests import TAKEN, plain_facts
from domain.assignments import Assignment, AssignmentStatus


async def show_claim(asked: Asked) -> Shown:
    """Return the card of free work; nobody's words and no cost stand in it, so that it needs no right to read."""
    request = await asked.work.requests.get(asked.id)
    given = await asked.work.assignments.of_request(asked.id)
    taken = _last([each for each in given if each.status in TAKEN])
    offered = _last([each for each in given if each.status is AssignmentStatus.OFFERED])
    names = await asked.names(each.person for each in (taken, offered) if each is not None)
    facts = replace(
        plain_facts(asked, request),
        employee=names.get(taken.person, "") if taken else "",
        offered_to=names.get(offered.person, "") if offered else "",
    )
    return claim_card(facts, asked.frame(request.version))


def _last(given: list[Assignment]) -> Assignment | None:
    return given[-1] if given else None
