"""The rota in the chat: "visa alla frågor", "ändra fråga F3: … / …", "ny fråga till chefer …"."""

from actions.ports import Begin
from actions.questions import MANAGE, add_question, change_question, retire_question
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding.folding import fold
from dialogs.understanding.question_words import NEW, ONE, ROTA, QuestionSaid, addition_said, change_said, retire_said
from domain.notices import Message
from domain.surveys import Question

SUBJECT = "question"


async def questions_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show or change the rota; None for any other sentence.

    Raises:
        DeskError: the person may not, or it can't be asked so.
    """
    folded = fold(turn.text)
    one = ONE.fullmatch(folded)
    is_managed = turn.catalogue.permissions.allows(turn.person, MANAGE)
    if ROTA.fullmatch(folded) or one or (is_managed and NEW.fullmatch(folded)):
        turn.catalogue.permissions.demand(turn.person, MANAGE)
        return Reply(messages=(_one(one["code"].upper()) if one else show("questions"),))
    code, changed, added = retire_said(turn.text), change_said(turn.text), addition_said(turn.text)
    if code is not None:
        return _told("question-now-retired", await _retire(turn, code, begin=begin))
    if changed is not None:
        return _told("question-now-changed", await _change(turn, changed.code, changed, begin=begin))
    if added is not None:
        return _told("question-now-added", await _add(turn, added, begin=begin))
    return None


async def press_show(turn: Turn, press: Press, *, begin: Begin) -> Reply:  # noqa: ARG001 - all presses are called alike
    """Show the question that was touched."""
    turn.catalogue.permissions.demand(turn.person, MANAGE)
    return Reply(messages=(_one(press.text("question") or ""),))


async def press_change(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Keep the words that were filled in."""
    question = await _change(turn, id_in(press, SUBJECT), _said(press), begin=begin)
    return Reply(card=_one(question.code), toast=say("question-now-changed", question=question.code))


async def press_retire(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Ask the question no more."""
    question = await _retire(turn, id_in(press, SUBJECT), begin=begin)
    return Reply(card=_one(question.code), toast=say("question-now-retired", question=question.code))


async def press_add(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Ask the question that was filled in."""
    question = await _add(turn, _said(press), begin=begin)
    return Reply(card=show("questions"), toast=say("question-now-added", question=question.code))


def _said(press: Press) -> QuestionSaid:
    months = {int(each) for each in (press.text("months") or "").split(",") if each.strip().isdigit()}
    indicator = press.text("indicator")
    return QuestionSaid(
        text_sv=press.text("text-sv") or "",
        text_en=press.text("text-en") or "",
        audience=press.text("audience") or "",
        answer=press.text("answer") or "",
        months=frozenset(months),
        indicator=None if indicator in {None, "none"} else indicator,
    )


async def _change(turn: Turn, code: str, said: QuestionSaid, *, begin: Begin) -> Question:
    words = {"text_sv": said.text_sv, "text_en": said.text_en}
    return await change_question(code, **words, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)


async def _retire(turn: Turn, code: str, *, begin: Begin) -> Question:
    return await retire_question(code, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)


async def _add(turn: Turn, said: QuestionSaid, *, begin: Begin) -> Question:
    return await add_question(
        text_sv=said.text_sv,
        text_en=said.text_en,
        audience=said.audience,
        months=said.months,
        answer=said.answer,
        indicator=said.indicator,
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
    )


def _one(code: str) -> Message:
    return show("question", f"{SUBJECT}:{code}")


def _told(text: str, question: Question) -> Reply:
    focus = f"{SUBJECT}:{question.code}"
    return Reply(messages=(say(text, question=question.code), _one(question.code)), state={"focus": focus})
