"""Taking free work: in the team's channel by a press, or by a word anywhere; the first has it."""

from actions.claims import claim_request, free_requests, show_free_work
from actions.ports import Begin
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding.open_words import OpenWork, open_work_asked
from domain.people import Role

MOST_SHOWN = 5


async def press_claim(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Take the work of the card. In one's own chat the card becomes that of the work; a channel's tells who has it."""
    taken = await claim_request(
        id_in(press, "request"),
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
        is_elsewhere=not turn.is_personal,
    )
    if not turn.is_personal:
        return Reply()
    subject = f"assignment:{taken.id}"
    return Reply(card=show("assignment", subject), state={"focus": subject})


async def claim_by_words(turn: Turn, request_id: str, *, begin: Begin) -> Reply:
    """Take the work of that number, and show its card."""
    taken = await claim_request(request_id, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    subject = f"assignment:{taken.id}"
    return Reply(messages=(show("assignment", subject),), state={"focus": subject})


async def open_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show the free work that the person can take, or let a coordinator say where it is shown; None for other words."""
    asked = open_work_asked(turn.text)
    if asked is None or not ({Role.SERVICE_EMPLOYEE, Role.COORDINATOR} & turn.person.roles):
        return None
    if asked is OpenWork.SEE or (turn.is_personal and asked is OpenWork.HERE):
        return await _show_free(turn, begin=begin)
    if turn.is_personal:
        return None
    is_shown = asked is OpenWork.HERE
    await show_free_work(
        turn.conversation,
        is_shown=is_shown,
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
    )
    return Reply(messages=(say("free-work-here" if is_shown else "free-work-gone"),))


async def _show_free(turn: Turn, *, begin: Begin) -> Reply:
    free = await free_requests(turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    if not free:
        return Reply(messages=(say("free-work-none"),))
    view = "claim" if turn.person.has_role(Role.SERVICE_EMPLOYEE) or not turn.is_personal else "queue"
    cards = tuple(show(view, f"request:{each.id}") for each in free[:MOST_SHOWN])
    first = say("free-work-shown", shown=len(cards), count=len(free))
    return Reply(messages=(first, *cards), state={"focus": f"request:{free[0].id}"} if len(free) == 1 else {})
