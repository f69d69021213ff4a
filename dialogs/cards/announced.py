"""The card that lists announcements: one's own, those that wait for one's approval, and those that one was sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.cards.announcement import status_of
from dialogs.cards.elements import GOOD, OVER, STANDING, WARNING, Frame, Shown, Tone, Writer
from dialogs.cards.plain import cut
from domain.announcements import Announcement, AnnouncementStatus
from texts.format import moment

S = AnnouncementStatus
MOST_LISTED = 8
LONGEST_LINE = 120
"""Characters of its text that tell one announcement from another."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnLine:
    """One that the reader has written: to how many it went, and how many of them have read it."""

    announcement: Announcement
    sent: int = 0
    read: int = 0
    approver: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SentLine:
    """One that the reader was sent, in the words for their audience."""

    announcement: Announcement
    words: str
    sender: str
    is_read: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class AnnouncedFacts:
    """The announcements that concern the reader, each kind newest first. `asked` wait for their approval."""

    own: Sequence[OwnLine] = ()
    asked: Sequence[OwnLine] = ()
    sent: Sequence[SentLine] = ()


def announcements_card(facts: AnnouncedFacts, frame: Frame) -> Shown:
    """Return the list, each line a way to the announcement itself."""
    write = Writer(frame)
    heading = write.words("announcements-heading")
    write.heading(heading)
    for title, lines in (("announcements-asked", facts.asked), ("announcements-own", facts.own)):
        _titled(write, title, len(lines))
        for own in lines[:MOST_LISTED]:
            tone, status = status_of(write, own.announcement, own.approver)
            _line(write, own.announcement, first_words(own.announcement), (tone, _counted(write, own, status)))
    _titled(write, "announcements-sent", len(facts.sent))
    for each in facts.sent[:MOST_LISTED]:
        _line(write, each.announcement, each.words, _received(write, each))
    first = next((each.announcement.id for lines in (facts.asked, facts.own, facts.sent) for each in lines), None)
    if first is not None:
        write.also(write.words("way-announcement-show", id=first))
    else:
        write.status(STANDING, write.words("announcements-none"))
    if facts.own:
        write.also(write.words("way-announcement-readers"))
    return write.finish(heading)


def _titled(write: Writer, key: str, count: int) -> None:
    if count:
        write.title(write.words(key))
    if count > MOST_LISTED:
        write.hint(write.words("announcements-newest", count=MOST_LISTED))


def _line(write: Writer, held: Announcement, words: str, standing: tuple[Tone, str]) -> None:
    tone, status = standing
    press = write.press("announcement.show", held.id, announcement=held.id)
    write.entry(cut(words, LONGEST_LINE), "", number=held.id, tone=tone, status=status, press=press)


def first_words(held: Announcement) -> str:
    """Return the text of its first audience."""
    return held.pieces[0].words if held.pieces else ""


def _counted(write: Writer, line: OwnLine, status: str) -> str:
    if line.announcement.status is not S.SENT:
        return status
    return f"{status}. {write.words('announcement-counted', sent=line.sent, read=line.read)}"


def _received(write: Writer, line: SentLine) -> tuple[Tone, str]:
    held, frame = line.announcement, write.frame
    when = moment(held.sent_at, frame.language, frame.today) if held.sent_at else ""
    if held.status is S.RECALLED:
        recalled = moment(held.recalled_at, frame.language, frame.today) if held.recalled_at else ""
        return OVER, write.words("announcement-recalled", when=recalled)
    key = "announcements-read" if line.is_read else "announcements-unread"
    return GOOD if line.is_read else WARNING, write.words(key, name=line.sender, when=when)
