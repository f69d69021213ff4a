"""Saying something about a request in words: "kommentera: nyckeln finns på expeditionen"."""

from actions.assignments import todays_assignments
from actions.ports import Begin
from actions.remarks import remark_on_request
from actions.requests import my_requests
from actions.waiting import answer_requester
from dialogs.listening import only_of
from dialogs.my_requests import awaiting_my_approval
from dialogs.turn import Reply, Turn, say
from dialogs.understanding import Intent
from dialogs.understanding.asides import added_in, comment_in, remark_in
from domain.people import Role

AWAITING = "comment"


async def comment_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Add what is said to the story of the request that is meant, ask what to say, or None: it is no comment.

    The request is that of the number, else what the conversation is about, else the only one that is open.
    """
    is_answer = turn.state.get("awaiting") == AWAITING and turn.understood is not None
    if is_answer and turn.understood is not None and turn.understood.intent in {Intent.CANCEL, Intent.DECLINE}:
        return Reply(messages=(say("all-right"),), state=_without(turn))
    words = turn.text.strip() if is_answer else comment_in(turn.text)
    if words is None and (turn.focus or "").startswith("request:"):
        words = added_in(turn.text)
    if words is None:
        return None
    meant = await _find_meant(turn, begin=begin)
    if meant is None:
        return Reply(messages=(say("comment-on-which"),))
    if not words:
        return Reply(messages=(say("comment-what", request=meant),), state={**turn.state, "awaiting": AWAITING})
    await answer_requester(meant, words, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return Reply(messages=(say("comment-kept"),), state={**_without(turn), "focus": f"request:{meant}"})


@only_of(Role.COORDINATOR, Role.SERVICE_EMPLOYEE)
async def remark_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take "internt B-2022-0001: elskåpet är låst", which the unit never reads; None for other words."""
    words = remark_in(turn.text)
    if words is None:
        return None
    meant = await _find_worked_on(turn, begin=begin)
    if meant is None:
        return Reply(messages=(say("remark-on-which"),))
    await remark_on_request(meant, words, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return Reply(messages=(say("remark-kept"),), state={**_without(turn), "focus": turn.focus or f"request:{meant}"})


async def _find_worked_on(turn: Turn, *, begin: Begin) -> str | None:
    """Return the request of the number, of what the conversation is about, or the only one that the person has."""
    if turn.number is not None:
        return turn.number
    kind, _, number = (turn.focus or "").partition(":")
    if kind == "request":
        return number
    mine = [each for each in await todays_assignments(turn.person, begin=begin) if each.request is not None]
    shown = [each.request for each in mine if turn.focus == f"assignment:{each.id}"]
    found = shown or [each.request for each in mine]
    return found[0] if len(found) == 1 else None


def _without(turn: Turn) -> dict[str, object]:
    return {name: each for name, each in turn.state.items() if name not in {"awaiting", "text"}}


async def _find_meant(turn: Turn, *, begin: Begin) -> str | None:
    if turn.number is not None:
        return turn.number
    kind, _, number = (turn.focus or "").partition(":")
    if kind == "request":
        return number
    waiting = await awaiting_my_approval(turn, begin=begin)
    if len(waiting) == 1:
        return waiting[0].id
    mine = [each.id for each in await my_requests(turn.person, begin=begin) if each.is_open]
    return mine[0] if len(mine) == 1 else None
