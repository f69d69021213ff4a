"""The view that lists announcements: each reader's own, those that wait for their approval, and those sent to them."""

from collections.abc import Sequence

from actions.announcements import READ
from dialogs.cards.announced import MOST_LISTED, AnnouncedFacts, OwnLine, SentLine, announcements_card
from dialogs.cards.elements import Shown
from dialogs.views.announcements import SHOWN
from dialogs.views.asked import Asked
from domain.announcements import Announcement, AnnouncementStatus
from texts import say


async def show_announcements(asked: Asked) -> Shown:
    """Return the list of what concerns the reader; nobody sees that of another."""
    held, person, most = asked.work.announcements, asked.reader.code, MOST_LISTED + 1
    facts = AnnouncedFacts(
        own=[await _own(asked, each) for each in await held.of_sender(person, most=most)],
        asked=[OwnLine(announcement=each) for each in await held.awaiting(person)],
        sent=await _sent(asked, await held.sent_to(person, most=most)),
    )
    return announcements_card(facts, asked.frame())


async def _own(asked: Asked, held: Announcement) -> OwnLine:
    sent, read = await asked.work.announcements.count_readers(held.id) if held.sent_at is not None else (0, 0)
    names = await asked.names([held.approver or ""])
    return OwnLine(announcement=held, sent=sent, read=read, approver=names.get(held.approver or "", ""))


async def _sent(asked: Asked, found: Sequence[Announcement]) -> Sequence[SentLine]:
    if not asked.allows(READ, is_own=True):
        return ()
    names = await asked.names([each.sender for each in found])
    lines = []
    for each in found:
        theirs = await asked.work.announcements.find_reader(each.id, asked.reader.code)
        piece = each.piece_for(theirs.audience) if theirs else None
        if theirs is None or piece is None or each.status not in SHOWN:
            continue
        sender = names.get(each.sender) or say("person-unknown", asked.language)
        # What was taken back is read no more, and by who never got it not at all.
        taken_back = say("information-heading", asked.language, name=sender)
        words = piece.words if each.status is AnnouncementStatus.SENT else taken_back
        is_read = theirs.read_at is not None
        lines.append(SentLine(announcement=each, words=words, sender=sender, is_read=is_read))
    return lines
