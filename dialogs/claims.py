"""Taking free work: in the team's channel by a press, or by a word anywhere; the first has it."""

import re
from collections.abc import Sequence

from actions.assignments import todays_assignments
from actions.claims import claim_request, free_requests, show_free_work
from actions.ports import Begin
from dialogs.listening import only_of
from dialogs.my_requests import ask_which
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import Understood
from dialogs.understanding.folding import fold
from dialogs.understanding.open_words import OpenWork, open_work_asked
from domain.people import Role
from domain.requests import ServiceRequest

MOST_SHOWN = 5
_TAKES = re.compile(
    r"^\W*(?:(?:ja|ok|okej|yes|hej)\b\W*)*(?:jag\s+(?:kan\s+)?(?:ta|tar|fixa|fixar|gor|gora|byter|lagar)|"
    r"i(?:.?ll|\s+will|\s+can)?\s+(?:take|do|fix|handle|get))\b"
)


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


def is_taking(text: str) -> bool:
    """Tell whether *text* says that its writer takes some work: "jag tar lampan", "I'll do the lamp"."""
    return _TAKES.match(fold(text)) is not None


def about(wish: Understood, requests: Sequence[ServiceRequest]) -> Sequence[ServiceRequest]:
    """Return those of *requests* that *wish* names by their service or object, and of several those of its place."""
    codes = {wish.service, wish.object} - {None}
    found = [each for each in requests if codes & {each.service, each.object}]
    place = fold(wish.place.kept) if wish.place is not None else ""
    return [each for each in found if place and fold(each.place or "") == place] or found


async def take_named(turn: Turn, wish: Understood, *, begin: Begin) -> Reply:
    """Take the one free request, or the one that was offered, of what the sentence names; of several ask which."""
    if wish.number is not None:
        return await claim_by_words(turn, wish.number, begin=begin)
    free = await free_requests(turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    mine = [each.request for each in await todays_assignments(turn.person, begin=begin) if each.request]
    async with begin() as work:
        held = [await work.requests.get(number) for number in mine]
    found = about(wish, [*held, *(each for each in free if each.id not in mine)])
    if len(found) == 1:
        return await claim_by_words(turn, found[0].id, begin=begin)
    return ask_which(turn, found, "free-work-none")


@only_of(Role.COORDINATOR, Role.SERVICE_EMPLOYEE)
async def open_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show the free work that the person can take, or let a coordinator say where it is shown; None for other words."""
    asked = open_work_asked(turn.text)
    if asked is None:
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
