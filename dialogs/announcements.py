"""Announcements as a conversation: written for each audience, approved, sent, read, asked about, taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time

from actions.announcement_talks import ask_sender
from actions.announcements import (
    APPROVERS,
    SEND,
    approve_announcement,
    ask_for_approval,
    draft_announcement,
    mark_read,
    recall_announcement,
    reject_announcement,
    remind_unread,
    send_announcement,
    write_piece,
)
from actions.ports import Begin
from dialogs.cards.announcement import BETWEEN, EVERYWHERE
from dialogs.inputs import day_in
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding.announcement_words import (
    NUMBER,
    AnnouncementWords,
    Said,
    audiences_in,
    read_announcement,
    split_where,
)
from dialogs.understanding.folding import fold
from dialogs.units import units_named
from domain.announcements import Announcement, AnnouncementStatus, Piece
from domain.errors import BadInput, NotAllowed
from domain.notices import Message
from domain.people import Person
from domain.worktime import STOCKHOLM, at_local, local_date

OWN, SENT = "announcement", "information"
MOST_LOOKED_AT = 20
MORNING = time(8)
OF_READER = frozenset({Said.ASK, Said.MINE})
OF_APPROVER = frozenset({Said.APPROVE, Said.REJECT})
S = AnnouncementStatus
FITTING = {
    Said.WRITE: {S.DRAFT, S.ASKED, S.SCHEDULED},
    Said.REWRITE: {S.DRAFT, S.ASKED, S.SCHEDULED},
    Said.AFFECTS: {S.DRAFT, S.ASKED, S.SCHEDULED},
    Said.APPROVAL: {S.DRAFT, S.ASKED},
    Said.SEND: {S.DRAFT, S.SCHEDULED},
    Said.RECALL: {S.DRAFT, S.ASKED, S.SCHEDULED, S.SENT},
    Said.REMIND: {S.SENT},
}
"""In which states something is said of an announcement that is not named."""


async def press_write(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Keep what was written for the audience that was chosen."""
    piece = Piece(
        audience=press.text("audience") or "", words=press.text("comment") or "", affects=press.text("note") or ""
    )
    chosen = press.text("unit")
    units = None if chosen is None else [each for each in chosen.split(BETWEEN) if each != EVERYWHERE]
    held = await write_piece(
        id_in(press, OWN), piece, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at, units=units
    )
    return Reply(card=_own(held), toast=say("announcement-written"))


async def press_approval(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Ask the chosen one to approve it."""
    person = press.text("person")
    if person is None:
        raise BadInput(field="person", lowest="", highest="")
    return await _ask_approval(turn, id_in(press, OWN), person, begin=begin)


async def press_approve(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Approve it."""
    return await _approve(turn, id_in(press, OWN), begin=begin)


async def press_reject(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Say no to it, with why."""
    return await _reject(turn, id_in(press, OWN), press.text("comment"), begin=begin)


async def press_send(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Send it at once."""
    return await _send(turn, id_in(press, OWN), None, begin=begin)


async def press_schedule(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Let it be sent on the day and at the time that were filled in."""
    return await _send(turn, id_in(press, OWN), _moment(press), begin=begin)


def _moment(press: Press) -> datetime:
    day = day_in(press, "date")
    try:
        clock = time.fromisoformat(press.text("time") or "08:00")
    except ValueError:
        raise BadInput(field="time", lowest="", highest="") from None
    if day is None:
        raise BadInput(field="date", lowest="", highest="")
    return at_local(day, clock)


async def press_recall(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Take it back."""
    return await _recall(turn, id_in(press, OWN), begin=begin)


async def press_remind(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Remind those who have not read it."""
    return await _remind(turn, id_in(press, OWN), begin=begin)


async def press_read(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Note that who pressed has read it."""
    return await _read(turn, id_in(press, SENT), begin=begin)


async def press_ask(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Put a question to its sender."""
    return await _ask(turn, id_in(press, SENT), press.text("comment"), begin=begin)


async def announcement_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Do what the sentence says about an announcement; None for any other sentence.

    Raises:
        DeskError: it is not theirs to do, or can't be done as it stands.
    """
    spoken = read_announcement(turn.text)
    if spoken is None:
        return None
    if spoken.said is Said.NEW:
        return await _draft(turn, spoken, begin=begin)
    if spoken.said is Said.LACKING:
        return _tell_how(turn, spoken)
    meant = await _find_meant(turn, spoken, begin=begin)
    if meant is None and spoken.is_named and spoken.said in FITTING and not _sends(turn):
        raise NotAllowed(action=SEND)
    if meant is None:
        return Reply(messages=(say("announcement-which"),)) if spoken.is_named else None
    return await _do(turn, spoken, meant, begin=begin)


def _tell_how(turn: Turn, spoken: AnnouncementWords) -> Reply:
    """Say what is missing: the question, or whom it is for and the text."""
    if spoken.is_named:
        return Reply(messages=(say("announcement-ask-how"),))
    if not _sends(turn):
        raise NotAllowed(action=SEND)
    return Reply(messages=(say("announcement-new-how"),))


def _sends(turn: Turn) -> bool:
    """Tell whether the person may send to anybody at all."""
    allows, units = turn.catalogue.permissions.allows, turn.person.units
    return allows(turn.person, SEND) or any(allows(turn.person, SEND, unit=each) for each in units)


async def read_by_words(turn: Turn, *, begin: Begin) -> Reply:
    """Note that who writes "läst" has read what the talk is about, or else the newest that they had not read."""
    number = NUMBER.search(turn.text)
    kind, _, focused = (turn.focus or "").partition(":")
    if number is not None or kind == SENT:
        return await _read(turn, number[0].upper() if number else focused, begin=begin)
    async with begin() as work:
        for each in await work.announcements.sent_to(turn.person.code, most=MOST_LOOKED_AT):
            theirs = await work.announcements.find_reader(each.id, turn.person.code)
            if theirs is not None and theirs.read_at is None and each.status is S.SENT:
                return await _read(turn, each.id, begin=work.within())
    return Reply(messages=(say("information-nothing-unread"),))


async def _do(turn: Turn, spoken: AnnouncementWords, meant: str, *, begin: Begin) -> Reply:
    kind, _, number = meant.partition(":")
    if spoken.said in {Said.WRITE, Said.AFFECTS}:
        return await _write(turn, number, spoken, begin=begin)
    if spoken.said is Said.REWRITE:
        return await _rewrite(turn, number, spoken.words, begin=begin)
    if spoken.said is Said.APPROVAL:
        return await _ask_approval(turn, number, await _approver(spoken.who, begin=begin), begin=begin)
    if spoken.said is Said.SEND:
        return await _send(turn, number, _said_moment(turn), begin=begin)
    if spoken.said is Said.REJECT:
        return await _reject(turn, number, spoken.words, begin=begin)
    if spoken.said is Said.ASK:
        return await _ask(turn, number, spoken.words, begin=begin)
    simple = {Said.APPROVE: _approve, Said.RECALL: _recall, Said.REMIND: _remind}
    if spoken.said in simple:
        return await simple[spoken.said](turn, number, begin=begin)
    return Reply(messages=(show(kind, meant),), state={"focus": meant})


def _said_moment(turn: Turn) -> datetime | None:
    """Return when it is said to be sent: a mere day means in the morning of it."""
    when = turn.when
    moment = (when.start or when.end) if when is not None else None
    if moment is None or moment.astimezone(STOCKHOLM).time() != time(0):
        return moment
    return at_local(local_date(moment), MORNING)


async def _find_meant(turn: Turn, spoken: AnnouncementWords, *, begin: Begin) -> str | None:
    """Return the subject that is meant: of the number, else what is talked of, else the newest that it can be said of.

    What does not even say "informationen" is only meant where the talk is about one.
    """
    number = NUMBER.search(turn.text)
    async with begin() as work:
        if number is not None:
            held = await work.announcements.get(number[0].upper())
            return _seen_as(turn.person, held, spoken.said)
        kind, _, focused = (turn.focus or "").partition(":")
        if spoken.said is Said.REJECT and not spoken.is_named:
            # A mere "nej" is one only where they were asked just now.
            asked = await work.announcements.awaiting(turn.person.code)
            return turn.focus if turn.focus in {each.subject for each in asked} else None
        if spoken.said in OF_APPROVER and kind != OWN:
            asked = await work.announcements.awaiting(turn.person.code)
            return asked[0].subject if asked else None
        if kind in {OWN, SENT}:
            return _seen_as(turn.person, await work.announcements.get(focused), spoken.said, kind=kind)
        if not spoken.is_named:
            return None
        if spoken.said not in OF_READER:
            own = await work.announcements.of_sender(turn.person.code, most=MOST_LOOKED_AT)
            fitting = [each for each in own if each.status in FITTING.get(spoken.said, set(S))]
            if fitting:
                return fitting[0].subject
        sent = await work.announcements.sent_to(turn.person.code, most=1)
    return f"{SENT}:{sent[0].id}" if sent and spoken.said in OF_READER | {Said.SHOW} else None


def _seen_as(person: Person, held: Announcement, said: Said, *, kind: str = "") -> str:
    """Return under which subject *person* speaks of it: who sends and who approves see more than who reads."""
    is_own = person.code in {held.sender, held.approver}
    if said in OF_READER or not is_own or (said is Said.SHOW and kind == SENT):
        return f"{SENT}:{held.id}"
    return held.subject


async def _draft(turn: Turn, spoken: AnnouncementWords, *, begin: Begin) -> Reply:
    audiences, units = await _aimed(turn, spoken.who, begin=begin)
    pieces = [Piece(audience=each, words=spoken.words) for each in audiences]
    held = await draft_announcement(
        pieces, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at, units=units or ()
    )
    return _shown(held)


async def _aimed(turn: Turn, said: str, *, begin: Begin) -> tuple[Sequence[str], Sequence[str] | None]:
    """Return the audiences that are said, and the units whose people are meant where any are named."""
    async with begin() as work:
        outside = await work.announcements.outside()
    who, where = split_where(said)
    audiences = audiences_in(who, outside)
    units = units_named(where, turn.catalogue) if where else None
    if not audiences or (where and units is None):
        raise BadInput(field="unit" if audiences else "audience", lowest="", highest="")
    return audiences, units


async def _write(turn: Turn, number: str, spoken: AnnouncementWords, *, begin: Begin) -> Reply:
    held = None
    audiences, units = await _aimed(turn, spoken.who, begin=begin)
    for audience in audiences:
        is_text = spoken.said is Said.WRITE
        piece = Piece(audience=audience, words=spoken.words if is_text else "", affects="" if is_text else spoken.words)
        held = await write_piece(
            number, piece, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at, units=units
        )
    if held is None:
        raise BadInput(field="audience", lowest="", highest="")
    return _shown(held)


async def _rewrite(turn: Turn, number: str, words: str, *, begin: Begin) -> Reply:
    """Change the text that all its audiences read; where they read several, ask for whom it is."""
    async with begin() as work:
        held = await work.announcements.get(number)
    if len({(each.words, each.affects) for each in held.pieces}) != 1:
        return Reply(messages=(say("announcement-rewrite-how"), _own(held)), state={"focus": held.subject})
    for each in held.pieces:
        piece = replace(each, words=words)
        held = await write_piece(number, piece, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return _shown(held)


async def _approver(name: str, *, begin: Begin) -> str:
    said = fold(name).strip()
    async with begin() as work:
        people = [each for role in APPROVERS for each in await work.people.with_role(role)]
    called = {each.code for each in people if said in {fold(each.name), each.code.casefold(), *fold(each.name).split()}}
    if len(called) != 1:
        raise BadInput(field="person", lowest="", highest="")
    return called.pop()


async def _ask_approval(turn: Turn, number: str, person: str, *, begin: Begin) -> Reply:
    held = await ask_for_approval(number, person, by=turn.person, begin=begin, at=turn.at)
    return _done(turn, held, say("announcement-asked-person", to_person=person))


async def _approve(turn: Turn, number: str, *, begin: Begin) -> Reply:
    held = await approve_announcement(number, by=turn.person, begin=begin, at=turn.at)
    return _done(turn, held, say("announcement-is-approved", sender_person=held.sender))


async def _reject(turn: Turn, number: str, why: str | None, *, begin: Begin) -> Reply:
    held = await reject_announcement(number, why, by=turn.person, begin=begin, at=turn.at)
    return _done(turn, held, say("announcement-is-rejected", sender_person=held.sender))


async def _send(turn: Turn, number: str, when: datetime | None, *, begin: Begin) -> Reply:
    held = await send_announcement(number, when, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    if held.status is S.SCHEDULED and held.send_at is not None:
        return _done(turn, held, say("announcement-is-scheduled", send_at=held.send_at.isoformat()))
    return _done(turn, held, say("announcement-is-sent"))


async def _recall(turn: Turn, number: str, *, begin: Begin) -> Reply:
    held = await recall_announcement(number, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return _done(turn, held, say("announcement-is-recalled" if held.sent_at else "announcement-is-discarded"))


async def _remind(turn: Turn, number: str, *, begin: Begin) -> Reply:
    held, count = await remind_unread(number, by=turn.person, begin=begin, at=turn.at)
    return _done(turn, held, say("announcement-is-reminded", count=count))


async def _read(turn: Turn, number: str, *, begin: Begin) -> Reply:
    held = await mark_read(number, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    card = show(SENT, f"{SENT}:{held.id}")
    return _answered(turn, card, say("information-thanks"))


async def _ask(turn: Turn, number: str, question: str | None, *, begin: Begin) -> Reply:
    talk = await ask_sender(number, question, by=turn.person, begin=begin, at=turn.at)
    card = show(SENT, f"{SENT}:{number}")
    return _answered(turn, card, say("information-asked", to_person=talk.asked[0]))


def _own(held: Announcement) -> Message:
    return show(OWN, held.subject)


def _shown(held: Announcement) -> Reply:
    return Reply(messages=(_own(held),), state={"focus": held.subject})


def _done(turn: Turn, held: Announcement, told: Message) -> Reply:
    return _answered(turn, _own(held), told)


def _answered(turn: Turn, card: Message, told: Message) -> Reply:
    """Return what was done: on the card that was pressed, or as a sentence and what it is about from now on."""
    if turn.press is not None:
        return Reply(card=card, toast=told)
    return Reply(messages=(told,), state={"focus": card.subject})
