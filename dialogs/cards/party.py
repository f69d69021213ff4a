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


def party_said_rows(write: Writer, request: ServiceRequest, said: PartyAnswer | None, *, party: str) -> None:
    """Put what *party* said last, in its own words too; nothing when it has said nothing, or is done."""
    if said is None or not _is_news(request, said):
        return
    write.status(TONES[said.step], write.words(f"party-said-{said.step}", party=party))
    write.row(write.words("label-party-words"), said.words or "")
    if said.expected_on is not None:
        write.row(write.words("label-expected"), near_day(said.expected_on, write.language, write.frame.today))
    if said.step is PartyStep.ASKED:
        write.hint(write.words("party-said-how"))


def _is_news(request: ServiceRequest, said: PartyAnswer) -> bool:
    """Tell whether it is still as the party said: they have it, or have just given it back."""
    held = RequestStatus.QUEUED if said.step is PartyStep.RETURNED else RequestStatus.FORWARDED
    return said.step in TONES and request.status is held
