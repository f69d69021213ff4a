"""The year wheel as a conversation: what is due, fill in, put off, say how far it has come."""

import re
from dataclasses import replace
from datetime import date

from actions.commitments import fill_in, get_commitment, set_commitment_status, snooze_commitment, subject_of
from actions.ports import Begin
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import Intent, commitment_words
from dialogs.understanding.folding import fold
from domain.commitments import Commitment, CommitmentStatus
from domain.errors import BadInput, NotFound
from domain.notices import Message
from domain.worktime import local_date

SUBJECT = "commitment"


async def answer_commitments(turn: Turn, *, begin: Begin) -> Reply | None:
    """Answer a press or words about the year wheel; None when the turn is about something else.

    Raises:
        DeskError: it is not theirs to read or edit, or what was filled in can't be used.
    """
    if turn.press is not None:
        return await _press(turn, turn.press, begin=begin)
    folded = fold(turn.text.strip())
    commitment = await _find_meant(turn, folded, begin=begin)
    if commitment is not None:
        reply = await _act(turn, commitment, folded, begin=begin)
        if reply is not None:
            return reply
    intent = turn.understood.intent if turn.understood else Intent.UNKNOWN
    if intent is Intent.REPORTS:
        return Reply(messages=(_wheel(turn),))
    if intent is Intent.SNOOZE:
        return Reply(messages=(say("commitment-which"),))
    return None


async def _press(turn: Turn, press: Press, *, begin: Begin) -> Reply | None:
    if press.verb == "commitment.fill":
        return await _fill(turn, id_in(press, SUBJECT), press.text("comment"), begin=begin, is_pressed=True)
    if press.verb == "commitment.snooze":
        until = _day(press.text("date"))
        return await _snooze(turn, id_in(press, SUBJECT), until, begin=begin, is_pressed=True)
    if press.verb == "commitment.status":
        status = _status(press.text("status"))
        return await _set_status(turn, id_in(press, SUBJECT), status, begin=begin, is_pressed=True)
    if press.verb == "wheel.show":
        return Reply(card=_wheel(turn))
    if press.verb == "commitment.show":
        return await _open(turn, id_in(press, SUBJECT), begin=begin)
    return None


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise BadInput(field="date", lowest="", highest="") from None


def _status(written: str | None) -> CommitmentStatus:
    try:
        return CommitmentStatus(written or "")
    except ValueError:
        raise BadInput(field="status", lowest="", highest="") from None


async def _find_meant(turn: Turn, folded: str, *, begin: Begin) -> Commitment | None:
    """Return the commitment whose code stands in the text, or else the one that the conversation is about."""
    codes = [found.upper() for found in commitment_words.CODE.findall(turn.text)]
    kind, _, focused = (turn.focus or "").partition(":")
    if kind == SUBJECT and not codes and (_is_order(folded) or _is_snooze(turn)):
        codes = [focused]
    elif kind == SUBJECT and commitment_words.FILL.match(folded):
        # "Fyll i: PV1 går bra" names a unit and no commitment.
        codes.append(focused)
    if not codes:
        return None
    async with begin() as work:
        for code in codes:
            try:
                return await get_commitment(code, work)
            except NotFound:
                continue
    return None


def _without_code(note: str, code: str) -> str:
    """Return *note* without the commitment's own code before it; that of a unit or an indicator belongs to it."""
    return re.sub(rf"^{re.escape(code)}(?![\w-])[\s:]*", "", note, flags=re.IGNORECASE)


def _is_order(folded: str) -> bool:
    patterns = (
        commitment_words.FILL,
        commitment_words.SNOOZE,
        commitment_words.CHANGE,
        *commitment_words.STATUS.values(),
    )
    return any(pattern.search(folded) for pattern in patterns)


def _is_snooze(turn: Turn) -> bool:
    return turn.understood is not None and turn.understood.intent is Intent.SNOOZE


async def _act(turn: Turn, commitment: Commitment, folded: str, *, begin: Begin) -> Reply | None:
    """Do what the words say with *commitment*; nothing said but its code shows it."""
    filled = commitment_words.FILL.match(folded)
    if filled is not None:
        note = _without_code(turn.text.strip()[filled.start("note") :], commitment.code)
        if note:
            return await _fill(turn, commitment.code, note, begin=begin)
        return await _ask(turn, commitment.code, "commitment-fill-how", begin=begin)
    if commitment_words.SNOOZE.search(folded) or _is_snooze(turn):
        return await _snooze(turn, commitment.code, _wanted_day(turn), begin=begin)
    for status, pattern in commitment_words.STATUS.items():
        if pattern.search(folded):
            return await _set_status(turn, commitment.code, status, begin=begin)
    if commitment_words.CHANGE.search(folded):
        return await _ask(turn, commitment.code, "commitment-status-how", begin=begin)
    is_other = turn.understood is not None and turn.understood.intent not in {Intent.UNKNOWN, Intent.REPORTS}
    return None if is_other else await _open(turn, commitment.code, begin=begin)


def _wanted_day(turn: Turn) -> date | None:
    when = turn.understood.when if turn.understood else None
    moment = (when.start or when.end) if when else None
    return local_date(moment) if moment else None


async def _ask(turn: Turn, code: str, how: str, *, begin: Begin) -> Reply:
    """Say how it is written, and show the card where it can be filled in or pressed."""
    opened = await _open(turn, code, begin=begin)
    return replace(opened, messages=(say(how, code=code), *opened.messages))


async def _open(turn: Turn, code: str, *, begin: Begin) -> Reply:
    async with begin() as work:
        commitment = await get_commitment(code, work)
    is_own = turn.person.has_role(commitment.responsible_role)
    if not turn.catalogue.permissions.allows(turn.person, "commitment.edit", is_own=is_own):
        turn.catalogue.permissions.demand(turn.person, "commitment.read", is_own=is_own)
    subject = subject_of(code)
    return Reply(messages=(show("commitment", subject),), state={"focus": subject})


def _wheel(turn: Turn) -> Message:
    turn.catalogue.permissions.demand(turn.person, "commitment.read", is_own=True)
    return show("wheel")


async def _fill(turn: Turn, code: str, note: str | None, *, begin: Begin, is_pressed: bool = False) -> Reply:
    missing = await fill_in(code, note, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    key = "commitment-noted-missing" if missing else "commitment-noted"
    # The kind stands before the colon: the person writes the code.
    codes = ", ".join(each.partition(":")[2] for each in missing)
    message = say(key, code=code, codes=codes) if missing else say(key, code=code)
    return Reply(toast=message) if is_pressed else _said(message, code)


async def _snooze(turn: Turn, code: str, until: date | None, *, begin: Begin, is_pressed: bool = False) -> Reply:
    chosen = await snooze_commitment(code, until, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    message = say("commitment-put-off", code=code, until_on=chosen.isoformat())
    return Reply(toast=message) if is_pressed else _said(message, code)


async def _set_status(
    turn: Turn, code: str, status: CommitmentStatus, *, begin: Begin, is_pressed: bool = False
) -> Reply:
    after = await set_commitment_status(code, status, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    if after.status is status:
        message = say(f"commitment-now-{status.value.replace('_', '-')}", code=code)
    else:
        message = say("commitment-moved-on", code=code, due_on=after.due.isoformat())
    return Reply(toast=message) if is_pressed else _said(message, code)


def _said(message: Message, code: str) -> Reply:
    return Reply(messages=(message,), state={"focus": subject_of(code)})
