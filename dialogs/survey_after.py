"""What follows an answer: a word beside it, a talk for who wants one, and what became of the whole wave."""

from actions.ports import Begin
from actions.survey_words import is_talk_offered, say_beside
from actions.surveys import SurveyClosed, find_open_question
from actions.talks import ask_for_human
from dialogs.economy import MONTH
from dialogs.subjects import id_in
from dialogs.survey import say_closed, say_none_open
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import Intent, survey_words
from dialogs.understanding.folding import fold
from dialogs.understanding.month_words import month_said, names_month
from domain.errors import BadInput
from domain.months import month_before, month_of
from domain.notices import Message
from domain.people import Role
from domain.surveys import subject_of
from texts import say as words
from texts.format import local_day

SUBJECT = "survey"
MANAGE = "survey.manage"
_YES = frozenset({Intent.ACCEPT, Intent.APPROVE})
_NO = frozenset({Intent.DECLINE, Intent.REJECT})


async def after_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take a word beside an answer, a wish to talk, or the question what became of a wave; None for anything else."""
    folded = fold(turn.text.strip())
    beside = survey_words.WORDS.match(folded)
    if beside is not None:
        found = await find_open_question(turn.person.code, begin=begin)
        if found is None:
            return Reply(messages=(await say_none_open(turn, begin=begin),))
        return await _say_beside(turn, found[0], turn.text.strip()[beside.start("words") :], begin=begin)
    if survey_words.TALK.match(folded):
        return await _talk(turn, begin=begin)
    if survey_words.WORRIED.match(folded):
        return Reply(messages=(say("survey-talk-offer"),))
    if survey_words.RESULT.match(folded):
        return await _result(turn, begin=begin)
    return await _answer_offer(turn, begin=begin)


async def _answer_offer(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take a yes or a no to the talk that the card of a red light offers; None where no talk is offered."""
    kind, _, month = (turn.focus or "").partition(":")
    if kind != SUBJECT or turn.understood is None or turn.understood.intent not in {*_YES, *_NO}:
        return None
    async with begin() as work:
        is_offered = await is_talk_offered(month, turn.person, work=work)
    if not is_offered:
        return None
    return await _talk(turn, begin=begin) if turn.understood.intent in _YES else Reply(messages=(say("all-right"),))


async def press_comment(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Keep the words that were filled in."""
    reply = await _say_beside(turn, id_in(press, SUBJECT), press.text("comment") or "", begin=begin)
    return Reply(toast=reply.messages[0])


async def press_talk(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Ask somebody to talk with the person, who has said yes to that."""
    id_in(press, SUBJECT)
    reply = await _talk(turn, begin=begin)
    return Reply(toast=reply.messages[0])


async def press_result(turn: Turn, press: Press, *, begin: Begin) -> Reply:  # noqa: ARG001 - all presses are called alike
    """Show what became of the wave of the month that the button names."""
    month = press.text("month") or ""
    if MONTH.fullmatch(month) is None:
        raise BadInput(field="date", lowest="", highest="")
    return Reply(card=show("result", subject_of(month)))


async def _say_beside(turn: Turn, month: str, said: str, *, begin: Begin) -> Reply:
    try:
        await say_beside(month, said, by=turn.person, catalogue=turn.catalogue, begin=begin)
    except SurveyClosed:
        return Reply(messages=(await say_closed(turn, month, begin=begin),))
    return Reply(messages=(say("survey-words-noted"),))


async def _talk(turn: Turn, *, begin: Begin) -> Reply:
    said = words("survey-talk-said", turn.language)
    talk = await ask_for_human(turn.person, about=None, said=said, begin=begin, at=turn.at)
    return Reply(messages=(say("survey-talk-told" if talk is not None else "survey-talk-nobody"),))


async def _result(turn: Turn, *, begin: Begin) -> Reply:
    """Show the wave of the month that is said, or else of the newest that there is."""
    today = local_day(turn.at)
    month = month_said(turn.text, today=today)
    if not names_month(turn.text):
        month = month_of(today)
        async with begin() as work:
            if await work.surveys.find_wave(f"{month:%Y-%m}") is None:
                month = month_before(month)
    refusal = await _hidden(turn, f"{month:%Y-%m}", begin=begin)
    return Reply(messages=(refusal or show("result", subject_of(f"{month:%Y-%m}")),))


async def _hidden(turn: Turn, month: str, *, begin: Begin) -> Message | None:
    """Return whom the result of *month* is for, to somebody who was not asked and does not run the questions."""
    if turn.catalogue.permissions.allows(turn.person, MANAGE):
        return None
    async with begin() as work:
        if await work.surveys.find_asked(month, turn.person.code) is not None:
            return None
        leaders = [each.code for each in await work.people.with_role(Role.PROJECT_LEADER)]
        if await work.surveys.find_wave(month) is None:
            return say("survey-not-sent", month=month)
    if not leaders:
        return say("survey-result-hidden", month=month)
    return say("survey-result-hidden-ask", month=month, leader_person=leaders[0])
