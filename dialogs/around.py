"""Everything around the orders: help, thanks, a human being, the language, the not understood."""

from actions.people import ask_for_human, choose_language
from actions.ports import Begin
from dialogs.turn import Reply, Turn, say, show
from dialogs.understanding.asides import language_in
from domain.people import Role


async def show_help(turn: Turn, *, begin: Begin) -> Reply:  # noqa: ARG001 - every intent is answered alike
    """Show what the person can say, by their roles."""
    return Reply(messages=(show("help"),))


async def thank(turn: Turn, *, begin: Begin) -> Reply:  # noqa: ARG001 - every intent is answered alike
    """Answer thanks."""
    return Reply(messages=(say("you-are-welcome"),))


async def call_human(turn: Turn, *, begin: Begin) -> Reply:
    """Let the coordinators of the person's units know that somebody wants to talk with a human being."""
    coordinator = await ask_for_human(turn.person, about=turn.focus, begin=begin, at=turn.at)
    if coordinator is None:
        return Reply(messages=(say("no-human"),))
    return Reply(messages=(say("human-called", coordinator_person=coordinator),))


async def switch_language(turn: Turn, *, begin: Begin) -> Reply:
    """Speak the language that was named, or the other one."""
    language = language_in(turn.text) or ("sv" if turn.language == "en" else "en")
    await choose_language(turn.person, language, begin=begin)
    return Reply(messages=(say("language-chosen"),))


async def say_not_yet(turn: Turn, *, begin: Begin) -> Reply:
    """Say honestly that this can't be done here yet, and who can help."""
    async with begin() as work:
        from_unit = turn.person.units[0] if turn.person.units else None
        coordinators = await work.people.with_role(Role.COORDINATOR, unit=from_unit)
    if not coordinators:
        return Reply(messages=(say("not-yet"),))
    return Reply(messages=(say("not-yet-ask", coordinator_person=coordinators[0].code),))


async def not_understood(turn: Turn, *, begin: Begin) -> Reply:  # noqa: ARG001 - every intent is answered alike
    """Say that it was not understood, with a way on."""
    return Reply(messages=(say("not-understood"),))
