"""Asking before an approval, and answering that: by press, "fråga: behövs båda?" and "svar: ja, båda"."""

from actions.approvals import ask_about
from actions.ports import Begin
from actions.requests import asked_before_answer, my_requests, story_of
from actions.waiting import answer_requester
from dialogs.my_requests import ask_which, mine_to_answer
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say
from dialogs.understanding.asides import question_in, reply_in

MOST_LOOKED_AT = 50


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
    number = turn.understood.number if turn.understood else None
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


async def answer_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Answer what was asked about the person's own order; None when nobody asks, or for anything else."""
    words = reply_in(turn.text)
    if words is None:
        return None
    number = turn.understood.number if turn.understood else None
    mine = await my_requests(turn.person, begin=begin, limit=MOST_LOOKED_AT)
    named = [each for each in mine if number in {None, each.id}]
    asked = [each for each in named if asked_before_answer(each, await story_of(each, begin=begin)) is not None]
    if not asked:
        return None
    if len(asked) > 1:
        return ask_which(turn, asked, "nothing-to-approve")
    await answer_requester(asked[0].id, words, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return Reply(
        messages=(say("approval-answer-sent", request=asked[0].id),), state={"focus": f"request:{asked[0].id}"}
    )
