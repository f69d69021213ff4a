"""Where a message or a press goes: what context settles before the tables of verbs and intents."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from actions.ports import Begin
from dialogs import (
    absence,
    afterwards,
    again,
    agreements,
    announced,
    announcements,
    approvals,
    around,
    audit,
    board,
    brief,
    calendars,
    catalogue,
    causes,
    changes,
    claims,
    closing,
    comments,
    commitments,
    counts,
    desk,
    economy,
    edits,
    files,
    handing_on,
    hours,
    indicators,
    joining,
    listing,
    my_requests,
    order,
    overview,
    plan,
    questions,
    rounds,
    sending_on,
    series,
    settling,
    standing,
    substitutes,
    survey,
    survey_after,
    talks,
    team,
    training,
    waiting,
    work,
)
from dialogs.issue import aid_besides, answer_asked, start_issue, tell_what_to_do
from dialogs.listening import Dialog, hears, only_of
from dialogs.parts import NUMBER, text_without, together, tried, wanted_in_parts, with_faults_beside, with_number
from dialogs.present import held_version_of, version_of
from dialogs.routes import INTENTS, VERBS, OnWords
from dialogs.turn import Press, Reply, Turn, refused, say
from dialogs.understanding import Intent, Understood
from dialogs.understanding.folding import READ_CHARACTERS, readable
from dialogs.understanding.wishes import asks_another
from dialogs.units import unit_of
from domain.errors import BadInput, DeskError, OutOfDate
from domain.people import Role

WAITING = frozenset({"awaiting", "text", "asked"})
"""What a conversation remembers of a question, for the next sentence only."""


async def answer(turn: Turn, *, begin: Begin) -> Reply:
    """Return what the desk answers to *turn*, and what its writer must know beside it.

    Raises:
        DeskError: it can't be done; the edge words it, and what the turn had changed is undone.
    """
    beside = [say("identity-number-masked")] if turn.was_masked else []
    if len(turn.text) > READ_CHARACTERS:
        beside.append(say("only-the-beginning"))
    try:
        async with begin() as whole:
            reply = await _answer(turn, begin=whole.within())
    except DeskError as refusal:
        wanted = wanted_in_parts(turn) if turn.press is None else []
        beside += aid_besides(turn, wanted)
        is_part = bool(wanted) and await _is_refused_alone(turn, wanted, refusal, begin=begin)
        after = [say("part-undone")] if is_part else []
        if not beside and not after:
            raise
        words = refused(refusal)
        reply = Reply(toast=words) if turn.press else Reply(messages=(words, *after))
    return replace(reply, messages=(*beside, *reply.messages)) if beside else reply


async def _is_refused_alone(turn: Turn, wanted: Sequence[Understood], refusal: DeskError, *, begin: Begin) -> bool:
    """Tell whether the same is refused where nothing is *wanted* besides; whatever that does is undone."""
    rest = text_without(readable(turn.text), wanted)
    if turn.understand is None or not rest:
        return False
    try:
        async with begin() as attempt:
            await _answer(replace(turn, text=rest, understood=turn.understand(rest)), begin=attempt.within())
            raise refusal
    except DeskError as alone:
        return alone is not refusal and alone.code == refusal.code


async def _answer(turn: Turn, *, begin: Begin) -> Reply:
    if turn.edited is not None:
        return await edits.answer_edit(turn, begin=begin)
    if turn.press is not None:
        return await _answer_press(turn, turn.press, begin=begin)
    return await files.with_files(turn, await _answer_words(turn, begin=begin), begin=begin)


async def _answer_press(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Do what the button says. One on an outdated card may only repeat what has been done already."""
    async with begin() as attempt:
        subject = press.text("subject") or ""
        before = await held_version_of(subject, work=attempt)
        reply = await _press(turn, press, begin=attempt.within())
        if press.text("version") != str(before) and await version_of(subject, work=attempt) != before:
            raise OutOfDate
        return reply


async def _press(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    handler = VERBS.get(press.verb)
    if handler is None:
        raise BadInput(field="verb", lowest="", highest="")
    return await handler(turn, press, begin=begin)


async def _answer_words(turn: Turn, *, begin: Begin) -> Reply:
    if not turn.text.strip():
        return await files.take_wordless(turn, begin=begin)
    turn = await talks.meant_for_the_desk(turn, begin=begin)
    if turn.understood is None:
        return await around.not_understood(turn, begin=begin)
    understood = with_faults_beside(turn, with_number(turn, turn.understood))
    turn = replace(turn, understood=understood)
    if understood.more and understood.intent not in {Intent.ORDER, Intent.ISSUE}:
        return _without_waiting(turn, await _answer_beside(turn, understood, begin=begin))
    return _without_waiting(turn, await _answer_said(turn, understood, begin=begin))


async def _answer_said(turn: Turn, understood: Understood, *, begin: Begin) -> Reply:
    for dialog in _asked_of(turn.person.roles):
        reply = await dialog(turn, begin=begin)
        if reply is not None:
            return reply
    return await _answer_wishes(turn, understood, begin=begin)


async def _answer_beside(turn: Turn, command: Understood, *, begin: Begin) -> Reply:
    """Answer what is asked of a request as if it were said alone, and what else is wanted; a fault before anything."""
    first, *more = command.more
    alone = replace(command, more=())
    said = replace(turn, text=text_without(turn.text, command.more), understood=alone)
    wanted = await tried(partial(_answer_wishes, turn, replace(first, more=tuple(more))), begin=begin)
    done = await tried(partial(_answer_said, said, alone), begin=begin)
    return together(done, wanted, is_fault=any(each.intent is Intent.ISSUE for each in command.more))


def _without_waiting(turn: Turn, reply: Reply) -> Reply:
    """Let a sentence wait for the next one only, so that it is not mixed into another wish later."""
    if reply.state is not None or "awaiting" not in turn.state:
        return reply
    return replace(reply, state={name: each for name, each in turn.state.items() if name not in WAITING})


async def _resume(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take up the sentence that waited for what was missing in it, if that has been said now."""
    waiting = turn.state.get("text")
    if not isinstance(waiting, str) or turn.understand is None or turn.understood is None:
        return None
    whole = _RESUMED.get(str(turn.state.get("awaiting")), _with_wish)(turn, turn.understood, waiting)
    if whole is None or whole.understood is None:
        return None
    for dialog in (again.again_by_words, changes.change_by_words, indicators.indicators_by_words):
        reply = await dialog(whole, begin=begin)
        if reply is not None:
            return reply
    return await _answer_wishes(whole, whole.understood, begin=begin)


def _with_unit(turn: Turn, _: Understood, waiting: str) -> Turn | None:
    understood = turn.understand(waiting) if turn.understand else None
    again = replace(turn, text=f"{waiting} {turn.text}", understood=understood, state={})
    return again if unit_of(again, "issue.report") is not None else None


def _with_wish(turn: Turn, said: Understood, waiting: str) -> Turn | None:
    whole = f"{turn.text}. {waiting}"
    if turn.understand is None or (said.service is None and said.object is None):
        return None
    return replace(turn, text=whole, understood=turn.understand(whole), state={})


def _numbered(turn: Turn, said: Understood, waiting: str) -> Turn | None:
    if turn.understand is None or NUMBER.fullmatch(turn.text.strip(" .!")) is None:
        return None
    return replace(turn, text=waiting, understood=replace(turn.understand(waiting), number=said.number), state={})


_RESUMED: Mapping[str, Callable[[Turn, Understood, str], Turn | None]] = {
    "unit": _with_unit,
    "number": _numbered,
    indicators.SCOPE: lambda turn, _, waiting: indicators.with_unit(turn, waiting),
}


@only_of(Role.COORDINATOR)
async def _give(turn: Turn, *, begin: Begin) -> Reply | None:
    """Let a coordinator give a request to somebody."""
    if not desk.is_giving(turn):
        return await desk.move_by_words(turn, begin=begin) or await desk.give_named(turn, begin=begin)
    return await desk.give_by_words(turn, begin=begin)


async def _answer_wishes(turn: Turn, first: Understood, *, begin: Begin) -> Reply:
    """Answer each wish of the sentence, in order; the last one is what the conversation is about.

    Of several drafts each can be settled by a word, one after the other.
    """
    if not first.more:
        return await _answer_wish(replace(turn, understood=first), first, 0, begin=begin)
    wishes = (first, *first.more)
    parts = [partial(_answer_wish, replace(turn, understood=wish), wish, nth) for nth, wish in enumerate(wishes)]
    replies = [await tried(part, begin=begin) for part in parts]
    said = [message for reply in replies for message in reply.messages]
    messages = tuple(message for nth, message in enumerate(said) if message not in said[:nth])
    foci = [str(reply.state.get("focus")) for reply in replies if reply.state is not None]
    others = [focus for focus in foci[:-1] if focus.startswith("draft:")]
    chosen = [reply.language for reply in replies if reply.language is not None]
    last = replace(replies[-1], language=chosen[-1] if chosen else None)
    if last.state is not None and others:
        return replace(last, messages=messages, state={**last.state, "others": others})
    return replace(last, messages=messages)


async def _answer_wish(turn: Turn, wish: Understood, nth: int, *, begin: Begin) -> Reply:
    if wish.intent is Intent.ORDER and not around.may_order(turn):
        is_employee = turn.person.has_role(Role.SERVICE_EMPLOYEE)
        found = await _answer_employee(turn, wish, begin=begin) if is_employee else None
        return found or await around.say_who_orders(turn, begin=begin)
    if wish.intent is Intent.ORDER:
        return await order.start_order(turn, wish, nth, begin=begin)
    if wish.intent is Intent.ISSUE:
        return await start_issue(turn, wish, begin=begin)
    by_role = BY_ROLE.get(wish.intent)
    if by_role is not None:
        return await by_role(turn, begin=begin)
    return await INTENTS[wish.intent](turn, begin=begin)


async def _answer_employee(turn: Turn, wish: Understood, *, begin: Begin) -> Reply | None:
    """Answer what would be an order from anybody who orders: hours worked, work taken, a question, or a fault."""
    if wish.hours is not None:
        return await hours.hours_by_words(turn, begin=begin)
    if claims.is_taking(turn.text):
        return await claims.take_named(turn, wish, begin=begin)
    if waiting.is_wondering(turn.text):
        return Reply(messages=(say("ask-requester-how"),))
    if wish.object is None or (asks_another(turn.text) and unit_of(turn, "issue.report") is None):
        return None
    return await start_issue(turn, wish, begin=begin)


async def _yes(turn: Turn, *, begin: Begin) -> Reply:
    """Take a yes as what it can mean for this person: an offered assignment, an approval, a suggestion."""
    person = turn.person
    is_acceptance = turn.understood is not None and turn.understood.intent is Intent.ACCEPT
    if is_acceptance and person.has_role(Role.SERVICE_EMPLOYEE):
        return await work.accept_by_words(turn, begin=begin)
    if person.has_role(Role.PRINCIPAL):
        return await my_requests.decide_by_words(turn, is_yes=True, begin=begin)
    if await my_requests.is_asked_for_another(turn, begin=begin):
        return await my_requests.decide_by_words(turn, is_yes=True, begin=begin)
    if person.has_role(Role.COORDINATOR):
        given = await desk.give_by_words(turn, begin=begin)
        written = given or await talks.write_to_waiting(turn, begin=begin)
        return written or await desk.show_queue(turn, begin=begin)
    if person.has_role(Role.SERVICE_EMPLOYEE):
        return await work.accept_by_words(turn, begin=begin)
    return await talks.write_to_waiting(turn, begin=begin) or Reply(messages=(say("nothing-to-answer"),))


async def _no(turn: Turn, *, begin: Begin) -> Reply:
    """Take a no as what it can mean: a principal's rejection, an employee's decline."""
    if turn.person.has_role(Role.SERVICE_EMPLOYEE):
        return await work.decline_by_words(turn, begin=begin)
    if turn.person.has_role(Role.PRINCIPAL) or await my_requests.is_asked_for_another(turn, begin=begin):
        return await my_requests.decide_by_words(turn, is_yes=False, begin=begin)
    return await talks.write_to_waiting(turn, begin=begin) or Reply(messages=(say("all-right"),))


async def _assignments(turn: Turn, *, begin: Begin) -> Reply:
    """Show a coordinator the queue and an employee their assignments; anybody else what to do about it, or help."""
    if turn.person.has_role(Role.COORDINATOR):
        return await desk.show_queue(turn, begin=begin)
    if turn.person.has_role(Role.SERVICE_EMPLOYEE):
        return await work.show_assignments(turn, begin=begin)
    return await tell_what_to_do(turn, begin=begin) or await around.show_help(turn, begin=begin)


BY_ROLE: Mapping[Intent, OnWords] = {
    Intent.APPROVE: _yes,
    Intent.ACCEPT: _yes,
    Intent.REJECT: _no,
    Intent.DECLINE: _no,
    Intent.CANCEL: my_requests.cancel_by_words,
    Intent.ASSIGNMENTS: _assignments,
}

_WORDS: Sequence[Dialog] = (
    comments.remark_by_words,
    approvals.answer_by_words,
    talks.pass_on,
    talks.write_on,
    announced.announced_by_words,
    announcements.announcement_by_words,
    waiting.wait_by_words,
    approvals.ask_by_words,
    approvals.waiting_by_words,
    comments.comment_by_words,
    agreements.agreement_by_words,
    substitutes.substitute_by_words,
    closing.close_by_words,
    order.ask_what_to_change,
    series.answer_series,
    catalogue.answer_catalogue,
    answer_asked,
    joining.answer_same,
    handing_on.answer_handing,
    _resume,
    overview.overview_by_words,
    standing.piece_by_number,
    handing_on.hand_on_one_by_words,
    standing.confirm_for_by_words,
    standing.confirm_by_words,
    handing_on.hand_on_by_words,
    handing_on.swap_by_words,
    brief.brief_by_words,
    board.board_by_words,
    team.team_by_words,
    training.training_by_words,
    plan.plan_by_words,
    questions.questions_by_words,
    survey_after.after_by_words,
    survey.answer_survey,
    listing.late_by_words,
    claims.open_by_words,
    sending_on.send_by_words,
    counts.count_by_words,
    indicators.indicators_by_words,
    rounds.round_by_words,
    causes.causes_by_words,
    commitments.month_by_words,
    commitments.answer_commitments,
    audit.audit_by_words,
    calendars.calendar_by_words,
    economy.hours_left_by_words,
    hours.hours_of_by_words,
    economy.promises_by_words,
    plan.bundle_by_words,
    plan.split_by_words,
    absence.others_by_words,
    absence.late_by_words,
    desk.who_can_by_words,
    _give,
    again.again_by_words,
    changes.change_by_words,
    listing.list_by_words,
    afterwards.answer_afterwards,
    settling.settle_draft,
    absence.back_by_words,
    survey.answer_unread,
    talks.write_back,
)
"""Who is asked first what a sentence means where it stands, in order; the first that knows answers."""


@cache
def _asked_of(roles: frozenset[Role]) -> Sequence[Dialog]:
    return [dialog for dialog in _WORDS if hears(dialog, roles)]
