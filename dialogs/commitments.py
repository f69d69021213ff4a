"""The year wheel as a conversation: what is due, fill in, put off, say how far it has come."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from actions.commitments import (
    Told,
    fill_in,
    get_commitment,
    list_commitments,
    set_commitment_status,
    snooze_commitment,
    subject_of,
)
from actions.ports import Begin
from dialogs.cards.commitment import OTHER
from dialogs.inputs import day_in, day_said
from dialogs.moving import move_by_words
from dialogs.risks import assess_by_words
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import Intent, commitment_words
from dialogs.understanding.commitment_titles import title_words, titles_with
from dialogs.understanding.folding import fold
from dialogs.understanding.spans import days_said
from dialogs.understanding.wheel_words import wheel_month
from domain.commitments import Commitment, CommitmentStatus
from domain.errors import BadInput, NotFound
from domain.notices import Message
from domain.people import Role
from domain.worktime import local_date
from texts.format import listed

SUBJECT = "commitment"
MOST_NAMED = 4
"""How many commitments are named where several can be meant."""
_LOOSE = frozenset(
    {Intent.REPORTS, Intent.UNKNOWN, Intent.CATALOGUE, Intent.ECONOMY, Intent.INDICATORS, Intent.FINISH, Intent.PAUSE}
)
"""What a sentence about a commitment's title reads as."""
_MONTH = re.compile(r"20[0-9]{2}-(?:0[1-9]|1[0-2])")


async def answer_commitments(turn: Turn, *, begin: Begin) -> Reply | None:
    """Answer words about the year wheel; None when the turn is about something else.

    Raises:
        DeskError: it is not theirs to read or edit, or what was filled in can't be used.
    """
    folded = fold(turn.text.strip())
    unknown = await _unknown(turn, folded, begin=begin)
    if unknown is not None:
        return Reply(messages=(say("commitment-unknown", code=unknown),))
    words = _title_said(turn, folded)
    titled = await _titled(turn, words, begin=begin) if words else ()
    told = _lacking(turn, folded, words, titled)
    if told is not None:
        return told
    commitment = titled[0] if titled else await _find_meant(turn, folded, begin=begin)
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


async def press_fill(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Keep what was filled in."""
    note = _about(press.text("unit"), press.text("comment"))
    return Reply(toast=await _fill(turn, id_in(press, SUBJECT), note, begin=begin))


async def press_snooze(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Put it off until the day that was chosen."""
    return Reply(toast=await _snooze(turn, id_in(press, SUBJECT), day_in(press, "date"), begin=begin))


async def press_status(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Keep how far it has come, with the comment."""
    status = _status(press.text("status"))
    code, comment = id_in(press, SUBJECT), press.text("note")
    return Reply(toast=await _set_status(turn, code, status, begin=begin, comment=comment))


async def press_show(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Show one commitment."""
    return await _open(turn, id_in(press, SUBJECT), begin=begin)


async def press_wheel(turn: Turn, press: Press, *, begin: Begin) -> Reply:  # noqa: ARG001  # called as all presses are
    """Show the year wheel, a month of it, or the risks."""
    if press.data.get("risks"):
        return Reply(card=_wheel(turn, risks=True))
    return Reply(card=_wheel(turn, month=_month(press.text("month"))))


def _about(code: str | None, comment: str | None) -> str | None:
    """Return the comment with the code of what it fills in before it, where that was chosen."""
    return f"{code}: {comment}" if code and code != OTHER and comment else comment


def _month(written: str | None) -> str:
    if written is not None and _MONTH.fullmatch(written) is None:
        raise BadInput(field="month", lowest="", highest="")
    return written or ""


def _status(written: str | None) -> CommitmentStatus:
    try:
        return CommitmentStatus(written or "")
    except ValueError:
        raise BadInput(field="status", lowest="", highest="") from None


async def _find_meant(turn: Turn, folded: str, *, begin: Begin) -> Commitment | None:
    """Return the commitment whose code stands in the text, or else the one that the conversation is about."""
    codes = [found.upper() for found in commitment_words.CODE.findall(_head(turn.text) or turn.text)]
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


def _lacking(turn: Turn, folded: str, words: Sequence[str], titled: Sequence[Commitment]) -> Reply | None:
    """Ask which commitment is meant, or say that there is none such or how one is added; None where one is clear."""
    if commitment_words.ADD.match(folded):
        turn.catalogue.permissions.demand(turn.person, "commitment.read", is_own=True)
        return Reply(messages=(say("commitment-add-how"),))
    if len(titled) > 1:
        return _ask_which(turn, titled)
    is_report = turn.understood is not None and turn.understood.intent is Intent.REPORTS
    if not words or titled or not is_report or commitment_words.SHOWING.match(folded):
        return None
    # A wheel alone would look as if what was said had been kept.
    return Reply(messages=(say("commitment-not-found"), _wheel(turn)))


def _title_said(turn: Turn, folded: str) -> Sequence[str]:
    """Return the words of what is said to have come somewhere, where they may be a title; none for anything else.

    What is done by somebody who does or plans work is mostly that: there a single word of it is no title.
    """
    if turn.understood is None or _status_said(folded) is None or commitment_words.CODE.search(turn.text):
        return ()
    words = title_words(_head(turn.text) or turn.text)
    if turn.understood.intent not in (_LOOSE if len(words) > 1 or not _works(turn) else {Intent.REPORTS}):
        return ()
    return words if turn.catalogue.permissions.allows(turn.person, "commitment.read", is_own=True) else ()


async def _titled(turn: Turn, words: Sequence[str], *, begin: Begin) -> Sequence[Commitment]:
    """Return the commitments with *words* in their titles, by due day; only the one spoken of, if it is among them."""
    async with begin() as work:
        wheel = await list_commitments(work)
    codes = titles_with(words, {each.code: (each.title_sv, each.title_en) for each in wheel})
    found = [each for each in wheel if each.code in codes]
    return [each for each in found if subject_of(each.code) == turn.focus] or found


def _works(turn: Turn) -> bool:
    return turn.person.has_role(Role.COORDINATOR) or turn.person.has_role(Role.SERVICE_EMPLOYEE)


def _ask_which(turn: Turn, found: Sequence[Commitment]) -> Reply:
    called = [f"{each.code} {each.title_en if turn.language == 'en' else each.title_sv}" for each in found[:MOST_NAMED]]
    names = listed(called, turn.language, is_choice=len(found) <= MOST_NAMED)
    return Reply(messages=(say("commitment-which-title", names=names, code=found[0].code),))


async def _unknown(turn: Turn, folded: str, *, begin: Begin) -> str | None:
    """Return the code that the text is about where it looks like those of the year wheel, and none has it.

    "M99 är klart" is not about what was talked of before.
    """
    if commitment_words.LIKE_CODE.search(folded) is None:
        return None
    is_about_one = commitment_words.ONE.match(folded) or _is_order(folded) or _is_snooze(turn)
    named = list(commitment_words.LIKE_CODE.finditer(fold(_head(turn.text)) or folded)) if is_about_one else []
    if not named or not turn.catalogue.permissions.allows(turn.person, "commitment.read", is_own=True):
        return None
    async with begin() as work:
        known = {each.code.lower() for each in await work.commitments.all()}
    prefixes = {code.rstrip("0123456789") for code in known}
    alike = [found["code"] for found in named if found["prefix"] in prefixes]
    return alike[0].upper() if alike and known.isdisjoint(alike) else None


def _head(text: str) -> str:
    """Return how far it is said to have come, without what is said about it; nothing where *text* says no such thing.

    "U1 pågår: väntar på PV1" is about U1, is ongoing, and waits for nothing.
    """
    head = commitment_words.SAID.split(text, maxsplit=1)[0]
    folded = fold(head)
    return head if _status_said(folded) and not commitment_words.FILL.match(folded) else ""


def _status_said(folded: str) -> CommitmentStatus | None:
    """Return how far it is said to have come; a question says nothing, and what is nearly done goes on."""
    if commitment_words.ASKING.search(folded):
        return None
    found = next((status for status, each in commitment_words.STATUS.items() if each.search(folded)), None)
    if found is CommitmentStatus.FINISHED and commitment_words.NOT_YET.search(folded):
        return None
    is_nearly = found is CommitmentStatus.FINISHED and commitment_words.NEARLY.search(folded)
    return CommitmentStatus.ONGOING if is_nearly else found


def _comment(text: str) -> str | None:
    parts = commitment_words.SAID.split(text.strip(), maxsplit=1)
    return parts[1] if len(parts) > 1 else None


def _without_code(note: str, code: str) -> str:
    """Return *note* without the commitment's own code before it; that of a unit or an indicator belongs to it."""
    return re.sub(rf"^{re.escape(code)}(?![\w-])[\s:]*", "", note, flags=re.IGNORECASE)


def _is_order(folded: str) -> bool:
    patterns = (
        commitment_words.FILL,
        commitment_words.SNOOZE,
        commitment_words.CHANGE,
        commitment_words.MOVE,
        commitment_words.HAND_OVER,
        commitment_words.ASSESS,
    )
    return _status_said(folded) is not None or any(pattern.search(folded) for pattern in patterns)


def _is_snooze(turn: Turn) -> bool:
    return turn.understood is not None and turn.understood.intent is Intent.SNOOZE


async def _act(turn: Turn, commitment: Commitment, folded: str, *, begin: Begin) -> Reply | None:
    """Do what the words say with *commitment*; nothing said but its code shows it."""
    changed = await move_by_words(turn, commitment, begin=begin) or await assess_by_words(turn, commitment, begin=begin)
    if changed is not None:
        return changed
    filled = commitment_words.FILL.match(folded)
    if filled is not None:
        note = _without_code(turn.text.strip()[filled.start("note") :], commitment.code)
        if note and not commitment_words.MERE_CODE.fullmatch(fold(note)):
            return _said(await _fill(turn, commitment.code, note, begin=begin), commitment.code)
        return await _ask(turn, commitment.code, "commitment-fill-how", begin=begin)
    if commitment_words.SNOOZE.search(folded) or _is_snooze(turn):
        return _said(await _snooze(turn, commitment.code, _until(turn, folded), begin=begin), commitment.code)
    head = fold(_head(turn.text))
    status = _status_said(head or folded)
    if status is not None:
        comment = _comment(turn.text) if head else None
        if status is CommitmentStatus.FINISHED and _is_later(turn, head):
            status, comment = CommitmentStatus.ONGOING, comment or turn.text.strip()
        said = await _set_status(turn, commitment.code, status, begin=begin, comment=comment)
        return _said(said, commitment.code)
    how = _how(folded)
    if how is not None:
        return await _ask(turn, commitment.code, how, begin=begin)
    is_other = turn.understood is not None and turn.understood.intent not in {Intent.UNKNOWN, Intent.REPORTS}
    return None if is_other else await _open(turn, commitment.code, begin=begin)


def _is_later(turn: Turn, head: str) -> bool:
    """Tell whether what is said to be done is only to be: "U1 klar imorgon"."""
    said = turn
    if head != fold(turn.text) and turn.understand is not None:
        # What is said about it may name a day of something else.
        said = replace(turn, text=head, understood=turn.understand(head))
    day = day_said(said)
    return day is not None and day > local_date(turn.at)


def _how(folded: str) -> str | None:
    """Return what says how it is written, where what to do is said and not how far, until when or to whom."""
    if commitment_words.MOVE_HOW.match(folded):
        return "commitment-move-how"
    if commitment_words.HAND_OVER_HOW.match(folded):
        return "commitment-handover-how"
    is_not_done = commitment_words.STATUS[CommitmentStatus.FINISHED].search(folded) and commitment_words.NOT_YET.search(
        folded
    )
    is_status = commitment_words.CHANGE.search(folded) or (is_not_done and not commitment_words.ASKING.search(folded))
    return "commitment-status-how" if is_status else None


def _until(turn: Turn, folded: str) -> date | None:
    """Return the day until which it is put off: the one that is said, or after the time that is; None for neither.

    Raises:
        BadInput: the day has been.
    """
    day, days = day_said(turn), days_said(turn.text)
    if day is None and commitment_words.GONE.search(folded):
        raise BadInput(field="date", lowest="", highest="")
    return local_date(turn.at) + timedelta(days=days) if day is None and days is not None else day


async def _ask(turn: Turn, code: str, how: str, *, begin: Begin) -> Reply:
    """Say how it is written, and show the card where it can be filled in or pressed."""
    opened = await _open(turn, code, begin=begin)
    return replace(opened, messages=(say(how, code=code), *opened.messages))


async def _open(turn: Turn, code: str, *, begin: Begin) -> Reply:
    async with begin() as work:
        commitment = await get_commitment(code, work)
    is_own = commitment.is_of(turn.person)
    if not turn.catalogue.permissions.allows(turn.person, "commitment.edit", is_own=is_own):
        turn.catalogue.permissions.demand(turn.person, "commitment.read", is_own=is_own)
    subject = subject_of(code)
    return Reply(messages=(show("commitment", subject),), state={"focus": subject})


def _wheel(turn: Turn, *, month: str = "", risks: bool = False) -> Message:
    turn.catalogue.permissions.demand(turn.person, "commitment.read", is_own=True)
    if risks:
        return show("wheel", risks=True)
    return show("wheel", month=month) if month else show("wheel")


async def month_by_words(turn: Turn, *, begin: Begin) -> Reply | None:  # noqa: ARG001  # called as all dialogs are
    """Show what is due in the month that the sentence names; None for any other sentence.

    Raises:
        NotAllowed: the person may see no commitment.
    """
    month = wheel_month(turn.text, today=local_date(turn.at))
    return None if month is None else Reply(messages=(_wheel(turn, month=f"{month:%Y-%m}"),))


async def _fill(turn: Turn, code: str, note: str | None, *, begin: Begin) -> Message:
    outcome = commitment_words.OUTCOME.fullmatch((note or "").strip())
    told = Told(**outcome.groupdict()) if outcome else None
    missing = await fill_in(code, note, told=told, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    key = "commitment-noted-missing" if missing else "commitment-noted"
    # The kind stands before the colon: the person writes the code.
    codes = ", ".join(each.partition(":")[2] for each in missing)
    return say(key, code=code, codes=codes) if missing else say(key, code=code)


async def _snooze(turn: Turn, code: str, until: date | None, *, begin: Begin) -> Message:
    chosen = await snooze_commitment(code, until, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return say("commitment-put-off", code=code, until_on=chosen.isoformat())


async def _set_status(
    turn: Turn,
    code: str,
    status: CommitmentStatus,
    *,
    begin: Begin,
    comment: str | None = None,
) -> Message:
    after = await set_commitment_status(
        code, status, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at, comment=comment
    )
    if after.status is status:
        return say(f"commitment-now-{status.value.replace('_', '-')}", code=code)
    return say("commitment-moved-on", code=code, due_on=after.due.isoformat())


def _said(message: Message, code: str) -> Reply:
    return Reply(messages=(message,), state={"focus": subject_of(code)})
