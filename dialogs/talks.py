"""Talking with a human being: asked for in words, answered by press or by writing on, ended by a word."""

import re
from dataclasses import replace
from datetime import timedelta

from actions.ports import Begin
from actions.talks import ask_for_human, end_talk, pass_words_on, talks_of, write_in_talk
from catalog.boundary import severity_of
from catalog.models import Severity
from dialogs import desk
from dialogs.around import may_order
from dialogs.order import ORDER_VERBS
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import Intent
from dialogs.understanding.announcement_words import OF_SENDER, read_announcement
from dialogs.understanding.asides import answer_in
from dialogs.understanding.command_words import is_command, said_by_name, says_it_was_for_the_desk
from dialogs.understanding.folding import fold
from dialogs.understanding.request_words import read_list
from domain.notices import Message
from domain.people import Role
from domain.talks import Talk, TalkLine
from domain.worktime import CALENDAR, local_date

_END = re.compile(
    r"(?:(?:vi|det)\s+ar\s+)?(?:klart?|fardig\w*|avsluta(?:\s+samtalet(?:\s+med\s+\w+)?)?|"
    r"(?:we\s+are\s+|it\s+is\s+)?done|finished|end(?:\s+(?:the|my)\s+(?:talk|conversation)(?:\s+with\s+\w+)?)?)[.! ]*"
)
_NAMES_TALK = re.compile(r"^(?:avsluta|end)\b.*\b(?:samtalet|talk|conversation)\b")
MOST_WORDS_OF_A_COMMAND = 5
LIVELY = timedelta(minutes=30)
"""A talk in which somebody wrote so lately goes on, also when the desk has shown something meanwhile."""
COMMANDS = frozenset({Intent.HELP, Intent.LANGUAGE})
"""What the desk answers itself in the middle of a talk."""
SENDERS = frozenset({Role.PROJECT_LEADER, Role.COORDINATOR})
LOOSE = frozenset({Intent.UNKNOWN, Intent.THANKS})
"""What says nothing to the desk, and so can be meant for whoever one talks with."""


UNSURE = frozenset(
    {Intent.ORDER, Intent.ISSUE, Intent.STATUS, Intent.CATALOGUE, Intent.ECONOMY, Intent.INDICATORS, Intent.REPORTS}
)
"""What can be meant for the desk as well as for whoever one talks with: it is sent, with a way back."""


async def call_human(turn: Turn, *, begin: Begin) -> Reply:
    """Let the coordinators of the person's units know that somebody wants a human being; say when they will answer."""
    talk = await ask_for_human(turn.person, about=turn.focus, said=turn.text, begin=begin, at=turn.at)
    if talk is None:
        return Reply(messages=(say("no-human"),))
    coordinator = talk.coordinator or talk.asked[0]
    told = say("human-called", coordinator_person=coordinator)
    if not CALENDAR.is_open(turn.at):
        opens = CALENDAR.next_opening(turn.at).isoformat()
        told = say("human-called-closed", coordinator_person=coordinator, opens_at=opens)
    if not turn.is_personal:
        return Reply(messages=(told,))
    messages = (told, show("talk", talk.subject))
    is_ordering = (turn.focus or "").startswith("draft:")
    return Reply(messages=messages, state=None if is_ordering else _about(turn, talk))


def _about(turn: Turn, talk: Talk) -> dict[str, object]:
    return {**turn.state, "focus": talk.subject}


async def press_answer(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Send what was filled in to the other one of the talk."""
    talk = await write_in_talk(id_in(press, "talk"), press.text("answer"), by=turn.person, begin=begin, at=turn.at)
    return Reply(card=show("talk", talk.subject), toast=_sent(turn, talk), state=_about(turn, talk))


async def press_done(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """End the talk."""
    talk = await end_talk(id_in(press, "talk"), by=turn.person, begin=begin, at=turn.at)
    return Reply(card=show("talk", talk.subject), toast=say("talk-ended"))


async def pass_on(turn: Turn, *, begin: Begin) -> Reply | None:
    """Pass on "svara Emil: …" to the one who is meant, or None when the sentence is nothing such."""
    answer = answer_in(turn.text)
    if answer is None:
        return None
    name, words = answer
    found = await pass_words_on(turn.person, name, words, begin=begin, at=turn.at)
    if len(found) == 1:
        return Reply(messages=(say("passed-on", to_person=found[0]),), state=await _with(turn, found[0], begin=begin))
    if not found:
        return Reply(messages=(say("pass-on-whom"),))
    codes = ", ".join(found[:8])
    return Reply(messages=(say("pass-on-which", codes=codes),))


async def _with(turn: Turn, person: str, *, begin: Begin) -> dict[str, object] | None:
    """Return a state that is about the talk with *person*, if there is one to write on in."""
    theirs = await talks_of(turn.person, begin=begin) if turn.is_personal else ()
    talk = next((each for each, _ in theirs if person in {each.person, each.coordinator}), None)
    return None if talk is None else _about(turn, talk)


async def write_on(turn: Turn, *, begin: Begin) -> Reply | None:
    """Send on what is written while the conversation is about a talk; None when it is not, or the words are the desk's.

    Before anybody has answered, whatever the desk understands is still the desk's.
    """
    kind, _, number = (turn.focus or "").partition(":")
    if kind != "talk" or not turn.is_personal or turn.state.get("awaiting") or _is_for_the_desk(turn):
        return None
    theirs = await talks_of(turn.person, begin=begin)
    talk = next((each for each, _ in theirs if each.id == number), None)
    is_loose = _is_loose(turn) or _is_end(turn)
    if talk is None or (talk.coordinator is None and not is_loose):
        return None
    return await _write(turn, talk, begin=begin)


async def meant_for_the_desk(turn: Turn, *, begin: Begin) -> Turn:
    """Return the turn as what it says to the desk, where a talk would have taken it; any other as it is.

    "Vaktis, visa riskerna" is for the desk by its name, "det var till Vaktis" means what was written in the talk last.
    """
    kind, _, number = (turn.focus or "").partition(":")
    if kind != "talk" or turn.understand is None:
        return turn
    said = said_by_name(turn.text)
    if said is None and says_it_was_for_the_desk(turn.text):
        async with begin() as work:
            lines = await work.talks.lines(number)
        said = next((each.words for each in reversed(lines) if each.person == turn.person.code), None)
    if not said:
        return turn
    rest = {name: each for name, each in turn.state.items() if name != "focus"}
    return replace(turn, text=said, understood=turn.understand(said), state=rest)


async def write_back(turn: Turn, *, begin: Begin) -> Reply | None:
    """Send words that say nothing to the desk to whoever waits for an answer, or has just written; None for others."""
    return await write_to_waiting(turn, begin=begin) if _is_loose(turn) else None


async def write_to_waiting(turn: Turn, *, begin: Begin) -> Reply | None:
    """Send words, such as a yes that answers nothing else, to whoever waits for an answer; None where nobody does."""
    if not turn.is_personal or _is_for_the_desk(turn):
        return None
    theirs = await talks_of(turn.person, begin=begin)
    if _NAMES_TALK.search(fold(turn.text)) and len(theirs) == 1:
        return await _write(turn, theirs[0][0], begin=begin)
    unanswered = [talk for talk, line in theirs if _is_awaited(turn.person.code, talk, line)]
    lively = [talk for talk, line in theirs if talk.coordinator is not None and turn.at - line.at < LIVELY]
    unanswered = unanswered or (lively if len(lively) == 1 else [])
    if len(unanswered) > 1:
        codes = ", ".join(dict.fromkeys(each.person for each in unanswered))
        return Reply(messages=(say("talk-which", codes=codes),))
    return await _write(turn, unanswered[0], begin=begin) if unanswered else None


def _is_awaited(person: str, talk: Talk, last: TalkLine) -> bool:
    """Tell whether the other one wrote last, or nobody has answered yet."""
    return last.person != person or (talk.coordinator is None and talk.person == person)


async def _write(turn: Turn, talk: Talk, *, begin: Begin) -> Reply:
    if _is_end(turn):
        ended = await end_talk(talk.id, by=turn.person, begin=begin, at=turn.at)
        kept = {name: each for name, each in turn.state.items() if name != "focus" or each != ended.subject}
        return Reply(messages=(say("talk-ended"),), state=kept)
    written = await write_in_talk(talk.id, turn.text, by=turn.person, begin=begin, at=turn.at)
    may_be_ours = turn.understood is not None and turn.understood.intent in UNSURE and not _is_loose(turn)
    way_back = (say("passed-on-unsure"),) if may_be_ours else ()
    return Reply(messages=(_sent(turn, written), *way_back), state=_about(turn, written))


def _sent(turn: Turn, talk: Talk) -> Message:
    other = talk.person if turn.person.code != talk.person else talk.coordinator or talk.asked[0]
    return say("passed-on", to_person=other)


def _is_end(turn: Turn) -> bool:
    return _END.fullmatch(fold(turn.text)) is not None


def _is_loose(turn: Turn) -> bool:
    """Tell whether the words say nothing to the desk; to an employee "klart" says that the work is done.

    "Jag lägger nyckeln i receptionen" reads as an order; from somebody who orders for nobody it is none.
    """
    if _is_end(turn):
        return not turn.person.has_role(Role.SERVICE_EMPLOYEE)
    intent = turn.understood.intent if turn.understood else Intent.UNKNOWN
    return intent in LOOSE or (intent is Intent.ORDER and not _orders(turn))


def _orders(turn: Turn) -> bool:
    """Tell whether the person wants to order: of a coordinator only if they say so."""
    if not turn.person.has_role(Role.COORDINATOR):
        return may_order(turn)
    return not ORDER_VERBS.isdisjoint(re.findall(r"\w+", fold(turn.text)))


def _is_for_the_desk(turn: Turn) -> bool:
    """Tell whether the words are a command even in the middle of a talk: help, what is to be shown, an emergency."""
    understood = turn.understood
    if understood is None or understood.intent in COMMANDS or _is_emergency(turn):
        return True
    if is_command(turn.text, understood.intent, today=local_date(turn.at)) or _is_of_announcement(turn):
        return True
    is_short = len(turn.text.split()) <= MOST_WORDS_OF_A_COMMAND
    if is_short and (understood.number is not None or read_list(turn.text) is not None):
        return True
    is_of_queue = understood.intent is Intent.ASSIGNMENTS or desk.is_giving(turn)
    return turn.person.has_role(Role.COORDINATOR) and is_of_queue


def _is_of_announcement(turn: Turn) -> bool:
    """Tell whether somebody who sends announcements says what is to be done with one: "återkalla informationen"."""
    said = read_announcement(turn.text)
    is_clear = said is not None and said.is_named and said.said in OF_SENDER
    return is_clear and not SENDERS.isdisjoint(turn.person.roles)


def _is_emergency(turn: Turn) -> bool:
    wishes = (turn.understood, *turn.understood.more) if turn.understood else ()
    rows = [turn.catalogue.boundary.get(each.object or "") for each in wishes]
    return any(row is not None and severity_of(row, turn.text) is Severity.EMERGENCY for row in rows)
