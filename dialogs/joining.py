"""Me too: joining what somebody has reported already, by press and by a word, or reporting it all the same."""

from collections.abc import Mapping

from actions.joining import join_request
from actions.ports import Begin
from dialogs.issue import report_asked
from dialogs.same import SAME
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import Intent, afterwards
from dialogs.understanding.same_words import is_another, is_me_too
from domain.requests import ServiceRequest

_YES = frozenset({Intent.ACCEPT, Intent.APPROVE})
_NO = frozenset({Intent.DECLINE, Intent.REJECT})


async def answer_same(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take a yes as joining what was reported already, and a no as a report of its own; None for anything else."""
    asked = turn.state.get("asked")
    if turn.state.get("awaiting") != SAME or not isinstance(asked, Mapping) or turn.understood is None:
        return None
    intent, kept = turn.understood.intent, {name: str(each) for name, each in asked.items()}
    if is_me_too(turn.text) or intent in _YES or afterwards.is_agreement(turn.text):
        joined = await _join(turn, kept["same"], begin=begin)
        return Reply(
            messages=(say("issue-joined", request=joined.id), show("request", f"request:{joined.id}")),
            state={"focus": f"request:{joined.id}"},
        )
    if is_another(turn.text) or intent in _NO:
        return await report_asked(turn, kept, begin=begin)
    return None


async def press_join(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Join the report of the card, which becomes the one by which it is followed."""
    joined = await _join(turn, id_in(press, "request"), begin=begin)
    subject = f"request:{joined.id}"
    return Reply(card=show("request", subject), state={"focus": subject})


async def _join(turn: Turn, number: str, *, begin: Begin) -> ServiceRequest:
    return await join_request(number, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
