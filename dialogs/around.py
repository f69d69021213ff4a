"""Everything around the orders: help, thanks, the language, the not understood."""

from actions.people import choose_language
from actions.ports import Begin
from dialogs.turn import Reply, Turn, say, show
from dialogs.understanding.asides import is_drill, is_insult, is_only_signs, language_in
from domain.errors import NotFound
from domain.notices import Message
from domain.people import Role


async def show_help(turn: Turn, *, begin: Begin) -> Reply:
    """Show what the person can say, by their roles; first how to go on with what stands before them."""
    now = await _help_now(turn, begin=begin)
    return Reply(messages=(*now, show("help")))


async def _help_now(turn: Turn, *, begin: Begin) -> tuple[Message, ...]:
    kind, _, identifier = (turn.focus or "").partition(":")
    if kind == "assignment":
        return (say("help-now-assignment"),)
    if kind not in {"draft", "request"}:
        return ()
    async with begin() as work:
        try:
            if kind == "draft":
                return (say("help-now-draft"),) if (await work.drafts.get(identifier)).is_live else ()
            request = await work.requests.get(identifier)
        except NotFound:
            return ()
    is_mine = request.requester == turn.person.code and request.is_open
    return (say("help-now-request", request=request.id),) if is_mine else ()


async def thank(turn: Turn, *, begin: Begin) -> Reply:  # noqa: ARG001 - every intent is answered alike
    """Answer thanks."""
    return Reply(messages=(say("you-are-welcome"),))


async def switch_language(turn: Turn, *, begin: Begin) -> Reply:
    """Speak the language that was named, or the other one; the card that stands there is shown anew in it."""
    language = language_in(turn.text) or ("sv" if turn.language == "en" else "en")
    await choose_language(turn.person, language, begin=begin, at=turn.at)
    if turn.focus is not None:
        async with begin() as work:
            await work.outbox.refresh(turn.focus, at=turn.at)
    return Reply(messages=(say("language-chosen"),), language=language)


def may_order(turn: Turn) -> bool:
    """Tell whether the person may order for any unit at all."""
    allows = turn.catalogue.permissions.allows
    return any(allows(turn.person, "order.create", unit=unit) for unit in turn.catalogue.units)


async def say_who_orders(turn: Turn, *, begin: Begin) -> Reply:
    """Say why somebody without the right can't order, and whom to ask; an employee also what they can do instead."""
    text = "cannot-order-employee" if turn.person.has_role(Role.SERVICE_EMPLOYEE) else "cannot-order"
    async with begin() as work:
        own = await work.people.with_role(Role.COORDINATOR, unit=next(iter(turn.person.units), None))
        asked = [each.code for each in own if each.code != turn.person.code]
    if not asked:
        return Reply(messages=(say(text),))
    return Reply(messages=(say(f"{text}-ask", coordinator_person=asked[0]),))


async def say_not_yet(turn: Turn, *, begin: Begin) -> Reply:
    """Say honestly that this can't be done here yet, and who can help."""
    async with begin() as work:
        from_unit = turn.person.units[0] if turn.person.units else None
        coordinators = await work.people.with_role(Role.COORDINATOR, unit=from_unit)
    if not coordinators:
        return Reply(messages=(say("not-yet"),))
    return Reply(messages=(say("not-yet-ask", coordinator_person=coordinators[0].code),))


async def not_understood(turn: Turn, *, begin: Begin) -> Reply:  # noqa: ARG001 - every intent is answered alike
    """Say that it was not understood, with a way on; who scolds gets a calm answer, and a human being."""
    if is_drill(turn.text):
        return Reply(messages=(say("drill-not-ours"),))
    if is_only_signs(turn.text):
        return Reply(messages=(say("only-signs"),))
    return Reply(messages=(say("scolded" if is_insult(turn.text) else "not-understood"),))
