"""Which announcements there are, and who has read one: asked in words, and opened from the list."""

from collections.abc import Sequence
from datetime import timedelta

from actions.announcements import SEND
from actions.ports import Begin, Work
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding.announced_words import Wanted, announced_asked
from dialogs.understanding.announcement_words import NUMBER
from domain.announcements import Announcement, AnnouncementStatus
from domain.notices import Message

OWN, SENT = "announcement", "information"
RECENT = timedelta(days=7)
"""Of several that were sent so lately, any can be meant by "vem har läst?"."""
MOST_LOOKED_AT = 20


async def announced_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show who has read an announcement, or which there are; None for any other sentence."""
    wanted = announced_asked(turn.text)
    if wanted is None:
        return None
    async with begin() as work:
        if wanted is Wanted.READERS:
            return await _readers(turn, work)
        return await _list(turn, work) if wanted is Wanted.LIST else await _one_or_list(turn, work)


async def press_show(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Show the announcement that a line of the list opens, below the list."""
    async with begin() as work:
        held = await work.announcements.get(press.text("announcement") or "")
    return _opened(turn, held)


async def _readers(turn: Turn, work: Work) -> Reply:
    """Show how far the meant one has come: of the number, or what is talked of, or the newest where it is one."""
    number = NUMBER.search(turn.text)
    kind, _, focused = (turn.focus or "").partition(":")
    if number is not None or kind == OWN:
        held = await work.announcements.get(number[0].upper() if number else focused)
        return _opened(turn, held) if _is_own(turn, held) else _hidden(held)
    own = await work.announcements.of_sender(turn.person.code, most=MOST_LOOKED_AT)
    sent = [each for each in own if each.status is AnnouncementStatus.SENT]
    if not sent:
        return await _none_sent(turn, work)
    recent = [each for each in sent if each.sent_at is not None and turn.at - each.sent_at < RECENT]
    if len(recent) > 1:
        return Reply(messages=(say("announcement-which-read", number=recent[0].id), _listing()))
    return _opened(turn, sent[0])


async def _none_sent(turn: Turn, work: Work) -> Reply:
    """Say that nothing is sent; to who may send nothing, that only a sender sees who has read."""
    if _sends(turn):
        return Reply(messages=(say("announcement-none-sent"),))
    got = await work.announcements.sent_to(turn.person.code, most=1)
    return _hidden(got[0] if got else None)


def _hidden(held: Announcement | None) -> Reply:
    if held is None:
        return Reply(messages=(say("announcement-readers-hidden"),))
    return Reply(messages=(say("announcement-readers-of", sender_person=held.sender),))


async def _list(turn: Turn, work: Work) -> Reply:
    """Show the list; to somebody who has nothing in it, say so."""
    if await _theirs(turn, work):
        return Reply(messages=(_listing(),))
    return Reply(messages=(say("announcements-none-yours" if _sends(turn) else "announcements-none"),))


async def _one_or_list(turn: Turn, work: Work) -> Reply:
    """Show what is being written, or the only one that there is; else the list."""
    theirs = await _theirs(turn, work)
    kind, _, focused = (turn.focus or "").partition(":")
    written = next((each for each in theirs if kind == OWN and each.id == focused and each.sent_at is None), None)
    if written is not None or len(theirs) == 1:
        return _opened(turn, written or theirs[0])
    return await _list(turn, work)


async def _theirs(turn: Turn, work: Work) -> Sequence[Announcement]:
    """Return those that the person has written, is to approve, or was sent."""
    person = turn.person.code
    own = await work.announcements.of_sender(person, most=MOST_LOOKED_AT)
    asked = await work.announcements.awaiting(person)
    sent = await work.announcements.sent_to(person, most=MOST_LOOKED_AT)
    return list({each.id: each for each in (*own, *asked, *sent)}.values())


def _sends(turn: Turn) -> bool:
    allows = turn.catalogue.permissions.allows
    return any(allows(turn.person, SEND, unit=each) for each in (None, *turn.catalogue.units))


def _listing() -> Message:
    return show("announcements")


def _is_own(turn: Turn, held: Announcement) -> bool:
    return turn.person.code in {held.sender, held.approver}


def _opened(turn: Turn, held: Announcement) -> Reply:
    """Show *held* as its sender and who approves it see it, or as it is read: the views hide what nobody else may."""
    kind = OWN if _is_own(turn, held) else SENT
    subject = f"{kind}:{held.id}"
    return Reply(messages=(show(kind, subject),), state={"focus": subject})
