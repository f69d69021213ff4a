"""The risk matrix and the cause log, by press and by words."""

from actions.causes import READ, SUBJECT, WRITE, log_cause, note_effect
from actions.ports import Begin
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import Intent
from dialogs.understanding.cause_words import asks_causes, asks_risks, cause_said, effect_said, lacks_cause
from domain.errors import BadInput, NotAllowed
from domain.notices import Message


async def press_log(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Write the entry that was filled in; on the card of something else it is about that, and the card stays."""
    about = press.text("subject")
    entry = await log_cause(
        press.text("problem"),
        press.text("cause"),
        press.text("measure"),
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
        about=about,
    )
    return Reply(card=_log(turn) if entry.about is None else None, toast=say("cause-logged", number=entry.id))


async def press_effect(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Keep what came of the entry that was chosen."""
    number = press.text("entry")
    if number is None:
        raise BadInput(field="effect", lowest="", highest="")
    told = await _effect(turn, number, press.text("effect"), begin=begin)
    return Reply(card=_log(turn), toast=told)


async def causes_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show the risks or the log, write an entry or its effect; None for any other sentence.

    Raises:
        DeskError: it is not theirs to read or write, or can't be used.
    """
    if asks_risks(turn.text):
        turn.catalogue.permissions.demand(turn.person, READ, is_own=True)
        return Reply(messages=(show("wheel", risks=True),))
    if asks_causes(turn.text):
        return Reply(messages=(_log(turn),))
    said = cause_said(turn.text)
    if said is not None:
        entry = await log_cause(
            said.problem,
            said.cause,
            said.measure,
            by=turn.person,
            catalogue=turn.catalogue,
            begin=begin,
            at=turn.at,
            about=turn.focus,
        )
        return Reply(messages=(say("cause-logged", number=entry.id),))
    effect = effect_said(turn.text)
    if effect is None and lacks_cause(turn.text) and _keeps_log(turn):
        return Reply(messages=(say("cause-how"),))
    return None if effect is None else Reply(messages=(await _effect(turn, *effect, begin=begin),))


def _keeps_log(turn: Turn) -> bool:
    """Tell whether "problem:" from this person begins an entry of the log, and no report of a fault."""
    is_unknown = turn.understood is None or turn.understood.intent is Intent.UNKNOWN
    reads = turn.catalogue.permissions.allows(turn.person, READ, is_own=True)
    return is_unknown and reads and turn.catalogue.permissions.allows(turn.person, WRITE, is_own=True)


async def _effect(turn: Turn, number: str, effect: str | None, *, begin: Begin) -> Message:
    entry = await note_effect(number, effect, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return say("cause-effect-noted", number=entry.id)


def _log(turn: Turn) -> Message:
    allows = turn.catalogue.permissions.allows
    if not any(allows(turn.person, each, is_own=True) for each in (READ, WRITE)):
        raise NotAllowed(action=READ)
    return show("causes", SUBJECT)
