"""A coordinator on issues of other parties: "skicka F-2022-0001 till hyresvärden", "hyresvärden säger att …"."""

from actions.ports import Begin
from actions.sending_on import note_said, send_on
from dialogs.counts import others_said
from dialogs.listening import only_of
from dialogs.turn import Reply, Turn, say
from dialogs.understanding.party_words import sends_on, step_said
from domain.people import Role


@only_of(Role.COORDINATOR)
async def send_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Send the issue to the party that is named, or note what that party has said of it; None for anything else.

    The issue is that of the number, else what the conversation is about.
    """
    parties, number = others_said(turn), _number(turn)
    if number is None or not parties:
        return None
    if sends_on(turn.text) and len(parties) == 1:
        sent = await send_on(number, parties[0], by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
        return _about(sent.id, "issue-sent-on", party=parties[0])
    step = step_said(turn.text)
    if step is None:
        return None
    said = await note_said(number, step, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return _about(said.id, "issue-said-noted")


def _number(turn: Turn) -> str | None:
    if turn.number is not None:
        return turn.number if turn.number.startswith("F") else None
    kind, _, number = (turn.focus or "").partition(":")
    return number if kind == "request" and number.startswith("F") else None


def _about(number: str, text: str, **values: str) -> Reply:
    return Reply(messages=(say(text, request=number, **values),), state={"focus": f"request:{number}"})
