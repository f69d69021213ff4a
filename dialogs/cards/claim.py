"""The card of free work in the team's channel. Whoever is in the channel reads it, so it tells nobody's words."""

from dataclasses import replace

from dialogs.cards.elements import GOOD, OVER, STANDING, URGENT, WARNING, Frame, Shown
from dialogs.cards.request import RequestFacts, late_row, name_of, open_request, where_rows
from domain.requests import RequestStatus
from texts.format import hours

S = RequestStatus
TAKEN = frozenset({S.ASSIGNED, S.IN_PROGRESS, S.WAITING})


def claim_card(facts: RequestFacts, frame: Frame) -> Shown:
    """Return the card by which somebody takes the work, or by which all see who has."""
    write = open_request(facts, frame)
    request = facts.request
    is_free = request.status is S.QUEUED and not facts.offered_to
    if is_free:
        write.status(WARNING, write.words("claim-free"))
    elif request.status is S.QUEUED:
        write.status(STANDING, write.words("queue-offered", name=facts.offered_to))
    elif request.status in TAKEN:
        write.status(GOOD, write.words("claim-taken", name=facts.employee))
    else:
        write.status(GOOD if request.status in {S.DONE, S.CLOSED} else OVER, write.words("claim-over"))
    if is_free:
        if request.severity in {"urgent", "emergency"}:
            write.status(URGENT, write.words(f"severity-{request.severity}"))
        late_row(write, facts)
    write.row(write.words("label-unit"), facts.unit.name.of(frame.language))
    where_rows(write, replace(facts, request=replace(request, note=None), files=()))
    if request.hours is not None:
        write.row(write.words("label-estimate"), hours(request.hours, write.language))
    if is_free:
        write.button(
            "assignment.claim", style="positive", way=write.words("way-assignment-claim-number", id=request.id)
        )
        write.hint(write.words("claim-hint"))
    unit = facts.unit.name.of(frame.language)
    return write.finish(write.words("claim-summary", name=name_of(facts, frame.language), unit=unit))
