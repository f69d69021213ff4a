"""What another party has last said of an issue: who has it, by when they expect to be done, what they ask."""

from dialogs.cards.elements import UNDER_WAY, WARNING, Tone, Writer
from domain.parties import PartyAnswer, PartyStep
from domain.requests import RequestStatus, ServiceRequest
from texts.format import near_day

TONES: dict[PartyStep, Tone] = {
    PartyStep.RECEIVED: UNDER_WAY,
    PartyStep.STARTED: UNDER_WAY,
    PartyStep.ASKED: WARNING,
    PartyStep.RETURNED: WARNING,
}


def party_said_rows(
    write: Writer, request: ServiceRequest, said: PartyAnswer | None, *, party: str, is_answered: bool = False
) -> None:
    """Put what *party* said last, in its own words too; nothing when it has said nothing, or is done.

    With *is_answered* a question of theirs has got an answer, which has been sent to them.
    """
    if said is None or not _is_news(request, said):
        return
    is_settled = said.step is PartyStep.ASKED and is_answered
    step, tone = ("answered", UNDER_WAY) if is_settled else (said.step.value, TONES[said.step])
    write.status(tone, write.words(f"party-said-{step}", party=party))
    write.row(write.words("label-party-words"), said.words or "")
    if said.expected_on is not None:
        write.row(write.words("label-expected"), near_day(said.expected_on, write.language, write.frame.today))
    if said.step is PartyStep.ASKED and not is_answered:
        write.hint(write.words("party-said-how"))


def _is_news(request: ServiceRequest, said: PartyAnswer) -> bool:
    """Tell whether it is still as the party said: they have it, or have just given it back."""
    held = RequestStatus.QUEUED if said.step is PartyStep.RETURNED else RequestStatus.FORWARDED
    return said.step in TONES and request.status is held
