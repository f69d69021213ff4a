"""Asking before an approval, and answering that: by press, "fråga: behövs båda?" and "svar: ja, båda"."""

from actions.approvals import ask_about
from actions.ports import Begin
from actions.requests import asked_before_answer, my_requests
from actions.waiting import answer_requester
from dialogs.my_requests import ask_which, mine_to_answer
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding.asides import answer_in, question_in, reply_in
from dialogs.understanding.folding import fold
from dialogs.understanding.substitute_words import is_asking_what_to_approve
from domain.requests import RequestStatus, ServiceRequest

MOST_LOOKED_AT = 50
MOST_SHOWN = 5


async def press_ask(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Send what was filled in to who ordered."""
    asked = await ask_about(
        id_in(press, "request"),
        press.text("comment"),
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
    )
    return Reply(toast=say("approval-question-sent", request=asked.id, to_person=asked.requester))


async def ask_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Ask about the order that waits for this person's approval; with several, ask which. None for anything else."""
    question = question_in(turn.text)
    if question is None:
        return None
    number = turn.number
    mine = await mine_to_answer(turn, begin=begin)
    meant = [each for each in mine if number in {None, each.id}]
    meant = [each for each in meant if turn.focus == f"request:{each.id}"] or meant
    if not meant:
        return None
    if len(meant) > 1:
        return ask_which(turn, meant, "nothing-to-approve")
    asked = await ask_about(meant[0].id, question, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    told = say("approval-question-sent", request=asked.id, to_person=asked.requester)
    return Reply(messages=(told,), state={"focus": f"request:{asked.id}"})


async def waiting_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show what waits for this person's approval to whoever asks for that; None for anything else."""
    if not is_asking_what_to_approve(turn.text):
        return None
    mine = await mine_to_answer(turn, begin=begin)
    if not mine:
        return Reply(messages=(say("nothing-to-approve"),))
    cards = tuple(show("approval", f"request:{each.id}") for each in mine[:MOST_SHOWN])
    return Reply(messages=cards, state={"focus": f"request:{mine[0].id}"})


async def answer_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Answer what was asked about the person's own order; None when nobody asks, or for anything else.

    "Svar: ja, båda", or "svara Maja: ja, båda" where it is Maja who asked.
    """
    name, words = _answer_in(turn.text)
    if not words:
        return None
    number = turn.number
    mine = await my_requests(turn.person, begin=begin, limit=MOST_LOOKED_AT)
    named = [each for each in mine if number in {None, each.id} and each.status is RequestStatus.AWAITING_APPROVAL]
    asked = [each for each in named if await _is_asked_by(each, name, begin=begin)]
    if not asked:
        return None
    if len(asked) > 1:
        return ask_which(turn, asked, "nothing-to-approve")
    await answer_requester(asked[0].id, words, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    told = say("approval-answer-sent", request=asked[0].id)
    return Reply(messages=(told,), state={"focus": f"request:{asked[0].id}"})


def _answer_in(text: str) -> tuple[str, str]:
    """Return whom *text* answers, empty for nobody by name, and with what; nothing when it answers nobody."""
    words = reply_in(text)
    if words is not None:
        return "", words
    return answer_in(text) or ("", "")


async def _is_asked_by(request: ServiceRequest, name: str, *, begin: Begin) -> bool:
    """Tell whether somebody waits for an answer about *request*; with a *name*, somebody called so."""
    async with begin() as work:
        asker = asked_before_answer(request, await work.events.of_subject(f"request:{request.id}"))
        if asker is None or not name:
            return asker is not None
        whole = fold((await work.people.names([asker])).get(asker, ""))
    return fold(name) in {whole, *whole.split()[:1]}
